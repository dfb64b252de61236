"""The numbers and bullets that a word processor puts before paragraphs, counted as it counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.reader.markup import attribute, child, children, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS: Final = 9
BULLET: Final = "-"
_HOLE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST: Final = 3999
_WORDLESS: Final = frozenset({"none"})
_IDEOGRAPHS: Final = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `pattern` "%1.%2" names the levels whose counts it shows."""

    style: str
    pattern: str
    start: int = 1


def written(style: str, number: int) -> str:
    """Return a number in a style of numbering (ISO/IEC 29500-1, 17.18.59; the common ones, else decimal)."""
    number = max(0, min(number, _MOST))
    if style in {"lowerLetter", "upperLetter"} and number:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if style == "lowerLetter" else letters.upper()
    if style in {"lowerRoman", "upperRoman"} and number:
        digits, left = "", number
        for value, sign in _ROMAN:
            digits += sign * (left // value)
            left %= value
        return digits if style == "lowerRoman" else digits.upper()
    if style == "decimalZero":
        return f"{number:02d}"
    if style in {"chineseCounting", "ideographDigital", "japaneseCounting"} and number < len(_IDEOGRAPHS):
        return _IDEOGRAPHS[number]
    return str(number)


class Counters:
    """Counts the paragraphs of every list as they come."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}
        self._restarted: set[str] = set()

    def label(self, name: str, levels: dict[int, Level], depth: int, restart: str = "") -> str:
        """Return the next label of list `name` at a depth (0 is outermost): "2.1", "(a)", or a bullet, or nothing.

        `restart`, if given, names a run of the list that begins its counts anew the first time it is met.
        """
        depth = max(0, min(depth, LEVELS - 1))
        level = levels.get(depth)
        if level is None or level.style == "bullet":
            return BULLET
        if restart and restart not in self._restarted:
            self._restarted.add(restart)
            self._counts.pop(name, None)
        counts = self._counts.setdefault(name, [])
        while len(counts) <= depth:
            above = levels.get(len(counts))
            begin = above.start if above else 1
            # A level that was jumped over counts as begun; the one that is counted now is counted below.
            counts.append(begin if len(counts) < depth else begin - 1)
        counts[depth] += 1
        del counts[depth + 1 :]
        if level.style in _WORDLESS:
            return ""

        def count(hole: re.Match[str]) -> str:
            shown = int(hole[1]) - 1
            kind = levels.get(shown)
            return written(kind.style if kind else "decimal", counts[shown]) if shown < len(counts) else ""

        return _HOLE.sub(count, level.pattern).strip()


class Numbering:
    """What numbering.xml says of each list (ISO/IEC 29500-1, 17.9), and the counts so far."""

    def __init__(self, root: Element | None) -> None:
        self._counters = Counters()
        self._lists: dict[str, tuple[str, dict[int, Level], bool]] = {}
        if root is None:
            return
        kinds = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        abstract = {name: _levels(one) for name, one in kinds.items()}
        # A list that follows a style has its levels where the style says that they are its own.
        styled = {attribute(child(one, "styleLink"), "val"): name for name, one in kinds.items()}
        for one in children(root, "num"):
            base = attribute(child(one, "abstractNumId"), "val")
            style = attribute(child(kinds.get(base), "numStyleLink"), "val")
            base = styled.get(style, base) if style else base
            levels = dict(abstract.get(base, {}))
            restarts = False
            for change in children(one, "lvlOverride"):
                depth = whole_number(attribute(change, "ilvl"))
                start = child(change, "startOverride")
                own = _levels(change).get(depth) or levels.get(depth) or Level("decimal", f"%{depth + 1}.")
                if start is not None:
                    restarts = True
                    own = Level(own.style, own.pattern, whole_number(attribute(start, "val"), 1))
                levels[depth] = own
            self._lists[attribute(one, "numId")] = (base, levels, restarts)

    def label(self, list_id: str, depth: int) -> str | None:
        """Return the label of the next paragraph of a list, None where it is in none (or in none that is known)."""
        known = self._lists.get(list_id)
        if known is None:
            return None
        base, levels, restarts = known
        return self._counters.label(base, levels, depth, list_id if restarts else "")


def list_mark(label: str) -> str:
    """Return Markdown's mark for a label: a bullet stays one, "2." too, and any other label stands behind a bullet."""
    if label == BULLET or re.fullmatch(r"\d{1,9}[.)]", label):
        return label
    return f"{BULLET} {label}" if label else BULLET


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in children(element, "lvl"):
        depth = whole_number(attribute(level, "ilvl"))
        style = attribute(child(level, "numFmt"), "val") or "decimal"
        pattern = attribute(child(level, "lvlText"), "val")
        start = whole_number(attribute(child(level, "start"), "val"), 1)
        if 0 <= depth < LEVELS:
            found[depth] = Level(style, pattern[:100], start)
    return found
