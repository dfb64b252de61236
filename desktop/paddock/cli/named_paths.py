"""What a command is given to read: it has to be there, and to have an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def check_there(paths: Iterable[Path]) -> None:
    """Raise UsageError for a path where nothing is, OSError for one that may not be looked at."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} does not exist.")


def check_readable(paths: Iterable[Path]) -> None:
    """Raise UsageError for what is neither a file nor a folder: a pipe would wait for a writer, a device has no end."""
    for path in paths:
        check_there([path])
        if not path.is_file() and not path.is_dir():
            raise UsageError(f"{path} is a device or a pipe.", "", "Name a file.")
