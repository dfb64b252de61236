"""The reader's process as the window meets it: one after another, walled in, and never worth more than one file."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import threading
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, ReaderDied, ReadRefused
from paddock.process.supervisor import WorkerCommand, worker_command
from paddock.reader.client import ReaderClient
from paddock.reader.link import _Letterbox
from paddock.reader.protocol import CHUNK_BYTES, Limits, Page
from tests.reader.locking import agile, locked_odf, locked_whole, rc4_told, standard
from tests.reader.offices import docx, odf, paragraph
from tests.reader.pdfs import Book, Leaf, file_of, text
from tests.reader.test_doc_text import doc

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def book(pages: int) -> bytes:
    return Book([Leaf(text(72, 700, f"This is page {number}.")) for number in range(1, pages + 1)]).written()


def laughing(before: int, behind: int) -> bytes:
    """Return a PDF one page of which draws a form that draws ten forms that draw ten each, ten deep."""
    made = Book([])
    leaves = [Leaf(text(72, 700, f"This is page {number}.")) for number in range(1, before + behind + 2)]
    leaves[before] = Leaf("/X0 Do", resources="/XObject << /X0 6 0 R >>")
    made.leaves = leaves
    data = made.written()  # once, to fill the five objects every file begins with
    del data
    objects = made.objects[:5]
    for depth in range(10):
        inner = "/X0 Do " * 10 if depth < 9 else text(0, 0, "ha")
        packed = zlib.compress(inner.encode())
        following = f"/XObject << /X0 {7 + depth} 0 R >>" if depth < 9 else ""
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> {following} >> "
            f"/Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
            + packed
            + b"\nendstream"
        )
    made.objects = objects
    kids = [made._page(leaf) for leaf in leaves]
    named = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{named}] /Count {len(kids)} >>".encode()
    return file_of(objects)


@pytest.fixture
def client() -> Iterator[ReaderClient]:
    made = ReaderClient(worker_command("reader"))
    yield made
    pid = made.pid
    made.close()
    assert pid is None or not psutil.pid_exists(pid)


def liar(lie: str) -> ReaderClient:
    command = worker_command("reader")
    env = {**command.env, "PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}"}
    argv = (sys.executable, "-s", "-P", "-m", "tests.reader.lying_worker", lie)
    return ReaderClient(WorkerCommand(argv, env), silence_timeout_s=3.0 if lie == "silence" else 30.0)


def read(client: ReaderClient, data: bytes, limits: Limits | None = None) -> list[str]:
    client.open("file.pdf", data, limits=limits)
    pages: list[Page] = []
    client.read(on_page=pages.append, languages=())
    return [page.text for page in pages]


def test_one_process_reads_many_files_and_draws_them(client: ReaderClient) -> None:
    opened = client.open("first.pdf", book(3))
    assert (opened.format, opened.pages, opened.draws) == ("pdf", 3, True)
    pid = client.pid
    pages: list[Page] = []
    done = client.read(on_page=pages.append, languages=())
    assert (done.outcome, done.pages, done.reason) == ("whole", 3, None)
    assert [page.text for page in pages] == [f"This is page {number}." for number in (1, 2, 3)]
    span = pages[1].spans[0]
    picture = client.draw(2, 300, [(span.source, span.length)])
    assert len(picture.rgb) == picture.width * picture.height * 3
    ((left, top, width, height),) = picture.rectangles[0]
    assert 0 < left < left + width < 1
    assert 0 < top < top + height < 1
    assert client.read(first=3, on_page=pages.append, languages=()).outcome == "whole"
    assert [page.number for page in pages] == [1, 2, 3, 3]
    assert read(client, book(1)) == ["This is page 1."]
    with pytest.raises(ReadRefused) as refusal:
        client.open("odd.bin", bytes(range(256)) * 9)
    assert refusal.value.reason == "unknown_format"
    with pytest.raises(ReaderDied):
        client.draw(1, 300)
    client.shut()
    assert read(client, book(2)) == ["This is page 1.", "This is page 2."]
    assert client.pid == pid


def test_nothing_outside_can_be_reached(client: ReaderClient) -> None:
    walls = client.probe()
    assert [wall.name for wall in walls.probes if not wall.held] == []
    assert {"socket_inet", "exec", "read_home", "create_file", "fork"} <= {wall.name for wall in walls.probes}
    assert read(client, book(1)) == ["This is page 1."]  # its libraries are found from inside the walls


def test_a_large_file_comes_in_pieces(client: ReaderClient) -> None:
    data = book(2) + b"%" * (2 * CHUNK_BYTES + 17) + b"\n%%EOF\n"
    stream = io.BytesIO(b"skipped" + data)
    stream.seek(7)
    client.open("large.pdf", stream)
    pages: list[Page] = []
    client.read(on_page=pages.append, languages=())
    assert len(pages) == 2


def test_a_file_larger_than_its_memory_is_not_even_sent(client: ReaderClient) -> None:
    with pytest.raises(ReadRefused) as refusal:
        client.open("large.pdf", bytes(65 << 20), limits=Limits(memory_bytes=64 << 20))
    assert refusal.value.reason == "limit"


_LOCKED = {
    "pdf": Book([Leaf(text(72, 700, "Behind a lock."))]).written(password="hay"),
    "docx": agile(docx(paragraph("Behind a lock.")), "hay"),
    "docx of 2007": standard(docx(paragraph("Behind a lock.")), "hay"),
    "odt": locked_odf(odf("text", "<text:p>Behind a lock.</text:p>"), "hay"),
    "odt of 2005": locked_odf(odf("text", "<text:p>Behind a lock.</text:p>"), "hay", blowfish=True),
    "odt as one": locked_whole(odf("text", "<text:p>Behind a lock.</text:p>"), "hay", kibibytes=1 << 16, rounds=3),
    "doc": doc("Behind a lock.\r", lock=rc4_told("hay")),
}


@pytest.mark.parametrize("data", _LOCKED.values(), ids=_LOCKED.keys())
def test_a_password_is_asked_once_more_and_opens(client: ReaderClient, data: bytes) -> None:
    """Behind the walls, where its ciphers are loaded."""
    for wrong in (None, "straw"):
        with pytest.raises(ReadRefused) as refusal:
            client.open("locked", data, password=wrong)
        assert refusal.value.reason == "password"
    client.open("locked", data, password="hay")
    pages: list[Page] = []
    client.read(on_page=pages.append, languages=())
    assert pages[0].text == "Behind a lock."


def test_stopping_ends_the_reading_at_a_page(client: ReaderClient) -> None:
    client.open("long.pdf", book(2000))
    cancel = CancelToken()
    had: list[int] = []

    def take(page: Page) -> None:
        had.append(page.number)
        if page.number == 5:
            cancel.cancel()

    done = client.read(on_page=take, languages=(), cancel=cancel)
    assert (done.outcome, done.reason, done.note) == ("part", None, "Stopped.")
    assert had == list(range(1, len(had) + 1))
    assert 5 <= len(had) < 1000
    assert client.draw(1, 100).width == 100  # the same process, the same document
    with pytest.raises(Cancelled):
        client.open("again.pdf", book(1), cancel=cancel)


def test_what_follows_a_reading_that_was_stopped_is_read_by_another_process(client: ReaderClient) -> None:
    """In the one before, somebody may still be stuck in a page."""
    client.open("long.pdf", book(200))
    cancel, pid = CancelToken(), client.pid
    client.read(on_page=lambda _page: cancel.cancel(), languages=(), cancel=cancel)
    assert client.pid == pid
    client.open("next.pdf", book(1))
    assert client.pid not in {None, pid}


def test_what_the_taker_of_pages_raises_comes_back(client: ReaderClient) -> None:
    client.open("file.pdf", book(50))

    def take(page: Page) -> None:
        raise RuntimeError(f"no room for {page.number}")

    with pytest.raises(RuntimeError, match="no room for 1"):
        client.read(on_page=take, languages=())
    assert len(read(client, book(3))) == 3


def test_killed_in_the_middle_it_costs_that_file(client: ReaderClient) -> None:
    client.open("file.pdf", book(3000))
    had: list[int] = []

    def take(page: Page) -> None:
        had.append(page.number)
        if page.number == 3:
            pid = client.pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)

    with pytest.raises(ReaderDied, match="killed"):
        client.read(on_page=take, languages=())
    assert had[:3] == [1, 2, 3]
    with pytest.raises(ReaderDied):
        client.draw(1, 100)
    assert len(read(client, book(3))) == 3


def test_a_page_that_never_ends_leaves_the_pages_before_it(client: ReaderClient) -> None:
    client.open("laughing.pdf", laughing(before=3, behind=2), limits=Limits(page_seconds=0.3))
    pages: list[Page] = []
    done = client.read(on_page=pages.append, languages=())
    assert (done.outcome, done.reason, done.pages) == ("part", "limit", 6)
    assert "0.3 seconds" in done.note
    assert [page.text for page in pages] == [f"This is page {number}." for number in (1, 2, 3)]
    assert len(read(client, book(3))) == 3  # a new process, without waiting for the one that is stuck


def test_a_page_that_fills_the_memory_leaves_the_pages_before_it(client: ReaderClient) -> None:
    client.open("laughing.pdf", laughing(before=3, behind=2), limits=Limits(memory_bytes=800 << 20))
    pages: list[Page] = []
    with pytest.raises(ReaderDied, match="memory"):
        client.read(on_page=pages.append, languages=())
    assert [page.number for page in pages] == [1, 2, 3]
    assert len(read(client, book(3))) == 3


def test_one_file_after_another_has_as_much_of_the_memory(client: ReaderClient) -> None:
    """Each reading's threads left a heap of their own behind, until there was none left to read in."""
    page = Leaf(text(72, 700, "A plan.") + "0 0 m 99 99 l S\n" * 400_000)
    plans, limits = Book([page] * 6).written(), Limits(memory_bytes=400 << 20)
    pids = set()
    for _ in range(3):
        assert len(read(client, plans, limits)) == 6
        pids.add(client.pid)
    assert len(pids) == 1


def test_a_limit_on_pages_leaves_those_before_it(client: ReaderClient) -> None:
    client.open("file.pdf", book(9), limits=Limits(pages=4))
    pages: list[Page] = []
    done = client.read(on_page=pages.append, languages=())
    assert (done.outcome, done.reason, done.pages, len(pages)) == ("part", "limit", 9, 4)


def test_a_bomb_of_text_costs_no_more_than_its_memory(client: ReaderClient) -> None:
    """A content stream of 2 kB that unpacks to 900 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"BT (x) Tj ET " * 100_000) for _ in range(700)) + packer.flush()
    made = Book([Leaf(text(72, 700, "Innocent."))])
    data = made.written()
    content = next(at for at, one in enumerate(made.objects) if b"stream\n" in one)
    made.objects[content] = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream"
    data = file_of(made.objects)
    assert len(data) < 5_000_000
    limits = Limits(memory_bytes=400 << 20, page_seconds=2.0)
    client.open("bomb.pdf", data, limits=limits)
    pages: list[Page] = []
    with contextlib.suppress(ReaderDied):
        assert client.read(on_page=pages.append, languages=()).outcome == "part"
    assert len(read(client, book(3))) == 3


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        ("endless pages", "more than was asked"),
        ("endless life", "did not come to an end"),
        ("silence", "said nothing for 3 seconds"),
        ("minus page", "said something it should not"),
        ("blocks outside", "said something it should not"),
        ("blocks over blocks", "said something it should not"),
    ],
)
def test_a_reader_taken_over_is_not_believed(lie: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paddock.reader.client._patience", lambda _limits: 6.0)
    client = liar(lie)
    client.open("file.pdf", b"anything", limits=Limits(pages=100))
    with pytest.raises(ReaderDied, match=told):
        client.read(on_page=lambda _page: None)
    assert client.pid is None
    client.close()


def test_pages_and_pictures_nobody_asked_for_are_not_taken() -> None:
    client = liar("another's page")
    client.open("file.pdf", b"anything")
    pages: list[Page] = []
    client.read(on_page=pages.append)
    assert pages == []
    with pytest.raises(ReaderDied, match="should not"):
        client.draw(1, 100)
    client.close()


def test_a_picture_with_bytes_missing_is_not_shown() -> None:
    client = liar("bytes missing")
    client.open("file.pdf", b"anything")
    with pytest.raises(ReaderDied, match="should not"):
        client.draw(1, 100)
    assert client.pid is None
    client.close()


def test_large_answers_wait_in_the_reader_not_in_the_window() -> None:
    box = _Letterbox()
    large = Page(id=1, number=1, kind="page", text="\N{GRINNING FACE}" * (4 << 20))
    taken = 0
    while box.put(large, waiting=False):
        taken += 1
    assert 1 <= taken <= 8
    assert box.take(0) is large
    assert box.put(large, waiting=False)


def test_closing_ends_what_goes_on(client: ReaderClient) -> None:
    client.open("long.pdf", book(3000))
    began = threading.Event()
    ended: list[BaseException] = []

    def reads() -> None:
        try:
            client.read(on_page=lambda _page: began.set(), languages=())
        except ReaderDied as death:
            ended.append(death)

    thread = threading.Thread(target=reads)
    thread.start()
    assert began.wait(20)
    client.close()
    thread.join(20)
    assert len(ended) == 1
    assert client.pid is None


@pytest.mark.skipif(os.name != "posix", reason="niceness is POSIX's")
def test_a_gentle_reader_leaves_the_cores_to_others() -> None:
    gentle = ReaderClient(worker_command("reader"), gentle=True)
    try:
        gentle.open("notes.txt", b"The ferry sails on Tuesdays.")
        assert gentle.pid is not None
        assert os.getpriority(os.PRIO_PROCESS, gentle.pid) >= 10
    finally:
        gentle.close()


def test_who_takes_pages_slowly_is_waited_for() -> None:
    """A page may take longer to be put away than a reader may be silent; what is held up is not hung."""
    client = ReaderClient(worker_command("reader"), silence_timeout_s=3.0)
    client.open("file.pdf", book(400))
    had: list[int] = []

    def take(page: Page) -> None:
        if page.number == 2:
            assert not threading.Event().wait(4.5)
        had.append(page.number)

    assert client.read(on_page=take, languages=()).outcome == "whole"
    client.close()
    assert had == list(range(1, 401))
