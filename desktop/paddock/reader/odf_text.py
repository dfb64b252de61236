"""The text of one OpenDocument paragraph, and what hangs on it: notes, comments, frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.equations import is_power
from paddock.reader.markup import MOST_DEPTH, attribute, child, local, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from paddock.reader.odf_styles import OdfStyles

_SPACES: Final = re.compile(r"[ \t\r\n]+")
_SPACES_MOST: Final = 200
# Around what stands raised, until it is known what stands before it; no XML has these characters.
_UP, _DOWN = "\x0e", "\x0f"
_RAISED: Final = re.compile(f"([^{_UP}{_DOWN}]?){_UP}([^{_DOWN}]*){_DOWN}")
# What stands in a paragraph without being its text; drawings are collected, the rest is no text at all.
_DRAWINGS: Final = frozenset({
    "frame", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "path", "connector", "caption",
    "g", "measure", "regular-polygon",
})  # fmt: skip
_SILENT: Final = frozenset({
    "annotation-end", "hidden-text", "hidden-paragraph", "ruby-text", "script", "tracked-changes", "event-listeners",
})  # fmt: skip


@dataclass
class OdfWords:
    """A paragraph as read; `lines` is its text with its indents.

    `notes` holds (mark, body) of each note, `breaks` how many pages begin inside.
    """

    text: str = ""
    lines: str = ""
    notes: list[tuple[str, Element]] = field(default_factory=list)
    comments: list[Element] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    breaks: int = 0


def odf_words(paragraph: Element, styles: OdfStyles) -> OdfWords:
    """Return what a text:p or text:h says. Deleted text stands elsewhere, hidden text is left out."""
    found = OdfWords()
    text = _RAISED.sub(_power, "".join(_walk(paragraph, styles, found, 0)))
    found.lines = text.rstrip()
    found.text = "\n".join(line.strip(" ") for line in text.split("\n")).strip()
    return found


def _power(found: re.Match[str]) -> str:
    before, raised = found[1], found[2].replace(_UP, "")
    return f"{before}^{raised}" if is_power(raised.strip(), before) else before + raised


def is_drawing(element: Element) -> bool:
    """Return whether an element is a frame or a shape."""
    return local(element) in _DRAWINGS


def comment(element: Element, styles: OdfStyles) -> str:
    """Return an annotation as "Comment (author): text", empty where it says nothing."""
    name, text = remark(element, styles)
    return f"Comment{f' ({name})' if name else ''}: {text}" if text else ""


def remark(element: Element, styles: OdfStyles) -> tuple[str, str]:
    """Return an annotation's author and text, both empty where they are not told."""
    lines = [odf_words(one, styles).text for one in element.iter("{*}p")]
    author = child(element, "creator")
    name = (author.text or "").strip() if author is not None else ""
    return name, _SPACES.sub(" ", " ".join(lines)).strip()


def _walk(element: Element, styles: OdfStyles, found: OdfWords, depth: int) -> Iterator[str]:
    if element.text:
        yield _SPACES.sub(" ", element.text)
    for one in element:
        if depth < MOST_DEPTH:
            yield from _inline(one, styles, found, depth)
        if one.tail:
            yield _SPACES.sub(" ", one.tail)


def _inline(one: Element, styles: OdfStyles, found: OdfWords, depth: int) -> Iterator[str]:
    name = local(one)
    if name == "s":
        yield " " * max(1, min(_SPACES_MOST, whole_number(attribute(one, "c"), 1)))
    elif name in {"tab", "line-break"}:
        yield "\t" if name == "tab" else "\n"
    elif name == "soft-page-break":
        found.breaks += 1
    elif name == "note":
        cited = child(one, "note-citation")
        mark = "".join(str(text) for text in cited.itertext()).strip() if cited is not None else ""
        body = child(one, "note-body")
        if body is not None:
            found.notes.append((f"[^{mark}]", body))
            yield f"[^{mark}]"
    elif name == "annotation":
        found.comments.append(one)
    elif name in _DRAWINGS:
        found.drawings.append(one)
    elif name not in _SILENT and not (name == "span" and attribute(one, "style-name") in styles.hidden):
        raised = name == "span" and attribute(one, "style-name") in styles.raised
        yield _UP * raised
        yield from _walk(one, styles, found, depth + 1)
        yield _DOWN * raised
