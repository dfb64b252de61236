"""PDF: from what pdfium told of a page to its lines, each a stretch of text that stands together."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader import pdf_leftwards
from paddock.reader.pdf_text import SPACED_OUT

if TYPE_CHECKING:
    from paddock.reader.pdf_text import Suspect, Told

# pdfium writes U+FFFE for a hyphen that ends a line and parts a word; nothing else there marks the line's end.
HYPHEN: Final = "\ufffe"
# What text for people does not hold, each to become a space, so that places stay; line ends are spaces too.
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_MEANINGLESS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MOST: Final = 0.6
_WORDS_APART: Final = 0.15  # heights of letters, more than its letters are
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


@dataclass(slots=True)
class Line:
    """A line of text, or a part of one that stands apart: `flat[start:end]`, and where that is."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    on_its_side: bool = False
    is_weak: bool = False  # parted from what stands before it, if that is in a table
    words: tuple[tuple[int, int], ...] = ()  # of a line of letters set apart

    @property
    def height(self) -> float:
        """Return how high its letters stand, with what a font leaves above and below them."""
        return self.bottom - self.top


@dataclass(slots=True)
class PageText:
    """What a page says. `flat` is pdfium's text with a space for each line end and control character."""

    number: int
    width: float
    height: float
    flat: str = ""
    lines: list[Line] = field(default_factory=list)
    columns_shuffled: bool = False
    meaningless: int = 0  # control characters, which no page shows
    is_leftwards: bool = False  # and mirrored
    unmapped: float = 0.0  # share of a sample of its characters for which the file does not say what they mean
    cut: bool = False


def page_text(told: Told) -> PageText:
    """Return the page's lines in the order of the file, parted where they are several."""
    page = PageText(told.number, told.width, told.height, _CONTROLS.sub(" ", told.text.replace("\r\n", "  ")))
    page.meaningless = len(_MEANINGLESS.findall(told.text)) if _MEANINGLESS.search(told.text) else 0
    page.unmapped, page.cut = told.unmapped, told.cut
    page.columns_shuffled = told.columns_shuffled
    page.is_leftwards = pdf_leftwards.is_mostly_leftwards(page.flat)
    if page.is_leftwards:
        told = pdf_leftwards.mirrored(told)
    lines = page.lines = _lines(told)
    if _turn_upright(page, told) or not told.suspects:
        return page
    page.lines = []
    spread = _spread(lines, told.suspects, page.flat)
    done = 0
    for suspect in told.suspects:
        line = lines[suspect.number]
        if line.on_its_side or suspect.number in spread:
            continue
        is_leftwards = page.is_leftwards or pdf_leftwards.is_leftwards(page.flat, line.start, line.end)
        parts = (pdf_leftwards.parts_of if is_leftwards else _parts_of)(line, suspect, page.flat)
        if parts:
            page.lines += lines[done : suspect.number]
            page.lines += parts
            done = suspect.number + 1
    page.lines += lines[done:]
    return page


def _lines(told: Told) -> list[Line]:
    lines: list[Line] = []
    for (start, end), (left, top, right, bottom), (last_left, last_top, last_right, last_bottom) in zip(
        told.places, told.ends[0::2], told.ends[1::2], strict=True
    ):
        line = Line(start, end, left, top, last_right, bottom)
        lines.append(line)
        if last_bottom <= top or last_top >= bottom or last_right < left:  # not one line to the eye
            line.on_its_side = last_left < right and last_right > left
            line.left, line.right = min(left, last_left), max(right, last_right)
            line.top, line.bottom = min(top, last_top), max(bottom, last_bottom)
        elif last_bottom - last_top > bottom - top:  # a small raised figure does not tell how high a line is
            line.top, line.bottom = last_top, last_bottom
    for number in told.bold:
        lines[number].bold = True
    return lines


def _turn_upright(page: PageText, told: Told) -> bool:
    """Turn a page whose lines mostly stand on their side; return whether it was one."""
    on_their_side = [number for number, line in enumerate(page.lines) if line.on_its_side]
    if not on_their_side or len(on_their_side) <= len(page.lines) * _MOST:
        return False
    longest = max(on_their_side, key=lambda number: page.lines[number].end - page.lines[number].start)
    upwards = told.ends[2 * longest + 1][3] <= told.ends[2 * longest][1]
    for line in page.lines:
        left, top, right, bottom = line.left, line.top, line.right, line.bottom
        if upwards:
            line.left, line.right, line.top, line.bottom = page.height - bottom, page.height - top, left, right
        else:
            line.left, line.right, line.top, line.bottom = top, bottom, page.width - right, page.width - left
        line.on_its_side = False
    page.width, page.height = page.height, page.width
    return True


def _words_of(line: Line, suspect: Suspect, flat: str) -> tuple[tuple[int, int], ...]:
    """Return the words of a line of letters set apart: what stands clearly further apart than its letters do.

    Empty where it is of whole words, an alphabet or a row of signs that are all the same.
    """
    if not SPACED_OUT.fullmatch(flat, line.start, line.end):
        return ()
    letters = [ord(letter) for letter in flat[line.start : line.end].split()]
    corners = zip(suspect.corners[1:-1:2], suspect.corners[2:-1:2], strict=True)
    gaps = [
        (gap, after[0] - before[2])
        for gap, (before, after) in zip(suspect.gaps, corners, strict=True)
        if line.start < gap[0] < line.end
    ]
    is_alphabet = letters == list(range(letters[0], letters[0] + len(letters)))
    if is_alphabet or 2 * len(set(letters)) < len(letters) or len(gaps) < len(letters) - 1:
        return ()
    usual = statistics.median(apart for _, apart in gaps)
    words: list[tuple[int, int]] = []
    start = line.start
    for (gap_start, gap_end), apart in gaps:
        if apart > usual + _WORDS_APART * line.height:
            words.append((start, gap_start))
            start = gap_end
    return (*words, (start, line.end))


def _spread(lines: list[Line], suspects: list[Suspect], flat: str) -> set[int]:
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
    return spread


def _even_gaps(line: Line, suspect: Suspect, flat: str) -> int:
    """Return how many gaps between a line's words are all as wide, 0 where some are not, or it is no prose.

    There is another space behind what marks an item, and there may be more behind what ends a clause.
    """
    apart: list[float] = []
    behind_clauses = [0.0]
    for (gap, _), before, after in zip(suspect.gaps, suspect.corners[1:-1:2], suspect.corners[2:-1:2], strict=True):
        if flat[gap - 1] in _ENDS_CLAUSE:
            behind_clauses.append(after[0] - before[2])
        elif gap - line.start > 1 or flat[line.start].isalnum():
            apart.append(after[0] - before[2])
    if not apart or max(apart) - min(apart) > _AS_WIDE * line.height:
        return 0
    if min(behind_clauses) < 0 or max(behind_clauses) > _BEHIND_CLAUSE * max(apart):
        return 0
    is_prose = len(_LETTERS.findall(flat, line.start, line.end)) > _MOSTLY_LETTERS * (line.end - line.start)
    return len(apart) if is_prose else 0


def _parts_of(line: Line, suspect: Suspect, flat: str) -> list[Line]:
    """Part one line at its wide gaps; nothing is returned where it is whole."""
    corners, gaps, allowed = suspect.corners, suspect.gaps, suspect.allowed
    wide = [
        number
        for number, ((_, before_top, before_right, before_bottom), (after_left, _, _, after_bottom)) in enumerate(
            zip(corners[1:-1:2], corners[2:-1:2], strict=True)
        )
        if not -(before_bottom - before_top) <= after_left - before_right <= allowed * (before_bottom - before_top)
        or not before_top < after_bottom < 2 * before_bottom - before_top
    ]
    parts: list[Line] = []
    start, first = line.start, corners[0]
    if not wide:
        line.words = _words_of(line, suspect, flat)
        return parts
    for number in [*wide, len(gaps)]:
        last = corners[2 * number + 1]
        taller = last if last[3] - last[1] > first[3] - first[1] else first
        end = gaps[number][0] if number < len(gaps) else line.end
        part = Line(start, end, first[0], taller[1], last[2], taller[3], line.bold)
        part.words = _words_of(part, suspect, flat)
        part.is_weak = suspect.is_weak and bool(parts)
        parts.append(part)
        if number < len(gaps):
            start, first = gaps[number][1], corners[2 * number + 2]
    return parts
