"""PDF: opening, and its pages one after another, each looked at together with the pages around it."""

from __future__ import annotations

import collections
import ctypes
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.document import Drawn, LimitReached, Unreadable
from paddock.reader.pdf_ahead import Ahead
from paddock.reader.pdf_beside import LookingBeside
from paddock.reader.pdf_calls import CALLS
from paddock.reader.pdf_drawing import draw, rectangles
from paddock.reader.pdf_going_on import first_word
from paddock.reader.pdf_headings import Headings
from paddock.reader.pdf_layout import blocks_of
from paddock.reader.pdf_looking import Looked, Looker
from paddock.reader.pdf_notes import write_notes
from paddock.reader.pdf_outline import Outline, text_of
from paddock.reader.pdf_parting import page_text
from paddock.reader.pdf_pictures import drawn_to_recognise, is_garbage
from paddock.reader.pdf_running import NEIGHBOURS, Margins, margins_of, running_lines
from paddock.reader.pdf_salvage import salvaged
from paddock.reader.pdf_writing import PdfPageWriter
from paddock.reader.picture_text import NOTHING_RECOGNISED, recognised_page
from paddock.reader.writing import PageWriter, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.reader.document import Reading, Recognised, Source
    from paddock.reader.pdf_lines import PageText
    from paddock.reader.protocol import Page, PageOutcome, Reason

_META_BYTES: Final = 2048
_LOOK_UP_S: Final = 0.25
_PATIENCE_S: Final = 10.0
_FAREWELL_S: Final = 0.5
_MANY: Final = 6
_SHORT: Final = 12  # characters of a line that tells little about the size of the text
# So many pages in a row that cannot be loaded are no pages: the file only claims them.
_MOST_DAMAGED_IN_A_ROW: Final = 50
_ERRORS: Final[dict[int, tuple[Reason, str, str]]] = {
    pdfium.FPDF_ERR_FORMAT: ("damaged", "The PDF is damaged.", "Its structure cannot be made sense of."),
    pdfium.FPDF_ERR_SECURITY: ("unsupported", "The PDF is encrypted in a way that cannot be read.", ""),
    pdfium.FPDF_ERR_PAGE: ("damaged", "The PDF is damaged.", "It has no pages that can be found."),
}


@dataclass(slots=True)
class _Held:
    """A page that waits for those behind it."""

    text: PageText
    looked: Looked
    is_garbage: bool

    @property
    def needs_recognition(self) -> bool:
        """Return whether its picture says more than its text."""
        return self.looked.is_picture or self.is_garbage


class PdfDocument:
    """An open PDF. pdfium is not thread-safe, and neither is this."""

    format = "pdf"
    draws = True

    def __init__(self, source: Source) -> None:
        """Open it. Raises Unreadable."""
        pdfium.FPDF_InitLibrary()
        self._data = source.data  # pdfium reads on in it
        password = None if source.password is None else source.password.encode()
        self._handle: Any = pdfium.FPDF_LoadMemDocument64(source.data, len(source.data), password)
        if not self._handle:
            self._salvage(password)
        self.page_count = max(0, int(pdfium.FPDF_GetPageCount(self._handle)))
        self.title, self.author = self._meta(b"Title"), self._meta(b"Author")
        self._outline: Outline | None = None
        # It is given the file as it came, and opens it without a password, which is forgotten by then.
        may_be_two = self.page_count >= _MANY and password is None and not source.sparing
        self._beside = source.beside if may_be_two and self._data is source.data else None
        self._looker = Looker(CALLS, ctypes.cast(self._handle, ctypes.c_void_p).value or 0, self._data)
        self._body: collections.Counter[float] = collections.Counter()

    def _salvage(self, password: bytes | None) -> None:
        """Open it once more with what it lacks. Raises Unreadable."""
        error = pdfium.FPDF_GetLastError()
        for again in salvaged(self._data) if error == pdfium.FPDF_ERR_FORMAT else ():
            self._handle = pdfium.FPDF_LoadMemDocument64(again, len(again), password)
            if self._handle:
                self._data = again
                return
        raise _refusal(error, asked=password is not None)

    def close(self) -> None:
        """Let go of the document."""
        self._looker.close(_FAREWELL_S)
        self._handle = None

    # ---------------------------------------------------------------- pages

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the pages from number `first` on. Raises Unreadable, LimitReached after what was read till then."""
        if self._outline is None:
            self._outline = Outline(self._handle, reading.alive)
        headings = Headings(self._outline.ranks)
        # What stands before the first page is looked at too: it tells what runs through the document.
        numbers = range(max(1, first - NEIGHBOURS), self.page_count + 1)
        most, beside = reading.limits.page_characters, self._beside
        elsewhere = LookingBeside(beside, self._data, most, reading.limits.page_seconds) if beside else None
        ahead = Ahead(partial(self._looker.look_at, most_characters=most), numbers, elsewhere)
        try:
            yield from self._written(ahead.results(reading.alive), first, headings, reading)
        finally:
            ahead.end()

    def _written(
        self, looked_at: Iterator[Looked | None], first: int, headings: Headings, reading: Reading
    ) -> Iterator[Page]:
        """Write pages as soon as enough of those behind them are known."""
        held: collections.deque[_Held] = collections.deque()
        margins: dict[int, Margins] = {}
        damaged = 0
        try:
            for looked in looked_at:
                if looked is None:
                    # It may cost more than there is, and this process its life: what was read is sent before.
                    while held and not held[0].needs_recognition:
                        yield self._page(held.popleft(), margins, headings, reading, behind=held[0] if held else None)
                    continue
                text = page_text(looked.told)
                number = text.number
                margins[number] = margins_of(text)
                self._measure(text)
                margins.pop(number - 2 * NEIGHBOURS - 1, None)
                damaged = damaged + 1 if looked.outcome == "damaged" else 0
                if damaged >= _MOST_DAMAGED_IN_A_ROW:
                    raise Unreadable("damaged", f"None of {damaged} pages in a row could be read.")
                if number < first:
                    continue
                held.append(_Held(text, looked, is_garbage(text)))
                if len(held) > NEIGHBOURS:
                    yield self._page(held.popleft(), margins, headings, reading, behind=held[0] if held else None)
        except LimitReached:
            while held:
                yield self._page(held.popleft(), margins, headings, reading, recognise=False)
            raise
        while held:
            yield self._page(held.popleft(), margins, headings, reading, behind=held[0] if held else None)

    def _measure(self, text: PageText) -> None:
        """Count how much text there is of which height; most of it is the document's body."""
        body = self._body
        for line in text.lines:
            if (characters := line.end - line.start) > _SHORT:
                body[round((line.bottom - line.top) * 2) / 2] += characters

    def _page(
        self,
        held: _Held,
        margins: dict[int, Margins],
        headings: Headings,
        reading: Reading,
        *,
        behind: _Held | None = None,
        recognise: bool = True,
    ) -> Page:
        """Write one page, by what is known of those around it."""
        text, number, label = held.text, held.text.number, held.looked.label
        path = self._outline.path_at(number) if self._outline else headings.path
        writer = PageWriter(reading.limits.page_characters)
        if held.looked.outcome == "damaged":
            detail = "This page is damaged."
            return writer.page(reading.id, number, "page", label=label, headings=path, outcome="damaged", detail=detail)
        garbage = held.is_garbage
        found: Recognised | None = None
        if held.needs_recognition and recognise and reading.recognises:
            found = self._recognised(number, reading)
            if found is not None and (garbage or len(found.text) > sum(line.end - line.start for line in text.lines)):
                return recognised_page(writer, found, reading.id, number, "page", label=label, headings=path)
        body_height = self._body.most_common(1)[0][0] if self._body else 0.0
        outcome, detail = _outcome(held, found, garbage=garbage)
        notes = held.looked.notes
        writing = PdfPageWriter(writer, text.flat, headings, body_height)
        try:
            if not garbage and text.lines:
                running = running_lines(text, margins, body_height, label)
                lines = [line for at, line in enumerate(text.lines) if at not in running] if running else text.lines
                gone = {id(text.lines[at]) for at in running} if text.code else set()
                blocks = blocks_of(
                    lines,
                    text.flat,
                    shuffled=text.columns_shuffled,
                    page_height=text.height,
                    ruled=text.tables,
                    code=[one.without(gone) for one in text.code],
                )
                for block in blocks:
                    writing.write(block)
                writing.finish(self._rest_of_word(behind, margins, body_height) if behind and writing.is_cut else "")
            write_notes(notes, writer)
        except LimitReached as limit:
            outcome, detail = "cut", str(limit)
        if outcome in {"read", "empty"}:
            outcome = "read" if writer.has_text else "empty"
        return writer.page(
            reading.id,
            number,
            "page",
            label=label,
            headings=path,
            spans=tuple(writing.spans),
            outcome=outcome,
            detail=detail,
        )

    @staticmethod
    def _rest_of_word(behind: _Held, margins: dict[int, Margins], body_height: float) -> str:
        """Return what the next page begins with, the rest of the word that this one ends in the middle of."""
        if behind.is_garbage or not behind.text.lines:
            return ""
        return first_word(behind.text, running_lines(behind.text, margins, body_height, behind.looked.label))

    def _recognised(self, number: int, reading: Reading) -> Recognised | None:
        while True:
            with self._looker.held(_LOOK_UP_S) as is_free:
                if not is_free:
                    reading.alive()
                    continue
                page = pdfium.FPDF_LoadPage(self._handle, number - 1)
                try:
                    drawn = drawn_to_recognise(page) if page else None
                finally:
                    pdfium.FPDF_ClosePage(page)
            return reading.recognise(*drawn) if drawn else None

    # ---------------------------------------------------------------- drawing

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]]) -> Drawn:
        """Draw one page `width` pixels wide. Raises Unreadable."""
        with self._looker.held(_PATIENCE_S) as is_free:
            if not is_free:
                raise Unreadable("limit", "The document cannot be drawn now.", "It is still read.", "Try again later.")
            return self._drawn(page, width, marks)

    def _drawn(self, page: int, width: int, marks: Sequence[tuple[int, int]]) -> Drawn:
        handle = pdfium.FPDF_LoadPage(self._handle, page - 1) if page <= self.page_count else None
        if not handle:
            raise Unreadable("damaged", f"Page {page} cannot be drawn.")
        text = None
        try:
            picture = draw(handle, width)
            found: tuple[tuple[tuple[float, float, float, float], ...], ...] = ()
            if marks:
                text = pdfium.FPDFText_LoadPage(handle)
                found = tuple(rectangles(handle, text, start, length) for start, length in marks)
        finally:
            if text:
                pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(handle)
        return Drawn(picture, found)

    # ---------------------------------------------------------------- what the file says of itself

    def _meta(self, key: bytes) -> str:
        buffer = ctypes.create_string_buffer(_META_BYTES)
        return one_line(text_of(buffer, pdfium.FPDF_GetMetaText(self._handle, key, buffer, _META_BYTES)))


def _outcome(held: _Held, found: Recognised | None, *, garbage: bool) -> tuple[PageOutcome, str]:
    if garbage:
        return "no_text", "Its letters are stored without what they mean."
    if held.looked.is_picture and found is not None:  # its picture says no more than its text
        if held.text.lines:
            return "read", ""
        return ("empty", "") if found.blank else ("no_text", NOTHING_RECOGNISED)
    if held.looked.is_picture:
        return "no_text", "This page is a picture; its text could not be recognised."
    if held.text.cut:
        return "cut", "This page has more text than one page may have."
    return ("read", "") if held.text.lines else ("empty", "")


def _refusal(error: int, *, asked: bool) -> Unreadable:
    if error == pdfium.FPDF_ERR_PASSWORD:
        what = "This password does not open the PDF." if asked else "The PDF is protected by a password."
        return Unreadable("password", what, "", "Enter its password; it is used once and not kept.")
    reason, what, why = _ERRORS.get(error, _ERRORS[pdfium.FPDF_ERR_FORMAT])
    return Unreadable(reason, what, why, "Open it in another program and save it again, or get it again.")
