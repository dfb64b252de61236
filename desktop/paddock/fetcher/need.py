"""Tells, before the walls go up and as cheaply as possible, whether this start may need the fetcher at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from paddock.home import Home, find_home

if TYPE_CHECKING:
    from collections.abc import Sequence


def home_without_models(argv: Sequence[str]) -> Home | None:
    """Return the home if a window is about to open on it and it knows no model; None in every other case.

    Whatever is not certain counts as no: then there is no process with network rights, and a button less.
    """
    if not (opens_window := _home_of_a_window(argv))[0]:
        return None
    home = find_home(opens_window[1])
    try:
        return home if _knows_no_model(home) else None
    except OSError:
        return None


def _home_of_a_window(argv: Sequence[str]) -> tuple[bool, Path | None]:
    """Return whether the command line opens the window, and the folder it names with --home."""
    home: Path | None = None
    rest = list(argv)
    while rest:
        option, equals, value = rest.pop(0).partition("=")
        if option not in {"--home", "--passphrase-file"}:
            return False, None
        if not equals:
            if not rest:
                return False, None
            value = rest.pop(0)
        if option == "--home":
            if not value:
                return False, None
            home = Path(value)
    return True, home


def _knows_no_model(home: Home) -> bool:
    """Look for files named as models are, where `models.installed` looks, and for a link. Raises OSError."""
    links = home.config / "links.json"
    if links.exists() and b'"path"' in links.read_bytes():
        return False
    if not home.models.exists():
        return True
    inside = list(home.models.iterdir())
    below = (file for folder in inside if folder.is_dir() for file in folder.iterdir())
    return not any(file.suffix.lower() == ".gguf" for file in (*inside, *below))
