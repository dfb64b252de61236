r"""Tables of RTF: cells end where their rows say (`\cellx`), and so stand in columns that all rows share."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.table_heads import headed

if TYPE_CHECKING:
    from collections.abc import Sequence

CELLS_MOST: Final = 1000
_NEAR: Final = 40  # twips, within which edges are the same: a sixteenth of an inch is 90
_REPEATED_CHARACTERS: Final = 80
_COLUMNS_MOST: Final = 2000


@dataclass
class RowShape:
    r"""What is said of a row's cells before or behind them, from `\trowd` on: where each ends, and what it goes on."""

    edges: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    head: bool = False
    going_on: str = ""  # of the cell whose edge is still to come

    def word(self, word: str, number: int) -> None:
        """Take in a control word of the row's definition."""
        if word == "cellx":
            if len(self.edges) < CELLS_MOST:
                self.edges.append(number)
                self.merged.append(self.going_on)
            self.going_on = ""
        elif word == "trhdr":
            self.head = True
        elif word in {"clmrg", "clvmrg"}:
            self.going_on = word


@dataclass(frozen=True, slots=True)
class RtfRow:
    """A row as read."""

    cells: tuple[str, ...]
    edges: tuple[int, ...]
    merged: tuple[str, ...]
    head: bool


def table_of(rows: Sequence[RtfRow]) -> tuple[tuple[str, ...], ...]:
    """Return the rows with their cells in columns, and the rows of the head as one."""
    if any(len(row.edges) < len(row.cells) or list(row.edges) != sorted(row.edges) for row in rows):
        return tuple(row.cells for row in rows)
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    if len(columns) > _COLUMNS_MOST:
        return tuple(row.cells for row in rows)
    grid: list[tuple[str, ...]] = []
    spans: list[dict[int, int]] = []
    for row in rows:
        line = [""] * len(columns)
        across: dict[int, int] = {}
        column = before = 0
        for text, edge, merged in zip(row.cells, row.edges, row.merged, strict=False):
            end = bisect_left(columns, edge - _NEAR) + 1
            above = grid[-1][column] if grid and column < len(columns) else ""
            if merged == "clmrg" and across:
                across[before] += max(0, end - column)
            elif column < len(columns):
                label = above if merged == "clvmrg" and len(above) <= _REPEATED_CHARACTERS else ""
                line[column] = text or label
                across[column], before = max(1, end - column), column
            column = max(column, end)
        grid.append(tuple(line))
        spans.append(across)
    marked = next((number for number, row in enumerate(rows) if not row.head), len(rows))
    return headed(grid, spans, marked)
