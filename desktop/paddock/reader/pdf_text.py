"""PDF: one page's characters as lines with their places, with as few questions to pdfium as will do.

Coordinates from here on are of the page as it is seen: points from its upper left corner, downwards, turned and
cropped. A place in the text is an index into what `FPDFText_GetText` gives for the whole page.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2_raw.bindings as pdfium

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
_FIGURES: Final = re.compile(r"\d[)*%]? [$€£(]{0,2} ?-?\d")
_GUTTER: Final = 0.7
_MOST: Final = 0.6
_NARROW: Final = 0.22
_HEADING_CHARACTERS: Final = 80
_BEGINS_HEADING: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÄÖÜÉÈÀÇÑ")
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
    on_its_side: bool = False

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

    def seen(self, told: list[float]) -> list[Corners]:
        """Return left, top, right and bottom as seen, of rectangles as pdfium tells them, four numbers each."""
        left, top, right, bottom = self._left, self._top, self._right, self._bottom
        rectangles = zip(told[0::4], told[1::4], told[2::4], told[3::4], strict=True)
        if self._turned == 0:
            return [(x - left, top - y, xx - left, top - yy) for x, y, xx, yy in rectangles]
        if self._turned == 1:
            return [(yy - bottom, x - left, y - bottom, xx - left) for x, y, xx, yy in rectangles]
        if self._turned == 2:  # noqa: PLR2004 - quarter turns
            return [(right - xx, yy - bottom, right - x, y - bottom) for x, y, xx, yy in rectangles]
        return [(top - y, right - xx, top - yy, right - x) for x, y, xx, yy in rectangles]

    def turn_further(self, lines: list[Line], *, upwards: bool) -> None:
        """Turn lines that all stand on their side upright; the page's own width and height with them."""
        for line in lines:
            left, top, right, bottom = line.left, line.top, line.right, line.bottom
            if upwards:
                line.left, line.right, line.top, line.bottom = self.height - bottom, self.height - top, left, right
            else:
                line.left, line.right, line.top, line.bottom = top, bottom, self.width - right, self.width - left
            line.on_its_side = False
        self.width, self.height = self.height, self.width


class PageReader:
    """Asks pdfium about one loaded page's text. Close it before the page."""

    def __init__(self, page: Any, number: int) -> None:
        self._view = View(page)
        self._number = number
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._address = ctypes.cast(self._handle, ctypes.c_void_p).value
        self._font_name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
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
        text = self._text(min(count, most_characters))
        page.characters = len(text)
        page.flat = _CONTROLS.sub(" ", text)
        page.lines = self._lines(text)
        page.cut |= len(page.lines) >= MOST_LINES
        page.unmapped = self._share_unmapped(page.lines)
        if self._turn_upright(page):
            return page
        page.columns_shuffled = self._columns_are_shuffled(page)
        page.lines = self._parted(page)
        return page

    def _text(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        units = pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = memoryview(buffer).cast("B")[: 2 * max(0, units - 1)].tobytes().decode("utf-16-le", "surrogatepass")
        self._one_for_one = len(text) == count
        return text

    def _lines(self, text: str) -> list[Line]:
        places = [found.span() for found in _LINE.finditer(text)]
        del places[MOST_LINES:]
        corners = self._corners([place for start, end in places for place in (start, end - 1)])
        lines: list[Line] = []
        for (start, end), (left, top, right, bottom), (last_left, last_top, last_right, last_bottom) in zip(
            places, corners[0::2], corners[1::2], strict=True
        ):
            line = Line(start, end, left, top, last_right, bottom)
            lines.append(line)
            if last_bottom <= top or last_top >= bottom or last_right < left:  # not one line to the eye
                line.on_its_side = last_left < right and last_right > left
                line.left, line.right = min(left, last_left), max(right, last_right)
                line.top, line.bottom = min(top, last_top), max(bottom, last_bottom)
            elif last_bottom - last_top > bottom - top:  # a small raised figure does not tell how high a line is
                line.top, line.bottom = last_top, last_bottom
            if end - start <= _HEADING_CHARACTERS and text[start] in _BEGINS_HEADING and text[end - 1] not in ",;":
                line.bold = self._is_bold(start)
        return lines

    def _turn_upright(self, page: PageText) -> bool:
        """Turn a page whose lines mostly stand on their side; return whether it was one."""
        on_their_side = [line for line in page.lines if line.on_its_side]
        if not on_their_side or len(on_their_side) <= len(page.lines) * _MOST:
            return False
        line = max(on_their_side, key=lambda line: line.end - line.start)
        first, last = self._corners([line.start, line.end - 1])
        self._view.turn_further(page.lines, upwards=last[3] <= first[1])
        page.width, page.height = self._view.width, self._view.height
        return True

    def _corners(self, places: list[int]) -> list[Corners]:
        """Return where the characters at these places stand."""
        told = (ctypes.c_float * (4 * len(places)))()
        here, address = ctypes.addressof(told), self._address
        if not self._one_for_one:
            places = [_char_at(address, place) for place in places]
        for place in places:
            _char_box(address, place, here)
            here += 16
        return self._view.seen(told[:])

    def _is_bold(self, place: int) -> bool:
        at = place if self._one_for_one else _char_at(self._address, place)
        length = _font_of(self._address, at, self._font_name, _FONT_NAME_BYTES, None)
        return 0 < length <= _FONT_NAME_BYTES and _BOLD.search(self._font_name.value) is not None

    def _share_unmapped(self, lines: list[Line]) -> float:
        """Look at one character of every few lines."""
        looked_at = lines[:: max(1, len(lines) // 8)]
        without = 0
        for line in looked_at:
            place = (line.start + line.end) // 2
            without += _no_unicode(self._address, place if self._one_for_one else _char_at(self._address, place)) == 1
        return without / len(looked_at) if looked_at else 0.0

    # ---------------------------------------------------------------- parts of a line that stand apart

    def _parted(self, page: PageText) -> list[Line]:
        """Part lines at gaps too wide for the space between words: cells of tables, columns told line by line."""
        flat, everywhere = page.flat, page.columns_shuffled
        has_figures = _FIGURES.search(flat) is not None
        suspects: list[tuple[int, float, list[tuple[int, int]]]] = []
        places: list[int] = []
        for number, line in enumerate(page.lines):
            start, end = line.start, line.end
            shape = (line.right - line.left) / ((end - start) * (line.bottom - line.top) or 1.0)
            if everywhere or not _NARROW < shape < _WIDE:
                allowed = _GAP
            elif has_figures and _FIGURES.search(flat, start, end):
                allowed = _GAP_BETWEEN_FIGURES
            else:
                continue
            gaps = [gap.span() for gap in _SPACES.finditer(flat, start, end)]
            if gaps and not line.on_its_side:
                suspects.append((number, allowed, gaps))
                places.append(start)
                for gap_start, gap_end in gaps:
                    places += (gap_start - 1, gap_end)
                places.append(end - 1)
        if not suspects:
            return page.lines
        corners = self._corners(places)
        lines: list[Line] = []
        done = at = 0
        for number, allowed, gaps in suspects:
            behind = at + 2 * len(gaps) + 2
            parts = _parts_of(page.lines[number], allowed, gaps, corners[at:behind])
            at = behind
            if parts:
                lines += page.lines[done:number]
                lines += parts
                done = number + 1
        return lines + page.lines[done:] if done else page.lines

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
        third = (line.end - line.start) * 3 // 10
        gaps = [gap.span() for gap in _SPACES.finditer(flat, line.start + third, line.end - third)]
        corners = self._corners([place for start, end in gaps for place in (start - 1, end)])
        for before, after in zip(corners[0::2], corners[1::2], strict=True):
            if after[0] - before[2] > _GUTTER * (before[3] - before[1]):
                return before[2], after[0]
        return None


def _parts_of(line: Line, allowed: float, gaps: list[tuple[int, int]], corners: list[Corners]) -> list[Line]:
    """Part one line; nothing is returned where it is whole.

    `corners`: of its first character, of those before and after each gap, and of its last.
    """
    wide = [
        number
        for number, ((_, before_top, before_right, before_bottom), (after_left, _, _, after_bottom)) in enumerate(
            zip(corners[1:-1:2], corners[2:-1:2], strict=True)
        )
        if not -(before_bottom - before_top) <= after_left - before_right <= allowed * (before_bottom - before_top)
        or not before_top < after_bottom < 2 * before_bottom - before_top
    ]
    parts: list[Line] = []
    start, first = line.start, corners[0]
    for number in [*wide, len(gaps)] if wide else ():
        last = corners[2 * number + 1]
        taller = last if last[3] - last[1] > first[3] - first[1] else first
        end = gaps[number][0] if number < len(gaps) else line.end
        parts.append(Line(start, end, first[0], taller[1], last[2], taller[3], line.bold))
        if number < len(gaps):
            start, first = gaps[number][1], corners[2 * number + 2]
    return parts
