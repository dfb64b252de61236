"""The list of chats: keys, renaming in place, dragging into folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from paddock.ui.sidebar.delegates import ChatDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
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
        self.setModel(rows)
        self.setItemDelegate(ChatDelegate(theme, icons, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
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

    def _activate(self, row: Row) -> None:
        if row.kind == "folder":
            self._toggle(row)
        elif row.kind == "chat":
            self.opened.emit(row.id)

    def _toggle(self, row: Row) -> None:
        self._rows.toggle_folder(row.id)
        self.setCurrentIndex(self._rows.find("folder", row.id))
