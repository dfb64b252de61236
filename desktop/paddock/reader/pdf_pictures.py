"""PDF: pages that are pictures of text, and pages whose text layer does not say what its letters mean."""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, Any, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.pdf_drawing import draw
from paddock.reader.picture_text import DRAW_DPI, DRAW_PIXELS

if TYPE_CHECKING:
    from paddock.reader.document import Bitmap
    from paddock.reader.pdf_calls import Calls
    from paddock.reader.pdf_lines import PageText
    from paddock.reader.pdf_text import Told

_POINTS_PER_INCH: Final = 72
_MOST_WIDE: Final = 4000
_FEW_CHARACTERS: Final = 100
_MOST_OBJECTS: Final = 500
_COVERS: Final = 0.5  # of the page
_MEANINGLESS: Final = 0.3  # of the characters
_SAMPLE: Final = 3000
_NO_CHARACTER: Final = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_LETTER: Final = re.compile(r"[A-Za-z]")
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")


def is_picture(calls: Calls, page: int, told: Told) -> bool:
    """Return whether the page shows a picture and has no text to speak of: a scan."""
    said = sum(end - start for start, end in told.places)
    if said > _FEW_CHARACTERS:
        return False
    if not said:
        return bool(calls.count_objects(page) > 0)
    edges = [ctypes.c_float() for _ in range(4)]
    area = 0.0
    for number in range(min(calls.count_objects(page), _MOST_OBJECTS)):
        piece = calls.object_at(page, number)
        is_image = calls.object_kind(piece) == pdfium.FPDF_PAGEOBJ_IMAGE
        if is_image and calls.object_bounds(piece, *map(ctypes.byref, edges)):
            left, bottom, right, top = (edge.value for edge in edges)
            area += max(0.0, right - left) * max(0.0, top - bottom)
    return area > _COVERS * told.width * told.height


def is_garbage(text: PageText) -> bool:
    """Return whether the text is not what the page shows: letters without a meaning, or with that of others."""
    sample = text.flat[:_SAMPLE]
    shown = len(sample) - sample.count(" ")
    if text.meaningless > _MEANINGLESS * (len(text.flat) - text.flat.count(" ") + text.meaningless):
        return True
    if not shown:
        return False
    if len(_NO_CHARACTER.findall(sample)) > _MEANINGLESS * shown:
        return True
    if text.unmapped < 0.5:  # noqa: PLR2004 - of a sample of places
        return False
    letters = len(_LETTER.findall(sample))
    vowels = len(_VOWEL.findall(sample))
    return letters < 0.5 * shown or not 0.25 * letters < vowels < 0.6 * letters


def drawn_to_recognise(page: Any) -> tuple[Bitmap, int] | None:
    """Return the page's picture for recognition, and its dots per inch; None where it has no size."""
    across, along = float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    if not (across > 0 and along > 0):
        return None
    scale = min(DRAW_DPI / _POINTS_PER_INCH, math.sqrt(DRAW_PIXELS / (across * along)))
    width = min(_MOST_WIDE, max(16, round(across * scale)))
    return draw(page, width), round(width / across * _POINTS_PER_INCH)
