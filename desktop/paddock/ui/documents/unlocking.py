"""Documents read anew with a password, and a word where it did not open them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from paddock.ui.sentences import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.types import Changed, Document
    from paddock.ui.desk import Desk

_LANE: Final = "documents"
_UNDER_WAY: Final = frozenset({"waiting", "reading"})


class Unlocking(QObject):
    """Knows which documents a password was given for, and nothing of the password once they are read."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tried: set[int] = set()
        desk.documents.changed.connect(self._on_changed)

    def read_with(self, document_ids: Sequence[int], password: str) -> None:
        """Have these read with a password."""
        library = self._desk.paddock.library
        self._tried |= set(document_ids)
        self._desk.tasks.do(
            self, lambda: library.ingest.retry(document_ids, password), lambda _none: self._look(), lane=_LANE
        )

    def _on_changed(self, change: Changed) -> None:
        if self._tried and change.what == "document":
            self._look()

    def _look(self) -> None:
        """Look what became of them, after what was asked for before."""
        library, tried = self._desk.paddock.library, tuple(self._tried)
        self._desk.tasks.do(self, lambda: library.store.documents_with(tried), self._tell, lane=_LANE)

    def _tell(self, documents: Sequence[Document]) -> None:
        mine = [one for one in documents if one.id in self._tried]
        if any(one.state in _UNDER_WAY for one in mine):
            return  # one word for all of them, once all were tried
        self._tried.clear()
        locked = [one for one in mine if one.needs_password]
        if len(locked) == 1:
            self._desk.notices.say(f"{locked[0].name}: {in_language(locked[0].note)}")
        elif locked:
            self._desk.notices.say(self.tr("%n file(s) are not opened by this password.", "", len(locked)))
