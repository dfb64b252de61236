"""From bytes of tokens to whole characters, and from text to where a stop string ends it."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Characters:
    """Joins the bytes of tokens into text; half a character waits for its other half."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def feed(self, raw: bytes) -> str:
        """Return the whole characters that these bytes complete; bytes that are none become U+FFFD."""
        return self._decoder.decode(raw)

    def end(self) -> str:
        """Return what was left: U+FFFD for half a character, mostly nothing."""
        return self._decoder.decode(b"", final=True)


class StopStrings:
    """Watches streamed text for any of the stop strings, also across the pieces it comes in."""

    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = tuple(stop for stop in stops if stop)
        self._held = ""
        self.met = False

    def feed(self, text: str) -> str:
        """Return the text that is surely no part of a stop string; once `met`, nothing more comes."""
        if not self._stops:
            return text
        if self.met:
            return ""
        whole = self._held + text
        found = [place for stop in self._stops if (place := whole.find(stop)) >= 0]
        if found:
            self.met = True
            self._held = ""
            return whole[: min(found)]
        hold = held_back(whole, self._stops)
        self._held = whole[len(whole) - hold :]
        return whole[: len(whole) - hold]

    def end(self) -> str:
        """Return what was held back and turned out to be no stop string."""
        held, self._held = self._held, ""
        return held


def held_back(text: str, marks: Sequence[str]) -> int:
    """Return the length of the longest end of `text` that one of `marks` begins with, short of a whole mark."""
    longest = 0
    for mark in marks:
        for length in range(min(len(mark) - 1, len(text)), longest, -1):
            if text.endswith(mark[:length]):
                longest = length
                break
    return longest
