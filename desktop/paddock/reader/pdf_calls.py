"""PDF: pdfium's short calls, which keep Python's lock.

ctypes lets go of the lock around every call, which is right for those that parse; for the hundreds of small questions
about a page it takes longer than the answer, and each time another thread may keep the lock for a while.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

import pypdfium2_raw.bindings as pdfium

_LIBRARY: Final = pdfium._libs["pdfium"]  # noqa: SLF001 - the bindings offer no other way to the loaded library
_QUICK: Final = ctypes.PyDLL(_LIBRARY._name, handle=_LIBRARY._handle)  # noqa: SLF001 - as above


def _quick(function: Any, *arguments: Any) -> Any:
    """Return the same function of pdfium, with its own arguments' types or simpler ones."""
    same = _QUICK[function.__name__]
    same.argtypes, same.restype = arguments or function.argtypes, function.restype
    return same


char_box: Final = _quick(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
font_of: Final = _quick(
    pdfium.FPDFText_GetFontInfo, ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_void_p
)
char_at: Final = _quick(pdfium.FPDFText_GetCharIndexFromTextIndex, ctypes.c_void_p, ctypes.c_int)
no_unicode: Final = _quick(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p, ctypes.c_int)
count_chars: Final = _quick(pdfium.FPDFText_CountChars)
get_text: Final = _quick(pdfium.FPDFText_GetText)
close_text: Final = _quick(pdfium.FPDFText_ClosePage)
close_page: Final = _quick(pdfium.FPDF_ClosePage)
page_box: Final = _quick(pdfium.FPDF_GetPageBoundingBox)
rotation: Final = _quick(pdfium.FPDFPage_GetRotation)
page_label: Final = _quick(pdfium.FPDF_GetPageLabel)
count_objects: Final = _quick(pdfium.FPDFPage_CountObjects)
count_notes: Final = _quick(pdfium.FPDFPage_GetAnnotCount)
note_at: Final = _quick(pdfium.FPDFPage_GetAnnot)
note_kind: Final = _quick(pdfium.FPDFAnnot_GetSubtype)
note_value: Final = _quick(pdfium.FPDFAnnot_GetStringValue)
close_note: Final = _quick(pdfium.FPDFPage_CloseAnnot)
