"""A title with what stands beside it; where there is little room, below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from paddock.ui.theme import Theme

_LEAST_TITLE_PX = 170


class Headline(QWidget):
    """`add` puts one more thing beside the title."""

    def __init__(self, theme: Theme, title: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._beside = QWidget()
        self._beside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self._beside)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(title, 1)
        self._row.addWidget(self._beside)
        spaced(theme, self._flow, spacing=8)
        spaced(theme, self._row, spacing=6)

    def add(self, part: QWidget) -> None:
        """Put one more thing beside the title."""
        self._flow.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        wide = self.width() >= self._flow.sizeHint().width() + self._theme.px(_LEAST_TITLE_PX)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            policy = QSizePolicy.Policy.Maximum if wide else QSizePolicy.Policy.Preferred
            self._beside.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
            self._row.setDirection(way)
