"""Reads the library's queue in a process of its own, until it is killed; sends a byte for each page it is given."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from paddock.library.ingest import Ingest
from paddock.library.store import LibraryStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.library.doubles import KEY, NotingIndex, ScriptedReader

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def read_until_killed(folder: str, schema: str, files: str, pages: Connection) -> None:
    """Take in `files` where nothing was yet, go on with the queue, and say when it is empty by closing `pages`."""
    vault = Vault.open(Path(folder), Key.from_hex(KEY), time.time, schema=Path(schema))
    store = LibraryStore(vault, time.time, NotingIndex())

    def make_reader() -> ScriptedReader:
        reader = ScriptedReader()
        reader.at_page = lambda _number: pages.send_bytes(b".")
        return reader

    ingest = Ingest(store, make_reader, workers=2)
    pages.send_bytes(b"opened")
    with vault.read() as db:
        (began,) = next(iter(db.execute("SELECT EXISTS (SELECT 1 FROM document) OR EXISTS (SELECT 1 FROM dropped)")))
    if not began:
        ingest.add([Path(files)])
    ingest.start()
    ingest.wait()
    pages.close()
