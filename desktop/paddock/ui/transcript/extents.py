"""Where each message of a long conversation stands, with heights first guessed and later known."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

INSET = 12
"""Room at both sides of a message for the focus ring, in pixels at 100 %."""


class Extents:
    """Heights of messages one under the other, in pixels, and the tops that follow from them."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops: list[int] | None = [0]

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, heights: Sequence[int]) -> None:
        """Begin anew with these heights."""
        self._heights = list(heights)
        self._tops = None

    def height(self, index: int) -> int:
        """Return a message's height."""
        return self._heights[index]

    def set_height(self, index: int, height: int) -> None:
        """Correct a message's height; those below it move."""
        if self._heights[index] != height:
            self._heights[index] = height
            self._tops = None

    def top(self, index: int) -> int:
        """Return where a message begins; `index` may be the number of messages, which gives the end."""
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops[index]

    @property
    def total(self) -> int:
        """Return the height of all of them."""
        return self.top(len(self._heights))

    def index_at(self, y: int) -> int:
        """Return the message at a height, the nearest one where there is none. Needs at least one message."""
        self.top(0)
        tops = self._tops or [0]
        return min(max(bisect_right(tops, y) - 1, 0), len(self._heights) - 1)


def guess_height(text_chars: int, line_breaks: int, line_px: float, measure_chars: int, around_px: int) -> int:
    """Return about how tall a message will be: its text at the measure, and what stands around it."""
    lines = text_chars / measure_chars + line_breaks * 0.75 + 1
    return round(lines * line_px) + around_px
