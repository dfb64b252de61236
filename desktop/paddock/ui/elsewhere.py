"""Notices what another window of the same person changed in the store, so that this one shows it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from paddock.ui.desk import Desk

_LOOK_EVERY_MS = 1500


class Elsewhere(QObject):
    """`changed` after another program wrote. The log's size and time are looked at; only a change asks the store."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._log = desk.paddock.home.vault / "paddock.db-wal"
        self._seen: tuple[int, int] | None = None
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Begin: the store was just opened."""
        self._seen = (-1, -1)  # as no log is: the first look always asks, from where later ones count
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more: the store is being closed."""
        self._timer.stop()

    def look(self) -> None:
        """Ask the store whether another program wrote, if anything was written at all."""
        now = self._log_state()
        if self._asking or now == self._seen or not self._desk.paddock.unlocked:
            return
        self._seen, self._asking = now, True
        vault = self._desk.paddock.vault
        self._desk.tasks.do(self, vault.changed_elsewhere, self._on_asked, failed=self._on_failed)

    def _log_state(self) -> tuple[int, int] | None:
        try:
            state = self._log.stat()
        except OSError:
            return None  # no log: nothing is on its way
        return state.st_size, state.st_mtime_ns

    def _on_asked(self, changed: bool) -> None:  # noqa: FBT001 - a call's result
        self._asking = False
        if changed:
            self.changed.emit()

    def _on_failed(self, _error: object) -> None:
        # What is wrong with the store is told where the person does something with it.
        self._asking = False
