"""PDF: rows of lines that are a table, told from columns of prose, with its columns, its head and what parts it."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_cells import told_by_cells
from paddock.reader.pdf_lines import Line
from paddock.reader.pdf_table import CAPTION, LABELS, Table, column_of, placed, take_head, went_on
from paddock.reader.pdf_table_rows import figures_in, head_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.reader.pdf_table_rows import Cells, Column

_PROSE_CHARACTERS: Final = 24
_MOSTLY: Final = 0.7
_MOST_ROWS: Final = 400
_SIGNS: Final = re.compile(r"(?:US|C|A|HK)?[$€£¥]|Rs\.?|EUR|USD|GBP|CHF")
_SIGNS_BEHIND: Final = re.compile(r"[%)]{1,2}")
_SIGN_LAST: Final = re.compile(r"(?<=[\d)%*—–-]) [$€£¥]$")


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
        elif not went_on(found, table, flat):
            take_head(found, table, flat)
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
    following = next((number for number in range(at, min(at + LABELS + 1, len(rows))) if len(rows[number]) > 1), 0)
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
    columns = _columns(body, max(len(row) for row in body), flat)
    columns = _with_signs(columns, [[column_of(cell, columns) for cell in row] for row in body], body, flat)
    if len(columns) < 2:  # noqa: PLR2004
        return None
    cells_of_rows = [
        _one_each(row, columns)
        if len(row) == len(columns) > 2  # noqa: PLR2004
        and column_of(row[0], columns) == 0
        and (_has_figures(row, flat) if number >= head else head == 1)
        else placed(row, columns)
        for number, row in enumerate(rows)
    ]
    return Table(columns, cells_of_rows, head_rows(cells_of_rows, flat))


def _one_each(row: list[Line], columns: Sequence[Column]) -> Cells:
    """Return a row that has as many cells as there are columns: each has its own, whatever it reaches over."""
    return [[cell] for cell, _ in zip(row, columns, strict=True)]


def _has_figures(row: Sequence[Line], flat: str) -> bool:
    """Return whether each cell behind the first has a figure in it."""
    return all(any(map(str.isdigit, flat[cell.start : cell.end])) for cell in row[1:])


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


def _columns(rows: Sequence[list[Line]], widest: int, flat: str) -> list[Column]:
    """Return each column's left and right: where the cells of the rows that have most of them overlap."""
    full = sorted((cell.left, cell.right) for row in rows if len(row) >= max(2, 0.6 * widest) for cell in row)
    columns = [full[0]]
    for left, right in full[1:]:
        last_left, last_right = columns[-1]
        if left < last_right:
            columns[-1] = (last_left, max(last_right, right))
        else:
            columns.append((left, right))
    whole_rows = [row for row in rows if len(row) == widest]
    if 2 < widest > len(columns) and len(whole_rows) > max(2, _MOSTLY * len(rows)):  # noqa: PLR2004
        several = [[row[number] for row in whole_rows] for number in range(widest)]
        if figures_in([several], flat):
            # A single cell may be so wide that it reaches under those beside it: most tell where the columns are.
            return [(median(one.left for one in some), median(one.right for one in some)) for some in several]
    return columns


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
