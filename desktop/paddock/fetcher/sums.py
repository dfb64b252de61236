"""An organisation's own mirror: plain files, and beside them a list of their hashes called `SHA256SUMS`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.fetcher.https import address_below
from paddock.fetcher.pages import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.fetcher.https import Network
    from paddock.fetcher.retrying import Clock

SUMS_NAME: Final = "SHA256SUMS"
_MAX_BYTES: Final = 1 << 20
_LINE: Final = re.compile(r"([0-9a-fA-F]{64}) [ *](.{1,255})")  # as `sha256sum` writes it
_NAME: Final = re.compile(r"[^\W_][\w.+-]*(?:/[^\W_][\w.+-]*){0,3}")


def mirror_url(base: str, name: str) -> str:
    """Return where a file of the mirror lies. Raises UserError where the name leads elsewhere."""
    if not _NAME.fullmatch(name):
        raise UserError(f"“{name[:100]}” is no name of a file on the mirror.", "", "Check it and try again.")
    return address_below(base, *name.split("/"))


def read_sums(
    base: str, network: Network, *, on_tick: Callable[[], None] = lambda: None, clock: Clock | None = None
) -> dict[str, str]:
    """Return the SHA-256 of each file of the mirror whose address is `base`. Raises UserError."""
    return sums_of(read_page(network, address_below(base, SUMS_NAME), _MAX_BYTES, on_tick=on_tick, clock=clock))


def sums_of(untrusted: bytes) -> dict[str, str]:
    """Return what a list of hashes says, for names that are plain names; other lines count for nothing.

    A file with two hashes has none: nobody knows which one was meant.
    """
    found: dict[str, str] = {}
    doubted: set[str] = set()
    for line in untrusted.decode("utf-8", "replace").split("\n"):
        match = _LINE.fullmatch(line.rstrip("\r"))
        if match is None:
            continue
        name = match[2].removeprefix("./")
        if not _NAME.fullmatch(name):
            continue
        sha256 = match[1].lower()
        if found.setdefault(name, sha256) != sha256:
            doubted.add(name)
    return {name: sha256 for name, sha256 in found.items() if name not in doubted}
