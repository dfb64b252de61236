"""Puts a conversation before the model, and leaves out whole oldest turns where it must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from paddock.engine.protocol import Turn
from paddock.errors import ContextOverflow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from paddock.chat.types import Message
    from paddock.engine.protocol import ModelInfo, Sampling

DEFAULT_RESERVE = 1024  # tokens kept free for an answer without a limit of its own: some 700 words
BASE_MODEL_ANSWER = 512  # tokens a model that only continues text writes before it waits; by itself it seldom ends
_HEADROOM_PART = 8


@dataclass(frozen=True)
class Prompt:
    """System prompt and turns, oldest first. A turn is one message; the last is the one to answer or to go on with."""

    system: str
    turns: tuple[Turn, ...]

    def without(self, oldest: int) -> tuple[Turn, ...]:
        """Return what the model is shown when that many of the oldest turns are left out."""
        system = (Turn("system", self.system),) if self.system.strip() else ()
        return (*system, *self.turns[oldest:])

    @property
    def cuts(self) -> list[int]:
        """Return how many oldest turns may be left out: what stays begins with the user and keeps their last turn."""
        return [at for at, turn in enumerate(self.turns) if turn.role == "user" and at > 0]


@dataclass(frozen=True)
class Plan:
    """What sending would take: prompt `tokens`, of the `holds` the context has, with `reserve` kept for the answer.

    `left_out_turns` of the oldest turns are not in the prompt; `turns` is what the model is shown.
    """

    tokens: int
    holds: int
    reserve: int
    left_out_turns: int
    turns: tuple[Turn, ...]


def prompt_of(system: str, messages: Iterable[Message], more: Sequence[Turn] = ()) -> Prompt:
    """Return the prompt of a branch and what follows it. Replies without a text (failed, stopped early) are no turns.

    Turns of the same role on end become one: many chat templates refuse anything but alternation.
    """
    turns: list[Turn] = []
    said = (
        Turn(message.role, message.text, message.reasoning)
        for message in messages
        if message.role == "user" or message.text
    )
    for turn in (*said, *more):
        if turns and turns[-1].role == turn.role:
            both = "\n\n".join(filter(None, (turns[-1].content, turn.content)))
            turns[-1] = Turn(turn.role, both, turn.reasoning)
        else:
            turns.append(turn)
    return Prompt(system, tuple(turns))


def as_plain_text(prompt: Prompt) -> Prompt:
    """Return the prompt for a model that only continues text, which is given the turns' contents end to end.

    Its continuation follows the person's words directly; what they write next begins a new paragraph.
    """
    turns: list[Turn] = []
    for turn in prompt.turns:
        new_paragraph = turn.role == "user" and bool(turns) and not turn.content[:1].isspace()
        turns.append(Turn(turn.role, f"\n\n{turn.content}") if new_paragraph else turn)
    return Prompt(prompt.system, tuple(turns))


def reserve_for(sampling: Sampling, holds: int) -> int:
    """Return the tokens kept free for the answer: its limit, or 1,024; at most half the context, a quarter unasked."""
    if sampling.max_tokens is not None:
        return min(sampling.max_tokens, holds // 2)
    return min(DEFAULT_RESERVE, holds // 4)


def sampling_for(sampling: Sampling, info: ModelInfo) -> Sampling:
    """Return the sampling with a limit of 512 tokens where a model that only continues text has none."""
    if info.is_chat or sampling.max_tokens is not None:
        return sampling
    return msgspec.structs.replace(sampling, max_tokens=BASE_MODEL_ANSWER)


def plan_prompt(
    prompt: Prompt, count: Callable[[tuple[Turn, ...]], int], holds: int, reserve: int, *, left_out: int | None
) -> Plan:
    """Fit a prompt into the context by exact counts, or raise ContextOverflow.

    `left_out` None: nothing may be left out. A number: the oldest turns may be, and that many already were for the
    reply before (0: none). Then the same are left out again while that fits, so that the prompt begins as before and
    nothing is read twice; once it no longer fits, an eighth of the context is freed beyond what is needed, so that
    the next few turns fit too. `droppable_turns` in the error is what would be left out.
    """
    whole = prompt.without(0)
    tokens = count(whole)
    if tokens + reserve <= holds:
        return Plan(tokens, holds, reserve, 0, whole)
    cuts = prompt.cuts
    if left_out:
        again = next((cut for cut in cuts if cut >= left_out), None)
        if again is not None:
            fewer = count(prompt.without(again))
            if fewer + reserve <= holds:
                return Plan(fewer, holds, reserve, again, prompt.without(again))
    room = holds - reserve
    found = _fewest_left_out(prompt, count, tokens, room - holds // _HEADROOM_PART)
    if found is None and cuts:
        last = count(prompt.without(cuts[-1]))
        found = (cuts[-1], last) if last <= room else None
    if left_out is None or found is None:
        raise ContextOverflow(tokens + reserve, holds, found[0] if found else None)
    return Plan(found[1], holds, reserve, found[0], prompt.without(found[0]))


def _fewest_left_out(
    prompt: Prompt, count: Callable[[tuple[Turn, ...]], int], tokens: int, room: int
) -> tuple[int, int] | None:
    """Return the fewest oldest turns to leave out for the rest to fit `room`, and the rest's tokens; None: not at all.

    Counting means tokenizing, so the search begins where the turns' lengths in bytes say it should end, and only
    then halves what is left.
    """
    cuts = prompt.cuts
    if not cuts or (fewest := count(prompt.without(cuts[-1]))) > room:
        return None
    best = (cuts[-1], fewest)
    too_few, enough = -1, len(cuts) - 1
    probes = [_guess(prompt, room / max(1, tokens))]
    while enough - too_few > 1:
        probe = probes.pop() if probes else (too_few + enough) // 2
        probe = min(max(probe, too_few + 1), enough - 1)
        counted = count(prompt.without(cuts[probe]))
        first = enough == len(cuts) - 1 and too_few == -1
        if counted <= room:
            enough, best = probe, (cuts[probe], counted)
        else:
            too_few = probe
        if first:  # the guess is seldom off by more than one
            probes = [probe - 1 if counted <= room else probe + 1]
    return best


def _guess(prompt: Prompt, part: float) -> int:
    """Return which cut leaves about `part` of the prompt's bytes."""
    sizes = [len(turn.content.encode()) + len(turn.reasoning.encode()) for turn in prompt.turns]
    keep, at = part * sum(sizes), len(sizes)
    while at > 0 and keep >= sizes[at - 1]:
        at -= 1
        keep -= sizes[at]
    return next((number for number, cut in enumerate(prompt.cuts) if cut >= at), len(prompt.cuts) - 1)
