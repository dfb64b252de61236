"""Pictures of pages with passages marked, drawn by the reader from the file the document came from."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from paddock.errors import ReaderDied, ReadRefused
from paddock.library.places import Rectangle, source_ranges, word_rectangles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from paddock.library.store import LibraryStore
    from paddock.reader.protocol import Opened, Picture


class Draws(Protocol):
    """The part of `ReaderClient` that draws."""

    def open(self, name: str, data: BinaryIO, *, password: str | None = None) -> Opened:
        """Hand over a file. Raises ReadRefused, ReaderDied."""

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]] = ()) -> Picture:
        """Draw a page. Raises ReadRefused, ReaderDied."""

    def close(self) -> None:
        """End the process."""


@dataclass(frozen=True)
class PagePicture:
    """A page as 8-bit RGB rows without padding; `rectangles` mark the passages, in shares of the page."""

    width: int
    height: int
    rgb: bytes
    rectangles: tuple[tuple[Rectangle, ...], ...]


class Pictures:
    """Draws pages; the document drawn last stays open in the reader. Any thread; one page at a time."""

    def __init__(self, store: LibraryStore, reader: Draws) -> None:
        self._store = store
        self._reader = reader
        self._turn = threading.Lock()
        self._open: int | None = None

    def picture(self, document_id: int, number: int, width: int, ranges: Sequence[tuple[int, int]] = ()) -> PagePicture:
        """Draw page `number`, `width` pixels wide, with the rectangles of these (start, end) of its text.

        Raises SourceGone and SourceChanged (the file is not what was read), ReadRefused (this kind of document has no
        pages to draw, or needs its password), ReaderDied, NotInLibrary.
        """
        document = self._store.document(document_id)
        if not document.draws:
            raise ReadRefused("unsupported", "There is no picture of this page.", "Only PDFs and pictures have one.")
        page = self._store.page(document_id, number)
        wanted = [source_ranges(page.spans, start, end) for start, end in ranges]
        marks = tuple(mark for one in wanted for mark in one)
        with self._turn:
            picture = self._draw(document_id, document.name, number, width, marks)
        drawn = iter(picture.rectangles)
        rectangles = tuple(
            tuple(rectangle for _ in one for rectangle in next(drawn, ()))
            + tuple(word_rectangles(page.boxes, start, end))
            for one, (start, end) in zip(wanted, ranges, strict=True)
        )
        return PagePicture(picture.width, picture.height, picture.rgb, rectangles)

    def unlock(self, document_id: int, password: str) -> None:
        """Open a document with its password, which is kept nowhere: pages are drawn until another is drawn.

        Raises ReadRefused where it is the wrong one, and as `picture`.
        """
        document = self._store.document(document_id)
        with self._turn:
            self._hand_over(document_id, document.name, password)

    def forget(self, documents: Sequence[int]) -> None:
        """End the reader's process where one of these documents is open in it."""
        if self._open in documents:
            self.close()

    def close(self) -> None:
        """End the reader's process; a next picture starts another."""
        self._open = None
        self._reader.close()

    def _draw(self, document_id: int, name: str, number: int, width: int, marks: Sequence[tuple[int, int]]) -> Picture:
        if self._open == document_id:
            try:
                return self._reader.draw(number, width, marks)
            except ReaderDied:
                self._open = None  # its process was ended, perhaps long ago: one more try with a new one
        self._hand_over(document_id, name)
        return self._reader.draw(number, width, marks)

    def _hand_over(self, document_id: int, name: str, password: str | None = None) -> None:
        self._open = None
        with self._store.open_for(document_id) as file:
            self._reader.open(name, file, password=password)
        self._open = document_id
