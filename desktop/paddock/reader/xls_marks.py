"""What an XLS says of its cells beside their values ([MS-XLS]): number formats, merged cells, what is hidden.

What it says in words is `xls_words`' business.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Final

from paddock.reader.numbers import BUILT_IN, GENERAL
from paddock.reader.sheet_marks import Marks
from paddock.reader.workbook_check import records
from paddock.reader.xls_words import XlsWordReader, XlsWords

# Records of [MS-XLS] 2.4.
_BEGIN, _END, _SHEET, _FORMAT, _LOOK = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_FORMULA, _NUMBER, _SMALL, _SMALLS = 0x0006, 0x0203, 0x027E, 0x00BD
_ROW, _COLUMNS, _MERGED = 0x0208, 0x007D, 0x00E5
_VERSION_8: Final = 0x0600
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_CELLS_MOST: Final = 2_000_000
_FORMATS_MOST: Final = 10_000
_RANGES_MOST: Final = 50_000


@dataclass
class XlsSheet:
    """One sheet: the look of each number by (row, column), counted from 0; what is merged or hidden; its words."""

    looks: dict[tuple[int, int], int] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    words: XlsWords = field(default_factory=XlsWords)


class XlsMarks:
    """The sheets of a workbook's stream, in the order in which it names them."""

    def __init__(self, untrusted_stream: bytes) -> None:
        self._stream = untrusted_stream
        self._codes = dict(BUILT_IN)
        self._formats: list[int] = []  # of each look, the number of its format
        self._cells = self._ranges = 0
        self._words = XlsWordReader()
        self.sheets: list[XlsSheet] = []
        self._read()

    def code(self, sheet: XlsSheet, row: int, column: int) -> str:
        """Return the number format of a cell."""
        look = sheet.looks.get((row, column), -1)
        return self._codes.get(self._formats[look], GENERAL) if 0 <= look < len(self._formats) else GENERAL

    def _read(self) -> None:
        by_place: dict[int, XlsSheet] = {}
        inside: list[XlsSheet | None] = []  # a chart lies in the stream of the sheet that shows it
        wide = True
        view = memoryview(self._stream)
        for kind, start, end in records(self._stream):
            size = end - start
            if kind == _BEGIN:
                if not inside and not self.sheets and size >= 2:  # noqa: PLR2004 - a version of two bytes
                    wide = self._numbers("<H", start)[0] == _VERSION_8
                inside.append(by_place.get(start - 4))
            elif kind == _END:
                del inside[-1:]
            elif kind == _SHEET and size >= 4:  # noqa: PLR2004 - a place of four bytes
                sheet = XlsSheet()
                self.sheets.append(sheet)
                by_place[self._numbers("<I", start)[0]] = sheet
            elif kind == _LOOK and size >= 4:  # noqa: PLR2004 - numbers of font and format
                self._formats.append(self._numbers("<HH", start)[1])
            elif kind == _FORMAT and size > 3:  # noqa: PLR2004 - a number and a length
                self._add_format(start, end, wide=wide)
            elif inside and (current := inside[-1]) is not None:
                self._add_cells(current, kind, start, end)
                if wide:
                    self._words.take(current.words, kind, view[start:end])

    def _numbers(self, form: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(form, self._stream, at)

    def _add_format(self, start: int, end: int, *, wide: bool) -> None:
        if len(self._codes) >= _FORMATS_MOST:
            return
        number = self._numbers("<H", start)[0]
        if not wide:
            self._codes[number] = self._stream[start + 3 : end].decode("cp1252", errors="replace")
        elif end - start > 5:  # noqa: PLR2004 - behind number, length and how the characters are kept
            doubled = self._stream[start + 4] & 1
            self._codes[number] = self._stream[start + 5 : end].decode(
                "utf-16-le" if doubled else "latin-1", errors="replace"
            )

    def _add_cells(self, sheet: XlsSheet, kind: int, start: int, end: int) -> None:
        size, marks = end - start, sheet.marks
        if kind in {_FORMULA, _NUMBER, _SMALL} and size >= 6:  # noqa: PLR2004 - row, column, look
            row, column, look = self._numbers("<HHH", start)
            self._add_look(sheet, row, column, look)
        elif kind == _SMALLS and size >= 6:  # noqa: PLR2004 - row, first and last column
            row, first = self._numbers("<HH", start)
            for count, at in enumerate(range(start + 4, end - 7, 6)):
                self._add_look(sheet, row, first + count, self._numbers("<H", at)[0])
        elif kind == _ROW and size >= 14 and self._numbers("<H", start + 12)[0] & _ROW_HIDDEN:  # noqa: PLR2004
            self._ranges += 1
            marks.rows += [self._numbers("<H", start)[0] + 1] if self._ranges < _RANGES_MOST else []
        elif kind == _COLUMNS and size >= 10 and self._numbers("<H", start + 8)[0] & _COLUMN_HIDDEN:  # noqa: PLR2004
            first, last = self._numbers("<HH", start)
            self._ranges += 1
            marks.columns += [(first + 1, last + 1)] if self._ranges < _RANGES_MOST and first <= last else []
        elif kind == _MERGED:
            for at in range(start + 2, end - 7, 8):
                top, bottom, left, right = self._numbers("<4H", at)
                self._ranges += 1
                if self._ranges < _RANGES_MOST:
                    marks.merged.setdefault(top + 1, []).append((left, right, bottom + 1))

    def _add_look(self, sheet: XlsSheet, row: int, column: int, look: int) -> None:
        self._cells += 1
        # What looks like nothing in particular needs no remembering.
        if self._cells <= _CELLS_MOST and 0 <= look < len(self._formats) and self._formats[look]:
            sheet.looks[row, column] = look
