"""PDF: the text of each page."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from paddock.reader.document import Drawn, Unreadable
from paddock.reader.writing import PageWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page


class PdfDocument:
    """An open PDF."""

    format = "pdf"
    draws = False

    def __init__(self, source: Source) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = source.data
        self._handle = pdfium.FPDF_LoadMemDocument64(source.data, len(source.data), source.password)
        if not self._handle:
            raise Unreadable("damaged", "The PDF cannot be opened.")
        self.title = self.author = ""
        self.page_count = int(pdfium.FPDF_GetPageCount(self._handle))

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the pages."""
        for number in range(first, self.page_count + 1):
            page = pdfium.FPDF_LoadPage(self._handle, number - 1)
            text = pdfium.FPDFText_LoadPage(page)
            count = pdfium.FPDFText_CountChars(text)
            buffer = (ctypes.c_ushort * (count + 1))()
            pdfium.FPDFText_GetText(text, 0, count, buffer)
            writer = PageWriter(reading.limits.page_characters)
            writer.paragraph(bytes(buffer)[: 2 * count].decode("utf-16-le", "replace"))
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)
            yield writer.page(reading.id, number, "page")

    def draw(self, _page: int, _width: int, _marks: Sequence[tuple[int, int]]) -> Drawn:
        """Draw nothing yet."""
        raise Unreadable("unsupported", "Not drawn.")

    def close(self) -> None:
        """Close."""
        pdfium.FPDF_CloseDocument(self._handle)
