"""An Office Open XML package (ISO/IEC 29500-2): its main part, what each part links to, title and author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.archive import TREE_BYTES, Archive, resolve
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.markup import Markup, attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from paddock.reader.document import Source

_SMALL: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class Link:
    """What a part refers to: `kind` is the last word of the relationship's type, `part` a member's name.

    `part` is empty where the link leads out of the package: nothing out there is ever asked for.
    """

    id: str
    kind: str
    part: str


class Package:
    """The parts of a package, reached by their links. Raises Unreadable where there is no main part."""

    def __init__(self, source: Source, *usual_main_parts: str) -> None:
        self.archive = Archive(source.data, source.limits)
        linked = [link.part for link in self.links("") if link.kind == "officeDocument"]
        # A package that lost its first links still has its main part under the usual name.
        main = next((name for name in (*linked, *usual_main_parts) if name in self.archive), None)
        if main is None:
            raise Unreadable("damaged", "This file is damaged.", "The document itself is missing from it.")
        self.main = main
        self.title, self.author = self._core()

    def links(self, part: str) -> list[Link]:
        """Return what a part links to, in order; "" is the package itself."""
        folder, _, name = part.rpartition("/")
        member = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        root = self.tree(member, _SMALL)
        if root is None:
            return []
        return [
            Link(
                attribute(one, "Id"),
                attribute(one, "Type").rpartition("/")[2],
                "" if attribute(one, "TargetMode").lower() == "external" else resolve(part, attribute(one, "Target")),
            )
            for one in root
            if local(one) == "Relationship"
        ]

    def linked(self, part: str, kind: str) -> list[str]:
        """Return the members that a part links to in this way, those that are there."""
        return [link.part for link in self.links(part) if link.kind == kind and link.part in self.archive]

    def tree(self, part: str, most: int | None = None) -> Element | None:
        """Return a part's tree, None where it is missing, empty or larger than `most` bytes."""
        if part not in self.archive or (most is not None and self.archive.size(part) > most):
            return None
        try:
            return self.whole(part)[0]
        except Unreadable:
            return None

    def whole(self, part: str) -> tuple[Element, str]:
        """Return a part's tree and what is wrong with it, in a sentence. Raises Unreadable, LimitReached."""
        self._bound(part)
        markup = self.markup(part)
        return markup.root(), markup.damage

    def markup(self, part: str) -> Markup:
        """Return a part's XML, to be read piece by piece. Raises Unreadable, LimitReached."""
        return Markup(self.archive.open(part))

    def _bound(self, part: str) -> None:
        if self.archive.size(part) > TREE_BYTES:
            raise LimitReached(f"A part of the file is larger than {TREE_BYTES >> 20} MB.")

    def _core(self) -> tuple[str, str]:
        names = self.linked("", "core-properties") or ["docProps/core.xml"]
        root = self.tree(names[0], _SMALL)
        if root is None:
            return "", ""
        said = {local(one): re.sub(r"\s+", " ", one.text or "").strip() for one in root}
        return said.get("title", ""), said.get("creator", "")
