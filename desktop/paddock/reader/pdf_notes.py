"""PDF: what stands on a page beside its text: values typed into a form, comments and notes of readers."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.writing import clean

if TYPE_CHECKING:
    from paddock.reader.pdf_calls import Calls
    from paddock.reader.writing import PageWriter

_MOST: Final = 1000
_VALUE_BYTES: Final = 1 << 16
# The kinds whose contents a person wrote for people (PDF 1.7, 12.5.6); links and the like hold none.
_COMMENTS: Final = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_CARET,
        pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_POLYGON,
    }
)  # fmt: skip

Note = tuple[str, str]


def notes_of(calls: Calls, page: int) -> list[Note]:
    """Return where each note stands ("form field", "comment") and what it says, with its field's name before it."""
    found: list[Note] = []
    for number in range(min(calls.count_notes(page), _MOST)):
        note = calls.note_at(page, number)
        if not note:
            continue
        kind = calls.note_kind(note)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            if value := _value(calls, note, b"V"):
                name = _value(calls, note, b"TU") or _value(calls, note, b"T")
                found.append(("form field", f"{name}: {value}" if name else value))
        elif kind in _COMMENTS and (said := _value(calls, note, b"Contents")):
            found.append(("comment", said))
        calls.close_note(note)
    return found


def write_notes(notes: list[Note], writer: PageWriter) -> None:
    """Write them behind the page's text, of which they are no part. Raises LimitReached."""
    for place, said in notes:
        writer.paragraph(said, place)


def _value(calls: Calls, note: int, key: bytes) -> str:
    length = calls.note_value(note, key, None, 0)
    if not 2 < length <= _VALUE_BYTES:  # noqa: PLR2004 - the two bytes of its end
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    calls.note_value(note, key, buffer, length)
    return clean(bytes(buffer)[: length - 2].decode("utf-16-le", "replace")).strip()
