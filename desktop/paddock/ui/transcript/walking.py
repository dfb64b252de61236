"""The keyboard's way through a conversation: from message to message, into one, and by Tab past the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from paddock.ui.widgets.tab_order import in_tab_order

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

    from paddock.ui.transcript.message import MessageWidget
    from paddock.ui.transcript.rows import Rows
    from paddock.ui.transcript.sight import Sight

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGE = 0.9


class Walking(QObject):
    """Tab goes from the conversation into the one message that is current, and on to `after`."""

    def __init__(self, area: QAbstractScrollArea, rows: Rows, sight: Sight, after: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._rows = rows
        self._sight = sight
        self._after = after
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def go_to(self, index: int) -> None:
        """Give a message the focus and bring it into sight; the nearest one where there is none at this place."""
        rows = self._rows
        index = min(max(index, 0), len(rows) - 1)
        if index < 0:
            return
        rows.current = index
        widget = rows.widget(index)
        if widget is None or not self._sight.holds(widget):
            self._sight.bring(index)
        rows.shown[rows.messages[index].id].setFocus(Qt.FocusReason.TabFocusReason)

    def let_tab_in(self, widget: MessageWidget, index: int) -> None:
        """Let the Tab key reach this message if it is the current one, or pass it by."""
        reached = index == self._rows.current
        widget.set_tab_stop(reached)
        if reached:
            in_tab_order((self._area, *widget.tab_stops(), self._after))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it asks for anything here."""
        key, focused = event.key(), self._rows.focused
        if key in _STEPS:
            self.go_to(self._rows.current + (_STEPS[Qt.Key(key)] if focused is not None else 0))
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._rows) - 1)
            self._sight.go_to_end()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            bar = self._area.verticalScrollBar()
            page = round(self._sight.height * _PAGE)
            bar.setValue(bar.value() + (page if key == Qt.Key.Key_PageDown else -page))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focused is not None:
            focused.enter_text()
        elif event.matches(QKeySequence.StandardKey.Copy) and focused is not None:
            focused.copy_text()
        else:
            return False
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self):
            return
        rows = self._rows
        for widget in rows.shown.values():
            within = new is not None and (new is widget or widget.isAncestorOf(new))
            widget.set_focused(within)
            if within and widget.message is not None:
                rows.current = rows.index(widget.message.id)
        for message_id, widget in rows.shown.items():
            if widget.message is not None:
                self.let_tab_in(widget, rows.index(message_id))
            else:
                widget.set_tab_stop(False)
