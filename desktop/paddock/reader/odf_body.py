"""The body of an OpenDocument text as pieces: headings, paragraphs, lists, tables, frames, notes."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import may_be_code
from paddock.reader.equations import mathml
from paddock.reader.headings_by_look import HEADING_CHARACTERS
from paddock.reader.markup import MOST_DEPTH, attribute, child, local, whole_number
from paddock.reader.numbering import BULLET, Counters, list_mark
from paddock.reader.odf_looks import OdfLooks
from paddock.reader.odf_styles import OUTLINE
from paddock.reader.odf_text import OdfWords, comment, is_drawing, odf_words
from paddock.reader.sections import Piece
from paddock.reader.table_heads import headed
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.odf_package import OdfPackage
    from paddock.reader.odf_styles import OdfStyles
    from paddock.reader.sections import Look

_RANKS: Final = 6
_OUTLINE_LIST: Final = "Outline"  # which headings are counted in wherever they stand
_REPEATED: Final = 100
_LINE: Final = 100_000
_REPEATED_CHARACTERS: Final = 80  # a label beside several rows stands beside each; an essay does not
# What only wraps paragraphs, rows or list items. Indexes show what stands elsewhere, but a reader sees them too.
_WRAPPERS: Final = frozenset({
    "section", "index-body", "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index", "bibliography", "index-title", "text-box", "note-body", "header", "footer", "header-left",
    "footer-left", "header-first", "footer-first", "numbered-paragraph", "page-sequence",
})  # fmt: skip


class OdfBody:
    """Turns a body's elements into pieces, and keeps count of paragraphs, lists and pages while it does."""

    def __init__(self, package: OdfPackage, styles: OdfStyles) -> None:
        self._package = package
        self._styles = styles
        self._looks = OdfLooks(styles)
        self._counters = Counters()
        self._lists = 0
        self._list_of: dict[str, str] = {}
        self._count = 0
        self._page = 1

    def pieces(self, element: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield what stands in an element."""
        for one in element:
            yield from self.piece(one, depth)

    def piece(self, one: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield what one element of a body says."""
        if depth > MOST_DEPTH or (not len(one) and local(one) == "list"):  # one that was let go of is met once more
            return
        name = local(one)
        if name in {"p", "h"}:
            yield from self._paragraph(one, depth)
        elif name == "list":
            yield from self._list(one, depth)
        elif name == "table":
            yield from self.table(one, depth)
        elif name == "soft-page-break":
            self._page += 1
        elif is_drawing(one):
            yield from self.drawing(one, depth)
        elif name in _WRAPPERS and attribute(one, "display") != "none":
            yield from self.pieces(one, depth + 1)

    # ---------------------------------------------------------------- paragraphs and lists

    def _paragraph(self, paragraph: Element, depth: int, listed: str = "") -> Iterator[Piece]:
        """Yield a paragraph, or a heading; `listed` is the label that a list gives it."""
        style = attribute(paragraph, "style-name")
        if style in self._styles.hidden:
            return
        if style in self._styles.breaking and self._count:
            self._page += 1
        found = odf_words(paragraph, self._styles)
        if local(paragraph) == "p" and self._styles.is_code(style):
            yield self._line(found)
        elif found.text:
            self._count += 1
            rank = whole_number(attribute(paragraph, "outline-level"), 1) if local(paragraph) == "h" else 0
            if not rank and self._styles.is_called(style, "Title"):
                rank = 1
            if rank:
                label = listed or (self._outline(paragraph, rank) if local(paragraph) == "h" else "")
                yield self._counted("heading", f"{label} {found.text}".strip(), min(rank, _RANKS))
            else:
                piece = replace(self._counted("paragraph", found.text), look=self._look(paragraph, found.text))
                is_typed = may_be_code(found.text) and self._looks.is_typed(paragraph)
                yield replace(piece, typed=found.lines) if is_typed else piece
        self._page += found.breaks
        yield from self._hanging(found, depth)

    def _line(self, found: OdfWords) -> Piece:
        """Return a paragraph of code."""
        self._count += bool(found.text)
        return replace(self._counted("paragraph", found.lines), kind="code", line=True)

    def _look(self, paragraph: Element, text: str) -> Look:
        return self._looks.of(paragraph, short=len(text) <= HEADING_CHARACTERS)

    def _outline(self, heading: Element, rank: int) -> str:
        if attribute(heading, "is-list-header") == "true":
            return ""
        label = self._counters.label(OUTLINE, self._styles.lists.get(OUTLINE, {}), rank - 1)
        return "" if label == BULLET else label

    def _list(self, element: Element, depth: int, level: int = 0, style: str = "", run: str = "") -> Iterator[Piece]:
        style = attribute(element, "style-name") or style
        if not level:
            run = self._run(element)
        levels = self._styles.lists.get(style, {})
        for item in element:
            first = local(item) == "list-item"
            for one in item if depth <= MOST_DEPTH else ():
                if local(one) == "list":
                    yield from self._list(one, depth + 1, level + 1, style, run)
                elif local(one) == "p":
                    found = odf_words(one, self._styles)
                    code = self._styles.is_code(attribute(one, "style-name"))
                    label = self._counters.label(run, levels, level) if first and not code else ""
                    if code:
                        yield self._line(found)
                    elif found.text:
                        self._count += 1
                        mark = list_mark(label) if first else " "
                        look, at, place = self._look(one, found.text), self._count, self._place()
                        yield Piece("list", found.text, level + 1, at, at, place, mark=mark, look=look)
                    first = False
                    self._page += found.breaks
                    yield from self._hanging(found, depth)
                elif local(one) == "h":
                    counted = OUTLINE if style == _OUTLINE_LIST else run
                    label = self._counters.label(counted, levels, level) if first and levels else ""
                    first = False
                    yield from self._paragraph(one, depth, "" if label == BULLET else label)
                else:
                    yield from self.piece(one, depth + 1)

    def _run(self, element: Element) -> str:
        """Return the name under which a list is counted: its own, or that of the list which it goes on with."""
        before = self._list_of.get(attribute(element, "continue-list") or "-")
        if before is None and attribute(element, "continue-numbering") != "true":
            self._lists += 1
        run = before or str(self._lists)
        self._list_of[attribute(element, "id") or ""] = run
        return run

    # ---------------------------------------------------------------- tables

    def table(self, table: Element, depth: int) -> Iterator[Piece]:
        """Yield a table, and behind it what hangs on its cells or stands in them as tables of their own."""
        if (framed := self._framed_code(table)) is not None and depth < MOST_DEPTH:
            yield from self.pieces(framed, depth + 1)
            return
        hanging: list[OdfWords] = []
        nested: list[Element] = []
        rows: list[tuple[str, ...]] = []
        spans: list[dict[int, int]] = []
        below: dict[int, tuple[int, str]] = {}
        marked = 0
        for row in table.iter("{*}table-row"):
            if _table_of(row) is table:
                cells, across = self._cells(row, below, hanging, nested)
                times = min(_REPEATED, _repeats(row, "rows")) if any(cells) else 0
                above = row.getparent()
                marked += times * (marked == len(rows) and above is not None and local(above) == "table-header-rows")
                rows += [cells] * times
                spans += [across] * times
        if rows:
            self._count += 1
        if len(rows) == 1 and sum(map(bool, rows[0])) == 1:
            yield self._counted("paragraph", "".join(rows[0]))
        elif rows:
            if len(rows) > 2 and len(rows[0]) > 1 and sum(map(bool, rows[0])) == 1:  # noqa: PLR2004 - title, head, row
                yield Piece("caption", one_line("".join(rows.pop(0)), _LINE), place=self._place())
                spans.pop(0)
                marked = max(0, marked - 1)
            yield Piece("table", "", 0, self._count, self._count, self._place(), headed(rows, spans, marked))
        for found in hanging:
            self._page += found.breaks
            yield from self._hanging(found, depth)
        for one in nested:
            yield from self.piece(one, depth + 1)

    def _framed_code(self, table: Element) -> Element | None:
        """Return the only cell of a table that is a frame around code, None where the table is none."""
        cells = list(islice(table.iter("{*}table-cell"), 2))
        if len(cells) != 1 or cells[0].find("{*}p") is None:
            return None
        names = (attribute(one, "style-name") for one in cells[0] if local(one) == "p")
        return cells[0] if any(map(self._styles.is_code, names)) else None

    def _cells(
        self, row: Element, below: dict[int, tuple[int, str]], hanging: list[OdfWords], nested: list[Element]
    ) -> tuple[tuple[str, ...], dict[int, int]]:
        """Return a row's cells, and over how many columns each stands. `below`: labels that stand in later rows too."""
        cells: list[str] = []
        across: dict[int, int] = {}
        for cell in row:
            if local(cell) not in {"table-cell", "covered-table-cell"}:
                continue
            lines = []
            for one in cell.iter("{*}p", "{*}h"):
                inner = next((above for above in one.iterancestors() if local(above) in _APART or above is cell), cell)
                if inner is cell:
                    found = odf_words(one, self._styles)
                    lines += [found.text] if found.text else []
                    hanging.append(found)
            nested += [one for one in cell if local(one) == "table" or is_drawing(one)]
            text = one_line("\n".join(lines), _LINE)
            column = len(cells)
            rest, label = below.pop(column, (0, ""))
            if local(cell) == "covered-table-cell" and rest:
                text = text or label
                below.update({column: (rest - 1, label)} if rest > 1 else {})
            down = whole_number(attribute(cell, "number-rows-spanned"), 1)
            if down > 1 and 0 < len(text) <= _REPEATED_CHARACTERS:
                below[column] = (down - 1, text)
            if local(cell) == "table-cell" or text:
                across[column] = max(1, whole_number(attribute(cell, "number-columns-spanned"), 1))
            cells += [text] * min(_REPEATED, _repeats(cell, "columns"))
        while cells and not cells[-1]:
            cells.pop()
        return tuple(cells), across

    # ---------------------------------------------------------------- what hangs on a paragraph

    def _hanging(self, found: OdfWords, depth: int) -> Iterator[Piece]:
        for one in found.drawings:
            yield from (replace(piece, look=None) for piece in self.drawing(one, depth + 1))
        for mark, body in found.notes:
            for piece in self.pieces(body, depth + 1):
                yield piece if piece.rows else Piece("paragraph", f"{mark}: {piece.text}", place=piece.place)
        for one in found.comments:
            said = comment(one, self._styles)
            if said:
                yield Piece("quote", f"> {said}", place=self._place())

    def drawing(self, drawing: Element, depth: int = 0) -> Iterator[Piece]:
        """Yield what a frame or shape holds: text, a table, a picture's description, a formula, a chart."""
        if depth > MOST_DEPTH:
            return
        described = " – ".join(
            text for name in ("title", "desc") if (one := child(drawing, name)) is not None and (text := _all(one))
        )
        if described:
            yield Piece("caption", f"[Picture: {one_line(described, _LINE)}]", place=self._place())
        for one in drawing:
            name = local(one)
            if name == "object":
                yield from self._object(one, depth)
            elif name in {"text-box", "g", "a"}:
                yield from self.pieces(one, depth + 1)
            elif name in {"p", "h", "list", "table"} or is_drawing(one):
                yield from self.piece(one, depth + 1)

    def _object(self, element: Element, depth: int) -> Iterator[Piece]:
        link = attribute(element, "href")
        inside = next((one for one in element if local(one) in {"math", "document"}), None)
        root = self._package.object(link) if link and inside is None else inside
        if root is None:
            return
        if local(root) == "math":
            text = mathml(root)
            if text:
                yield Piece("paragraph", text, place=self._place())
            return
        titles = (_all(one) for one in root.iter("{*}title", "{*}subtitle") if "chart" in str(one.tag))
        title = " – ".join(text for text in titles if text)
        if title:
            yield Piece("caption", f"[Chart: {one_line(title, _LINE)}]", place=self._place())
        for table in root.iter("{*}table"):
            yield from self.table(table, depth + 1)

    def _counted(self, kind: str, text: str, level: int = 0) -> Piece:
        place = self._place()
        if kind == "heading":
            return Piece("heading", text, level, self._count, self._count, place)
        return Piece("paragraph", text, 0, self._count, self._count, place)

    def _place(self) -> str:
        return f"¶ {self._count}, about page {self._page}" if self._page > 1 else ""


_APART: Final = frozenset({"table", "frame", "custom-shape", "note", "annotation", "g"})


def _table_of(row: Element) -> Element | None:
    return next((above for above in row.iterancestors() if local(above) == "table"), None)


def _repeats(element: Element, what: str) -> int:
    return max(1, whole_number(attribute(element, f"number-{what}-repeated"), 1))


def _all(element: Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()
