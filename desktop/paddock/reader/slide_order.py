"""In which order a slide's shapes are read: rows from the top, columns where shapes stand under one another in them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from paddock.reader.slides import Shape

# Shares of the slide. Shapes whose upper edges lie no further apart stand in one row.
_ROW: Final = 0.04
_OVERLAP: Final = 0.015  # by which neighbours may reach into each other, and still stand beside each other
_NARROWEST: Final = 0.03
_BACKGROUND: Final = 0.75  # of the slide's area: what is so large lies behind the others
_HEAD_CHARACTERS: Final = 100
_DEEPEST: Final = 20
_MOST: Final = 2000


@dataclass(frozen=True, slots=True)
class _Unit:
    """A shape, or a group of them that is read together."""

    shapes: tuple[Shape, ...]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


def in_reading_order(shapes: Iterable[Shape]) -> list[Shape]:
    """Return shapes from top to bottom, those of one row from left to right; equal ones as they came.

    What is grouped stays together. Where several shapes stand under one another beside others, as in slides that
    compare two things, a column is read to its end before the next one.
    """
    given = list(shapes)
    if len(given) > _MOST:
        return [shape for unit in _by_rows([_unit((shape,)) for shape in given]) for shape in unit.shapes]
    return _ordered(given, 0)


def _ordered(shapes: list[Shape], level: int) -> list[Shape]:
    """Return the shapes in order; `level` says how deep in groups they lie."""
    if len(shapes) < 2:  # noqa: PLR2004 - one is in order
        return shapes
    units: list[_Unit] = []
    for group, members in groupby(enumerate(shapes), key=lambda one: _group(one[1], level) or -1 - one[0]):
        together = tuple(shape for _, shape in members)
        units.append(_unit(tuple(_ordered(list(together), level + 1)) if group > 0 else together))
    behind = [unit for unit in units if unit.area > _BACKGROUND]
    before = [unit for unit in units if unit.area <= _BACKGROUND]
    return [shape for unit in (*behind, *_laid_out(before, 0)) for shape in unit.shapes]


def _group(shape: Shape, level: int) -> int:
    return shape.groups[level] if level < len(shape.groups) else 0


def _unit(shapes: tuple[Shape, ...]) -> _Unit:
    return _Unit(
        shapes,
        min(one.left for one in shapes),
        min(one.top for one in shapes),
        max(one.left + max(one.width, _NARROWEST) for one in shapes),
        max(one.top + max(one.height, _ROW) for one in shapes),
    )


def _laid_out(units: list[_Unit], depth: int) -> list[_Unit]:
    bands = _joined([_parts(band, _left, _right) for band in _parts(units, _top, _bottom)])
    ordered: list[_Unit] = []
    for columns in bands:
        if len(columns) > 1 and depth < _DEEPEST:
            for column in columns:
                ordered += _laid_out(column, depth + 1)
        elif len(bands) > 1 and depth < _DEEPEST:
            ordered += _laid_out(columns[0], depth + 1)
        else:
            ordered += _by_rows([unit for column in columns for unit in column])
    return ordered


def _joined(bands: list[list[list[_Unit]]]) -> list[list[list[_Unit]]]:
    """Return bands of columns, those joined whose upper one holds the heads of what stands in the lower one."""
    joined: list[list[list[_Unit]]] = []
    heads = False  # whether the last band may be heads: what was joined once is whole
    for columns in bands:
        if heads and _stand_over(joined[-1], columns):
            joined[-1] = [above + below for above, below in zip(joined[-1], columns, strict=True)]
            heads = False
        else:
            joined.append(columns)
            heads = len(columns) > 1
    return joined


def _stand_over(upper: list[list[_Unit]], lower: list[list[_Unit]]) -> bool:
    """Return whether each column of the lower band has a line over it, that is shorter, and nothing else."""
    if len(upper) != len(lower) or any(len(column) != 1 for column in upper):
        return False
    for [head], body in zip(upper, lower, strict=True):
        below = _unit(tuple(shape for unit in body for shape in unit.shapes))
        apart = head.left >= below.right or below.left >= head.right
        said = [line.text for shape in head.shapes for line in shape.lines]
        lines = [line for shape in below.shapes for line in shape.lines]
        if apart or len(said) != 1 or len(said[0]) > _HEAD_CHARACTERS:
            return False
        larger = below.bottom - below.top > 1.5 * (head.bottom - head.top)
        if not (larger or len(lines) > 1 or not lines):
            return False
    return True


def _left(unit: _Unit) -> float:
    return unit.left


def _right(unit: _Unit) -> float:
    return unit.right


def _top(unit: _Unit) -> float:
    return unit.top


def _bottom(unit: _Unit) -> float:
    return unit.bottom


def _parts(units: list[_Unit], begin: Callable[[_Unit], float], end: Callable[[_Unit], float]) -> list[list[_Unit]]:
    """Return the units in parts that lie behind each other in one direction, with nothing across their borders."""
    parts: list[list[_Unit]] = []
    reached = 0.0
    for unit in sorted(units, key=begin):
        if parts and begin(unit) < reached - _OVERLAP:
            parts[-1].append(unit)
        else:
            parts.append([unit])
            reached = end(unit)
        reached = max(reached, end(unit))
    return parts


def _by_rows(units: list[_Unit]) -> list[_Unit]:
    ordered: list[_Unit] = []
    row: list[_Unit] = []
    for unit in sorted(units, key=_top):
        if row and unit.top - row[0].top > _ROW:
            ordered += sorted(row, key=_left)
            row = []
        row.append(unit)
    return ordered + sorted(row, key=_left)
