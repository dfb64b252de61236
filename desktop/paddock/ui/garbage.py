"""Collects Python's garbage in the Qt thread alone: what holds widgets must not be taken apart on another one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 2000


class Garbage(QObject):
    """From its making to `end`, cycles are looked for by a timer of the Qt thread, as often as Python itself would.

    Python looks for them wherever it happens to allocate, on the pool's and the workers' threads too; a cycle with
    widgets in it would be destroyed there, beside the thread that draws them.
    """

    def __init__(self, parent: QObject | None = None, *, every_ms: int = _LOOK_EVERY_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self.collect)

    def begin(self, *, keep_what_is_loaded: bool = False) -> None:
        """Begin to look; what was loaded for the start may be kept to the end, and is then never looked at again."""
        if keep_what_is_loaded:
            gc.freeze()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @staticmethod
    def collect() -> None:
        """Collect the oldest generation whose turn it is, if any's is."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
