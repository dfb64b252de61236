"""Edits a message in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from paddock.ui.widgets.reading_side import align_as_read

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from paddock.ui.transcript.materials import Materials

_MOST_LINES = 18


class _Field(QPlainTextEdit):
    """Takes text; Enter sends, Shift+Enter breaks the line, Esc gives up, as in the composer."""

    sent = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, give up, or type."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class MessageEditor(QWidget):
    """`saved` carries the new text, which is not empty; `grew` says that the height may have changed."""

    saved = Signal(str)
    cancelled = Signal()
    grew = Signal()

    def __init__(self, text: str, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._materials = materials
        self.field = _Field(self)
        self.field.setPlainText(text)
        self.field.setAccessibleName(self.tr("Edit your message"))
        self.field.setTabChangesFocus(True)
        self.send = materials.buttons.push(self.tr("Save and send"), "primary", parent=self)
        self.cancel = materials.buttons.push(self.tr("Cancel"), "quiet", parent=self)
        self.field.sent.connect(self._on_send)
        self.field.given_up.connect(self.cancelled)
        self.send.clicked.connect(self._on_send)
        self.cancel.clicked.connect(self.cancelled)
        self.field.document().documentLayout().documentSizeChanged.connect(self.grew)
        self.field.textChanged.connect(self._on_text_changed)
        align_as_read(self.field)
        QWidget.setTabOrder(self.field, self.send)
        QWidget.setTabOrder(self.send, self.cancel)

    def height_for(self, width: int) -> int:
        """Place the parts for a width and return the height."""
        px = self._materials.theme.px
        self.field.resize(width, self.field.height())
        lines = int(self.field.document().documentLayout().documentSize().height())  # in lines, for this layout
        line = self.field.fontMetrics().lineSpacing()
        height = min(max(lines, 2), _MOST_LINES) * line + px(28)
        self.field.setGeometry(0, 0, width, height)
        send, cancel = self.send.sizeHint(), self.cancel.sizeHint()
        top = height + px(8)
        self.send.setGeometry(width - send.width(), top, send.width(), send.height())
        self.cancel.setGeometry(width - send.width() - px(8) - cancel.width(), top, cancel.width(), cancel.height())
        return top + send.height()

    def _on_text_changed(self) -> None:
        align_as_read(self.field)
        self.send.setEnabled(bool(self.field.toPlainText().strip()))

    def _on_send(self) -> None:
        text = self.field.toPlainText()
        if text.strip():
            self.saved.emit(text)
