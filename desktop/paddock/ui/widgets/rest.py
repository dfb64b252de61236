"""Pages, one over the other, that take the room which is left beside what must be seen whole."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Rest(QStackedWidget):
    """What is in it scrolls or gives way by itself. Asked for its height, a layout would cut what is around it."""

    def hasHeightForWidth(self) -> bool:  # noqa: D102 - described by Qt
        return False

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - described by Qt
        return QSize(super().minimumSizeHint().width(), 1)
