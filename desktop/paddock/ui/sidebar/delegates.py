"""Draws the sidebar's rows: headings, folders, chats, and search hits with the words found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate

from paddock.ui.mirroring import isolated, leading
from paddock.ui.phrases import title_or_none
from paddock.ui.sidebar.chat_list import ROW_ROLE, Row
from paddock.ui.sidebar.hit_list import HIT_ROLE, MARK_OFF, MARK_ON, is_told_by_title, unmarked

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from paddock.chat.types import SearchHit
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SNIPPET_LINES = 2
_INDENT, _GAP = 30, 8
_CARET, _FOLDER, _PIN = 12, 18, 15


class _RowDelegate(QStyledItemDelegate):
    """What both lists share: the rounded ground and the ring of the row that has the focus."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def _draw_ground(self, painter: QPainter, option: Any) -> None:
        state = option.state
        colour = None
        if state & QStyle.StateFlag.State_Selected:
            colour = self._theme.palette.color("selected")
        elif state & QStyle.StateFlag.State_MouseOver:
            colour = self._theme.palette.color("hover")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px(7)
        box = option.rect.adjusted(1, 1, -1, -1)
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, radius, radius)
        view = option.widget
        if state & QStyle.StateFlag.State_HasFocus and view is not None and view.hasFocus():
            painter.setPen(QPen(self._theme.palette.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _colour(self, role: str) -> QColor:
        return self._theme.palette.color(role)


class ChatDelegate(_RowDelegate):
    """Headings, folders and chats."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: D102 - described by Qt
        row = index.data(ROW_ROLE)
        heading = isinstance(row, Row) and row.kind == "heading"
        return QSize(self._theme.px(80), self._theme.px(34 if heading else 36))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:  # noqa: D102 - described by Qt
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        px = self._theme.px
        box = option.rect.adjusted(px(12), 0, -px(10), 0)
        if row.kind == "heading":
            painter.setFont(self._theme.font(12, bold=True))
            painter.setPen(self._colour("text_muted"))
            box.setTop(box.top() + px(8))
            painter.drawText(box, _ALIGNED, _cut(painter, row.text, box.width()))
            painter.restore()
            return
        self._draw_ground(painter, option)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if row.kind == "folder":
            caret = "caret-down" if row.open else "caret-right"
            box = self._draw_icon(painter, box, caret, _CARET, mirrored=mirrored)
            box = self._draw_icon(painter, box, "folder-open" if row.open else "folder", _FOLDER, mirrored=mirrored)
            box = self._draw_end(painter, box, str(row.count), mirrored=mirrored)
        else:
            indent = px(_INDENT) if row.inside else 0
            box.adjust(0 if mirrored else indent, 0, -indent if mirrored else 0, 0)
            if row.pinned:
                box = self._draw_icon(painter, box, "push-pin", _PIN, mirrored=mirrored)
        painter.setFont(self._theme.font())
        painter.setPen(self._colour("text"))
        painter.drawText(box, _ALIGNED, _cut(painter, row.text, box.width()))
        painter.restore()

    def _draw_icon(self, painter: QPainter, box: QRect, name: str, side: int, *, mirrored: bool) -> QRect:
        side = self._theme.px(side)
        gap = self._theme.px(_GAP)
        left = box.right() - side if mirrored else box.left()
        place = QRect(left, box.center().y() - side // 2, side, side)
        self._icons.paint(painter, place, self._icons.path(name), self._colour("text_muted"))
        return box.adjusted(0, 0, -side - gap, 0) if mirrored else box.adjusted(side + gap, 0, 0, 0)

    def _draw_end(self, painter: QPainter, box: QRect, text: str, *, mirrored: bool) -> QRect:
        painter.setFont(self._theme.font(12))
        painter.setPen(self._colour("text_muted"))
        width = painter.fontMetrics().horizontalAdvance(text) + self._theme.px(4)
        left = box.left() if mirrored else box.right() - width
        painter.drawText(QRect(left, box.top(), width, box.height()), Qt.AlignmentFlag.AlignCenter, text)
        return box.adjusted(width, 0, 0, 0) if mirrored else box.adjusted(0, 0, -width, 0)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:  # noqa: D102 - Qt
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("New name"))
        editor.setMaxLength(200)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        """Put the field where the name stands: after what is drawn before it."""
        row = index.data(ROW_ROLE)
        before = self._before_name(row) if isinstance(row, Row) else 0
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        editor.setGeometry(option.rect.adjusted(0 if mirrored else before, 0, -before if mirrored else 0, 0))

    def _before_name(self, row: Row) -> int:
        """Return how wide that is."""
        px = self._theme.px
        if row.kind == "folder":
            return px(_CARET) + px(_FOLDER) + 2 * px(_GAP)
        return (px(_INDENT) if row.inside else 0) + (px(_PIN) + px(_GAP) if row.pinned else 0)


class HitDelegate(_RowDelegate):
    """A hit: the chat's title over two lines of its message, the words found marked; where both are one, that alone."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: D102 - described by Qt
        hit: SearchHit | None = index.data(HIT_ROLE)
        once = hit is not None and is_told_by_title(hit)
        return QSize(self._theme.px(80), self._theme.px(56 if once else 74))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:  # noqa: D102 - described by Qt
        hit: SearchHit | None = index.data(HIT_ROLE)
        if hit is None:
            return
        painter.save()
        self._draw_ground(painter, option)
        px = self._theme.px
        box = option.rect.adjusted(px(12), px(8), -px(10), -px(6))
        if is_told_by_title(hit):
            painter.setPen(self._colour("text"))
            self._draw_snippet(painter, hit.snippet, self._theme.font(14, bold=True), box)
            painter.restore()
            return
        painter.setFont(self._theme.font(14, bold=True))
        painter.setPen(self._colour("text"))
        line = QRect(box.left(), box.top(), box.width(), px(20))
        painter.drawText(line, _ALIGNED, _cut(painter, title_or_none(hit.title), line.width()))
        painter.setPen(self._colour("text_muted"))
        below = QRect(box.left(), box.top() + px(21), box.width(), px(40))
        self._draw_snippet(painter, hit.snippet, self._theme.font(13), below)
        painter.restore()

    def _draw_snippet(self, painter: QPainter, snippet: str, font: QFont, box: QRect) -> None:
        layout = QTextLayout(unmarked(snippet), font)
        option = QTextOption()
        option.setAlignment(leading())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(snippet))
        layout.beginLayout()
        height = 0.0
        for _line in range(_SNIPPET_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setClipRect(box)
        layout.draw(painter, box.topLeft().toPointF())

    def _formats(self, snippet: str) -> list[QTextLayout.FormatRange]:
        found: list[QTextLayout.FormatRange] = []
        at, start = 0, 0
        for letter in snippet:
            if letter == MARK_ON:
                start = at
            elif letter == MARK_OFF:
                span = QTextLayout.FormatRange()
                span.start, span.length = start, at - start
                style = QTextCharFormat()
                style.setBackground(self._colour("highlight"))
                style.setForeground(self._colour("on_highlight"))
                span.format = style
                found.append(span)
            else:
                at += 1 if ord(letter) < _ASTRAL else 2  # Qt counts UTF-16 units
        return found


_ALIGNED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_ASTRAL = 0x10000


def _cut(painter: QPainter, text: str, width: int) -> str:
    return isolated(painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, width)))
