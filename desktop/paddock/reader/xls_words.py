"""What an XLS says beside its cells' values ([MS-XLS]): error values, comments, text in boxes and on paper."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Final

from paddock.reader.sheet_headers import printed_words

# Records of [MS-XLS] 2.4.
_FORMULA, _TRUTH_OR_ERROR, _NOTE, _OBJECT, _BOX, _GOES_ON = 0x0006, 0x0205, 0x001C, 0x005D, 0x01B6, 0x003C
_HEADER, _FOOTER = 0x0014, 0x0015
_IS_ERROR, _NO_NUMBER = 2, 0xFFFF  # of a formula's value, 2.5.133
ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_MOST: Final = 500_000
_CHARACTERS_MOST: Final = 50_000_000


@dataclass
class XlsWords:
    """Of one sheet: errors by (row, column), from 0; comments as (row, column, author, object).

    Texts stand by object, in the stretches in which they came.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    notes: list[tuple[int, int, str, int]] = field(default_factory=list)
    texts: dict[int, list[str]] = field(default_factory=dict)
    printed: dict[str, None] = field(default_factory=dict)

    def remarks(self) -> list[tuple[int, int, str, str]]:
        """Return (row, column, author, text) of each comment, in the order of the file, and each text once."""
        left = dict(self.texts)
        return [(row, column, author, "".join(left.pop(number, ()))) for row, column, author, number in self.notes]

    def boxes(self) -> list[str]:
        """Return the texts of boxes that are no comments, each once."""
        commenting = {number for *_, number in self.notes}
        texts = ("".join(text) for number, text in self.texts.items() if number not in commenting)
        return [text for text in dict.fromkeys(texts) if text.strip()]


class XlsWordReader:
    """Takes the records of sheets one after another, as Excel since 97 writes them."""

    def __init__(self) -> None:
        self._object = -1
        self._left = 0  # of the text that is being read, in characters
        self._kept = self._characters = 0

    def take(self, sheet: XlsWords, kind: int, data: memoryview) -> None:
        """Take in a record of a sheet."""
        if kind == _GOES_ON and self._left:
            self._go_on(sheet, data)
        elif kind == _OBJECT and len(data) >= 8:  # noqa: PLR2004 - the head of its first part, 2.5.143
            self._object = struct.unpack_from("<6xH", data)[0]
        elif kind == _BOX and len(data) >= 12:  # noqa: PLR2004 - as far as the length of its text
            self._left = struct.unpack_from("<10xH", data)[0]
        elif self._kept < _MOST:
            self._keep(sheet, kind, data)

    def _keep(self, sheet: XlsWords, kind: int, data: memoryview) -> None:
        size = len(data)
        if kind == _FORMULA and size >= 14:  # noqa: PLR2004 - row, column, look, value
            row, column, _, what, code, marked = struct.unpack_from("<HHHBxBxxxH", data)
            if what == _IS_ERROR and marked == _NO_NUMBER:
                self._error(sheet, row, column, code)
        elif kind == _TRUTH_OR_ERROR and size >= 8:  # noqa: PLR2004 - row, column, look, value, kind
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", data)
            if is_error:
                self._error(sheet, row, column, code)
        elif kind in {_HEADER, _FOOTER}:
            words = printed_words(_characters(data[2:]))
            self._kept += 1
            sheet.printed.update({words: None} if words else {})
        elif kind == _NOTE and size >= 11:  # noqa: PLR2004 - row, column, flags, object, and a name's head
            row, column, number, length = struct.unpack_from("<HH2xHH", data)
            self._kept += 1
            sheet.notes.append((row, column, _characters(data[10:])[:length], number))

    def _error(self, sheet: XlsWords, row: int, column: int, code: int) -> None:
        self._kept += 1
        sheet.errors[row, column] = ERRORS.get(code, "#ERROR")

    def _go_on(self, sheet: XlsWords, data: memoryview) -> None:
        """Take the next stretch of a box's text: each says anew how its characters are kept (2.4.58)."""
        text = _characters(data)[: self._left]
        self._left -= len(text) if text else self._left
        self._characters += len(text)
        if self._characters <= _CHARACTERS_MOST:
            self._kept += self._object not in sheet.texts
            sheet.texts.setdefault(self._object, []).append(text)


def _characters(data: memoryview) -> str:
    """Return characters behind the byte that says whether each takes one byte or two (2.5.293)."""
    return bytes(data[1:]).decode("utf-16-le" if len(data) and data[0] & 1 else "latin-1", errors="replace")
