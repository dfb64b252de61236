"""PDF: what stands on a page beside its text: values typed into a form, comments and notes of readers."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.pdf_appearances import shown_on
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

# Those that show on the page what nothing but their picture may say.
_SHOWN: Final = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP})
_TELLING: Final = _COMMENTS | _SHOWN | {pdfium.FPDF_ANNOT_WIDGET}
_SAYS_NOTHING: Final = re.compile(r"[^\w]*|[^\W\d]")  # the tick in a box

Note = tuple[str, str]


def notes_of(calls: Calls, document: int | None, page: int, number: int) -> list[Note]:
    """Return where each note stands ("form field", "comment") and what it says, with its field's name before it.

    What only its picture on the page says is told as well: signatures, what a list offers, values of a field's parent.
    """
    found: list[Note] = []
    shows = False
    for at, kind in enumerate(calls.kinds_of_notes(page, _MOST)):
        note = calls.note_at(page, at) if kind in _TELLING else None
        if not note:
            continue
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            is_button = _value(calls, note, b"FT") == "Btn"
            shows |= not is_button
            value = _value(calls, note, b"V")
            if value and not (is_button and value == "Off"):
                name = _value(calls, note, b"TU") or _value(calls, note, b"T")
                found.append(("form field", f"{name}: {value}" if name else value))
        elif kind in _COMMENTS and (said := _value(calls, note, b"Contents")):
            found.append(("comment", said))
        shows |= kind in _SHOWN
        calls.close_note(note)
    if shows:
        told = " ".join(" ".join(said for _, said in found).split())
        found += [
            ("form field", line)
            for line in shown_on(calls, document, number)
            if line not in told and not _SAYS_NOTHING.fullmatch(line)
        ]
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
