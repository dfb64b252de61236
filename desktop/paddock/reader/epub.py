"""EPUB (3.3 and before): the chapters in reading order, each by its headings; protected books are refused."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.reader.archive import Archive, resolve
from paddock.reader.document import LimitReached, Source, Unreadable
from paddock.reader.flowing import FlowingDocument
from paddock.reader.html_text import HtmlDocument
from paddock.reader.markup import Markup, attribute, child, children, local
from paddock.reader.sections import Layout, Piece
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.document import Reading
    from paddock.reader.protocol import Page

_SMALL: Final = 8 << 20
_CHAPTER_BYTES: Final = 32 << 20
_SECTION_CHARACTERS: Final = 8000
# Fonts may be scrambled without the book being protected (EPUB 3.3, 4.3; and Adobe's own way).
_FONTS_ONLY: Final = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_TEXT_TYPES: Final = frozenset(
    {"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml"}
)


class EpubDocument(FlowingDocument):
    """A book. Raises Unreadable where it is protected, or has no chapters."""

    format = "epub"
    layout = Layout("section", "paragraph", opening=3, characters=_SECTION_CHARACTERS)

    def __init__(self, source: Source) -> None:
        self._limits = source.limits
        self._archive = Archive(source.data, source.limits)
        self._refuse_protected()
        package = self._package_name()
        root = self._tree(package)
        if root is None:
            raise Unreadable("damaged", "This book is damaged.", "Its list of chapters is missing.")
        said: dict[str, str] = {}
        for one in root.iter("{*}title", "{*}creator"):
            said.setdefault(local(one), one_line("".join(str(text) for text in one.itertext())))
        self.title, self.author = said.get("title", ""), said.get("creator", "")
        self._titles = self._contents(root, package)
        self._chapters = _reading_order(root, package)
        self._damage: list[str] = []

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the sections from number `first` on. Raises Unreadable behind the last, where chapters are missing."""
        self._damage = []
        yield from super().pages(first, reading)
        if self._damage:
            raise Unreadable("damaged", "Parts of this book could not be read.", " ".join(self._damage[:3]))

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the chapters' pieces; each chapter begins on a new page, called by its heading or its entry."""
        count = 0
        for chapter in self._chapters:
            reading.alive()
            pieces = self._chapter(chapter, reading)
            title = self._titles.get(chapter, "")
            begun = False
            for piece in pieces:
                count += bool(piece.first)
                # The words of the table of contents stand for a heading only where the chapter shows none.
                if not begun and title and not any(one.kind == "heading" for one in pieces[:8]):
                    yield Piece("heading", title, 1, new_page=True)
                    begun = True
                where = (count, count) if piece.first else (0, 0)
                yield replace(piece, first=where[0], last=where[1], new_page=not begun or piece.new_page)
                begun = True

    def _chapter(self, name: str, reading: Reading) -> list[Piece]:
        if name not in self._archive:
            self._damage.append(f"“{one_line(name, 80)}” is missing.")
            return []
        if self._archive.size(name) > _CHAPTER_BYTES:
            raise LimitReached(f"A chapter of this book is larger than {_CHAPTER_BYTES >> 20} MB.")
        member = self._archive.open(name)
        data = member.read()
        if member.damage:
            self._damage.append(member.damage)
        if not data.strip():
            return []
        try:
            return list(HtmlDocument(Source(data, name, limits=self._limits)).pieces(reading))
        except Unreadable as failure:
            self._damage.append(failure.why or failure.what)
            return []

    def _refuse_protected(self) -> None:
        root = self._tree("META-INF/encryption.xml")
        scrambled = () if root is None else root.iter("{*}EncryptedData")
        methods = [attribute(child(one, "EncryptionMethod"), "Algorithm") for one in scrambled]
        if "META-INF/rights.xml" in self._archive or any(method not in _FONTS_ONLY for method in methods):
            raise Unreadable(
                "unsupported",
                "This book is protected against copying.",
                "Its text is encrypted, and only the seller's own program can open it.",
                "Add a copy without protection, if the seller offers one.",
            )

    def _package_name(self) -> str:
        root = self._tree("META-INF/container.xml")
        for one in () if root is None else root.iter("{*}rootfile"):
            name = resolve("", attribute(one, "full-path"))
            if name in self._archive:
                return name
        # A book whose container is lost still has its package somewhere.
        return next((name for name in self._archive.names if name.lower().endswith(".opf")), "")

    def _contents(self, root: Element, package: str) -> dict[str, str]:
        """Return what the table of contents calls each chapter: by its navigation document, else by its NCX."""
        found: dict[str, str] = {}
        for item in root.iter("{*}item"):
            name = _member(package, attribute(item, "href"))
            if "nav" in attribute(item, "properties").split():
                tree = self._tree(name)
                for link in () if tree is None else tree.iter("{*}a"):
                    _entry(found, name, attribute(link, "href"), link)
            elif attribute(item, "media-type") == "application/x-dtbncx+xml":
                tree = self._tree(name)
                for point in () if tree is None else tree.iter("{*}navPoint"):
                    content = next(iter(children(point, "content")), None)
                    label = next(iter(children(point, "navLabel")), None)
                    if content is not None and label is not None:
                        _entry(found, name, attribute(content, "src"), label)
        return found

    def _tree(self, name: str) -> Element | None:
        if name not in self._archive or self._archive.size(name) > _SMALL:
            return None
        try:
            return Markup(self._archive.open(name)).root()
        except Unreadable:
            return None


def _reading_order(root: Element, package: str) -> list[str]:
    """Return the chapters' members in the order of the spine; where that is empty, in that of the manifest."""
    items = {attribute(item, "id"): item for item in root.iter("{*}item")}
    spine = [items[name] for one in root.iter("{*}itemref") if (name := attribute(one, "idref")) in items]
    chosen = spine or [item for item in items.values() if "nav" not in attribute(item, "properties").split()]
    texts = [item for item in chosen if attribute(item, "media-type") in _TEXT_TYPES]
    return list(dict.fromkeys(_member(package, attribute(item, "href")) for item in texts))


def _entry(found: dict[str, str], base: str, link: str, words: Element) -> None:
    title = one_line("".join(str(text) for text in words.itertext()))
    # Several entries of one chapter lead into it; the first one leads to its beginning.
    if title and link:
        found.setdefault(_member(base, link), title)


def _unquoted(link: str) -> str:
    """Return a link's text without percent signs (RFC 3986, 2.1)."""
    parts = re.sub(rb"%([0-9A-Fa-f]{2})", lambda sign: bytes([int(sign[1], 16)]), link.encode())
    return parts.decode("utf-8", errors="replace")


def _member(base: str, untrusted_link: str) -> str:
    return posixpath.normpath(resolve(base, _unquoted(untrusted_link.partition("#")[0])))
