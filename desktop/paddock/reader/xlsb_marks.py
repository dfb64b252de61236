"""What an XLSB says of its cells beside their values ([MS-XLSB]): formats, errors, what is merged or hidden."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from paddock.reader.archive import resolve
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.markup import attribute, parse
from paddock.reader.numbers import BUILT_IN, GENERAL
from paddock.reader.workbook_check import packed_records
from paddock.reader.xls_marks import XlsSheet
from paddock.reader.xls_words import ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.archive import Archive

_WORKBOOK: Final = "xl/workbook.bin"
_LINKS: Final = "xl/_rels/workbook.bin.rels"
_STYLES: Final = "xl/styles.bin"
# Records of [MS-XLSB] 2.4.
_SHEET, _FORMAT, _LOOK, _LOOKS_BEGIN, _LOOKS_END = 156, 44, 47, 617, 618
_ROW, _COLUMNS, _MERGED = 0, 60, 176
_NUMBERS: Final = frozenset({2, 5, 9})
_ERRORS: Final = frozenset({3, 11})
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x10, 0x01
_CELLS_MOST: Final = 2_000_000
_FORMATS_MOST: Final = 10_000
_RANGES_MOST: Final = 50_000
_COLUMNS_MOST: Final = 1 << 14
_LOOK_BITS: Final = 0xFF_FFFF


class XlsbMarks:
    """The sheets of a workbook, in the order in which it names them. What is broken in it is left out."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._codes = dict(BUILT_IN)
        self._formats: list[int] = []  # of each look, the number of its format
        self._cells = self._ranges = 0
        self._read_styles()
        self.sheets = [self._sheet(part) for part in self._parts()]

    def code(self, sheet: XlsSheet, row: int, column: int) -> str:
        """Return the number format of a cell."""
        look = sheet.looks.get((row, column), -1)
        return self._codes.get(self._formats[look], GENERAL) if 0 <= look < len(self._formats) else GENERAL

    def _part(self, name: str) -> bytes:
        try:
            return self._archive.read(name) if name in self._archive else b""
        except (Unreadable, LimitReached):
            return b""

    def _parts(self) -> Iterator[str]:
        """Yield the part that holds each sheet."""
        try:
            links = {attribute(one, "Id"): resolve(_WORKBOOK, attribute(one, "Target")) for one in self._links()}
        except Unreadable:
            links = {}
        data = self._part(_WORKBOOK)
        for kind, start, end in packed_records(data):
            if kind == _SHEET and end - start >= 12:  # noqa: PLR2004 - state, number, and a name's length
                yield links.get(_wide(data, start + 8, end), "")

    def _links(self) -> Iterator[Element]:
        yield from parse(self._part(_LINKS))

    def _read_styles(self) -> None:
        data = self._part(_STYLES)
        inside = False
        for kind, start, end in packed_records(data):
            if kind in {_LOOKS_BEGIN, _LOOKS_END}:
                inside = kind == _LOOKS_BEGIN
            elif kind == _LOOK and inside and end - start >= 4:  # noqa: PLR2004 - numbers of parent and format
                self._formats.append(struct.unpack_from("<H", data, start + 2)[0])
            elif kind == _FORMAT and end - start >= 6 and len(self._codes) < _FORMATS_MOST:  # noqa: PLR2004
                self._codes[struct.unpack_from("<H", data, start)[0]] = _wide(data, start + 2, end)

    def _sheet(self, part: str) -> XlsSheet:
        sheet, row, data = XlsSheet(), 0, self._part(part)
        for kind, start, end in packed_records(data):
            size = end - start
            if kind == _ROW and size >= 12:  # noqa: PLR2004 - as far as its flags
                row = struct.unpack_from("<I", data, start)[0]
                self._ranges += (hidden := bool(data[start + 11] & _ROW_HIDDEN))
                sheet.marks.rows += [row + 1] * (hidden and self._ranges < _RANGES_MOST)
            elif kind in _NUMBERS and size >= 8:  # noqa: PLR2004 - column and look
                column, look = struct.unpack_from("<II", data, start)
                self._add_look(sheet, row, column, look & _LOOK_BITS)
            elif kind in _ERRORS and size >= 9:  # noqa: PLR2004 - and which one
                self._cells += 1
                if self._cells <= _CELLS_MOST and (said := ERRORS.get(data[start + 8])):
                    sheet.words.errors[row, struct.unpack_from("<I", data, start)[0]] = said
            elif kind == _COLUMNS and size >= 18 and data[start + 16] & _COLUMN_HIDDEN:  # noqa: PLR2004 - to its flags
                first, last = struct.unpack_from("<II", data, start)
                self._ranges += 1
                sheet.marks.columns += [(first + 1, last + 1)] * (
                    self._ranges < _RANGES_MOST and first <= last < _COLUMNS_MOST
                )
            elif kind == _MERGED and size >= 16:  # noqa: PLR2004 - four numbers
                top, bottom, left, right = struct.unpack_from("<4I", data, start)
                self._ranges += 1
                if self._ranges < _RANGES_MOST and left <= right < _COLUMNS_MOST:
                    sheet.marks.merged.setdefault(top + 1, []).append((left, right, bottom + 1))
        return sheet

    def _add_look(self, sheet: XlsSheet, row: int, column: int, look: int) -> None:
        self._cells += 1
        # What looks like nothing in particular needs no remembering.
        if self._cells <= _CELLS_MOST and look < len(self._formats) and self._formats[look]:
            sheet.looks[row, column] = look


def _wide(data: bytes, start: int, end: int) -> str:
    """Return a text that begins with its length, as far as its record goes."""
    length = struct.unpack_from("<I", data, start)[0]
    return data[start + 4 : min(end, start + 4 + 2 * length)].decode("utf-16-le", errors="replace")
