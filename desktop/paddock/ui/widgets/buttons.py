"""Buttons of the kinds the style sheet knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from paddock.ui.widgets.scaled import icon_sized

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from paddock.ui.icons import Icons, Tint
    from paddock.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Kind = Literal["", "primary", "danger", "quiet", "nav", "strip", "badge", "link", "card", "pill", "tab"]


class Buttons:
    """Makes buttons that have a name, follow the theme and answer to Enter as well as Space."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        self._theme = theme
        self._icons = icons

    def push(
        self, words: str, kind: Kind = "", icon: str = "", *, tint: Tint | None = None, parent: QWidget | None = None
    ) -> QPushButton:
        """Return a button with words, and an icon before them."""
        button = _Push(words, parent)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        if icon:
            chosen: Tint = tint or (
                "on_accent" if kind == "primary" else "danger" if kind == "danger" else "text_muted"
            )
            button.setIcon(self._icons.icon(icon, chosen))
            small = kind in {"badge", "strip", "pill"}
            icon_sized(self._theme, button, 15 if small else 18, gap=2 if small else 5)
        return button

    def tool(self, words: str, icon: str, *, tint: Tint = "text_muted", parent: QWidget | None = None) -> QToolButton:
        """Return a button that shows only an icon; `words` are its name and tool tip."""
        button = _Tool(parent)
        button.setIcon(self._icons.icon(icon, tint))
        name_it(button, words)
        icon_sized(self._theme, button)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button


def name_it(button: QToolButton, words: str, hint: str = "") -> None:
    """Give an icon button its name for those who hear it and its tool tip for those who point at it."""
    button.setAccessibleName(words)
    button.setToolTip(hint or words)


class _Push(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class _Tool(QToolButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
