"""The shapes of a slide: text, tables, charts, SmartArt, pictures' descriptions, each with its place there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from paddock.reader.drawing import chart, diagram, paragraph_text, table_rows
from paddock.reader.markup import MOST_DEPTH, attribute, child, children, local, whole_number
from paddock.reader.numbering import written
from paddock.reader.slides import Line, Shape
from paddock.reader.typed_lists import typed_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from paddock.reader.package import Link, Package

_TITLES: Final = frozenset({"title", "ctrTitle"})
_LISTS: Final = frozenset({"", "body", "obj"})  # placeholders whose paragraphs are items unless they say otherwise
_FURNITURE: Final = frozenset({"dt", "ftr", "hdr"})
_MUCH: Final = 0.25  # of a slide's area
_WORD: Final = re.compile(r"[^\W\d_]{2}")
Key = tuple[str, str]
Area = tuple[float, float, float, float]  # left, top, width, height


class Placeholders:
    """Where a layout, or the master behind it, puts the placeholders that a slide does not place itself."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, Mapping[Key, Area]] = {}

    def of(self, layout: str) -> Mapping[Key, Area]:
        """Return the areas of a layout's placeholders by (type, index), and by (type, "")."""
        if layout and layout not in self._known:
            found: dict[Key, Area] = {}
            masters = [link.part for link in self._package.links(layout) if link.kind == "slideMaster"]
            for part in (*masters[:1], layout):
                root = self._package.tree(part)
                for shape in () if root is None else root.iter("{*}sp"):
                    holder = child(shape, "nvSpPr", "nvPr", "ph")
                    area = _area(child(shape, "spPr", "xfrm"))
                    if holder is not None and area is not None:
                        kind = attribute(holder, "type")
                        found[kind, attribute(holder, "idx")] = area
                        found.setdefault((kind, ""), area)
            self._known[layout] = found
        return self._known.get(layout, {})


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a group's own coordinates lie on the slide: x' = x * scale + shift."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    shift_x: float = 0.0
    shift_y: float = 0.0
    groups: tuple[int, ...] = ()

    def place(self, area: Area) -> Area:
        left, top, width, height = area
        return (
            left * self.scale_x + self.shift_x,
            top * self.scale_y + self.shift_y,
            width * self.scale_x,
            height * self.scale_y,
        )


class SlideShapes:
    """Reads the shapes of one slide. `seen` holds the footers met on slides before.

    `pictures` has the parts of those that fill much of it.
    """

    def __init__(
        self,
        package: Package,
        links: list[Link],
        placeholders: Mapping[Key, Area],
        size: tuple[int, int],
        seen: set[str],
    ) -> None:
        self._package = package
        self._parts = {link.id: link.part for link in links}
        self._placeholders = placeholders
        self._width, self._height = size
        self._seen = seen
        self._title = ""
        self._groups = 0
        self.pictures: list[str] = []

    def read(self, slide: Element) -> tuple[str, list[Shape]]:
        """Return the slide's title and its other shapes, in the order of the file."""
        tree = child(slide, "cSld", "spTree")
        shapes = list(self._shapes(tree, _Frame(), 0)) if tree is not None else []
        return self._title, shapes

    def standing(self, behind: Element) -> Iterator[Shape]:
        """Yield the texts that a layout, or a master, shows on each of its slides by itself, those not met before."""
        for one in behind.iter("{*}sp"):
            body = child(one, "txBody")
            if body is None or _is_hidden(one) or child(one, "nvSpPr", "nvPr", "ph") is not None:
                continue
            lines = tuple(_lines(body, bulleted=False))
            said = " ".join(line.text for line in lines).strip()
            if _WORD.search(said) and said not in self._seen:
                self._seen.add(said)
                yield Shape(0.0, 1.0, lines=lines)  # below what the slide says itself

    def _shapes(self, parent: Element, frame: _Frame, depth: int) -> Iterator[Shape]:
        if depth > MOST_DEPTH:
            return
        for one in parent:
            name = local(one)
            if _is_hidden(one):
                continue
            if name in {"sp", "cxnSp"}:
                yield from self._text(one, frame)
            elif name == "grpSp":
                self._groups += 1
                inner = _inner(child(one, "grpSpPr", "xfrm"), frame)
                inner = replace(inner, groups=(*frame.groups, self._groups))
                yield from self._shapes(one, inner, depth + 1)
            elif name == "graphicFrame":
                yield from self._graphic(one, frame)
            elif name == "pic":
                yield from self._picture(one, frame)
            elif name == "AlternateContent":
                chosen = child(one, "Choice")
                chosen = child(one, "Fallback") if chosen is None else chosen
                if chosen is not None:
                    yield from self._shapes(chosen, frame, depth + 1)

    def _picture(self, picture: Element, frame: _Frame) -> Iterator[Shape]:
        at = self._at(_area(child(picture, "spPr", "xfrm")), frame)
        if at[2] * at[3] >= _MUCH:
            self.pictures.append(self._parts.get(attribute(child(picture, "blipFill", "blip"), "embed"), ""))
        yield from self._described(picture, at, frame)

    def _text(self, shape: Element, frame: _Frame) -> Iterator[Shape]:
        holder = child(shape, "nvSpPr", "nvPr", "ph")
        kind = attribute(holder, "type")
        body = child(shape, "txBody")
        area = _area(child(shape, "spPr", "xfrm"))
        at = self._at(area, frame)
        if area is None and holder is not None:
            placed = self._placeholders
            inherited = placed.get((kind, attribute(holder, "idx"))) or placed.get((kind, ""))
            inherited = inherited or next(
                (p for (_, i), p in placed.items() if i and i == attribute(holder, "idx")), None
            )
            at = self._at(inherited, _Frame())
        yield from self._described(shape, at, frame)
        if body is None or kind == "sldNum":
            return
        lines = tuple(_lines(body, bulleted=holder is not None and kind in _LISTS))
        said = " ".join(line.text for line in lines).strip()
        if not said:
            return
        if kind in _TITLES and not self._title:
            self._title = said
            return
        if kind in _FURNITURE:
            if said in self._seen:
                return
            self._seen.add(said)
        yield Shape(*at, lines, groups=frame.groups)

    def _graphic(self, frame_element: Element, frame: _Frame) -> Iterator[Shape]:
        at, groups = self._at(_area(child(frame_element, "xfrm")), frame), frame.groups
        yield from self._described(frame_element, at, frame)
        data = child(frame_element, "graphic", "graphicData")
        for one in () if data is None else data:
            name = local(one)
            if name == "tbl":
                yield Shape(*at, rows=table_rows(one), groups=groups)
            elif name == "chart":
                root = self._package.tree(self._parts.get(attribute(one, "id"), ""))
                if root is not None:
                    drawn = chart(root)
                    caption = f"Chart: {drawn.title}" if drawn.title else ""
                    yield Shape(*at, rows=drawn.rows, caption=caption, groups=groups)
            elif name == "relIds":
                root = self._package.tree(self._parts.get(attribute(one, "dm"), ""))
                if root is not None:
                    lines = tuple(Line(text, depth + 1) for depth, text in diagram(root))
                    yield Shape(*at, lines, groups=groups)

    def _described(self, shape: Element, at: Area, frame: _Frame) -> Iterator[Shape]:
        for one in shape:
            if local(one).startswith("nv"):
                text = attribute(child(one, "cNvPr"), "descr").strip()
                if text:
                    yield Shape(*at, caption=f"Picture: {text}", groups=frame.groups)

    def _at(self, area: Area | None, frame: _Frame) -> Area:
        if area is None:
            return 0.0, 0.0, 0.0, 0.0
        left, top, width, height = frame.place(area)
        return left / self._width, top / self._height, width / self._width, height / self._height


def _is_hidden(shape: Element) -> bool:
    """Return whether a shape was taken out of sight, as in the list of a slide's shapes."""
    properties = next((child(one, "cNvPr") for one in shape if local(one).startswith("nv")), None)
    return attribute(properties, "hidden") in {"1", "true"}


def _area(transform: Element | None) -> Area | None:
    offset, size = child(transform, "off"), child(transform, "ext")
    if offset is None:
        return None
    left, top, width, height = (
        float(whole_number(attribute(one, name)))
        for one, name in ((offset, "x"), (offset, "y"), (size, "cx"), (size, "cy"))
    )
    return left, top, width, height


def _inner(transform: Element | None, outer: _Frame) -> _Frame:
    """Return how the coordinates inside a group lie on the slide (ISO/IEC 29500-1, 20.1.7.5)."""
    corner, inside = _area(transform), child(transform, "chOff")
    size, inner_size = child(transform, "ext"), child(transform, "chExt")
    if corner is None or inside is None:
        return outer

    def ratio(name: str) -> float:
        whole = whole_number(attribute(inner_size, name))
        return whole_number(attribute(size, name)) / whole if whole else 1.0

    scale_x, scale_y = ratio("cx"), ratio("cy")
    shift_x = corner[0] - whole_number(attribute(inside, "x")) * scale_x
    shift_y = corner[1] - whole_number(attribute(inside, "y")) * scale_y
    shift_x, shift_y, _, _ = outer.place((shift_x, shift_y, 0.0, 0.0))
    return replace(
        outer, scale_x=outer.scale_x * scale_x, scale_y=outer.scale_y * scale_y, shift_x=shift_x, shift_y=shift_y
    )


def _lines(body: Element, *, bulleted: bool) -> Iterator[Line]:
    counts: dict[int, int] = {}
    for paragraph in children(body, "p"):
        text = paragraph_text(paragraph).strip()
        if not text:
            continue
        properties = child(paragraph, "pPr")
        level = max(0, min(8, whole_number(attribute(properties, "lvl"))))
        numbered = child(properties, "buAutoNum")
        marks = {local(one) for one in properties} if properties is not None else set()
        if numbered is not None:
            counts = {depth: count for depth, count in counts.items() if depth <= level}
            begin = whole_number(attribute(numbered, "startAt"), 1)
            counts[level] = counts.get(level, begin - 1) + 1
            yield Line(text, level + 1, _mark(attribute(numbered, "type"), counts[level]))
            continue
        is_item = (bulleted or bool(marks & {"buChar", "buBlip"})) and "buNone" not in marks
        typed = typed_item(text)
        if typed is not None:
            yield Line(typed[1], level + 1, typed[0])
        else:
            yield Line(text, level + 1 if is_item else 0)


def _mark(scheme: str, number: int) -> str:
    """Return "2.", or a bullet with the label behind it for what Markdown has no mark for ("alphaLcParenR")."""
    if scheme.startswith("arabic"):
        return f"{number}."
    style = {"alphaLc": "lowerLetter", "alphaUc": "upperLetter", "romanLc": "lowerRoman", "romanUc": "upperRoman"}
    label = written(style.get(scheme[:7], "decimal"), number)
    return f"- {label}." if scheme.endswith("Period") else f"- {label})"
