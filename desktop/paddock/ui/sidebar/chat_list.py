"""The sidebar's rows: pinned chats, folders with their chats, then all others under date headings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from paddock.chat.dates import date_group
from paddock.ui.phrases import date_heading, name_of
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import Chat, Folder

CHAT_MIME = "application/x-paddock-chat"
ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One line: a heading, a folder, or a chat (`inside` a folder or not). `key` stays the same over refreshes."""

    kind: Literal["heading", "folder", "chat"]
    text: str
    id: int = 0
    inside: bool = False
    pinned: bool = False
    open: bool = True
    count: int = 0

    @property
    def key(self) -> tuple[str, int, str]:
        """Return what tells this row from the others."""
        return (self.kind, self.id, self.text if self.kind == "heading" else "")


class ChatList(QAbstractListModel):
    """Rows of the sidebar. The person's doings leave as signals; the rows change when the store has answered."""

    renamed = Signal(str, int, str)  # "chat" or "folder", its id, the new name
    moved = Signal(int, object)  # chat, folder id or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._chats: Sequence[Chat] = ()
        self._folders: Sequence[Folder] = ()
        self._closed: set[int] = set()

    # ------------------------------------------------------------ what is shown

    def show(self, chats: Sequence[Chat], folders: Sequence[Folder], now: datetime | None = None) -> bool:
        """Show these; return True where rows came, went or moved (then all rows were reset)."""
        self._chats, self._folders = [chat for chat in chats if not _is_blank(chat)], folders
        return self._arrange(now or datetime.now().astimezone())

    def toggle_folder(self, folder_id: int) -> None:
        """Fold or unfold a folder."""
        self._closed ^= {folder_id}
        self._arrange(datetime.now().astimezone())

    def is_open(self, folder_id: int) -> bool:
        """Tell whether a folder's chats are shown."""
        return folder_id not in self._closed

    def row(self, index: Index) -> Row | None:
        """Return the row at an index, None where there is none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def find(self, kind: str, number: int) -> QModelIndex:
        """Return where a chat or folder is, an invalid index where it is not shown."""
        for place, row in enumerate(self._rows):
            if row.kind == kind and row.id == number:
                return self.index(place)
        return QModelIndex()

    def chat(self, chat_id: int) -> Chat | None:
        """Return a chat by its id."""
        return next((chat for chat in self._chats if chat.id == chat_id), None)

    @property
    def chats(self) -> Sequence[Chat]:
        """Return all chats."""
        return self._chats

    @property
    def folders(self) -> Sequence[Folder]:
        """Return all folders."""
        return self._folders

    def order(self) -> list[int]:
        """Return the chats shown, from top to bottom."""
        return [row.id for row in self._rows if row.kind == "chat"]

    def _arrange(self, now: datetime) -> bool:
        rows = self._make_rows(now)
        if [row.key for row in rows] == [row.key for row in self._rows]:
            for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old != new:
                    self._rows[place] = new
                    self.dataChanged.emit(self.index(place), self.index(place))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def _make_rows(self, now: datetime) -> list[Row]:
        rows: list[Row] = []
        pinned = [chat for chat in self._chats if chat.pinned]
        if pinned:
            rows.append(Row("heading", self.tr("Pinned")))
            rows += [_chat_row(chat) for chat in pinned]
        if self._folders:
            rows.append(Row("heading", self.tr("Folders")))
        known = {folder.id for folder in self._folders}
        for folder in self._folders:
            inside = [chat for chat in self._chats if chat.folder_id == folder.id and not chat.pinned]
            is_open = self.is_open(folder.id)
            rows.append(Row("folder", folder.name, folder.id, open=is_open, count=len(inside)))
            if is_open:
                rows += [_chat_row(chat, inside=True) for chat in inside]
        heading = ""
        loose = [
            (date_group(chat.updated_at, now), chat)
            for chat in self._chats
            if not chat.pinned and chat.folder_id not in known
        ]
        loose.sort(key=lambda one: one[0].kind == "future")  # below all that has a true date, else in their order
        for group, chat in loose:
            words = date_heading(group)
            if words != heading:
                heading = words
                rows.append(Row("heading", words))
            rows.append(_chat_row(chat))
        return rows

    # ------------------------------------------------------------ as Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: D102, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102 - described by Qt
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return None if row.kind == "heading" else plain_tip(row.text)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return row.text
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: Row) -> str:
        if row.kind == "folder":
            state = self.tr("open") if row.open else self.tr("closed")
            return self.tr("Folder {0}, {1}, {n} chats").format(row.text, state, n=row.count)
        return self.tr("{0}, pinned").format(row.text) if row.pinned else row.text

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102 - described by Qt
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if row.kind == "heading":
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        if row.kind == "chat":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: D102 - Qt
        row = self.row(index)
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or row is None or not name or name == row.text:
            return False
        self.renamed.emit(row.kind, row.id, name)
        return True

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: D102 - described by Qt
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: D102 - described by Qt
        return [CHAT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: D102 - described by Qt
        data = QMimeData()
        row = self.row(indexes[0]) if indexes else None
        if row is not None and row.kind == "chat":
            data.setData(CHAT_MIME, QByteArray(str(row.id).encode("ascii")))
        return data

    def canDropMimeData(  # noqa: D102 - described by Qt
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        del row, parent  # beside all rows as well: there it leaves its folder
        return data.hasFormat(CHAT_MIME)

    def dropMimeData(  # noqa: D102 - described by Qt
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        raw = bytes(data.data(CHAT_MIME).data())
        between = self.index(max(0, min(row, len(self._rows)) - 1)) if row >= 0 else QModelIndex()
        if raw.isdigit():
            self.moved.emit(int(raw), self.folder_of(parent if parent.isValid() else between))
        return False  # the rows change when the store has answered, not by Qt removing the dragged one

    def folder_of(self, index: Index) -> int | None:
        """Return the folder a chat dropped here would come into, None for no folder."""
        row = self.row(index)
        if row is None:
            return None
        if row.kind == "folder":
            return row.id
        if row.kind == "chat" and row.inside:
            chat = self.chat(row.id)
            return chat.folder_id if chat else None
        return None


def _is_blank(chat: Chat) -> bool:
    """Tell whether nothing was said, typed or chosen in a chat: nobody would look for it."""
    return not (chat.title or chat.draft or chat.pinned) and chat.leaf_id is None and chat.folder_id is None


def _chat_row(chat: Chat, *, inside: bool = False) -> Row:
    return Row("chat", name_of(chat), chat.id, inside=inside, pinned=chat.pinned)
