"""PDF: tables whose cells hold several lines and are told one cell after another, below a row of heads."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.reader.pdf_lines import Line
    from paddock.reader.pdf_table_rows import Cells, Column

_LINES_APART: Final = 1.6  # heights of letters from one line of a cell to the next
_ROWS_APART: Final = 3.0
_LEAST_ROWS: Final = 2
_MOSTLY: Final = 0.6


class _Cells:
    """Puts one line after another into the cells of a table, as long as they fit."""

    def __init__(self, heads: list[Line]) -> None:
        self.columns: list[Column] = [(head.left, after.left) for head, after in itertools.pairwise(heads)]
        self.columns.append((heads[-1].left, float("inf")))
        self.rows: list[Cells] = [[[head] for head in heads]]
        self._at = len(heads) - 1

    def take(self, line: Line) -> bool:
        """Put a line into its cell and return whether it has one: goes on below, beside, or begins a row."""
        number = self._column_of(line)
        if number < 0:
            return False
        row = self.rows[-1]
        last = row[self._at][-1]
        is_under = last.top + 0.3 * last.height < line.top < last.bottom + _LINES_APART * line.height
        if number == self._at and is_under and len(self.rows) > 1:  # heads of several lines are told otherwise
            row[number].append(line)
            return True
        top = min(one.top for cell in row for one in cell)
        bottom = max(one.bottom for cell in row for one in cell)
        if number > self._at and top - 0.7 * line.height < line.top < bottom and not row[number] and len(self.rows) > 1:
            row[number].append(line)
        elif number <= self._at and bottom - 0.5 * line.height < line.top < bottom + _ROWS_APART * line.height:
            self.rows.append([[] for _ in self.columns])
            self.rows[-1][number].append(line)
        else:
            return False
        self._at = number
        return True

    def _column_of(self, line: Line) -> int:
        """Return which column a line stands in, -1 where it reaches into another."""
        for number, (left, following) in enumerate(self.columns):
            if left - 0.5 * line.height <= line.left < following - 0.5 * line.height:
                return number if line.right < following else -1
        return -1


def told_by_cells(rows: Sequence[list[Line]]) -> tuple[list[Cells], list[Column], int]:
    """Return the table that begins with the first of these rows, its columns, and how many rows it takes; 0 for none.

    It has two rows at least besides its head, and a cell of several lines: others are told line by line as well.
    """
    found = _Cells(rows[0])
    begins = [0]  # with which of `rows` each row begins
    taken = 1
    for row in rows[1:]:
        if not all(found.take(line) for line in row):
            gone = {id(line) for line in row}
            for cell in (cell for cells in found.rows for cell in cells):
                cell[:] = [line for line in cell if id(line) not in gone]
            break
        begins += [taken] * (len(found.rows) - len(begins))
        taken += 1
    del found.rows[len(begins) :]
    while len(found.rows) > 1 and sum(map(bool, found.rows[-1])) < 2:  # noqa: PLR2004 - text below the table
        found.rows.pop()
        taken = begins.pop()
    body = found.rows[1:]
    several = sum(sum(map(bool, row)) > 1 for row in body)
    lines = max((len(cell) for row in body for cell in row), default=0)
    if several < max(_LEAST_ROWS, _MOSTLY * len(body)) or lines < 2:  # noqa: PLR2004
        return [], [], 0
    right = max(line.right for row in found.rows for cell in row for line in cell)
    return found.rows, [*found.columns[:-1], (found.columns[-1][0], right)], taken
