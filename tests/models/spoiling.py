"""Spoils good GGUF files in every way a file can lie: cuts, flips, and absurd counts, lengths, types and offsets."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

NUMBER_BYTES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
ABSURD = {4: (0, 1, 5, 2**16, 2**31 - 1, 2**31, 2**32 - 1), 8: (0, 1, 2**31, 2**32, 2**40, 2**63 - 1, 2**63, 2**64 - 1)}


@dataclass(frozen=True)
class Field:
    """A number in the header that says how many, how long, of what type, or where."""

    name: str
    at: int
    width: int


@dataclass(frozen=True)
class Spoilt:
    """One spoilt file: what was done to it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Layout:
    """Where the fields of a good little-endian GGUF lie, its values, its lists (the vocabulary), and where it ends."""

    fields: tuple[Field, ...]
    values: tuple[Field, ...]
    header_end: int
    lists: tuple[range, ...]


def layout_of(data: bytes) -> Layout:
    """Walk through a good file; only for files known to be good."""
    fields = [Field("version", 4, 4), Field("tensor count", 8, 8), Field("key count", 16, 8)]
    values: list[Field] = []
    lists: list[range] = []
    tensors, keys = struct.unpack_from("<QQ", data, 8)
    at = 24

    def string(name: str) -> str:
        nonlocal at
        (length,) = struct.unpack_from("<Q", data, at)
        fields.append(Field(f"{name} length", at, 8))
        at += 8 + length
        return data[at - length : at].decode("utf-8", "replace")

    for number in range(keys):
        key = string(f"key {number}")
        (kind,) = struct.unpack_from("<I", data, at)
        fields.append(Field(f"{key} type", at, 4))
        at += 4
        if kind == 8:
            string(key)
        elif kind == 9:
            inner, count = struct.unpack_from("<IQ", data, at)
            fields += [Field(f"{key} inner type", at, 4), Field(f"{key} count", at + 4, 8)]
            at += 12
            start = at
            for place in range(count if inner == 8 else 0):
                kept = len(fields)
                string(f"{key} [{place}]")
                if place > 1:  # two lengths in a long list stand for all
                    del fields[kept:]
            at += 0 if inner == 8 else count * NUMBER_BYTES[inner]
            lists.append(range(start, at))
        else:
            values.append(Field(key, at, NUMBER_BYTES[kind]))
            at += NUMBER_BYTES[kind]
    for number in range(tensors):
        kept = len(fields)
        name = string(f"tensor {number} name")
        (dims,) = struct.unpack_from("<I", data, at)
        fields.append(Field(f"{name} dimensions", at, 4))
        fields += [Field(f"{name} dim {dim}", at + 4 + 8 * dim, 8) for dim in range(dims)]
        at += 4 + 8 * dims
        fields += [Field(f"{name} type", at, 4), Field(f"{name} offset", at + 4, 8)]
        at += 12
        if number > 2:  # three lines of the table stand for all
            del fields[kept:]
    return Layout(tuple(fields), tuple(values), at, tuple(lists))


def cuts(data: bytes, layout: Layout, rng: random.Random) -> Iterator[Spoilt]:
    """Yield the file cut at every field, in the middle of every field, around the header's end, and at random."""
    places = {field.at for field in layout.fields} | {field.at + field.width // 2 for field in layout.fields}
    places |= {layout.header_end + step for step in (-1, 0, 1, 31, 33)} | {len(data) - 1, len(data) // 2}
    places |= {rng.randrange(len(data)) for _ in range(60)}
    for place in sorted(places):
        yield Spoilt(f"cut at {place}", data[:place])


def absurd_numbers(data: bytes, layout: Layout) -> Iterator[Spoilt]:
    """Yield the file with each field set to each absurd number."""
    for field in layout.fields:
        for number in ABSURD[field.width]:
            raw = number.to_bytes(field.width, "little")
            if raw != data[field.at : field.at + field.width]:
                yield Spoilt(f"{field.name} = {number}", put(data, field.at, raw))


def absurd_values(data: bytes, layout: Layout) -> Iterator[Spoilt]:
    """Yield the file with each metadata number (layers, heads, lengths, token numbers) at its extremes."""
    for value in layout.values:
        for raw in (bytes(value.width), b"\xff" * value.width, b"\xff" * (value.width - 1) + b"\x7f"):
            if raw != data[value.at : value.at + value.width]:
                yield Spoilt(f"{value.name} = {raw.hex()}", put(data, value.at, raw))


def flips(data: bytes, layout: Layout, rng: random.Random, count: int) -> Iterator[Spoilt]:
    """Yield the file with one bit flipped: three of four outside the vocabulary, which fills most of a header."""
    inside = [place for lists in layout.lists for place in lists]
    outside = sorted(set(range(layout.header_end)).difference(inside))
    for place in sorted(rng.sample(outside, count * 3 // 4) + rng.sample(inside, count // 4)):
        bit = rng.randrange(8)
        yield Spoilt(f"bit {bit} of byte {place}", put(data, place, bytes([data[place] ^ 1 << bit])))


def noise(data: bytes, layout: Layout, rng: random.Random, count: int) -> Iterator[Spoilt]:
    """Yield the file with 16 random bytes in the header, or in the weights."""
    for number in range(count):
        place = rng.randrange(24, layout.header_end) if number % 2 else rng.randrange(layout.header_end, len(data) - 16)
        yield Spoilt(f"noise at {place}", put(data, place, rng.randbytes(16)))


def put(data: bytes, at: int, raw: bytes) -> bytes:
    return data[:at] + raw + data[at + len(raw) :]
