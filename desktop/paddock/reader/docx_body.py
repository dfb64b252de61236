"""The body of a Word document as pieces: paragraphs, headings, lists, tables, and what hangs on them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import may_be_code, with_code
from paddock.reader.docx_text import NoteNumbers, Words, words
from paddock.reader.drawing import chart, diagram
from paddock.reader.headings_by_look import HEADING_CHARACTERS
from paddock.reader.markup import MOST_DEPTH, attribute, child, children, local, whole_number
from paddock.reader.numbering import BULLET, list_mark
from paddock.reader.sections import Piece
from paddock.reader.table_heads import headed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.docx_looks import DocxLooks
    from paddock.reader.docx_styles import Style, Styles
    from paddock.reader.numbering import Numbering
    from paddock.reader.package import Link, Package
    from paddock.reader.protocol import BlockKind
    from paddock.reader.sections import Look

# What only wraps paragraphs, rows or cells.
_WRAPPERS: Final = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"}
)
_RANKS: Final = 6
_COLUMNS: Final = 200
_REPEATED_CHARACTERS: Final = 80
_NOTE_KINDS: Final = ("footnotes", "endnotes", "comments")
_BLOCK_KINDS: Final[dict[str, BlockKind]] = {"caption": "caption", "quote": "quote", "code": "code"}


class Body:
    """Turns a body's elements into pieces, and keeps count of paragraphs, lists and pages while it does."""

    def __init__(
        self,
        package: Package,
        styles: Styles,
        looks: DocxLooks,
        numbering: Numbering,
        links: list[Link],
        inserted: Callable[[str], Iterator[Piece]],
    ) -> None:
        self._package = package
        self._inserted = inserted
        self._styles = styles
        self._looks = looks
        self._numbering = numbering
        self._parts = {link.id: link.part for link in links}
        self._notes: dict[str, dict[str, Element]] = {
            kind: _notes(package.tree(link.part))
            for kind in _NOTE_KINDS
            for link in links
            if link.kind == kind and link.part
        }
        self._numbers = NoteNumbers()
        self._count = 0
        self._page = 1
        self._broken_by_hand = False
        self.scans: list[str] = []  # parts of pictures that fill most of a page
        self._begun: list[str] = []  # the words of a paragraph that goes on in the next

    def pieces(self, element: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield what stands in an element."""
        for one in element if depth <= MOST_DEPTH else ():
            yield from self.piece(one, depth)

    def piece(self, one: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield what one element of a body says."""
        name = local(one)
        if name in {"tbl", "altChunk", "sectPr"}:
            yield from self.rest()
        if name == "p":
            yield from self._paragraph(one, depth)
        elif name == "tbl":
            yield from self._table(one, depth)
        elif name == "altChunk":
            for piece in self._inserted(self._parts.get(attribute(one, "id"), "")):
                self._count += 1
                yield replace(piece, first=self._count, last=self._count, place=self._place(), new_page=False)
        elif name in _WRAPPERS:
            yield from self.pieces(one, depth + 1)

    def rest(self) -> Iterator[Piece]:
        """Yield the words of a paragraph that was to go on in the next, where none came."""
        text, self._begun = "".join(self._begun).strip(), []
        if text:
            self._count += 1
            yield Piece("paragraph", text, 0, self._count, self._count, self._place())

    # ---------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Piece]:
        if not len(paragraph):  # also what was read and let go of, which is met once more
            return
        found = words(paragraph, self._numbers)
        if found.leads:
            self._turn(found)
        properties = child(paragraph, "pPr")
        style = self._styles.of(properties)
        text = ""
        if style.kind == "lines" and not style.heading and not self._begun:
            self._count += bool(found.text.strip())
            yield Piece("code", found.text.rstrip(), 0, self._count, self._count, self._place(), line=True)
        else:
            self._begun.append(found.text)
            if not _goes_on(properties):
                text, self._begun = "".join(self._begun).strip(), []
        if text:
            self._count += 1
            self._broken_by_hand = False
            look = self._looks.of(paragraph, short=len(text) <= HEADING_CHARACTERS)
            piece = self._written(text, style, look)
            is_typed = piece.kind == "paragraph" and may_be_code(text) and self._looks.is_typed(paragraph)
            yield replace(piece, typed=found.text.rstrip()) if is_typed else piece
        if not found.leads:
            self._turn(found)
        yield from self._hanging(found, depth)

    def _written(self, text: str, style: Style, look: Look) -> Piece:
        label = self._numbering.label(style.list_id, style.depth) if style.list_id else None
        if style.heading or style.kind == "title":
            numbered = f"{label} {text}" if label and label != BULLET else text
            return Piece("heading", numbered, min(style.heading or 1, _RANKS), self._count, self._count, self._place())
        if label is not None:
            mark = list_mark(label)
            return Piece("list", text, style.depth + 1, self._count, self._count, self._place(), mark=mark, look=look)
        kind = _BLOCK_KINDS.get(style.kind, "paragraph")
        if kind == "quote":
            text = _quoted(text)
        return Piece(kind, text, 0, self._count, self._count, self._place(), look=look)

    def _turn(self, found: Words) -> None:
        """Count the pages that begin here. Word lays a mark of its own behind a break by hand: one page, not two."""
        rendered = found.rendered_breaks
        if not rendered and not found.explicit_breaks:
            return
        if rendered and (self._broken_by_hand or found.explicit_breaks):
            rendered -= 1
        self._page += found.explicit_breaks + rendered
        self._broken_by_hand = bool(found.explicit_breaks) and not found.rendered_breaks

    def _place(self) -> str:
        return f"¶ {self._count}, about page {self._page}" if self._page > 1 else ""

    def _hanging(self, found: Words, depth: int) -> Iterator[Piece]:
        """Yield what a paragraph refers to, which is no part of one that goes on in the next."""
        begun, self._begun = self._begun, []
        yield from self._referred_to(found, depth)
        yield from self.rest()
        self._begun = begun

    def _referred_to(self, found: Words, depth: int) -> Iterator[Piece]:
        """Yield pictures' descriptions, boxes, charts, notes, comments."""
        self.scans += [part for name in found.scans if (part := self._parts.get(name))]
        for text in found.pictures:
            yield Piece("caption", f"[Picture: {_line(text)}]", place=self._place())
        for box in found.boxes:
            yield from (replace(piece, look=None) for piece in self.pieces(box, depth + 1))
        yield from self._drawn(found)
        for kind, mark, names in (("footnotes", "", found.footnotes), ("endnotes", "e", found.endnotes)):
            for name in names:
                shown = f"[^{mark}{self._numbers.of(mark, name)}]: "
                yield from self._note_pieces(self._note(kind, name), shown, depth)
        for number in found.comments:
            comment = self._note("comments", number)
            text = "" if comment is None else " ".join(words(one).text.strip() for one in comment.iter("{*}p"))
            if text.strip():
                author = _line(attribute(comment, "author"))
                said = f"> Comment ({author}): " if author else "> Comment: "
                yield Piece("quote", said + _line(text), place=self._place())

    def _drawn(self, found: Words) -> Iterator[Piece]:
        for name in found.charts:
            root = self._package.tree(self._parts.get(name, ""))
            drawn = chart(root) if root is not None else None
            if drawn and drawn.title:
                yield Piece("caption", f"[Chart: {drawn.title}]", place=self._place())
            if drawn and drawn.rows:
                yield Piece("table", rows=drawn.rows, place=self._place())
        for name in found.diagrams:
            root = self._package.tree(self._parts.get(name, ""))
            for level, text in diagram(root) if root is not None else ():
                yield Piece("list", text, level + 1, place=self._place())

    def _note(self, kind: str, number: str) -> Element | None:
        # Each once, however often it is referred to: notes that refer to themselves would never end.
        return self._notes[kind].pop(number, None) if kind in self._notes else None

    def _note_pieces(self, note: Element | None, mark: str, depth: int) -> Iterator[Piece]:
        for piece in () if note is None else with_code(chain(self.pieces(note, depth + 1), self.rest())):
            if piece.rows:
                yield piece
            else:
                yield Piece("paragraph", f"{mark}{piece.text}", place=piece.place)
                mark = ""

    # ---------------------------------------------------------------- tables

    def _table(self, table: Element, depth: int) -> Iterator[Piece]:
        if (framed := self._framed_code(table)) is not None and depth < MOST_DEPTH:
            yield from self.pieces(framed, depth + 1)
            return
        hanging: list[Words] = []
        nested: list[Element] = []
        rows: list[tuple[str, ...]] = []
        spans: list[dict[int, int]] = []  # of each row: how many columns a cell stands over
        marked = 0
        merged: dict[int, str] = {}
        for row in _inside(table, "tr"):
            deleted = child(row, "trPr", "del") is not None
            cells, across = ((), {}) if deleted else self._row(row, merged, hanging, nested)
            if any(cells):
                marked += marked == len(rows) and _is_head(row)
                rows.append(cells)
                spans.append(across)
        if rows and len(rows) == 1 and sum(map(bool, rows[0])) == 1:
            self._count += 1
            yield Piece("paragraph", "".join(rows[0]), 0, self._count, self._count, self._place())
        elif rows:
            if len(rows) > 2 and len(rows[0]) > 1 and sum(map(bool, rows[0])) == 1:  # noqa: PLR2004 - title, head, row
                yield Piece("caption", _line("".join(rows.pop(0))), place=self._place())
                spans.pop(0)
                marked = max(0, marked - 1)
            self._count += 1
            flat = [tuple(_line(cell) for cell in row) for row in rows]
            yield Piece("table", "", 0, self._count, self._count, self._place(), headed(flat, spans, marked))
        for found in hanging:
            self._turn(found)
            yield from self._hanging(found, depth)
        for one in nested:
            if depth < MOST_DEPTH:
                yield from self._table(one, depth + 1)

    def _framed_code(self, table: Element) -> Element | None:
        """Return the only cell of a table that is a frame around code, None where the table is none."""
        rows = list(islice(_inside(table, "tr"), 2))
        cells = list(islice(_inside(rows[0], "tc"), 2)) if len(rows) == 1 else []
        if len(cells) != 1:
            return None
        kinds = (self._styles.of(child(one, "pPr")).kind for one in _inside(cells[0], "p"))
        return cells[0] if "lines" in kinds else None

    def _row(
        self, row: Element, merged: dict[int, str], hanging: list[Words], nested: list[Element]
    ) -> tuple[tuple[str, ...], dict[int, int]]:
        before = whole_number(attribute(child(row, "trPr", "gridBefore"), "val"), 0, _COLUMNS)
        cells: list[str] = [""] * max(0, before)
        across: dict[int, int] = {}
        for cell in _inside(row, "tc"):
            down = child(cell, "tcPr", "vMerge")
            column = len(cells)
            if down is not None and attribute(down, "val") != "restart":
                # A cell that goes on from above stands beside this row too, if it is a label and no essay.
                text = merged.get(column, "")
                text = text if len(text) <= _REPEATED_CHARACTERS else ""
            else:
                text = self._cell(cell, hanging, nested)
                merged[column] = text
            span = whole_number(attribute(child(cell, "tcPr", "gridSpan"), "val"), 1, _COLUMNS)
            across[column] = max(1, span)
            cells += [text, *[""] * (max(1, span) - 1)]
        return tuple(cells), across

    def _cell(self, cell: Element, hanging: list[Words], nested: list[Element]) -> str:
        lines = []
        for paragraph in _inside(cell, "p", "tbl"):
            if local(paragraph) == "tbl":
                nested.append(paragraph)
                continue
            found = words(paragraph, self._numbers)
            style = self._styles.of(child(paragraph, "pPr"))
            label = self._numbering.label(style.list_id, style.depth) if style.list_id else None
            text = found.text.strip()
            if text:
                lines.append(f"{label} {text}" if label and label != BULLET else text)
            hanging.append(found)
        return "\n".join(lines)


def _goes_on(properties: Element | None) -> bool:
    """Return whether a paragraph's end was deleted (17.13.5.15), or it is a letter before another (17.3.1.11)."""
    mark, frame = child(properties, "rPr"), child(properties, "framePr")
    deleted = any(local(one) in {"del", "moveFrom"} for one in mark) if mark is not None else False
    return deleted or attribute(frame, "dropCap") in {"drop", "margin"}


def _is_head(row: Element) -> bool:
    """Return whether a row is to be repeated on each page, above the others."""
    said = child(row, "trPr", "tblHeader")
    return said is not None and attribute(said, "val") not in {"0", "false", "off"}


def _inside(element: Element, *names: str, depth: int = 0) -> Iterator[Element]:
    """Yield the children of these names, through whatever only wraps them."""
    for one in element:
        name = local(one)
        if name in names:
            yield one
        elif name in _WRAPPERS and depth < MOST_DEPTH:
            yield from _inside(one, *names, depth=depth + 1)


def _notes(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    return {
        attribute(one, "id"): one
        for name in ("footnote", "endnote", "comment")
        for one in children(root, name)
        if attribute(one, "type") in {"", "normal"}
    }


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())
