"""What is seen while a chat is dragged: its title beside the pointer, and a frame around where it would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from paddock.ui.theme import Theme

_WIDEST_PX = 200


def chip(title: str, theme: Theme, ratio: float) -> QPixmap:
    """Return a picture of a title on a ground of its own."""
    px, colours, font = theme.px, theme.palette, theme.font(14)
    metrics = QFontMetrics(font)
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, px(_WIDEST_PX))
    width, height = metrics.horizontalAdvance(text) + px(20), metrics.height() + px(10)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.color("border_strong"), 1))
    painter.setBrush(colours.color("surface"))
    painter.drawRoundedRect(QRect(0, 0, width, height).adjusted(1, 1, -1, -1), px(7), px(7))
    painter.setFont(font)
    painter.setPen(colours.color("text"))
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


def draw_target(widget: QWidget, place: QRect, theme: Theme) -> None:
    """Draw a frame on a widget that is being painted."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.palette.color("accent"), 2))
    painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), theme.px(7), theme.px(7))
    painter.end()
