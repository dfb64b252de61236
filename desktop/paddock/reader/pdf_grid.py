"""PDF: tables whose cells are parted by rules: what stands in which cell, in whatever order the file tells it."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.reader.pdf_lines import Line
    from paddock.reader.pdf_rules import Rule, Rules
    from paddock.reader.pdf_table_rows import Cells

_TOUCH: Final = 2.5  # points
_LEAST_HEIGHT: Final = 5.0
_LEAST_WIDTH: Final = 6.0
_FILLED: Final = 0.4  # of the cells
_STACKED: Final = 3  # lines of a cell
_MOSTLY: Final = 0.6
_BESIDE: Final = 8.0  # points
_FEW: Final = 0.15  # of the cells
_MOST_LINES: Final = 25  # of a cell: what holds more is a page's frame
_LEAST_CELLS: Final = 4
_MOST_HEAD_ROWS: Final = 4
_NAME_CHARACTERS: Final = 60
_MOST_CELLS: Final = 4_000


class Grid:
    """Rules that touch one another, and the cells between them. A cell may reach over several rows and columns."""

    def __init__(self, across: list[Rule], down: list[Rule]) -> None:
        self._across, self._down = _aligned(across, _LEAST_HEIGHT), _aligned(down, _LEAST_WIDTH)
        self._tops = sorted({rule.at for rule in self._across})
        self._lefts = sorted({rule.at for rule in self._down})
        self.rows, self.columns = len(self._tops) - 1, len(self._lefts) - 1

    def cells(self) -> list[list[int]]:
        """Return, row by row, the number of the cell at each place: that of its first place, counted from the left."""
        cells: list[list[int]] = []
        for row, (top, bottom) in enumerate(itertools.pairwise(self._tops)):
            middle = (top + bottom) / 2
            walls = {rule.at for rule in self._down if rule.first <= middle <= rule.last}
            floors = [rule for rule in self._across if rule.at == top]
            beside: list[int] = []
            for column, (left, right) in enumerate(itertools.pairwise(self._lefts)):
                if column and left not in walls:
                    beside.append(beside[-1])
                elif row and not any(rule.first <= (left + right) / 2 <= rule.last for rule in floors):
                    beside.append(cells[-1][column])
                else:
                    beside.append(row * self.columns + column)
            cells.append(beside)
        return cells

    def place_of(self, line: Line) -> tuple[int, int]:
        """Return in which row and column a line's middle stands; (-1, -1) where that is outside."""
        row = bisect.bisect(self._tops, (line.top + line.bottom) / 2) - 1
        column = bisect.bisect(self._lefts, (line.left + line.right) / 2) - 1
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return (row, column) if inside else (-1, -1)

    def goes_on_beside(self, lines: Sequence[Line]) -> bool:
        """Return whether columns of the same table stand beside these, close to the outermost rules."""
        left, right, top, bottom = self._lefts[0], self._lefts[-1], self._tops[0], self._tops[-1]
        beside = sum(
            top < line.top
            and line.bottom < bottom
            and (0 <= left - line.right < _BESIDE or 0 <= line.left - right < _BESIDE)
            for line in lines
        )
        return beside > 1

    def edges(self, column: int) -> tuple[float, float]:
        """Return where a column begins and ends."""
        return self._lefts[column], self._lefts[column + 1]


def _aligned(rules: list[Rule], least: float) -> list[Rule]:
    """Return rules with those at one place that are so close together that nothing stands between them."""
    aligned: list[Rule] = []
    for rule in sorted(rules, key=lambda one: one.at):
        at = aligned[-1].at if aligned and rule.at - aligned[-1].at < least else rule.at
        aligned.append(replace(rule, at=at))
    return aligned


def grids_of(rules: Rules) -> list[Grid]:
    """Return the groups of rules that touch one another and have cells between them."""
    groups: list[tuple[list[Rule], set[int]]] = []
    for across in rules.across:
        down = {number for number, rule in enumerate(rules.down) if _touch(across, rule)}
        one = ([across], down)
        for group in [group for group in groups if not down.isdisjoint(group[1])]:
            one[0].extend(group[0])
            one[1].update(group[1])
            groups.remove(group)
        groups.append(one)
    found = [Grid(across, [rules.down[number] for number in sorted(down)]) for across, down in groups]
    return [grid for grid in found if min(grid.rows, grid.columns) > 1 and grid.rows * grid.columns <= _MOST_CELLS]


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.first - _TOUCH <= down.at <= across.last + _TOUCH
        and down.first - _TOUCH <= across.at <= down.last + _TOUCH
    )


def ruled_tables(lines: Sequence[Line], rules: Rules) -> list[Table]:
    """Return the tables that rules part into cells."""
    return [table for grid in grids_of(rules) if (table := _table(grid, lines)) is not None]


def _table(grid: Grid, lines: Sequence[Line]) -> Table | None:
    cells = grid.cells()
    held: dict[int, list[Line]] = {}
    for line in lines:
        down, across = grid.place_of(line)
        if down >= 0 and not line.on_its_side:
            held.setdefault(cells[down][across], []).append(line)
    # What stands over all columns is no cell of them: a title above, a remark below.
    rows = [row for row in cells if len(set(row)) > 1 and any(cell in held for cell in row)]
    columns = [column for column in range(grid.columns) if any(row[column] in held for row in rows)]
    columns = [
        column
        for number, column in enumerate(columns)
        if not number or any(row[column] != row[columns[number - 1]] for row in rows)
    ]
    filled = {cell for row in rows for cell in row if cell in held}
    if (
        len(rows) < 2  # noqa: PLR2004
        or len(columns) < 2  # noqa: PLR2004
        or len(filled) < max(_LEAST_CELLS, _FILLED * len({row[column] for row in rows for column in columns}))
        or any(len(held[cell]) > _MOST_LINES for cell in filled)
        or _holds_more_columns([held[cell] for cell in filled])
        or any(_holds_more_rows([held[cell] for cell in dict.fromkeys(row) if cell in held]) for row in rows)
        or _is_drawing(rows, columns, held)
        or grid.goes_on_beside(lines)
    ):
        return None
    head = 1
    while (
        head < min(_MOST_HEAD_ROWS, len(rows) - 1)
        and _names_several(rows[head - 1], columns, held)
        and all(_is_short(held.get(cell, ())) for cell in set(rows[head]) - set(rows[head - 1]))
    ):
        head += 1
    whole: list[Cells] = [[_named(rows[:head], column, held) for column in columns]]
    for row in rows[head:]:
        told: Cells = []
        for number, column in enumerate(columns):
            is_first = not number or row[columns[number - 1]] != row[column]
            told.append(held.get(row[column], []) if is_first else [])
        whole.append(told)
    return Table([grid.edges(column) for column in columns], whole, 1, is_whole=True)


def _holds_more_columns(cells: list[list[Line]]) -> bool:
    """Return whether in several cells things stand side by side: not all columns are parted by rules."""
    several = sum(
        any(
            after.left > line.right + line.height and after.top < line.bottom
            for line, after in itertools.pairwise(cell)
        )
        for cell in cells
    )
    return several > _FEW * len(cells)


def _holds_more_rows(cells: list[list[Line]]) -> bool:
    """Return whether most cells of a row hold as many lines each, side by side: they are rows that no rules part."""
    counts = [len(cell) for cell in cells]
    usual = max(counts, key=counts.count)
    alike = [cell for cell in cells if len(cell) == usual]
    if usual < _STACKED or len(alike) < max(2, _MOSTLY * len(cells)):
        return False
    return all(
        abs(line.bottom - beside.bottom) < line.height
        for cell in alike[1:]
        for line, beside in zip(alike[0], cell, strict=True)
    )


def _is_drawing(rows: list[list[int]], columns: list[int], held: dict[int, list[Line]]) -> bool:
    """Return whether most rows begin no more than one cell with words: a chart's bars, with what they stand for."""
    if len(columns) == 2:  # noqa: PLR2004
        return False
    several = 0
    before: set[int] = set()
    for row in rows:
        cells = {row[column] for column in columns if row[column] in held}
        several += len(cells - before) > 1
        before = cells
    return 2 * several < len(rows)


def _names_several(row: list[int], columns: list[int], held: dict[int, list[Line]]) -> bool:
    """Return whether a cell with words stands over several columns."""
    return any(
        row[column] == row[following] and row[column] in held for column, following in itertools.pairwise(columns)
    )


def _is_short(cell: Sequence[Line]) -> bool:
    """Return whether a cell may be a name."""
    return sum(line.end - line.start for line in cell) <= _NAME_CHARACTERS


def _named(rows: list[list[int]], column: int, held: dict[int, list[Line]]) -> list[Line]:
    """Return a column's name: all that stands over it."""
    over = dict.fromkeys(row[column] for row in rows)
    return [line for cell in over for line in held.get(cell, ())]
