"""The lock on a file that is not whole: two windows never write one, and none throws another's away."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

_LOCKED_BYTE: Final = (1 << 31) - 2  # as far off as `msvcrt` can lock; only others are kept from that byte


def locked(path: Path) -> int:
    """Open and lock the part. Raises UserError where it is locked, OSError."""
    while True:
        handle = os.open(
            path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0), 0o600
        )
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise UserError(
                f"“{path.name.removesuffix('.part')}” is being fetched already.",
                "Another window or command of Paddock does it.",
                "Wait for it, or stop it there.",
            ) from None
        if lies_at(path, handle):
            return handle
        os.close(handle)  # it was finished, or thrown away, between opening and locking


def lies_at(path: Path, handle: int) -> bool:
    """Return whether the open file is the one that has this name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def throw_away(target: Path) -> None:
    """Remove what there is of a file that is no longer wanted.

    Raises UserError where another window fetches it by now: then it is that window's. Raises OSError.
    """
    part, note = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.part.json")
    if not part.exists():
        note.unlink(missing_ok=True)
        return
    handle = locked(part)
    try:
        note.unlink(missing_ok=True)
        if sys.platform != "win32":
            part.unlink(missing_ok=True)
    finally:
        os.close(handle)
    if sys.platform == "win32":
        part.unlink(missing_ok=True)  # an open file cannot be removed there
