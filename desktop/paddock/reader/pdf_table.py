"""PDF: a table as it stands on the page, and what above it belongs to it: its head, or all that it goes on with."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from paddock.reader.pdf_lines import Line
from paddock.reader.pdf_table_rows import Cells, Column, figures_in, in_whole_rows

CAPTION: Final = re.compile(r"(?:Figure|Fig\.|Table|Tab\.|Abbildung|Abb\.|Tabelle|Chart|Exhibit)\s*[A-Z]?\d", re.ASCII)
_HEAD_CHARACTERS: Final = 60
_HEAD_LINES: Final = 24
_HEAD_APART: Final = 1.6  # heights of letters from one line of a head to what stands below it
_ALIGNED: Final = 4.0  # points
LABELS: Final = 3


@dataclass(slots=True)
class Table:
    """A table as it stands on the page: row by row what stands in which column; the first `head` rows are its head."""

    columns: list[Column]
    rows: list[Cells]
    head: int = 0
    is_whole: bool = False  # its cells hold all their lines

    @property
    def lines(self) -> list[Line]:
        """Return all that stands in it."""
        return [line for row in self.rows for cell in row for line in cell]

    @property
    def top(self) -> float:
        """Return where it begins."""
        return min(line.top for cell in self.rows[0] for line in cell)

    @property
    def bottom(self) -> float:
        """Return where it ends."""
        return max(line.bottom for cell in self.rows[-1] for line in cell)

    def written(self, flat: str) -> list[Cells]:
        """Return its rows as a person counts them, the first of them its head, which may be empty."""
        return self.rows if self.is_whole else in_whole_rows(self.rows, self.columns, self.head, flat)


def placed(row: list[Line], columns: list[Column]) -> Cells:
    """Return a row's lines by the columns they stand in."""
    cells: Cells = [[] for _ in columns]
    for cell in row:
        cells[column_of(cell, columns)].append(cell)
    return cells


def column_of(cell: Line, columns: list[Column]) -> int:
    """Return the number of the column next to the cell; of several it stands over, that in whose middle it is."""
    cell_left, cell_right = cell.left, cell.right
    nearest, least, least_off = 0, math.inf, math.inf
    for number, (left, right) in enumerate(columns):
        if left - cell_right > least:  # columns stand from left to right: the others are further away
            break
        apart = cell_left - right if cell_left > right else left - cell_right if left > cell_right else 0.0
        if apart > least:
            continue
        off = abs(left + right - cell_left - cell_right)
        if apart < least or off < least_off:
            nearest, least, least_off = number, apart, off
    return nearest


def went_on(found: list[Table | Line], table: Table, flat: str) -> bool:
    """Add a table without a head to one shortly above it that has the same columns; a label may stand between."""
    labels = 0
    while labels < LABELS and labels < len(found) and isinstance(found[-1 - labels], Line):
        labels += 1
    above = found[-1 - labels] if labels < len(found) else None
    if not isinstance(above, Table) or table.head or not above.head or above.is_whole:
        return False
    between = [line for line in found[len(found) - labels :] if isinstance(line, Line)]
    to = [_same_column(column, above.columns) for column in table.columns]
    height = table.lines[0].height
    if (
        -1 in to
        or to[0] != 0
        or len(set(to)) < len(to)
        or not -height < table.top - above.bottom < (2 * labels + 4) * height
        or not figures_in(table.rows, flat)
        or any(not _is_label(line, above, flat) for line in between)
    ):
        return False
    width = len(above.columns)
    for line in between:
        above.rows.append([[line], *([] for _ in range(width - 1))])
    for row in table.rows:
        moved: Cells = [[] for _ in range(width)]
        for cell, number in zip(row, to, strict=True):
            moved[number] = cell
        above.rows.append(moved)
    del found[len(found) - labels :]
    return True


def _same_column(column: Column, columns: list[Column]) -> int:
    """Return which of the columns, but the first, this one stands under; -1 where that is not one."""
    under = [
        number
        for number, (left, right) in enumerate(columns)
        if min(right, column[1]) - max(left, column[0]) > 0.5 * min(right - left, column[1] - column[0])
    ]
    return under[0] if len(under) == 1 else -1


def _is_label(line: Line, table: Table, flat: str) -> bool:
    left, right = table.columns[0]
    return (
        line.left > left - _ALIGNED
        and line.left < left + 3 * line.height
        and line.right < max(right, table.columns[1][0])
        and not CAPTION.match(flat, line.start)
    )


def take_head(found: list[Table | Line], table: Table, flat: str) -> None:
    """Take what stands closely above the columns into the table's head, in whatever order the file tells it."""
    first, last = (table.columns[0][1] + table.columns[1][0]) / 2, table.columns[-1][1]
    height = table.lines[0].height
    own = [line for row in table.rows[: table.head] for cell in row for line in cell]
    edge = max([table.top, *(line.bottom for line in own)]) + 0.5 * height
    behind = len(found)
    labels: list[Line] = []
    taken: list[Line] = []
    while behind and len(taken) + len(labels) < _HEAD_LINES and isinstance(line := found[behind - 1], Line):
        if line.bottom > edge or line.end - line.start > _HEAD_CHARACTERS or CAPTION.match(flat, line.start):
            break
        if line.left > first - height and line.right < last + 2 * height:
            taken.append(line)
        elif line.right < first and line.left > table.columns[0][0] - height:
            labels.append(line)
        else:
            break
        behind -= 1
    taken = _close_above(taken, labels, table.top, height)
    if not taken or not figures_in(table.rows[table.head :], flat):
        return
    lowest = max(line.bottom for line in taken + own)
    top = min(line.top for line in taken)
    beside = [line for line in labels if line.bottom > top and line.top < lowest - 0.5 * height]
    under = [] if own else [line for line in labels if line.top >= lowest - 0.5 * height]
    gone = {id(line) for line in (*taken, *beside, *under)}
    found[behind:] = [one for one in found[behind:] if id(one) not in gone]
    rows = [placed(row, table.columns) for row in _level([*taken, *beside, *own])]
    table.rows[: table.head] = [
        *rows,
        *([[line], *([] for _ in table.columns[1:])] for line in sorted(under, key=lambda one: one.top)),
    ]
    table.head = len(rows)


def _close_above(taken: list[Line], labels: list[Line], top: float, height: float) -> list[Line]:
    """Return which of the lines stand in one group closely above the table."""
    kept: list[Line] = []
    edge = top
    for line in sorted([*taken, *labels], key=lambda one: -one.bottom):
        if edge - line.bottom > _HEAD_APART * height:
            break
        edge = min(edge, line.top)
        if line in taken:
            kept.append(line)
    return kept


def _level(lines: list[Line]) -> list[list[Line]]:
    """Return lines by the height they stand at, from the top."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.bottom):
        if rows and line.bottom - rows[-1][0].bottom < 0.5 * line.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows
