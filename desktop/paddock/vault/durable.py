"""Small files written so that a crash leaves the old or the new one whole, never a mixture."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paddock.errors import DiskFull
from paddock.naming import rename_to_new

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PART_SUFFIX = ".part"


def private_folder(folder: Path) -> None:
    """Make the folder, open to this user alone. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def private_file(path: Path) -> None:
    """Make an empty file that only this user may read. Raises FileExistsError, OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def sync_file(path: Path) -> None:
    """Wait until the file's bytes lie on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDWR)  # Windows flushes only what may be written
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names lie on the disk; Windows has no such call and keeps names in its journal."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """Give a private, empty file beside `path` to fill; it is removed afterwards unless it was renamed away."""
    part = path.with_name(f"{path.name}.{os.urandom(4).hex()}{PART_SUFFIX}")
    private_file(part)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def replace(part: Path, path: Path) -> None:
    """Put the finished `part` in the place of `path`, durably. Raises OSError."""
    sync_file(part)
    part.replace(path)
    sync_folder(path.parent)


def put_new(part: Path, path: Path) -> None:
    """Put the finished `part` at `path`, where nothing may lie yet. Raises FileExistsError, OSError."""
    sync_file(part)
    rename_to_new(part, path)
    sync_folder(path.parent)


@contextmanager
def told_if_full() -> Iterator[None]:
    """Turn an OSError of writing into errors.DiskFull, which says what to do."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise DiskFull(
                f"Nothing can be written to {error.filename or 'the store'}.",
                f"{error.strerror}.",
                "Make the folder writable and try again.",
            ) from error
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise DiskFull(
                "There is no room to save.", f"{error.strerror}.", "Free some space and try again."
            ) from error
        raise DiskFull(
            f"Nothing could be saved to {error.filename or 'the store'}.",
            f"The system says: {error.strerror}.",
            "Check the disk and try again.",
        ) from error
