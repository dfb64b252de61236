"""PDF: pages looked at ahead by several at a time come in order, and what goes wrong with one comes in its turn."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING, Any

import pytest

from paddock.reader import pdf, pdf_ahead
from paddock.reader.document import Reading, Source
from paddock.reader.pdf import PdfDocument
from paddock.reader.pdf_ahead import Ahead
from paddock.reader.pdf_beside import Beside, Shut
from paddock.reader.pdf_calls import CALLS
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_S = 20.0


def nothing() -> None:
    """Do nothing where somebody asks whether to go on."""


class Others:
    """Looks at pages as somebody elsewhere does: `look` gives None where they do not know; without it nobody is."""

    def __init__(self, look: Callable[[int], int | None] | None) -> None:
        self.look = look
        self.asked: list[int] = []
        self.unanswered: list[int] = []
        self.has_ended = threading.Event()

    def begin(self) -> bool:
        return self.look is not None

    def ask(self, number: int) -> None:
        self.asked.append(number)
        self.unanswered.append(number)

    def answer(self) -> int | None:
        assert self.look is not None
        return self.look(self.unanswered.pop(0))

    def end(self) -> None:
        assert not self.unanswered
        self.has_ended.set()


def seen_by(ahead: Ahead[int]) -> list[int]:
    """Return all that is seen."""
    seen = [result for result in ahead.results(nothing) if result is not None]
    ahead.end()
    return seen


def test_what_two_see_comes_in_order() -> None:
    is_seen_here = threading.Event()

    def here(number: int) -> int:
        is_seen_here.set()
        return number

    def there(number: int) -> int:
        assert is_seen_here.wait(_PATIENCE_S)
        return number

    others = Others(there)
    assert seen_by(Ahead(here, range(1, 41), others)) == list(range(1, 41))
    assert others.has_ended.wait(_PATIENCE_S)
    assert others.asked[:2] == [1, 2]


def test_pages_are_looked_at_here_only_while_one_is_waited_for() -> None:
    others = Others(lambda number: number)
    here: list[int] = []

    def look(number: int) -> int:
        here.append(number)
        return number

    ahead = Ahead(look, range(1, 200), others)
    results = ahead.results(nothing)
    assert next(results) == 1
    # Nobody takes results now: whatever may be asked ahead comes from elsewhere, and the thread here waits.
    (worker, _asking) = ahead._threads
    in_hand = len(here)
    while sum(map(len, (others.asked, here))) < 8:
        worker.join(0.01)
    assert len(here) <= in_hand + 1
    ahead.end()
    assert others.has_ended.wait(_PATIENCE_S)


def test_what_is_not_known_elsewhere_is_looked_at_here() -> None:
    others = Others(lambda number: number if number % 3 else None)
    assert seen_by(Ahead(lambda number: number, range(1, 41), others)) == list(range(1, 41))
    assert others.has_ended.wait(_PATIENCE_S)


def test_where_nobody_else_is_there_all_is_seen_here() -> None:
    others = Others(None)
    assert seen_by(Ahead(lambda number: number, range(1, 41), others)) == list(range(1, 41))
    assert not others.asked


def test_what_was_asked_elsewhere_is_waited_for_when_it_ends() -> None:
    go_on = threading.Event()

    def there(number: int) -> int:
        assert number == 1 or go_on.wait(_PATIENCE_S)
        return number

    others = Others(there)
    ahead = Ahead(lambda number: number, range(1, 1000), others)
    results = ahead.results(nothing)
    assert next(results) == 1
    ahead.end()
    assert not others.has_ended.is_set()
    go_on.set()
    assert others.has_ended.wait(_PATIENCE_S)
    assert not others.unanswered


def test_one_thread_does_it_all_where_the_system_gives_no_second(monkeypatch: pytest.MonkeyPatch) -> None:
    start, started = threading.Thread.start, list[threading.Thread]()

    def start_once(thread: threading.Thread) -> None:
        if thread.name == "pdf-ahead":  # others may be another test's
            if started:
                raise RuntimeError("can't start new thread")
            started.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_once)
    assert seen_by(Ahead(lambda number: number, range(1, 9), Others(lambda number: -number))) == list(range(1, 9))
    started[0].join(_PATIENCE_S)
    assert not started[0].is_alive()


def test_what_a_look_raises_comes_after_what_was_seen_before_it() -> None:
    def look(number: int) -> int:
        if number == 3:
            raise ValueError("the third")
        return number

    ahead = Ahead(look, range(1, 9))
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

    ahead = Ahead(look, range(1, 5))
    had: list[int | None] = []
    for result in ahead.results(nothing):
        had.append(result)
        if result is None and 1 in had:  # on a busy computer the first is slow too
            told.set()
    ahead.end()
    assert [result for result in had if result is not None] == [1, 2, 3, 4]
    assert None in had[had.index(1) : had.index(2)]


def test_its_threads_end_with_it() -> None:
    ahead = Ahead(abs, range(1, 1000), Others(abs))
    results = ahead.results(nothing)
    assert next(results) == 1
    threads = list(ahead._threads)
    assert len(threads) == 2
    ahead.end()
    for thread in threads:
        thread.join(_PATIENCE_S)
    assert not any(thread.is_alive() for thread in threads)


# ---------------------------------------------------------------- with pdfium


def long_book(pages: int) -> Book:
    return Book([Leaf(text(72, 700, f"Chapter {number} tells of it.", 20)) for number in range(1, pages + 1)])


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
    monkeypatch.setattr(pdf, "_FAREWELL_S", 0.01)
    others = set(threading.enumerate())  # of a reading that has ended, one may still be at its last page
    document = PdfDocument(Source(File(long_book(20).written())))
    pages = document.pages(1, Reading(1, lambda _picture, _dpi: None, nothing))
    assert [next(pages).number for _ in range(3)] == [1, 2, 3]
    assert stuck.wait(_PATIENCE_S)
    (thread,) = (one for one in threading.enumerate() if one.name == "pdf-ahead" and one not in others)
    del pages  # which ends what is looked at ahead
    document.close()
    del document
    gc.collect()
    assert not gone.is_set()
    go_on.set()
    thread.join(_PATIENCE_S)
    gc.collect()
    assert gone.is_set()


class Full:
    """A pipe for which there is no memory left."""

    def read(self, _size: int) -> bytes:
        raise MemoryError

    write = read

    def flush(self) -> None:
        """There is nothing to be flushed."""


def test_without_memory_for_what_is_said_beside_all_is_seen_here() -> None:
    """A page was waited for that nobody looked at any more."""
    pipe: Any = Full()
    beside = Beside(pipe, pipe)
    assert beside.take()
    assert beside.answer() is None
    beside.leave()
    assert not beside.take()
    told = Beside(pipe, pipe)
    told.tell(Shut())
    assert not told.take()
