"""The queue with the real reader's process: whole, refused and damaged files, and a reader that is killed."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from paddock.library.ingest import Ingest
from paddock.process.supervisor import worker_command
from paddock.reader.client import ReaderClient

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.library.ingest import Progress
    from paddock.library.store import LibraryStore
    from paddock.reader.protocol import Page

pytestmark = pytest.mark.slow


def chapters(count: int) -> str:
    """Return a Markdown text of so many pages, with headings above headings."""
    return "\n\n".join(
        f"{'#' if number % 5 == 0 else '##'} Chapter {number}\n\n" + f"Words of chapter {number}. " * 200
        for number in range(count)
    )


def test_files_end_in_a_stated_outcome(store: LibraryStore, files: Path) -> None:
    (files / "a.md").write_text(chapters(4), encoding="utf-8")
    (files / "b.bin").write_bytes(bytes(range(256)) * 40)
    (files / "c.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF at all")
    (files / "d.txt").write_bytes(b"")
    clients: list[ReaderClient] = []

    def make() -> ReaderClient:
        clients.append(ReaderClient(worker_command("reader")))
        return clients[-1]

    ingest = Ingest(store, make, workers=2)
    ingest.add([files])
    assert ingest.wait(60)
    assert [(one.name, one.state, one.reason) for one in store.documents()] == [
        ("a.md", "read", ""),
        ("b.bin", "refused", "unknown_format"),
        ("c.pdf", "refused", "damaged"),
        ("d.txt", "refused", "empty"),
    ]
    assert "Words of chapter 3." in "".join(page.text for page in store.pages(store.documents()[0].id))
    assert [client.pid for client in clients] == [None] * len(clients), "no process outlives the queue"


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL")
def test_reading_goes_on_where_a_killed_reader_was(store: LibraryStore, files: Path) -> None:
    (files / "a.md").write_text(chapters(400), encoding="utf-8")
    client = ReaderClient(worker_command("reader"))
    killed: list[int] = []

    def on_progress(progress: Progress) -> None:
        if progress.pages_done > 5 and not killed and client.pid is not None:
            killed.append(client.pid)
            os.kill(client.pid, signal.SIGKILL)

    whole: list[Page] = []
    with ReaderClientOf(files / "a.md") as other:
        other.read(on_page=whole.append)
    ingest = Ingest(store, lambda: client, workers=1, on_progress=on_progress)
    ingest.add([files])
    assert ingest.wait(60)
    assert killed
    (document,) = store.documents()
    assert (document.state, document.pages_kept) == ("read", len(whole))
    kept = store.pages(document.id)
    assert [msgspec.structs.replace(page, id=0) for page in kept] == [
        msgspec.structs.replace(page, id=0) for page in whole
    ]


class ReaderClientOf:
    """A reader with a file open, for a block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._client = ReaderClient(worker_command("reader"))

    def __enter__(self) -> ReaderClient:
        self._client.open(self._path.name, self._path.read_bytes())
        return self._client

    def __exit__(self, *_: object) -> None:
        self._client.close()
