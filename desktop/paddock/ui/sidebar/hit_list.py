"""What a search over all messages found, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from paddock.ui.phrases import title_or_none
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import SearchHit

HIT_ROLE = Qt.ItemDataRole.UserRole
MARK_ON, MARK_OFF = "\ue000", "\ue001"


def unmarked(snippet: str) -> str:
    """Return a snippet without the marks around the words found."""
    return snippet.replace(MARK_ON, "").replace(MARK_OFF, "")


def is_told_by_title(hit: SearchHit) -> bool:
    """Tell whether the title says all that the snippet does: a chat found by it, or named by its first words."""
    said, title = unmarked(hit.snippet).strip("…"), " ".join(title_or_none(hit.title).strip("…").split())
    return hit.message_id is None or said.startswith(title) or title.startswith(said)


def _without_twins(hits: Sequence[SearchHit]) -> list[SearchHit]:
    """Return the hits without a chat's title where a message of it says the same, and leads to its place."""
    told = {hit.chat_id for hit in hits if hit.message_id is not None and is_told_by_title(hit)}
    return [hit for hit in hits if hit.message_id is not None or hit.chat_id not in told]


class HitList(QAbstractListModel):
    """One row for each hit, in the store's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[SearchHit] = ()

    def show(self, hits: Sequence[SearchHit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._hits = _without_twins(hits)
        self.endResetModel()

    def hit(self, index: QModelIndex | QPersistentModelIndex) -> SearchHit | None:
        """Return the hit at an index."""
        return self._hits[index.row()] if index.isValid() and index.row() < len(self._hits) else None

    def rowCount(  # noqa: D102 - described by Qt
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008 - Qt's own signature
    ) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(  # noqa: D102 - described by Qt
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        hit = self.hit(index)
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return title_or_none(hit.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = unmarked(hit.snippet)
            return said if is_told_by_title(hit) else f"{title_or_none(hit.title)}: {said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(unmarked(hit.snippet))
        return None
