"""A passing word at the bottom of the window, with at most one button (Undo)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.ui.icons import Icons
    from paddock.ui.notices import Action, Word
    from paddock.ui.theme import Theme

_PLAIN_MS = 5_000
_WITH_BUTTON_MS = 12_000


class Toast(QFrame):
    """One at a time; it waits while it is pointed at or has the focus, and never takes the focus by itself.

    The next Tab leads to its button, from wherever one is, and on from there to where one was. What takes something
    back can be had by `take_back` also when the word is gone; `undo_keys` gives the keys for it, shown on the button.
    `place` tells in which part of the host it may stand: in the middle of its bottom. `covers` carries how many pixels
    of that bottom it takes from now on, 0 where it is not shown.
    """

    covers = Signal(int)

    def __init__(
        self, theme: Theme, icons: Icons, host: QWidget, place: Callable[[], QRect], undo_keys: Callable[[], str]
    ) -> None:
        super().__init__(host)
        self.setProperty("kind", "toast")
        self._theme = theme
        self._room = place
        self._undo_keys = undo_keys
        self._undo: Action | None = None
        self._word: Word | None = None
        self._before: QWidget | None = None
        make = Buttons(theme, icons)
        self._text = PlainLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._button = make.push("")
        self._button.clicked.connect(self._on_taken)
        self._close = make.tool(self.tr("Dismiss"), "x", tint="on_toast")
        self._close.clicked.connect(self._leave)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        spaced(theme, row, (16, 6, 8, 6), 10)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        host.installEventFilter(self)
        theme.changed.connect(self.place_again)
        self.hide()

    def say(self, word: Word) -> None:
        """Show a word; it replaces the one before."""
        self._word = word
        self._before = None
        self._text.setText(word.text)
        self._button.setVisible(word.action is not None)
        spoken = word.text
        if word.action is not None:
            keys = self._undo_keys() if word.action.undoes else ""
            self._button.setText(f"{word.action.words}  {keys}".strip())
            self._button.setAccessibleName(word.action.words)
            if word.action.undoes:
                self._undo = word.action
                spoken = f"{word.text} {word.action.words}: {keys}" if keys else word.text
        self.setAccessibleName(word.text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_WITH_BUTTON_MS if word.action else _PLAIN_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def take_back(self) -> bool:
        """Take back what was removed last, once, and tell whether there was anything."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        if self.isVisible() and self._word is not None and self._word.action is undo:
            self._leave()
        undo.run()
        return True

    def forget(self) -> None:
        """Show nothing any more, and take nothing back."""
        self._undo = self._word = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def place_again(self) -> None:
        """Find the right place anew, after something around it moved."""
        if self.isVisible():
            self._place()

    def take_tab(self, *, forward: bool) -> bool:
        """Take the focus when Tab is pressed for the first time, and give it back after; tell whether it was done."""
        focus = QApplication.focusWidget()
        if self.isHidden() or focus is None or self._word is None or self._word.action is None:
            return False
        if not (focus.isVisible() and focus.isEnabled()):
            return False  # Qt itself leaves what is going away, without a key
        if not self.isAncestorOf(focus):
            if self._before is not None or not forward:
                return False
            self._before = focus
            self._button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if focus is (self._close if forward else self._button):
            return self._give_back()
        return False

    def _give_back(self) -> bool:
        """Put the focus where it was before it came here, if that is still there."""
        before = self._before
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._give_back()
        self.hide()

    def _place(self) -> None:
        area = self._room()
        room = min(area.width() - self._theme.px(32), self._theme.px(640))
        text = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 4
        others = sum(part.sizeHint().width() for part in (self._button, self._close) if not part.isHidden())
        width = min(room, text + others + self._theme.px(16 + 8 + 3 * 10))
        self.setFixedWidth(width)
        self.setFixedHeight(self._row.totalHeightForWidth(width))
        left = area.left() + (area.width() - self.width()) // 2
        self.move(left, area.top() + area.height() - self.height() - self._theme.px(8))
        self.covers.emit(self.height() + self._theme.px(8))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102 - described by Qt
        super().hideEvent(event)
        self.covers.emit(0)

    def _on_taken(self) -> None:
        word = self._word
        self._leave()
        if word is not None and word.action is not None:
            self._undo = None if word.action is self._undo else self._undo
            word.action.run()

    def _on_time(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(_PLAIN_MS)
        else:
            self.hide()
