"""From turns to the tokens of a prompt, such that nothing a person or document says can pose as the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.engine.fence import Fence
from paddock.engine.prompt_cache import shared_prefix
from paddock.engine.protocol import Turn
from paddock.engine.reasoning import PLAIN, Splitter, Style, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paddock.engine.llama import Model
    from paddock.engine.templates import ChatTemplate


@dataclass(frozen=True)
class Prompt:
    """A prompt's tokens, and whether it ends inside the answer's reasoning."""

    tokens: list[int]
    in_reasoning: bool = False


class PromptMaker:
    """Makes prompts for one model: with its chat template, or, without one, by joining what was said."""

    def __init__(self, model: Model, template: ChatTemplate | None, control_tokens: Iterable[str]) -> None:
        self._model = model
        self._template = template
        self._fence = Fence(control_tokens)
        self.style: Style | None = style_of(template.source) if template else None
        self.stops: tuple[str, ...] = template.stops if template else ()

    @property
    def is_chat(self) -> bool:
        """Return whether there is a template."""
        return self._template is not None

    def splitter(self, prompt: Prompt) -> Splitter | None:
        """Return what tells reasoning from answer after this prompt; None for a model that only continues text."""
        return Splitter(self.style or PLAIN, inside=prompt.in_reasoning) if self._template else None

    def to_answer(self, turns: Sequence[Turn], *, continue_last: bool = False) -> Prompt:
        """Return the prompt that these turns' answer follows. Raises TemplateRefused, LlamaFailed.

        With `continue_last` the last turn is the beginning of that answer.
        """
        if self._template is None:
            return Prompt(self._tokens(self._plain(turns)))
        turns = [self._fence.around(turn) for turn in turns]
        if not continue_last:
            text = self._template.render(turns, ask=True)
            return Prompt(self._tokens(text), self._opened(text))
        # What was written already follows the open prompt just as it came from the model, so its tokens are the same.
        last, text = turns[-1], self._template.render(turns[:-1], ask=True)
        style, opened = self.style or PLAIN, self._opened(text)
        if last.reasoning:
            text += ("" if opened else f"{style.opens}\n") + last.reasoning
            opened = not last.content
            text += "" if opened else f"\n{style.closes}\n\n"
        elif opened and last.content:
            text += f"\n{style.closes}\n\n"
            opened = False
        return Prompt(self._tokens(text + last.content), opened)

    def to_wait(self, turns: Sequence[Turn]) -> Prompt:
        """Return the part of the next prompt that is certain before the person has said the next thing.

        Templates set a turn differently once it is no longer the last (reasoning is cut out), so two different next
        turns are set, and what both prompts begin with is taken.
        """
        if not turns or turns[-1].role != "assistant" or self._template is None:
            return self.to_answer(turns)
        fenced = [self._fence.around(turn) for turn in turns]
        one, other = (self._template.render([*fenced, Turn("user", said)], ask=False) for said in ("1", "2"))
        return Prompt(self._tokens(one[: shared_prefix(one, other)]))

    # ---------------------------------------------------------------- inside

    @staticmethod
    def _plain(turns: Sequence[Turn]) -> str:
        system = "".join(f"{turn.content}\n\n" for turn in turns if turn.role == "system")
        return system + "".join(turn.content for turn in turns if turn.role != "system")

    def _opened(self, text: str) -> bool:
        return text.rstrip().endswith((self.style or PLAIN).opens)

    def _tokens(self, text: str) -> list[int]:
        model = self._model
        tokens: list[int] = []
        if self._template is None:
            tokens = model.tokenize(text, special=False)
        else:
            for part, said in self._fence.split(text):
                tokens += model.tokenize(part, special=not said)
        if model.adds_bos and tokens[:1] != [model.bos]:
            tokens.insert(0, model.bos)
        return tokens or [max(model.bos, model.eos, 0)]
