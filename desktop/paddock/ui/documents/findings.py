"""The list of what a search found, and the list of what was not read: rows of a title over lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView

from paddock.ui.documents.drawing import Index, RowDelegate
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from paddock.ui.icons import Icons, Tint
    from paddock.ui.theme import Theme

_AROUND_PX, _LINE_PX = 44, 18
_ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Finding:
    """One row: a title, a note behind it, and text whose `marks` (start, end) are marked. `what` is its owner's."""

    what: object
    title: str
    note: str
    text: str
    icon: str = "file-text"
    tint: Tint = "text_muted"
    marks: tuple[tuple[int, int], ...] = ()


class FindingModel(QAbstractListModel):
    """The rows, in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these; where only their words changed, the rows stay."""
        same = [one.what for one in findings] == [one.what for one in self._findings]
        if not same:
            self.beginResetModel()
        self._findings = list(findings)
        if not same:
            self.endResetModel()
        elif findings:
            self.dataChanged.emit(self.index(0), self.index(len(findings) - 1))

    def finding(self, index: Index) -> Finding | None:
        """Return a row."""
        return self._findings[index.row()] if index.isValid() and index.row() < len(self._findings) else None

    @property
    def findings(self) -> Sequence[Finding]:
        """Return all rows."""
        return self._findings

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102 - described by Qt
        found = self.finding(index)
        if found is None:
            return None
        if role == _ROW_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (found.title, found.note, found.text) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(". ".join(part for part in (found.title, found.note, found.text) if part))
        return None


class FindingView(QListView):
    """`opened` carries a row's `what`, `menu_wanted` that and where on the screen."""

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    left = Signal()

    def __init__(
        self, rows: FindingModel, theme: Theme, icons: Icons, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(_FindingDelegate(theme, icons, lines, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def enter(self) -> None:
        """Put the focus on the first row."""
        if self._rows.rowCount():
            self.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self._rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - described by Qt
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        found = self._rows.finding(index)
        if found is not None:
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_keys else event.globalPos()
            self.menu_wanted.emit(found.what, place)

    def _open(self, index: Index) -> None:
        found = self._rows.finding(index)
        if found is not None:
            self.opened.emit(found.what)


class _FindingDelegate(RowDelegate):
    def __init__(self, theme: Theme, icons: Icons, lines: int, parent: QObject) -> None:
        super().__init__(theme, icons, parent)
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.theme.px(80), self.theme.px(_AROUND_PX + self._lines * _LINE_PX))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        found = index.data(_ROW_ROLE)
        if not isinstance(found, Finding):
            return
        painter.save()
        self.ground(painter, option)
        px = self.theme.px
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        box = option.rect.adjusted(px(12), px(9), -px(12), -px(8))
        head = QRect(box.left(), box.top(), box.width(), px(22))
        head = self.icon(painter, head, found.icon, found.tint, 17, mirrored=mirrored)
        painter.setFont(self.theme.font(13))
        wide = painter.fontMetrics().horizontalAdvance(found.note) + px(4)
        note = min(wide, round(head.width() * 0.5)) if found.note else 0
        title = head.adjusted(note + px(8), 0, 0, 0) if mirrored else head.adjusted(0, 0, -note - px(8), 0)
        self.line(painter, title, found.title, self.theme.font(14, bold=True), "text")
        if note:
            left = head.left() if mirrored else head.right() - note
            self.line(painter, QRect(left, head.top(), note, head.height()), found.note, self.theme.font(13), "link")
        text = QRect(box.left(), box.top() + px(25), box.width(), box.height() - px(25))
        self.lines(painter, text, found.text, "text_muted", self._lines, found.marks)
        painter.setPen(QPen(self.colour("border"), 1))
        painter.drawLine(box.left(), option.rect.bottom(), box.right(), option.rect.bottom())
        painter.restore()
