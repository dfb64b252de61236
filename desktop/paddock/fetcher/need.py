"""Tells, before the walls go up and as cheaply as possible, whether this start may need the fetcher at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.home import Home, find_home

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKS_FOR_THE_NETWORK: Final = (["models", "add"], ["models", "search"])


def home_that_may_fetch(argv: Sequence[str]) -> Home | None:
    """Return the home where a window is about to open on it, or a command that says to fetch; None in every other case.

    Whatever is not certain counts as no: then there is no process with network rights.
    """
    home: Path | None = None
    rest = list(argv)
    while rest and rest[:2] not in _ASKS_FOR_THE_NETWORK:
        option, equals, value = rest.pop(0).partition("=")
        if option not in {"--home", "--passphrase-file"}:
            return None
        if not equals:
            if not rest:
                return None
            value = rest.pop(0)
        if option == "--home":
            if not value:
                return None
            home = Path(value)
    if {"-h", "--help"} & set(rest):
        return None
    return find_home(home)
