"""What an OpenDocument's styles say that matters to its text: lists' numbers, page breaks, hidden things, titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import is_code_style, is_typewriter
from paddock.reader.markup import attribute, child, local, whole_number
from paddock.reader.numbering import LEVELS, Level

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORMATS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHAIN: Final = 12
OUTLINE: Final = "\0outline"  # no list style has this name


@dataclass
class OdfStyles:
    """Styles gathered from both places where they may stand, `styles.xml` and the beginning of `content.xml`.

    `hidden` names styles of text, sheets and slides that are not shown; `breaking` those that begin a new page,
    `raised` those of text above the line. `letters` has a font's size and weight as they stand there, `typed` whether
    its letters are all as wide, the default's under no name.
    """

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    breaking: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    parents: dict[str, str] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    letters: dict[str, tuple[str, str]] = field(default_factory=dict)
    typed: dict[str, bool] = field(default_factory=dict)
    _code: dict[str, bool] = field(default_factory=dict)

    def add(self, root: Element | None) -> None:
        """Take in the styles below an element."""
        tags = ("{*}style", "{*}default-style", "{*}list-style", "{*}outline-style")
        for one in () if root is None else root.iter(*tags):
            name = attribute(one, "name")
            if local(one) == "default-style":
                if attribute(one, "family") == "paragraph":
                    self._letters(one, "")
            elif local(one) == "style":
                self._style(one, name)
            else:
                self.lists[OUTLINE if local(one) == "outline-style" else name] = _levels(one)

    def is_called(self, name: str, wanted: str) -> bool:
        """Return whether a style, or one that it is made from, has this name."""
        for _ in range(_CHAIN):
            if name == wanted:
                return True
            name = self.parents.get(name, "")
        return False

    def is_code(self, name: str) -> bool:
        """Return whether a paragraph's style, or one that it is made from, is meant for code."""
        known = self._code.get(name)
        if known is None:
            current, known = name, False
            for _ in range(_CHAIN):
                known = known or is_code_style(current)
                current = self.parents.get(current, "")
            self._code[name] = known
        return known

    def _style(self, style: Element, name: str) -> None:
        self.parents[name] = attribute(style, "parent-style-name")
        if attribute(style, "list-style-name"):
            self.list_of[name] = attribute(style, "list-style-name")
        shown = (
            attribute(child(style, "text-properties"), "display"),
            attribute(child(style, "table-properties"), "display"),
            attribute(child(style, "drawing-page-properties"), "visibility"),
        )
        if shown[0] == "none" or shown[1] == "false" or shown[2] == "hidden":
            self.hidden.add(name)
        self._letters(style, name)
        position = attribute(child(style, "text-properties"), "text-position")
        if position.startswith("super") or re.match(r"[1-9]", position):
            self.raised.add(name)
        if attribute(child(style, "paragraph-properties"), "break-before") == "page":
            self.breaking.add(name)

    def _letters(self, style: Element, name: str) -> None:
        properties = child(style, "text-properties")
        said = attribute(properties, "font-size"), attribute(properties, "font-weight")
        if any(said):
            self.letters[name] = said
        font = attribute(properties, "font-name") or attribute(properties, "font-family")
        if font:
            self.typed[name] = is_typewriter(font)


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for one in style:
        depth = whole_number(attribute(one, "level"), 1) - 1
        if not 0 <= depth < LEVELS:
            continue
        if local(one) in {"list-level-style-bullet", "list-level-style-image"}:
            found[depth] = Level("bullet", "")
            continue
        number = attribute(one, "num-format")
        shown = max(1, min(depth + 1, whole_number(attribute(one, "display-levels"), 1)))
        holes = ".".join(f"%{level + 1}" for level in range(depth + 1 - shown, depth + 1))
        pattern = f"{attribute(one, 'num-prefix')[:20]}{holes}{attribute(one, 'num-suffix')[:20]}"
        start = whole_number(attribute(one, "start-value"), 1)
        found[depth] = Level(_FORMATS.get(number, "decimal") if number else "none", pattern if number else "", start)
    return found
