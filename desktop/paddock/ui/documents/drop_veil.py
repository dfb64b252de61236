"""What is seen while files are dragged over a page: where they may be dropped, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme


class DropVeil(QWidget):
    """Lies over its parent and lets everything through."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._over = parent
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, words: str = "") -> None:
        """Show it; without words of one's own, it speaks of reading."""
        self._words = words or self.tr("Drop files and folders to read them")
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - described by Qt
        del event
        px, colours = self._theme.px, self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.color("accent_soft")
        ground.setAlpha(238)
        painter.fillRect(self.rect(), ground)
        pen = QPen(colours.color("accent"), px(2), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(px(12), px(12), -px(12), -px(12)), px(12), px(12))
        side = px(48)
        middle = self.rect().center()
        self._icons.paint(
            painter,
            QRect(middle.x() - side // 2, middle.y() - side, side, side),
            self._icons.path("file-arrow-down"),
            colours.color("accent"),
        )
        painter.setFont(self._theme.font(17, bold=True))
        painter.setPen(colours.color("text"))
        box = self.rect().adjusted(px(32), self.height() // 2 + px(14), -px(32), 0)
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            self._words,
        )
        painter.end()
