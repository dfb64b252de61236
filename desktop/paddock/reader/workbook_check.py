"""Binary workbooks looked over before calamine opens them: it takes memory for whatever sizes a file claims."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from paddock.reader.compound import CompoundFile
from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.archive import Archive
    from paddock.reader.protocol import Office

# calamine holds a sheet as one block from its first to its last cell, 32 bytes a cell; of XLS, all sheets at once.
MOST_CELLS: Final = 12_000_000
_MOST_ROWS, _MOST_COLUMNS = 1 << 20, 1 << 14
# Records of [MS-XLS] 2.3.
_BEGIN, _DIMENSIONS, _TEXTS = 0x0809, 0x0200, 0x00FC
_XLS_CELLS: Final = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_XLS_COLUMNS: Final = 256
_WIDE_ROWS: Final = 14  # a DIMENSIONS record with rows of 32 bits, as since Excel 97, is so long
# Records of [MS-XLSB] 2.3: a row's head, and those of cells.
_ROW: Final = 0
_XLSB_CELLS: Final = range(1, 12)


def check_xls(untrusted_data: bytes) -> None:
    """Raise Unreadable where an XLS claims more texts than it has bytes, or sheets too large to be held."""
    compound = CompoundFile(untrusted_data)
    stream = compound.stream("Workbook") or compound.stream("Book")
    total, extent = 0, _Extent()
    for kind, start, end in records(stream):
        if kind == _BEGIN:
            total, extent = total + extent.cells, _Extent()
        elif kind == _DIMENSIONS and end - start >= _WIDE_ROWS:
            top, bottom, left, right = struct.unpack_from("<IIHH", stream, start)
            extent.add(bottom, right)
            extent.add(top, left)
        elif kind == _TEXTS and end - start >= 8:  # noqa: PLR2004 - two counts of four bytes
            if struct.unpack_from("<I", stream, start + 4)[0] > len(stream):
                raise _absurd()
        elif kind in _XLS_CELLS and end - start >= 4:  # noqa: PLR2004 - row and column
            row, column = struct.unpack_from("<HH", stream, start)
            if column >= _XLS_COLUMNS:
                raise _absurd("xls")
            extent.add(row, column)
        if total + extent.cells > MOST_CELLS:
            raise _absurd("xls")


def check_xlsb(archive: Archive) -> None:
    """Raise Unreadable where a sheet of an XLSB is too large to be held. Raises LimitReached."""
    for name in archive.names:
        if not name.lower().startswith("xl/worksheets/") or not name.lower().endswith(".bin"):
            continue
        data, extent, row = archive.read(name), _Extent(), 0
        for kind, start, end in packed_records(data):
            if end - start < 4:  # noqa: PLR2004 - a number of four bytes
                continue
            if kind == _ROW:
                row = struct.unpack_from("<I", data, start)[0]
            elif kind in _XLSB_CELLS:
                extent.add(row, struct.unpack_from("<I", data, start)[0])
                if extent.cells > MOST_CELLS:
                    raise _absurd()


class _Extent:
    """The block from the first to the last cell met."""

    def __init__(self) -> None:
        self._top = self._left = 1 << 32
        self._bottom = self._right = -1
        self.cells = 0

    def add(self, row: int, column: int) -> None:
        """Take in a cell. Raises Unreadable where no sheet reaches so far."""
        if self._top <= row <= self._bottom and self._left <= column <= self._right:
            return
        if row > _MOST_ROWS or column > _MOST_COLUMNS:
            raise _absurd()
        self._top, self._bottom = min(self._top, row), max(self._bottom, row)
        self._left, self._right = min(self._left, column), max(self._right, column)
        self.cells = (self._bottom - self._top + 1) * (self._right - self._left + 1)


def records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (kind, start, end) of each record of a BIFF stream."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        yield kind, at, min(at + size, len(stream))
        at += size


def packed_records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (kind, start, end) of each record of a BIFF12 part; both numbers take seven bits of each byte."""
    at = 0
    while at < len(data):
        kind, at = _packed(data, at, 2)
        size, at = _packed(data, at, 4)
        yield kind, at, min(at + size, len(data))
        at += size


def _packed(data: bytes, at: int, most: int) -> tuple[int, int]:
    number = 0
    for shift in range(most):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:  # noqa: PLR2004 - the last byte has no continuation bit
            break
    return number, at


def _absurd(office: Office | None = None) -> Unreadable:
    return Unreadable(
        "limit",
        "This workbook is too large to be read, or claims to be.",
        "One of its sheets reaches too far.",
        "Save it anew as XLSX, and add that copy.",
        office,
    )
