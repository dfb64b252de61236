"""Telling what a reasoning model thinks aloud from what it answers, while it streams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from paddock.engine.stopping import held_back


@dataclass(frozen=True)
class Style:
    """How a family of models marks its reasoning; `preface` may stand before an answer without any."""

    opens: str
    closes: str
    preface: str = ""


PLAIN: Final = Style("<think>", "</think>")
# Looked for in the chat template in this order. GPT-OSS speaks in channels; its reasoning ends where its answer begins.
STYLES: Final = (
    Style(
        "<|channel|>analysis<|message|>",
        "<|end|><|start|>assistant<|channel|>final<|message|>",
        "<|channel|>final<|message|>",
    ),
    Style("<|START_THINKING|>", "<|END_THINKING|>"),
    Style("<|channel>thought", "<channel|>"),
    Style("<|inner_prefix|>", "<|inner_suffix|>"),
    Style("<|think|>", "<|end|><|begin|>assistant<|content|>", "<|content|>"),
    Style("Here are my reasoning steps:", "[BEGIN FINAL RESPONSE]"),
    Style("[THINK]", "[/THINK]"),
    Style("<seed:think>", "</seed:think>"),
    Style("<mm:think>", "</mm:think>"),
    Style("<thinking>", "</thinking>"),
    PLAIN,
)


def style_of(template: str) -> Style | None:
    """Return how the models of this chat template reason, or None where it knows of no reasoning."""
    for style in STYLES:
        channel = style.opens.removesuffix("<|message|>")
        if channel in template and (style.closes in template or style.closes.startswith("<|end|>")):
            return style
        if style.closes in template:  # templates that only ever cut it out
            return style
    return None


@dataclass(frozen=True)
class Part:
    """A stretch of streamed text, and whether it is reasoning."""

    text: str
    reasoning: bool


class Splitter:
    """Splits streamed text into reasoning and answer. Reasoning stands at the beginning or not at all.

    `inside` says that the prompt already opened it. The marks themselves and the white space around them are left
    out. Reasoning that never ends stays reasoning.
    """

    def __init__(self, style: Style, *, inside: bool) -> None:
        self._style = style
        self._state = "reasoning" if inside else "start"
        self._held = ""
        self._bare = inside  # nothing was said yet in this part: leading white space is dropped

    @property
    def settled(self) -> bool:
        """Return whether the answer has begun, so that text needs no splitting any more."""
        return self._state == "answer" and not self._bare

    def feed(self, text: str) -> list[Part]:
        """Return the parts that are certain by now."""
        self._held += text
        parts: list[Part] = []
        while self._advance(parts):
            pass
        return parts

    def end(self) -> list[Part]:
        """Return what was held back."""
        held, self._held = self._held, ""
        if self._state == "reasoning":
            held = held.rstrip()
        return [Part(held, self._state == "reasoning")] if held else []

    def _advance(self, parts: list[Part]) -> bool:
        """Take one step; False where more text is needed first."""
        if self._state == "start":
            return self._start()
        if self._state == "reasoning":
            return self._reason(parts)
        text = self._held.lstrip() if self._bare else self._held
        self._held = ""
        if text:
            self._bare = False
            parts.append(Part(text, reasoning=False))
        return False

    def _start(self) -> bool:
        said = self._held.lstrip()
        for mark, state in ((self._style.opens, "reasoning"), (self._style.preface, "answer")):
            if mark and said.startswith(mark):
                self._held = said[len(mark) :]
                self._state, self._bare = state, True
                return True
        marks = (self._style.opens, self._style.preface)
        if not said or any(mark.startswith(said) for mark in marks if mark):
            return False
        self._state = "answer"  # and what stood before it, white space too, belongs to it
        return True

    def _reason(self, parts: list[Part]) -> bool:
        if self._bare:
            self._held = self._held.lstrip()
        place = self._held.find(self._style.closes)
        if place >= 0:
            thought = self._held[:place].rstrip()
            if thought:
                parts.append(Part(thought, reasoning=True))
            self._held = self._held[place + len(self._style.closes) :]
            self._state, self._bare = "answer", True
            return True
        sure = len(self._held) - held_back(self._held, (self._style.closes,))
        sure = len(self._held[:sure].rstrip())  # white space may turn out to stand before the mark
        if sure:
            parts.append(Part(self._held[:sure], reasoning=True))
            self._held = self._held[sure:]
            self._bare = False
        return False
