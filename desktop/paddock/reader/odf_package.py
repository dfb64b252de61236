"""An OpenDocument package (ODF 1.3, part 2): its parts, locked or not, title and author, objects inside it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from paddock.reader.archive import TREE_BYTES, Archive
from paddock.reader.document import Unreadable
from paddock.reader.markup import Markup, local
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from paddock.reader.document import Source
    from paddock.reader.pictures_inside import Parts

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CONTENT: Final = "content.xml"
_SMALL: Final = 4 << 20


class OdfPackage:
    """The parts of an OpenDocument file, deciphered where it was locked. Raises Unreadable."""

    archive: Parts

    def __init__(self, source: Source) -> None:
        self.archive = self._archive = Archive(source.data, source.limits)
        manifest = self.tree("META-INF/manifest.xml", _SMALL)
        if manifest is not None and any(True for _ in manifest.iter("{*}encryption-data", "{*}encrypted-key")):
            self.archive = self._archive = _unlocked(self._archive, manifest, source)
        if _CONTENT not in self._archive:
            raise Unreadable("damaged", "This file is damaged.", "The document itself is missing from it.")
        self.title, self.author = self._said_of_itself()

    def content(self) -> Markup:
        """Return the document itself, to be read piece by piece. Raises LimitReached."""
        return Markup(self._archive.open(_CONTENT))

    def tree(self, part: str, most: int = TREE_BYTES) -> Element | None:
        """Return a part's tree, None where it is missing, empty or larger than `most` bytes."""
        if part not in self._archive or self._archive.size(part) > most:
            return None
        try:
            return Markup(self._archive.open(part)).root()
        except Unreadable:
            return None

    def object(self, untrusted_link: str) -> Element | None:
        """Return the content of an object inside the package (a formula, a chart), None where there is none."""
        folder = posixpath.normpath(untrusted_link or "-")
        return self.tree(f"{folder}/{_CONTENT}")

    def _said_of_itself(self) -> tuple[str, str]:
        root = self.tree("meta.xml", _SMALL)
        said: dict[str, str] = {}
        for one in () if root is None else root.iter():
            said.setdefault(local(one), one_line(one.text or ""))
        return said.get("title", ""), said.get("creator", "") or said.get("initial-creator", "")


def is_own(part: Element) -> bool:
    """Return whether an element two below the root is the document's own, and not that of an object inside it."""
    body = part.getparent()
    root = None if body is None else body.getparent()
    return root is not None and root.getparent() is None


def _unlocked(archive: Archive, manifest: Element, source: Source) -> Archive:
    """Return the archive that its password opens. Raises Unreadable."""
    from paddock.reader.odf_lock import OdfLock  # noqa: PLC0415 - ciphers are loaded for locked documents alone

    inside = OdfLock(manifest, source).opened(archive)
    return archive if inside is None else Archive(inside, source.limits)
