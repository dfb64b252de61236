"""CSV and TSV: rows in tables of two hundred, the header above each, called by their rows' numbers."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final, Literal

from paddock.reader.delimiters import best_delimiter, rows_of
from paddock.reader.encoding import detect, is_binary, lines
from paddock.reader.flowing import FlowingDocument
from paddock.reader.plain_text import not_text
from paddock.reader.sections import TABLE_ROWS, Layout, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source

_SAMPLE: Final = 65_536
_LINE_MOST: Final = 1 << 20
_COLUMNS: Final = 16_384  # as many as a sheet of Excel has
_TITLE_ROWS: Final = 5
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TABLE_CHARACTERS: Final = 20_000
_HEADER_CHARACTERS: Final = 4_000


class TableDocument(FlowingDocument):
    """A table in a text file. Raises Unreadable where the bytes are no text."""

    layout = Layout("sheet", "row")

    def __init__(self, source: Source) -> None:
        if is_binary(source.data):
            raise not_text()
        self._data = source.data
        self._encoding = detect(source.data)
        sample = ""
        for line in lines(self._data, self._encoding, _SAMPLE):
            sample += line
            if len(sample) > _SAMPLE:
                break
        # Excel writes the delimiter into a line of its own where it is not the country's.
        self._skip = sample[:4].lower() == "sep=" and sample[5:6] in {"\n", ""}
        self._delimiter = sample[4] if self._skip else best_delimiter(sample) or ","
        rows = rows_of(sample, self._delimiter)[self._skip :]
        self._header = header_row(rows)
        self.format = "tsv" if self._delimiter == "\t" else "csv"

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield tables of rows, called by their numbers among the records of the file."""
        header: tuple[str, ...] = ()
        part: list[tuple[str, ...]] = []
        size = first = number = 0
        for number, row in enumerate(self._rows(), 1):
            if number % TABLE_ROWS == 0:
                reading.alive()
            cells = _cells(row)
            if not cells:
                continue
            if number < self._header:
                yield Piece("paragraph", " ".join(cell for cell in cells if cell), first=number)
            elif number == self._header:
                header, first = cells, number
            else:
                if part and (len(part) >= TABLE_ROWS or size > _TABLE_CHARACTERS):
                    yield self._piece(header, part, first, number - 1)
                    part, size = [], 0
                    header = header if sum(map(len, header)) <= _HEADER_CHARACTERS else ()
                if not part:
                    first = number
                part.append(cells)
                size += sum(map(len, cells)) + 3 * len(cells)
        if part or header:
            yield self._piece(header, part, first, number)

    def _piece(self, header: tuple[str, ...], part: list[tuple[str, ...]], first: int, last: int) -> Piece:
        rows = (header, *part) if header else tuple(part)
        return Piece("table", first=first, last=last, rows=rows, header=bool(header))

    def _rows(self) -> Iterator[list[str]]:
        """Yield the records; a stray quotation mark that would swallow the rest is taken as it stands."""
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
        done = 0
        while True:
            text_lines = (line.replace("\0", "") for line in lines(self._data, self._encoding, _LINE_MOST))
            if self._skip:
                next(text_lines, None)
            try:
                for count, row in enumerate(csv.reader(text_lines, delimiter=self._delimiter, quoting=quoting)):
                    if count >= done:
                        yield row
                        done = count + 1
            except csv.Error:
                if quoting == csv.QUOTE_NONE:
                    yield from ([line] for line in text_lines)
                    return
                quoting = csv.QUOTE_NONE
                continue
            return


def _cells(row: list[str]) -> tuple[str, ...]:
    """Return the fields up to the last that holds anything, and no more than a sheet could have."""
    used = max((number for number, field in enumerate(row, 1) if field.strip()), default=0)
    return (*row[: min(used, _COLUMNS)], *(["…"] if used > _COLUMNS else []))


def header_row(rows: list[list[str]]) -> int:
    """Return which of the first rows names the columns, counted from 1; 0 where none does.

    Its fields are filled, or nearly all, and none is a number; a title of a field or two may stand above it.
    """
    width = max((len(_cells(row)) for row in rows), default=0)
    for number, row in enumerate(rows[:_TITLE_ROWS], 1):
        filled = [field for field in row if field.strip()]
        if len(filled) * 5 >= width * 3 and len(rows) > number:
            return 0 if any(map(_is_number, filled)) else number
        if any(map(_is_number, filled)):
            return 0
    return 0


def _is_number(field: str) -> bool:
    digits = field.strip().strip("$€£¥%()+-").replace(",", "").replace(".", "").replace(" ", "")
    # A year may well name a column.
    return digits.isdigit() and not _YEAR.fullmatch(field.strip())
