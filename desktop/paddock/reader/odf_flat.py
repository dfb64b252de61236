"""OpenDocument in one XML file (ODF 1.3, part 3, 3.1.2: `office:document`): FODT, FODS, FODP, read as a package is."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final

from paddock.reader.archive import TREE_BYTES
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.markup import Held, Markup, children
from paddock.reader.odf_package import OdfPackage
from paddock.reader.sniff_flat import flat_kind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from paddock.reader.document import Source
    from paddock.reader.protocol import Limits

_BODY: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?body[\s>]")
_PICTURE: Final = re.compile(rb"(<(?:[\w.-]{1,40}:)?binary-data(?:\s[^<>]*)?>)([^<]+)")
_FOLDER: Final = "Pictures/"


class FlatOdf(OdfPackage):
    """A document whose parts are elements of one tree; its pictures, which stand in it as text, are taken out first.

    Raises Unreadable.
    """

    def __init__(self, source: Source) -> None:
        pictures = _Pictures(source.limits)
        self._xml = _PICTURE.sub(pictures.take, source.data)
        self.archive = pictures
        body = _BODY.search(self._xml)
        if body is None:
            raise Unreadable("damaged", "This file is damaged.", "The document itself is missing from it.")
        head = self._xml[: body.start()]
        # What stands before the document is a tree that is cut off behind its last part.
        self._head = Markup(Held(head)).root() if len(head) <= TREE_BYTES else None
        self.title, self.author = self._said_of_itself()

    def content(self) -> Markup:
        """Return the document, to be read piece by piece."""
        return Markup(Held(self._xml))

    def tree(self, part: str, most: int = TREE_BYTES) -> Element | None:
        """Return the elements that are a part of their own in a package, None where there are none."""
        del most
        if self._head is None or part == "styles.xml":
            return self._head
        return next(iter(children(self._head, "meta")), None) if part == "meta.xml" else None


def open_odf(source: Source) -> OdfPackage:
    """Return the document's parts, however they are put together. Raises Unreadable."""
    return FlatOdf(source) if flat_kind(source.data) else OdfPackage(source)


class _Pictures:
    """The pictures of such a document under names of our own, deciphered when they are asked for."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._texts: dict[str, bytes] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Return their names in the order in which they stand in the document."""
        return tuple(self._texts)

    def take(self, found: re.Match[bytes]) -> bytes:
        """Keep a picture's text, and return its element with its name instead."""
        if len(self._texts) >= self._limits.parts:
            return found[1]
        name = f"{_FOLDER}{len(self._texts) + 1}"
        self._texts[name] = found[2]
        return found[1] + name.encode("ascii")

    def __contains__(self, name: str) -> bool:
        return name in self._texts

    def size(self, name: str) -> int:
        """Return about how many bytes a picture has."""
        return len(self._texts.get(name, b"")) * 3 // 4

    def read(self, name: str) -> bytes:
        """Return a picture. Raises Unreadable, LimitReached."""
        if self.size(name) > self._limits.part_bytes:
            raise LimitReached(f"A part of the file is larger than {self._limits.part_bytes >> 20:,} MB.")
        try:
            return base64.b64decode(self._texts[name])
        except (binascii.Error, KeyError) as error:
            raise Unreadable("damaged", "This file is damaged.", "A part of the file is damaged.") from error
