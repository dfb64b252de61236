"""The list of chats: keys, renaming in place, dragging into folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragLeaveEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from paddock.ui.sidebar.delegates import ChatDelegate
from paddock.ui.sidebar.dragging import chip, draw_target

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
    )
    from PySide6.QtWidgets import QWidget

    from paddock.ui.icons import Icons
    from paddock.ui.sidebar.chat_list import ChatList, Row
    from paddock.ui.theme import Theme


class ChatView(QListView):
    """`opened` names a chat; `menu_wanted` a row and where on the screen."""

    opened = Signal(int)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, rows: ChatList, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._theme = theme
        self._over: QPoint | None = None
        self.setModel(rows)
        self.setItemDelegate(ChatDelegate(theme, icons, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.setDropIndicatorShown(False)  # drawn here instead: around the folder, whichever of its rows one is over
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_open(self, chat_id: int | None) -> None:
        """Mark the chat that is open, without opening it."""
        index = self._rows.find("chat", chat_id) if chat_id is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            if not self.hasFocus():  # whose row with the ring would be gone: one would not see where one is
                self.setCurrentIndex(QModelIndex())

    def rename(self, kind: str, number: int) -> None:
        """Begin renaming in place."""
        index = self._rows.find(kind, number)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102 - described by Qt
        row = self._rows.row(self.indexAt(event.position().toPoint()))
        was_dragging = self.state() == QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and row is not None and not was_dragging:
            self._activate(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        row = self._rows.row(self.currentIndex())
        if row is not None and self.state() != QAbstractItemView.State.EditingState:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
                self._activate(row)
                return
            opens = event.key() == Qt.Key.Key_Right
            if row.kind == "folder" and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
                if row.open != opens:
                    self._toggle(row)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - described by Qt
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            place = event.globalPos()
        row = self._rows.row(index)
        if row is not None and row.kind != "heading":
            self.menu_wanted.emit(row, place)

    # ------------------------------------------------------------ dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the title beside the pointer, so that it does not hide what one points at."""
        index = self.currentIndex()
        row = self._rows.row(index)
        if row is None or row.kind != "chat":
            return
        drag = QDrag(self)
        drag.setMimeData(self._rows.mimeData([index]))
        drag.setPixmap(chip(row.text, self._theme, self.devicePixelRatioF()))
        away = self._theme.px(14)
        drag.setHotSpot(QPoint(-away, -away))
        drag.exec(actions, Qt.DropAction.MoveAction)
        self._point_at(None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the chat would go."""
        super().dragMoveEvent(event)
        self._point_at(event.position().toPoint() if event.isAccepted() else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        super().dragLeaveEvent(event)
        self._point_at(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the chat. Qt's own way would move rows where the drop is beside all of them."""
        over = self.indexAt(event.position().toPoint())
        self._rows.dropMimeData(event.mimeData(), event.dropAction(), -1, -1, over)
        event.acceptProposedAction()
        super().dragLeaveEvent(QDragLeaveEvent())  # ends scrolling and the state of dragging
        self._point_at(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the place of a drop above the rows."""
        super().paintEvent(event)
        if self._over is not None:
            folder = self._rows.folder_of(self.indexAt(self._over))
            place = self.visualRect(self._rows.find("folder", folder)) if folder is not None else self.viewport().rect()
            draw_target(self.viewport(), place, self._theme)

    def _point_at(self, place: QPoint | None) -> None:
        self._over = place
        self.viewport().update()

    def _activate(self, row: Row) -> None:
        if row.kind == "folder":
            self._toggle(row)
        elif row.kind == "chat":
            self.opened.emit(row.id)

    def _toggle(self, row: Row) -> None:
        self._rows.toggle_folder(row.id)
        self.setCurrentIndex(self._rows.find("folder", row.id))
