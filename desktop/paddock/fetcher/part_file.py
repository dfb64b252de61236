"""The file while it is not whole: `NAME.part`, a note beside it of what it is a part of, and a lock on it.

It gets its name in one step, when it is whole, verified and on the disk.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.errors import UserError
from paddock.fetcher.part_lock import locked
from paddock.naming import rename_to_new
from paddock.process.file_lock import lies_at

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

_PIECE_BYTES: Final = 4 << 20
_FLUSHED_EVERY_BYTES: Final = 32 << 20
_FLUSHED_EVERY_S: Final = 0.5  # where no hash is known: what is not known to lie on the disk is fetched again
_WORTH_A_THREAD_BYTES: Final = 128 << 10
_TICK_S: Final = 0.25
_NOTE_BYTES: Final = 64 << 10
_VERSION: Final = re.compile(r"/resolve/[^/]+/")

_Text = Annotated[str, Meta(max_length=10_000)]
_Count = Annotated[int, Meta(ge=0, le=1 << 50)]


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the part is a part of. `kept` bytes are known to lie on the disk; `total` is 0 while it is unknown."""

    sha256: _Text = ""
    url: _Text = ""
    etag: _Text = ""
    total: _Count = 0
    kept: _Count = 0

    def is_of(self, sha256: str, urls: Collection[str]) -> bool | None:
        """Return whether the part is of this file, or of an older one of the same source; None where nobody knows."""
        if sha256 and self.sha256 == sha256:
            return True
        return _source(self.url) in map(_source, urls) if self.url else None


class PartFile:
    """The part, locked against other windows, and the SHA-256 of what it holds."""

    def __init__(self, target: Path, handle: int, now_s: Callable[[], float]) -> None:
        self._target = target
        self._now_s = now_s
        self._path = target.with_name(f"{target.name}.part")
        self._note_path = _note_path(target)
        self._handle = handle
        self._gone = False
        self._digest = hashlib.sha256()
        self._beside = ThreadPoolExecutor(2, "disk")
        self._flushing: Future[None] | None = None
        self._flushed_to = 0
        self._flushed_s = now_s()
        self.size = 0
        self.note = Note()

    @classmethod
    @contextmanager
    def held(cls, target: Path, now_s: Callable[[], float] = time.monotonic) -> Iterator[PartFile]:
        """Open the part of `target`, or make it. Raises UserError where another window has it, OSError."""
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = cls(target, locked(target.with_name(f"{target.name}.part")), now_s)
        try:
            part.note = _noted(part._note_path)
            yield part
        finally:
            if part._is_open() and part.there == 0:
                part.remove()
            part._beside.shutdown()
            part._close()

    @property
    def there(self) -> int:
        """Return how many bytes lie in the file, whatever they are."""
        return os.fstat(self._handle).st_size

    def take_up(self, size_bytes: int, on_bytes: Callable[[int], None]) -> None:
        """Go on after so many bytes of what lies there; they are read and hashed, the rest is cut off."""
        self._digest, self.size = hashlib.sha256(), 0
        self._flushing, self._flushed_to = None, size_bytes
        os.lseek(self._handle, 0, os.SEEK_SET)
        while self.size < size_bytes:
            piece = os.read(self._handle, min(_PIECE_BYTES, size_bytes - self.size))
            if not piece:
                break
            self._digest.update(piece)
            self.size += len(piece)
            on_bytes(self.size)
        os.ftruncate(self._handle, self.size)

    def begin(self, note: Note) -> None:
        """Begin anew, as a part of what the note says."""
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        self._digest, self.size = hashlib.sha256(), 0
        self._flushing, self._flushed_to = None, 0
        self.set_note(note)

    def append(self, piece: bytes) -> None:
        """Add bytes at the end: hashed on a thread of their own while they are written."""
        hashed = self._beside.submit(self._digest.update, piece) if len(piece) >= _WORTH_A_THREAD_BYTES else None
        rest = memoryview(piece)
        try:
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        finally:
            if hashed is not None:
                hashed.result()
        if hashed is None:
            self._digest.update(piece)
        self.size += len(piece)
        self._flush_ahead()

    def keep(self) -> None:
        """See to it that what is there stays there.

        Only where no hash is known: else the hash tells whether a power cut put zeros in the place of bytes.
        """
        if self.note.sha256 or self.note.kept == self.size:
            return
        os.fsync(self._handle)
        self._flushing, self._flushed_to = None, self.size  # one that is under way knows of less
        self.set_note(msgspec.structs.replace(self.note, kept=self.size))

    def set_note(self, note: Note) -> None:
        """Write down what the part is a part of."""
        new = self._note_path.with_name(f"{self._note_path.name}.new")
        new.unlink(missing_ok=True)  # what an earlier run left; a link is not written through
        with new.open("xb") as file:
            file.write(msgspec.json.encode(note))
        new.replace(self._note_path)
        self.note = note

    def sha256(self) -> str:
        """Return the hash of all bytes appended and taken up."""
        return self._digest.hexdigest()

    def place(self, on_tick: Callable[[], None]) -> None:
        """Give the whole file its name. Raises UserError where that is taken by now, OSError.

        `on_tick` is called several times a second: a slow drive may take minutes until all lies on it.
        """
        flushed = self._beside.submit(os.fsync, self._handle)
        while wait((flushed,), _TICK_S).not_done:
            on_tick()
        flushed.result()
        if sys.platform == "win32":
            self._close()  # an open file cannot be renamed there, nor removed by others
        elif not lies_at(self._path, self._handle):
            raise UserError(
                f"“{self._target.name}” was removed while it was fetched.", "", "Fetch it again, if it is wanted."
            )
        try:
            rename_to_new(self._path, self._target)
        except FileExistsError:
            raise taken(self._target) from None
        self._gone = True
        self._note_path.unlink(missing_ok=True)
        if sys.platform != "win32":
            folder = os.open(self._target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def remove(self) -> None:
        """Leave nothing of it behind."""
        if self._gone:
            return  # what lies there by now is another window's
        self._gone = True
        if sys.platform == "win32":
            self._close()
        self._note_path.unlink(missing_ok=True)
        self._path.unlink(missing_ok=True)

    def _flush_ahead(self) -> None:
        """Have the drive take in what is there while more comes, so that little is left to wait for at the end.

        Where no hash is known, it is also noted how much lies there, so that a killed run loses about a second.
        """
        if self._flushing is not None:
            if not self._flushing.done():
                return  # the drive is slower than the line
            self._flushing.result()
            self._flushing = None
            if not self.note.sha256:
                self.set_note(msgspec.structs.replace(self.note, kept=self._flushed_to))
        is_due = not self.note.sha256 and self._now_s() - self._flushed_s >= _FLUSHED_EVERY_S
        if self.size - self._flushed_to >= _FLUSHED_EVERY_BYTES or is_due:
            self._flushed_to, self._flushed_s = self.size, self._now_s()
            self._flushing = self._beside.submit(os.fsync, self._handle)

    def _is_open(self) -> bool:
        return self._handle >= 0 and not self._gone

    def _close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def is_part_of(target: Path, sha256: str, url: str) -> bool | None:
    """Return whether what has come under this name is of the file with this hash or address, also while it comes.

    None where there is nothing, or nobody knows of what. Raises OSError.
    """
    note = _noted(_note_path(target))
    return note.is_of(sha256, (url,)) if target.with_name(f"{target.name}.part").exists() else None


def others_part(target: Path) -> UserError:
    """Return the error that something else of that name is half fetched."""
    return UserError(
        f"Another file called “{target.name}” has come from elsewhere, in part.",
        "Two files cannot come under one name; what there is of the other was not touched.",
        f"Go on with the other or give it up. If it is not listed, remove “{target.name}.part” from the models folder.",
    )


def taken(target: Path) -> UserError:
    """Return the error that a file of that name is there already."""
    return UserError(
        f"There is another file called “{target.name}” in the models folder.",
        "It is not the file that was asked for, or it is damaged; it was not touched.",
        "Rename or remove it, and try again.",
    )


def _note_path(target: Path) -> Path:
    return target.with_name(f"{target.name}.part.json")


def _noted(path: Path) -> Note:
    """Return the note; an empty one where it is missing or damaged."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_NOTE_BYTES), type=Note)
    except (FileNotFoundError, msgspec.MsgspecError):
        return Note()


def _source(url: str) -> str:
    """Return an address without the version in it that the hub's have."""
    return _VERSION.sub("/resolve/", url)
