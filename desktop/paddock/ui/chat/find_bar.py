"""Finds words in the open chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme


class _Field(QLineEdit):
    """Tells when it gets and loses the focus."""

    focused = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)


class FindBar(QFrame):
    """`sought` carries the words (empty: nothing sought any more), `stepped` 1 for the next place or -1."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        make = Buttons(theme, icons)
        self.field = _Field()
        self.field.focused.connect(self._show_focus)
        self.field.setProperty("kind", "bare")
        self.field.setAccessibleName(self.tr("Find in this chat"))
        self.field.setPlaceholderText(self.tr("Find in this chat"))
        self.field.textChanged.connect(self.sought)
        self._count = PlainLabel()
        self._count.setProperty("kind", "small")
        previous = make.tool(self.tr("Previous place"), "caret-up")
        previous.clicked.connect(lambda: self.stepped.emit(-1))
        following = make.tool(self.tr("Next place"), "caret-down")
        following.clicked.connect(lambda: self.stepped.emit(1))
        close = self.last = make.tool(self.tr("Close"), "x")
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.addWidget(self.field, 1)
        for part in (self._count, previous, following, close):
            row.addWidget(part)
        spaced(theme, row, (14, 5, 6, 5), 4)
        follow(theme, self, lambda: self.setMaximumWidth(theme.px(440)))
        self.hide()

    def open_bar(self) -> None:
        """Show it and let the person type."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self.sought.emit(self.field.text())

    def close_bar(self) -> None:
        """Hide it; nothing is sought any more."""
        if self.isVisible():
            self.hide()
            self.sought.emit("")
            self.closed.emit()

    def show_count(self, place: int, places: int) -> None:
        """Tell which of how many places is shown; both 0 where there is none."""
        if not self.field.text():
            self._count.setText("")
        elif places:
            self._count.setText(self.tr("{0} of {1}").format(place, places))
        else:
            self._count.setText(self.tr("Nothing found"))

    def _show_focus(self, focused: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Show it around the whole bar: the field itself has no frame."""
        self.setProperty("active", focused)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
