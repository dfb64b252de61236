"""Locks on files, seen by other processes, and by other computers where the drive tells them; gone with the process."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOCKED_BYTE: Final = (1 << 31) - 2  # as far off as `msvcrt` can lock; only others are kept from that byte
_HELD: Final = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
_PATIENCE_S: Final = 10.0
_LOOK_AGAIN_S: Final = 0.002
_HOW: Final = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def claim(path: Path, mode: int = 0o600, *, must_lock: bool = True) -> int | None:
    """Open and lock a file, made where there is none; None where another has it locked. Raises OSError.

    On a drive that knows no locks it is only opened where it need not be locked.
    """
    while True:
        handle = os.open(path, _HOW | os.O_CREAT, mode)
        try:
            ours = try_lock(handle) if must_lock else _locked_or_needless(handle)
            if ours and lies_at(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if not ours:
            return None
        # It was finished, or thrown away, between opening and locking.


def is_held(path: Path) -> bool:
    """Return whether another has locked a file; one that cannot be looked at counts as locked."""
    try:
        handle = os.open(path, _HOW)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not try_lock(handle)
    except OSError:
        return True
    finally:
        os.close(handle)


@contextmanager
def alone(path: Path, patience_s: float = _PATIENCE_S) -> Iterator[None]:
    """Be the only one in here, of all threads and processes that name this file; it is made, and stays.

    On a drive that knows no locks, only do what is to be done. Raises OSError, also where the others take too long.
    """
    handle = os.open(path, _HOW | os.O_CREAT, 0o600)
    try:
        until_s = time.monotonic() + patience_s
        while not _locked_or_needless(handle):
            if time.monotonic() > until_s:
                raise TimeoutError(errno.ETIMEDOUT, "Another window of Paddock is still at it", str(path))
            time.sleep(_LOOK_AGAIN_S)
        yield
    finally:
        os.close(handle)


def lies_at(path: Path, handle: int) -> bool:
    """Return whether the open file is the one that has this name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def try_lock(handle: int) -> bool:
    """Lock an open file until it is closed; False where another has. Raises OSError where it cannot be locked."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _locked_or_needless(handle: int) -> bool:
    try:
        return try_lock(handle)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return True
        raise
