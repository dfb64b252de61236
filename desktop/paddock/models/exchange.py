"""Files that take the places of a damaged model's: noted before the first does, so that a death between is mended."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.errors import UserError
from paddock.models.notes import encoded
from paddock.process.file_lock import claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from paddock.models.installed import InstalledModels
    from paddock.models.verifying import Verifier

NOTE_NAME: Final = "exchange.json"  # in the models folder, and only while it goes on
_MOST_BYTES: Final = 1 << 20
_Way = Annotated[str, Meta(min_length=1, max_length=1000)]


class Exchange(msgspec.Struct, frozen=True):
    """Which file takes whose place, both as ways below the models folder, and what each is by its SHA-256."""

    pairs: Annotated[tuple[tuple[_Way, _Way], ...], Meta(min_length=1, max_length=512)]
    sha256: Annotated[tuple[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")], ...], Meta(max_length=512)]


@contextlib.contextmanager
def exchanged(folder: Path, pairs: Sequence[tuple[Path, Path]], sha256: tuple[str, ...]) -> Iterator[None]:
    """Let each file take its target's place; within the block what it is now is noted elsewhere. Raises OSError."""
    note = folder / NOTE_NAME
    handle = claim(note, must_lock=False)
    if handle is None:
        raise BlockingIOError(None, "Another window of Paddock is still at it", str(note))
    moved = 0
    try:
        _rename_the_rest(handle, folder)  # of one whose process was killed while this one ran
        try:
            _write(handle, folder, pairs, sha256)
            for source, target in pairs:
                source.replace(target)
                moved += 1
        except OSError:
            if not moved:  # nothing is to be made good: what is told of these files is that they stayed where they were
                os.ftruncate(handle, 0)
            raise
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)
    note.unlink(missing_ok=True)


def finish_exchange(models: InstalledModels, verifier: Verifier) -> None:
    """Make good what a process that was killed within `exchanged` left. What cannot be is left to the next start."""
    note = models.folder / NOTE_NAME
    with contextlib.suppress(OSError, UserError):
        if not note.is_file():
            return
        handle = claim(note, must_lock=False)
        if handle is None:
            return  # another window is at it now
        try:
            found = _rename_the_rest(handle, models.folder)
            if found is not None:
                _note_what_it_is(models, verifier, found)
            os.ftruncate(handle, 0)
        finally:
            os.close(handle)
        note.unlink(missing_ok=True)


def _write(handle: int, folder: Path, pairs: Sequence[tuple[Path, Path]], sha256: tuple[str, ...]) -> None:
    ways = tuple((str(source.relative_to(folder)), str(target.relative_to(folder))) for source, target in pairs)
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, encoded(Exchange(ways, sha256)))
    os.fsync(handle)


def _rename_the_rest(handle: int, folder: Path) -> Exchange | None:
    """Let the files take their places that have not yet; return what was to be done, None where nothing was."""
    found = _read(handle, folder)
    for source, target in found.pairs if found else ():
        with contextlib.suppress(FileNotFoundError):  # it has taken its place already
            (folder / source).replace(folder / target)
    return found


def _read(handle: int, folder: Path) -> Exchange | None:
    """Return what was to be done; None where its process was killed before it began."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = msgspec.json.decode(os.read(handle, _MOST_BYTES), type=Exchange)
    except msgspec.MsgspecError:
        return None
    root = folder.resolve()
    for way in (way for pair in found.pairs for way in pair):  # on a shared drive others may write it
        if not (folder / way).parent.resolve().is_relative_to(root) or not way.lower().endswith(".gguf"):
            return None
    return found


def _note_what_it_is(models: InstalledModels, verifier: Verifier, found: Exchange) -> None:
    """Take the model for whole again. Its hashes stay to be worked out: nobody is believed where a policy asks."""
    first = models.folder / found.pairs[0][1]
    model = next((one for one in models.list() if one.path == first and one.header is not None), None)
    if model is not None and len(model.files) == len(found.sha256):
        verifier.take_in(model, found.sha256)
