"""The whole way: a scan goes into the locked reader's process, and its text with the places of its words comes out."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from paddock.process.supervisor import worker_command
from paddock.reader.client import Limits, ReaderClient
from paddock.reader.languages import language_folders
from tests.reader.lettering import DPI, PAPER, column, grain, lettered, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.reader.protocol import Done, Page

pytestmark = pytest.mark.slow

LINES = ("The ferry leaves at seven from the old stone pier,", "and comes back when the last passenger is aboard.")
PROSE = lettered(*column(150, 200, *LINES))


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderClient]:
    """Return the client of a real reader."""
    client = ReaderClient(worker_command("reader"))
    yield client
    client.close()


def file(kind: str, *pictures: Image.Image) -> bytes:
    """Return pictures in one file."""
    written = io.BytesIO()
    pictures[0].save(written, kind, save_all=True, append_images=pictures[1:], resolution=DPI, dpi=(DPI, DPI))
    return written.getvalue()


def read(client: ReaderClient, data: bytes, *languages: str) -> tuple[list[Page], Done]:
    """Return a file's pages and how their reading ended."""
    pages: list[Page] = []
    client.open("a", data)
    return pages, client.read(languages=languages or ("eng",), on_page=pages.append)


@pytest.mark.parametrize("kind", ["PDF", "TIFF"])
def test_a_scan(reader: ReaderClient, kind: str) -> None:
    """Each page has its outcome: read, read though upside down, blank, a picture without text."""
    upside_down = PROSE.picture.rotate(180)
    pages, done = read(reader, file(kind, PROSE.picture, upside_down, Image.new("L", PAPER, 255), grain(300, 240)))
    assert [page.outcome for page in pages] == ["read", "read", "empty", "no_text"]
    assert (done.outcome, done.pages) == ("part", 4)
    for page in pages[:2]:
        assert page.recognised
        assert " ".join(page.text.split()) == " ".join(LINES)
        assert [page.text[box.start : box.start + box.length] for box in page.boxes] == [
            word for word, _ in PROSE.words
        ]
    for box, (word, drawn) in zip(pages[0].boxes, PROSE.words, strict=True):
        assert overlap((box.left, box.top, box.width, box.height), drawn) > 0.5, word
    first, last = pages[1].boxes[0], pages[1].boxes[-1]
    assert first.top > last.top > 0.5
    assert pages[3].detail


def test_a_language_that_is_not_there_is_said(reader: ReaderClient) -> None:
    """Beside one that is, and alone."""
    data = file("PNG", PROSE.picture)
    [page], done = read(reader, data, "xxx", "eng")
    assert (page.outcome, done.outcome) == ("read", "whole")
    assert "xxx" in done.note
    [page], done = read(reader, data, "xxx")
    assert (page.outcome, done.outcome) == ("no_text", "part")
    assert "xxx" in done.note


def test_a_language_of_ones_own(tmp_path: Path) -> None:
    """From a folder that the process is told when it starts, and may read though it is locked."""
    source = next(path for folder in language_folders() for path in folder.glob("eng.traineddata"))
    shutil.copy(source, tmp_path / "own.traineddata")
    command = worker_command("reader")
    client = ReaderClient(replace(command, argv=(*command.argv, str(tmp_path))))
    try:
        [page], done = read(client, file("PNG", PROSE.picture), "own", "eng")
    finally:
        client.close()
    assert done.note == ""
    assert " ".join(page.text.split()) == " ".join(LINES)


def test_a_scanned_book_may_take_longer_than_a_written_one(reader: ReaderClient) -> None:
    """Recognition counts for its page; for the file it counts a tenth."""
    data = file("TIFF", *[lettered(*column(150, 200, f"Page {number} says this.")).picture for number in range(8)])
    pages: list[Page] = []
    reader.open("a", data, limits=Limits(seconds=1.5))
    done = reader.read(on_page=pages.append)
    assert (done.outcome, len(pages)) == ("whole", 8)
    assert [page.text for page in pages] == [f"Page {number} says this." for number in range(8)]
