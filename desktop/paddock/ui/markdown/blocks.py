"""What a rendered message is made of: lines and tables of styled text, as plain values that compare by content."""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LineKind = Literal["text", "heading", "code", "rule", "formula"]
Alignment = Literal["", "left", "center", "right"]

LINE_BREAK = "\u2028"
"""Breaks a line inside a paragraph without ending it; Qt's own sign for that."""

OBJECT = "\ufffc"
"""Stands for a formula in a document's text."""


WORD_JOINER = "\u2060"
"""Keeps a citation on the line of the word it follows; it is not copied."""


class Style(IntFlag):
    """How a run of text is set; styles add up."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    STRIKE = 4
    CODE = 8
    NOTE = 16
    """Said by the program, not by the text."""
    FORMULA = 32
    """The text is LaTeX."""
    DISPLAY = 64
    """Together with FORMULA: set large, on a line of its own."""
    CITATION = 128
    """The number of a source, set small and high; with UNSUPPORTED, the sign that there is none."""
    UNSUPPORTED = 256
    """Words of a sentence that no document says."""


class Run(NamedTuple):
    """A stretch of text in one style; `href` is where it points, "" for nowhere. `tip` is told of a citation."""

    text: str
    style: Style = Style.PLAIN
    href: str = ""
    tip: str = ""


class CodePart(NamedTuple):
    """Which code block a line belongs to (counted from 0 in the message), and whether it is its first or last line."""

    ordinal: int
    language: str
    first: bool
    last: bool


class Line(NamedTuple):
    """One paragraph, heading, line of code, rule or formula.

    `path` says what it stands in, outermost first: "q" a quotation, "l" a list item. `marker` is the bullet or
    number, on the first line of an item only. `tight` lines stand close under the one before; of code, they go on
    with the line before, which was too long for one.
    """

    kind: LineKind
    runs: tuple[Run, ...] = ()
    path: str = ""
    level: int = 0
    marker: str = ""
    tight: bool = False
    rtl: bool = False
    code: CodePart | None = None


class Table(NamedTuple):
    """A table. Every row has as many cells as there are alignments.

    The first row is the header, unless the table is `continued`: a long one is several, one under the other, the
    last of which `ends`. Their columns have `shares` of the width so that they align; without shares the columns
    follow their content.
    """

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    alignments: tuple[Alignment, ...]
    path: str = ""
    rtl: bool = False
    shares: tuple[int, ...] = ()
    continued: bool = False
    ends: bool = True


Block = Line | Table


def runs_text(runs: tuple[Run, ...]) -> str:
    """Return the runs' text as a document holds it: each formula is one object character."""
    return "".join(OBJECT if run.style & Style.FORMULA else run.text for run in runs)


def texts(block: Block) -> list[str]:
    """Return the block's texts, one for each paragraph of the document it becomes; markers included."""
    if isinstance(block, Table):
        return [runs_text(cell) for row in block.rows for cell in row]
    marker = block.marker + "\t" if block.marker else ""
    return [marker + runs_text(block.runs)]


def code_text(lines: Sequence[Block]) -> str:
    """Return the code that a code block's lines show, exactly."""
    parts: list[str] = []
    for line in lines:
        if isinstance(line, Line):
            if parts and not line.tight:
                parts.append("\n")
            parts.append("".join(run.text for run in line.runs))
    return "".join(parts)
