"""PDF: from the lines of a table to its rows: heads over several lines and columns, cells over several lines."""

from __future__ import annotations

import itertools
import re
import statistics
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.reader.pdf_lines import Line

Column = tuple[float, float]
Cells = list[list["Line"]]

_MOST_HEAD_ROWS: Final = 7
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|\d)")  # "F1" too
_DIGIT: Final = re.compile(r"\d")
_NOTHING: Final = re.compile(r"[—–-]+\s?%?|[*†]")
# What has digits and heads a column all the same: years and dates.
_NAMES_A_TIME: Final = re.compile(
    r"(?:FY|Q\d)?\s?'?(?:19|20)\d\d[A-Z*]?(?:\s?[/–-]\s?\d{2,4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_MOSTLY: Final = 0.5
_TIGHT: Final = 0.85  # of the usual step from one row to the next


def is_figure(flat: str, line: Line) -> bool:
    """Return whether a cell holds a number, or the dash that stands for none, and no time."""
    said = flat[line.start : line.end]
    if _WORD.search(said):
        return False
    return (_DIGIT.search(said) is not None and not _NAMES_A_TIME.fullmatch(said)) or bool(_NOTHING.fullmatch(said))


def figures_in(rows: Sequence[Cells], flat: str) -> bool:
    """Return whether most of what stands behind the first column is figures."""
    cells = [line for row in rows for cell in row[1:] for line in cell]
    return bool(cells) and sum(is_figure(flat, line) for line in cells) >= _MOSTLY * len(cells)


def head_rows(rows: Sequence[Cells], flat: str) -> int:
    """Return how many of the rows are the head: those above the first figures; one in a table of words."""
    first = next(
        (number for number, row in enumerate(rows) if any(is_figure(flat, line) for cell in row[1:] for line in cell)),
        len(rows),
    )
    if first > _MOST_HEAD_ROWS or not figures_in(rows[first:], flat):
        return 1
    while first and not any(rows[first - 1][1:]):  # a label above its rows
        first -= 1
    return first


def in_whole_rows(rows: Sequence[Cells], columns: Sequence[Column], head: int, flat: str) -> list[Cells]:
    """Return the rows with each cell whole; the first is the head, empty where there is none."""
    width = len(columns)
    body = [[list(cell) for cell in row] for row in rows[head:]]
    top = _head(rows[:head], columns, flat) if head else [[] for _ in range(width)]
    if head == 1 and not figures_in(body, flat):
        return _joined([top, *body], flat)
    return [top, *_joined(body, flat)]


def _head(rows: Sequence[Cells], columns: Sequence[Column], flat: str) -> Cells:
    """Return one row of heads; what stands over several columns is told with each of them."""
    head: Cells = [[] for _ in columns]
    middles = [
        _middle(min(line.left for line in cell), max(line.right for line in cell)) if cell else _middle(*column)
        for cell, column in zip(rows[-1], columns, strict=True)
    ]
    groups = _groups(rows[-1], flat)
    for row in rows[:-1]:
        filled = {number for number, cell in enumerate(row) if cell}
        named = [group for group in groups if len(filled & set(group)) == 1]
        for number, cell in enumerate(row):
            group = next((one for one in named if number in one), None) if len(named) > 1 else None
            for line in cell:
                reach = group or _reach(line, number, middles, filled, rows[-1])
                for one in reach:
                    head[one].append(line)
        # Only what stands over a group first names it; below that, heads of single columns have more lines.
        if len(named) > 1:
            groups = [group for group in groups if group not in named]
    for whole, cell in zip(head, rows[-1], strict=True):
        whole.extend(cell)
    return head


def _groups(lowest: Cells, flat: str) -> list[range]:
    """Return the stretches of columns in which the lowest heads say the same again: 2019, 2018, 2019, 2018."""
    said = ["".join(flat[line.start : line.end] for line in cell) for cell in lowest]
    first = next((number for number in range(1, len(said)) if said[number] and said.count(said[number]) > 1), 0)
    starts = [number for number, words in enumerate(said) if first and words == said[first]]
    groups = [range(start, end) for start, end in itertools.pairwise([*starts, len(said)])]
    same = {tuple(said[group.start : group.stop]) for group in groups}
    return groups if len(same) == 1 and len(groups[0]) > 1 else []


def _middle(left: float, right: float) -> float:
    return (left + right) / 2


def _reach(line: Line, number: int, middles: list[float], filled: set[int], lowest: Cells) -> range:
    """Return which columns a line in a head stands over: as many as it is in the middle of."""
    if number == 0:
        return range(1)
    middle, width = _middle(line.left, line.right), line.right - line.left
    pitch = (middles[-1] - middles[1]) / max(1, len(middles) - 2) or width
    widest = max((one.right - one.left for cell in lowest[1:] for one in cell), default=0.0)
    spans_all = filled <= {0, number} and abs(middle - _middle(middles[1], middles[-1])) < 0.15 * pitch
    if spans_all and width > widest and all(lowest[1:]):
        return range(1, len(middles))
    nearest = min(range(1, len(middles)), key=lambda one: abs(middles[one] - middle))
    if width < 1.2 * pitch and abs(middles[nearest] - middle) < 0.35 * pitch:
        return range(nearest, nearest + 1)
    low = high = number
    while low > 1 and low - 1 not in filled:
        low -= 1
    while high + 1 < len(middles) and high + 1 not in filled:
        high += 1
    best = range(number, number + 1)
    for first in range(low, number + 1):
        for last in range(number, high + 1):
            apart = abs(middle - _middle(middles[first], middles[last]))
            if apart < 0.35 * pitch and last - first >= len(best):
                best = range(first, last + 1)
    return best


def _joined(rows: list[Cells], flat: str) -> list[Cells]:
    """Return rows with those that only go on with the cells above them put into these."""
    if len(rows) < 2:  # noqa: PLR2004
        return rows
    bottoms = [statistics.median(line.bottom for cell in row for line in cell) if any(row) else 0.0 for row in rows]
    steps = [0.0] + [bottoms[number] - bottoms[number - 1] for number in range(1, len(rows))]
    starts = [steps[number] for number in range(1, len(rows)) if sum(map(bool, rows[number])) > 1 and rows[number][0]]
    usual = statistics.median(starts) if starts else 0.0
    whole: list[Cells] = [rows[0]]
    for number in range(1, len(rows)):
        row, above = rows[number], whole[-1]
        if _goes_on(row, above, flat, tight=0 < steps[number] < _TIGHT * usual):
            for part, cell in zip(above, row, strict=True):
                part.extend(cell)
        else:
            whole.append(row)
    return whole


def _goes_on(row: Cells, above: Cells, flat: str, *, tight: bool) -> bool:
    filled = [number for number, cell in enumerate(row) if cell]
    alone = filled == [0]
    small = bool(row[0]) and flat[row[0][0].start].islower()
    if small and above[0] and (alone or not any(above[1:])):
        return True  # a label over two lines, its figures beside either
    if not tight or any(is_figure(flat, line) for cell in row for line in cell):
        return False
    return all(above[number] for number in filled)
