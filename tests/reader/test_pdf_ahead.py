"""PDF: pages looked at ahead by several at a time come in order, and what goes wrong with one comes in its turn."""

from __future__ import annotations

import gc
import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from paddock.reader import pdf, pdf_ahead
from paddock.reader.document import Reading, Source
from paddock.reader.pdf import PdfDocument
from paddock.reader.pdf_ahead import Ahead
from paddock.reader.pdf_calls import CALLS, second_copy
from paddock.reader.pdf_looking import Looker
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from paddock.reader.pdf_calls import Calls
    from paddock.reader.protocol import Page

_PATIENCE_S = 20.0


def nothing() -> None:
    """Do nothing where somebody asks whether to go on."""


def test_what_two_see_comes_in_order() -> None:
    others_were_seen = threading.Event()
    seen: list[int] = []

    def look(number: int) -> int:
        if number == 1:
            assert others_were_seen.wait(_PATIENCE_S)
        seen.append(number)
        if len(seen) == 3:
            others_were_seen.set()
        return number

    ahead = Ahead([look, look], range(1, 41))
    assert [result for result in ahead.results(nothing) if result is not None] == list(range(1, 41))
    ahead.end()
    assert seen[:3] == [2, 3, 4]


def test_one_thread_does_it_all_where_the_system_gives_no_second(monkeypatch: pytest.MonkeyPatch) -> None:
    start, started = threading.Thread.start, list[threading.Thread]()

    def start_once(thread: threading.Thread) -> None:
        if started:
            raise RuntimeError("can't start new thread")
        started.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_once)
    ahead = Ahead([lambda number: number, lambda number: -number], range(1, 9))
    assert [result for result in ahead.results(nothing) if result is not None] == list(range(1, 9))
    ahead.end()
    started[0].join(_PATIENCE_S)
    assert not started[0].is_alive()


def test_what_a_look_raises_comes_after_what_was_seen_before_it() -> None:
    def look(number: int) -> int:
        if number == 3:
            raise ValueError("the third")
        return number

    ahead = Ahead([look, look], range(1, 9))
    had: list[int | None] = []
    with pytest.raises(ValueError, match="the third"):
        had.extend(ahead.results(nothing))
    ahead.end()
    assert had == [1, 2]


def test_a_slow_page_is_told_while_those_behind_it_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ahead, "_LOOK_UP_S", 0.01)
    monkeypatch.setattr(pdf_ahead, "_SLOW_S", 0.02)
    told = threading.Event()

    def look(number: int) -> int:
        if number == 2:
            assert told.wait(_PATIENCE_S)
        return number

    ahead = Ahead([look, look], range(1, 5))
    had: list[int | None] = []
    for result in ahead.results(nothing):
        had.append(result)
        if result is None:
            told.set()
    ahead.end()
    assert [result for result in had if result is not None] == [1, 2, 3, 4]
    assert had[1] is None


def test_its_threads_end_with_it() -> None:
    ahead = Ahead([abs, abs], range(1, 1000))
    results = ahead.results(nothing)
    assert next(results) == 1
    threads = [thread for thread in threading.enumerate() if thread.name == "pdf-ahead"]
    assert len(threads) == 2
    ahead.end()
    for thread in threads:
        thread.join(_PATIENCE_S)
    assert not any(thread.is_alive() for thread in threads)


# ---------------------------------------------------------------- two copies of pdfium


def pages_of(data: bytes, password: str | None = None) -> list[Page]:
    document = PdfDocument(Source(data, password=password))
    try:
        return list(document.pages(1, Reading(1, lambda _picture, _dpi: None, nothing)))
    finally:
        document.close()


def lookers_made(monkeypatch: pytest.MonkeyPatch) -> list[Looker]:
    """Return a list to which each Looker is added that is made from here on."""
    made: list[Looker] = []
    make = Looker.__init__

    def init(self: Looker, calls: Calls, document: int, data: bytes) -> None:
        made.append(self)
        make(self, calls, document, data)

    monkeypatch.setattr(Looker, "__init__", init)
    return made


def long_book(pages: int) -> Book:
    return Book([Leaf(text(72, 700, f"Chapter {number} tells of it.", 20)) for number in range(1, pages + 1)])


def test_linux_loads_pdfium_a_second_time() -> None:
    copy = second_copy()
    assert (copy is not None) == sys.platform.startswith("linux")
    assert copy is second_copy()
    if copy is not None:
        CALLS.init_library()
        data = long_book(2).written()
        own, other = (calls.load_document(data, len(data), None) for calls in (CALLS, copy))
        assert own
        assert other
        CALLS.close_document(own)
        copy.close_document(other)


def test_two_copies_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    data = long_book(60).written()
    with monkeypatch.context() as alone:
        alone.setattr(pdf, "second_copy", lambda: None)
        lookers = lookers_made(alone)
        by_one = pages_of(data)
        assert len(lookers) == 1
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    lookers = lookers_made(monkeypatch)
    assert pages_of(data) == by_one
    assert len(lookers) == (2 if sys.platform.startswith("linux") else 1)
    assert all(f"Chapter {page.number} tells of it." in page.text for page in by_one)
    assert len(by_one) == 60


@pytest.mark.parametrize(("pages", "cores", "password"), [(3, 2, ""), (20, 1, ""), (20, 2, "hay")])
def test_one_copy_is_enough_for_few_pages_one_core_and_what_a_password_opened(
    pages: int, cores: int, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    lookers = lookers_made(monkeypatch)
    assert len(pages_of(long_book(pages).written(password=password), password or None)) == pages
    assert len(lookers) == 1


def test_a_file_stays_in_memory_while_somebody_is_stuck_in_one_of_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pdfium reads on in it: let go of sooner, a slow page of a reading that was stopped ended the process."""
    stuck, go_on, gone = threading.Event(), threading.Event(), threading.Event()
    load_page = CALLS.load_page

    class File(bytes):
        def __del__(self) -> None:
            gone.set()

    def load(document: int | None, index: int) -> int | None:
        if index == 8:
            stuck.set()
            assert go_on.wait(_PATIENCE_S)
        handle: int | None = load_page(document, index)
        return handle

    monkeypatch.setattr(CALLS, "load_page", load)
    monkeypatch.setattr(pdf, "second_copy", lambda: None)
    monkeypatch.setattr(pdf, "_FAREWELL_S", 0.01)
    document = PdfDocument(Source(File(long_book(20).written())))
    pages = document.pages(1, Reading(1, lambda _picture, _dpi: None, nothing))
    assert [next(pages).number for _ in range(3)] == [1, 2, 3]
    assert stuck.wait(_PATIENCE_S)
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "pdf-ahead")
    del pages  # which ends what is looked at ahead
    document.close()
    del document
    gc.collect()
    assert not gone.is_set()
    go_on.set()
    thread.join(_PATIENCE_S)
    gc.collect()
    assert gone.is_set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nothing is loaded from memory there")
def test_a_python_that_was_built_for_older_systems_has_one_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it was built without the call for files in memory, pages are looked at one after another."""
    monkeypatch.delattr(os, "memfd_create")
    assert second_copy.__wrapped__() is None
