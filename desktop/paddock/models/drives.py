"""The drives a person has plugged in, where a model file may lie."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from paddock.models.elsewhere import gguf_files

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ON_A_DRIVE: Final = 20
# Where desktops mount what is plugged in.
_MOUNTED_UNDER: Final = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True)
class OnDrive:
    """A model file on a drive that was plugged in; `drive` is what the system calls it."""

    drive: str
    path: Path


def drives() -> tuple[Path, ...]:
    """Return where removable drives are mounted now."""
    found = []
    for partition in psutil.disk_partitions(all=False):
        removable = "removable" in partition.opts.split(",") if sys.platform == "win32" else False
        if removable or partition.mountpoint.startswith(_MOUNTED_UNDER):
            found.append(Path(partition.mountpoint))
    return tuple(found)


def on_drives(mounted: Sequence[Path] | None = None) -> tuple[OnDrive, ...]:
    """Return the model files on the drives that are plugged in, at most 20 of each. Reads folders, no files."""
    found: list[OnDrive] = []
    for drive in drives() if mounted is None else mounted:
        files = gguf_files(drive)[:_MOST_ON_A_DRIVE]
        found += [OnDrive(drive.name or str(drive), file) for file in files]
    return tuple(found)
