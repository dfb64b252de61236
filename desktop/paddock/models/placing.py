"""Copies a model into the models folder: checked, hashed on the way, whole or not there at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import sys
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from paddock.errors import Cancelled, UserError
from paddock.models.card import size_in_words
from paddock.naming import rename_to_new
from paddock.process.leftovers import clear_leftovers, unfinished_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

CHUNK_BYTES: Final = 4 << 20
SPARE_BYTES: Final = 64 << 20  # left free, so that the store can still save while a copy fills the disk


class Stop(Protocol):
    """Anything that can tell that the person changed their mind (`engine.client.CancelToken` is one)."""

    @property
    def cancelled(self) -> bool:
        """Return whether to stop now."""


class Count:
    """Adds up bytes and tells the caller: how many are done, and how many there are in all."""

    def __init__(self, tell: Callable[[int, int], None] | None, total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = 0

    def __call__(self, more: int) -> None:
        """Hear that so many more are done."""
        self._done += more
        if self._tell is not None:
            self._tell(min(self._done, self._total), self._total)

    def restart(self) -> None:
        """Begin again at nothing: the same bytes are gone through once more."""
        self._done = 0


def hash_file(path: Path, on_bytes: Callable[[int], None], cancel: Stop | None) -> str:
    """Return the SHA-256 of a file; `on_bytes` hears how many more were read. Raises OSError, Cancelled."""
    digest = hashlib.sha256()
    for chunk in _chunks(path, cancel):
        digest.update(chunk)
        on_bytes(len(chunk))
    return digest.hexdigest()


def copy_all(
    files: Sequence[tuple[Path, Path]], on_bytes: Callable[[int], None], cancel: Stop | None
) -> tuple[str, ...]:
    """Copy each (from, to) through `to.PID.part`, then rename them all; return their SHA-256s.

    On an error or a cancel nothing of it is left behind, and no file is written over. Raises UserError where the disk
    is full, OSError, Cancelled.
    """
    folder = files[0][1].parent
    clear_leftovers(folder)
    need = sum(source.stat().st_size for source, _ in files)
    free = shutil.disk_usage(folder).free
    if need + SPARE_BYTES > free:
        raise no_room(need, free)
    with contextlib.ExitStack() as working:
        parts, hashes = [], []
        try:
            for source, target in files:
                part, file = working.enter_context(unfinished_file(target))
                parts.append(part)
                hashes.append(_copy(source, file, on_bytes, cancel))
                if sys.platform == "win32":
                    file.close()  # an open file cannot be renamed there
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise no_room(need, shutil.disk_usage(folder).free) from error
            raise
        with contextlib.ExitStack() as undoing:
            for part, (_, target) in zip(parts, files, strict=True):
                rename_to_new(part, target)
                undoing.callback(target.unlink, missing_ok=True)
            undoing.pop_all()
        return tuple(hashes)


def free_on_disk(folder: Path) -> int:
    """Return the bytes that are free where a folder lies; 0 where it is not there."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def no_room(need: int, free: int) -> UserError:
    """Return the error that the disk is too full."""
    return UserError(
        "There is no room to import this model.",
        f"It takes {size_in_words(need)}, the disk has {size_in_words(free)} left.",
        "Free some space, or use the file where it lies.",
    )


def _copy(source: Path, file: BinaryIO, on_bytes: Callable[[int], None], cancel: Stop | None) -> str:
    digest = hashlib.sha256()
    for chunk in _chunks(source, cancel):
        digest.update(chunk)
        file.write(chunk)
        on_bytes(len(chunk))
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest()


def _chunks(path: Path, cancel: Stop | None) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK_BYTES):
            if cancel is not None and cancel.cancelled:
                raise Cancelled("Stopped.", "Nothing was imported.")
            yield chunk
