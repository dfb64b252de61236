"""PDF: code, whose lines and indents say something, told from prose that is typed in the same letters."""

from __future__ import annotations

import itertools
import re
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_lines import HYPHEN
from paddock.reader.pdf_text import NO_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.reader.pdf_lines import Line

# Heights of letters from one line to the next at most, where an empty one may stand between.
_LINES_APART: Final = 3.2
_EMPTY: Final = 1.6  # times the usual step from line to line
_AS_WIDE: Final = 0.03
_SIGN: Final = re.compile(
    r"[{}\[\]<>\\|$#@;&]|=+|_+|\*+|\++|\^+|~+|/+|\w\(|\(\d|;$|--|\"\w|[a-z0-9][.:][a-z0-9]| --?[a-z]"
)
_IN_PLACES: Final = re.compile(f"[^{NO_PLACE}]+")
_WORDS_AND_GAPS: Final = re.compile(f" +|[^ {NO_PLACE}]+")
_SPACE: Final = re.compile(r"\s+")
_OF_CODE: Final = 0.02  # signs to a letter
_OF_CODE_THAT_FILLS: Final = 0.05
_FILLED: Final = 0.6  # of the lines
_ADDRESS: Final = re.compile(r"(?:https?:/|www\.)\S*|\S+@\S+")
_FIGURE: Final = re.compile(r"[-–—+]?[\d.,]+%?")
_MANY: Final = 0.4  # of the words


@dataclass(slots=True)
class Code:
    """Lines of code; to each how many letters it stands in, and how many wide its gaps are, if not all are one."""

    lines: list[Line]
    indents: list[int]
    gaps: list[list[int]]

    def written(self, flat: str) -> tuple[str, list[tuple[int, int, int]]]:
        """Return it between fences, and of each stretch of it where it begins, its length and its place in `flat`."""
        fence = "~~~~" if any("```" in flat[line.start : line.end] for line in self.lines) else "```"
        parts: list[str] = []
        stretches: list[tuple[int, int, int]] = []
        length = 0

        def put(text: str, place: int = -1) -> None:
            nonlocal length
            if place >= 0:
                stretches.append((length, len(text), place))
            parts.append(text)
            length += len(text)

        put(fence)
        for line, indent, gaps, is_apart in zip(self.lines, self.indents, self.gaps, self._apart(), strict=True):
            said = flat[line.start : line.end]
            if not said or said.isspace():  # of signs that mean nothing
                continue
            put("\n" * (1 + is_apart) + " " * indent)
            wide = iter(gaps)
            pieces = _WORDS_AND_GAPS if gaps else _IN_PLACES
            for piece in pieces.finditer(flat, line.start, line.start + len(said.rstrip())):
                if gaps and piece[0].isspace():
                    put(" " * next(wide, len(piece[0])))
                else:
                    put(piece[0], piece.start())
            if flat[line.end : line.end + 1] == HYPHEN:
                put("-")
        put("\n" + fence)
        return "".join(parts), stretches

    def _apart(self) -> list[bool]:
        """Return which lines have an empty one above them."""
        steps = [after.bottom - before.bottom for before, after in itertools.pairwise(self.lines)]
        usual = statistics.median_low(steps) if steps else 0.0
        return [False, *(step > _EMPTY * usual for step in steps)][: len(self.lines)]

    def without(self, gone: set[int]) -> Code:
        """Return it without the lines of these ids."""
        kept = [number for number, line in enumerate(self.lines) if id(line) not in gone]
        lines, indents = [self.lines[number] for number in kept], [self.indents[number] for number in kept]
        return Code(lines, indents, [self.gaps[number] for number in kept])


def code_of(lines: Sequence[Line], typed: dict[int, list[int]], widths: dict[int, float], flat: str) -> dict[int, Code]:
    """Return the code among a page's lines, by the number of each of its lines."""
    found: dict[int, Code] = {}
    for run in _runs(lines, typed, widths):
        several = [lines[number] for number in run]
        columns = sum(sum(gap > 1 for gap in typed[number]) > 1 for number in run)
        # One line has no breaks to keep, and what stands in several columns is a table.
        if len(run) < 2 or 2 * columns > len(run) or not _is_code(several, widths[run[0]], flat):  # noqa: PLR2004
            continue
        left = min(line.left for line in several)
        indents = [round((line.left - left) / widths[run[0]]) for line in several]
        found |= dict.fromkeys(run, Code(several, indents, [typed[number] for number in run]))
    return found


def _runs(lines: Sequence[Line], typed: dict[int, list[int]], widths: dict[int, float]) -> Iterator[list[int]]:
    """Yield the numbers of typed lines that stand closely one below another, in letters as wide."""
    run: list[int] = []
    right = 0.0
    for number in typed:
        line = lines[number]
        if run:
            last = lines[run[-1]]
            step = line.bottom - last.bottom
            if not (
                number == run[-1] + 1
                and 0.4 * line.height < step < _LINES_APART * max(line.height, last.height)
                and abs(widths[number] - widths[run[0]]) < _AS_WIDE * widths[number]
                and line.left < right
                and not line.on_its_side
            ):
                yield run
                run, right = [], 0.0
        run.append(number)
        right = max(right, line.right)
    if run:
        yield run


def _is_code(lines: Sequence[Line], width: float, flat: str) -> bool:
    """Return whether typed lines are code: by its signs, and where lines end although the next word had room."""
    said = [flat[line.start : line.end] for line in lines]
    words = [word for one in said for word in one.split()]
    letters = sum(map(len, words)) or 1
    addresses = sum(len(word) for word in words if _ADDRESS.fullmatch(word))
    figures = sum(_FIGURE.fullmatch(word) is not None for word in words)
    if addresses >= _MANY * letters or figures > _MANY * len(words):  # a reference, or a table
        return False
    signs = sum(len(_SIGN.findall(one)) for one in said) / letters
    right = max(line.right for line in lines)
    fills = [
        line.right + width * (1 + len(_SPACE.split(after, maxsplit=1)[0])) > right
        for line, after in zip(lines, said[1:], strict=False)
    ]
    if sum(fills) > _FILLED * len(fills):
        return signs > _OF_CODE_THAT_FILLS
    return signs > _OF_CODE
