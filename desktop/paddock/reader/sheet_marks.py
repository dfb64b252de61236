"""What a sheet says beside its cells: which of them are merged, which rows and columns are hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Final

from paddock.reader.grid import column_name, column_number
from paddock.reader.sheet_headers import printed_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paddock.reader.archive import Member

_PIECE: Final = 1 << 20
_OVERLAP: Final = 600  # no tag that is looked for is longer
_MERGED: Final = re.compile(rb"mergeCell\s[^<>]*?\bref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']")
_COLUMN: Final = re.compile(rb"<(?:\w{1,20}:)?col\s[^<>]{0,400}>")
_ATTRIBUTE: Final = re.compile(rb"\b(min|max|hidden)=[\"'](\w{1,8})[\"']")
_PRINTED: Final = re.compile(rb"<(?:\w{1,20}:)?(?:odd|even|first)(?:Header|Footer)\b[^<>]{0,100}>([^<]{1,400})<")
_PRINTED_MOST: Final = 20
_MERGED_MOST: Final = 50_000
_COLUMNS_MOST: Final = 1000
_RANGES_SHOWN: Final = 50
# A label beside many rows stands beside each of them; an essay does not.
_REPEATED_CHARACTERS: Final = 80
_LABELS_MOST: Final = 64  # beside one row


@dataclass
class Marks:
    """Merged cells by their first row: (first column, last column, last row); hidden columns and rows, from 1.

    `printed` has the words above and below its pages on paper.
    """

    merged: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    columns: list[tuple[int, int]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    printed: dict[str, None] = field(default_factory=dict)

    def hidden(self) -> str:
        """Return a sentence on what the sheet does not show though it is there; empty where there is nothing."""
        columns = _ranges((first, last, column_name(first - 1), column_name(last - 1)) for first, last in self.columns)
        rows = _ranges((row, row, str(row), str(row)) for row in self.rows)
        said = [_named("row", rows)] * bool(rows) + [_named("column", columns)] * bool(columns)
        return f"Hidden in this sheet: {' and '.join(said)}." if said else ""


class Spreading:
    """Puts the words of cells merged downwards beside each row that they stand beside."""

    def __init__(self, marks: Marks) -> None:
        self._merged = marks.merged
        self._open: dict[int, tuple[int, str]] = {}  # column: (last row, text)

    def row(self, number: int, cells: dict[int, str]) -> dict[int, int]:
        """Fill in a row's cells; return the last column of each that stands over several. Rows come in order."""
        for column, (last, text) in list(self._open.items()):
            if last < number:
                del self._open[column]
            elif cells:
                cells.setdefault(column, text)
        across: dict[int, int] = {}
        for first, last_column, last in self._merged.get(number, ()) if cells else ():
            text = cells.get(first, "")
            if last > number and 0 < len(text) <= _REPEATED_CHARACTERS and len(self._open) < _LABELS_MOST:
                self._open[first] = (last, text)
            if last_column > first and text:
                across[first] = last_column
        return across


def marks_of(untrusted_member: Member) -> Marks:
    """Return the marks of a sheet's part (ISO/IEC 29500-1, 18.3.1.55 and 18.3.1.13) before its rows are read.

    It is looked through as bytes: what is merged stands behind the cells.
    """
    found = Marks()
    count = 0
    rest = b""
    while piece := untrusted_member.read(_PIECE):
        text = rest + piece
        # What lies in the overlap whole was found with the piece before it.
        for one in _MERGED.finditer(text) if b"mergeCell" in text else ():
            if one.end() <= len(rest) or count >= _MERGED_MOST:
                continue
            count += 1
            left, right = column_number(one[1].decode()), column_number(one[3].decode())
            found.merged.setdefault(int(one[2]), []).append((left, right, int(one[4])))
        for one in _COLUMN.finditer(text) if b"hidden=" in text else ():
            said = dict(_ATTRIBUTE.findall(one[0]))
            numbers = said.get(b"min", b""), said.get(b"max", b"")
            if (
                one.end() <= len(rest)
                or said.get(b"hidden") not in {b"1", b"true"}
                or not all(map(bytes.isdigit, numbers))
            ):
                continue
            if len(found.columns) < _COLUMNS_MOST:
                found.columns.append((max(1, int(numbers[0])), max(1, int(numbers[1]))))
        for one in _PRINTED.finditer(text) if b"eader" in text or b"ooter" in text else ():
            words = printed_words(unescape(one[1].decode("utf-8", errors="replace")))
            if words and len(found.printed) < _PRINTED_MOST:
                found.printed[words] = None
        rest = text[-_OVERLAP:]
    return found


def _named(what: str, ranges: str) -> str:
    return f"{what} {ranges}" if ranges.isalnum() else f"{what}s {ranges}"


def _ranges(parts: Iterable[tuple[int, int, str, str]]) -> str:
    """Return "3, 7–9" for (first, last, and both as they are called)."""
    joined: list[tuple[int, int, str, str]] = []
    for first, last, begin, end in parts:
        if joined and joined[-1][1] + 1 == first:
            joined[-1] = (joined[-1][0], last, joined[-1][2], end)
        else:
            joined.append((first, last, begin, end))
    words = [begin if first == last else f"{begin}–{end}" for first, last, begin, end in joined[:_RANGES_SHOWN]]
    return ", ".join(words) + (" and more" if len(joined) > _RANGES_SHOWN else "")
