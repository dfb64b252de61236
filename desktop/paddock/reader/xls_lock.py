"""Binary workbooks that are locked with a password ([MS-XLS] 2.2.10, 2.4.117): the same file, with nothing locked."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from paddock.reader.compound import CompoundFile
from paddock.reader.locks import closed, damaged_lock, to_try, unknown_lock
from paddock.reader.workbook_check import records

if TYPE_CHECKING:
    from paddock.reader.document import Source

_LOCK, _END, _SHEET = 0x002F, 0x000A, 0x0085
_BEGIN: Final = 0x0809
# What is never locked: where parts begin, the lock itself, and what other programs look for.
_OPEN: Final = frozenset({_BEGIN, _LOCK, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138})
_STRETCH: Final = 1024
_BY_RC4: Final = 1
_HEAD: Final = 4
_PLACE: Final = 4  # of a sheet, which stays as it was


def unlocked_xls(source: Source) -> bytes:
    """Return the workbook as a file without a lock; as it came where it has none. Raises Unreadable."""
    compound = CompoundFile(source.data)
    name = "Workbook" if compound.has("Workbook") else "Book"
    stream = compound.stream(name)
    told = _lock(stream)
    if told is None:
        return source.data
    if len(told) < 2 or struct.unpack_from("<H", told)[0] != _BY_RC4:  # noqa: PLR2004 - the kind of lock
        raise unknown_lock("It is scrambled in the way of programs from before 1997.")
    from paddock.reader.rc4_lock import Rc4Lock  # noqa: PLC0415 - ciphers are loaded for locked documents alone

    lock = Rc4Lock(told[2:], to_try(source))
    if not lock.fits:
        raise closed(source)
    plain = bytearray(lock.stream(stream, _STRETCH))
    for kind, start, end in records(stream):
        open_until = end if kind in _OPEN else start + _PLACE if kind == _SHEET else start
        plain[start - _HEAD : min(open_until, end)] = stream[start - _HEAD : min(open_until, end)]
        if kind == _LOCK:
            plain[start - _HEAD : start - 2] = b"\0\0"  # a record that says nothing, of the same length
    unlocked = compound.with_stream(bytes(plain), name)
    if unlocked is None:
        raise damaged_lock("Its workbook is cut off.")
    return unlocked


def _lock(stream: bytes) -> bytes | None:
    """Return what the first part of a workbook says of its lock, None where it has none."""
    for kind, start, end in records(stream):
        if kind == _LOCK:
            return stream[start:end]
        if kind == _END:
            break
    return None
