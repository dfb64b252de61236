"""A sheet's rows as pages: regions between empty rows as tables, cut at bounds, the header above each part."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from paddock.reader.writing import PageWriter, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from paddock.reader.document import Reading
    from paddock.reader.protocol import Page

ROWS_A_PAGE: Final = 200
CHARACTERS_A_PAGE: Final = 20_000
_ROWS_A_SIGN: Final = 500
_HEADER_CHARACTERS: Final = 4000
_HEADER_ROWS: Final = 3
_HEADER_GAP: Final = 3
_GAP: Final = 6  # rows: as far below a table something may stand that goes on with it
_WORDS_LEAST: Final = 3  # beside a figure, for a row to name columns all the same
_ROWS_LOOKED_AT: Final = 10
_FEW_LINES: Final = 3
_LONG_LINE: Final = 40
_YEAR: Final = re.compile(r"(19|20)\d\d")
_FIGURE: Final = re.compile(
    r"[-+(]?[^\w\s(-]?\s?[-+]?\d[\d.,:/\s-]*\D{0,4}|#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!)"
)
_ALPHABET: Final = 26


@dataclass(frozen=True, slots=True)
class Row:
    """One row that says something: its number from 1, and its cells by column from 0, none of them empty.

    `across` gives the last column of each cell that stands over several.
    """

    number: int
    cells: Mapping[int, str]
    across: Mapping[int, int] = field(default_factory=dict)


@dataclass
class Sheet:
    """A sheet on its way to pages. `extras` are asked for behind the last row: drawings' texts, what is hidden.

    What is said of a row's cells is kept by `remark` before the next row is asked for.
    """

    name: str
    rows: Iterable[Row]
    hidden: bool = False
    extras: Iterable[Sequence[tuple[str, ...]] | str] = ()
    damage: list[str] = field(default_factory=list)
    _remarks: list[tuple[int, int, str, str]] = field(default_factory=list)  # a heap: row, count, cell, what is said
    _remarked: int = 0

    def remark(self, row: int, cell: str, untrusted_author: str, untrusted_text: str) -> None:
        """Keep what somebody said of a cell, if it says anything. Excel writes the author's name before it as well."""
        name = untrusted_author.strip()
        text = untrusted_text.strip().removeprefix(f"{name}:").strip()
        if text:
            self._remarked += 1
            said = f"Comment on {cell}{f' ({name})' if name else ''}: {text}"
            heappush(self._remarks, (row, self._remarked, cell, said))

    def remarks(self, row: float = math.inf) -> Iterator[tuple[str, str]]:
        """Yield (cell, what is said of it) down to a row, each once, those of a row as they were kept."""
        while self._remarks and self._remarks[0][0] <= row:
            yield heappop(self._remarks)[2:]


def column_name(column: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _ALPHABET)
        name = chr(ord("A") + letter) + name
    return name


def column_number(letters: str) -> int:
    """Return the column that letters name, from 0; -1 where they are none."""
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number - 1


def sheet_pages(sheet: Sheet, number: int, reading: Reading) -> Iterator[Page]:
    """Yield the pages of a sheet, the first of them with this number; one at least, however empty the sheet is.

    What is wrong with the sheet, if anything, is known behind its last row and told on its last page.
    """
    return _Pages(sheet, number, reading).pages()


class _Pages:
    """Gathers the rows of one page, a region of the sheet at a time."""

    def __init__(self, sheet: Sheet, number: int, reading: Reading) -> None:
        self._sheet = sheet
        self._number = number
        self._reading = reading
        self._writer = PageWriter(reading.limits.page_characters)
        self._region: list[Row] = []
        self._header: Row | None = None
        self._rows = self._characters = 0
        self._first = self._last = 0
        self._cut = False
        self._above = _Above()

    def pages(self) -> Iterator[Page]:
        before = 0
        for count, row in enumerate(self._sheet.rows):
            if count % _ROWS_A_SIGN == 0:
                self._reading.alive()
            size = sum(map(len, row.cells.values())) + 3 * len(row.cells)
            full = self._rows >= ROWS_A_PAGE or self._characters + size > CHARACTERS_A_PAGE
            apart = row.number != before + 1 and not self._heads(row, before)
            if self._rows and (apart or full):
                self._end_region(goes_on=full and not apart)
            if self._rows and full:
                self._cut = True
                yield self._page(last=False)
            self._region.append(row)
            self._rows += 1
            self._characters += size
            self._first = self._first or row.number
            self._last = before = row.number
        self._end_region(goes_on=False)
        self._remarks()
        for extra in self._sheet.extras:
            if isinstance(extra, str):
                self._writer.block("quote", f"> {one_line(extra, CHARACTERS_A_PAGE)}")
            else:
                self._writer.table(extra)
        yield self._page(last=True)

    def _heads(self, row: Row, before: int) -> bool:
        """Return whether what stands above a gap names the columns of the figures below it."""
        above = self._region
        if self._header or not 0 < len(above) <= _HEADER_ROWS or row.number - before > _HEADER_GAP:
            return False
        wide = any(len(one.cells) > 1 for one in above)
        return wide and _has_figures(row) and not any(map(_has_figures, above))

    def _page(self, *, last: bool) -> Page:
        sheet = self._sheet
        rows = f"rows {self._first:d}-{self._last:d}" if self._cut and self._first else ""
        words = (sheet.name, "(hidden sheet)" if sheet.hidden else "", rows)
        label = " ".join(word for word in words if word)
        damage = " ".join(sheet.damage) if last else ""
        page = self._writer.page(
            self._reading.id,
            self._number,
            "sheet",
            label=label,
            headings=(one_line(sheet.name),),
            outcome="damaged" if damage else None,
            detail=damage,
        )
        self._number += 1
        self._writer = PageWriter(self._reading.limits.page_characters)
        self._rows = self._characters = self._first = 0
        return page

    def _end_region(self, *, goes_on: bool) -> None:
        """Write the region gathered so far; where it goes on, its header stands above the next part as well."""
        region, self._region = self._region, []
        if not region:
            return
        while len(region) > 1 and len(region[0].cells) == 1 and len(region[1].cells) > 1 and not self._header:
            title = region.pop(0)
            self._writer.block("caption", *_text_and_place(title))
        header = self._header
        named = _header_rows(region) if header is None else 0
        if header is None and not goes_on and _is_prose(region):
            first, last = _text_and_place(region[0])[1], _text_and_place(region[-1])[1]
            self._writer.paragraph("\n".join(text for row in region for text in row.cells.values()), f"{first}:{last}")
        elif named:
            header = _together(region[:named])
            self._table(header, region[named:], region)
        elif header is None and len(region) == 1 and len(region[0].cells) == 1:
            self._writer.paragraph(*_text_and_place(region[0]))
        else:
            header = header or self._above.named(region)
            self._table(header, region, region)
        self._above.keep(header, region[named:])
        self._remarks(region[-1].number)
        self._header = header if goes_on and _size(header) <= _HEADER_CHARACTERS else None

    def _remarks(self, row: float = math.inf) -> None:
        """Write what is said of the cells down to a row, or of all that are left, below the rows themselves."""
        for cell, said in self._sheet.remarks(row):
            self._writer.block("quote", f"> {one_line(said, CHARACTERS_A_PAGE)}", cell)

    def _table(self, header: Row | None, body: list[Row], counted: list[Row]) -> None:
        shown = [header, *body] if header else body
        columns = sorted({column for row in shown for column in row.cells})
        table = [[row.cells.get(column, "") for column in columns] for row in shown]
        own = sorted({column for row in counted for column in row.cells})
        place = _range(own[0], counted[0].number, own[-1], counted[-1].number)
        self._writer.table(table, place, header=header is not None)


class _Above:
    """The last table of a sheet that had a header: it names the columns of what goes on below a gap as well."""

    def __init__(self) -> None:
        self._header: Row | None = None
        self._figures: dict[int, bool] = {}  # of each column: whether figures stand in it
        self._last = 0

    def keep(self, header: Row | None, body: list[Row]) -> None:
        """Take in a table that was written; one without a header ends what the one before it named."""
        if header is not None and body and _size(header) <= _HEADER_CHARACTERS:
            looked_at = body[:_ROWS_LOOKED_AT]
            self._figures = {**self._figures} if header is self._header else {}
            for column in {column for row in looked_at for column in row.cells}:
                texts = [row.cells[column] for row in looked_at if column in row.cells]
                self._figures[column] = 2 * sum(map(_is_figure, texts)) > len(texts)
            self._header, self._last = header, body[-1].number
        elif len(body) > 1:
            self._header = None

    def named(self, region: list[Row]) -> Row | None:
        """Return the header where a region below it has the same kinds of things in its columns, else None."""
        first = region[0]
        if self._header is None or first.number - self._last > _GAP or len(first.cells) < 2:  # noqa: PLR2004
            return None
        alike = all(self._figures.get(column) == _is_figure(text) for column, text in first.cells.items())
        columns = {column for row in region for column in row.cells}
        return self._header if alike and any(self._figures.values()) and columns <= self._header.cells.keys() else None


def _size(row: Row | None) -> int:
    return sum(map(len, row.cells.values())) if row else 0


def _text_and_place(row: Row) -> tuple[str, str]:
    column, text = next(iter(row.cells.items()))
    return text, f"{column_name(column)}{row.number}"


def _range(left: int, top: int, right: int, bottom: int) -> str:
    first, last = f"{column_name(left)}{top}", f"{column_name(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def _has_figures(row: Row) -> bool:
    return any(map(_is_figure, row.cells.values()))


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None and not _YEAR.fullmatch(text)


def _is_prose(region: list[Row]) -> bool:
    """Return whether a region is lines below each other, as of notes: one column of words, few or long."""
    if (
        len(region) == 1
        or len({column for row in region for column in row.cells}) > 1
        or any(map(_has_figures, region))
    ):
        return False
    return len(region) <= _FEW_LINES or sum(map(_size, region)) >= _LONG_LINE * len(region)


def _header_rows(region: list[Row]) -> int:
    """Return how many rows at a region's head name its columns: words only, over most of the columns below them."""
    if len(region) == 1:
        return 0
    if _has_figures(region[0]):
        return int(_names_figures(region))
    words = next((count for count, row in enumerate(region[: _HEADER_ROWS + 1]) if _has_figures(row)), 1)
    if words == 1 and region[0].across and len(region) > 2 and not _has_figures(region[1]):  # noqa: PLR2004 - two heads, a row
        words = 2
    # Several rows are one header where the upper ones only span columns that the last one names.
    if words > 1 and any(len(row.cells) >= len(region[words - 1].cells) for row in region[: words - 1]):
        words = 1
    columns = {column for row in region[:words] for column in row.cells}
    below = {column for row in region[words : words + 20] for column in row.cells}
    return words if 2 * len(columns) >= len(below) else 0


def _names_figures(region: list[Row]) -> bool:
    """Return whether a first row names columns of figures though it holds a figure itself, as in "12 pieces"."""
    cells = region[0].cells
    words = [column for column, text in cells.items() if not _is_figure(text)]
    if len(words) < _WORDS_LEAST or len(words) * 4 < len(cells) * 3:
        return False
    below = [[row.cells[column] for row in region[1 : 1 + _ROWS_LOOKED_AT] if column in row.cells] for column in words]
    return any(len(texts) > 1 and 2 * sum(map(_is_figure, texts)) > len(texts) for texts in below)


def _together(rows: list[Row]) -> Row:
    """Return the rows of a header as one: over each column what stands there, or spans it, from top to bottom."""
    named = {column for row in rows for column in row.cells}
    words: dict[int, list[str]] = {}
    for row in rows:
        for first, text in row.cells.items():
            # The lowest name of a column is its own; those above it may be several columns' name.
            last = row.across.get(first, first) if row is not rows[-1] else first
            for column in named & set(range(first, last + 1)):
                above = words.setdefault(column, [])
                if text not in above:
                    above.append(text)
    return Row(rows[0].number, {column: " ".join(words[column]) for column in sorted(words)})
