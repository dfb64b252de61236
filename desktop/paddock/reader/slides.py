"""What slides of every make have in common: shapes with places, put in reading order and written as one page each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.slide_order import in_reading_order
from paddock.reader.writing import PageWriter, one_line

if TYPE_CHECKING:
    from paddock.reader.document import Reading
    from paddock.reader.protocol import Page

CAPTION_CHARACTERS: Final = 4000


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a shape; `depth` 0 is running text, 1 and more an item of a list so deep."""

    text: str
    depth: int = 0
    mark: str = "-"


@dataclass(frozen=True, slots=True)
class Shape:
    """What one shape says, and where, in shares of the slide; `groups` says in which groups, the outermost first."""

    left: float = 0.0
    top: float = 0.0
    width: float = 0.0
    height: float = 0.0
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""
    groups: tuple[int, ...] = ()


@dataclass
class Slide:
    """A slide on its way to a page. `said` holds remarks of others beside it: comments."""

    number: int
    title: str = ""
    shapes: list[Shape] = field(default_factory=list)
    notes: str = ""
    said: list[str] = field(default_factory=list)
    hidden: bool = False
    damage: str = ""


def slide_page(slide: Slide, reading: Reading) -> Page:
    """Return a slide as a page: its title as heading, its shapes in reading order, its notes as a quotation."""
    writer = PageWriter(reading.limits.page_characters)
    writer.heading(1, slide.title)
    for shape in in_reading_order(slide.shapes):
        _write(writer, shape)
    for remark in slide.said:
        writer.block("quote", f"> {one_line(remark, reading.limits.page_characters)}")
    notes = [line.strip() for line in slide.notes.splitlines() if line.strip()]
    if notes:
        writer.block("quote", "> Notes: " + "\n> ".join(notes))
    title = one_line(slide.title)
    label = " ".join(part for part in (title, "(hidden slide)" if slide.hidden else "") if part)
    return writer.page(
        reading.id,
        slide.number,
        "slide",
        label=label,
        outcome="damaged" if slide.damage else None,
        detail=slide.damage,
    )


def _write(writer: PageWriter, shape: Shape) -> None:
    if shape.caption:
        writer.block("caption", f"[{one_line(shape.caption, CAPTION_CHARACTERS)}]")
    if shape.rows:
        writer.table(shape.rows)
    together: list[str] = []
    for line in shape.lines:
        if line.depth:
            writer.paragraph("\n".join(together))
            together = []
            writer.item(line.text, depth=line.depth - 1, mark=line.mark)
        elif line.text.strip():
            together.append(line.text.strip())
    writer.paragraph("\n".join(together))
