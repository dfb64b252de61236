"""Tables of web pages: which are tables and which only lay out the page, and their cells as rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.html_words import inline_text, is_hidden, walk
from paddock.reader.table_heads import HEADER_ROWS, Name, head_rows, header

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Rows = tuple[tuple[str, ...], ...]

_CELLS_MOST: Final = 200_000
_COLUMNS_MOST: Final = 1000
_SPAN_MOST: Final = 200
_CELL_CHARACTERS: Final = 1500  # on average, beyond which it is a page laid out in cells
_LINE_CHARACTERS: Final = 600
_MARK_AND_TEXT: Final = 2
_OPENS: Final = re.compile(r"[$€£¥(]+")
_FIGURES_END: Final = re.compile(r"[$€£¥(+\u2212–-]*\s?\d[\d.,\s]*")
_CLOSES: Final = re.compile(r"[)%]+")
_LIST_MARK: Final = re.compile(r"[•·▪◦‣*–—-]|\(?[0-9a-zA-Z]{1,3}[.)]|\([0-9a-zA-Z]{1,4}\)")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows, all of one width; the first is its header where `header` says so. `title` stood over it."""

    rows: Rows
    header: bool
    title: str = ""


@dataclass(slots=True)
class _Cell:
    text: str
    names: bool  # a heading of its row or column
    across: int
    down: int
    heads: bool = False  # its row is marked as one of the table's head


def read_table(root: LexborNode) -> Table | str | None:
    """Return the table; text where it has but one row, or is a list; None where it only lays out the page.

    Cells over several columns stand in the first of them, those over several rows in each of them. A head of several
    rows becomes one, in which each column has the words of all that stands over it.
    """
    found = _cells(root)
    if found is None:
        return None
    rows, headed = found
    title = _title(rows) if headed else ""
    rows = rows[bool(title) :]
    characters = sum(len(cell.text) for row in rows for cell in row)
    if characters > _CELL_CHARACTERS * max(1, sum(map(len, rows))):
        return None
    names: list[Name] = []
    head = _head_rows(rows) if headed and rows else 0
    grid = [_joined(row) for row in _grid(rows, head, names)]
    grid = _without_empty([header(names, grid[head:]), *grid[head:]] if head else grid)
    if not grid:
        return ""
    if len(grid[0]) == 1 or (len(grid) == 1 and sum(map(len, grid[0])) > _LINE_CHARACTERS):
        return None
    if len(grid) == 1 or (len(grid[0]) == _MARK_AND_TEXT and all(_LIST_MARK.fullmatch(row[0]) for row in grid)):
        return "\n".join(" ".join(text for text in row if text) for row in grid)
    return Table(tuple(tuple(row) for row in grid), headed, title)


def _cells(root: LexborNode) -> tuple[list[list[_Cell]], bool] | None:
    """Return the cells row by row and whether the first row is a header; None where tables lie in tables."""
    rows: list[list[_Cell]] = []
    nested = too_many = in_head = False
    count = 0

    def enter(node: LexborNode, tag: str) -> bool:
        nonlocal nested, count, too_many, in_head
        if tag == "table":
            nested = True
        elif tag in {"thead", "tbody", "tfoot"}:
            in_head = tag == "thead"
        elif tag == "tr":
            if is_hidden(node):
                return False
            rows.append([])
        elif tag in {"td", "th"} and rows:
            count += 1
            if count > _CELLS_MOST or node.css_first("table, h1, h2, h3") is not None:
                too_many = True
            elif not is_hidden(node):
                attributes = node.attributes
                across, down = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
                text = inline_text(node).replace("\n", " ")
                rows[-1].append(_Cell(text, tag == "th", across, down, in_head))
            return False
        return not (nested or too_many) and tag in {"thead", "tbody", "tfoot", "tr"}

    walk(root, enter, lambda _node, _tag: None)
    if nested or too_many:
        return None
    rows = [row for row in rows if row]
    named = [sum(cell.names for cell in row) for row in rows]
    # Where each row begins with its name and nothing else names the columns, the first row is one like the others.
    sideways = len(rows) > 1 and len(rows[0]) > 1 and all(count == 1 for count in named) and rows[0][0].names
    return rows, not sideways


def _span(untrusted_number: str | None) -> int:
    digits = (untrusted_number or "").strip()[:6]
    return min(_SPAN_MOST, max(1, int(digits))) if digits.isdecimal() and digits.isascii() else 1


def _title(rows: list[list[_Cell]]) -> str:
    """Return what stands alone over a whole table of at least two further rows, as its title."""
    if len(rows) < 3 or len(rows[0]) != 1:  # noqa: PLR2004 - a title, a head, a row
        return ""
    width = max(sum(cell.across for cell in row) for row in rows[1:])
    return rows[0][0].text if width > 1 and rows[0][0].across >= width else ""


def _head_rows(rows: list[list[_Cell]]) -> int:
    """Return how many of the first rows name the columns: those marked so, else those that span what the next names."""
    most = min(HEADER_ROWS, len(rows) - 1)
    marked = 0
    while marked < most and all(cell.names or cell.heads or not cell.text for cell in rows[marked]):
        marked += 1
    return marked or head_rows([[(cell.text, cell.across) for cell in row] for row in rows[: HEADER_ROWS + 1]])


def _grid(rows: list[list[_Cell]], head: int, names: list[Name]) -> list[list[str]]:
    """Return the rows with every cell in its column; no more than 200,000 cells. Fills `names` from the head's rows."""
    grid: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}  # column: (rows still to come, text)
    left = _CELLS_MOST
    for number, row in enumerate(rows, 1):
        line: list[str] = []
        cells = iter(row)
        cell = next(cells, None)
        coming: dict[int, tuple[int, str]] = {}
        while (cell is not None or any(column >= len(line) for column in below)) and len(line) < _COLUMNS_MOST:
            column = len(line)
            if column in below:
                rest, text = below.pop(column)
                line.append(text)
                if rest > 1:
                    coming[column] = (rest - 1, text)
            elif cell is not None:
                if number <= head and cell.text:
                    names.append(Name(cell.text, column, cell.across, number + cell.down > head))
                line += [cell.text, *[""] * (cell.across - 1)]
                if cell.down > 1:
                    coming |= {column + more: (cell.down - 1, "" if more else cell.text) for more in range(cell.across)}
                cell = next(cells, None)
            else:
                line.append("")
        below = coming
        left -= len(line)
        if left < 0:
            break
        grid.append(line)
    return grid


def _joined(row: list[str]) -> list[str]:
    """Put a currency sign, or a bracket, that has a cell of its own to its number, as annual reports lay them out."""
    row = list(row)
    for at, text in enumerate(row):
        if _OPENS.fullmatch(text):
            after = next((later for later in range(at + 1, min(at + 4, len(row))) if row[later]), None)
            if after is not None and row[after][0] in "0123456789(.-–—":
                row[after], row[at] = text + row[after], ""
        elif _CLOSES.fullmatch(text):
            before = next((earlier for earlier in range(at - 1, max(at - 4, -1), -1) if row[earlier]), None)
            if before is not None and _FIGURES_END.fullmatch(row[before]):
                row[before], row[at] = row[before] + text, ""
    return row


def _without_empty(grid: list[list[str]]) -> list[list[str]]:
    """Return the rows without the rows and columns that hold nothing."""
    grid = [row for row in grid if any(row)]
    if not grid:
        return []
    width = max(map(len, grid))
    used = [any(len(row) > column and row[column] for row in grid) for column in range(width)]
    return [[row[column] if column < len(row) else "" for column in range(width) if used[column]] for row in grid]
