"""Equations as one line of plain text: Office's own markup (ISO/IEC 29500-1, 22.1) and MathML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.reader.markup import MOST_DEPTH, attribute, child, children, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIMPLE: Final = re.compile(r"[\w.,′∞]*")
# Raised figures stand for another number than the same figures on the line: 10^6 is not 106.
_RAISED: Final = re.compile(r"[-+\u2212\u2013]?\s?\d{1,4}[-+\u2212\u2013]?|[-+\u2212\u2013]|[-\u2212\u2013]?[nxk]")
_OPENING, _CLOSING = "(", ")"


def office_equation(element: Element) -> str:
    """Return what m:oMath or m:oMathPara says, as in "x = (-b ± √(b^2-4ac))/(2a)"."""
    return re.sub(r"[ \u2061-\u2064]+", " ", _office(element, 0)).strip()


def mathml(element: Element) -> str:
    """Return what a MathML tree says; the words of its author (StarMath, TeX) where it carries them."""
    for note in element.iter():
        if local(note) == "annotation" and (note.text or "").strip():
            return re.sub(r"\s+", " ", note.text or "").strip()
    return re.sub(r"\s+", " ", _mathml(element, 0)).strip()


def is_power(raised: str, before: str) -> bool:
    """Return whether text that stands raised behind other text is an exponent, a charge or a note's number."""
    return bool(_RAISED.fullmatch(raised)) and (before[-1:].isalnum() or before[-1:] in {")", "]", "%", "°"})


def _group(text: str) -> str:
    """Put parentheses around what would read differently without them."""
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _office(element: Element, depth: int) -> str:  # noqa: C901, PLR0911, PLR0912 - one branch for each construction of the vocabulary
    if depth > MOST_DEPTH:
        return "".join(str(text) for text in element.itertext())
    name = local(element)

    def part(*path: str) -> str:
        found = child(element, *path)
        return "" if found is None else _all(found, depth)

    if name == "t":
        return element.text or ""
    if name == "f":
        return f"{_group(part('num'))}/{_group(part('den'))}"
    if name == "sSup":
        return f"{_group(part('e'))}^{_group(part('sup'))}"
    if name == "sSub":
        return f"{_group(part('e'))}_{_group(part('sub'))}"
    if name == "sSubSup":
        return f"{_group(part('e'))}_{_group(part('sub'))}^{_group(part('sup'))}"
    if name == "sPre":
        return f"_{_group(part('sub'))}^{_group(part('sup'))}{part('e')}"
    if name == "rad":
        degree = part("deg").strip()
        return f"{f'root {degree} of ' if degree else '√'}({part('e')})"
    if name == "nary":
        sign = attribute(child(element, "naryPr", "chr"), "val") or "∫"
        sub, sup = part("sub"), part("sup")
        return f"{sign}{f'_{_group(sub)}' if sub else ''}{f'^{_group(sup)}' if sup else ''} {part('e')}"
    if name == "d":
        properties = child(element, "dPr")
        opening = child(properties, "begChr")
        closing = child(properties, "endChr")
        between = attribute(child(properties, "sepChr"), "val") or ", "
        inside = between.join(_all(one, depth) for one in children(element, "e"))
        left = _OPENING if opening is None else attribute(opening, "val")
        right = _CLOSING if closing is None else attribute(closing, "val")
        return f"{left}{inside}{right}"
    if name == "func":
        return f"{part('fName').strip()}({part('e')})"
    if name in {"limLow", "limUpp"}:
        return f"{part('e')}{'_' if name == 'limLow' else '^'}{_group(part('lim'))}"
    if name == "m":
        return (
            "["
            + "; ".join(", ".join(_all(e, depth) for e in children(row, "e")) for row in children(element, "mr"))
            + "]"
        )
    if name == "eqArr":
        return "; ".join(_all(one, depth) for one in children(element, "e"))
    if name == "acc":
        return part("e") + (attribute(child(element, "accPr", "chr"), "val") or "\u0302")
    if name.endswith("Pr"):
        return ""
    return _all(element, depth)


def _all(element: Element, depth: int) -> str:
    return "".join(_office(one, depth + 1) for one in element)


def _mathml(element: Element, depth: int) -> str:
    if depth > MOST_DEPTH:
        return "".join(str(text) for text in element.itertext())
    name, parts = local(element), [_mathml(one, depth + 1) for one in element]
    if not parts:
        return (element.text or "").strip()
    first, second, third = (*parts, "", "", "")[:3]
    shapes = {
        "mfrac": f"{_group(first)}/{_group(second)}",
        "msup": f"{_group(first)}^{_group(second)}",
        "mover": f"{_group(first)}^{_group(second)}",
        "msub": f"{_group(first)}_{_group(second)}",
        "munder": f"{_group(first)}_{_group(second)}",
        "msubsup": f"{_group(first)}_{_group(second)}^{_group(third)}",
        "munderover": f"{_group(first)}_{_group(second)}^{_group(third)}",
        "msqrt": f"√({''.join(parts)})",
        "mroot": f"root {second} of ({first})",
        "mtr": ", ".join(parts),
        "mtable": f"[{'; '.join(parts)}]",
    }
    return shapes.get(name, "".join(parts))
