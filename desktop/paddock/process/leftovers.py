"""Unfinished files and folders: kept while somebody works at them, removed where a process that died left them."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import uuid4

from paddock.process.file_lock import claim, is_held

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = re.compile(r".+\.(\d+)\.part")
_OPEN: Final = 0o700
_USUAL: Final = 0o666  # less what the person's umask takes away
_LOCK: Final = ".lock"


@contextlib.contextmanager
def unfinished_file(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Give `target.PID.part`, new and open; it is removed at the end where it was not renamed until then.

    While it is open, no process on this or another computer that shares the drive takes it for a leftover. Windows
    renames no open file: close it first. Raises OSError.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    handle = claim(part, _USUAL, must_lock=False)  # the process's number keeps others off on this computer
    if handle is None:
        raise FileExistsError(errno.EEXIST, "Another program writes it", str(part))
    os.ftruncate(handle, 0)
    file = os.fdopen(handle, "wb")
    try:
        yield part, file
    finally:
        if sys.platform == "win32":
            _close(file)
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        _close(file)


def _close(file: BinaryIO) -> None:
    with contextlib.suppress(OSError):  # the disk is full, say; whoever wrote all of it has flushed it
        file.close()


@contextlib.contextmanager
def unfinished_folder(place: Path, prefix: str) -> Iterator[Path]:
    """Give a new folder in `place`, which nobody takes for a leftover; it is removed at the end. Raises OSError."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, suffix=f".{os.getpid()}.part", dir=place))
    handle = None
    try:
        handle = claim(folder / _LOCK, must_lock=False)
        yield folder
    finally:
        if handle is not None:
            os.close(handle)
        remove_folder(folder)


def clear_leftovers(folder: Path) -> None:
    """Remove unfinished files and folders, `NAME.PID.part`, that nobody works at any more. Raises OSError.

    The process's number tells only of this computer: what lies on a shared drive, another's process may hold locked.
    """
    for part in folder.glob("*.part"):
        match = _PART.fullmatch(part.name)
        if match is None or _lives(int(match[1])):
            continue
        if _is_folder(part):
            if not is_held(part / _LOCK):
                remove_folder(part)
        elif part.is_symlink() or not is_held(part):
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
