"""Sets LaTeX formulas as outlines, away from the Qt thread; what cannot be set is shown as it was written."""

from __future__ import annotations

import re
import warnings
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPainterPathStroker

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EM = 100.0
"""Formulas are kept at this font size and scaled."""

_KEPT = 512
_MAX_BRACES = 40
_MAX_CHARS = 2_000
_NUMBER_OR_LETTER = re.compile(r"[MLQZ]|-?\d+(?:\.\d+)?(?:e-?\d+)?")
_COORDINATES = {"M": 2, "L": 2, "Q": 4, "Z": 0}
_SHAPES = {"path", "rect", "line"}


@dataclass(frozen=True)
class Formula:
    """A formula's outline, baseline at y = 0, and its extent, all at a font size of 100."""

    path: QPainterPath
    left: float
    width: float
    ascent: float
    descent: float


class FormulaPress(QObject):
    """Sets formulas on one thread of its own, which starts with the first formula. `pressed`: more are ready.

    Colours and sizes inside formulas follow the text around them. `close` must be called at the end.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready: OrderedDict[tuple[str, bool], Formula | None] = OrderedDict()
        self._under_way: set[tuple[str, bool]] = set()
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    _done = Signal(object, object)

    def formula(self, source: str, *, display: bool) -> Formula | None:
        """Return the formula if it is ready; otherwise begin setting it, and return None, also where it cannot be."""
        key = (source, display)
        if key in self._ready:
            self._ready.move_to_end(key)
            return self._ready[key]
        if key not in self._under_way and not self._closed:
            self._under_way.add(key)
            if self._pool is None:
                self._pool = ThreadPoolExecutor(1, thread_name_prefix="paddock-formulas")
            self._pool.submit(self._work, key)
        return None

    @property
    def busy(self) -> bool:
        """Tell whether formulas are still being set."""
        return bool(self._under_way)

    def close(self) -> None:
        """End the thread; nothing is delivered afterwards."""
        self._closed = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _work(self, key: tuple[str, bool]) -> None:
        formula = set_formula(*key)
        if not self._closed:
            self._done.emit(key, formula)

    def _on_done(self, key: tuple[str, bool], formula: Formula | None) -> None:
        self._under_way.discard(key)
        self._ready[key] = formula
        while len(self._ready) > _KEPT:
            self._ready.popitem(last=False)
        if formula is not None:
            self.pressed.emit()


def set_formula(source: str, display: bool) -> Formula | None:  # noqa: FBT001 - a key's two parts
    """Return the outline of a LaTeX formula, or None where it is too long, too deep or not understood."""
    if len(source) > _MAX_CHARS or source.count("{") > _MAX_CHARS // 4 or _depth(source) > _MAX_BRACES:
        return None
    # WORKAROUND(ziamath 0.13): it opens its font in a way deprecated since Python 3.11.
    warnings.filterwarnings("ignore", category=DeprecationWarning, module="ziamath|ziafont|latex2mathml")
    try:
        import ziamath  # noqa: PLC0415 - 150 ms, only when there is a formula
        from ziafont.config import config as font_config  # noqa: PLC0415 - as above

        font_config.svg2 = False  # plain outlines instead of references to symbols
        drawing: Element[Any] = ziamath.Latex(source, size=EM, inline=not display).svgxml()
        return _outline(drawing)
    except Exception:  # noqa: BLE001 - ziamath raises whatever its parts raise; the source is shown instead
        return None


def _depth(source: str) -> int:
    depth = deepest = 0
    for sign in source:
        if sign == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign == "}":
            depth -= 1
    return max(deepest, source.count(r"\left"), source.count(r"\begin") * 4)


def _outline(drawing: Element[Any]) -> Formula | None:
    left, top, width, height = (float(part) for part in str(drawing.get("viewBox")).split())
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for shape in drawing.iter():
        kind = shape.tag.rpartition("}")[2]
        if kind == "path":
            _add_path(path, str(shape.get("d")))
        elif kind == "rect":
            _add_rect(path, shape)
        elif kind == "line":
            line = QPainterPath()
            line.moveTo(_number(shape, "x1"), _number(shape, "y1"))
            line.lineTo(_number(shape, "x2"), _number(shape, "y2"))
            path.addPath(_stroked(line, _number(shape, "stroke-width", 4.0)))
        elif kind != "svg":
            return None
    if path.isEmpty():
        return None
    return Formula(path, left, width, -top, height + top)


def _number(shape: Element[Any], name: str, default: float = 0.0) -> float:
    return float(shape.get(name, default))


def _add_rect(path: QPainterPath, shape: Element[Any]) -> None:
    box = QRectF(*(_number(shape, name) for name in ("x", "y", "width", "height")))
    if shape.get("fill") == "none":
        line = QPainterPath()
        line.addRect(box)
        path.addPath(_stroked(line, _number(shape, "stroke-width", 4.0)))
    else:
        path.addRect(box)


def _stroked(line: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    return stroker.createStroke(line)


def _add_path(path: QPainterPath, steps: str) -> None:
    letter = ""
    numbers: list[float] = []
    for part in _NUMBER_OR_LETTER.findall(steps):
        if part in _COORDINATES:
            letter = part
            numbers = []
            if letter == "Z":
                path.closeSubpath()
            continue
        numbers.append(float(part))
        if len(numbers) == _COORDINATES[letter]:
            if letter == "M":
                path.moveTo(numbers[0], numbers[1])
            elif letter == "L":
                path.lineTo(numbers[0], numbers[1])
            else:
                path.quadTo(numbers[0], numbers[1], numbers[2], numbers[3])
            numbers = []
