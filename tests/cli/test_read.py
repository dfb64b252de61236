"""`paddock read` goes on where a reader stopped over a document, once, and says so where another stops too."""

from __future__ import annotations

import argparse
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from paddock.cli.read import read
from paddock.errors import ReaderDied
from paddock.reader.protocol import Done, Opened, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Mortal:
    """A reader of ten pages that stops before each of the pages named, once."""

    def __init__(self, *stops: int) -> None:
        self._stops = list(stops)
        self.opened: list[tuple[bytes, str | None]] = []

    def open(self, name: str, data: Any, *, password: str | None = None) -> Opened:
        self.opened.append((data.read(), password))
        return Opened(id=1, format="pdf", pages=10, title="", author="", draws=True)

    def read(self, *, on_page: Callable[[Page], None], first: int = 1, **_more: object) -> Done:
        for number in range(first, 11):
            if number in self._stops:
                self._stops.remove(number)
                raise ReaderDied("The reader ended.", "It was killed.")
            on_page(Page(id=1, number=number, kind="page", text=f"This is page {number}."))
        return Done(id=1, outcome="whole", pages=10)


def ran(reader: Mortal, file: Path) -> tuple[int, dict[str, Any]]:
    told: list[dict[str, Any]] = []
    paddock: Any = SimpleNamespace(
        reader=reader, settings=SimpleNamespace(current=SimpleNamespace(ocr_languages=("eng",)))
    )
    terminal: Any = SimpleNamespace(progress=lambda _said: None, json=told.append)
    file.write_bytes(b"ten pages")
    code = read(paddock, argparse.Namespace(file=file, languages=None, json=True, password_file=None), terminal)
    return code, told[0]


@pytest.mark.parametrize("stop", [1, 5, 10])
def test_it_goes_on_where_the_reader_stopped(stop: int, tmp_path: Path) -> None:
    reader = Mortal(stop)
    code, told = ran(reader, tmp_path / "a.pdf")
    assert (code, told["outcome"]) == (0, "whole")
    assert [page["number"] for page in told["pages"]] == list(range(1, 11))
    assert reader.opened == [(b"ten pages", None)] * 2


def test_what_was_read_stands_where_another_stops_too(tmp_path: Path) -> None:
    code, told = ran(Mortal(3, 7), tmp_path / "a.pdf")
    assert (code, told["outcome"]) == (1, "part")
    assert [page["number"] for page in told["pages"]] == list(range(1, 7))
    assert told["note"] == "The reader stopped twice, the last time after page 6. The reader ended. It was killed."


def test_nothing_read_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ReaderDied):
        ran(Mortal(1, 1), tmp_path / "a.pdf")
