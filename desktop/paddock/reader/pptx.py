"""PPTX (ISO/IEC 29500-1, PresentationML): one page a slide, in the order of the show, hidden slides included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.reader.document import Unreadable
from paddock.reader.drawing import text_of
from paddock.reader.embedded import embedded_pages
from paddock.reader.flowing import FlowingDocument
from paddock.reader.markup import attribute, child, children, local, whole_number
from paddock.reader.package import Package
from paddock.reader.pictures_inside import FEW_CHARACTERS, picture_pages
from paddock.reader.pptx_shapes import Placeholders, SlideShapes
from paddock.reader.slides import Slide, slide_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page

_USUAL_WIDTH, _USUAL_HEIGHT = 9_144_000, 6_858_000  # of a slide of 10 by 7.5 inches, in EMU
_FALSE: Final = frozenset({"0", "false"})
_FURNITURE: Final = frozenset({"sldNum", "dt", "ftr", "hdr"})


class PptxDocument(FlowingDocument):
    """A presentation, with or without macros, which are never looked at. Raises Unreadable."""

    format = "pptx"

    def __init__(self, source: Source) -> None:
        self._source = replace(source, data=b"")  # the package has it
        self._package = Package(source, "ppt/presentation.xml")
        self.title, self.author = self._package.title, self._package.author
        root = self._package.whole(self._package.main)[0]
        parts = {link.id: link.part for link in self._package.links(self._package.main)}
        shown = child(root, "sldIdLst")
        self._slides = [parts.get(_relation(one), "") for one in children(shown, "sldId")]
        size = child(root, "sldSz")
        self._width = max(1, whole_number(attribute(size, "cx"), _USUAL_WIDTH))
        self._height = max(1, whole_number(attribute(size, "cy"), _USUAL_HEIGHT))
        self._authors = self._comment_authors()
        self._looked_behind: set[str] = set()  # layouts, which stand once for all their slides
        self._pictures: list[tuple[str, str]] = []  # of slides that say little else: (which slide, part)
        self.page_count = len(self._slides)

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the slides from number `first` on, one that is damaged said to be, then the files inside."""
        placeholders = Placeholders(self._package)
        seen: set[str] = set()  # footers, which stand once for all slides
        self._looked_behind, self._pictures = set(), []
        for number, part in enumerate(self._slides, 1):
            reading.alive()
            slide = self._slide(number, part, placeholders, seen)
            if number >= first:
                yield slide_page(slide, reading)
        number = len(self._slides)
        slides = [(f"slide {number}", part) for number, part in enumerate(self._slides, 1) if part]
        for page in embedded_pages(self._package, slides, self._source, reading, number + 1):
            number = page.number
            if number >= first:
                yield page
        for page in picture_pages(self._package.archive, self._pictures, self._source, reading, number + 1):
            if page.number >= first:
                yield page

    def _slide(self, number: int, part: str, placeholders: Placeholders, seen: set[str]) -> Slide:
        slide = Slide(number)
        try:
            root, slide.damage = self._package.whole(part)
        except Unreadable as failure:
            slide.damage = failure.why or failure.what
            return slide
        slide.hidden = attribute(root, "show") in _FALSE
        links = self._package.links(part)
        layout = next((link.part for link in links if link.kind == "slideLayout"), "")
        shapes = SlideShapes(self._package, links, placeholders.of(layout), (self._width, self._height), seen)
        slide.title, slide.shapes = shapes.read(root)
        if sum(len(line.text) for shape in slide.shapes for line in shape.lines) < FEW_CHARACTERS:
            self._pictures += [(f"slide {number}", picture) for picture in shapes.pictures]
        if attribute(root, "showMasterSp") not in _FALSE:
            for behind in self._behind(layout):
                slide.shapes += shapes.standing(behind)
        for link in links:
            if link.kind == "notesSlide":
                slide.notes = self._notes(link.part)
            elif link.kind in {"comments", "modernComment"}:
                slide.said += self._comments(link.part)
        return slide

    def _behind(self, layout: str) -> Iterator[Element]:
        """Yield a layout and its master as far as they show themselves on a slide, the first time that one has it."""
        if not layout or layout in self._looked_behind:
            return
        self._looked_behind.add(layout)
        root = self._package.tree(layout)
        if root is None:
            return
        yield root
        if attribute(root, "showMasterSp") not in _FALSE:
            masters = (self._package.tree(part) for part in self._package.linked(layout, "slideMaster"))
            yield from (master for master in masters if master is not None)

    def _notes(self, part: str) -> str:
        root = self._package.tree(part)
        texts = []
        for shape in () if root is None else root.iter("{*}sp"):
            placeholder = child(shape, "nvSpPr", "nvPr", "ph")
            kind = attribute(placeholder, "type")
            if placeholder is None or kind not in _FURNITURE | {"sldImg"}:
                texts.append(text_of(child(shape, "txBody")))
        return "\n".join(texts)

    def _comment_authors(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for kind in ("commentAuthors", "authors"):
            for part in self._package.linked(self._package.main, kind):
                root = self._package.tree(part)
                for one in () if root is None else root:
                    names[attribute(one, "id")] = attribute(one, "name")
        return names

    def _comments(self, part: str) -> list[str]:
        root = self._package.tree(part)
        said = []
        for one in () if root is None else root.iter("{*}cm", "{*}reply"):
            body = child(one, "txBody")
            text = text_of(body) if body is not None else "".join(c.text or "" for c in one if local(c) == "text")
            author = self._authors.get(attribute(one, "authorId"), "")
            if text.strip():
                said.append(f"Comment{f' ({author})' if author else ''}: {text}")
        return said


def _relation(element: Element) -> str:
    """Return the relationship's id, which has a namespace where the element's own id has none."""
    return next((str(value) for key, value in element.items() if str(key).endswith("}id")), "")
