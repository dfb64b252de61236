"""The list of collections with their counts: all documents first; files and documents are dropped on one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView

from paddock.ui.documents.drawing import ALIGNED, Index, RowDelegate
from paddock.ui.documents.file_model import DOCUMENTS_MIME, dragged_documents
from paddock.ui.dropped import holds_files, local_paths
from paddock.ui.phrases import number
from paddock.ui.sidebar.dragging import draw_target
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from paddock.library.types import Collection
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme


class CollectionModel(QAbstractListModel):
    """Row 0 is all documents; the others are collections by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collections: list[Collection] = []
        self._total = 0

    def show(self, collections: Sequence[Collection], total: int) -> None:
        """Show these; `total` is how many documents there are altogether."""
        same = [one.id for one in collections] == [one.id for one in self._collections]
        if not same:
            self.beginResetModel()
        self._collections, self._total = list(collections), total
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(len(self._collections)))

    def collection(self, row: int) -> Collection | None:
        """Return the collection of a row, None for all documents."""
        return self._collections[row - 1] if 0 < row <= len(self._collections) else None

    def with_id(self, collection_id: int | None) -> Collection | None:
        """Return a collection by its number."""
        return next((one for one in self._collections if one.id == collection_id), None)

    def row_of(self, collection_id: int | None) -> int:
        """Return where a collection is, 0 (all documents) where it is not."""
        return next((row for row, one in enumerate(self._collections, 1) if one.id == collection_id), 0)

    @property
    def collections(self) -> Sequence[Collection]:
        """Return all collections."""
        return self._collections

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self._collections)

    def count(self, row: int) -> int:
        """Return how many documents a row stands for."""
        collection = self.collection(row)
        return collection.documents if collection else self._total

    def words(self, row: int) -> str:
        """Return a row's name."""
        collection = self.collection(row)
        return collection.name if collection else self.tr("All documents")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102 - described by Qt
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, %n document(s)", "", self.count(row)).format(self.words(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words(row))
        return None


class CollectionView(QListView):
    """`chosen` carries a collection's number or None. `files_dropped`, `documents_dropped`: what, and on which."""

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    rename_wanted = Signal(object)
    files_dropped = Signal(list, object)
    documents_dropped = Signal(list, int)

    def __init__(self, rows: CollectionModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._theme = theme
        self._over = -1
        self._quiet = False
        self._chosen: int | None = None
        self.setModel(rows)
        self.setItemDelegate(_CollectionDelegate(rows, theme, icons, self))
        self.setAccessibleName(self.tr("Collections"))
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        rows.modelReset.connect(lambda: self.show_chosen(self._chosen))
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.show_chosen(None)

    def show_chosen(self, collection_id: int | None) -> None:
        """Mark a collection, without a word to others."""
        self._chosen = collection_id
        self._quiet = True
        self.setCurrentIndex(self._rows.index(self._rows.row_of(collection_id)))
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() == Qt.Key.Key_F2 and (one := self._rows.collection(self.currentIndex().row())):
            self.rename_wanted.emit(one)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - described by Qt
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        collection = self._rows.collection(index.row())
        if collection is not None:
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_keys else event.globalPos()
            self.menu_wanted.emit(collection, place)

    # ------------------------------------------------------------ dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102 - described by Qt
        if _can_drop(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102 - described by Qt
        row = self.indexAt(event.position().toPoint()).row()
        wanted = row > 0 or (row == 0 and not event.mimeData().hasFormat(DOCUMENTS_MIME))
        event.setAccepted(wanted)
        self._point_at(row if wanted else -1)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: D102 - described by Qt
        del event
        self._point_at(-1)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102 - described by Qt
        row, data = self.indexAt(event.position().toPoint()).row(), event.mimeData()
        collection = self._rows.collection(row)
        self._point_at(-1)
        if data.hasFormat(DOCUMENTS_MIME):
            if collection is not None:
                self.documents_dropped.emit(dragged_documents(data), collection.id)
        elif paths := local_paths(data):
            self.files_dropped.emit(paths, collection.id if collection else None)
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - described by Qt
        super().paintEvent(event)
        if self._over >= 0:
            draw_target(self.viewport(), self.visualRect(self._rows.index(self._over)), self._theme)

    def _point_at(self, row: int) -> None:
        if row != self._over:
            self._over = row
            self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            collection = self._rows.collection(current.row())
            self._chosen = collection.id if collection else None
            self.chosen.emit(self._chosen)


class _CollectionDelegate(RowDelegate):
    def __init__(self, rows: CollectionModel, theme: Theme, icons: Icons, parent: QObject) -> None:
        super().__init__(theme, icons, parent)
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.theme.px(60), self.theme.px(36))

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        self.ground(painter, option)
        px = self.theme.px
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        box = option.rect.adjusted(px(10), 0, -px(10), 0)
        icon = "files" if index.row() == 0 else "stack"
        box = self.icon(painter, box, icon, "text_muted", 17, mirrored=mirrored)
        count = number(self._rows.count(index.row()))
        painter.setFont(self.theme.font(12))
        painter.setPen(self.colour("text_muted"))
        width = painter.fontMetrics().horizontalAdvance(count) + px(6)
        end = box.adjusted(0, 0, width - box.width(), 0) if mirrored else box.adjusted(box.width() - width, 0, 0, 0)
        painter.drawText(
            end, ALIGNED if mirrored else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count
        )
        box = box.adjusted(width, 0, 0, 0) if mirrored else box.adjusted(0, 0, -width, 0)
        self.line(painter, box, self._rows.words(index.row()), self.theme.font(14), "text")
        painter.restore()


def _can_drop(data: QMimeData) -> bool:
    return data.hasFormat(DOCUMENTS_MIME) or holds_files(data)
