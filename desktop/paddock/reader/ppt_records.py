"""Records of binary PowerPoint presentations ([MS-PPT] 2.3.1), and where the present version of each object lies."""

from __future__ import annotations

import struct
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_EDIT, _DIRECTORY = 4085, 6002
_LOCKED: Final = 0xF3D1_C4DF
_CONTAINER: Final = 0xF
_EDITS_MOST: Final = 10_000
_DEEPEST: Final = 40


class Record(NamedTuple):
    """A record of a stream: its type, its instance, where what it holds begins and ends, and how deep it lies."""

    kind: int
    instance: int
    is_container: bool
    start: int
    end: int
    depth: int = 0


def record_at(stream: bytes, at: int, end: int, depth: int = 0) -> Record | None:
    """Return the record whose head stands there, None where there is none."""
    if not 0 <= at <= min(end, len(stream)) - 8:
        return None
    version, kind, size = struct.unpack_from("<HHI", stream, at)
    begin = at + 8
    return Record(kind, version >> 4, version & 0xF == _CONTAINER, begin, min(begin + size, end, len(stream)), depth)


def inside(stream: bytes, start: int, end: int) -> Iterator[Record]:
    """Yield the records of a stretch, one after another, without those inside them."""
    while (record := record_at(stream, start, end)) is not None:
        yield record
        start = record.end


def below(stream: bytes, top: Record) -> Iterator[Record]:
    """Yield all records inside a container, each before those inside it, in the order of the stream."""
    ends = [top.end]
    at = top.start
    while ends:
        record = record_at(stream, at, ends[-1], len(ends))
        if record is None:
            at = ends.pop()
            continue
        yield record
        if record.is_container and len(ends) < _DEEPEST:
            ends.append(record.end)
            at = record.start
        else:
            at = record.end


class Present(NamedTuple):
    """Where each object that is kept lies now, by its number; the numbers of the document itself and of its lock."""

    places: dict[int, int]
    document: int
    lock: int | None


def is_locked(current_user: bytes) -> bool:
    """Return whether a presentation is locked with a password (2.3.2)."""
    return len(current_user) >= 20 and struct.unpack_from("<I", current_user, 12)[0] == _LOCKED  # noqa: PLR2004


def present_objects(stream: bytes, current_user: bytes) -> Present:
    """Return where the objects lie.

    A presentation saved quickly holds older versions of its objects as well. Raises Unreadable.
    """
    if len(current_user) < 20:  # noqa: PLR2004 - its head, size, sign and place
        raise _unreadable("Where it begins is not told.")
    at = struct.unpack_from("<I", current_user, 16)[0]
    lock: int | None = None
    places: dict[int, int] = {}
    document = 0
    left = len(stream) // 4  # entries: no more than the stream could hold, wherever the directories are said to lie
    for _ in range(_EDITS_MOST):
        edit = record_at(stream, at, len(stream))
        if edit is None or edit.kind != _EDIT or edit.end - edit.start < 20:  # noqa: PLR2004 - five numbers
            break
        before, directory, number = struct.unpack_from("<III", stream, edit.start + 8)
        document = document or number
        if lock is None and edit.end - edit.start >= 32:  # noqa: PLR2004 - as far as its lock
            lock = struct.unpack_from("<I", stream, edit.start + 28)[0]
        for found, place in islice(_directory(stream, directory), left):
            places.setdefault(found, place)
            left -= 1
        if not 0 < before < at:
            break
        at = before
    if not document:
        raise _unreadable("What it consists of is not told.")
    return Present(places, document, lock)


def _directory(stream: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield (object, place) of a directory, which tells them in runs (2.3.5)."""
    record = record_at(stream, at, len(stream))
    if record is None or record.kind != _DIRECTORY:
        return
    at = record.start
    while at + 4 <= record.end:
        head = struct.unpack_from("<I", stream, at)[0]
        first, count = head & 0xF_FFFF, head >> 20
        at += 4
        for number in range(first, first + min(count, (record.end - at) // 4)):
            yield number, struct.unpack_from("<I", stream, at)[0]
            at += 4


def _unreadable(why: str) -> Unreadable:
    return Unreadable("damaged", "This old PowerPoint presentation could not be read.", why)
