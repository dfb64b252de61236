"""Where an office program lies on this computer, and where it may work: in memory, not on the disk."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of this user's own is made in it
_MINE: Final = 0o700
# Folders that hold the program, with its versions in the name.
_LINUX: Final = (
    ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/usr/local/lib/libreoffice", "/usr/lib/libreoffice-fresh"),
    ("/opt", "libreoffice*"),
)


def office_program() -> Path | None:
    """Return LibreOffice's program file, None where there is none; it may have come since the last look."""
    return next((path for path in _places() if path.is_file() and os.access(path, os.X_OK)), None)


def work_place(cache: Path) -> Path | None:
    """Return a folder for files that live as long as a conversion, made where it was missing; None where there is none.

    On Linux it lies in memory, so that no word of a document comes on the disk in the clear; elsewhere in `cache`.
    Raises OSError.
    """
    if not sys.platform.startswith("linux"):
        folder = cache / "office"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder
    if not _is_memory(_MEMORY):
        return None
    folder = _MEMORY / f"paddock-{os.getuid()}"
    folder.mkdir(mode=_MINE, exist_ok=True)
    about = folder.lstat()
    if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.getuid() or stat.S_IMODE(about.st_mode) != _MINE:
        return None  # somebody else was there first
    return folder


def _places() -> Iterator[Path]:
    named = [found for name in ("soffice", "libreoffice") if (found := shutil.which(name))]
    folders = [Path(found).resolve().parent for found in named]
    if sys.platform == "win32":
        roots = [os.environ[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in os.environ]
        folders += [Path(root) / "LibreOffice" / "program" for root in roots]
        yield from (folder / "soffice.bin" for folder in folders)
    elif sys.platform == "darwin":
        yield from (folder / "soffice" for folder in folders)
        applications = (Path("/Applications"), Path.home() / "Applications")
        yield from (one / "LibreOffice.app" / "Contents" / "MacOS" / "soffice" for one in applications)
    else:
        usual, (opt, pattern) = _LINUX
        folders += [Path(root) / "program" for root in usual]
        folders += [found / "program" for found in sorted(Path(opt).glob(pattern), reverse=True)]
        # The folder around the program is read by it: it must be its own, not one that holds other things as well.
        yield from (folder / "soffice.bin" for folder in folders if folder.name == "program")


def _is_memory(folder: Path) -> bool:
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return any(line.split()[1:3] == [str(folder), "tmpfs"] for line in mounts.splitlines())
