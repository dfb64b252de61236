"""Where the person writes: a field that grows, and one button that sends or stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from paddock.ui.dropped import local_paths
from paddock.ui.widgets.buttons import Buttons, name_it
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.reading_side import align_as_read
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_LARGEST_SHARE = 3  # of the window's height


class MessageField(QPlainTextEdit):
    """Plain text. Enter sends, Shift+Enter breaks the line; Enter that ends an input method's composition does not.

    `files_pasted` carries the paths of files that were pasted; those that are dropped are left to the window.
    """

    sent = Signal()
    files_pasted = Signal(list)
    stopped = Signal()
    focused = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = False
        self.setProperty("kind", "bare")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        follow(theme, self, self._grow)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        breaks = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        if is_enter and not breaks and not self._composing:
            self.sent.emit()
        elif is_enter and breaks:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: D102 - described by Qt
        return not local_paths(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: D102 - described by Qt
        if files := local_paths(source):
            self.files_pasted.emit(files)
        else:
            super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: D102 - described by Qt
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - described by Qt
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - described by Qt
        self._composing = False
        super().focusOutEvent(event)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # Esc belongs to the field while it has the focus: it stops the answer
            return True
        return super().event(event)

    def _grow(self) -> None:
        line_height = QFontMetricsF(self.font()).lineSpacing()
        lines = max(1, self.document().lineCount() if self.document().isEmpty() else round(self._lines()))
        window = self.window()
        most = max(line_height * 2, (window.height() if window else 600) / _LARGEST_SHARE)
        margins: QMargins = self.contentsMargins()
        height = min(lines * line_height + 4, most) + margins.top() + margins.bottom()
        if self.height() != round(height) or self.minimumHeight() != round(height):
            self.setFixedHeight(round(height))

    def _lines(self) -> float:
        return self.document().documentLayout().documentSize().height()


class Composer(QWidget):
    """`sent` carries the words; the field is emptied by whoever took them. `edited` after every change.

    `files_pasted` carries the paths of files; `attach_wanted` asks for the paper clip's menu.
    """

    sent = Signal(str)
    files_pasted = Signal(list)
    attach_wanted = Signal()
    stop_wanted = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._answering = False
        self._low = False
        self._box = QFrame()
        self._box.setObjectName("composer_box")
        self.field = MessageField(theme)
        self.field.setAccessibleName(self.tr("Message"))
        self.field.setPlaceholderText(self.tr("Ask anything"))
        self.field.textChanged.connect(self._on_edited)
        align_as_read(self.field)
        self.field.sent.connect(self._on_button)
        self.field.files_pasted.connect(self.files_pasted)
        self.field.stopped.connect(self._on_escape)
        self.field.focused.connect(self._on_focused)
        self._hint = PlainLabel()
        self._hint.setProperty("kind", "small")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self.clip = Buttons(theme, icons).tool(self.tr("Attach documents"), "paperclip")
        self.clip.clicked.connect(self.attach_wanted)
        self.button = Buttons(theme, icons).tool(self.tr("Send"), "arrow-up", tint="on_accent")
        self.button.setProperty("kind", "send")
        self.button.clicked.connect(self._on_button)
        self._line, self._bottom = QHBoxLayout(), QHBoxLayout()
        self._line.addWidget(self.field, 1)
        self._bottom.addWidget(self.clip)
        self._bottom.addWidget(self._hint, 1)
        self._bottom.addWidget(self.button)
        inner = self._inner = QVBoxLayout(self._box)
        inner.addLayout(self._line)
        inner.addLayout(self._bottom)
        outer = QVBoxLayout(self)
        outer.addWidget(self._box)
        outer.setContentsMargins(0, 0, 0, 0)
        spaced(theme, inner, (12, 12, 10, 8), 6)
        follow(theme, self.field, lambda: self.field.setContentsMargins(theme.px(4), 0, 0, 0))
        self._put_button()

    # ------------------------------------------------------------ what others ask of it

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.field.toPlainText()

    def put_text(self, text: str) -> None:
        """Show other words, the cursor behind them; can be undone by Ctrl+Z only from there on."""
        if text != self.text:
            self.field.setPlainText(text)
            cursor = self.field.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.field.setTextCursor(cursor)

    def set_answering(self, *, answering: bool) -> None:
        """Let the button stop instead of send."""
        if answering != self._answering:
            self._answering = answering
            self._put_button()

    def set_hint(self, text: str, *, alarming: bool = False) -> None:
        """Show a small text beside the button: tokens typed, or why sending must wait."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text) or not self._low)
        self._hint.setProperty("kind", "warn" if alarming else "small")
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)

    def put_above(self, part: QWidget) -> None:
        """Place something above the field, in the same box."""
        self._inner.insertWidget(0, part)

    def be_low(self, *, low: bool) -> None:
        """Take little height, or not: the buttons stand beside the field, and below it only a hint, if there is one."""
        if low == self._low:
            return
        self._low = low
        for place, button in ((0, self.clip), (2, self.button)):
            if low:
                self._line.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
            else:
                self._line.removeWidget(button)
                self._bottom.insertWidget(place, button)
        self._hint.setVisible(bool(self._hint.text()) or not low)

    def take_focus(self) -> None:
        """Let the person write."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ inside

    def _on_edited(self) -> None:
        align_as_read(self.field)
        self._put_button()
        self.edited.emit()

    def _on_button(self) -> None:
        pressed = self.sender() is self.button
        if pressed:
            self.take_focus()  # to write on; the button itself may be off in a moment, and its focus anywhere
        if self._answering and pressed:
            self.stop_wanted.emit()
        elif self.text.strip():
            self.sent.emit(self.text)

    def _on_escape(self) -> None:
        if self._answering:
            self.stop_wanted.emit()

    def _on_focused(self, focused: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._box.setProperty("active", "true" if focused else "false")
        self._box.style().unpolish(self._box)
        self._box.style().polish(self._box)

    def _put_button(self) -> None:
        if self._answering:
            self.button.setIcon(self._icons.icon("stop-fill", "on_accent"))
            name_it(self.button, self.tr("Stop"), self.tr("Stop  Esc"))
            self.button.setEnabled(True)
        else:
            self.button.setIcon(self._icons.icon("arrow-up", "on_accent"))
            name_it(self.button, self.tr("Send"), self.tr("Send  Enter"))
            self.button.setEnabled(bool(self.text.strip()))
