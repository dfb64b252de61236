"""PDF: the process beside the reader's sees what the reader sees, walled in like it; where it ends, all is read too."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.errors import ReaderDied
from paddock.process.supervisor import worker_command
from paddock.reader.client import ReaderClient
from paddock.reader.document import Reading, Source
from paddock.reader.pdf import PdfDocument
from tests.process.test_orphans import wait_for_the_end_of
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.protocol import Page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no process is forked there"),
    pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is none beside where there is one processor"),
]


def book(pages: int, said: str = "", password: str = "") -> bytes:
    leaves = [
        Leaf(text(72, 700, f"{number}. What {said}", 20) + text(72, 660, f"This is page {number} {said}."))
        for number in range(1, pages + 1)
    ]
    return Book(leaves).written(password=password)


@pytest.fixture
def client() -> Iterator[ReaderClient]:
    made = ReaderClient(worker_command("reader"))
    yield made
    made.close()


def read(client: ReaderClient, data: bytes, password: str | None = None) -> list[Page]:
    pages: list[Page] = []
    client.open("book.pdf", data, password=password)
    client.read(on_page=pages.append, languages=())
    return pages


def read_by_one(data: bytes) -> list[Page]:
    document = PdfDocument(Source(data))
    try:
        return list(document.pages(1, Reading(1, lambda _picture, _dpi: None, lambda: None)))
    finally:
        document.close()


def beside(client: ReaderClient) -> psutil.Process:
    assert client.pid is not None
    (process,) = psutil.Process(client.pid).children()
    return process


def computed_ns(process: psutil.Process) -> int:
    """Return for how many nanoseconds a process has had a processor."""
    return int(Path(f"/proc/{process.pid}/schedstat").read_text("ascii").split()[0])


def said_of(pages: list[Page]) -> list[tuple[int, str, object, object]]:
    return [(page.number, page.text, page.blocks, page.spans) for page in pages]


def test_two_see_what_one_sees(client: ReaderClient) -> None:
    for said in ("in a field", "für Groß und Klein", "über die Höhe"):
        data = book(80, said)
        both = read(client, data)
        assert len(both) == 80
        assert said_of(both) == said_of(read_by_one(data))
    assert sum(beside(client).cpu_times()[:2]) > 0


def test_it_has_walls_of_its_own_and_nothing_of_the_readers(client: ReaderClient) -> None:
    read(client, book(20))
    process = beside(client)
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    own = Path(f"/proc/{client.pid}/status").read_text("ascii")
    for wall in ("NoNewPrivs", "Seccomp", "Seccomp_filters"):
        (line,) = (line for line in status.splitlines() if line.startswith(f"{wall}:"))
        assert line in own.splitlines()
        assert not line.endswith("\t0")
    held = {str(name.readlink()) for name in Path(f"/proc/{process.pid}/fd").iterdir()}
    theirs = {str(name.readlink()) for name in Path(f"/proc/{client.pid}/fd").iterdir()}
    pipes = {target for target in held if target.startswith("pipe:")}
    assert held - pipes == {os.devnull}
    assert len(pipes) == 2  # to the reader and from it; the window's, and what it hears of errors, are not among them
    assert pipes < theirs


def test_killed_in_the_midst_of_a_file_it_is_done_without(client: ReaderClient) -> None:
    data = book(400)
    pages: list[Page] = []

    def take(page: Page) -> None:
        pages.append(page)
        if page.number == 100:
            beside(client).kill()

    client.open("book.pdf", data)
    first = client.pid
    client.read(on_page=take, languages=())
    assert [page.number for page in pages] == list(range(1, 401))
    assert said_of(pages) == said_of(read(client, data))  # and the next file too
    assert client.pid == first


def test_it_goes_with_the_reader(client: ReaderClient) -> None:
    read(client, book(20))
    process = beside(client)
    assert client.pid is not None
    os.kill(client.pid, signal.SIGKILL)
    wait_for_the_end_of(process.pid)


def test_what_needs_a_password_is_not_given_to_it(client: ReaderClient) -> None:
    read(client, book(2))
    process = beside(client)
    before_ns = computed_ns(process)
    assert len(read(client, book(300, password="hay"), "hay")) == 300
    assert computed_ns(process) - before_ns < 10_000_000, "pages would have taken 50 ms; it may just have fallen asleep"


def test_there_is_none_beside_the_next_reader_of_what_one_died_of(client: ReaderClient) -> None:
    data = book(200)

    def take(page: Page) -> None:
        if page.number == 20:
            assert client.pid is not None
            os.kill(client.pid, signal.SIGKILL)

    client.open("book.pdf", data)
    with pytest.raises(ReaderDied):
        client.read(on_page=take, languages=())
    assert len(read(client, data)) == 200
    assert client.pid is not None
    assert not psutil.Process(client.pid).children()
