"""PDF: running heads, running feet and page numbers, told from the text by what the neighbouring pages say there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from paddock.reader.pdf_lines import Line, PageText

# Left and right pages differ in many books: two more of the same kind to each side.
NEIGHBOURS: Final = 4
_MARGIN: Final = 0.12  # share of the page's height
_MARGIN_OF_NUMBERS: Final = 0.15  # some leave room for a stamp over the head, where the page's number is
_LINES: Final = 6  # so many lines at each end are looked at
_ROWS: Final = 3  # and so many rows of them may run through the document
_NUMBER: Final = re.compile(r"\d+")
_SPACES: Final = re.compile(r"\s+")
_ONLY_A_NUMBER: Final = re.compile(
    r"(?:page|seite|p\.|s\.)?[\s\-–—|]*(\d{1,5}|[ivxlc]{1,8})(?:\s*(?:/|of|von)\s*\d{1,5})?[\s\-–—|.]*", re.IGNORECASE
)
_TOLERANCE: Final = 6.0  # points by which a line's place may differ
_TELLING: Final = 12  # characters of a line that is no chance where left and right pages differ
_KEY_CHARACTERS: Final = 80
_DIGITS: Final = 5  # of a page's number
_FEW: Final = 4  # lines of a page, of which each is what it says
_PAGES_COUNTED: Final = 2  # besides the page itself, wherever their numbers stand
_SMALL: Final = 1.1  # times the body's height: no title
_LARGE: Final = 1.25  # times the body's height: a title, also where the next slide has the same one

Key = tuple[bool, str]


@dataclass(frozen=True)
class Margins:
    """What stands at the upper and lower end of one page: each line's words without its numbers, and its places.

    `are_all`: nothing stands between them. `last` is the lowest line, wherever that is: its place, its words without
    its numbers, and these.
    """

    lines: Mapping[Key, tuple[tuple[int, float], ...]]
    numbers: tuple[tuple[int, str], ...]
    are_all: bool
    last: tuple[int, str, tuple[int, ...]] | None = None


def margins_of(page: PageText) -> Margins:
    """Return what may run through the document on this page."""
    lines: dict[Key, tuple[tuple[int, float], ...]] = {}
    numbers: list[tuple[int, str]] = []
    upper, lower = page.height * _MARGIN, page.height * (1 - _MARGIN)
    lowest = page.height * _MARGIN_OF_NUMBERS
    beside = [
        line.top
        for line in page.lines
        if upper <= line.bottom < lowest and _is_numbered(page.flat[line.start : line.end], page.number)
    ]
    at_top = [
        number
        for number, line in enumerate(page.lines)
        if line.bottom < upper or (line.bottom < lowest and any(abs(line.top - top) < _TOLERANCE for top in beside))
    ]
    at_bottom = [number for number, line in enumerate(page.lines) if line.top > lower]
    at_top = sorted(at_top, key=lambda number: page.lines[number].top)[:_LINES]
    at_bottom = sorted(at_bottom, key=lambda number: -page.lines[number].bottom)[:_LINES]
    for is_top, several in ((True, at_top), (False, at_bottom)):
        for number in several:
            line = page.lines[number]
            said = page.flat[line.start : line.end]
            alone = _ONLY_A_NUMBER.fullmatch(said)
            is_roman = alone is not None and not alone[1].isdigit()
            words = "#" if is_roman else _SPACES.sub(" ", _NUMBER.sub("#", said.lower()))[:_KEY_CHARACTERS]
            key = (is_top, words)
            lines[key] = (*lines.get(key, ()), (number, line.top))
            if alone:
                numbers.append((number, alone[1]))
    return Margins(lines, tuple(numbers), len(at_top) + len(at_bottom) == len(page.lines) > 0, _last_line(page))


def _is_numbered(said: str, number: int) -> bool:
    """Return whether a line begins or ends with its page's number."""
    words = said.split()
    return str(number) in {words[0], words[-1]} if words else False


def _last_line(page: PageText) -> tuple[int, str, tuple[int, ...]] | None:
    """Return the lowest line if it is short and has a number: where pages end early, their number ends them."""
    if len(page.lines) < _FEW:
        return None
    number = max(range(len(page.lines)), key=lambda at: page.lines[at].bottom)
    line = page.lines[number]
    said = page.flat[line.start : line.end]
    figures = _NUMBER.findall(said) if len(said) <= _KEY_CHARACTERS else []
    if not figures or max(map(len, figures)) > _DIGITS or not (said[0].isdigit() or said[-1].isdigit()):
        return None
    return number, _SPACES.sub(" ", _NUMBER.sub("#", said.lower())), tuple(map(int, figures))


def running_lines(page: PageText, margins: Mapping[int, Margins], body_height: float, label: str) -> AbstractSet[int]:
    """Return which of the page's lines only run through it. `margins` are those of the pages around, by number."""
    own = margins[page.number]
    others = [
        margins[number]
        for number in range(page.number - NEIGHBOURS, page.number + NEIGHBOURS + 1)
        if number != page.number and number in margins
    ]
    needed = 2 if len(others) > 2 else 1  # noqa: PLR2004 - a short document has few neighbours
    turned = [
        margins[number]
        for number in range(page.number - NEIGHBOURS, page.number + NEIGHBOURS + 1, 2)
        if number != page.number and number in margins
    ]
    running = {number for number, said in own.numbers if said.lower() in {str(page.number), label.lower()}}
    # Where the pages around say nothing else either (labels, vouchers, cards), this is what they say.
    is_content = own.are_all and 2 * sum(other.are_all for other in others) >= len(others)
    for key, places in () if is_content else own.lines.items():
        for number, top in places:
            if _is_title(page.lines[number], body_height) and "#" not in key[1]:
                continue
            is_head = key[0] and len(key[1]) >= _TELLING and page.lines[number].height <= _SMALL * body_height
            may_turn = is_head and len(turned) <= 2  # noqa: PLR2004 - as above
            if _same(key, top, others) >= needed or (may_turn and _same(key, top, turned)):
                running.add(number)
    kept = _from_the_edges(page, own, running) if running else running
    if not is_content and (last := _counting(page, margins, body_height)) is not None:
        return {*kept, last}
    return kept


def _same(key: Key, top: float, others: Sequence[Margins]) -> int:
    """Return on how many of these pages the same words stand at the same height."""
    return sum(any(abs(top - theirs) < _TOLERANCE for _, theirs in other.lines.get(key, ())) for other in others)


def _counting(page: PageText, margins: Mapping[int, Margins], body_height: float) -> int | None:
    """Return which line is the lowest of its page and counts the pages, as those around do; None where none is."""
    own = margins[page.number].last
    if own is None or page.lines[own[0]].height > _SMALL * body_height:
        return None
    counted = 0
    for number in range(page.number - NEIGHBOURS, page.number + NEIGHBOURS + 1):
        last = margins[number].last if number != page.number and number in margins else None
        if last is not None and last[1] == own[1]:
            counted += any(theirs - mine == number - page.number for mine, theirs in zip(own[2], last[2], strict=True))
    return own[0] if counted >= _PAGES_COUNTED else None


def _from_the_edges(page: PageText, own: Margins, running: AbstractSet[int]) -> AbstractSet[int]:
    """Keep what no other line parts from the edge: a table's head may come again on every page, too."""
    kept: set[int] = set()
    for is_top in (True, False):
        rows = 0
        edge = -1.0
        places = {number for key, all_of in own.lines.items() if key[0] == is_top for number, _ in all_of}
        for number in sorted(places, key=lambda number: page.lines[number].top, reverse=not is_top):
            line = page.lines[number]
            if edge < 0 or abs(line.top - edge) > 0.5 * line.height:
                rows, edge = rows + 1, line.top
            if rows > _ROWS or number not in running:
                break
            kept.add(number)
    return kept


def _is_title(line: Line, body_height: float) -> bool:
    return line.height > body_height * _LARGE
