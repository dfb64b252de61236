"""The lock on a file that is not whole: two windows never write one, and none throws another's away."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from paddock.errors import UserError
from paddock.process.file_lock import claim

if TYPE_CHECKING:
    from pathlib import Path


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
