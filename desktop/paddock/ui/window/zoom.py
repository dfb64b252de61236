"""Larger and smaller text by keys: the window is dressed anew once for all presses that came meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from paddock.ui.theme import LARGEST_ZOOM, SMALLEST_ZOOM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from paddock.ui.desk import Desk

STEP: Final = 10
_USUAL: Final = 100


class ZoomKeys(QObject):
    """Dressing a window with every page open takes a second, and a key that is held down comes faster."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._wanted: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._change)

    def step(self, by: int) -> None:
        """Make the text larger by so many percent of the usual, or smaller."""
        now = self._desk.theme.zoom_percent if self._wanted is None else self._wanted
        self._want(now + by)

    def reset(self) -> None:
        """Make the text as large as usual."""
        self._want(_USUAL)

    def _want(self, percent: int) -> None:
        self._wanted = min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._timer.start(0)  # after the keys that wait already

    def _change(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._desk.preferences.change(zoom_percent=wanted)
