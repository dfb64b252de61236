"""Gives a finished file its name in one step, where no other file has it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def rename_to_new(part: Path, target: Path) -> None:
    """Rename where no file of that name lies yet. Raises FileExistsError, OSError."""
    if sys.platform == "win32":
        part.rename(target)  # refuses to overwrite there
        return
    try:
        os.link(part, target)  # POSIX rename overwrites silently, a link does not
    except FileExistsError:
        raise
    except OSError:  # a file system without links (FAT)
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)
    else:
        part.unlink()
