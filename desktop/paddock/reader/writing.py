"""Building a page: Markdown text that grows block by block, with the offsets of each block kept as it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.reader.document import LimitReached
from paddock.reader.protocol import Block, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.reader.protocol import BlockKind, Box, PageKind, PageOutcome, Span

_GAP: Final = "\n\n"
_BREAKS: Final = re.compile(r"\s+")
# What XML 1.0 and SQLite's text have no place for; a stranger's file may hold any of it.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LABEL_CHARACTERS: Final = 300


def clean(untrusted_text: str) -> str:
    """Return the text without characters that no screen and no store has a use for; tabs and line ends stay."""
    if untrusted_text.isprintable():  # most is, and saying so is the quickest
        return untrusted_text
    return _CONTROLS.sub("", untrusted_text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def one_line(untrusted_text: str, most: int = LABEL_CHARACTERS) -> str:
    """Return the text as one line of at most `most` characters, for titles and labels."""
    # Nearly every cell of a table is plain already, and saying so is five times faster than making it so.
    plain = untrusted_text.isprintable() and "  " not in untrusted_text
    line = (untrusted_text if plain else _BREAKS.sub(" ", clean(untrusted_text))).strip()
    return line if len(line) <= most else line[: most - 1] + "…"


class PageWriter:
    """Writes one page's text. Blocks are parted by an empty line; nothing is added for an empty text.

    Raises LimitReached where the page's text would be longer than `most` characters.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._headings: list[tuple[int, str]] = []
        self.length = 0

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the path of headings in force now, outermost first."""
        return tuple(title for _, title in self._headings)

    @property
    def has_text(self) -> bool:
        """Return whether anything was written."""
        return bool(self._blocks)

    def heading(self, level: int, untrusted_text: str, place: str = "") -> None:
        """Write a heading of rank 1 to 6."""
        level = min(6, max(1, level))
        title = one_line(untrusted_text, 1000)
        if self.block("heading", f"{'#' * level} {title}" if title else "", place, level):
            self._headings = [kept for kept in self._headings if kept[0] < level] + [(level, title[:LABEL_CHARACTERS])]

    def paragraph(self, untrusted_text: str, place: str = "") -> None:
        """Write running text; its line breaks stay."""
        self.block("paragraph", untrusted_text, place)

    def item(self, untrusted_text: str, place: str = "", depth: int = 0, mark: str = "-") -> None:
        """Write one item of a list, `depth` levels in."""
        text = one_line(untrusted_text, self._most)
        self.block("list", f"{'  ' * min(depth, 8)}{mark} {text}" if text else "", place)

    def table(self, untrusted_rows: Sequence[Sequence[str]], place: str = "", *, header: bool = True) -> None:
        """Write a table as Markdown (GFM); the first row is its header unless `header` is False.

        Each row is one line, so that a cut between rows keeps the offsets exact. Raises LimitReached.
        """
        rows = [[one_line(cell, self._most).replace("|", "\\|") for cell in row] for row in untrusted_rows]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        width = max(len(row) for row in rows)
        lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
        if not header:
            lines.insert(0, "|" + "  |" * width)
        lines.insert(1, "|" + " --- |" * width)
        self.block("table", "\n".join(lines), place)

    def block(self, kind: BlockKind, untrusted_text: str, place: str = "", level: int = 0) -> bool:
        """Write one block as it stands and return whether there was anything to write."""
        text = clean(untrusted_text).strip("\n")
        if not text.strip():
            return False
        gap = _GAP if self._parts else ""
        start = self.length + len(gap)
        if start + len(text) > self._most:
            raise LimitReached(f"The text is longer than {self._most:,} characters on one page.")
        self._parts += [gap, text]
        self.length = start + len(text)
        self._blocks.append(Block(kind, start, self.length, level, place[:LABEL_CHARACTERS]))
        return True

    def page(
        self,
        number_in_reading: int,
        number: int,
        kind: PageKind,
        *,
        label: str = "",
        attachment: str = "",
        headings: tuple[str, ...] = (),
        spans: tuple[Span, ...] = (),
        boxes: tuple[Box, ...] = (),
        outcome: PageOutcome | None = None,
        recognised: bool = False,
        detail: str = "",
    ) -> Page:
        """Return the page. `number_in_reading` is `Reading.id`; `headings` the path in force where it began."""
        return Page(
            id=number_in_reading,
            number=number,
            kind=kind,
            label=one_line(label),
            attachment=one_line(attachment),
            headings=headings[-16:],
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            spans=spans,
            boxes=boxes,
            outcome=outcome or ("read" if self._blocks else "empty"),
            recognised=recognised,
            detail=detail,
        )
