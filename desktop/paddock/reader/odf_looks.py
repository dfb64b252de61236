"""How the letters of an OpenDocument text's paragraphs look: their size, and whether all of them are bold."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from paddock.reader.markup import attribute, local
from paddock.reader.sections import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.odf_styles import OdfStyles

_POINTS: Final = 12.0  # where nothing says otherwise
_LENGTH: Final = re.compile(r"([0-9.]{1,8})(pt|cm|mm|in|%)")
_IN_POINTS: Final = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}
_BOLD: Final = re.compile(r"bold|[6-9]00")
_CHAIN: Final = 12
_STRETCHES, _STRETCHES_OF_TEXT = 50, 4  # as the first ones look, so does the rest
_DEPTH: Final = 10
_THROUGH: Final = frozenset({"span", "a", "meta", "bookmark-ref", "reference-mark"})


class OdfLooks:
    """What the styles make of letters. They may still be gathered: a style is looked at when it is first met."""

    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self._known: dict[str, tuple[float, bool | None]] = {}

    def of(self, paragraph: Element, *, short: bool) -> Look:
        """Return the look of a text:p: the size of most of its letters, and whether all of them are bold.

        Of one that is not `short` the first letters are looked at.
        """
        sizes: Counter[float] = Counter()
        all_bold = True
        size, bold = self._style(attribute(paragraph, "style-name"))
        usual, _ = self._style("")
        base = Look(size or usual or _POINTS, bold or False)
        for look, length in islice(self._stretches(paragraph, base, 0), _STRETCHES if short else _STRETCHES_OF_TEXT):
            sizes[look.size] += length
            all_bold = all_bold and look.bold
        if not sizes:
            return Look(base.size, bold=False)
        return Look(max(sizes, key=lambda one: (sizes[one], one)), all_bold)

    def _stretches(self, element: Element, look: Look, depth: int) -> Iterator[tuple[Look, int]]:
        if element.text and (length := len(element.text.strip())):
            yield look, length
        for one in element:
            if local(one) in _THROUGH and depth < _DEPTH:
                size, bold = self._style(attribute(one, "style-name")) if local(one) == "span" else (0.0, None)
                yield from self._stretches(one, Look(size or look.size, look.bold if bold is None else bold), depth + 1)
            if one.tail and (length := len(one.tail.strip())):
                yield look, length

    def is_typed(self, paragraph: Element) -> bool:
        """Return whether all letters of a text:p are as wide as each other, as those of a typewriter."""
        usual = self._is_typed(attribute(paragraph, "style-name"), otherwise=self._styles.typed.get("", False))
        found = list(islice(self._fonts(paragraph, 0, typed=usual), _STRETCHES))
        return bool(found) and all(found)

    def _fonts(self, element: Element, depth: int, *, typed: bool) -> Iterator[bool]:
        if element.text and element.text.strip():
            yield typed
        for one in element:
            if local(one) in _THROUGH and depth < _DEPTH:
                own = local(one) == "span"
                inner = self._is_typed(attribute(one, "style-name"), otherwise=typed) if own else typed
                yield from self._fonts(one, depth + 1, typed=inner)
            if one.tail and one.tail.strip():
                yield typed

    def _is_typed(self, name: str, *, otherwise: bool) -> bool:
        for _ in range(_CHAIN if name else 0):
            if name in self._styles.typed:
                return self._styles.typed[name]
            name = self._styles.parents.get(name, "")
            if not name:
                break
        return otherwise

    def _style(self, name: str) -> tuple[float, bool | None]:
        """Return what a style, with what it is made from, says of size and boldness; 0 and None where nothing."""
        known = self._known.get(name)
        if known is None:
            size, share = 0.0, 1.0
            bold: bool | None = None
            current = name
            for _ in range(_CHAIN):
                said, weight = self._styles.letters.get(current, ("", ""))
                length = _LENGTH.fullmatch(said) if not size else None
                if length and length[2] == "%":
                    share *= _number(length[1]) / 100
                elif length:
                    size = _number(length[1]) * _IN_POINTS[length[2]]
                bold = bool(_BOLD.fullmatch(weight)) if bold is None and weight else bold
                if not current:
                    break
                current = self._styles.parents.get(current, "")
            known = self._known[name] = (round(size * share, 1), bold)
        return known


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
