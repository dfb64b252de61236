"""Brings the vault's announcements, made on any thread, to the Qt thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.vault.vault import Vault


class Changes(QObject):
    """`changed` carries a `chat.types.Changed`, after the change was kept."""

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe: Callable[[], None] | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def listen_to(self, vault: Vault) -> None:
        """Hear this vault, and no other any more."""
        self.stop()
        self._unsubscribe = vault.subscribe(self._told.emit)

    def stop(self) -> None:
        """Hear nothing any more; what is on its way is dropped."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _on_told(self, change: object) -> None:
        from paddock.chat.types import Changed  # noqa: PLC0415 - not before there is a store that changes

        if self._unsubscribe is not None and isinstance(change, Changed):
            self.changed.emit(change)
