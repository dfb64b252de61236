"""PDF: a page's lines, each a stretch of text that stands together, and what else is known of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from paddock.reader.pdf_code import Code
    from paddock.reader.pdf_table import Table

# pdfium writes U+FFFE for a hyphen that ends a line and parts a word; nothing else there marks the line's end.
HYPHEN: Final = "\ufffe"


@dataclass(slots=True)
class Line:
    """A line of text, or a part of one that stands apart: `flat[start:end]`, and where that is."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    on_its_side: bool = False
    is_weak: bool = False  # parted from what stands before it, if that is in a table
    words: tuple[tuple[int, int], ...] = ()  # of a line of letters set apart

    @property
    def height(self) -> float:
        """Return how high its letters stand, with what a font leaves above and below them."""
        return self.bottom - self.top


@dataclass(slots=True)
class PageText:
    """What a page says. `flat` is pdfium's text with a space for each line end and control character."""

    number: int
    width: float
    height: float
    flat: str = ""
    lines: list[Line] = field(default_factory=list)
    columns_shuffled: bool = False
    tables: list[Table] = field(default_factory=list)  # whose cells rules part
    code: list[Code] = field(default_factory=list)
    meaningless: int = 0  # control characters, which no page shows
    has_leftwards: bool = False  # letters that are written from right to left
    is_leftwards: bool = False  # most are, and it is mirrored
    unmapped: float = 0.0  # share of a sample of its characters for which the file does not say what they mean
    cut: bool = False
