"""Removes what a process that died in the middle of its work left behind."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Final
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

_PART: Final = re.compile(r".+\.(\d+)\.part")
_OPEN: Final = 0o700


def clear_leftovers(folder: Path) -> None:
    """Remove unfinished files and folders, `NAME.PID.part`, whose process has ended. Raises OSError."""
    for part in folder.glob("*.part"):
        match = _PART.fullmatch(part.name)
        if match is None or _lives(int(match[1])):
            continue
        if part.is_dir() and not part.is_symlink():
            remove_folder(part)
        else:
            part.unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, whoever made it how deep; what cannot be removed stays.

    Folders are lifted to the top one by one: a path may be longer than the system takes, and deeper than Python calls.
    """
    lifted = True
    while lifted:
        lifted = False
        for one in _inside(folder):
            for inner in _inside(one) if _is_folder(one) else ():
                with contextlib.suppress(OSError):
                    if _is_folder(inner):
                        inner.chmod(_OPEN)  # without the right to write in it, it cannot be moved
                        inner.rename(folder / uuid4().hex)
                        lifted = True
                    else:
                        inner.unlink()
            with contextlib.suppress(OSError):
                if _is_folder(one):
                    one.rmdir()
                else:
                    one.unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()


def _inside(folder: Path) -> tuple[Path, ...]:
    """Return what lies in a folder, opened before where it is closed; nothing where it cannot be read."""
    with contextlib.suppress(OSError):
        folder.chmod(_OPEN)
        return tuple(folder.iterdir())
    return ()


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _lives(process_id: int) -> bool:
    """Return whether the process works on; one that is dead and only not yet collected by its parent does not."""
    import psutil  # noqa: PLC0415 - 9 ms that no start needs; hardly ever is anything left

    try:
        return bool(psutil.Process(process_id).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True
