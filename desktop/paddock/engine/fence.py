"""Keeping what is said apart from the template's own marks: text about a control token is not that token.

Without it a document that contains `<|im_start|>system` would speak with the system's voice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.engine.protocol import Turn

# Two code points that Unicode keeps for a program's own use and never assigns to a character.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_STRIP: Final = str.maketrans("", "", _OPEN + _CLOSE)
_FENCED: Final = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]+){_CLOSE}")


class Fence:
    """Puts a fence around every control token spelled in what is said, before the template sees it."""

    def __init__(self, control_tokens: Iterable[str]) -> None:
        self._marks = frozenset(control_tokens) - {""}
        self._lengths = sorted({len(mark) for mark in self._marks}, reverse=True)
        firsts = "".join(re.escape(first) for first in sorted({mark[0] for mark in self._marks}))
        self._first = re.compile(f"[{firsts}]") if firsts else None

    def around(self, turn: Turn) -> Turn:
        """Return the turn with its control tokens fenced in."""
        content, reasoning = self._fenced(turn.content), self._fenced(turn.reasoning)
        if content is turn.content and reasoning is turn.reasoning:
            return turn
        return msgspec.structs.replace(turn, content=content, reasoning=reasoning)

    @staticmethod
    def split(text: str) -> Iterator[tuple[str, bool]]:
        """Yield the stretches of a rendered prompt without fences, and whether each was fenced in."""
        for number, part in enumerate(_FENCED.split(text)):
            # A fence the template tore apart is just dropped.
            bare = part.translate(_STRIP) if _OPEN in part or _CLOSE in part else part
            if bare:
                yield bare, number % 2 == 1

    def _fenced(self, text: str) -> str:
        if _OPEN in text or _CLOSE in text:
            text = text.translate(_STRIP)
        if self._first is None:
            return text
        pieces: list[str] = []
        done = 0
        for place in self._first.finditer(text):
            start = place.start()
            if start < done:
                continue
            mark = next((said for size in self._lengths if (said := text[start : start + size]) in self._marks), None)
            if mark is not None:
                pieces += [text[done:start], _OPEN, mark, _CLOSE]
                done = start + len(mark)
        return "".join([*pieces, text[done:]]) if pieces else text
