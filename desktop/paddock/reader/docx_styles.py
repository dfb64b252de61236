"""What a Word document's styles make of a paragraph: heading, list, caption, quotation (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import is_code_style
from paddock.reader.markup import attribute, child, children, whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_HEADING: Final = re.compile(r"heading ?([1-9])")
_BODY_TEXT: Final = 9  # the outline level of what is no heading
_KINDS: Final[Mapping[str, str]] = {
    "title": "title", "caption": "caption", "quote": "quote", "intense quote": "quote", "block text": "quote",
    "plain text": "code",
}  # fmt: skip
_CHAIN: Final = 12


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph is: `heading` 1 to 9 or 0; `list_id` and `depth` of its list; `kind` of the text, else empty.

    The kind "lines" is that of code, each paragraph of which is a line or several.
    """

    heading: int = 0
    list_id: str = ""
    depth: int = 0
    kind: str = ""


class Styles:
    """The styles of styles.xml, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        for one in () if root is None else children(root, "style"):
            if attribute(one, "type") in {"paragraph", ""}:
                name = attribute(one, "styleId")
                self._elements[name] = one
                if attribute(one, "default") in {"1", "true"}:
                    self._default = name
        self._known: dict[str, Style] = {}

    def of(self, properties: Element | None) -> Style:
        """Return what a w:pPr makes of its paragraph."""
        name = attribute(child(properties, "pStyle"), "val") or self._default
        style = self._known.get(name)
        if style is None:
            style = self._known[name] = self._inherited(name)
        if properties is None:
            return style
        outline, numbered = child(properties, "outlineLvl"), child(properties, "numPr")
        if outline is None and numbered is None:
            return style
        heading = style.heading if outline is None else _rank(outline)
        list_id, depth = style.list_id, style.depth
        if numbered is not None:
            list_id = attribute(child(numbered, "numId"), "val") or list_id
            depth = whole_number(attribute(child(numbered, "ilvl"), "val"), depth if list_id == style.list_id else 0)
        return Style(heading, list_id, depth, style.kind)

    def _inherited(self, name: str) -> Style:
        heading, list_id, depth, kind = -1, "", -1, ""
        current = name
        for _ in range(_CHAIN):
            element = self._elements.get(current)
            own = current if element is None else attribute(child(element, "name"), "val")
            called = own.lower()
            named = _HEADING.fullmatch(called)
            outline = child(element, "pPr", "outlineLvl")
            if heading < 0 and (outline is not None or named):
                heading = _rank(outline) if outline is not None else int(named[1]) if named else 0
            kind = kind or _KINDS.get(called) or "lines" * is_code_style(own)
            numbered = child(element, "pPr", "numPr")
            if numbered is not None:
                list_id = list_id or attribute(child(numbered, "numId"), "val")
                level = child(numbered, "ilvl")
                depth = whole_number(attribute(level, "val")) if depth < 0 and level is not None else depth
            following = attribute(child(element, "basedOn"), "val")
            if not following or following == current:
                break
            current = following
        # A numbered heading's depth in its list is the heading's own, where nothing else is said.
        depth = depth if depth >= 0 else max(0, heading - 1)
        return Style(max(0, heading), list_id, depth, kind)


def _rank(outline: Element) -> int:
    level = whole_number(attribute(outline, "val"), _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else 0
