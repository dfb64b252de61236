"""A line to type in with an icon before the words or a button behind them, both as large as the zoom makes the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QToolButton, QWidget

    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_ICON_PX, _BUTTON_PX = 16, 26


class IconField(QLineEdit):
    """Qt's own icons in a line (`addAction`) keep their size at every zoom and cannot be reached by the Tab key."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._lead: PlainLabel | None = None
        self._button: QToolButton | None = None
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        follow(theme, self, self._make_room)

    def lead_with(self, name: str) -> None:
        """Show an icon before the words."""
        lead = self._lead = PlainLabel()
        lead.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.insertWidget(0, lead)
        follow(self._theme, lead, lambda: lead.setPixmap(self._drawn(name)))
        self._make_room()

    def end_with(self, words: str, icon: str) -> QToolButton:
        """Return a button that stands behind the words, in the line."""
        button = self._button = Buttons(self._theme, self._icons).tool(words, icon)
        button.setProperty("kind", "inside")
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._row.addWidget(button)
        self._make_room()
        return button

    def show_button(self, *, shown: bool) -> None:
        """Show or hide the button."""
        if self._button is not None:
            if not shown and self._button.hasFocus():
                self.setFocus()
            self._button.setVisible(shown)
            self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Mirror the room as well where the language is read from right to left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def _drawn(self, name: str) -> QPixmap:
        return self._icons.pixmap(name, self._theme.px(_ICON_PX), "text_muted", self.devicePixelRatioF())

    def _make_room(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(10), 0, px(5), 0)
        before = px(_ICON_PX + 8) if self._lead is not None else 0
        behind = px(_BUTTON_PX - 4) if self._button is not None and not self._button.isHidden() else 0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            before, behind = behind, before
        self.setTextMargins(before, 0, behind, 0)
