"""The text of one Word paragraph: runs, changes, fields, notes, pictures, boxes and equations inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from paddock.reader.equations import is_power, office_equation
from paddock.reader.markup import MOST_DEPTH, attribute, child, children, local, whole_number
from paddock.reader.symbols import sign, with_signs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PRIVATE: Final = range(0xE000, 0xF900)
_BOXES: Final = {True: "☒", False: "☐"}
_FALSE: Final = frozenset({"0", "false", "off"})
# What other elements hold text for: through these the paragraph goes on.
_THROUGH: Final = frozenset({
    "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "rubyBase",
    "ruby", "r",
})  # fmt: skip
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_WIDE, _HIGH = 12 * 360_000, 15 * 360_000  # in EMU: most of a page between its margins
_BREAKS_OF_PAGES: Final = frozenset({"page"})


@dataclass
class Words:
    """A paragraph as read: its text, and what hangs on it and stands elsewhere.

    `scans` are pictures that fill most of a page. `pages` is how many pages begin inside it; `leads` whether the first
    of them begins before its first word.
    """

    text: str = ""
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: dict[str, None] = field(default_factory=dict)
    scans: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    explicit_breaks: int = 0
    rendered_breaks: int = 0
    leads: bool = False


class NoteNumbers:
    """The numbers under which a document shows its notes, given to them in the order in which they are met."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}
        self._met: dict[str, int] = {}

    def of(self, kind: str, name: str) -> int:
        """Return the number of the note that the file calls `name`."""
        if (kind, name) not in self._known:
            self._known[kind, name] = self._met[kind] = self._met.get(kind, 0) + 1
        return self._known[kind, name]


def words(paragraph: Element, numbers: NoteNumbers | None = None) -> Words:
    """Return what a w:p says. Inserted text counts, deleted and hidden text does not."""
    reader = _Paragraph(numbers or NoteNumbers())
    reader.walk(paragraph, 0)
    reader.found.text = re.sub(r"[ \t]+\n", "\n", "".join(reader.parts))
    return reader.found


class _Paragraph:
    def __init__(self, numbers: NoteNumbers) -> None:
        self.found = Words()
        self.parts: list[str] = []
        self._numbers = numbers
        self._raised = False  # whether the run before stood raised
        self._fields: list[int | None] = []  # of each open field: where its instruction begins, None behind that

    def walk(self, element: Element, depth: int) -> None:
        if depth > MOST_DEPTH:
            return
        for one in element:
            name = local(one)
            if name == "r":
                if not _hidden(one):
                    self._run(one, depth)
            elif name in _THROUGH:
                self.walk(one, depth + 1)
            elif name in {"oMath", "oMathPara"}:
                self.parts.append(f" {office_equation(one)} ")
            elif name == "AlternateContent":
                self._choice(one, depth, self.walk)
            elif name == "commentReference":
                self.found.comments.append(attribute(one, "id"))

    def _run(self, run: Element, depth: int) -> None:  # noqa: C901, PLR0912 - one branch for each thing in a run
        if depth > MOST_DEPTH:
            return
        properties: Element | None = None
        raised = False
        for one in run:
            name = local(one)
            if name == "rPr":
                properties, raised = one, attribute(child(one, "vertAlign"), "val") == "superscript"
            elif name == "t":
                text = one.text or ""
                text = text if text.isascii() else with_signs(text, _font(properties))
                # A power may lie in several runs, which go on from each other.
                if raised and not self._raised and is_power(text.strip(), self.parts[-1] if self.parts else ""):
                    self.parts.append("^")
                self.parts.append(text)
                self._raised = raised
            elif name in _SIGNS:
                self.parts.append(_SIGNS[name])
            elif name == "br":
                self._break(one)
            elif name == "lastRenderedPageBreak":
                self.found.rendered_breaks += 1
                self._lead()
            elif name == "sym":
                self.parts.append(_symbol(one))
            elif name == "footnoteReference":
                self._note(one, self.found.footnotes, "")
            elif name == "endnoteReference":
                self._note(one, self.found.endnotes, "e")
            elif name == "fldChar":
                self._field(one)
            elif name == "commentReference":
                self.found.comments.append(attribute(one, "id"))
            elif name in {"drawing", "pict", "object"}:
                self._drawing(one)
            elif name == "AlternateContent":
                self._choice(one, depth, self._run)
            elif name == "ruby":
                self.walk(one, depth + 1)
            elif name in {"oMath", "oMathPara"}:
                self.parts.append(f" {office_equation(one)} ")

    def _field(self, element: Element) -> None:
        """Begin or end a field, or its instruction, which is not seen; fields inside it have texts (17.16.18)."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.parts += [shown] if (shown := _form_field(element)) else []
            self._fields.append(len(self.parts))
        elif kind in {"separate", "end"} and self._fields:
            begin = self._fields.pop()
            if begin is not None:
                del self.parts[begin:]
            self._fields += [None] * (kind == "separate")

    def _choice(self, element: Element, depth: int, then: object) -> None:
        chosen = child(element, "Choice")
        if chosen is None:
            chosen = child(element, "Fallback")
        if chosen is not None and callable(then):
            then(chosen, depth + 1)

    def _break(self, element: Element) -> None:
        if attribute(element, "type") in _BREAKS_OF_PAGES:
            self.found.explicit_breaks += 1
            self._lead()
        self.parts.append("\n")

    def _lead(self) -> None:
        first = self.found.explicit_breaks + self.found.rendered_breaks == 1
        if first and not "".join(self.parts).strip():
            self.found.leads = True

    def _note(self, element: Element, notes: list[str], mark: str) -> None:
        name = attribute(element, "id")
        notes.append(name)
        self.parts.append(f"[^{mark}{self._numbers.of(mark, name)}]")

    def _drawing(self, drawing: Element) -> None:
        """Collect what a drawing holds; of two versions of one drawing, only the first."""
        fallbacks = set(drawing.iter("{*}Fallback"))
        fills_a_page = _fills_a_page(drawing)
        for one in drawing.iter():
            name = local(one)
            if name == "blip" and fills_a_page:
                self.found.scans.append(attribute(one, "embed"))
            if name not in {"docPr", "shape", "imagedata", "txbxContent", "chart", "relIds", "cNvPr"}:
                continue
            above = set(one.iterancestors())
            if fallbacks & above or any(local(higher) == "txbxContent" for higher in _below(one, drawing)):
                continue  # a box's own content is read with the box
            if name == "txbxContent":
                self.found.boxes.append(one)
            elif name == "chart":
                self.found.charts.append(attribute(one, "id"))
            elif name == "relIds":
                self.found.diagrams.append(attribute(one, "dm"))
            else:
                text = attribute(one, "descr") or attribute(one, "alt")
                if text.strip():
                    self.found.pictures[text] = None


def _fills_a_page(drawing: Element) -> bool:
    size = next(drawing.iter("{*}extent"), None)
    return whole_number(attribute(size, "cx")) >= _WIDE and whole_number(attribute(size, "cy")) >= _HIGH


def _below(element: Element, top: Element) -> list[Element]:
    """Return the ancestors of an element that lie inside `top`."""
    found = []
    for one in element.iterancestors():
        if one is top:
            break
        found.append(one)
    return found


def _hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in _FALSE


def _font(properties: Element | None) -> str:
    fonts = child(properties, "rFonts")
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")


def _form_field(element: Element) -> str:
    """Return what a field of a form shows that has no text of its own: a box that is ticked or not, a choice."""
    data = child(element, "ffData")
    box, choices = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        said = child(box, "checked")
        said = child(box, "default") if said is None else said
        return _BOXES[said is not None and attribute(said, "val") not in _FALSE] + " "
    entries = [attribute(one, "val") for one in children(choices, "listEntry")]
    chosen = whole_number(attribute(child(choices, "result"), "val"), 0)
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    known = sign(attribute(element, "font"), code)
    if known:
        return known
    # Symbol fonts keep their signs in the private area, where a sign means nothing without its font.
    return "" if code in _PRIVATE or not 0x20 <= code < 0x11_0000 else chr(code)  # noqa: PLR2004
