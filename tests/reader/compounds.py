"""Small compound files ([MS-CFB]) made by hand, as Outlook and old Word save them."""

from __future__ import annotations

import struct
from typing import Any

END = 0xFFFF_FFFE
FREE = 0xFFFF_FFFF
SECTOR = 512

Tree = dict[str, Any]  # a name, and bytes for a stream or a Tree for a storage


def compound(tree: Tree) -> bytes:
    """Return a file of version 3 with the streams given; small ones lie in the mini stream."""
    entries: list[list[Any]] = [["Root Entry", 5, FREE, FREE, FREE, END, 0]]
    mini = bytearray()
    mini_fat: list[int] = []
    large: list[tuple[int, bytes]] = []

    def add(branch: Tree) -> int:
        """Add a storage's members, chained to the right, and return the number of the first."""
        first = before = FREE
        for name, value in branch.items():
            number = len(entries)
            entries.append([name, 2, FREE, FREE, FREE, END, 0])
            if before == FREE:
                first = number
            else:
                entries[before][3] = number
            before = number
            if isinstance(value, dict):
                entries[number][1] = 1
                entries[number][4] = add(value)
                continue
            entries[number][6] = len(value)
            if len(value) >= 4096:
                large.append((number, value))
            elif value:
                entries[number][5] = len(mini_fat)
                count = -(-len(value) // 64)
                mini_fat.extend([*range(len(mini_fat) + 1, len(mini_fat) + count), END])
                mini.extend(value.ljust(count * 64, b"\0"))
        return first

    entries[0][4] = add(tree)
    sectors: list[bytes] = []
    fat: list[int] = []

    def place(data: bytes) -> int:
        if not data:
            return END
        start, count = len(sectors), -(-len(data) // SECTOR)
        sectors.extend(data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR))
        fat.extend([*range(start + 1, start + count), END])
        return start

    for number, data in large:
        entries[number][5] = place(data)
    entries[0][5], entries[0][6] = place(bytes(mini)), len(mini)
    mini_fat_start = place(struct.pack(f"<{len(mini_fat)}I", *mini_fat))
    directory = place(b"".join(_entry(*entry) for entry in entries))
    fat_sectors = 1
    while (len(fat) + fat_sectors) * 4 > fat_sectors * SECTOR:
        fat_sectors += 1
    places = range(len(sectors), len(sectors) + fat_sectors)
    fat.extend([0xFFFF_FFFD] * fat_sectors)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, fat_sectors, directory, 0, 4096, mini_fat_start, len(mini_fat) and 1, END, 0)
    header += struct.pack(f"<{fat_sectors}I", *places)
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors) + table


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBB3I16x4x16xIQ", wide, len(wide), kind, 1, left, right, child, start, size)
