"""Tells how many tokens the words in the composer are, once the typing rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from paddock.ui.phrases import number

if TYPE_CHECKING:
    from paddock.ui.chat.composer import Composer
    from paddock.ui.desk import Desk

_AFTER_MS = 450


class TokenHint(QObject):
    """Counts only where a model is at hand and idle: counting must cost nothing."""

    def __init__(self, desk: Desk, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._composer = composer
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._count)

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def count_soon(self) -> None:
        """Count when nothing is typed for a moment."""
        self._composer.set_hint("")
        if self._composer.text.strip():
            self._timer.start()
        else:
            self._timer.stop()

    def _count(self) -> None:
        engine, text = self._desk.paddock.engine, self._composer.text
        if engine.state != "ready" or not text.strip():
            return
        from paddock.engine.protocol import Turn  # noqa: PLC0415 - not before a model is loaded

        def done(counted: Any) -> None:
            if self._composer.text == text:
                self._composer.set_hint(self.tr("{0} tokens").format(number(counted.tokens)))

        turn = Turn("user", text)
        self._desk.tasks.do(self, lambda: engine.count((turn,)), done, failed=lambda _error: None, lane="count")
