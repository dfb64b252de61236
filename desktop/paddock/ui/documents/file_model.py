"""The rows of the list of files: filtered, sorted, and changed in place as reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from paddock.ui.documents.phrases import date, standing_of, state_of
from paddock.ui.phrases import number
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paddock.library.types import Document

Index = QModelIndex | QPersistentModelIndex
Shown = Literal["all", "whole", "not whole", "under way"]

DOCUMENTS_MIME: Final = "application/x-paddock-documents"
DOCUMENT_ROLE: Final = Qt.ItemDataRole.UserRole
NAME, STATE, PAGES, ADDED = range(4)
_STANDINGS: Final = {
    "whole": {"read"},
    "not whole": {"part", "refused", "stopped"},
    "under way": {"under way"},
}
_ORDER: Final = {"refused": 0, "part": 1, "stopped": 2, "under way": 3, "read": 4}  # what asks for a look comes first


class FileModel(QAbstractTableModel):
    """All documents of a scope; the rows are those that pass the filter. `rearranged` after rows came or went."""

    rearranged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[int, Document] = {}
        self._keys: dict[int, str] = {}
        self._order: list[int] = []
        self._rows: dict[int, int] = {}
        self._wanted = ""
        self._shown: Shown = "all"
        self._column = NAME
        self._descending = False

    # ------------------------------------------------------------ what is shown

    def show(self, documents: Iterable[Document]) -> None:
        """Show these documents and no others."""
        self._documents = {one.id: one for one in documents}
        self._keys = {number: one.name.casefold() for number, one in self._documents.items()}
        self._arrange()

    def append(self, documents: Sequence[Document]) -> None:
        """Show these as well, as they come from the store."""
        for one in documents:
            self._documents[one.id] = one
            self._keys[one.id] = one.name.casefold()
        self._arrange()

    def update(self, documents: Sequence[Document]) -> None:
        """Show what became of these; those that are not in the list stay out of it."""
        touched = False
        for one in documents:
            before = self._documents.get(one.id)
            if before is None or before == one:
                continue
            self._documents[one.id] = one
            row = self._rows.get(one.id)
            moves = self._column != NAME or self._passes(one) != (row is not None)
            touched = touched or moves
            if row is not None and not moves:
                self.dataChanged.emit(self.index(row, 0), self.index(row, ADDED))
        if touched:
            self._arrange()

    def filter(self, words: str, shown: Shown) -> None:
        """Show only files whose names hold these words, in the states asked for."""
        wanted = " ".join(words.casefold().split())
        if (wanted, shown) != (self._wanted, self._shown):
            self._wanted, self._shown = wanted, shown
            self._arrange()

    def document(self, row: int) -> Document | None:
        """Return the document of a row; None where it was removed and the rows are about to be found anew."""
        return self._documents.get(self._order[row]) if 0 <= row < len(self._order) else None

    def with_id(self, document_id: int) -> Document | None:
        """Return a document of the scope, shown or not."""
        return self._documents.get(document_id)

    def row_of(self, document_id: int) -> int:
        """Return where a document is shown, -1 where it is not."""
        return self._rows.get(document_id, -1)

    @property
    def total(self) -> int:
        """Return how many documents the scope has."""
        return len(self._documents)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """Return the column and the direction of the order."""
        return self._column, Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder

    def _passes(self, document: Document) -> bool:
        if self._wanted and not all(word in self._keys[document.id] for word in self._wanted.split()):
            return False
        return self._shown == "all" or standing_of(document) in _STANDINGS[self._shown]

    def _arrange(self) -> None:
        """Find the rows anew. Where only their order changed, selection and current row move with them."""
        if not self._wanted and self._shown == "all":
            passing = list(self._documents.values())
        else:
            passing = [one for one in self._documents.values() if self._passes(one)]
        passing.sort(key=self._sort_key, reverse=self._descending)
        order = [one.id for one in passing]
        if order == self._order:
            if order:
                self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, ADDED))
            return
        if len(order) == len(self._order) and set(order) == set(self._order):
            self._reorder(order)
            return
        self.beginResetModel()
        self._take(order)
        self.endResetModel()
        self.rearranged.emit()

    def _reorder(self, order: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._order[index.row()] for index in before]
        self._take(order)
        after = [self.index(self._rows[number], index.column()) for number, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _take(self, order: list[int]) -> None:
        self._order = order
        self._rows = {number: row for row, number in enumerate(order)}

    def _sort_key(self, document: Document) -> tuple[float, str, int]:
        first = 0.0
        if self._column == STATE:
            first = _ORDER[standing_of(document)]
        elif self._column == PAGES:
            first = max(document.pages, document.pages_kept)
        elif self._column == ADDED:
            first = document.added_at
        return first, self._keys[document.id], document.id

    # ------------------------------------------------------------ as Qt asks

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) != (self._column, self._descending):
            self._column, self._descending = column, descending
            self._arrange()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else ADDED + 1

    def headerData(  # noqa: D102 - described by Qt
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Name"), self.tr("State"), self.tr("Pages"), self.tr("Added"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102, PLR0911 - described by Qt
        document = self.document(index.row()) if index.isValid() else None
        if document is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown_text(document, index.column())
        if role == DOCUMENT_ROLE:
            return document
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(document.name if index.column() == NAME else state_of(document).words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == NAME:
                return f"{document.name}, {state_of(document).words}"
            return self._shown_text(document, index.column())
        return None

    def _shown_text(self, document: Document, column: int) -> str:
        if column == NAME:
            return document.name
        if column == STATE:
            return state_of(document).words
        if column == PAGES:
            pages = max(document.pages, document.pages_kept)
            return number(pages) if pages else ""
        return date(document.added_at)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102 - described by Qt
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: D102 - described by Qt
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: D102 - described by Qt
        return [DOCUMENTS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: D102 - described by Qt
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(DOCUMENTS_MIME, QByteArray(",".join(str(self._order[row]) for row in rows).encode("ascii")))
        return data


def dragged_documents(data: QMimeData) -> list[int]:
    """Return the numbers of the documents that are dragged."""
    untrusted = bytes(data.data(DOCUMENTS_MIME).data()).decode("ascii", "replace")
    return [int(part) for part in untrusted.split(",") if part.isdigit() and part.isascii()]


def _aligned(column: int) -> int:
    sideways = Qt.AlignmentFlag.AlignTrailing if column == PAGES else Qt.AlignmentFlag.AlignLeading
    return int(sideways | Qt.AlignmentFlag.AlignVCenter)
