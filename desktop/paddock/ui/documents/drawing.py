"""What the lists of this page are drawn with: rows on a rounded ground, words found marked in their line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from paddock.ui.mirroring import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from paddock.ui.icons import Icons, Tint
    from paddock.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ALIGNED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_ASTRAL = 0x10000


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row, and pieces on it from the side the language is read from."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.icons = icons

    def colour(self, role: str) -> QColor:
        """Return a colour of the theme."""
        return self.theme.palette.color(role)

    def ground(self, painter: QPainter, option: Any, *, ring: bool = True) -> None:
        """Draw the ground of a selected or pointed-at row, and a ring around the one that has the focus."""
        state = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.theme.px(7)
        box = option.rect.adjusted(1, 1, -1, -1)
        colour = None
        if state & QStyle.StateFlag.State_Selected:
            colour = self.colour("selected")
        elif state & QStyle.StateFlag.State_MouseOver:
            colour = self.colour("hover")
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, radius, radius)
        view = option.widget
        if ring and state & QStyle.StateFlag.State_HasFocus and view is not None and view.hasFocus():
            painter.setPen(QPen(self.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def icon(self, painter: QPainter, box: QRect, name: str, tint: Tint, side: int, *, mirrored: bool) -> QRect:
        """Draw an icon where the row begins; return the room behind it."""
        side = self.theme.px(side)
        gap = self.theme.px(8)
        left = box.right() - side if mirrored else box.left()
        place = QRect(left, box.center().y() - side // 2, side, side)
        self.icons.paint(painter, place, self.icons.path(name), self.colour(tint))
        return box.adjusted(0, 0, -side - gap, 0) if mirrored else box.adjusted(side + gap, 0, 0, 0)

    def line(self, painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> None:
        """Draw one line, cut where the room ends."""
        painter.setFont(font)
        painter.setPen(self.colour(role))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        painter.drawText(box, ALIGNED, isolated(cut))  # else the dots of a Latin name would stand before it

    def lines(
        self, painter: QPainter, box: QRect, text: str, role: str, count: int, marks: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Draw at most `count` lines of small text, cut where the room ends, the characters of `marks` marked."""
        layout = self._laid_out(self.cut(text, box.width(), count), box.width(), count, marks)
        painter.save()
        painter.setClipRect(box)
        painter.setPen(self.colour(role))
        layout.draw(painter, box.topLeft().toPointF())
        painter.restore()

    def cut(self, text: str, width: int, count: int) -> str:
        """Return what of a text stands on so many lines, with an ellipsis where the room ends before it."""
        layout = self._laid_out(text, width, count)
        if layout.lineCount() < count:
            return text
        last = layout.lineAt(count - 1)
        if last.textStart() + last.textLength() >= utf16(text, len(text)):
            return text
        begun = characters(text, last.textStart())
        metrics = QFontMetrics(self.theme.font(13))
        return text[:begun] + metrics.elidedText(text[begun:], Qt.TextElideMode.ElideRight, max(0, width))

    def _laid_out(self, text: str, width: int, count: int, marks: Sequence[tuple[int, int]] = ()) -> QTextLayout:
        layout = QTextLayout(text, self.theme.font(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats([self._marked(text, start, end) for start, end in marks])
        layout.beginLayout()
        height = 0.0
        for _line in range(count):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _marked(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        span = QTextLayout.FormatRange()
        span.start, span.length = utf16(text, start), utf16(text[start:], end - start)
        style = QTextCharFormat()
        style.setBackground(self.colour("highlight"))
        style.setForeground(self.colour("on_highlight"))
        span.format = style
        return span


def utf16(text: str, count: int) -> int:
    """Return how many of Qt's units so many characters are."""
    return count + sum(ord(letter) >= _ASTRAL for letter in text[:count])


def characters(text: str, units: int) -> int:
    """Return how many characters so many of Qt's units are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))
