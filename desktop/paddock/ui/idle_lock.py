"""Notices that nobody has touched the window for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_MINUTE_MS = 60_000


class IdleLock(QObject):
    """`expired` after the minutes set; while `busy` says so, it waits. Watches events only where minutes are set."""

    expired = Signal()

    def __init__(self, application: QApplication, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._watching = False

    def watch(self, minutes: int) -> None:
        """Begin to watch, or, with 0, end it."""
        if minutes and not self._watching:
            self._application.installEventFilter(self)
        elif not minutes and self._watching:
            self._application.removeEventFilter(self)
        self._watching = bool(minutes)
        self._timer.stop()
        if minutes:
            self._timer.start(minutes * _MINUTE_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        if event.type() in _TOUCHES:
            self._timer.start()
        return False

    def _on_time(self) -> None:
        if self._busy():
            self._timer.start()
        else:
            self.expired.emit()
