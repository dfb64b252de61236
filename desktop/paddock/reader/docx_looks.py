"""How the letters of a Word document's paragraphs look: their size and whether all are bold (17.3.2, 17.7)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from paddock.reader.markup import attribute, child, children, local, whole_number
from paddock.reader.sections import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_HALF_POINTS: Final = 20  # where nothing says otherwise
_SIZE_MOST: Final = 3276
_CHAIN: Final = 12
_FALSE: Final = frozenset({"0", "false", "off"})
_THROUGH: Final = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent"})
_DEPTH: Final = 10
_RUNS: Final = 50  # of a paragraph; as the first ones look, so does the rest

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
        self._known: dict[str, _Said] = {}

    def of(self, paragraph: Element) -> Look:
        """Return the look of a w:p: the size of most of its letters, and whether all of them are bold."""
        size, bold = self._style(attribute(child(paragraph, "pPr", "pStyle"), "val") or self._default)
        sizes: Counter[int] = Counter()
        all_bold = True
        for count, (run, length) in enumerate(_runs(paragraph, 0)):
            if count >= _RUNS:
                break
            own = child(run, "rPr")
            (own_size, own_bold), named = _said(own), child(own, "rStyle")
            style_size, style_bold = self._style(attribute(named, "val")) if named is not None else (None, None)
            sizes[_first(own_size, style_size, size) or int(self._base.size)] += length
            shown = next((one for one in (own_bold, style_bold, bold) if one is not None), self._base.bold)
            all_bold = all_bold and shown
        if not sizes:
            return Look(self._base.size / 2, bold=False)
        return Look(max(sizes, key=lambda one: (sizes[one], one)) / 2, all_bold)

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
    size, bold = child(properties, "sz"), child(properties, "b")
    return (
        whole_number(attribute(size, "val"), 0, _SIZE_MOST) or None if size is not None else None,
        attribute(bold, "val") not in _FALSE if bold is not None else None,
    )


def _first(*sizes: int | None) -> int | None:
    return next((size for size in sizes if size is not None), None)


def _runs(element: Element, depth: int) -> Iterator[tuple[Element, int]]:
    """Yield each run that shows letters, and how many."""
    for one in element:
        name = local(one)
        if name == "r":
            length = sum(len((text.text or "").strip()) for text in children(one, "t"))
            if length:
                yield one, length
        elif name in _THROUGH and depth < _DEPTH:
            yield from _runs(one, depth + 1)
