"""The window's place on the screen and the sidebar's in it, kept from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter

    from paddock.ui.desk import Desk
    from paddock.ui.sidebar.sidebar import Sidebar

_NARROW_PX = 640
_SMALLEST_SIDEBAR = 120


class WindowPlace(QObject):
    """`sidebar_moved` with whether the sidebar is shown now, and whether it took the focus away with it."""

    sidebar_moved = Signal(bool, bool)

    def __init__(self, window: QMainWindow, desk: Desk, splitter: QSplitter, sidebar: Sidebar) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._splitter = splitter
        self._sidebar = sidebar
        self._narrow = False
        self._wanted = desk.preferences.window.sidebar_width
        splitter.splitterMoved.connect(self._on_moved)
        desk.theme.changed.connect(self._on_theme_changed)

    def restore(self) -> None:
        """Put the window where it was, if a screen is there."""
        window, place = self._window, self._desk.preferences.window
        window.resize(place.width, place.height)
        if place.x is not None and place.y is not None:
            wanted = QRect(place.x, place.y, place.width, place.height)
            screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            if any(screen.intersects(wanted.adjusted(40, 40, -40, -40)) for screen in screens):
                window.move(place.x, place.y)
        if place.maximized:
            window.setWindowState(Qt.WindowState.WindowMaximized)
        self._give_width(place.width)
        self._sidebar.setVisible(place.sidebar_shown)
        self.sidebar_moved.emit(place.sidebar_shown, False)

    def remember(self) -> None:
        """Keep where the window is."""
        window = self._window
        maximized = window.isMaximized()
        box = window.normalGeometry() if maximized else window.geometry()
        changes: dict[str, object] = {"maximized": maximized, "width": box.width(), "height": box.height()}
        if window.x() or window.y():
            changes |= {"x": window.x(), "y": window.y()}
        changes["sidebar_width"] = max(self._wanted, _SMALLEST_SIDEBAR)
        self._desk.preferences.keep_window(**changes)

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        shown = not self._sidebar.isVisible()
        self._desk.preferences.keep_window(sidebar_shown=shown)
        self.show_sidebar(shown=shown)

    def show_sidebar(self, *, shown: bool) -> None:
        """Show or hide the sidebar for now."""
        focused = QGuiApplication.focusObject()
        had_focus = self._sidebar.isAncestorOf(focused)  # type: ignore[arg-type]  # None is no child
        self._sidebar.setVisible(shown)
        self.sidebar_moved.emit(shown, had_focus and not shown)

    def fit_sidebar(self) -> None:
        """Where the window is narrow, let the sidebar stay away until it is asked for."""
        narrow = self._window.width() < self._desk.theme.px(_NARROW_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            self.show_sidebar(shown=not narrow and self._desk.preferences.window.sidebar_shown)

    def _give_width(self, whole: int) -> None:
        """Give the sidebar the width that the person wanted; with large text it takes what it needs."""
        self._splitter.setSizes([self._wanted, max(whole - self._wanted, 200)])

    def _on_moved(self, width: int) -> None:
        self._wanted = width

    def _on_theme_changed(self) -> None:
        self.fit_sidebar()
        self._give_width(self._splitter.width())
