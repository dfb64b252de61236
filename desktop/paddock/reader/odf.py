"""ODT and ODP (OpenDocument 1.3): a text in sections by heading, a presentation by slides."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import with_code
from paddock.reader.document import Unreadable
from paddock.reader.flowing import FlowingDocument
from paddock.reader.headings_by_look import headings_by_look
from paddock.reader.markup import attribute, child, drop, local, up_to
from paddock.reader.odf_body import OdfBody
from paddock.reader.odf_flat import open_odf
from paddock.reader.odf_package import DRAW, OFFICE, TABLE, TEXT, is_own
from paddock.reader.odf_styles import OdfStyles
from paddock.reader.odf_text import comment, is_drawing
from paddock.reader.pictures_inside import FEW_CHARACTERS, picture_pages
from paddock.reader.sections import Layout, Piece
from paddock.reader.slides import Line, Shape, Slide, slide_page
from paddock.reader.typed_lists import with_typed_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page

_SECTION_CHARACTERS: Final = 4000
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_PARTS_A_SIGN: Final = 100
_RUNNING: Final = (
    "header", "header-first", "header-left", "footer", "footer-first", "footer-left",
)  # fmt: skip
_LENGTH: Final = re.compile(r"(-?[0-9.]{1,12})(cm|mm|in|pt|pc|px)?")
_CENTIMETRES: Final = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_SLIDE_WIDTH, _SLIDE_HEIGHT = 28.0, 19.0  # centimetres, about; only the order of shapes depends on it
_FURNITURE: Final = frozenset({"page-number", "header", "footer", "date-time"})
_PICTURES: Final = "Pictures/"
_MUCH: Final = 0.25  # of a slide's area
_PICTURE: Final = re.compile(r"\[(.*)\]", re.DOTALL)


class OdtDocument(FlowingDocument):
    """A text document. Raises Unreadable."""

    format = "odt"
    layout = Layout("section", "paragraph", opening=3, characters=_SECTION_CHARACTERS)

    def __init__(self, source: Source) -> None:
        self._source = replace(source, data=b"", password=None)  # the package has it
        self._package = open_odf(source)
        self.title, self.author = self._package.title, self._package.author
        self._damage = ""

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the sections from number `first` on. Raises Unreadable behind the last one that is whole."""
        number = characters = 0
        for page in super().pages(1, reading):
            number, characters = page.number, characters + len(page.text)
            if number >= first:
                yield page
        archive = self._package.archive
        shown = [("", name) for name in archive.names if name.startswith(_PICTURES)] * (characters < FEW_CHARACTERS)
        for page in picture_pages(archive, shown, self._source, reading, number + 1):
            if page.number >= first:
                yield page
        if self._damage:
            raise Unreadable("damaged", "This file is damaged; what could be read of it stands here.", self._damage)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the document's text in order, then what stands in its headers and footers, once."""
        styles = OdfStyles()
        looks = self._package.tree("styles.xml")
        styles.add(looks)
        body = OdfBody(self._package, styles)
        yield from headings_by_look(with_typed_lists(with_code(self._told(body, styles, reading))))
        yield from _running(body, looks)

    def _told(self, body: OdfBody, styles: OdfStyles, reading: Reading) -> Iterator[Piece]:
        """Yield the document's own text."""
        markup = self._package.content()
        tags = (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table", f"{OFFICE}text", f"{OFFICE}automatic-styles")
        for count, element in enumerate(markup.pieces(tags)):
            if count % _PARTS_A_SIGN == 0:
                reading.alive()
            above = element.getparent()
            if local(element) == "automatic-styles":
                _add_own(styles, element)
            elif element.tag == f"{OFFICE}text" and is_own(element):
                yield from body.pieces(element)
            elif above is not None and above.tag == f"{OFFICE}text" and is_own(above):
                # Whatever stands before it is complete too.
                for one in up_to(element):
                    yield from body.piece(one)
                drop(element)
        self._damage = markup.damage


class OdpDocument(FlowingDocument):
    """A presentation. Raises Unreadable."""

    format = "odp"

    def __init__(self, source: Source) -> None:
        self._source = replace(source, data=b"", password=None)  # the package has it
        self._package = open_odf(source)
        self.title, self.author = self._package.title, self._package.author

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the slides from number `first` on. Raises Unreadable behind the last one that is whole."""
        pictures: list[tuple[str, str]] = []
        styles = OdfStyles()
        styles.add(self._package.tree("styles.xml"))
        body = OdfBody(self._package, styles)
        markup = self._package.content()
        number = 0
        seen: set[str] = set()  # footers, which stand once for all slides
        for element in markup.pieces((f"{DRAW}page", f"{OFFICE}automatic-styles")):
            reading.alive()
            above = element.getparent()
            if local(element) == "automatic-styles":
                _add_own(styles, element)
            if above is None or local(above) != "presentation" or not is_own(above):
                continue
            number += 1
            slide = _slide(element, number, body, styles, seen)
            if sum(len(line.text) for shape in slide.shapes for line in shape.lines) < FEW_CHARACTERS:
                pictures += [(f"slide {number}", name) for name in _large_pictures(element)]
            if number >= first:
                yield slide_page(slide, reading)
            drop(element)
        for page in picture_pages(self._package.archive, pictures, self._source, reading, number + 1):
            if page.number >= first:
                yield page
        if markup.damage:
            raise Unreadable("damaged", "This file is damaged; what could be read of it stands here.", markup.damage)


def _add_own(styles: OdfStyles, element: Element) -> None:
    """Take in styles that are the document's own, and not those of an object inside it."""
    above = element.getparent()
    if above is not None and above.getparent() is None:
        styles.add(element)


def _running(body: OdfBody, looks: Element | None) -> Iterator[Piece]:
    """Yield the texts of headers and footers, each different one once."""
    seen: set[str] = set()
    masters = [] if looks is None else list(looks.iter("{*}master-page"))
    for part in (one for master in masters for one in master if local(one) in _RUNNING):
        for piece in with_code(body.pieces(part)):
            said = piece.text.strip() or str(piece.rows)
            if said in seen or not _WORD.search(said):
                continue
            if not seen:
                yield Piece("heading", "Headers and footers", 1, new_page=True)
            seen.add(said)
            yield replace(piece, first=0, last=0, place="")


def _slide(page: Element, number: int, body: OdfBody, styles: OdfStyles, seen: set[str]) -> Slide:
    slide = Slide(number, hidden=attribute(page, "style-name") in styles.hidden)
    for one in page:
        name = local(one)
        if name == "notes":
            slide.notes = "\n".join(
                piece.text
                for part in one
                if is_drawing(part) and attribute(part, "class") not in _FURNITURE
                for piece in with_code(body.drawing(part))
            )
        elif name == "annotation":
            said = comment(one, styles)
            slide.said += [said] if said else []
        elif is_drawing(one) and attribute(one, "placeholder") != "true":
            _add(one, slide, body, seen)
    return slide


def _add(drawing: Element, slide: Slide, body: OdfBody, seen: set[str]) -> None:
    """Put what a frame or shape says on the slide; a group's members each stand where they are."""
    kind = attribute(drawing, "class")
    if local(drawing) == "g":
        for one in drawing:
            if is_drawing(one):
                _add(one, slide, body, seen)
        return
    pieces = list(with_code(body.drawing(drawing)))
    said = " ".join(piece.text for piece in pieces).strip()
    if kind == "title" and said and not slide.title:
        slide.title = said
        return
    if kind in _FURNITURE:
        if kind == "page-number" or said in seen:
            return
        seen.add(said)
    across, down = (
        [_centimetres(attribute(drawing, name)) / whole for name in names]
        for names, whole in ((("x", "width"), _SLIDE_WIDTH), (("y", "height"), _SLIDE_HEIGHT))
    )
    lines = tuple(Line(one.text, one.level if one.kind == "list" else 0, one.mark) for one in pieces if _is_line(one))
    area = (across[0], down[0], across[1], down[1])
    slide.shapes += [Shape(*area, lines)] * bool(lines)
    slide.shapes += [_shape(piece, area) for piece in pieces if not _is_line(piece)]


def _large_pictures(page: Element) -> Iterator[str]:
    """Yield the names of pictures that fill much of a slide."""
    for one in page.iter("{*}image"):
        frame = one.getparent()
        width, height = (_centimetres(attribute(frame, name)) for name in ("width", "height"))
        name = _picture_name(one)
        if width * height >= _MUCH * _SLIDE_WIDTH * _SLIDE_HEIGHT and name.startswith(_PICTURES):
            yield name


def _picture_name(image: Element) -> str:
    """Return the name of the part that an image shows."""
    inside = child(image, "binary-data")
    return attribute(image, "href").removeprefix("./") or (inside.text if inside is not None else "") or ""


def _is_line(piece: Piece) -> bool:
    return not piece.rows and piece.kind != "caption"


def _shape(piece: Piece, area: tuple[float, float, float, float]) -> Shape:
    if piece.rows:
        return Shape(*area, rows=piece.rows)
    bracketed = _PICTURE.fullmatch(piece.text)
    return Shape(*area, caption=bracketed[1] if bracketed else piece.text)


def _centimetres(untrusted_length: str) -> float:
    found = _LENGTH.fullmatch(untrusted_length)
    try:
        return float(found[1]) * _CENTIMETRES[found[2] or "cm"] if found else 0.0
    except ValueError:
        return 0.0
