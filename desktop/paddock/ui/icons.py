"""Line icons of one family (Phosphor), drawn as outlines in the theme's colours at any size.

The font file comes with qtawesome; qtawesome itself is not imported, since it loads every family it has
(measured: 158 ms for its first icon; the one font through QRawFont and its name table: 6 ms).
"""

from __future__ import annotations

import importlib.util
import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QRawFont, QTransform

from paddock.ui.mirroring import mirrored

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from paddock.ui.theme import Theme

Tint = Literal["text", "text_muted", "accent", "on_accent", "danger", "warning", "info", "on_toast"]
_DIRECTED = frozenset({"caret-left", "caret-right", "fast-forward", "layout", "list-dashes"})  # turned with the window
_EM = 64.0  # outlines are kept at this size and scaled; Phosphor's drawing square is one em


class Icons:
    """Gives icons by Phosphor's names ("lock-simple", "push-pin-fill"); each repaints in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._paths: dict[tuple[str, bool], QPainterPath] = {}

    def icon(self, name: str, tint: Tint = "text_muted", on: Tint = "accent") -> QIcon:
        """Return an icon that follows the theme; `on` is its colour while its button is checked.

        Raises KeyError where Phosphor has no such icon.
        """
        return QIcon(_Engine(self, self.path(name), tint, on))

    def pixmap(self, name: str, size_px: int, tint: Tint = "text_muted", ratio: float = 1.0) -> QPixmap:
        """Return a still picture of it, `size_px` device-independent pixels square, in the colours of this moment."""
        picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size_px, size_px), self.path(name), self._theme.palette.color(tint))
        painter.end()
        return picture

    def path(self, name: str) -> QPainterPath:
        """Return the outline within a square of 64 units whose lower left corner is the origin."""
        turned = name in _DIRECTED and mirrored()
        if (name, turned) not in self._paths:
            font, names = self._font
            glyphs = font.glyphIndexesForString(chr(int(names[name], 16)))
            path = font.pathForGlyph(glyphs[0])
            self._paths[name, turned] = QTransform(-1, 0, 0, 1, _EM, 0).map(path) if turned else path
        return self._paths[name, turned]

    @staticmethod
    def paint(painter: QPainter, box: QRect, path: QPainterPath, colour: QColor) -> None:
        """Fill the outline into `box`: in the middle, or before the gap where the box is wider than high."""
        side = min(box.width(), box.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = box.width() - side if mirrored() else 0
        left = box.x() + gap
        corner = QPointF(left, box.y() + (box.height() + side) / 2)
        painter.translate(corner)
        painter.scale(side / _EM, side / _EM)
        painter.fillPath(path, colour)
        painter.restore()

    def colour(self, tint: Tint | Literal["text_disabled"]) -> QColor:
        """Return the theme's present colour for a tint."""
        return self._theme.palette.color(tint)

    @cached_property
    def _font(self) -> tuple[QRawFont, dict[str, str]]:
        found = importlib.util.find_spec("qtawesome")
        if found is None or not found.submodule_search_locations:
            raise FileNotFoundError("qtawesome, whose fonts hold the icons, is not installed")
        folder = Path(found.submodule_search_locations[0]) / "fonts"
        font = QRawFont(str(next(folder.glob("phosphor-[0-9]*.ttf"))), _EM)
        names = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text(encoding="ascii"))
        return font, names


class _Engine(QIconEngine):
    """Draws one outline whenever Qt asks, so that a change of theme or zoom needs nothing but a repaint."""

    def __init__(self, icons: Icons, path: QPainterPath, tint: Tint, on: Tint) -> None:
        super().__init__()
        self._icons = icons
        self._path = path
        self._tint: Tint = tint
        self._on: Tint = on

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._path, self._tint, self._on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tint: Tint | Literal["text_disabled"] = self._on if state == QIcon.State.On else self._tint
        if mode == QIcon.Mode.Disabled:
            tint = "text_disabled"
        self._icons.paint(painter, rect, self._path, self._icons.colour(tint))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        picture = QPixmap(size)
        if picture.isNull():
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture
