"""The head of a table when it has several rows: how many they are, and each column's name out of all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADER_ROWS: Final = 4
_FIGURE: Final = re.compile(r"[-+(]?[^\w\s(-]?\s?[-+]?\d[\d.,:/\s-]*\D{0,4}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Name:
    """A cell of the head: over which columns it stands, and whether none stands between it and the body."""

    text: str
    column: int
    across: int
    last: bool


def head_rows(rows: Sequence[Sequence[tuple[str, int]]]) -> int:
    """Return how many of a table's first rows name its columns, where nothing marks them: one at least.

    Each row is given as its cells, (text, how many columns it stands over).
    """
    most = min(HEADER_ROWS, len(rows) - 1)
    head = 1
    while head < most and any(text and across > 1 for text, across in rows[head - 1]):
        if any(_FIGURE.fullmatch(text) and not _YEAR.fullmatch(text) for text, _ in rows[head]):
            break
        head += 1
    # Words that span columns stand over columns that are named; else they are rows like those below them.
    named = [sum(bool(text) for text, _ in row) for row in rows[:head]]
    return head if all(count < named[-1] for count in named[:-1]) else 1


def header(names: Sequence[Name], body: Sequence[Sequence[str]]) -> list[str]:
    """Return the head as one row: over each column that holds something, the words from top to bottom."""
    used = {column for row in body for column, text in enumerate(row) if text}
    lowest = {name: _first(name, used) for name in names if name.last}
    used.update(lowest.values())
    words: dict[int, list[str]] = {}
    for name in names:
        over = (
            [lowest[name]] if name.last else [at for at in range(name.column, name.column + name.across) if at in used]
        )
        for column in over or [name.column]:
            above = words.setdefault(column, [])
            if name.text not in above:
                above.append(name.text)
    return [" ".join(words.get(column, ())) for column in range(max(words, default=-1) + 1)]


def headed(
    rows: Sequence[tuple[str, ...]], spans: Sequence[Mapping[int, int]], marked: int
) -> tuple[tuple[str, ...], ...]:
    """Return a table's rows with those of its head made one.

    `spans` gives, row by row, over how many columns the cell of a column stands;
    `marked`: how many rows the document itself calls its head, 0 where it does not say.
    """
    cells = [
        [(row[column], width) for column, width in across.items() if column < len(row)]
        for row, across in zip(rows[: HEADER_ROWS + 1], spans, strict=False)
    ]
    head = min(marked, len(rows) - 1, HEADER_ROWS) or head_rows(cells)
    if head < 2:  # noqa: PLR2004 - one row is a head as it stands
        return tuple(rows)
    names = [
        Name(rows[number][column], column, width, number == head - 1)
        for number, across in enumerate(spans[:head])
        for column, width in across.items()
        if column < len(rows[number]) and rows[number][column]
    ]
    return (tuple(header(names, rows[head:])), *rows[head:])


def _first(name: Name, used: set[int]) -> int:
    """Return the column for a name that may stand over several: the first of them that holds something."""
    return next((column for column in range(name.column, name.column + name.across) if column in used), name.column)
