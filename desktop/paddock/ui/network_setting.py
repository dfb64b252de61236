"""Carries the setting of the network out at once, also where another window changed it: turned off, nobody is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from paddock.settings import Settings
    from paddock.ui.desk import Desk

_LOOK_EVERY_MS = 1500


class NetworkSetting(QObject):
    """Follows the preferences for as long as the window lives, and the file in which other windows write theirs."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._carried_out = desk.preferences.current.network
        self._seen = desk.preferences.stamp()
        desk.preferences.changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        """See whether the settings were written, here or elsewhere; only then they are read."""
        now = self._desk.preferences.stamp()
        if now != self._seen:
            self._seen = now
            self._desk.preferences.take_over("network")

    def _on_changed(self, settings: Settings) -> None:
        if settings.network == self._carried_out:
            return
        self._carried_out = settings.network
        paddock, allowed = self._desk.paddock, settings.network == "on"
        self._desk.tasks.do(self, lambda: paddock.use_network(allowed=allowed), lane="network setting")
