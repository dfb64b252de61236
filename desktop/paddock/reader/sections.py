"""Cutting a stream of pieces into pages: at headings where there are any, else by length."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import msgspec

from paddock.reader.code_lines import split_code
from paddock.reader.writing import LABEL_CHARACTERS, PageWriter, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paddock.reader.document import Reading
    from paddock.reader.protocol import BlockKind, Page, PageKind, PageOutcome

Unit = Literal["line", "row", "paragraph", "entry"]

# A page longer than this is cut where a piece ends; a section shorter than that is not worth a page of its own.
PAGE_CHARACTERS: Final = 40_000
SECTION_CHARACTERS: Final = 400
TABLE_ROWS: Final = 200
TABLE_CELLS: Final = 100_000
_PIECES_A_SIGN: Final = 256
_UNITS: Final[dict[Unit, tuple[str, str]]] = {
    "line": ("line", "lines"),
    "row": ("row", "rows"),
    "paragraph": ("¶", "¶"),
    "entry": ("entry", "entries"),
}


class Look(NamedTuple):
    """How a paragraph's letters look: the size of most, 0 where it is not known; whether all are bold, or capitals."""

    size: float
    bold: bool
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One block on its way to a page: its text, or the rows of a table.

    `level` is a heading's rank (1 to 6) or how deep a list's item lies. `first` and `last` say where it stands,
    counted from 1 in the document's unit; 0 where that is not known. `place` says it in words instead. `mark` stands
    before a list's item. `new_page`: the document itself breaks the page before this piece. `look`: how its letters
    look, where that may tell headings from text. `line`: a line of code, which may be empty, and makes one block with
    those around it. `typed`: its text with its indents, where it stands in letters that are all as wide.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    first: int = 0
    last: int = 0
    place: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    header: bool = True
    mark: str = "-"
    new_page: bool = False
    look: Look | None = None
    line: bool = False
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a format's pages are called and counted. Headings down to rank `opening` begin a new page.

    `numbered` pages are the document's own, called by their number; others are cut at `characters`.
    """

    kind: PageKind
    unit: Unit
    opening: int = 2
    numbered: bool = False
    characters: int = PAGE_CHARACTERS


def opening_rank(pieces: Iterable[Piece]) -> int:
    """Return the second highest rank of heading in use: that one, and the one above, begin new pages."""
    ranks = sorted({piece.level for piece in pieces if piece.kind == "heading"})
    return ranks[min(1, len(ranks) - 1)] if ranks else 0


def place(unit: Unit, first: int, last: int) -> str:
    """Return "line 12", "lines 12–20", "¶ 7"; empty where `first` is 0."""
    if not first:
        return ""
    one, many = _UNITS[unit]
    return f"{one} {first:d}" if last <= first else f"{many} {first:d}–{last:d}"


def cut(pieces: Iterable[Piece], reading: Reading, layout: Layout, first: int = 1) -> Iterator[Page]:
    """Yield the pages from number `first` on; none where there is no text at all. Raises LimitReached."""
    cutter = _Cutter(reading, layout)
    held: Page | None = None  # kept back by one: a document of a single page needs no label "lines 1–40"
    for page in cutter.pages(pieces):
        if held is not None and held.number >= first:
            yield held
        held = page
    if held is None:
        return
    if held.number == 1 and not cutter.titled:
        held = msgspec.structs.replace(held, label="")
    if held.number >= first:
        yield held


class _Cutter:
    """Fills one page after another."""

    def __init__(self, reading: Reading, layout: Layout) -> None:
        self._reading = reading
        self._layout = layout
        self._most = reading.limits.page_characters
        self._target = self._most if layout.numbered else min(layout.characters, self._most)
        self._path: list[tuple[int, str]] = []
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._writer = PageWriter(self._most)
        self._above = tuple(title for _, title in self._path)
        self._title = self._above[-1] if self._above else ""
        self._body = 0
        self._first = self._last = 0

    @property
    def titled(self) -> bool:
        """Return whether the last page is called by a heading."""
        return bool(self._title)

    def pages(self, pieces: Iterable[Piece]) -> Iterator[Page]:
        fresh = False
        for count, piece in enumerate(pieces):
            if count % _PIECES_A_SIGN == 0:
                self._reading.alive()
            for part in _parts(piece, self._target):
                if self._writer.has_text and self._breaks(part):
                    yield self._finish()
                    fresh = True
                if fresh:
                    self._begin()
                    fresh = False
                self._write(part)
        if self._writer.has_text and not fresh:
            yield self._finish()

    def _breaks(self, piece: Piece) -> bool:
        if piece.new_page:
            return True
        if self._writer.length + _length(piece) > self._target and self._body:
            return True
        return piece.kind == "heading" and piece.level <= self._layout.opening and self._body >= SECTION_CHARACTERS

    def _write(self, piece: Piece) -> None:
        writer, where = self._writer, piece.place or place(self._layout.unit, piece.first, piece.last)
        before = writer.length
        if piece.kind == "heading":
            writer.heading(piece.level, piece.text, where)
            title = one_line(piece.text, LABEL_CHARACTERS)
            if title:
                kept = [above for above in self._path if above[0] < piece.level]
                if not before:  # what this heading ends was in force before the page, and not on it
                    self._above = tuple(name for _, name in kept)
                self._path = [*kept, (piece.level, title)]
                if not self._body or (not self._title and self._body < SECTION_CHARACTERS):
                    self._title = title
        elif piece.rows:
            writer.table(piece.rows, where, header=piece.header)
        elif piece.kind == "list" and piece.level:
            writer.item(piece.text, where, piece.level - 1, piece.mark)
        else:
            writer.block(piece.kind, piece.text, where)
        if writer.length == before:
            return
        if piece.kind != "heading":
            self._body += writer.length - before
        if piece.first:
            self._first = self._first or piece.first
            self._last = max(self._last, piece.last, piece.first)

    def _finish(self) -> Page:
        self._number += 1
        label = self._title or ("" if self._layout.numbered else place(self._layout.unit, self._first, self._last))
        return self._writer.page(self._reading.id, self._number, self._layout.kind, label=label, headings=self._above)


def _length(piece: Piece) -> int:
    """Return about how many characters the piece takes on its page."""
    if not piece.rows:
        return len(piece.text) + 2
    width = max(len(row) for row in piece.rows)
    return sum(sum(map(len, row)) for row in piece.rows) + (3 * width + 3) * len(piece.rows)


def _parts(piece: Piece, most: int) -> Iterator[Piece]:
    """Yield the piece in parts that each fit on a page; a table's header stands above each of its parts."""
    if piece.rows:
        yield from _table_parts(piece, most)
    elif len(piece.text) <= most:
        yield piece
    elif piece.kind == "code" and (parts := list(split_code(piece, most))):
        yield from parts
    else:
        for number, text in enumerate(split_text(piece.text, most)):
            yield replace(piece, text=text, new_page=piece.new_page and not number)


def _table_parts(piece: Piece, most: int) -> Iterator[Piece]:
    width = max(len(row) for row in piece.rows)
    rows_most = max(1, min(TABLE_ROWS, TABLE_CELLS // max(1, width)))
    head, body = (piece.rows[:1], piece.rows[1:]) if piece.header else ((), piece.rows)
    if len(body) <= rows_most and _length(piece) <= most:
        yield piece
        return
    part: list[tuple[str, ...]] = []
    size = head_size = _length(replace(piece, rows=head)) if head else 0
    offset = 0
    for row in body:
        row_size = sum(map(len, row)) + 3 * width + 3
        if part and (len(part) >= rows_most or size + row_size > most):
            yield _table_part(piece, head, part, offset)
            offset += len(part)
            part, size = [], head_size
        part.append(row)
        size += row_size
    if part:
        yield _table_part(piece, head, part, offset)


def _table_part(piece: Piece, head: Sequence[tuple[str, ...]], part: list[tuple[str, ...]], offset: int) -> Piece:
    """Return one part of a table; its own rows are counted where the piece's `first` and `last` count rows."""
    counted = piece.first and piece.last - piece.first + 1 == len(piece.rows) - len(head)
    first = piece.first + offset if counted else piece.first
    last = first + len(part) - 1 if counted else piece.last
    return replace(piece, rows=(*head, *part), first=first, last=last, new_page=piece.new_page and not offset)


def split_text(text: str, most: int) -> Iterator[str]:
    """Yield the text in parts of at most `most` characters, cut at a line's end, else at a space, else anywhere."""
    cuts = [0]
    while len(text) - cuts[-1] > most:
        start, end = cuts[-1] + most // 2, cuts[-1] + most
        at = text.rfind("\n", start, end)
        if at < 0:
            at = text.rfind(" ", start, end)
        cuts.append(end if at < 0 else at + 1)
    for start, end in pairwise([*cuts, len(text)]):
        yield text[start:end]


def refused_page(
    reading: Reading, number: int, kind: PageKind, outcome: PageOutcome, detail: str, *, attachment: str = ""
) -> Page:
    """Return a page that stands for something which was not read, and says why."""
    return PageWriter(1).page(
        reading.id, number, kind, outcome=outcome, detail=one_line(detail, 1000), attachment=attachment
    )
