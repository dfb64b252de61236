"""How the letters of a Word document's paragraphs look: their size and whether all are bold (17.3.2, 17.7)."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from paddock.reader.code_lines import is_typewriter
from paddock.reader.markup import attribute, child, children, whole_number
from paddock.reader.sections import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Asked for by their whole names, which lxml finds itself: there are many runs in a document.
_RUN, _TEXT, _VALUE, _PROPERTIES = f"{_W}r", f"{_W}t", f"{_W}val", f"{_W}rPr"
_SIZE, _BOLD, _NAMED, _STYLE = f"{_W}sz", f"{_W}b", f"{_W}rStyle", f"{_W}pPr/{_W}pStyle"
_FONTS, _ASCII, _LETTERS, _THEME = f"{_W}rFonts", f"{_W}ascii", f"{_W}hAnsi", f"{_W}asciiTheme"
_THROUGH: Final = tuple(f"{_W}{name}" for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent"))
_HALF_POINTS: Final = 20  # where nothing says otherwise
_SIZE_MOST: Final = 3276
_CHAIN: Final = 12
_FALSE: Final = frozenset({"0", "false", "off"})
_DEPTH: Final = 10
_RUNS, _RUNS_OF_TEXT = 50, 4  # as the first ones look, so does the rest

_Said = tuple[int | None, bool | None]  # half points, whether bold; None where that is not said


class DocxLooks:
    """What the styles, and a paragraph's own runs, make of its letters."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for one in () if root is None else children(root, "style"):
            name = attribute(one, "styleId")
            self._styles[name] = one
            if attribute(one, "default") in {"1", "true"} and attribute(one, "type") == "paragraph":
                self._default = name
        size, bold = _said(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._base = Look(size or _HALF_POINTS, bold or False)
        self._base_typed = _font(child(root, "docDefaults", "rPrDefault", "rPr")) or False
        self._known: dict[str, _Said] = {}
        self._typed: dict[str, bool | None] = {}

    def of(self, paragraph: Element, *, short: bool) -> Look:
        """Return the look of a w:p: the size of most of its letters, and whether all of them are bold.

        Of one that is not `short` the first letters are looked at.
        """
        style = paragraph.find(_STYLE)
        size, bold = self._style((style.get(_VALUE) if style is not None else None) or self._default)
        sizes: Counter[int] = Counter()
        all_bold = True
        for run, length in islice(_runs(paragraph, 0), _RUNS if short else _RUNS_OF_TEXT):
            own_size = own_bold = style_size = style_bold = None
            own = run.find(_PROPERTIES)
            if own is not None:
                own_size, own_bold = _said(own)
                named = own.find(_NAMED)
                if named is not None:
                    style_size, style_bold = self._style(named.get(_VALUE) or "")
            sizes[_first(own_size, style_size, size) or int(self._base.size)] += length
            shown = next((one for one in (own_bold, style_bold, bold) if one is not None), self._base.bold)
            all_bold = all_bold and shown
        if not sizes:
            return Look(self._base.size / 2, bold=False)
        return Look(max(sizes, key=lambda one: (sizes[one], one)) / 2, all_bold)

    def is_typed(self, paragraph: Element) -> bool:
        """Return whether all letters of a w:p are as wide as each other, as those of a typewriter."""
        style = paragraph.find(_STYLE)
        usual = self._is_typed((style.get(_VALUE) if style is not None else None) or self._default)
        met = False
        for run, _ in islice(_runs(paragraph, 0), _RUNS):
            own = run.find(_PROPERTIES)
            said = _font(own)
            named = own.find(_NAMED) if said is None and own is not None else None
            if said is None and named is not None:
                said = self._typed_style(named.get(_VALUE) or "")
            if not (usual if said is None else said):
                return False
            met = True
        return met

    def _is_typed(self, name: str) -> bool:
        said = self._typed_style(name)
        return self._base_typed if said is None else said

    def _typed_style(self, name: str) -> bool | None:
        """Return whether a style, or what it is made from, says of its letters that they are as wide as each other."""
        if name not in self._typed:
            said: bool | None = None
            current = name
            for _ in range(_CHAIN):
                element = self._styles.get(current)
                said = _font(child(element, "rPr")) if said is None else said
                current = attribute(child(element, "basedOn"), "val")
                if not current or said is not None:
                    break
            self._typed[name] = said
        return self._typed[name]

    def _style(self, name: str) -> _Said:
        known = self._known.get(name)
        if known is None:
            size: int | None = None
            bold: bool | None = None
            current = name
            for _ in range(_CHAIN):
                element = self._styles.get(current)
                own_size, own_bold = _said(child(element, "rPr"))
                size, bold = _first(size, own_size), own_bold if bold is None else bold
                current = attribute(child(element, "basedOn"), "val")
                if not current:
                    break
            known = self._known[name] = (size, bold)
        return known


def _said(properties: Element | None) -> _Said:
    if properties is None:
        return None, None
    size, bold = properties.find(_SIZE), properties.find(_BOLD)
    return (
        whole_number(size.get(_VALUE), 0, _SIZE_MOST) or None if size is not None else None,
        bold.get(_VALUE) not in _FALSE if bold is not None else None,
    )


def _font(properties: Element | None) -> bool | None:
    """Return whether properties name a typewriter's font, None where they name none."""
    fonts = properties.find(_FONTS) if properties is not None else None
    if fonts is None:
        return None
    name = fonts.get(_ASCII) or fonts.get(_LETTERS)
    return is_typewriter(name) if name else False if fonts.get(_THEME) else None


def _first(*sizes: int | None) -> int | None:
    return next((size for size in sizes if size is not None), None)


def _runs(element: Element, depth: int) -> Iterator[tuple[Element, int]]:
    """Yield each run that shows letters, and how many."""
    for one in element.iterchildren(_RUN, *_THROUGH):
        if one.tag == _RUN:
            length = sum(len((text.text or "").strip()) for text in one.iterchildren(_TEXT))
            if length:
                yield one, length
        elif depth < _DEPTH:
            yield from _runs(one, depth + 1)
