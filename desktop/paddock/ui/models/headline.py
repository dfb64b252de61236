"""A title with what stands beside it; where there is little room, below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from paddock.ui.theme import Theme

_LEAST_TITLE_PX, _MOST_TITLE_PX = 170, 340


class Headline(QWidget):
    """`add` puts one more thing beside the title."""

    def __init__(self, theme: Theme, title: QWidget, words: str) -> None:
        """Make it with a title that shows these words, cut where the room ends."""
        super().__init__()
        self._theme = theme
        self._title = title
        self._words = words
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
        px = self._theme.px
        title = min(max(self._title_width(), px(_LEAST_TITLE_PX)), px(_MOST_TITLE_PX))
        wide = self.width() >= title + self._row.spacing() + self._flow.sizeHint().width()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            policy = QSizePolicy.Policy.Maximum if wide else QSizePolicy.Policy.Preferred
            self._beside.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
            self._row.setDirection(way)

    def _title_width(self) -> int:
        """Return how wide the title is in one line, uncut."""
        return self._title.fontMetrics().horizontalAdvance(self._words) + 2 * self._row.spacing()
