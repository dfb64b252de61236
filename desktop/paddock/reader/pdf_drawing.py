"""PDF: a page as a picture, and the rectangles of a range of its characters."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.document import Bitmap, Unreadable

if TYPE_CHECKING:
    from paddock.reader.document import Rectangle

MOST_HIGH: Final = 16_384
_MOST_PIXELS: Final = 40_000_000
_MOST_RECTANGLES: Final = 4096
_WHITE: Final = 0xFFFFFFFF


def draw(page: Any, width: int) -> Bitmap:
    """Return the page `width` pixels wide, turned and cropped as a person sees it. Raises Unreadable."""
    across, along = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (across > 0 and along > 0):
        raise Unreadable("damaged", "The page has no size.")
    height = max(1, round(width * along / across))
    if height > MOST_HIGH or width * height > _MOST_PIXELS:
        raise Unreadable("limit", "The page is too long to be drawn.")
    pixels = ctypes.create_string_buffer(width * height * 3)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, pixels, width * 3)
    if not bitmap:
        raise Unreadable("limit", "The page is too large to be drawn.")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        how = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, how)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Bitmap(width, height, pixels.raw)


def rectangles(page: Any, text: Any, start: int, length: int) -> tuple[Rectangle, ...]:
    """Return where `length` characters stand, from number `start` of `FPDFText_GetText`, in shares of the page."""
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text, start)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text, start + length - 1)
    if length <= 0 or first < 0 or last < first:
        return ()
    edges = [ctypes.c_double() for _ in range(4)]  # left, top, right, bottom
    found: list[Rectangle] = []
    for number in range(min(pdfium.FPDFText_CountRects(text, first, last - first + 1), _MOST_RECTANGLES)):
        if not pdfium.FPDFText_GetRect(text, number, *edges):
            continue
        left, top, right, bottom = (edge.value for edge in edges)
        one, other = _on_page(page, left, top), _on_page(page, right, bottom)
        x, y = min(one[0], other[0]), min(one[1], other[1])
        rectangle = (x, y, abs(one[0] - other[0]), abs(one[1] - other[1]))
        found.append(rectangle)
    return tuple(found)


# FPDF_PageToDevice answers in whole units: so many across make a share exact enough.
_UNITS: Final = 1_000_000


def _on_page(page: Any, x: float, y: float) -> tuple[float, float]:
    across, along = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, _UNITS, _UNITS, 0, x, y, across, along)
    return tuple(min(1.0, max(0.0, units.value / _UNITS)) for units in (across, along))  # type: ignore[return-value]
