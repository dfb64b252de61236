"""PDF: rows of lines that are a table, told from columns of prose, with its columns, its head and what parts it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_cells import told_by_cells
from paddock.reader.pdf_lines import Line
from paddock.reader.pdf_table_rows import Cells, Column, figures_in, head_rows, in_whole_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROSE_CHARACTERS: Final = 24
CAPTION: Final = re.compile(r"(?:Figure|Fig\.|Table|Tab\.|Abbildung|Abb\.|Tabelle|Chart|Exhibit)\s*[A-Z]?\d", re.ASCII)
_MOST_ROWS: Final = 400
_HEAD_CHARACTERS: Final = 60
_HEAD_LINES: Final = 24
_HEAD_APART: Final = 1.6  # heights of letters from one line of a head to what stands below it
_LABELS: Final = 3
_SIGNS: Final = re.compile(r"(?:US|C|A|HK)?[$€£¥]|Rs\.?|EUR|USD|GBP|CHF")
_SIGNS_BEHIND: Final = re.compile(r"[%)]{1,2}")
_SIGN_LAST: Final = re.compile(r"(?<=[\d)%*—–-]) [$€£¥]$")
_ALIGNED: Final = 4.0  # points


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


def tables_and_lines(rows: Sequence[list[Line]], flat: str) -> list[Table | Line]:
    """Return the tables among rows of lines, and the lines that are in none, in their order."""
    found: list[Table | Line] = []
    at = 0
    while at < len(rows):
        if len(rows[at]) < 2:  # noqa: PLR2004
            found += rows[at]
            at += 1
            continue
        end = _end_of_run(rows, at, flat)
        cells, columns, taken = told_by_cells(rows[at : at + _MOST_ROWS])
        if taken > end - at:
            found.append(Table(columns, cells, 1, is_whole=True))
            at += taken
            continue
        table = _table(rows[at:end], flat)
        if table is None:
            for row in rows[at:end]:
                found += whole(row)
        elif not _went_on(found, table, flat):
            _take_head(found, table, flat)
            found.append(table)
        at = end
    return found


def whole(row: list[Line]) -> list[Line]:
    """Return a row's lines with those joined that narrow gaps parted for a table's sake: they are in none."""
    joined = row[:1]
    for line in row[1:]:
        last = joined[-1]
        adjoins = 0 <= line.start - last.end <= 2  # noqa: PLR2004 - a line end has two characters
        if adjoins and (line.is_weak or line.left - last.right < min(line.height, last.height)):
            last.end, last.right = line.end, line.right
        else:
            joined.append(line)
    return joined


def _end_of_run(rows: Sequence[list[Line]], at: int, flat: str) -> int:
    """Return where the run of rows with several cells ends that begins here; a line or two between them belong."""
    end = at + 1
    while end < len(rows):
        last, row = rows[end - 1], rows[end]
        apart = row[0].top - last[0].bottom
        height = row[0].bottom - row[0].top
        if apart < -height or apart > 2 * height or CAPTION.match(flat, row[0].start):
            break
        if len(row) < 2 and not _goes_on_behind(rows, end, flat):  # noqa: PLR2004
            break
        end += 1
    while len(rows[end - 1]) < 2:  # noqa: PLR2004 - what belongs to no row behind it belongs to the text
        end -= 1
    return end


def _goes_on_behind(rows: Sequence[list[Line]], at: int, flat: str) -> bool:
    """Return whether single lines from here are of a table: labels of rows that follow, or what a cell goes on with."""
    following = next((number for number in range(at, min(at + _LABELS + 1, len(rows))) if len(rows[number]) > 1), 0)
    if not following:
        return False
    before = next(rows[number] for number in range(at - 1, -1, -1) if len(rows[number]) > 1)
    if following == at + 1 and before is rows[at - 1]:
        return True
    behind = rows[following]
    for row in rows[at:following]:
        line = row[0]
        is_label = line.right < behind[1].left and abs(line.left - behind[0].left) < 3 * line.height
        over = [cell for cell in before if cell.left < line.right and cell.right > line.left]
        if not is_label and (len(over) != 1 or abs(over[0].left - line.left) > line.height):
            return False
        if CAPTION.match(flat, line.start):
            return False
    return True


def _table(rows: Sequence[list[Line]], flat: str) -> Table | None:
    """Return the rows as a table, None where they are none: too few, without columns, or prose side by side."""
    several = [row for row in rows if len(row) > 1]
    widest = max(len(row) for row in several)
    if len(several) < 2 or (len(several) < 3 and widest < 3):  # noqa: PLR2004 - two rows of two cells are chance
        return None
    cells = [cell for row in several for cell in row]
    prose = sum(cell.end - cell.start >= _PROSE_CHARACTERS for cell in cells)
    if widest <= 3 and prose > 0.6 * len(cells):  # noqa: PLR2004 - columns of text
        return None
    rows = [_signs_apart(row, flat) for row in rows]
    head = head_rows([[[cell] for cell in row] for row in rows], flat)
    # Heads stand over the middle of columns, or over several: where the columns are, the figures below tell.
    body = [row for row in rows[head:] if len(row) > 1] or [row for row in rows if len(row) > 1]
    columns = _columns(body, max(len(row) for row in body))
    columns = _with_signs(columns, [[_column_of(cell, columns) for cell in row] for row in body], body, flat)
    if len(columns) < 2:  # noqa: PLR2004
        return None
    placed = [_placed(row, columns) for row in rows]
    return Table(columns, placed, head_rows(placed, flat))


def _placed(row: list[Line], columns: list[Column]) -> Cells:
    cells: Cells = [[] for _ in columns]
    for cell in row:
        cells[_column_of(cell, columns)].append(cell)
    return cells


def _signs_apart(row: list[Line], flat: str) -> list[Line]:
    """Part a currency's sign from the figure before it: it belongs to the one behind it."""
    parted: list[Line] = []
    for cell in row:
        sign = _SIGN_LAST.search(flat, cell.start, cell.end)
        if sign is None or cell is row[-1]:
            parted.append(cell)
            continue
        left = cell.right - 0.5 * cell.height
        parted.append(Line(cell.start, sign.start(), cell.left, cell.top, left - 0.5 * cell.height, cell.bottom))
        parted.append(Line(cell.end - 1, cell.end, left, cell.top, cell.right, cell.bottom))
    return parted


def _columns(rows: Sequence[list[Line]], widest: int) -> list[Column]:
    """Return each column's left and right: where the cells of the rows that have most of them overlap."""
    full = sorted((cell.left, cell.right) for row in rows if len(row) >= max(2, 0.6 * widest) for cell in row)
    columns = [full[0]]
    for left, right in full[1:]:
        last_left, last_right = columns[-1]
        if left < last_right:
            columns[-1] = (last_left, max(last_right, right))
        else:
            columns.append((left, right))
    return columns


def _column_of(cell: Line, columns: list[Column]) -> int:
    """Return the number of the column next to the cell; of several it stands over, that in whose middle it is."""
    cell_left, cell_right = cell.left, cell.right
    nearest, least, least_off = 0, math.inf, math.inf
    for number, (left, right) in enumerate(columns):
        apart = max(left - cell_right, cell_left - right, 0.0)
        if apart > least:
            continue
        off = abs(left + right - cell_left - cell_right)
        if apart < least or off < least_off:
            nearest, least, least_off = number, apart, off
    return nearest


def _with_signs(columns: list[Column], places: list[list[int]], rows: Sequence[list[Line]], flat: str) -> list[Column]:
    """Join columns of nothing but currencies' signs to the figures behind them, those of per cent to those before."""
    before, behind = set(range(len(columns) - 1)), set(range(1, len(columns)))
    for numbers, row in zip(places, rows, strict=True):
        for number, cell in zip(numbers, row, strict=True):
            if number in before and not _SIGNS.fullmatch(flat, cell.start, cell.end):
                before.discard(number)
            if number in behind and not _SIGNS_BEHIND.fullmatch(flat, cell.start, cell.end):
                behind.discard(number)
    if not before and not behind:
        return columns
    joined: list[Column] = []
    open_left: float | None = None
    for number, (left, right) in enumerate(columns):
        if number in before:
            open_left = left if open_left is None else open_left
        elif number in behind and joined:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left if open_left is None else open_left, right))
            open_left = None
    return joined


# ---------------------------------------------------------------- what stands above


def _went_on(found: list[Table | Line], table: Table, flat: str) -> bool:
    """Add a table without a head to one shortly above it that has the same columns; a label may stand between."""
    labels = 0
    while labels < _LABELS and labels < len(found) and isinstance(found[-1 - labels], Line):
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


def _take_head(found: list[Table | Line], table: Table, flat: str) -> None:
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
    rows = [_placed(row, table.columns) for row in _level([*taken, *beside, *own])]
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
