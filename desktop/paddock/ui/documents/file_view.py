"""The list of files: keys, selection that outlives a new order, dragging onto a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from paddock.library.types import Document
from paddock.ui.documents.drawing import Index, RowDelegate
from paddock.ui.documents.file_model import ADDED, DOCUMENT_ROLE, NAME, PAGES, STATE, FileModel
from paddock.ui.documents.phrases import state_of
from paddock.ui.sidebar.dragging import chip
from paddock.ui.widgets.scaled import follow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_ROW_PX, _PAGES_PX, _ADDED_PX = 36, 70, 96
_WIDE_PX, _MIDDLING_PX = 620, 440


class FileView(QTableView):
    """`opened` carries a document, `menu_wanted` where on the screen; `delete_wanted` asks to remove the selected."""

    opened = Signal(object)
    menu_wanted = Signal(QPoint)
    delete_wanted = Signal()

    def __init__(self, files: FileModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._theme = theme
        self._chosen: set[int] = set()
        self._at: int | None = None
        self.setModel(files)
        self.setItemDelegate(_FileDelegate(theme, icons, self))
        self.setAccessibleName(self.tr("Files"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSortIndicator(*files.sorted_by)
        head.setAccessibleName(self.tr("Columns"))
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._on_activated)
        files.modelAboutToBeReset.connect(self._remember)
        files.modelReset.connect(self._restore)
        follow(theme, self, self._fit)

    def selected_documents(self) -> list[Document]:
        """Return the documents of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows(NAME))
        return [found for row in rows if (found := self._files.document(row)) is not None]

    def show_document(self, document_id: int) -> None:
        """Select a document and scroll to it."""
        row = self._files.row_of(document_id)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._files.index(row, NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - described by Qt
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if not index.isValid():
                return
            place = event.globalPos()
        if self.selectionModel().hasSelection():
            self.menu_wanted.emit(place)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the names beside the pointer, so that they do not hide what one points at."""
        rows = self.selectionModel().selectedRows(NAME)
        first = self._files.document(rows[0].row()) if rows else None
        if first is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self._files.mimeData(rows))
        words = first.name if len(rows) == 1 else self.tr("%n file(s)", "", len(rows))
        drag.setPixmap(chip(words, self._theme, self.devicePixelRatioF()))
        away = self._theme.px(14)
        drag.setHotSpot(QPoint(-away, -away))
        drag.exec(actions, Qt.DropAction.CopyAction)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------ inside

    def _on_activated(self, index: Index) -> None:
        document = self._files.document(index.row()) if index.isValid() else None
        if document is not None:
            self.opened.emit(document)

    def _remember(self) -> None:
        self._chosen = {one.id for one in self.selected_documents()}
        current = self._files.document(self.currentIndex().row())
        self._at = current.id if current else None

    def _restore(self) -> None:
        row = self._files.row_of(self._at) if self._at is not None else -1
        flags = QItemSelectionModel.SelectionFlag
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._files.index(row, NAME), flags.NoUpdate)
        rows = sorted(row for one in self._chosen if (row := self._files.row_of(one)) >= 0)
        chosen = QItemSelection()
        begin = 0
        for at, row in enumerate(rows):  # one range for each run of rows
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                chosen.select(self._files.index(rows[begin], NAME), self._files.index(row, ADDED))
                begin = at + 1
        if rows:
            self.selectionModel().select(chosen, flags.ClearAndSelect)

    def _fit(self) -> None:
        """Give the columns their widths; where the room is narrow, the least needed ones go."""
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW_PX))
        width = self.viewport().width()
        self.setColumnHidden(ADDED, width < px(_WIDE_PX))
        self.setColumnHidden(PAGES, width < px(_MIDDLING_PX))
        fixed = (0 if self.isColumnHidden(ADDED) else px(_ADDED_PX)) + (
            0 if self.isColumnHidden(PAGES) else px(_PAGES_PX)
        )
        self.setColumnWidth(ADDED, px(_ADDED_PX))
        self.setColumnWidth(PAGES, px(_PAGES_PX))
        rest = max(px(120), width - fixed)
        state = round(rest * 0.5)
        self.setColumnWidth(STATE, state)
        self.setColumnWidth(NAME, rest - state)


class _FileDelegate(RowDelegate):
    """Rows on one ground across all columns."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.theme.px(60), self.theme.px(_ROW_PX))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        document = index.data(DOCUMENT_ROLE)
        if not isinstance(document, Document):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), self.colour("selected"))
        view = option.widget
        if view is not None and view.hasFocus() and view.currentIndex().row() == index.row():
            painter.setPen(QPen(self.colour("focus"), 2))
            top, bottom = option.rect.top() + 1, option.rect.bottom() - 1
            painter.drawLine(option.rect.left(), top, option.rect.right(), top)
            painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)
        painter.setPen(QPen(self.colour("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        px = self.theme.px
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        box = option.rect.adjusted(px(10), 0, -px(10), 0)
        if index.column() == NAME:
            box = self.icon(painter, box, "file-text", "text_muted", 17, mirrored=mirrored)
            self.line(painter, box, document.name, self.theme.font(14), "text")
        elif index.column() == STATE:
            state = state_of(document)
            box = self.icon(painter, box, state.icon, state.tint, 16, mirrored=mirrored)
            role = {"refused": "danger", "part": "text"}.get(state.standing, "text_muted")
            self.line(painter, box, state.words, self.theme.font(13), role)
        else:
            painter.setFont(self.theme.font(13))
            painter.setPen(self.colour("text_muted"))
            painter.drawText(box, index.data(Qt.ItemDataRole.TextAlignmentRole), index.data())
        painter.restore()
