"""What stands in the drawings of Office files: paragraphs, tables, charts as tables, SmartArt as lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.equations import office_equation
from paddock.reader.markup import MOST_DEPTH, attribute, child, children, local, whole_number
from paddock.reader.numbers import show_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Rows = tuple[tuple[str, ...], ...]

# A chart of more points is a sheet's business, where they stand as rows.
_POINTS: Final = 1000
_SERIES: Final = 50
_TRUE: Final = frozenset({"1", "true"})
_REPEATED_CHARACTERS: Final = 80


def paragraph_text(paragraph: Element) -> str:
    """Return the text of an a:p: runs, fields, line ends and equations, in order."""
    parts: list[str] = []
    for one in paragraph:
        name = local(one)
        if name in {"r", "fld"}:
            parts += [text.text or "" for text in children(one, "t")]
        elif name == "br":
            parts.append("\n")
        elif name == "m":
            parts.append(" ".join(office_equation(part) for part in one))
        elif name == "AlternateContent":
            choice = child(one, "Choice")
            parts.append("" if choice is None else paragraph_text(choice))
    return "".join(parts)


def text_of(body: Element | None) -> str:
    """Return the paragraphs below an element, one a line, without empty ones."""
    if body is None:
        return ""
    lines = (paragraph_text(one) for one in body.iter("{*}p"))
    return "\n".join(line for line in lines if line.strip())


def table_rows(table: Element) -> Rows:
    """Return the cells of an a:tbl; a label merged downwards stands in each row, other merged cells are empty."""
    rows: list[tuple[str, ...]] = []
    for row in children(table, "tr"):
        cells: list[str] = []
        for column, cell in enumerate(children(row, "tc")):
            above = rows[-1][column] if rows and column < len(rows[-1]) else ""
            if attribute(cell, "hMerge") in _TRUE:
                cells.append("")
            elif attribute(cell, "vMerge") in _TRUE:
                cells.append(above if len(above) <= _REPEATED_CHARACTERS else "")
            else:
                cells.append(text_of(child(cell, "txBody")))
        rows.append(tuple(cells))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart says: its title with those of its axes, and its values with the names of the series on top."""

    title: str
    rows: Rows


def chart(root: Element) -> Chart:
    """Return what a chart part (ISO/IEC 29500-1, 21.2; or Microsoft's later cx) holds."""
    titles = [text_of(one).replace("\n", " ") or " ".join(_values(one).values()) for one in root.iter("{*}title")]
    title = " – ".join(dict.fromkeys(text for text in titles if text.strip()))
    series = list(root.iter("{*}ser", "{*}series"))[:_SERIES]
    if any(local(one) == "series" for one in series):
        return Chart(title, _later(root, series))
    categories: dict[int, str] = {}
    columns: list[tuple[str, dict[int, str]]] = []
    for one in series:
        if not categories:
            categories = _values(_first(one, "cat", "xVal"))
        columns.append((" ".join(_values(child(one, "tx")).values()), _values(_first(one, "val", "yVal"))))
    points = sorted({*categories, *(index for _, column in columns for index in column)})[:_POINTS]
    if not points:
        return Chart(title, ())
    head = ("", *(name for name, _ in columns))
    body = ((categories.get(i, ""), *(column.get(i, "") for _, column in columns)) for i in points)
    return Chart(title, (head, *body))


def diagram(root: Element) -> list[tuple[int, str]]:
    """Return the texts of a SmartArt's data part (ISO/IEC 29500-1, 21.4) as (depth, text), in the order of its tree."""
    texts: dict[str, str] = {}
    for point in root.iter("{*}pt"):
        if attribute(point, "type") in {"", "node", "asst", "doc"}:
            texts[attribute(point, "modelId")] = text_of(child(point, "t")).replace("\n", " ")
    below: dict[str, list[tuple[int, str]]] = {}
    inner: set[str] = set()
    for link in root.iter("{*}cxn"):
        if attribute(link, "type") in {"", "parOf"}:
            target = attribute(link, "destId")
            below.setdefault(attribute(link, "srcId"), []).append((whole_number(attribute(link, "srcOrd")), target))
            inner.add(target)
    lines: list[tuple[int, str]] = []
    seen: set[str] = set()
    waiting = [(0, name) for name in reversed(texts) if name not in inner]
    while waiting:
        depth, name = waiting.pop()
        if name in seen or name not in texts:
            continue
        seen.add(name)
        text = texts[name]
        if text.strip():
            lines.append((depth, text))
        deeper = min(depth + 1, MOST_DEPTH) if text.strip() else depth
        waiting += [(deeper, target) for _, target in sorted(below.get(name, ()), reverse=True)]
    # A tree that bites its own tail hangs on no root; its texts are there all the same.
    return lines + [(0, text) for name, text in texts.items() if name not in seen and text.strip()]


def _first(element: Element, *names: str) -> Element | None:
    return next((found for name in names if (found := child(element, name)) is not None), None)


def _values(element: Element | None) -> dict[int, str]:
    """Return the values kept with a reference, by their index; levels of categories are joined."""
    if element is None:
        return {}
    found: dict[int, str] = {}
    code = next((one.text or "" for one in element.iter("{*}formatCode")), "")
    for point in element.iter("{*}pt"):
        value = child(point, "v")
        index = whole_number(attribute(point, "idx"))
        if value is None or len(found) >= _POINTS:
            continue
        text = _as_seen(value.text or "", code or attribute(point, "formatCode"))
        found[index] = f"{text} {found[index]}" if index in found else text
    if not found:
        plain = child(element, "v")
        return {0: plain.text or ""} if plain is not None else {}
    return found


def _as_seen(text: str, code: str) -> str:
    if not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text):
        return text
    return show_number(float(text), code or "General")


def _later(root: Element, series: list[Element]) -> Rows:
    """Return the values of a chart in the later markup (cx), where the data stands apart from the series."""
    rows: list[tuple[str, ...]] = []
    for one, data in zip(series, root.iter("{*}data"), strict=False):
        names = [[point.text or "" for point in dim.iter("{*}pt")] for dim in children(data, "strDim")]
        numbers = [[point.text or "" for point in dim.iter("{*}pt")] for dim in children(data, "numDim")]
        rows.append(("", text_of(child(one, "tx")) or " ".join(v.text or "" for v in one.iter("{*}v"))))
        columns = (names[:1] or [[]]) + (numbers[:1] or [[]])
        rows += [
            tuple(column[i] if i < len(column) else "" for column in columns)
            for i in range(min(_POINTS, max(map(len, columns))))
        ]
    return tuple(rows)
