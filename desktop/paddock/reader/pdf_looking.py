"""PDF: what is seen of a page through pdfium, and who looks: one in each process that has the library."""

from __future__ import annotations

import contextlib
import ctypes
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_notes import Note, notes_of
from paddock.reader.pdf_outline import text_of
from paddock.reader.pdf_pictures import is_picture
from paddock.reader.pdf_text import PageReader, Told
from paddock.reader.protocol import PageOutcome  # noqa: TC001 - decoded as what it says (pdf_seen)
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.pdf_calls import Calls

_LABEL_BYTES: Final = 256
_LABEL_CHARACTERS: Final = 40


@dataclass(slots=True)
class Looked:
    """What was seen of a page through pdfium."""

    told: Told
    outcome: PageOutcome = "read"
    is_picture: bool = False
    label: str = ""
    notes: list[Note] = field(default_factory=list)


class Looker:
    """Looks at pages of one open document through pdfium, to which nobody else may talk meanwhile."""

    def __init__(self, calls: Calls, document: int, data: bytes) -> None:
        """Take an open document, to be closed by `close` alone, and the file's bytes, in which pdfium reads on."""
        self._calls = calls
        self._data = data  # kept for whoever is still stuck in a page when the document has been let go of
        self._document: int | None = document
        self._one_at_a_time = threading.Lock()
        self._has_labels = bool(self._label(1))

    def look_at(self, number: int, most_characters: int) -> Looked:
        """Return what there is to see of a page, and no more than so many characters of it."""
        calls = self._calls
        with self._one_at_a_time:
            label = self._label(number) if self._has_labels else ""
            label = "" if label == str(number) else label
            page = calls.load_page(self._document, number - 1)
            if not page:
                return Looked(Told(number, 1.0, 1.0), "damaged", label=label)
            try:
                reader = PageReader(calls, page, number)
                try:
                    told = reader.read(most_characters)
                finally:
                    reader.close()
                return Looked(
                    told, "read", is_picture(calls, page, told), label, notes_of(calls, self._document, page, number)
                )
            finally:
                calls.close_page(page)

    @contextlib.contextmanager
    def held(self, patience_s: float) -> Iterator[bool]:
        """Wait so long until nobody looks, and let nobody inside; give whether that came about."""
        is_free = self._one_at_a_time.acquire(timeout=patience_s)
        try:
            yield is_free
        finally:
            if is_free:
                self._one_at_a_time.release()

    def close(self, patience_s: float) -> None:
        """Close the document; where somebody is stuck in one of its pages, it stays open and is looked at no more."""
        with self.held(patience_s) as is_free:
            document, self._document = self._document, None
            if document and is_free:
                self._calls.close_document(document)

    def _label(self, number: int) -> str:
        """Return what the file calls the page, empty where it says nothing."""
        buffer = ctypes.create_string_buffer(_LABEL_BYTES)
        length = self._calls.page_label(self._document, number - 1, buffer, _LABEL_BYTES)
        return one_line(text_of(buffer, length), _LABEL_CHARACTERS)
