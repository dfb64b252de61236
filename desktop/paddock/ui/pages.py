"""The pages beside the conversation, each built when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.ui.theme import Theme

_LEAST_PX = 440


class Refreshed(Protocol):
    """What every page beside the conversation can do."""

    def refresh(self) -> None:
        """Read anew what it shows."""


class Pages(QStackedWidget):
    """`shown` names the page after it changed; `built` comes when one was looked at for the first time."""

    shown = Signal(str)
    built = Signal()

    def __init__(self, theme: Theme, first_name: str, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._built: dict[str, QWidget] = {first_name: first}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._first = first_name
        self.addWidget(first)
        self.current = first_name

    def add_later(self, name: str, make: Callable[[], QWidget]) -> None:
        """Know how to build a page."""
        self._makers[name] = make

    def show_page(self, name: str) -> QWidget:
        """Show a page, building it first where need be. Raises KeyError for an unknown name."""
        page = self._built.get(name)
        if page is None:
            page = self._built[name] = self._makers[name]()
            self.addWidget(page)
            self.built.emit()
        self.current = name
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.setCurrentWidget(page)
        if name != self._first:
            cast("Refreshed", page).refresh()
            if had_focus:
                _focus_first(page)
        self.shown.emit(name)
        return page

    def minimumSizeHint(self) -> QSize:
        """Return the room that any page can be read in: one that is not shown must not narrow the sidebar."""
        return QSize(self._theme.px(_LEAST_PX), 1)

    def forget_all(self) -> None:
        """Delete every page but the first, with all they show."""
        self.setCurrentWidget(self._built[self._first])
        self.current = self._first
        self.shown.emit(self._first)
        for name in [name for name in self._built if name != self._first]:
            page = self._built.pop(name)
            self.removeWidget(page)
            page.deleteLater()


def _focus_first(page: QWidget) -> None:
    """Put the focus on the first control of a page, for those who work by keyboard."""
    widget = page.nextInFocusChain()
    while widget is not page and widget is not None:
        if page.isAncestorOf(widget) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
