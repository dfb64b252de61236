"""Streams one answer into its reply, and brings it to an end whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from paddock.chat.events import EngineRestarted, OldestLeftOut
from paddock.chat.growing import GrowingReply
from paddock.chat.prompt import Prompt, plan_prompt, reserve_for
from paddock.chat.replies import ReplyEnd
from paddock.engine.protocol import Delta, Timings, Turn
from paddock.errors import Cancelled, ContextOverflow, UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.events import Event
    from paddock.chat.needs import Engine
    from paddock.chat.prompt import Plan
    from paddock.chat.store import ChatStore
    from paddock.chat.types import Message, MessageState
    from paddock.engine.client import CancelToken
    from paddock.engine.protocol import Finished, PromptProgress, Sampling


class Answering:
    """One answer: `run` it once. `timer` gives seconds that only grow."""

    def __init__(
        self,
        store: ChatStore,
        engine: Engine,
        sampling: Sampling,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
        timer: Callable[[], float],
    ) -> None:
        self._store = store
        self._engine = engine
        self._sampling = sampling
        self._on_event = on_event
        self._cancel = cancel
        self._timer = timer
        self._timings: Timings | None = None
        self._seed: int | None = None

    def run(self, reply: Message, prompt: Prompt, plan: Plan, *, continue_last: bool, brake: bool = True) -> Message:
        """Stream the answer into `reply` and return it as it was kept. What the engine raises is kept and raised.

        With `brake` an answer that has come to repeat itself is stopped.
        """
        self._timings = reply.timings
        growing = GrowingReply(self._store, reply, timer=self._timer, on_failure=self._cancel.cancel)
        try:
            growing.begin()
            finished = self._stream(reply, prompt, plan, growing, continue_last=continue_last, brake=brake)
        except Cancelled:
            return self._end(reply, growing, "stopped", finish_reason="cancelled")
        except UserError as error:
            self._end(reply, growing, "failed", error=str(error))
            raise
        except BaseException:  # a bug, or the program being ended: what there is is kept
            self._end(reply, growing, "stopped")
            raise
        whole = finished.reason in {"stop", "length"}
        return self._end(reply, growing, "complete" if whole else "stopped", finish_reason=finished.reason)

    def _stream(
        self,
        reply: Message,
        prompt: Prompt,
        plan: Plan,
        growing: GrowingReply,
        *,
        continue_last: bool,
        brake: bool,
    ) -> Finished:
        """Generate; where the context fills up in the middle, leave out the oldest turns, say so, and go on."""

        def take(event: PromptProgress | Delta) -> None:
            if isinstance(event, Delta):
                growing.add(event)
            self._on_event(event)

        sampling = self._sampling
        turns = plan.turns
        while True:
            finished = self._engine.generate(
                turns,
                sampling,
                continue_last=continue_last,
                brake=brake,
                on_event=take,
                cancel=self._cancel,
                on_restart=lambda: self._on_event(EngineRestarted("It had ended by itself.")),
            )
            self._timings = _together(self._timings, finished.timings)
            self._seed = finished.seed
            if finished.reason != "context":
                return finished
            text, reasoning, _ = growing.so_far()
            if not text or finished.timings.answer_tokens == 0:
                return finished
            if not continue_last:
                prompt = Prompt(prompt.system, (*prompt.turns, Turn("assistant", "")))
                continue_last = True
            prompt = Prompt(prompt.system, (*prompt.turns[:-1], Turn("assistant", text, reasoning)))
            if sampling.max_tokens is not None:
                left = max(1, sampling.max_tokens - finished.timings.answer_tokens)
                sampling = msgspec.structs.replace(sampling, max_tokens=left)
            try:
                reserve = reserve_for(sampling, plan.holds)
                plan = plan_prompt(prompt, self._count, plan.holds, reserve, left_out=plan.left_out_turns)
            except ContextOverflow:
                return finished  # the question and this answer alone fill the context
            turns = plan.turns
            self._store.set_left_out(reply.id, plan.left_out_turns)
            self._on_event(OldestLeftOut(reply.id, plan.left_out_turns))

    def _count(self, turns: tuple[Turn, ...]) -> int:
        return self._engine.count(turns).tokens

    def _end(
        self, reply: Message, growing: GrowingReply, state: MessageState, *, finish_reason: str = "", error: str = ""
    ) -> Message:
        text, reasoning, reasoning_s = growing.end()
        end = ReplyEnd(
            state=state,
            text=text,
            reasoning=reasoning,
            reasoning_s=reasoning_s,
            finish_reason=finish_reason,
            error=error,
            timings=self._timings,
            seed=self._seed,
        )
        self._store.finish_reply(reply.id, end)
        if growing.failure is not None:
            raise growing.failure  # saving failed on the way and stopped the answer; this time it went well
        return self._store.message(reply.id)


def _together(before: Timings | None, now: Timings) -> Timings:
    """Return the timings of an answer written in several goes: what was written adds up, the prompt is the last one."""
    if before is None:
        return now
    return Timings(
        prompt_tokens=now.prompt_tokens,
        reused_tokens=now.reused_tokens,
        prompt_ms=before.prompt_ms + now.prompt_ms,
        answer_tokens=before.answer_tokens + now.answer_tokens,
        answer_ms=before.answer_ms + now.answer_ms,
        first_token_ms=before.first_token_ms,
    )
