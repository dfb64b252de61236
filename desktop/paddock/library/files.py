"""Files as they come: looked through, folder by folder, and told apart by their content."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.errors import Cancelled
from paddock.library.rows import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PIECE_BYTES: Final = 1 << 20
# What systems and programs leave in people's folders under a visible name (compared casefolded).
_SYSTEM_NAMES: Final = {
    "thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "$recycle.bin", "system volume information", "lost+found",
    "icon\r",
}  # fmt: skip
_LOCK_FILE: Final = "~$"  # Office's note that somebody has a file open
_HIDDEN_ON_WINDOWS: Final = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM
_MOUNT_POINT_TAG: Final = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: Windows' second kind of link between folders
_MOST_FOLDERS_DEEP: Final = 200


@dataclass(frozen=True)
class FoundFile:
    """A regular file, and its content's digest where it could be read; else `reason` and `note` say why not."""

    path: Path
    size_bytes: int
    mtime_ns: int
    sha256: bytes | None = None
    reason: str = ""
    note: str = ""
    next_step: str = ""

    @property
    def name(self) -> str:
        """Return the name as text that can be shown and kept."""
        return shown_name(self.path)


@dataclass
class LeftOut:
    """What was passed by on purpose while looking through folders, counted."""

    hidden: int = 0
    links: int = 0
    special: int = 0
    unreachable: list[FoundFile] = field(default_factory=list)


def files_under(path: Path, left_out: LeftOut, cancelled: Callable[[], bool] = lambda: False) -> Iterator[FoundFile]:
    """Yield the file at `path`, or all files of the folder there, one folder after another, not read yet.

    Links below `path` are not followed: what they lead to inside is found anyway, what lies outside was not given.
    Hidden and system files, links and devices are counted in `left_out`; what could not be looked at is listed there.
    A `path` named on purpose is taken even where it is hidden or a link. Raises Cancelled.
    """
    try:
        about = path.stat()
    except OSError as error:
        left_out.unreachable.append(unreachable(path, error))
        return
    if stat.S_ISREG(about.st_mode):
        yield FoundFile(path, about.st_size, about.st_mtime_ns)
        return
    if not stat.S_ISDIR(about.st_mode):
        left_out.special += 1
        return
    folders = [(path, 0)]
    while folders:
        folder, depth = folders.pop()
        below: list[Path] = []
        for entry in _entries_of(folder, left_out):
            if cancelled():
                raise Cancelled("Stopped.")
            if (found := _look_at(entry, folder / entry.name, below, left_out)) is not None:
                yield found
        if depth < _MOST_FOLDERS_DEEP:
            folders.extend((one, depth + 1) for one in reversed(below))


def _entries_of(folder: Path, left_out: LeftOut) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        left_out.unreachable.append(unreachable(folder, error))
        return []


def _look_at(entry: os.DirEntry[str], path: Path, below: list[Path], left_out: LeftOut) -> FoundFile | None:
    """Return a file; note a folder in `below`, and all else in `left_out`."""
    if _is_hidden(entry):
        left_out.hidden += 1
    elif _is_link(entry):
        left_out.links += 1
    elif entry.is_dir(follow_symlinks=False):
        below.append(path)
    elif not entry.is_file(follow_symlinks=False):
        left_out.special += 1
    else:
        try:
            about = entry.stat(follow_symlinks=False)
        except OSError as error:
            left_out.unreachable.append(unreachable(path, error))
        else:
            return FoundFile(path, about.st_size, about.st_mtime_ns)
    return None


def with_digest(found: FoundFile, most_bytes: int, cancelled: Callable[[], bool] = lambda: False) -> FoundFile:
    """Read the file and return it with its SHA-256, or with why it has none. Raises Cancelled."""
    if found.size_bytes > most_bytes:
        return FoundFile(
            found.path,
            found.size_bytes,
            found.mtime_ns,
            reason="limit",
            note=f"The file has {found.size_bytes / 1e6:,.0f} MB; at most {most_bytes / 1e6:,.0f} MB are read.",
        )
    try:
        with found.path.open("rb", buffering=0) as file:
            about = os.fstat(file.fileno())
            digest = hashlib.sha256()
            piece = bytearray(min(_PIECE_BYTES, about.st_size + 1))
            while count := file.readinto(piece):
                if cancelled():
                    raise Cancelled("Stopped.")
                digest.update(memoryview(piece)[:count])
    except OSError as error:
        return unreachable(found.path, error, found.size_bytes, found.mtime_ns)
    return FoundFile(found.path, about.st_size, about.st_mtime_ns, digest.digest())


def unreachable(path: Path, error: OSError, size_bytes: int = 0, mtime_ns: int = 0) -> FoundFile:
    """Return a file, or a folder, that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        note, next_step = "The file is not there any more.", "Put it back, or remove it here."
    else:
        note = f"It cannot be opened: {error.strerror or error}."
        next_step = "Make it readable and try again."
    return FoundFile(path, size_bytes, mtime_ns, reason="unreachable", note=note, next_step=next_step)


class HashedFile(io.BufferedReader):
    """A file that is read from its beginning to its end, once, and knows the SHA-256 of what was read."""

    def __init__(self, path: Path) -> None:
        """Open it. Raises OSError."""
        super().__init__(io.FileIO(path))
        about = os.fstat(self.fileno())
        self.size_bytes = about.st_size
        self.mtime_ns = about.st_mtime_ns
        self._digest = hashlib.sha256()
        self._hashed = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, as any file does, and hash what is read for the first time."""
        at = self.tell()
        piece = super().read(size)
        if at == self._hashed:
            self._digest.update(piece)
            self._hashed += len(piece)
        return piece

    def read_to_end(self) -> None:
        """Read what nobody read, for the digest's sake."""
        self.seek(self._hashed)
        while self.read(_PIECE_BYTES):
            pass

    def sha256(self) -> bytes | None:
        """Return the digest of the whole file, None where it was not read to its end."""
        return self._digest.digest() if self._hashed == os.fstat(self.fileno()).st_size else None


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith((".", _LOCK_FILE)) or entry.name.casefold() in _SYSTEM_NAMES:
        return True
    if os.name != "nt":
        return False
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & _HIDDEN_ON_WINDOWS)


def _is_link(entry: os.DirEntry[str]) -> bool:
    if os.name != "nt":
        return entry.is_symlink()
    return entry.is_symlink() or getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _MOUNT_POINT_TAG
