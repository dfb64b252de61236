"""XLSX (ISO/IEC 29500-1, SpreadsheetML), row by row: cells as a person sees them, formulas by their last values."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from paddock.reader.document import LimitReached
from paddock.reader.drawing import chart, diagram, text_of
from paddock.reader.embedded import embedded_pages
from paddock.reader.flowing import FlowingDocument
from paddock.reader.grid import Row, Sheet, column_number, sheet_pages
from paddock.reader.markup import attribute, child, children, drop, local, whole_number
from paddock.reader.numbers import BUILT_IN, GENERAL, show_number
from paddock.reader.package import Package
from paddock.reader.sheet_marks import Spreading, marks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from paddock.reader.document import Reading, Source
    from paddock.reader.markup import Markup
    from paddock.reader.package import Link
    from paddock.reader.protocol import Page
    from paddock.reader.sheet_marks import Marks

_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STRINGS: Final = 5_000_000
_STRING_CHARACTERS: Final = 100_000_000
_COLUMNS: Final = 16_384


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text) if "_x" in text else text


# How types of cells other than numbers and shared texts are written out.
_WRITTEN: Final[dict[str, Callable[[str], str]]] = {
    "str": _unescaped,
    "inlineStr": _unescaped,
    "b": lambda value: "TRUE" if value.strip() == "1" else "FALSE",
    "d": lambda value: value.removesuffix("T00:00:00").replace("T", " "),
    "e": lambda value: value,
}
_SHOWN_DIGITS: Final = re.compile(r"-?\d{1,15}")


class XlsxDocument(FlowingDocument):
    """A workbook, with or without macros, which are never looked at. Raises Unreadable."""

    format = "xlsx"

    def __init__(self, source: Source) -> None:
        self._source = replace(source, data=b"")  # the package has it
        self._package = Package(source, "xl/workbook.xml")
        self.title, self.author = self._package.title, self._package.author
        self._workbook, _ = self._package.whole(self._package.main)
        self._links = {link.id: link for link in self._package.links(self._package.main)}
        since = attribute(child(self._workbook, "workbookPr"), "date1904")
        self._since_1904 = since in {"1", "true"}

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the sheets, large ones in several pages, then the files inside; from number `first` on."""
        inside: list[tuple[str, str]] = []
        cells = _Cells(self._formats(), self._strings(reading), since_1904=self._since_1904)
        number = 1
        for element in children(child(self._workbook, "sheets"), "sheet"):
            reading.alive()
            identity = next((str(value) for key, value in element.items() if str(key).endswith("}id")), "")
            link = self._links.get(identity)
            hidden = attribute(element, "state") in {"hidden", "veryHidden"}
            inside += [(f"sheet {attribute(element, 'name')}", link.part)] if link is not None and link.part else []
            sheet = self._sheet(attribute(element, "name"), link, cells, hidden=hidden)
            for page in sheet_pages(sheet, number, reading):
                number = page.number + 1
                if page.number >= first:
                    yield page
        for page in embedded_pages(self._package, inside, self._source, reading, number):
            if page.number >= first:
                yield page

    def _sheet(self, name: str, link: Link | None, cells: _Cells, *, hidden: bool) -> Sheet:
        sheet = Sheet(name, (), hidden)
        if link is None or link.part not in self._package.archive:
            sheet.damage.append("This sheet is missing from the file.")
            return sheet
        marks = marks_of(self._package.archive.open(link.part))
        sheet.rows = _rows(self._package.markup(link.part), cells, marks, sheet.damage)
        links = self._package.links(link.part)
        self._remark(sheet, links)
        sheet.extras = self._extras(links, marks)
        return sheet

    def _remark(self, sheet: Sheet, links: list[Link]) -> None:
        """Keep the comments on a sheet's cells; conversations have an older kind beside them, for older programs."""
        threads = {"threadedComment"} & {link.kind for link in links}
        wanted = threads or {"comments"}
        for part in dict.fromkeys(link.part for link in links if link.kind in wanted and link.part):
            root = self._package.tree(part)
            for place, author, text in () if root is None else _comments(root, self._people):
                cell = _CELL.match(place)
                sheet.remark(int(cell[2]) if cell else 0, place, author, text)

    @cached_property
    def _people(self) -> dict[str, str]:
        """Return the names of those who take part in conversations, by their ids."""
        roots = [self._package.tree(part) for part in self._package.linked(self._package.main, "person")]
        return {
            attribute(one, "id"): attribute(one, "displayName") for root in roots if root is not None for one in root
        }

    def _formats(self) -> list[str]:
        """Return the number format of each cell style, by its number."""
        names = self._package.linked(self._package.main, "styles")
        root = self._package.tree(names[0]) if names else None
        own = {
            whole_number(attribute(one, "numFmtId")): attribute(one, "formatCode")
            for one in children(child(root, "numFmts"), "numFmt")
        }
        numbers = [whole_number(attribute(one, "numFmtId")) for one in children(child(root, "cellXfs"), "xf")]
        return [own.get(number) or BUILT_IN.get(number, GENERAL) for number in numbers]

    def _strings(self, reading: Reading) -> list[str]:
        """Return the texts that cells share. Raises LimitReached."""
        names = self._package.linked(self._package.main, "sharedStrings")
        strings: list[str] = []
        characters = 0
        for element in self._package.markup(names[0]).pieces((f"{_SHEET}si",)) if names else ():
            strings.append(_rich(element))
            characters += len(strings[-1])
            if len(strings) > _STRINGS or characters > _STRING_CHARACTERS:
                raise LimitReached("The texts of this workbook are more than can be held.")
            if len(strings) % 10_000 == 0:
                reading.alive()
            drop(element)
        return strings

    def _extras(self, links: list[Link], marks: Marks) -> Iterator[Sequence[tuple[str, ...]] | str]:
        """Yield what is to be said of a sheet as a whole: what it hides, what its drawings hold."""
        if hidden := marks.hidden():
            yield hidden
        yield from (f"Printed on each page: {words}" for words in marks.printed)
        for link in links:
            root = self._package.tree(link.part) if link.kind == "drawing" else None
            if root is not None:
                yield from self._drawing(link.part, root)

    def _drawing(self, part: str, root: Element) -> Iterator[Sequence[tuple[str, ...]] | str]:
        parts = {link.id: link.part for link in self._package.links(part)}
        for one in root.iter():
            name = local(one)
            if name == "txBody":
                text = text_of(one)
                if text:
                    yield f"Text: {text}"
            elif name == "cNvPr" and attribute(one, "descr").strip():
                yield f"Picture: {attribute(one, 'descr')}"
            elif name in {"chart", "relIds"}:
                tree = self._package.tree(parts.get(attribute(one, "id") or attribute(one, "dm"), ""))
                if tree is None:
                    continue
                if name == "relIds":
                    yield from (f"Diagram: {text}" for _, text in diagram(tree))
                    continue
                drawn = chart(tree)
                if drawn.title:
                    yield f"Chart: {drawn.title}"
                if drawn.rows:
                    yield drawn.rows


class _Cells:
    """Turns what a cell holds into what it shows."""

    def __init__(self, formats: list[str], strings: list[str], *, since_1904: bool) -> None:
        self._formats = formats
        self._strings = strings
        self._since_1904 = since_1904

    def text(self, kind: str | None, style: str | None, value: str) -> str:
        """Return the text of a cell of this type and style (ISO/IEC 29500-1, 18.18.11)."""
        if kind == "s":
            at = whole_number(value, -1)
            return self._strings[at] if 0 <= at < len(self._strings) else ""
        if kind in _WRITTEN:
            return _WRITTEN[kind](value)
        at = whole_number(style, 0) if style else 0
        code = self._formats[at] if 0 <= at < len(self._formats) else GENERAL
        if code == GENERAL and _SHOWN_DIGITS.fullmatch(value):
            return value
        try:
            number = float(value)
        except ValueError:
            return value
        return show_number(number, code, since_1904=self._since_1904) if math.isfinite(number) else value


def _rows(markup: Markup, cells: _Cells, marks: Marks, damage: list[str]) -> Iterator[Row]:
    """Yield the rows that say something, and let go of each before the next. Hidden ones are noted in the marks."""
    above = 0
    spreading = Spreading(marks)
    for element in markup.pieces((f"{_SHEET}row",)):
        number = whole_number(element.get("r"), above + 1)
        # A row that says to stand above the one before it would have no place of its own.
        above = number = max(number, above + 1)
        found: dict[int, str] = {}
        column = -1
        for cell in element:
            place = _CELL.fullmatch(cell.get("r") or "")
            column = column_number(place[1]) if place else column + 1
            text = _cell_text(cell, cells).strip()
            if text and column < _COLUMNS:
                found[column] = text
        hidden = element.get("hidden") in {"1", "true"}
        drop(element)
        across = spreading.row(number, found)
        if found:
            if hidden:
                marks.rows.append(number)
            yield Row(number, found, across)
    if markup.damage:
        damage.append(markup.damage)


def _cell_text(cell: Element, cells: _Cells) -> str:
    kind, formula = cell.get("t"), ""
    for one in cell:
        tag = one.tag
        if tag == f"{_SHEET}v":
            if one.text:
                return cells.text(kind, cell.get("s"), one.text)
        elif tag == f"{_SHEET}is":
            return _rich(one)
        elif tag == f"{_SHEET}f":
            formula = one.text or ""
    # A formula that was never calculated, as programs write them, has no value to show.
    return f"={formula}" if formula else ""


def _rich(element: Element) -> str:
    """Return a text that may consist of runs; readings aids beside it (rPh) are left out."""
    parts = []
    for one in element:
        name = local(one)
        if name == "t":
            parts.append(one.text or "")
        elif name == "r":
            parts += [text.text or "" for text in children(one, "t")]
    return _unescaped("".join(parts))


def _comments(root: Element, people: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield (cell, author, text) of each comment, in the order of the part."""
    authors = [one.text or "" for one in children(child(root, "authors"), "author")]
    for one in root.iter("{*}comment", "{*}threadedComment"):
        text = "".join(t.text or "" for t in one.iter("{*}t", "{*}text") if not len(t))
        at = whole_number(attribute(one, "authorId"), -1)
        author = authors[at] if 0 <= at < len(authors) else people.get(attribute(one, "personId"), "")
        yield attribute(one, "ref"), author, text
