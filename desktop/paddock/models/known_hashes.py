"""The SHA-256 of each model file, worked out once and believed for as long as nobody has touched the file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.models.notes import change_notes, read_notes
from paddock.models.placing import hash_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.models.placing import Stop

HASHES_KEPT: Final = 2000


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


class KnownHashes:
    """Keeps them in `file` (cache), valid for a file's size and time of change."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, file: Path, on_bytes: Callable[[int], None], cancel: Stop | None, *, anew: bool = False) -> str:
        """Return a file's hash, from the notes where nobody has touched the file since; `anew` reads it all the same.

        `on_bytes` hears how many more bytes are done. Raises OSError, Cancelled.
        """
        known = "" if anew else self.known(file, untouched=True)
        if known:
            on_bytes(file.stat().st_size)
            return known
        before = file.stat()
        sha256 = hash_file(file, on_bytes, cancel)
        after = file.stat()
        same = (before.st_size, before.st_mtime_ns, before.st_ctime_ns)
        if same == (after.st_size, after.st_mtime_ns, after.st_ctime_ns):
            self.remember(file, sha256)
        return sha256

    def known(self, file: Path, *, untouched: bool = False) -> str:
        """Return the hash noted for a file, or nothing; only where nobody has touched it since, if that is asked."""
        try:
            now = file.stat()
            note = self._read().hashes.get(str(file.absolute()))
        except OSError:
            return ""
        if note is None or (note.size, note.mtime_ns) != (now.st_size, now.st_mtime_ns):
            return ""
        return "" if untouched and note.ctime_ns != now.st_ctime_ns else note.sha256

    def remember(self, file: Path, sha256: str, *, untouched: bool = True) -> None:
        """Note a hash, `untouched` that of the file as it is now; else somebody touched it since it was hashed.

        A cache that cannot be written only costs hashing again. Raises OSError.
        """
        now = file.stat()
        note = Hash(now.st_size, now.st_mtime_ns, sha256, now.st_ctime_ns if untouched else 0)

        def with_it(noted: Hashes) -> Hashes:
            hashes = {**noted.hashes, str(file.absolute()): note}
            return Hashes(dict(list(hashes.items())[-HASHES_KEPT:]))

        with contextlib.suppress(OSError):
            change_notes(self._file, Hashes, with_it, must_be_read=False)

    def _read(self) -> Hashes:
        try:
            return read_notes(self._file, Hashes)
        except msgspec.DecodeError:
            return Hashes()  # a cache: what cannot be read is worked out again
