"""Compound files, the file system inside old Office files and Outlook messages: a bounded reader after [MS-CFB]."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_SPECIAL: Final = 0xFFFF_FFFA  # this sector number and those above it are marks ([MS-CFB] 2.1)
_NO_STREAM: Final = 0xFFFF_FFFF
_ENTRY: Final = 128
_NAME_BYTES: Final = 64
_FAT_PLACES_IN_HEADER: Final = 109
_MINI_SECTOR: Final = 64
_MINI_CUTOFF: Final = 4096
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream or a storage (folder): its path from the root, and where a stream's bytes begin."""

    path: tuple[str, ...]
    is_stream: bool
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by path. Chains that bite their own tail, or leave the file, end there.

    At most `parts` entries of the directory are looked at. Raises Unreadable("damaged") where header, allocation
    table or directory cannot be made out.
    """

    def __init__(self, untrusted_data: bytes, parts: int = 20_000) -> None:
        self._data = untrusted_data
        if len(untrusted_data) < _HEADER or not untrusted_data.startswith(MAGIC):
            raise _damaged("It has no header.")
        self._sector = 1 << struct.unpack_from("<H", untrusted_data, 30)[0]
        if self._sector not in {512, 4096}:
            raise _damaged("Its header makes no sense.")
        self._sectors = -(-len(untrusted_data) // self._sector) - 1
        directory, _, _, mini_start, _, far_start, _ = struct.unpack_from("<7I", untrusted_data, 48)
        self._fat = self._allocation(far_start)
        entries = self._read(directory, min(parts * _ENTRY, len(untrusted_data)))
        if len(entries) < _ENTRY:
            raise _damaged("Its directory is missing.")
        self._root_start, self._root_size = struct.unpack_from("<IQ", entries, 116)
        self._mini_fat = _numbers(self._read(mini_start, len(untrusted_data)))
        self._mini: bytes | None = None
        self.entries: dict[tuple[str, ...], Entry] = {}
        for entry in _walk(entries):
            self.entries.setdefault(tuple(name.lower() for name in entry.path), entry)

    def has(self, *path: str) -> bool:
        """Return whether there is a stream or storage at that path; case makes no difference."""
        return tuple(name.lower() for name in path) in self.entries

    def stream(self, *path: str) -> bytes:
        """Return a stream's bytes, as many of them as the file holds; none where there is no such stream."""
        entry = self.entries.get(tuple(name.lower() for name in path))
        if entry is None or not entry.is_stream:
            return b""
        if entry.size >= _MINI_CUTOFF:
            return self._read(entry.start, entry.size)
        if self._mini is None:
            self._mini = self._read(self._root_start, self._root_size)
        return b"".join(
            self._mini[number * _MINI_SECTOR : (number + 1) * _MINI_SECTOR]
            for number in _chain(self._mini_fat, entry.start, -(-entry.size // _MINI_SECTOR))
        )[: entry.size]

    def with_stream(self, data: bytes, *path: str) -> bytes | None:
        """Return the file with other bytes in a stream, as many as before; None where it does not hold them all."""
        entry = self.entries.get(tuple(name.lower() for name in path))
        if entry is None or not entry.is_stream or len(data) != entry.size:
            return None
        changed = bytearray(self._data)
        at = 0
        for place, length in self._places(entry):
            piece = data[at : at + length]
            changed[place : place + len(piece)] = piece
            at += length
        return bytes(changed) if at >= len(data) and len(changed) == len(self._data) else None

    def _places(self, entry: Entry) -> Iterator[tuple[int, int]]:
        """Yield where in the file each stretch of a stream lies, and how long it may be."""
        if entry.size >= _MINI_CUTOFF:
            for sector in _chain(self._fat, entry.start, -(-entry.size // self._sector)):
                yield (sector + 1) * self._sector, self._sector
            return
        sectors = list(_chain(self._fat, self._root_start, self._sectors))
        for number in _chain(self._mini_fat, entry.start, -(-entry.size // _MINI_SECTOR)):
            at = number * _MINI_SECTOR
            if at // self._sector < len(sectors):
                yield (sectors[at // self._sector] + 1) * self._sector + at % self._sector, _MINI_SECTOR

    def storages(self, *path: str) -> list[str]:
        """Return the names of the storages directly inside one."""
        above = tuple(name.lower() for name in path)
        return [
            entry.path[-1]
            for key, entry in self.entries.items()
            if not entry.is_stream and key[:-1] == above and len(key) == len(above) + 1
        ]

    def _allocation(self, far_start: int) -> tuple[int, ...]:
        """Return the file allocation table: for each sector the one that follows it."""
        places = list(struct.unpack_from(f"<{_FAT_PLACES_IN_HEADER}I", self._data, 76))
        seen: set[int] = set()
        while far_start < self._sectors and far_start not in seen:
            seen.add(far_start)
            *more, far_start = _numbers(self._at(far_start)) or (_NO_STREAM,)
            places += more
        table: list[int] = []
        for sector in dict.fromkeys(places):
            if sector >= self._sectors or len(table) >= self._sectors:
                continue
            table += _numbers(self._at(sector))
        return tuple(table)

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]

    def _read(self, start: int, size: int) -> bytes:
        most = min(-(-size // self._sector), self._sectors)
        return b"".join(map(self._at, _chain(self._fat, start, most)))[:size]


def _chain(table: tuple[int, ...], start: int, most: int) -> Iterator[int]:
    """Yield the sectors of a chain, at most `most` of them, which also ends those that go in a circle."""
    sector = start
    for _ in range(most):
        if sector >= len(table):
            return
        yield sector
        sector = table[sector]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _walk(entries: bytes) -> Iterator[Entry]:
    """Yield what the directory holds, folder by folder; each entry once, whatever its links say ([MS-CFB] 2.6)."""
    seen = {0}
    waiting: list[tuple[int, tuple[str, ...]]] = [(struct.unpack_from("<I", entries, 76)[0], ())]
    while waiting:
        number, folder = waiting.pop()
        at = number * _ENTRY
        if number >= _SPECIAL or at + _ENTRY > len(entries) or number in seen:
            continue
        seen.add(number)
        length, kind = struct.unpack_from("<HB", entries, at + _NAME_BYTES)
        left, right, child = struct.unpack_from("<3I", entries, at + 68)
        start, size = struct.unpack_from("<IQ", entries, at + 116)
        name = entries[at : at + max(0, min(length, _NAME_BYTES) - 2)].decode("utf-16-le", errors="replace")
        waiting += [(left, folder), (right, folder)]
        if kind in {_STORAGE, _STREAM}:
            # Files of version 3 may leave rubbish in the upper half of the size.
            yield Entry((*folder, name), kind == _STREAM, start, size & 0xFFFF_FFFF)
        if kind == _STORAGE and len(folder) < 16:  # noqa: PLR2004 - storages nest as deep as attached messages do
            waiting.append((child, (*folder, name)))


def _damaged(why: str) -> Unreadable:
    return Unreadable("damaged", "This file is damaged.", why)
