"""What is remembered beside the model files: which files are used in place, and the hashes already worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import msgspec
from msgspec import Meta

from paddock.process.file_lock import alone
from paddock.process.leftovers import unfinished_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOCK_NAME: Final = "notes.lock"
Name = Annotated[str, Meta(min_length=1, max_length=300)]
T = TypeVar("T")


class Link(msgspec.Struct, frozen=True):
    """A model used where it lies; `path` is absolute (its first part)."""

    name: Name
    path: Annotated[str, Meta(min_length=1, max_length=4096)]


class Links(msgspec.Struct, frozen=True):
    """The file of links, in the order they were made."""

    links: Annotated[tuple[Link, ...], Meta(max_length=10_000)] = ()


class Hash(msgspec.Struct, frozen=True):
    """One file's SHA-256 and what the file was like when it was worked out.

    `mtime_ns` anybody may set back who may write the file; `ctime_ns` nobody, where the system keeps it.
    """

    size: int
    mtime_ns: int
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    ctime_ns: int = 0


class Hashes(msgspec.Struct, frozen=True):
    """The file of hashes, by absolute path."""

    hashes: Annotated[dict[str, Hash], Meta(max_length=100_000)] = {}


def read_notes(path: Path, kind: type[T]) -> T:
    """Return what the file holds, or nothing yet where there is none. Raises OSError, msgspec.DecodeError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return kind()


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


def _write(path: Path, notes: object) -> None:
    """Write the file, whole or not at all. Raises OSError."""
    with unfinished_file(path) as (part, file):
        file.write(msgspec.json.format(msgspec.json.encode(notes), indent=2))
        file.close()
        part.replace(path)
