"""A label of one line that ends in an ellipsis where the room ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from paddock.ui.mirroring import leading
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class Elided(QLabel):
    """The whole text is its accessible name and, where cut, its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(leading() | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.put(text)

    def put(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    @property
    def whole(self) -> str:
        """Return the text, uncut."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - described by Qt
        return QSize(0, super().minimumSizeHint().height())

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")
