"""Which reader opens which format; each family's code, and the parser under it, is imported when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.reader.document import Document, Source

# How far into a file a PDF's header may stand: as far as Acrobat looks (PDF 1.7, annex H, note 13).
_PDF_HEADER_WITHIN = 1024


def open_document(source: Source) -> Document:
    """Return the document, ready to be read, by what its bytes are and not by its name. Raises Unreadable."""
    if not source.data:
        raise Unreadable("empty", "The file is empty.")
    found = format_of(source)
    opener = OPENERS.get(found or "")
    if opener is None:
        raise Unreadable(
            "unknown_format",
            "This is not a kind of file that can be read." if found is None else f"{found.upper()} cannot be read.",
        )
    return opener(source)


def format_of(source: Source) -> str | None:
    """Return the short name of the format, None where it is none that is known."""
    if b"%PDF-" in source.data[:_PDF_HEADER_WITHIN]:
        return "pdf"
    return None


def _pdf(source: Source) -> Document:
    from paddock.reader.pdf import PdfDocument  # noqa: PLC0415 - the parser's library is loaded for its own files alone

    return PdfDocument(source)


OPENERS: dict[str, Callable[[Source], Document]] = {
    "pdf": _pdf,
}
