"""Carries the setting of the network out at once: turned off, nobody is left who could use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from paddock.settings import Settings
    from paddock.ui.desk import Desk


class NetworkSetting(QObject):
    """Follows the preferences for as long as the window lives."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._carried_out = desk.preferences.current.network
        desk.preferences.changed.connect(self._on_changed)

    def _on_changed(self, settings: Settings) -> None:
        if settings.network == self._carried_out:
            return
        self._carried_out = settings.network
        paddock, allowed = self._desk.paddock, settings.network == "on"
        self._desk.tasks.do(self, lambda: paddock.use_network(allowed=allowed), lane="network setting")
