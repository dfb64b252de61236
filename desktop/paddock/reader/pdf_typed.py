"""PDF: which lines are typed in letters that are all as wide, as code is, and how many letters wide their gaps are."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.reader.pdf_calls import Calls
    from paddock.reader.pdf_text import Corners, Told

_NAMES: Final = re.compile(
    rb"tt(?![a-z])|mono(?!t)|monl|monaco|couri|consol|menlo|typewriter|code|hack|iosevka|fixed|terminal|andale",
    re.IGNORECASE,
)
# In heights of letters: by how much the widths of the first and the last letter differ (some reach beyond).
_AS_WIDE: Final = 0.1
_NARROW: Final = 0.37  # and how wide they are
_WIDE: Final = 0.82
_MOST_LETTERS: Final = 60  # of a gap
_ROUNDED: Final = 0.2  # some set letters apart, and with them gaps that are one letter wide
_SPACES: Final = re.compile(" +")


def typed_lines(
    told: Told, calls: Calls, text: int, at: Callable[[int], int], corners: Callable[[list[int]], list[Corners]]
) -> dict[int, list[int]]:
    """Return the typed lines by number, each with how many letters wide its gaps are; empty where each is one wide.

    `at` and `corners` give what pdfium calls a place in the text, and where the characters at such places stand.
    Lines that stand alone are not looked at.
    """
    may_be = _of_one_width(told.ends)
    numbers = [number for number in may_be if number - 1 in may_be or number + 1 in may_be]
    found: dict[int, list[int]] = {}
    for number in numbers:
        start, end = told.places[number]
        if not all(_is_for_typing(calls.font_name(text, at(place))) for place in (start, end - 1)):
            continue
        width = letter_width(told.ends, number)
        found[number] = []
        if (
            round((told.ends[2 * number + 1][0] - told.ends[2 * number][0]) / width) != end - 1 - start
        ):  # pdfium tells of a wide gap as one space
            gaps = [gap.span() for gap in _SPACES.finditer(told.text, start, end)]
            beside = corners([place for begin, behind in gaps for place in (begin - 1, behind)])
            found[number] = [
                max(1, min(_MOST_LETTERS, int((after[0] - before[2]) / width + _ROUNDED)))
                for before, after in zip(beside[0::2], beside[1::2], strict=True)
            ]
    return found


def letter_width(ends: Sequence[Corners], number: int) -> float:
    """Return how wide the letters of a typed line are."""
    first, last = ends[2 * number], ends[2 * number + 1]
    return min(first[2] - first[0], last[2] - last[0])


def _of_one_width(ends: Sequence[Corners]) -> set[int]:
    """Return the numbers of lines whose first letter is as wide as the last."""
    return {
        number
        for number, ((left, top, right, bottom), last) in enumerate(zip(ends[0::2], ends[1::2], strict=True))
        if abs(right - left - last[2] + last[0]) < _AS_WIDE * (bottom - top)
        and _NARROW * (bottom - top) < right - left < _WIDE * (bottom - top)
    }


@functools.lru_cache(maxsize=512)
def _is_for_typing(font: bytes) -> bool:
    """Return whether a font is one for typing, by its name: what files say besides is often wrong."""
    return _NAMES.search(font) is not None
