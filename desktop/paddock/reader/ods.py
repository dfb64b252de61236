"""ODS (OpenDocument 1.3, spreadsheets), row by row: each cell by the text that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import with_code
from paddock.reader.document import Unreadable
from paddock.reader.flowing import FlowingDocument
from paddock.reader.grid import Row, Sheet, column_name, sheet_pages
from paddock.reader.markup import attribute, drop, local, whole_number
from paddock.reader.odf_body import OdfBody
from paddock.reader.odf_flat import open_odf
from paddock.reader.odf_package import OFFICE, TABLE, is_own
from paddock.reader.odf_styles import OdfStyles
from paddock.reader.odf_text import is_drawing, odf_words, remark
from paddock.reader.sheet_marks import Marks, Spreading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.document import Reading, Source
    from paddock.reader.markup import Markup
    from paddock.reader.protocol import Page

_COLUMNS: Final = 16_384
# What says something and is kept once for many times: a cell is shown so often, a row until so many cells are.
_CELL_TIMES, _REPEATED_CELLS = 1024, 100_000
_ROWS: Final = 1 << 20
_UNSEEN: Final = frozenset({"collapse", "filter"})
_TAGS: Final = (f"{TABLE}table-row", f"{TABLE}table", f"{TABLE}shapes", f"{OFFICE}automatic-styles")


class OdsDocument(FlowingDocument):
    """A spreadsheet. Raises Unreadable."""

    format = "ods"

    def __init__(self, source: Source) -> None:
        self._package = open_odf(source)
        self.title, self.author = self._package.title, self._package.author

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the sheets in their order, large ones in several pages. Raises Unreadable behind the last one."""
        styles = OdfStyles()
        styles.add(self._package.tree("styles.xml"))
        markup = self._package.content()
        reader = _Reader(markup, styles, OdfBody(self._package, styles))
        number = 1
        for sheet in reader.sheets():
            for page in sheet_pages(sheet, number, reading):
                number = page.number + 1
                if page.number >= first:
                    yield page
        if markup.damage:
            raise Unreadable("damaged", "This file is damaged; what could be read of it stands here.", markup.damage)


class _Reader:
    """Takes the sheets from the stream of their parts, one after another."""

    def __init__(self, markup: Markup, styles: OdfStyles, body: OdfBody) -> None:
        self._parts = markup.pieces(_TAGS)
        self._styles = styles
        self._body = body
        self._extras: list[tuple[tuple[str, ...], ...] | str] = []
        self._marks = Marks()

    def sheets(self) -> Iterator[Sheet]:
        """Yield each sheet; its rows must be taken before the next one is asked for."""
        for part in self._parts:
            if local(part) == "automatic-styles":
                self._styles.add(part)
            table = _sheet_of(part)
            if table is None:
                continue
            self._extras, self._marks = [], Marks(columns=list(_hidden_columns(table)))
            sheet = Sheet(attribute(table, "name"), (), attribute(table, "style-name") in self._styles.hidden)
            sheet.rows = self._rows(part, sheet)
            sheet.extras = self._extras
            yield sheet

    def _rows(self, part: Element | None, sheet: Sheet) -> Iterator[Row]:
        number = 1
        marks, extras = self._marks, self._extras
        spreading = Spreading(marks)
        while part is not None:
            name = local(part)
            if _sheet_of(part) is None:
                pass  # a table inside a cell or a shape: it is read with what it stands in
            elif name == "table":
                if hidden := marks.hidden():
                    extras.insert(0, hidden)
                drop(part)
                return
            elif name == "shapes":
                self._drawings(part)
            else:
                times = max(1, whole_number(attribute(part, "number-rows-repeated"), 1))
                cells = self._cells(part, number, sheet)
                shown = min(times, max(1, _REPEATED_CELLS // len(cells))) if cells else 0
                if cells and shown < times:
                    sheet.damage.append(f"Row {number} is repeated {times:,} times; {shown:,} of them are shown.")
                unseen = attribute(part, "visibility") in _UNSEEN
                for again in range(shown):
                    marks.rows += [number + again] * unseen
                    filled = dict(cells)
                    across = spreading.row(number + again, filled)
                    yield Row(number + again, filled, across)
                number += times
                drop(part)
            part = next(self._parts, None)

    def _cells(self, row: Element, number: int, sheet: Sheet) -> dict[int, str]:
        cells: dict[int, str] = {}
        column = 0
        for cell in row:
            if local(cell) not in {"table-cell", "covered-table-cell"}:
                continue
            times = max(1, whole_number(attribute(cell, "number-columns-repeated"), 1))
            text = self._cell(cell, column, number, sheet) if len(cell) else ""
            text = text or _value(cell)
            wide, high = (
                min(most, max(1, whole_number(attribute(cell, f"number-{what}-spanned"), 1)))
                for what, most in (("columns", _COLUMNS), ("rows", _ROWS))
            )
            if text and wide * high > 1:
                merged = (column, column + wide - 1, number + high - 1)
                self._marks.merged.setdefault(number, []).append(merged)
            for again in range(min(times, _CELL_TIMES) if text else 0):
                if column + again < _COLUMNS:
                    cells[column + again] = text
            column += times
        return cells

    def _cell(self, cell: Element, column: int, row: int, sheet: Sheet) -> str:
        lines = []
        for one in cell:
            name = local(one)
            if name == "p":
                lines.append(odf_words(one, self._styles).text)
            elif name == "annotation":
                author, said = remark(one, self._styles)
                sheet.remark(row, f"{column_name(min(column, _COLUMNS))}{row}", author, said)
            elif is_drawing(one):
                self._add(one)
        return "\n".join(lines).strip()

    def _drawings(self, shapes: Element) -> None:
        for one in shapes:
            if is_drawing(one):
                self._add(one)

    def _add(self, drawing: Element) -> None:
        for piece in with_code(self._body.drawing(drawing)):
            self._extras.append(piece.rows or piece.text)


def _hidden_columns(table: Element) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of columns that are not shown, counted from 1."""
    column = 1
    for one in table.iter(f"{TABLE}table-column"):
        times = max(1, whole_number(attribute(one, "number-columns-repeated"), 1))
        # The last column is repeated to the end of the sheet, where nothing stands.
        if attribute(one, "visibility") in _UNSEEN and column <= _COLUMNS:
            yield column, column + times - 1
        column += times


def _sheet_of(part: Element) -> Element | None:
    """Return the sheet that a row, or the end of a sheet, belongs to; None for tables inside something else."""
    table = part if local(part) == "table" else next((up for up in part.iterancestors() if local(up) == "table"), None)
    above = table.getparent() if table is not None else None
    return table if above is not None and local(above) == "spreadsheet" and is_own(above) else None


def _value(cell: Element) -> str:
    """Return the value of a cell that shows no text, as some programs write them."""
    kind = attribute(cell, "value-type")
    if not kind:
        return ""
    return attribute(cell, f"{kind}-value") or attribute(cell, "value")
