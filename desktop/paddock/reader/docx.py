"""DOCX (ISO/IEC 29500-1, WordprocessingML): text as a reader of the document sees it, in sections by heading."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import with_code
from paddock.reader.document import Source, Unreadable
from paddock.reader.docx_body import Body
from paddock.reader.docx_looks import DocxLooks
from paddock.reader.docx_styles import Styles
from paddock.reader.embedded import embedded_pages
from paddock.reader.flowing import FlowingDocument
from paddock.reader.formats import open_document
from paddock.reader.headings_by_look import headings_by_look
from paddock.reader.inside import DEPTH_MOST
from paddock.reader.markup import drop, local, up_to
from paddock.reader.numbering import Numbering
from paddock.reader.package import Package
from paddock.reader.pictures_inside import FEW_CHARACTERS, picture_pages
from paddock.reader.sections import Layout, Piece
from paddock.reader.typed_lists import with_typed_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.document import Reading
    from paddock.reader.package import Link
    from paddock.reader.protocol import Page

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# About two printed pages: a document says where its own pages end only as last laid out, if at all.
_SECTION_CHARACTERS: Final = 4000
_WORDS: Final = re.compile(r"[^\W\d_]{2}")  # a page's number alone is no text
_PARTS_A_SIGN: Final = 100


class DocxDocument(FlowingDocument):
    """A Word document, with or without macros, which are never looked at. Raises Unreadable."""

    format = "docx"
    layout = Layout("section", "paragraph", opening=3, characters=_SECTION_CHARACTERS)

    def __init__(self, source: Source) -> None:
        self._package = Package(source, "word/document.xml", "word/document2.xml")
        self._source = replace(source, data=b"")  # the package has it
        self.title, self.author = self._package.title, self._package.author
        self._damage = ""
        self._scans: list[str] = []

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the sections from number `first` on, then the files inside.

        Raises Unreadable behind the last one that is whole.
        """
        number = characters = 0
        for page in super().pages(1, reading):
            number, characters = page.number, characters + len(page.text)
            if number >= first:
                yield page
        for page in embedded_pages(self._package, [("", self._package.main)], self._source, reading, number + 1):
            number = page.number
            if number >= first:
                yield page
        pictures = self._scans
        if characters < FEW_CHARACTERS:
            pictures = self._package.linked(self._package.main, "image")
        shown, archive = [("", one) for one in pictures], self._package.archive
        for page in picture_pages(archive, shown, self._source, reading, number + 1):
            if page.number >= first:
                yield page
        if self._damage:
            raise Unreadable("damaged", "This file is damaged; what could be read of it stands here.", self._damage)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the document's text in order, then what stands in its headers and footers, once."""
        package = self._package
        links = package.links(package.main)
        looks, numbering = _linked(package, "styles"), Numbering(_linked(package, "numbering"))
        inserted = partial(self._inserted, reading=reading)
        body = Body(package, Styles(looks), DocxLooks(looks), numbering, links, inserted)
        self._scans = body.scans
        yield from headings_by_look(with_typed_lists(with_code(self._told(body, reading))))
        yield from self._running(body, links)

    def _told(self, body: Body, reading: Reading) -> Iterator[Piece]:
        """Yield the document's own text."""
        package = self._package
        markup = package.markup(package.main)
        for count, element in enumerate(markup.pieces((f"{_WORD}p", f"{_WORD}tbl", f"{_WORD}body"))):
            if count % _PARTS_A_SIGN == 0:
                reading.alive()
            above = element.getparent()
            if local(element) == "body":
                yield from body.pieces(element)
            elif above is not None and local(above) == "body":
                # Whatever stands before it in the body is complete too: boxes of content, changes, and so on.
                for one in up_to(element):
                    yield from body.piece(one)
                drop(element)
        yield from body.rest()
        self._damage = markup.damage or self._damage

    def _inserted(self, part: str, reading: Reading) -> Iterator[Piece]:
        """Yield the pieces of a document that lies whole in this one, to be shown in its place (17.17.2)."""
        outer = self._source
        if part not in self._package.archive or outer.depth >= DEPTH_MOST:
            return
        data = self._package.archive.read(part)
        source = Source(data, part.rpartition("/")[2], limits=outer.limits, depth=outer.depth + 1)
        try:
            document = open_document(source) if data else None
        except Unreadable as failure:
            self._damage = self._damage or f"A document inside it cannot be read. {failure.what}"
            return
        if document is None:
            return
        try:
            if isinstance(document, FlowingDocument):
                yield from document.pieces(reading)
        finally:
            document.close()

    def _running(self, body: Body, links: list[Link]) -> Iterator[Piece]:
        """Yield the texts of headers and footers, each different one once."""
        seen: set[str] = set()
        for part in dict.fromkeys(link.part for link in links if link.kind in {"header", "footer"}):
            root = self._package.tree(part)
            for piece in with_code(body.pieces(root)) if root is not None else ():
                said = piece.text.strip() or str(piece.rows)
                if said in seen or not _WORDS.search(said):
                    continue
                if not seen:
                    yield Piece("heading", "Headers and footers", 1, new_page=True)
                seen.add(said)
                yield replace(piece, first=0, last=0, place="")


def _linked(package: Package, kind: str) -> Element | None:
    names = package.linked(package.main, kind)
    return package.tree(names[0]) if names else None
