"""PDF: from what pdfium told of a page to its lines, parted where one is several, and the tables that rules part."""

from __future__ import annotations

import itertools
import re
import statistics
from typing import TYPE_CHECKING, Final

from paddock.reader import pdf_leftwards
from paddock.reader.pdf_code import code_of
from paddock.reader.pdf_grid import ruled_tables
from paddock.reader.pdf_lines import Line, PageText
from paddock.reader.pdf_spread import spread_lines
from paddock.reader.pdf_text import NO_PLACE, SPACED_OUT
from paddock.reader.pdf_typed import letter_width

if TYPE_CHECKING:
    from paddock.reader.pdf_code import Code
    from paddock.reader.pdf_rules import Rules
    from paddock.reader.pdf_text import Suspect, Told

# What text for people does not hold, each to become a space, so that places stay; line ends are spaces too.
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_MEANINGLESS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MOST: Final = 0.6
_WORDS_APART: Final = 0.15  # heights of letters, more than its letters are


def page_text(told: Told) -> PageText:
    """Return the page's lines in the order of the file, parted where they are several."""
    page = PageText(told.number, told.width, told.height, _CONTROLS.sub(" ", told.text.replace("\r\n", "  ")))
    if told.no_gaps:
        page.flat = without(page.flat, told.no_gaps)
    page.meaningless = len(_MEANINGLESS.findall(told.text)) if _MEANINGLESS.search(told.text) else 0
    page.unmapped, page.cut = told.unmapped, told.cut
    page.columns_shuffled = told.columns_shuffled
    page.has_leftwards = not page.flat.isascii() and pdf_leftwards.is_leftwards(page.flat, 0, len(page.flat))
    page.is_leftwards = page.has_leftwards and pdf_leftwards.is_mostly_leftwards(page.flat)
    if page.is_leftwards:
        told = pdf_leftwards.mirrored(told)
    lines = page.lines = _lines(told)
    if _turn_upright(page, told):
        return page
    code = _code(told, page) if told.typed else {}
    parts = _parted(lines, [one for one in told.suspects if one.number not in code] if code else told.suspects, page)
    if told.rules is not None:
        _find_tables(page, parts, _parted(lines, told.ruled, page), told.rules)
    if code:
        in_tables = {id(line) for table in page.tables for line in table.lines}
        several = {id(one): one for number, one in code.items() if number not in parts}.values()
        page.code = [one for one in several if in_tables.isdisjoint(map(id, one.lines))]
    if parts:
        page.lines = [part for number, line in enumerate(lines) for part in parts.get(number, (line,))]
    return page


def _code(told: Told, page: PageText) -> dict[int, Code]:
    """Return the code among the page's lines, by the number of each of its lines."""
    widths = {number: letter_width(told.ends, number) for number in told.typed}
    return code_of(page.lines, told.typed, widths, page.flat)


def without(flat: str, places: list[int]) -> str:
    """Return a page's text with the characters at these places left out, and all others where they were."""
    bounds = itertools.pairwise([-1, *places, len(flat)])
    return NO_PLACE.join([flat[before + 1 : place] for before, place in bounds])


def _parted(lines: list[Line], suspects: list[Suspect], page: PageText) -> dict[int, list[Line]]:
    """Return the parts of those lines that are several, by the line's number."""
    parted: dict[int, list[Line]] = {}
    spread = spread_lines(lines, suspects, page.flat)
    for suspect in suspects:
        line = lines[suspect.number]
        if line.on_its_side or suspect.number in spread:
            continue
        is_leftwards = page.has_leftwards and (
            page.is_leftwards or pdf_leftwards.is_leftwards(page.flat, line.start, line.end)
        )
        if parts := (pdf_leftwards.parts_of if is_leftwards else _parts_of)(line, suspect, page.flat):
            parted[suspect.number] = parts
    return parted


def _find_tables(page: PageText, parted: dict[int, list[Line]], by_rules: dict[int, list[Line]], rules: Rules) -> None:
    """Find the tables whose cells rules part; a line that has a place in one is parted by these alone."""
    either = parted | by_rules
    pieces = [(number, piece) for number, line in enumerate(page.lines) for piece in either.get(number, (line,))]
    page.tables = ruled_tables([piece for _, piece in pieces], rules)
    held = {id(line) for table in page.tables for line in table.lines}
    parted |= {number: either[number] for number, piece in pieces if id(piece) in held and number in either}


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


def _parts_of(line: Line, suspect: Suspect, flat: str) -> list[Line]:
    """Part one line at its wide gaps; nothing is returned where it is whole."""
    corners, gaps, allowed = suspect.corners, suspect.gaps, suspect.allowed
    wide: list[int] = []
    for number in range(len(gaps)):
        _, top, right, bottom = corners[2 * number + 1]
        left, _, _, after_bottom = corners[2 * number + 2]
        height = bottom - top
        if (
            not -height <= left - right <= allowed * height
            or not top < after_bottom < 2 * bottom - top
            or number in suspect.ruled
        ):
            wide.append(number)
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
