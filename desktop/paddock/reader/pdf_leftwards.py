"""PDF: text that is written from right to left: its pages are mirrored, its lines parted by what stands apart.

A mirrored page begins on its left like all others, so that columns, tables and indents need not know of it. Places in
the text stay what they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from paddock.reader.pdf_lines import Line
    from paddock.reader.pdf_text import Corners, Suspect, Told

# Hebrew, Arabic with its further letters, Syriac, Thaana and N'Ko, and their forms for print.
_LEFTWARDS: Final = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_MOSTLY: Final = 0.5
_WIDE: Final = 0.6  # times its height and its characters is a line wide that is no running text
_APART: Final = 1.0  # heights of letters between two words that belong together


def is_leftwards(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of text holds letters that are written from right to left."""
    return _LEFTWARDS.search(text, start, end) is not None


def is_mostly_leftwards(text: str) -> bool:
    """Return whether most of a page's letters are."""
    return len(_LEFTWARDS.findall(text)) > _MOSTLY * len(_LETTER.findall(text))


def mirrored(told: Told) -> Told:
    """Return what was told of a page as if left were right."""

    def over(corners: list[Corners]) -> list[Corners]:
        return [(told.width - right, top, told.width - left, bottom) for left, top, right, bottom in corners]

    suspects = [replace(suspect, corners=over(suspect.corners)) for suspect in told.suspects]
    ruled = [replace(suspect, corners=over(suspect.corners)) for suspect in told.ruled]
    rules = told.rules.mirrored(told.width) if told.rules is not None else None
    return replace(told, ends=over(told.ends), suspects=suspects, ruled=ruled, rules=rules)


def parts_of(line: Line, suspect: Suspect, flat: str) -> list[Line]:
    """Part a line whose words may be told in either direction where they stand apart; the leftmost is the first.

    A line of words in both directions stays whole: those next to one another in the text need not be so on the page.
    """
    places = [line.start, *(place for gap in suspect.gaps for place in gap), line.end]
    words = [
        (min(first[0], last[0]), max(first[2], last[2]))
        for first, last in zip(suspect.corners[0::2], suspect.corners[1::2], strict=True)
    ]
    line.left, line.right = min(left for left, _ in words), max(right for _, right in words)
    if not suspect.ruled and line.right - line.left < _WIDE * line.height * (line.end - line.start):
        return []
    letters = len(_LETTER.findall(flat, line.start, line.end))
    if not suspect.ruled and 0 < len(_LEFTWARDS.findall(flat, line.start, line.end)) < letters:
        return []
    parts: list[Line] = []
    for number, (left, right) in enumerate(words):
        start, end = places[2 * number], places[2 * number + 1]
        last = parts[-1] if parts else None
        is_ruled = number - 1 in suspect.ruled
        if last is not None and not is_ruled and max(left - last.right, last.left - right) <= _APART * line.height:
            last.end, last.left, last.right = end, min(last.left, left), max(last.right, right)
        else:
            parts.append(replace(line, start=start, end=end, left=left, right=right))
    return sorted(parts, key=lambda part: part.left) if len(parts) > 1 else []
