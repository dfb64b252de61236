"""What an empty conversation shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from paddock.ui.theme import Theme


class Welcome(QWidget):
    """A greeting, and who will answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = words(self.tr("What would you like to work on?"), "title")
        self._who = words("", "muted")
        column = self._column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._title, self._who):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setText(label.plain)
            column.addWidget(label)
        column.addStretch(3)
        spaced(theme, column, (32, 24, 32, 24), 10)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the greeting out where both have no room: who answers matters more."""
        column = self._column
        margins = column.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        high = margins.top() + margins.bottom() + column.spacing()
        high += sum(label.heightForWidth(wide) for label in (self._title, self._who))
        self._title.setVisible(high <= self.height())

    def show_model(self, title: str) -> None:
        """Name the model; empty where there is none yet."""
        self._who.setText(
            self.tr("{0} answers on this computer. Nothing you type leaves it.").format(title)
            if title
            else self.tr("Choose a model first. It answers on this computer, and nothing you type leaves it.")
        )
        self._fit()

    def show_opening(self) -> None:
        """Say that the chats are on their way."""
        self._who.setText(self.tr("Opening your chats. You can write already."))
