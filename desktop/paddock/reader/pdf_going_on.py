"""PDF: text that goes on in the next column or on the next page, in the middle of a sentence or of a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_lines import HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from paddock.reader.pdf_lines import Line, PageText

_SAME_HEIGHT: Final = 0.08
_PROSE_CHARACTERS: Final = 30  # of the line before, which is no label then
_ENDS: Final = frozenset(".:;!?…。！？")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_WORD: Final = re.compile(r"[^\W\d_]{2,}-?")


def is_cut(flat: str, line: Line) -> bool:
    """Return whether a hyphen ends the line, and parts a word or belongs to one."""
    return flat[line.end : line.end + 1] == HYPHEN or (flat[line.end - 1] == "-" and flat[line.end - 2].isalpha())


def is_open(flat: str, lines: Sequence[Line]) -> bool:
    """Return whether a paragraph ends in the middle of a word, or of a sentence that fills its line."""
    last = lines[-1]
    if last.on_its_side or not _LAST_WORD.search(flat, max(last.start, last.end - 12), last.end):
        return False
    if is_cut(flat, last):
        return True
    is_prose = last.end - last.start >= _PROSE_CHARACTERS and last.right > lines[0].right - 2 * last.height
    return is_prose and flat[last.end - 1] not in _ENDS


def goes_on(flat: str, lines: Sequence[Line], following: Sequence[Line]) -> bool:
    """Return whether a paragraph that is open goes on with these lines: further up, in letters of the same height."""
    last, first = lines[-1], following[0]
    return (
        flat[first.start].islower()
        and not first.on_its_side
        and first.top < last.top - last.height
        and first.left > last.left
        and abs(first.height - last.height) <= _SAME_HEIGHT * last.height
    )


def first_word(page: PageText, running: AbstractSet[int]) -> str:
    """Return the word, or the rest of one, that the page's own text begins with, if it is written small."""
    line = next(
        (line for number, line in enumerate(page.lines) if number not in running and not line.on_its_side),
        None,
    )
    word = _WORD.match(page.flat, line.start, line.end) if line is not None else None
    return word[0] if word is not None and word[0].islower() else ""
