"""A drop-down choice, drawn with the program's own caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QListView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme


class Choice(QComboBox):
    """Values are kept beside their words (`add`, `value`, `choose`); turning the wheel over it changes nothing."""

    def __init__(self, theme: Theme, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.setAccessibleName(name)
        self.setView(QListView(self))
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def add(self, words: str, value: object) -> None:
        """Offer one more."""
        self.addItem(words, value)

    @property
    def value(self) -> object:
        """Return the value chosen, or None."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose a value that was added; without effect for another."""
        for row in range(self.count()):
            if self.itemData(row) == value:
                self.setCurrentIndex(row)
                return

    def showPopup(self) -> None:
        """Open the list as high as its rows where the screen has the room; Qt opens it two pixels too low to hold them.

        Made too high first, it takes away the arrows at its ends, which it put there because of those two pixels.
        """
        super().showPopup()
        view, screen = self.view(), self.screen().availableGeometry()
        box = view.window()
        rows = sum(view.sizeHintForRow(row) for row in range(min(self.count(), self.maxVisibleItems())))
        lacking = rows - view.viewport().height()
        layout = box.layout()
        if lacking <= 0 or layout is None or box.height() + lacking > screen.height():
            return
        height = box.height() + lacking
        top = min(box.y(), screen.bottom() + 1 - height)
        for tried in (height + self._theme.px(40), height):
            box.setGeometry(box.x(), top, box.width(), tried)
            layout.activate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - described by Qt
        super().paintEvent(event)
        side = self._theme.px(14)
        inset = self._theme.px(10)
        left = inset if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - inset - side
        painter = QPainter(self)
        colour = self._icons.colour("text_muted" if self.isEnabled() else "text_disabled")
        box = QRect(left, (self.height() - side) // 2, side, side)
        self._icons.paint(painter, box, self._icons.path("caret-down"), colour)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102 - described by Qt
        event.ignore()
