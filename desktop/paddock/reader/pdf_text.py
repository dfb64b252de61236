"""PDF: one page's characters as lines with their places, with as few questions to pdfium as will do.

Coordinates from here on are of the page as it is seen: points from its upper left corner, downwards, turned and
cropped. A place in the text is an index into what `FPDFText_GetText` gives for the whole page.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pypdfium2_raw.bindings as pdfium

if TYPE_CHECKING:
    from collections.abc import Sequence

# pdfium writes U+FFFE for a hyphen that ends a line and parts a word; nothing else there marks the line's end.
HYPHEN: Final = "\ufffe"
_LINE: Final = re.compile(r"[^\s\ufffe](?:[^\r\n\ufffe]*[^\s\ufffe])?")
_SPACES: Final = re.compile(" +")
# What text for people does not hold, each to become a space, so that places stay; line ends are spaces too.
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\uffff]")
_BOLD: Final = re.compile(rb"bold|black|heavy|semib|demi|medi$|cmbx|cmssbx|[-,]bd", re.IGNORECASE)
MOST_LINES: Final = 20_000
# A line of running text is so many times as wide as its height times its characters, at most and at least.
_WIDE: Final = 0.47
# Times the height of letters that is too wide for the space between words; less where figures stand in a row.
_GAP: Final = 1.0
_GAP_BETWEEN_FIGURES: Final = 0.45
_FIGURES: Final = re.compile(r"(?:[$€£(]?-?\d[\d.,]*[%)*]? ){2}[$€£(]?-?\d")
_NARROW: Final = 0.22
_HEADING_CHARACTERS: Final = 80
_FONT_NAME_BYTES: Final = 128
_WIDE_LINES_LOOKED_AT: Final = 3

# The small questions, a hundred for each page, keep Python's lock: letting go of it takes longer than they do.
_LIBRARY: Final = pdfium._libs["pdfium"]  # noqa: SLF001 - the bindings offer no other way to the loaded library
_QUICK: Final = ctypes.PyDLL(_LIBRARY._name, handle=_LIBRARY._handle)  # noqa: SLF001 - as above
_char_box: Final = _QUICK.FPDFText_GetLooseCharBox
_char_box.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_font_of: Final = _QUICK.FPDFText_GetFontInfo
_font_of.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_void_p)
_font_of.restype = ctypes.c_ulong
_char_at: Final = _QUICK.FPDFText_GetCharIndexFromTextIndex
_char_at.argtypes = (ctypes.c_void_p, ctypes.c_int)
_no_unicode: Final = _QUICK.FPDFText_HasUnicodeMapError
_no_unicode.argtypes = (ctypes.c_void_p, ctypes.c_int)

Corners = tuple[float, float, float, float]


@dataclass(slots=True)
class Line:
    """A line of text, or a part of one that stands apart: `flat[start:end]`, and where that is."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Return how high its letters stand, with what a font leaves above and below them."""
        return self.bottom - self.top


@dataclass(slots=True)
class PageText:
    """What a page says. `flat` is pdfium's text with a space for each line end and control character."""

    number: int
    width: float
    height: float
    flat: str = ""
    lines: list[Line] = field(default_factory=list)
    columns_shuffled: bool = False
    characters: int = 0
    unmapped: float = 0.0  # share of a sample of its characters for which the file does not say what they mean
    cut: bool = False


class View:
    """Turns pdfium's coordinates of one page (points, upwards) into the page's as it is seen."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._left, self._bottom = min(box.left, box.right), min(box.top, box.bottom)
        self._right, self._top = max(box.left, box.right), max(box.top, box.bottom)
        self._turned = pdfium.FPDFPage_GetRotation(page) % 4
        across, along = self._right - self._left, self._top - self._bottom
        self.width, self.height = (along, across) if self._turned % 2 else (across, along)

    def seen(self, left: float, top: float, right: float, bottom: float) -> Corners:
        """Return left, top, right and bottom as seen, of a rectangle as pdfium tells it."""
        if self._turned == 0:
            return left - self._left, self._top - top, right - self._left, self._top - bottom
        if self._turned == 1:
            return bottom - self._bottom, left - self._left, top - self._bottom, right - self._left
        if self._turned == 2:  # noqa: PLR2004 - quarter turns
            return self._right - right, bottom - self._bottom, self._right - left, top - self._bottom
        return self._top - top, self._right - right, self._top - bottom, self._right - left


class PageReader:
    """Asks pdfium about one loaded page's text. Close it before the page."""

    def __init__(self, page: Any, number: int) -> None:
        self._view = View(page)
        self._number = number
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._address = ctypes.cast(self._handle, ctypes.c_void_p).value
        self._box = (ctypes.c_float * 4)()
        self._box_address = ctypes.addressof(self._box)
        self._one_for_one = True

    def close(self) -> None:
        """Let go of the page's text."""
        if self._handle:
            pdfium.FPDFText_ClosePage(self._handle)
            self._handle = None

    def read(self, most_characters: int) -> PageText:
        """Return the page's text; no more than so many characters of it."""
        page = PageText(self._number, self._view.width, self._view.height)
        count = pdfium.FPDFText_CountChars(self._handle) if self._handle else 0
        if count <= 0:
            return page
        page.cut = count > most_characters
        count = min(count, most_characters)
        text = self._text(count)
        page.characters = len(text)
        page.flat = _CONTROLS.sub(" ", text)
        page.lines = self._lines(text)
        page.cut |= len(page.lines) >= MOST_LINES
        page.unmapped = self._share_unmapped(page.lines)
        self._part_wide_lines(page)
        return page

    def _text(self, count: int) -> str:
        buffer = ctypes.create_string_buffer(2 * count + 2)
        units = pdfium.FPDFText_GetText(self._handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        text = buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "surrogatepass")
        self._one_for_one = len(text) == count
        return text

    def _lines(self, text: str) -> list[Line]:
        places = [found.span() for found in _LINE.finditer(text)][:MOST_LINES]
        ends = (ctypes.c_float * (8 * len(places)))()
        here, address, at = ctypes.addressof(ends), self._address, self._index
        for start, end in places:
            _char_box(address, at(start), here)
            _char_box(address, at(end - 1), here + 16)
            here += 32
        corners, seen = ends[:], self._view.seen
        lines = []
        for number, (start, end) in enumerate(places):
            at8 = 8 * number
            left, top, right, bottom = seen(*corners[at8 : at8 + 4])
            if end - start > 1:
                _, last_top, right, last_bottom = last = seen(*corners[at8 + 4 : at8 + 8])
                if last_bottom < top or last_top > bottom:
                    left, right = min(left, last[0]), max(left, right)
                top, bottom = min(top, last_top), max(bottom, last_bottom)
            lines.append(Line(start, end, left, top, right, bottom))
            if end - start <= _HEADING_CHARACTERS and text[start].isalnum() and not text[start].islower():
                lines[-1].bold = self._is_bold(start)
        return lines

    def _index(self, place: int) -> int:
        return place if self._one_for_one else _char_at(self._address, place)

    def _corners(self, place: int) -> Corners:
        _char_box(self._address, self._index(place), self._box_address)
        return self._view.seen(*self._box)

    def _is_bold(self, place: int) -> bool:
        name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        length = _font_of(self._address, self._index(place), name, _FONT_NAME_BYTES, None)
        return 0 < length <= _FONT_NAME_BYTES and _BOLD.search(name.value) is not None

    def _share_unmapped(self, lines: Sequence[Line]) -> float:
        """Look at one character of every few lines."""
        looked_at = lines[:: max(1, len(lines) // 16)]
        without = sum(_no_unicode(self._address, self._index((line.start + line.end) // 2)) == 1 for line in looked_at)
        return without / len(looked_at) if looked_at else 0.0

    # ---------------------------------------------------------------- parts of a line that stand apart

    def _part_wide_lines(self, page: PageText) -> None:
        """Part lines at gaps wider than their letters are high: cells of tables, columns told line by line."""
        everywhere = page.columns_shuffled = self._columns_are_shuffled(page)
        parted: list[Line] = []
        for line in page.lines:
            width, characters = line.right - line.left, (line.end - line.start) * line.height
            if everywhere or not _NARROW * characters < width < _WIDE * characters:
                parted += self._parted(page.flat, line, _GAP)
            elif _FIGURES.search(page.flat, line.start, line.end):
                parted += self._parted(page.flat, line, _GAP_BETWEEN_FIGURES)
            else:
                parted.append(line)
        page.lines = parted

    def _parted(self, flat: str, line: Line, gap_heights: float) -> list[Line]:
        parts: list[Line] = []
        start, left, top, bottom = line.start, line.left, line.top, line.bottom
        for gap in _SPACES.finditer(flat, line.start, line.end):
            if gap.start() <= start:
                continue
            before, after = self._corners(gap.start() - 1), self._corners(gap.end())
            height = before[3] - before[1]
            apart = after[0] - before[2]
            if apart > gap_heights * height or apart < -height or abs(after[3] - before[3]) > height:
                parts.append(Line(start, gap.start(), left, min(top, before[1]), before[2], max(before[3], bottom)))
                start, left, top, bottom = gap.end(), after[0], after[1], after[3]
                if len(parts) == 1:
                    first = self._corners(line.start)
                    parts[0].top, parts[0].bottom = min(first[1], before[1]), max(first[3], before[3])
        if not parts:
            return [line]
        last = self._corners(line.end - 1)
        parts.append(Line(start, line.end, left, min(top, last[1]), last[2], max(bottom, last[3])))
        for part in parts:
            part.bold = line.bold
        return parts

    def _columns_are_shuffled(self, page: PageText) -> bool:
        """Look whether long lines are in truth two lines of two columns: a few of them, near the middle."""
        wide = [line for line in page.lines if line.right - line.left > page.width * 0.6]
        if len(wide) < 2 * _WIDE_LINES_LOOKED_AT:
            return False
        gutters = [
            gutter
            for number in range(1, _WIDE_LINES_LOOKED_AT + 1)
            if (gutter := self._gutter(page.flat, wide[len(wide) * number // (_WIDE_LINES_LOOKED_AT + 1)]))
        ]
        return len(gutters) >= _WIDE_LINES_LOOKED_AT - 1 and max(gutter[0] for gutter in gutters) < min(
            gutter[1] for gutter in gutters
        )

    def _gutter(self, flat: str, line: Line) -> tuple[float, float] | None:
        length = line.end - line.start
        for gap in _SPACES.finditer(flat, line.start + length * 3 // 10, line.end - length * 3 // 10):
            before, after = self._corners(gap.start() - 1), self._corners(gap.end())
            if after[0] - before[2] > 0.7 * (before[3] - before[1]):
                return before[2], after[0]
        return None
