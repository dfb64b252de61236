"""PDF: lines of justified text, whose words are spread over a column so that they fill it."""

from __future__ import annotations

import math
import re
import statistics
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from paddock.reader.pdf_lines import Line
    from paddock.reader.pdf_text import Suspect

_LETTERS: Final = re.compile(r"[^\W\d_]")
_MOSTLY_LETTERS: Final = 0.6
_ENDS_CLAUSE: Final = frozenset(".,;:!?")
# In heights of letters: by how much the gaps of a justified line differ at most, by how much its ends from those of the
# line above or below, by how much its beginning where a paragraph begins, and how far below the next one stands.
_AS_WIDE: Final = 0.1
_EDGES_APART: Final = 0.3
_INDENT: Final = 4.0
_LINES_APART: Final = 2.5
_BEHIND_CLAUSE: Final = 2.0  # times the other gaps
_MANY: Final = 3
_ALIKE: Final = 2.4  # times the narrowest gap
_NOT_WIDER: Final = 1.5  # times the usual gap


def spread_lines(lines: list[Line], suspects: list[Suspect], flat: str) -> set[int]:
    """Return which lines have their words spread evenly from one edge of their column to the other, as prose has."""
    evenly = {suspect.number: _even_gaps(lines[suspect.number], suspect, flat) for suspect in suspects}
    spread: set[int] = set()
    for number in (*evenly, *reversed(evenly)):
        line, gaps = lines[number], evenly[number]
        most = _EDGES_APART * line.height
        for beside in (number - 1, number + 1) if gaps and number not in spread else ():
            if not 0 <= beside < len(lines) or (evenly.get(beside, 2) < 2 and beside not in spread):  # noqa: PLR2004
                continue  # one gap is always as wide as itself
            other = lines[beside]
            if (
                abs(other.right - line.right) < most
                and abs(other.left - line.left) < (most if gaps == 1 else _INDENT * line.height)
                and abs(other.bottom - line.bottom) < _LINES_APART * line.height
            ):
                spread.add(number)
    return spread | _typed_wide(lines, [suspect for suspect in suspects if suspect.number not in spread], flat)


def _typed_wide(lines: list[Line], suspects: list[Suspect], flat: str) -> set[int]:
    """Return which lines have wide gaps between all of their words, as typed and recognised pages do.

    The gaps of a table's rows stand below one another, those of such lines anywhere.
    """
    several = [suspect for suspect in suspects if len(suspect.gaps) >= _MANY]
    if len(several) < _MANY:
        return set()
    wide = {
        suspect.number: gaps
        for suspect in several
        if (gaps := _alike(suspect)) and _is_prose(lines[suspect.number], flat)
    }
    typed = {
        number
        for number, gaps in wide.items()
        if any(_is_elsewhere(gaps, wide[beside]) for beside in (number - 1, number + 1) if beside in wide)
    }
    if len(typed) < _MANY or 2 * len(typed) < len(wide):
        return set()
    usual = statistics.median(right - left for number in typed for left, right in wide[number])
    return {
        suspect.number
        for suspect in suspects
        if all(0 < right - left < _NOT_WIDER * usual for left, right in _gaps_of(suspect))
        and _is_prose(lines[suspect.number], flat)
    }


def _alike(suspect: Suspect) -> list[tuple[float, float]]:
    """Return where each gap between words begins and ends, nothing where some are much wider than others."""
    gaps = _gaps_of(suspect)
    wide = [right - left for left, right in gaps]
    return gaps if max(wide) < _ALIKE * min(wide) else []


def _gaps_of(suspect: Suspect) -> list[tuple[float, float]]:
    """Return where each gap between words begins and ends."""
    return [
        (before[2], after[0]) for before, after in zip(suspect.corners[1:-1:2], suspect.corners[2:-1:2], strict=True)
    ]


def _is_elsewhere(gaps: list[tuple[float, float]], others: list[tuple[float, float]]) -> bool:
    """Return whether most gaps stand at other places than those of the line beside."""
    below = sum(
        any(min(right, end) - max(left, begin) > 0.5 * (right - left) for begin, end in others) for left, right in gaps
    )
    return 2 * below < len(gaps)


def _even_gaps(line: Line, suspect: Suspect, flat: str) -> int:
    """Return how many gaps between a line's words are all as wide, 0 where some are not, or it is no prose.

    There is another space behind what marks an item, and there may be more behind what ends a clause.
    """
    if suspect.ruled:
        return 0
    corners, most = suspect.corners, _AS_WIDE * line.height
    begins_in_word = flat[line.start].isalnum()
    many = 0
    least, widest, behind_least, behind_widest = math.inf, -math.inf, 0.0, 0.0
    for number, (gap, _) in enumerate(suspect.gaps):
        apart = corners[2 * number + 2][0] - corners[2 * number + 1][2]
        if flat[gap - 1] in _ENDS_CLAUSE:
            behind_least, behind_widest = min(behind_least, apart), max(behind_widest, apart)
        elif begins_in_word or gap - line.start > 1:
            many += 1
            least, widest = min(least, apart), max(widest, apart)
            if widest - least > most:
                return 0
    if not many or behind_least < 0 or behind_widest > _BEHIND_CLAUSE * widest:
        return 0
    return many if _is_prose(line, flat) else 0


def _is_prose(line: Line, flat: str) -> bool:
    return len(_LETTERS.findall(flat, line.start, line.end)) > _MOSTLY_LETTERS * (line.end - line.start)
