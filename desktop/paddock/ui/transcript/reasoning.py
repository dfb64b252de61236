"""What a reasoning model thought, folded away under one line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolButton, QWidget

from paddock.ui.markdown.body import MessageBody
from paddock.ui.mirroring import turned
from paddock.ui.transcript import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from paddock.chat.types import Message
    from paddock.ui.markdown.blocks import Block
    from paddock.ui.markdown.look import Look
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.streaming import Stream


class ReasoningFold(QWidget):
    """A line that unfolds. `toggled` carries whether it is open; the text is set only while it is."""

    toggled = Signal(bool)
    link_activated = Signal(str)
    relaid = Signal()

    def __init__(self, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._materials = materials
        self.body: MessageBody | None = None
        self.line = QToolButton(self)
        self.line.setCheckable(True)
        self.line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.line.setObjectName("reasoning_line")
        self.line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.line.toggled.connect(self._on_toggled)
        self._name_line("")

    @property
    def is_open(self) -> bool:
        """Tell whether the text is shown."""
        return self.line.isChecked()

    def _name_line(self, words: str) -> None:
        self.line.setText(words)
        self.line.setAccessibleName(words)
        self.line.setAccessibleDescription(self.tr("Open") if self.is_open else self.tr("Folded"))
        self.line.setIcon(self._materials.icons.icon("caret-down" if self.is_open else "caret-right", "text_muted"))

    def show_for(self, message: Message, stream: Stream | None, *, open_it: bool) -> None:
        """Say what is folded ("Thought for 12 s"), and show it where it is open."""
        thinking = stream is not None and not stream.text
        self._name_line(phrases.thinking() if thinking else phrases.thought(message.reasoning_s))
        if self.is_open != open_it:
            self.set_open(open_it)
        if open_it:
            self.fill(message, stream)
        self.show()

    def fill(self, message: Message, stream: Stream | None) -> None:
        """Show what was thought, or what has been so far. Only to be called while it is open."""
        from paddock.ui.markdown.growing import GrowingText  # noqa: PLC0415 - with the first message

        if stream is not None:
            stream.growing_reasoning = stream.growing_reasoning or GrowingText(self._materials.reader)
            self._set_blocks(stream.growing_reasoning.read(stream.reasoning), growing=True)
        else:
            self._set_blocks(GrowingText(self._materials.reader).read(message.reasoning), growing=False)

    def set_open(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        """Open or fold it without telling anyone."""
        self.line.blockSignals(True)
        self.line.setChecked(shown)
        self.line.blockSignals(False)
        self._apply_open()

    def _set_blocks(self, blocks: Sequence[Block], *, growing: bool) -> None:
        if self.body is None:
            self.body = MessageBody(self._muted(), self._materials.press, self)
            self.body.link_activated.connect(self.link_activated)
            self.body.relaid.connect(self.relaid)
            self.body.show()
        self.body.set_blocks(blocks, growing=growing)

    def refresh_look(self) -> None:
        """Follow a change of the theme."""
        if self.body is not None:
            self.body.set_look(self._muted())

    def _muted(self) -> Look:
        look = self._materials.look
        return replace(look, text=look.muted)

    def height_for(self, width: int) -> int:
        """Place line and text for a width and return the height."""
        px = self._materials.theme.px
        hint = self.line.sizeHint()
        self.line.setGeometry(turned(QRect(-px(5), 0, min(hint.width(), width), hint.height()), width))
        if self.body is None or not self.is_open:
            return hint.height()
        inset = px(16)
        height = self.body.height_for(width - inset)
        self.body.setGeometry(turned(QRect(inset, hint.height() + px(6), width - inset, height), width))
        self.body.place()
        return hint.height() + px(6) + height + px(4)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._apply_open()
        self.toggled.emit(shown)

    def _apply_open(self) -> None:
        self._name_line(self.line.text())
        if self.body is not None:
            self.body.setVisible(self.is_open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar beside the open text."""
        if self.body is not None and self.is_open:
            painter = QPainter(self)
            top = self.body.geometry().top()
            size = self._materials.theme.px(2)
            bar = turned(QRect(0, top, size, self.body.height()), self.width())
            painter.fillRect(bar, self._materials.theme.palette.color("border"))
