"""Small files of what is remembered of models: read whole, and changed by one window or command at a time."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from paddock.process.file_lock import alone
from paddock.process.leftovers import unfinished_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOCK_NAME: Final = "notes.lock"
T = TypeVar("T")


def read_notes(path: Path, kind: type[T]) -> T:
    """Return what the file holds, or nothing yet where there is none. Raises OSError, msgspec.DecodeError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return kind()


def put_aside_if_damaged(path: Path, kind: type[T]) -> Path | None:
    """Give a file that holds no such notes, or that may not be read, another name; return it, None where all is well.

    What an earlier one held that was put aside is replaced. Raises OSError.
    """
    with alone(path.with_name(LOCK_NAME)):
        try:
            read_notes(path, kind)
        except (msgspec.MsgspecError, PermissionError, IsADirectoryError):
            aside = path.with_suffix(".unreadable.json")
            path.replace(aside)
            return aside
        return None  # another window was quicker


def change_notes(path: Path, kind: type[T], change: Callable[[T], T], *, must_be_read: bool = True) -> None:
    """Write what `change` makes of the notes; no other window or command writes in between.

    `change` is called under the lock of the folder's notes: it waits for nothing and writes no other notes. What cannot
    be read is taken for nothing yet where it need not be. Raises OSError, msgspec.MsgspecError, what `change` raises.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(path.with_name(LOCK_NAME)):
        try:
            before = read_notes(path, kind)
        except msgspec.MsgspecError:
            if must_be_read:
                raise
            before = kind()
        after = change(before)
        if after is not before:
            _write(path, after)


def encoded(notes: object) -> bytes:
    """Return notes as they are written. Raises OSError where a file that they name has a name that is no text."""
    try:
        return msgspec.json.encode(notes)
    except UnicodeEncodeError as error:
        raise OSError(errno.EILSEQ, "A file's name holds bytes that are not text") from error


def _write(path: Path, notes: object) -> None:
    """Write the file, whole or not at all. Raises OSError."""
    with unfinished_file(path) as (part, file):
        file.write(msgspec.json.format(encoded(notes), indent=2))
        file.close()
        part.replace(path)
