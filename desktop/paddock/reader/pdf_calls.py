"""PDF: pdfium's functions as those who look at pages call them.

ctypes lets go of Python's lock around every call, which is right for those that parse; for the hundreds of small
questions about a page it takes longer than the answer, and each time another thread may keep the lock for a while.
"""

from __future__ import annotations

import collections
import ctypes
import itertools
from typing import Any, Final

import pypdfium2_raw.bindings as pdfium

_LIBRARY: Final = pdfium._libs["pdfium"]  # noqa: SLF001 - the bindings offer no other way to the loaded library
_HANDLE, _INT, _BYTES, _SIZE = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_ulong

_BOXES: Final = 256
_UNITS: Final = 1 << 14
_FONT_NAME_BYTES: Final = 128


class _Object(ctypes.c_void_p):
    """An object of a page; ctypes makes a number of what is no class of one's own, and back again."""


class Calls:
    """The library's functions. A handle is a number."""

    def __init__(self) -> None:
        parsing = ctypes.CDLL(_LIBRARY._name, handle=_LIBRARY._handle)  # noqa: SLF001 - as above
        quick = ctypes.PyDLL(_LIBRARY._name, handle=_LIBRARY._handle)  # noqa: SLF001 - as above

        def of(calls: Any, name: str, *arguments: Any, gives: Any = _INT) -> Any:
            function = calls[name]
            function.argtypes, function.restype = arguments, gives
            return function

        self.init_library = of(parsing, "FPDF_InitLibrary", gives=None)
        self.load_document = of(parsing, "FPDF_LoadMemDocument64", _BYTES, ctypes.c_size_t, _BYTES, gives=_HANDLE)
        self.close_document = of(parsing, "FPDF_CloseDocument", _HANDLE, gives=None)
        self.load_page = of(parsing, "FPDF_LoadPage", _HANDLE, _INT, gives=_HANDLE)
        self.load_text = of(parsing, "FPDFText_LoadPage", _HANDLE, gives=_HANDLE)
        self.new_document = of(parsing, "FPDF_CreateNewDocument", gives=_HANDLE)
        self.import_pages = of(parsing, "FPDF_ImportPagesByIndex", _HANDLE, _HANDLE, _HANDLE, _SIZE, _INT)
        self.flatten = of(parsing, "FPDFPage_Flatten", _HANDLE, _INT)

        self.close_page = of(quick, "FPDF_ClosePage", _HANDLE, gives=None)
        self.page_box = of(quick, "FPDF_GetPageBoundingBox", _HANDLE, _HANDLE)
        self.page_label = of(quick, "FPDF_GetPageLabel", _HANDLE, _INT, _HANDLE, _SIZE, gives=_SIZE)
        self.rotation = of(quick, "FPDFPage_GetRotation", _HANDLE)
        self.close_text = of(quick, "FPDFText_ClosePage", _HANDLE, gives=None)
        self.count_chars = of(quick, "FPDFText_CountChars", _HANDLE)
        self.get_text = of(quick, "FPDFText_GetText", _HANDLE, _INT, _INT, _HANDLE)
        self.char_at = of(quick, "FPDFText_GetCharIndexFromTextIndex", _HANDLE, _INT)
        self.no_unicode = of(quick, "FPDFText_HasUnicodeMapError", _HANDLE, _INT)
        self.count_objects = of(quick, "FPDFPage_CountObjects", _HANDLE)
        self.object_at = of(quick, "FPDFPage_GetObject", _HANDLE, _INT, gives=_HANDLE)
        self.object_kind = of(quick, "FPDFPageObj_GetType", _HANDLE)
        self.object_bounds = of(quick, "FPDFPageObj_GetBounds", _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
        self.count_segments = of(quick, "FPDFPath_CountSegments", _HANDLE)
        self.draw_mode = of(quick, "FPDFPath_GetDrawMode", _HANDLE, _HANDLE, _HANDLE)
        self._count_notes = of(quick, "FPDFPage_GetAnnotCount", _HANDLE)
        self.note_at = of(quick, "FPDFPage_GetAnnot", _HANDLE, _INT, gives=_HANDLE)
        self.note_value = of(quick, "FPDFAnnot_GetStringValue", _HANDLE, _BYTES, _HANDLE, _SIZE, gives=_SIZE)
        self.close_note = of(quick, "FPDFPage_CloseAnnot", _HANDLE, gives=None)

        self._ask_much(quick)

    def _ask_much(self, quick: ctypes.PyDLL) -> None:
        """Prepare what is asked most of all, and twice as fast with arguments that are not looked over."""

        def raw(name: str, gives: Any = _INT) -> Any:
            function = quick[name]
            function.restype = gives
            return function

        self._char_box = raw("FPDFText_GetLooseCharBox")
        self._object_of = raw("FPDFPage_GetObject", _Object)
        self._kind_of = raw("FPDFPageObj_GetType")
        self._bounds_of = raw("FPDFPageObj_GetBounds")
        self._unicode_of = raw("FPDFText_GetUnicode", ctypes.c_uint)
        self._note_of = raw("FPDFPage_GetAnnot", _Object)
        self._kind_of_note = raw("FPDFAnnot_GetSubtype")
        self._close_note = raw("FPDFPage_CloseAnnot", None)
        self._font_of = raw("FPDFText_GetFontInfo", _SIZE)
        self._font_name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._font_name_bytes = _SIZE(_FONT_NAME_BYTES)
        self._units = (ctypes.c_ushort * _UNITS)()
        self._boxes = (ctypes.c_float * (4 * _BOXES))()
        first = ctypes.addressof(self._boxes)
        edge = ctypes.sizeof(ctypes.c_float)
        self._edges_at = [
            [_HANDLE(first + edge * (4 * number + side)) for number in range(_BOXES)] for side in range(4)
        ]
        self._box_at = [_HANDLE(first + 4 * ctypes.sizeof(ctypes.c_float) * number) for number in range(_BOXES)]

    def text_of(self, text: int, count: int) -> str:
        """Return the first so many characters of a page's text, as pdfium writes them."""
        # To make room anew for each page takes longer than to fill it.
        units = self._units if count < _UNITS else (ctypes.c_ushort * (count + 1))()
        length = self.get_text(text, 0, count, units)
        return memoryview(units).cast("B")[: 2 * max(0, length - 1)].tobytes().decode("utf-16-le", "surrogatepass")

    def characters(self, text: int, count: int) -> list[int]:
        """Return what each of the page's characters is, also of those that its text leaves out."""
        return list(map(self._unicode_of, itertools.repeat(_HANDLE(text)), range(count)))

    def font_name(self, text: int, place: int) -> bytes:
        """Return the name of a character's font; empty where it has none, or one that is too long."""
        length = self._font_of(_HANDLE(text), place, self._font_name, self._font_name_bytes, None)
        return self._font_name.value if 0 < length <= _FONT_NAME_BYTES else b""

    def kinds_of_notes(self, page: int, most: int) -> list[int]:
        """Return of what kind each of a page's notes is, the first so many of them; most pages have links alone."""
        count = min(self._count_notes(page), most)
        if count <= 0:
            return []
        notes = list(map(self._note_of, itertools.repeat(_HANDLE(page)), range(count)))
        kinds = [kind if note else 0 for note, kind in zip(notes, map(self._kind_of_note, notes), strict=True)]
        collections.deque(map(self._close_note, notes), maxlen=0)
        return kinds

    def objects_of_kind(self, page: int, count: int, kind: int, most: int) -> list[ctypes.c_void_p]:
        """Return those of a page's first `count` objects that are of this kind; somewhat more than `most` end it."""
        found: list[ctypes.c_void_p] = []
        for at in range(0, count, _BOXES):
            pieces = list(map(self._object_of, itertools.repeat(_HANDLE(page)), range(at, min(count, at + _BOXES))))
            found += itertools.compress(pieces, map(kind.__eq__, map(self._kind_of, pieces)))
            if len(found) > most:
                break
        return found

    def bounds_of(self, pieces: list[ctypes.c_void_p]) -> list[float]:
        """Return left, bottom, right and top of each of these objects, one after another; zeros where it has none."""
        told: list[float] = []
        for at in range(0, len(pieces), _BOXES):
            some = pieces[at : at + _BOXES]
            ctypes.memset(self._boxes, 0, ctypes.sizeof(self._boxes))
            collections.deque(map(self._bounds_of, some, *self._edges_at), maxlen=0)
            told += self._boxes[: 4 * len(some)]
        return told

    def char_boxes(self, text: int, places: list[int]) -> list[float]:
        """Return left, right, bottom and top of each of these characters, one after another; zeros where none is."""
        told: list[float] = []
        handle = _HANDLE(text)
        for at in range(0, len(places), _BOXES):
            some = places[at : at + _BOXES]
            ctypes.memset(self._boxes, 0, ctypes.sizeof(self._boxes))
            collections.deque(map(self._char_box, itertools.repeat(handle), some, self._box_at), maxlen=0)
            told += self._boxes[: 4 * len(some)]
        return told


CALLS: Final = Calls()
