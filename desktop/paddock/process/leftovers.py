"""Removes what a process that died in the middle of its work left behind."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_PART: Final = re.compile(r".+\.(\d+)\.part")


def clear_leftovers(folder: Path) -> None:
    """Remove unfinished files and folders, `NAME.PID.part`, whose process has ended. Raises OSError."""
    for part in folder.glob("*.part"):
        match = _PART.fullmatch(part.name)
        if match is None or _lives(int(match[1])):
            continue
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)


def _lives(process_id: int) -> bool:
    """Return whether the process works on; one that is dead and only not yet collected by its parent does not."""
    import psutil  # noqa: PLC0415 - 9 ms that no start needs; hardly ever is anything left

    try:
        return bool(psutil.Process(process_id).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True
