"""PDF: from lines as the file tells them to tables and blocks of lines, in the order a person reads them."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_lines import Line
from paddock.reader.pdf_table import Table
from paddock.reader.pdf_tables import tables_and_lines, whole
from paddock.reader.picture_text import between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.reader.pdf_code import Code

_OPEN_BLOCKS: Final = 4
_MOST_ORDERED: Final = 2_000
_DEEPEST: Final = 40
_BETWEEN_FIGURES: Final = 0.28  # heights of letters
_AT_FIGURES: Final = re.compile(r"[\d)%*—–-] [$€£(—–-]?\d|\) [\w(—–-]|\d [—–-]")
# Text whose lines are twice as far apart as usual: how far at most, how wide a line is, how far its ends may be off.
_LINES_APART: Final = 2.6
_FULL: Final = 15.0
_EDGE: Final = 4.0
_ENDS_SENTENCE: Final = frozenset("。！？：；」』）")  # where no space tells that a sentence goes on
_SAME_ROW: Final = 0.5  # heights of letters by which two lower edges may differ
# What numbers a heading or an item of a list, and how many heights of its letters the text after it may be away.
_MARK: Final = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Za-z]|[ivx]{1,4})[.)]?|[^\w\s$€£%]")
_MARK_APART: Final = 4.0


@dataclass(slots=True)
class Block:
    """Lines of one column that belong together; or a table, with its cells by row and column; or code."""

    lines: list[Line]
    left: float
    top: float
    right: float
    bottom: float
    rows: list[list[list[Line]]] = field(default_factory=list)
    code: Code | None = None

    @property
    def height(self) -> float:
        """Return the height of its letters."""
        return self.lines[0].height if len(self.lines) == 1 else statistics.median(line.height for line in self.lines)


def blocks_of(
    lines: Sequence[Line],
    flat: str,
    *,
    shuffled: bool,
    page_height: float,
    ruled: Sequence[Table] = (),
    code: Sequence[Code] = (),
) -> list[Block]:
    """Return the page's blocks in reading order, what some of the lines stand in of `ruled` and `code` among them.

    `shuffled`: the file tells the lines of two columns in turn.
    """
    blocks: list[Block] = []
    on_their_side = [line for line in lines if line.on_its_side]
    if on_their_side:
        lines = [line for line in lines if not line.on_its_side]
    for found in _found(lines, (*ruled, *code), flat, shuffled=shuffled):
        if isinstance(found, Line):
            _put(found, blocks, flat)
        else:
            blocks.append(_block_of(found, flat))
    if shuffled or _jumps(blocks, page_height):
        blocks = _in_order(blocks)
    if on_their_side:  # a stamp in the margin: after the text it does not belong to
        first = on_their_side[0]
        blocks.append(Block(on_their_side, first.left, first.top, first.right, first.bottom))
    return blocks


# ---------------------------------------------------------------- rows and tables


def _found(
    lines: Sequence[Line], known: Sequence[Table | Code], flat: str, *, shuffled: bool
) -> Iterator[Table | Code | Line]:
    """Yield tables and code, and the lines that are in none; what is `known` where its first line is told."""
    holder_of = {id(line): one for one in known for line in one.lines}
    waiting: list[Line] = []
    told: set[int] = set()
    for line in lines:
        holder = holder_of.get(id(line)) if known else None
        if holder is None:
            waiting.append(line)
        elif id(holder) not in told:
            told.add(id(holder))
            yield from _by_rows(waiting, flat, shuffled=shuffled)
            waiting = []
            yield holder
    yield from _by_rows(waiting, flat, shuffled=shuffled)


def _by_rows(lines: Sequence[Line], flat: str, *, shuffled: bool) -> Sequence[Table | Line]:
    rows = list(_rows(lines, flat))
    return [line for row in rows for line in whole(row)] if shuffled else tables_and_lines(rows, flat)


def _rows(lines: Sequence[Line], flat: str) -> Iterator[list[Line]]:
    """Yield lines that follow one another at the same height, from left to right, as one row."""
    row: list[Line] = []
    for line in lines:
        if row:
            last = row[-1]
            height, last_height = line.bottom - line.top, last.bottom - last.top
            low, tall = (height, last_height) if height < last_height else (last_height, height)
            apart, step = line.left - last.right, abs(line.bottom - last.bottom)
            if step < _SAME_ROW * tall and apart > -0.3 * low:
                adjoins = 0 <= line.start - last.end <= 2  # noqa: PLR2004 - a line end has two characters
                is_marked = len(row) == 1 and _MARK.fullmatch(flat, last.start, last.end) is not None
                is_parted = apart > _BETWEEN_FIGURES * low and _AT_FIGURES.match(flat, last.end - 1) is not None
                if adjoins and ((apart < low and not is_parted) or (is_marked and apart < _MARK_APART * tall)):
                    last.end, last.right = line.end, line.right
                    if height > last_height:
                        last.top, last.bottom = line.top, line.bottom
                    continue
                if (apart > low or is_parted) and step < _SAME_ROW * low:
                    row.append(line)
                    continue
            yield row
        row = [line]
    if row:
        yield row


def _block_of(found: Table | Code, flat: str) -> Block:
    lines = found.lines
    return Block(
        lines,
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
        found.written(flat) if isinstance(found, Table) else [],
        None if isinstance(found, Table) else found,
    )


# ---------------------------------------------------------------- blocks of lines


def _put(line: Line, blocks: list[Block], flat: str) -> None:
    """Put a line under the block it goes on with, or begin a new one."""
    for block in blocks[: -_OPEN_BLOCKS - 1 : -1]:
        if not block.rows and block.code is None and _goes_on(block, line, flat):
            block.lines.append(line)
            block.left, block.right = min(block.left, line.left), max(block.right, line.right)
            block.top, block.bottom = min(block.top, line.top), max(block.bottom, line.bottom)
            return
    blocks.append(Block([line], line.left, line.top, line.right, line.bottom))


def _goes_on(block: Block, line: Line, flat: str) -> bool:
    last = block.lines[-1]
    height, last_height = line.bottom - line.top, last.bottom - last.top
    tall, low = (height, last_height) if height > last_height else (last_height, height)
    if tall > 1.15 * low or (line.bold != last.bold and tall > 1.06 * low):
        return False
    step = line.bottom - last.bottom
    if len(block.lines) > 1:
        usual = last.bottom - block.lines[-2].bottom
        most = max(1.3 * usual, 1.05 * tall) if usual > 0 else 1.6 * tall
    else:
        most = (_LINES_APART if step > 1.6 * tall and _is_spaced(last, line, flat) else 1.6) * tall
    if not 0.4 * low < step <= most:
        return False
    shared = min(block.right, line.right) - max(block.left, line.left)
    return shared > 0.5 * min(block.right - block.left, line.right - line.left)


def _is_spaced(last: Line, line: Line, flat: str) -> bool:
    """Return whether two lines far apart are the first of a text with wide lines: a sentence goes on in the second."""
    before, after = flat[last.end - 1], flat[line.start]
    if after.islower():
        if not before.isalnum() and before != "-":
            return False
    elif before in _ENDS_SENTENCE or between(before, after):
        return False
    height = line.height
    return (
        last.right - last.left > _FULL * height
        and last.right > line.right - _EDGE * height
        and abs(last.left - line.left) < _EDGE * height
    )


# ---------------------------------------------------------------- reading order


def _jumps(blocks: list[Block], page_height: float) -> bool:
    """Return whether the file tells its blocks in an order nobody reads: up again, and not to the right."""
    before: Block | None = None
    for block in blocks:
        if block.top > 0.93 * page_height or block.bottom < 0.07 * page_height:
            continue
        if before is not None:
            slack = 0.5 * (before.lines[-1].bottom - before.lines[-1].top)
            if block.top < before.bottom - slack and block.left < before.right - slack and block.top < before.top:
                return True
        before = block
    return False


def _in_order(blocks: list[Block]) -> list[Block]:
    """Order blocks by cutting the page at its gaps: columns from left to right, what spans them between."""
    if len(blocks) > _MOST_ORDERED:
        return blocks
    ordered: list[Block] = []
    _cut(blocks, ordered, _DEEPEST)
    return ordered


def _cut(blocks: list[Block], ordered: list[Block], depth: int) -> None:
    if len(blocks) < 2 or depth == 0:  # noqa: PLR2004
        ordered += sorted(blocks, key=lambda block: (block.top, block.left))
        return
    columns = _parts(blocks, across=True)
    if len(columns) > 1:
        for column in columns:
            _cut(column, ordered, depth - 1)
        return
    strips = _parts(blocks, across=False)
    if len(strips) == 1:
        ordered += sorted(blocks, key=lambda block: (round(block.top / 4), block.left))
        return
    # Strips that have a gutter in common are one stretch of columns; a strip without one spans them.
    groups: list[list[Block]] = [strips[0]]
    for strip in strips[1:]:
        together = groups[-1] + strip
        if len(_parts(together, across=True)) > 1:
            groups[-1] = together
        else:
            groups.append(strip)
    if len(groups) == 1:
        ordered += sorted(blocks, key=lambda block: (round(block.top / 4), block.left))
        return
    for group in groups:
        _cut(group, ordered, depth - 1)


def _parts(blocks: list[Block], *, across: bool) -> list[list[Block]]:
    """Part blocks where nothing stands between: at gaps from left to right (`across`), or from top to bottom."""
    placed = sorted(blocks, key=lambda block: block.left if across else block.top)
    parts = [[placed[0]]]
    end = placed[0].right if across else placed[0].bottom
    for block in placed[1:]:
        begin = block.left if across else block.top
        # Letters' boxes reach into the space between lines.
        if begin > end + (2.0 if across else -0.2 * block.lines[0].height):
            parts.append([block])
        else:
            parts[-1].append(block)
        end = max(end, block.right if across else block.bottom)
    return parts
