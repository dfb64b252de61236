"""A model's chat template: finding out in what shape it takes messages, and setting turns with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from paddock.engine.layouts import layout_for
from paddock.engine.protocol import Turn
from paddock.engine.sandbox import TemplateRefused, TemplateTooSlow

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    import jinja2

    from paddock.engine.sandbox import Sandbox

# Words no template has of its own: what comes out again was taken in.
_TRIAL: Final = (
    Turn("system", "system5273"),
    Turn("user", "first5273"),
    Turn("assistant", "answer5273"),
    Turn("user", "second5273"),
)


@dataclass(frozen=True)
class Shape:
    """How a template wants its messages: a system turn of its own or folded into the first user's, text or parts."""

    system: bool
    parts: bool


_SHAPES: Final = tuple(Shape(system, parts) for system in (True, False) for parts in (False, True))


class ChatTemplate:
    """A template that was tried and works. `source` is its text, `stops` what ends an answer besides the tokens."""

    def __init__(self, sandbox: Sandbox, source: str, bos: str, eos: str, stops: tuple[str, ...] = ()) -> None:
        """Compile it and find its shape. Raises TemplateRefused."""
        self.source = source
        self.stops = stops
        self._sandbox = sandbox
        self._template: jinja2.Template = sandbox.compile(source)
        self._tokens = {"bos_token": bos, "eos_token": eos, "pad_token": eos, "unk_token": ""}
        self.shape = self._find_shape()

    def render(self, turns: Sequence[Turn], *, ask: bool) -> str:
        """Return the prompt for these turns; with `ask`, up to where the model's answer begins.

        A template that refuses the turns as they are (most: because roles do not alternate) gets them with
        neighbours of the same role joined. Raises TemplateRefused.
        """
        try:
            return self._render(turns, self.shape, ask=ask)
        except TemplateRefused:
            joined = _joined(turns)
            if len(joined) == len(turns):
                raise
            return self._render(joined, self.shape, ask=ask)

    def _find_shape(self) -> Shape:
        reason = "It leaves out what is said."
        for shape in _SHAPES:
            try:
                text = self._render(_TRIAL, shape, ask=True)
            except TemplateTooSlow:
                raise  # it would take as long in every shape
            except TemplateRefused as refusal:
                if shape == _SHAPES[0]:
                    reason = str(refusal)
                continue
            if all(turn.content in text for turn in _TRIAL):
                return shape
        raise TemplateRefused(reason)

    def _render(self, turns: Sequence[Turn], shape: Shape, *, ask: bool) -> str:
        if not shape.system:
            turns = _folded(turns)
        messages = [_message(turn, shape) for turn in turns]
        return self._sandbox.render(
            self._template, {**self._tokens, "messages": messages, "add_generation_prompt": ask}
        )


def built_in(sandbox: Sandbox, control_tokens: Container[str], bos: str, eos: str) -> tuple[ChatTemplate, str]:
    """Return a built-in template that suits this vocabulary, and its name."""
    layout = layout_for(control_tokens)
    return ChatTemplate(sandbox, layout.source, bos, eos, layout.stops), layout.name


def _message(turn: Turn, shape: Shape) -> dict[str, Any]:
    content: Any = [{"type": "text", "text": turn.content}] if shape.parts else turn.content
    message: dict[str, Any] = {"role": turn.role, "content": content}
    if turn.reasoning:
        message["reasoning_content"] = turn.reasoning
    return message


def _folded(turns: Sequence[Turn]) -> list[Turn]:
    """Put what the system says at the head of the first user's turn."""
    system = "\n\n".join(turn.content for turn in turns if turn.role == "system")
    rest = [turn for turn in turns if turn.role != "system"]
    if not system:
        return rest
    first = next((place for place, turn in enumerate(rest) if turn.role == "user"), None)
    if first is None:
        return [Turn("user", system), *rest]
    rest[first] = Turn("user", f"{system}\n\n{rest[first].content}")
    return rest


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    """Join neighbouring turns of one role, and begin with the user's."""
    joined: list[Turn] = []
    for turn in turns:
        if joined and joined[-1].role == turn.role:
            before = joined.pop()
            joined.append(Turn(turn.role, f"{before.content}\n\n{turn.content}".strip(), turn.reasoning))
        else:
            joined.append(turn)
    return joined
