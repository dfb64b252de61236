"""Remembers the downloads that did not come to an end, so that the next start goes on with them."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import msgspec

from paddock.fetcher.protocol import Choice
from paddock.models.notes import change_notes, read_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path


class Unfinished(msgspec.Struct, frozen=True):
    """A download that is to be gone on with, should this program end now.

    `replaces` names the damaged model whose place it takes once it is whole, or is empty.
    """

    choice: Choice
    title: str
    file_name: str
    sha256: str = ""
    licence: str = ""
    bytes_per_second: int | None = None
    total: int | None = None
    replaces: str = ""


class UnfinishedFile(msgspec.Struct, frozen=True):
    """The file of downloads that did not come to an end."""

    downloads: tuple[Unfinished, ...] = ()


class UnfinishedDownloads:
    """Keeps them in `file` (settings), which other windows write as well. Thread-safe.

    What cannot be read or written is no loss: the parts lie where they lay, and asked for again they are gone on with.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._writing = threading.Lock()

    def read(self) -> tuple[Unfinished, ...]:
        """Return all of them, the oldest first."""
        try:
            return read_notes(self._file, UnfinishedFile).downloads
        except (OSError, msgspec.MsgspecError):
            return ()

    def write(self, mine: Callable[[], tuple[Collection[Choice], Collection[Unfinished]]]) -> None:
        """Write anew what `mine` tells: all choices this program knows of, and which are to be gone on with."""
        with self._writing:
            choices, kept = mine()

            def with_mine(noted: UnfinishedFile) -> UnfinishedFile:
                others = (one for one in noted.downloads if one.choice not in choices)  # another window's
                return UnfinishedFile((*others, *kept))

            with contextlib.suppress(OSError):
                change_notes(self._file, UnfinishedFile, with_mine, must_be_read=False)
