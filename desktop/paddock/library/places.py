"""From a range of a page's text to where it stands: characters of the source for PDF, boxes of words for pictures."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.reader.protocol import Box, Span

Rectangle = tuple[float, float, float, float]
_OVERLAP = 0.005  # neighbouring boxes may overlap by so much of the page


def source_ranges(spans: Sequence[Span], start: int, end: int) -> list[tuple[int, int]]:
    """Return (first character, length) in the source of `text[start:end]`, neighbours joined.

    `spans` are in the order of the text. What stands nowhere in the source (a joined hyphen, Markdown's marks) is
    left out.
    """
    ranges: list[tuple[int, int]] = []
    first = max(0, bisect_right(spans, start, key=lambda span: span.start) - 1)
    for span in spans[first:]:
        if span.start >= end:
            break
        begin, stop = max(start, span.start), min(end, span.start + span.length)
        if begin >= stop:
            continue
        source, length = span.source + begin - span.start, stop - begin
        if ranges and ranges[-1][0] + ranges[-1][1] == source:
            ranges[-1] = (ranges[-1][0], ranges[-1][1] + length)
        else:
            ranges.append((source, length))
    return ranges


def word_rectangles(boxes: Sequence[Box], start: int, end: int) -> list[Rectangle]:
    """Return the rectangles (left, top, width, height in shares of the page) of the words in `text[start:end]`.

    Words that follow each other on one line become one rectangle.
    """
    lines: list[Rectangle] = []
    for box in boxes:
        if box.start >= end or box.start + box.length <= start:
            continue
        here = (box.left, box.top, box.width, box.height)
        if lines and _follows(lines[-1], here):
            lines[-1] = _around(lines[-1], here)
        else:
            lines.append(here)
    return lines


def _follows(before: Rectangle, after: Rectangle) -> bool:
    """Return whether `after` stands right of `before` on the same line, no further than two letters' height away."""
    middle = after[1] + after[3] / 2
    gap = after[0] - (before[0] + before[2])
    return before[1] <= middle <= before[1] + before[3] and -_OVERLAP <= gap <= 2 * max(before[3], after[3])


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right = max(one[0] + one[2], other[0] + other[2])
    bottom = max(one[1] + one[3], other[1] + other[3])
    return left, top, right - left, bottom - top
