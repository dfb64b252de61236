"""PDF: what pdfium is asked about the text of a page, with as few questions as will do.

Coordinates from here on are of the page as it is seen: points from its upper left corner, downwards, turned and
cropped. A place in the text is an index into what `FPDFText_GetText` gives for the whole page.
"""

from __future__ import annotations

import ctypes
import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pypdfium2_raw.bindings as pdfium

from paddock.reader.pdf_no_gaps import no_gaps
from paddock.reader.pdf_rules import Rules, may_have_cells, over_rules, rules_of
from paddock.reader.pdf_typed import typed_lines

if TYPE_CHECKING:
    from paddock.reader.pdf_calls import Calls


_LINE: Final = re.compile(r"[^\s\ufffe](?:[^\r\n\ufffe]*[^\s\ufffe])?")
_SPACES: Final = re.compile(" +")
_SPACES_AT_FIGURES: Final = re.compile(r"(?<=[\d)%*—–-]) +| +(?=[$€£(—–-]*\d)")
_BOLD: Final = re.compile(rb"bold|black|heavy|semib|demi|medi$|cmbx|cmssbx|[-,]bd", re.IGNORECASE)
MOST_LINES: Final = 20_000
# A line of running text is so many times as wide as its height times its characters, at most and at least.
_WIDE: Final = 0.47
_LEAST_WIDE: Final = 0.38
_EDGE: Final = 0.08  # of the page's height: heads and feet are told alike on every page
_WIDER: Final = 1.2  # times the usual on the page
_WIDEST: Final = 0.62
_LONG: Final = 40  # characters
_ENOUGH: Final = 5  # long lines to tell the usual
# Times the height of letters that is too wide for the space between words; less where figures stand in a row.
_GAP: Final = 1.0
SPACED_OUT: Final = re.compile(r"(?:[^\W\d_] +){3,}[^\W\d_](?!\S)")
_GAP_BETWEEN_FIGURES: Final = 0.3
_FIGURES: Final = re.compile(r"\d[)*%]? [$€£(]{0,2} ?-?\d")
_OVER: Final = 2.0  # points by which a letter may reach over a rule
_GUTTER: Final = 0.7
_NARROW: Final = 0.22
_HEADING_CHARACTERS: Final = 80
_BEGINS_HEADING: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÄÖÜÉÈÀÇÑ")
_LAST_OF_FIRST_PLANE: Final = 0xFFFF
_LAST_OF_ALL: Final = 0x10_FFFF
_BEYOND: Final = re.compile(r"[\U00010000-\U0010ffff]")
_PAIR: Final = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
NO_PLACE: Final = "\uffff"  # behind a character that takes two places
_PARTS_WORD: Final = 0x02  # pdfium's sign for a hyphen at a line's end, which its text writes as U+FFFE
_WIDE_LINES: Final = 6
_WIDE_LINES_LOOKED_AT: Final = 5
_PROSE_CHARACTERS: Final = 20
_PROSE_LETTERS: Final = 0.6
_LETTERS: Final = re.compile(r"[^\W\d_]")

Corners = tuple[float, float, float, float]
Place = tuple[int, int]


@dataclass(slots=True)
class Suspect:
    """A line that may be several: its number, how wide a gap it may have, and where its gaps are.

    Where it is only a little wide (`is_weak`), it is several in a table alone.

    `corners` are of its first character, of those before and after each gap, and of its last.
    """

    number: int
    allowed: float
    gaps: list[Place]
    corners: list[Corners]
    is_weak: bool = False
    ruled: set[int] = field(default_factory=set)  # which of the gaps a rule stands in


@dataclass(slots=True)
class Told:
    """What pdfium told of a page. `ends` has two entries for each of `places`: its first and its last character's."""

    number: int
    width: float
    height: float
    text: str = ""
    places: list[Place] = field(default_factory=list)
    ends: list[Corners] = field(default_factory=list)
    bold: set[int] = field(default_factory=set)
    suspects: list[Suspect] = field(default_factory=list)
    columns_shuffled: bool = False
    rules: Rules | None = None
    ruled: list[Suspect] = field(default_factory=list)  # lines that rules stand in
    typed: dict[int, list[int]] = field(default_factory=dict)  # lines of letters all as wide, with gaps' letters
    no_gaps: list[int] = field(default_factory=list)  # spaces that part no words
    unmapped: float = 0.0
    cut: bool = False


@functools.lru_cache(maxsize=512)
def is_bold(font: bytes) -> bool:
    """Return whether a font of this name is a bold one."""
    return _BOLD.search(font) is not None


class View:
    """Turns pdfium's coordinates of one page (points, upwards) into the page's as it is seen."""

    def __init__(self, calls: Calls, page: int) -> None:
        box = pdfium.FS_RECTF()
        calls.page_box(page, ctypes.byref(box))
        self._left, self._bottom = min(box.left, box.right), min(box.top, box.bottom)
        self._right, self._top = max(box.left, box.right), max(box.top, box.bottom)
        self._turned = calls.rotation(page) % 4
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


class PageReader:
    """Asks pdfium about one loaded page's text. Close it before the page."""

    def __init__(self, calls: Calls, page: int, number: int) -> None:
        self._calls = calls
        self._page = page
        self._view = View(calls, page)
        self._told = Told(number, self._view.width, self._view.height)
        self._handle = calls.load_text(page)
        self._one_for_one = True

    def close(self) -> None:
        """Let go of the page's text."""
        if self._handle:
            self._calls.close_text(self._handle)
            self._handle = None

    def read(self, most_characters: int) -> Told:
        """Return what there is to know about the page's text; of no more than so many characters."""
        told = self._told
        count = self._calls.count_chars(self._handle) if self._handle else 0
        if count <= 0:
            return told
        told.cut = count > most_characters
        told.text = self._text(min(count, most_characters))
        told.places = [found.span() for found in _LINE.finditer(told.text)]
        told.cut |= len(told.places) > MOST_LINES
        del told.places[MOST_LINES:]
        told.ends = self._corners([place for start, end in told.places for place in (start, end - 1)])
        told.unmapped = self._share_unmapped(told.places)
        told.columns_shuffled = self._columns_are_shuffled()
        self._look_closer()
        told.no_gaps = no_gaps(told, self._corners)
        told.typed = typed_lines(told, self._calls, self._handle, self._at, self._corners)
        if may_have_cells(told):
            told.rules = rules_of(self._calls, self._page, self._view)
            if told.rules is not None:
                self._part_at_rules(told.rules)
        return told

    def _text(self, count: int) -> str:
        text = self._calls.text_of(self._handle, count)
        if len(text) != count:
            text = self._with_all_planes(text, count)
        self._one_for_one = len(text) == count
        return text

    def _with_all_planes(self, text: str, count: int) -> str:
        """Return the text with each character beyond U+FFFF in as many places as pdfium counts for it.

        That is one where the file calls it by its name, and pdfium's text leaves it out then; else it is two.
        """
        told = self._calls.characters(self._handle, count)
        if max(told) <= _LAST_OF_FIRST_PLANE and _BEYOND.search(text) is None:
            return text
        # Names may call for more than there is, of which pdfium's text has the lower half.
        codes = [code if code <= _LAST_OF_ALL else code & _LAST_OF_FIRST_PLANE for code in told if code]
        whole = "".join(["\ufffe" if code == _PARTS_WORD else chr(code) for code in codes])
        whole = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16") + NO_PLACE, whole)
        is_same = _BEYOND.sub("", whole.replace(NO_PLACE, "")) == _BEYOND.sub("", text)
        return whole if is_same else text

    def _corners(self, places: list[int]) -> list[Corners]:
        """Return where the characters at these places stand."""
        if not self._one_for_one:
            places = [self._calls.char_at(self._handle, place) for place in places]
        return self._view.seen(self._calls.char_boxes(self._handle, places))

    def _at(self, place: int) -> int:
        """Return what pdfium calls this place."""
        return place if self._one_for_one else int(self._calls.char_at(self._handle, place))

    def _is_bold(self, place: int) -> bool:
        return is_bold(self._calls.font_name(self._handle, self._at(place)))

    def _share_unmapped(self, places: list[Place]) -> float:
        """Look at one character of every few lines."""
        looked_at = [(start + end) // 2 for start, end in places[:: max(1, len(places) // 8)]]
        if not self._one_for_one:
            looked_at = [self._calls.char_at(self._handle, place) for place in looked_at]
        without = sum(self._calls.no_unicode(self._handle, place) == 1 for place in looked_at)
        return without / len(looked_at) if looked_at else 0.0

    def _look_closer(self) -> None:
        """Find lines that may be bold, and where in a line a gap may be too wide for the space between words.

        Those are the cells of tables, and columns that the file tells line by line.
        """
        text, everywhere, ends = self._told.text, self._told.columns_shuffled, self._told.ends
        has_figures = _FIGURES.search(text) is not None
        shapes = [
            (last[2] - first[0]) / ((end - start) * (first[3] - first[1]) or 1.0)
            for (start, end), first, last in zip(self._told.places, ends[0::2], ends[1::2], strict=True)
        ]
        wide = self._wide(shapes)
        upper, lower = self._told.height * _EDGE, self._told.height * (1 - _EDGE)
        asked: list[tuple[int, float, list[Place], bool]] = []
        places: list[int] = []
        for number, ((start, end), shape, first) in enumerate(zip(self._told.places, shapes, ends[0::2], strict=True)):
            size = end - start
            may_head = size <= _HEADING_CHARACTERS and text[end - 1] not in ",;"
            may_head &= text[start] in _BEGINS_HEADING or (
                number - 1 in self._told.bold and (text[start].islower() or text[start] == "(")
            )
            # A line that only begins in bold letters is no heading: its sentence goes on below.
            if may_head and self._is_bold(start) and self._is_bold(end - 1):
                self._told.bold.add(number)
            is_weak = False
            if everywhere or not _NARROW < shape < max(wide, _WIDE) or SPACED_OUT.match(text, start, end):
                allowed, spaces = _GAP, _SPACES
            elif has_figures and _FIGURES.search(text, start, end):
                allowed, spaces = _GAP_BETWEEN_FIGURES, _SPACES_AT_FIGURES
            elif shape > wide and upper < first[1] < lower:
                allowed, spaces, is_weak = _GAP, _SPACES, True
            else:
                continue
            gaps = [gap.span() for gap in spaces.finditer(text, start, end)]
            if gaps:
                asked.append((number, allowed, gaps, is_weak))
                places.append(start)
                for gap_start, gap_end in gaps:
                    places += (gap_start - 1, gap_end)
                places.append(end - 1)
        corners = self._corners(places)
        at = 0
        for number, allowed, gaps, is_weak in asked:
            behind = at + 2 * len(gaps) + 2
            self._told.suspects.append(Suspect(number, allowed, gaps, corners[at:behind], is_weak))
            at = behind

    def _part_at_rules(self, rules: Rules) -> None:
        """Find the gaps that rules stand in, in lines that go over them: however narrow, they part cells."""
        for number, over in over_rules(self._told, rules):
            start, end = self._told.places[number]
            gaps = [gap.span() for gap in _SPACES.finditer(self._told.text, start, end)]
            beside = [place for begin, behind in gaps for place in (begin - 1, behind)]
            corners = self._corners([start, *beside, end - 1])
            ruled = {
                gap
                for gap, (before, after) in enumerate(zip(corners[1:-1:2], corners[2:-1:2], strict=True))
                if any(min(before[2], after[2]) - _OVER < at < max(before[0], after[0]) + _OVER for at in over)
            }
            if ruled:
                self._told.ruled.append(Suspect(number, _GAP, gaps, corners, ruled=ruled))

    def _wide(self, shapes: list[float]) -> float:
        """Return from what shape on a line is wide on this page: fonts differ in the space above and below.

        A table's rows are wide themselves, and may be most of the long lines.
        """
        long = sorted(
            shape for (start, end), shape in zip(self._told.places, shapes, strict=True) if end - start >= _LONG
        )
        return min(max(_LEAST_WIDE, _WIDER * long[len(long) // 4]), _WIDEST) if len(long) >= _ENOUGH else _WIDE

    def _columns_are_shuffled(self) -> bool:
        """Look whether long lines are in truth two lines of two columns of running text: a few of them."""
        told, long, side = self._told, self._told.width * 0.6, self._told.width * 0.2
        widths = [last[2] - first[0] for first, last in zip(told.ends[0::2], told.ends[1::2], strict=True)]
        wide = [place for place, width in zip(told.places, widths, strict=True) if width > long]
        # Columns told line by line are all the page has; a table as wide stands among other lines.
        if len(wide) < _WIDE_LINES or 2 * len(wide) < sum(width > side for width in widths):
            return False
        gutters: list[tuple[float, float]] = []
        for number in range(1, _WIDE_LINES_LOOKED_AT + 1):
            gutter = self._gutter(*wide[len(wide) * number // (_WIDE_LINES_LOOKED_AT + 1)])
            if gutter:
                gutters.append(gutter)
            elif len(gutters) < number - 1:
                return False
        return max(gutter[0] for gutter in gutters) < min(gutter[1] for gutter in gutters)

    def _gutter(self, start: int, end: int) -> tuple[float, float] | None:
        """Return the left and right of the line's only wide gap, if prose stands on both sides of it."""
        gaps = [gap.span() for gap in _SPACES.finditer(self._told.text, start, end)]
        corners = self._corners([place for gap_start, gap_end in gaps for place in (gap_start - 1, gap_end)])
        wide = [
            number
            for number, (before, after) in enumerate(zip(corners[0::2], corners[1::2], strict=True))
            if after[0] - before[2] > _GUTTER * (before[3] - before[1])
        ]
        if len(wide) != 1:
            return None
        (number,) = wide
        gap_start, gap_end = gaps[number]
        for side in (self._told.text[start:gap_start], self._told.text[gap_end:end]):
            if len(side) < _PROSE_CHARACTERS or len(_LETTERS.findall(side)) < _PROSE_LETTERS * len(side):
                return None
        return corners[2 * number][2], corners[2 * number + 1][0]
