"""PDF: the rules drawn on a page, thin and straight, where they may part the cells of a table."""

from __future__ import annotations

import bisect
import ctypes
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pypdfium2_raw.bindings as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.reader.pdf_calls import Calls
    from paddock.reader.pdf_text import Corners, Told, View

_MOST_OBJECTS: Final = 6_000  # browsers make one of each word
_MOST_PATHS: Final = 1_500  # a drawing has more
_CELLS: Final = 0.04  # of the lines
_MOST_RULES: Final = 400
_THIN: Final = 2.5  # points
_LONG: Final = 4.0
_TOUCH: Final = 2.5
_SEGMENTS_OF_A_BOX: Final = (4, 5, 6)
_PAGE: Final = 0.9  # of the page's width and height: its ground, or its frame


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: where it stands (down the page, or from the left), and from where to where it goes."""

    at: float
    first: float
    last: float


@dataclass(slots=True)
class Rules:
    """The rules of a page that go across it and down it, those in one line that touch made one."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    def mirrored(self, width: float) -> Rules:
        """Return them as if left were right."""
        across = [Rule(rule.at, width - rule.last, width - rule.first) for rule in self.across]
        return Rules(across, [Rule(width - rule.at, rule.first, rule.last) for rule in reversed(self.down)])


def rules_of(calls: Calls, page: int, view: View) -> Rules | None:
    """Return the rules of a page; None where it has too few for a table, or so much is drawn that it is a picture."""
    count = calls.count_objects(page)
    if not 0 < count <= _MOST_OBJECTS:
        return None
    pieces = calls.objects_of_kind(page, count, pdfium.FPDF_PAGEOBJ_PATH, _MOST_PATHS)
    if len(pieces) > _MOST_PATHS:
        return None
    bounds = calls.bounds_of(pieces)
    told: list[float] = []
    for piece, left, bottom, right, top in zip(
        pieces, bounds[0::4], bounds[1::4], bounds[2::4], bounds[3::4], strict=True
    ):
        if right - left <= _THIN or top - bottom <= _THIN or _is_framed(calls, piece):
            told += (left, top, right, bottom)
    across: list[Rule] = []
    down: list[Rule] = []
    for drawn in view.seen(told):
        if drawn[2] - drawn[0] < _PAGE * view.width or drawn[3] - drawn[1] < _PAGE * view.height:
            _take(across, down, drawn)
    rules = Rules(_joined(across), _joined(down))
    enough = len(rules.across) > 2 and len(rules.down) > 2  # noqa: PLR2004 - two rows of two cells
    return rules if enough and len(rules.across) + len(rules.down) <= _MOST_RULES else None


def may_have_cells(told: Told) -> bool:
    """Return whether some of a page's lines stand side by side, or one with wide gaps behind another one."""
    ends = told.ends
    beside = sum(first[0] > last[2] and first[1] < last[3] for last, first in zip(ends[1::2], ends[2::2], strict=False))
    numbers = [suspect.number for suspect in told.suspects if not suspect.is_weak]
    beside += sum(after == number + 1 for number, after in itertools.pairwise(numbers))
    return beside > 0 and beside >= _CELLS * len(told.places)


def over_rules(told: Told, rules: Rules) -> Iterator[tuple[int, list[float]]]:
    """Yield the number of each line that goes over rules that go down the page, and where these stand."""
    places = [rule.at for rule in rules.down]
    for number, (first, last) in enumerate(zip(told.ends[0::2], told.ends[1::2], strict=True)):
        middle = (first[1] + first[3]) / 2
        left, right = min(first[0], last[0]), max(first[2], last[2])
        between = rules.down[bisect.bisect(places, left) : bisect.bisect(places, right)]
        if over := [rule.at for rule in between if rule.first < middle < rule.last]:
            yield number, over


def _is_framed(calls: Calls, piece: ctypes.c_void_p) -> bool:
    """Return whether this is a box whose edges are drawn; what is only filled is a shade behind some of the cells."""
    fills, strokes = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(piece, ctypes.byref(fills), ctypes.byref(strokes))
    return strokes.value > 0 and calls.count_segments(piece) in _SEGMENTS_OF_A_BOX


def _take(across: list[Rule], down: list[Rule], drawn: Corners) -> None:
    """Take what is drawn for a rule, or for the four edges of a box."""
    left, top, right, bottom = drawn
    wide, high = right - left, bottom - top
    if high <= _THIN:
        if wide >= _LONG:
            across.append(Rule((top + bottom) / 2, left, right))
    elif wide <= _THIN:
        if high >= _LONG:
            down.append(Rule((left + right) / 2, top, bottom))
    else:
        across += (Rule(top, left, right), Rule(bottom, left, right))
        down += (Rule(left, top, bottom), Rule(right, top, bottom))


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with those made one that stand at one place and touch, from the first place to the last."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if lines and rule.at - lines[-1][0].at <= _TOUCH:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    joined: list[Rule] = []
    for line in lines:
        at = sum(rule.at for rule in line) / len(line)
        first = last = -1.0
        for rule in sorted(line, key=lambda one: one.first):
            if last >= 0 and rule.first <= last + _TOUCH:
                last = max(last, rule.last)
                continue
            if last >= 0:
                joined.append(Rule(at, first, last))
            first, last = max(0.0, rule.first), max(0.0, rule.last)
        joined.append(Rule(at, first, last))
    return joined
