"""Files dragged over the window: shown where they may be dropped, and given to whoever takes their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.ui.documents.in_window import MODEL_SUFFIX
from paddock.ui.dropped import holds_files, local_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from paddock.ui.desk import Desk
    from paddock.ui.documents.in_window import DocumentsInWindow


class Drops:
    """Model files go to `take_models`, all others to the documents; nothing is taken while the store is locked."""

    def __init__(self, desk: Desk, documents: DocumentsInWindow, take_models: Callable[[list[Path]], object]) -> None:
        self._desk = desk
        self._documents = documents
        self._take_models = take_models

    def enter(self, event: QDragEnterEvent) -> None:
        """Take note of what comes over the window."""
        if self._desk.paddock.unlocked and holds_files(event.mimeData()):
            event.acceptProposedAction()
            self._documents.show_veil(event.mimeData())

    def leave(self) -> None:
        """Forget it: it left the window again."""
        self._documents.hide_veil()

    def drop(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._documents.hide_veil()
        if not self._desk.paddock.unlocked:
            return
        event.acceptProposedAction()
        paths = local_paths(event.mimeData())
        models = [path for path in paths if path.suffix.lower() == MODEL_SUFFIX]
        if models:
            self._take_models(models)
        self._documents.take_in([path for path in paths if path.suffix.lower() != MODEL_SUFFIX])
