"""PDF: spaces that are told of inside a word, whose letters stand no further apart there than elsewhere."""

from __future__ import annotations

import bisect
import itertools
import re
import statistics
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.reader.pdf_text import Corners, Told

_LETTER: Final = "A-Za-z\u00c0-\u024f\u0370-\u04ff"  # of scripts whose letters stand apart
_OTHER: Final = "B-HJ-Zb-z\u00c0-\u024f\u0370-\u04ff"
# A single letter, but for those that are words in English, at which a line begins or behind a space; a few capitals.
_LONE: Final = re.compile(rf" (?:[{_OTHER}]|[A-Z]{{2,3}})(?![\w'’])")
_FIRST: Final = re.compile(rf"\n[{_OTHER}] (?=[{_LETTER}])")
_FIRST_OF_ALL: Final = re.compile(rf"[{_OTHER}] (?=[{_LETTER}])")
_BESIDE: Final = re.compile(rf"[{_LETTER}]{{2}}")
_FEW_CAPITALS: Final = re.compile(r"(?<![\w'’.\-])[A-Z]{2,3}$")
_SPACE: Final = re.compile(rf"(?<=[\d{_LETTER}]) (?=[\d{_LETTER}])")
_LETTER_BEFORE_ANOTHER: Final = re.compile(rf"[{_LETTER}](?=[{_LETTER}])")
_CAPITALS: Final = re.compile(r"[A-Z] [A-Z]{2}")
_MOST: Final = 60  # on a page
# In heights of letters: how wide a gap is at most that is looked at, by how much it may differ from those between the
# letters of a line, and by how much others do.
_NARROW: Final = 0.18
_LESS: Final = 0.03
_MORE: Final = 0.035
_WIDER: Final = 0.1
_BEFORE_SMALL: Final = 0.3
_SMALL: Final = 0.9  # times the capital before
_NARROWER: Final = 0.75  # than the gap before the word


def no_gaps(told: Told, corners: Callable[[list[int]], list[Corners]]) -> list[int]:
    """Return the places of spaces that part no words; `corners` gives where the characters at places stand."""
    text = told.text
    spaces = list(itertools.islice(_beside_few(text), _MOST))
    if not spaces:
        return []
    beside = corners([place for space in spaces for place in (space - 1, space + 1)])
    found: set[int] = set()
    lines: set[int] = set()
    starts = [start for start, _ in told.places]
    for space, before, after in zip(spaces, beside[0::2], beside[1::2], strict=True):
        apart, height = after[0] - before[2], before[3] - before[1]
        if not before[1] < after[3] < before[3] + height or apart < -height:
            continue
        if after[3] - after[1] < _SMALL * height and _CAPITALS.match(text, space - 1):
            if apart < _BEFORE_SMALL * height and _is_inside(space, apart, before[0], text, corners):
                found.add(space)
        elif apart < _NARROW * height:
            lines.add(bisect.bisect(starts, space) - 1)
    for start, end in [told.places[number] for number in lines if 0 <= number < len(told.places)]:
        found.update(_inside_words(start, end, text, corners))
    return sorted(found)


def _beside_few(text: str) -> Iterator[int]:
    """Yield the places of spaces that a single letter, or a few capitals, stand beside."""
    if _FIRST_OF_ALL.match(text):
        yield 1
    for found in _LONE.finditer(text):
        start, end = found.span()
        if end - start > 2:  # noqa: PLR2004 - several capitals
            if _FEW_CAPITALS.search(text, max(0, start - 4), start):
                yield start
            continue
        if _BESIDE.match(text, start - 2, start):
            yield start
        if text[end : end + 1] == " " and _BESIDE.match(text, end + 1):
            yield end
    for found in _FIRST.finditer(text):
        yield found.end() - 1


def _is_inside(space: int, apart: float, left: float, text: str, corners: Callable[[list[int]], list[Corners]]) -> bool:
    """Return whether a capital and the smaller ones behind it are one word: the gap before it is wider."""
    if space < 3 or text[space - 2] != " " or text[space - 3].isspace():  # noqa: PLR2004 - it begins the line
        return space < 2 or text[space - 2].isspace()  # noqa: PLR2004
    ((_, _, right, _),) = corners([space - 3])
    return apart < _NARROWER * (left - right)


def _inside_words(start: int, end: int, text: str, corners: Callable[[list[int]], list[Corners]]) -> list[int]:
    """Return the places of a line's spaces that are as wide as the gaps between its letters, if others are wider."""
    spaces = [space.start() for space in _SPACE.finditer(text, start, end)]
    letters = [letter.start() for letter in _LETTER_BEFORE_ANOTHER.finditer(text, start, end - 1)]
    if not letters:
        return []
    beside = corners([place for at in (*spaces, *letters) for place in (at - (text[at] == " "), at + 1)])
    height = statistics.median(bottom - top for _, top, _, bottom in beside)
    gaps = [(after[0] - before[2]) / height for before, after in zip(beside[0::2], beside[1::2], strict=True)]
    usual = statistics.median(gaps[len(spaces) :])
    inside = [space for space, gap in zip(spaces, gaps, strict=False) if usual - _LESS < gap < usual + _MORE]
    others = [gap for space, gap in zip(spaces, gaps, strict=False) if space not in inside]
    return [] if others and statistics.median(others) < usual + _WIDER else inside
