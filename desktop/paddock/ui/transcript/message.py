"""Shows one message: who speaks, what they say, what is to be told about it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QWidget

from paddock.chat.citing import cited_text
from paddock.ui.markdown.body import MessageBody
from paddock.ui.transcript import phrases
from paddock.ui.transcript.actions import ActionRow
from paddock.ui.transcript.doing import DoingLine
from paddock.ui.transcript.editor import MessageEditor
from paddock.ui.transcript.notices import Notice, NoticeRow, notices_of
from paddock.ui.transcript.placing import Parts, Placing
from paddock.ui.transcript.reasoning import ReasoningFold
from paddock.ui.transcript.rested import SourcesLine
from paddock.ui.transcript.setting import TextSetting
from paddock.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.streaming import Stream


class MessageWidget(QWidget):
    """One message. It is placed and sized by the conversation, and used again for another message when out of sight.

    `acted` carries the message's id and what to do; `edited` its id and the new text; `relaid` says that the height
    may have changed; `unfolded` the id and whether its reasoning is open; `cited` the id and which of its marks was
    chosen, -1 for all that the answer rests on.
    """

    acted = Signal(int, str)
    edited = Signal(int, str)
    unfolded = Signal(int, bool)
    cited = Signal(int, int)
    link_activated = Signal(str)
    relaid = Signal()

    def __init__(self, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._materials = materials
        self.message: Message | None = None
        self.is_last: Callable[[], bool] = lambda: False
        self._stream: Stream | None = None
        self._hovered = False
        self._focused = False
        self._notices: list[Notice] = []
        self._consulted: Consulted | None = None
        who, when = PlainLabel(parent=self), PlainLabel(parent=self)
        who.setProperty("kind", "section")
        when.setProperty("kind", "small")
        when.hide()
        self.body = MessageBody(materials.look, materials.press, self)
        self.body.link_activated.connect(self.link_activated)
        self.body.cited.connect(self._on_cited)
        self.body.relaid.connect(self.relaid)
        self.body.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.parts = Parts(who, when, DoingLine(materials, self), self.body, ActionRow(materials, self))
        self.parts.actions.acted.connect(self._on_acted)
        self._placing = Placing(self.parts, materials.theme.px)
        self._text = TextSetting(self.body, materials)
        self._text.went_on.connect(self._on_text_set)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_tab_stop(False)

    # ------------------------------------------------------------ what it shows

    def show_message(
        self,
        message: Message,
        stream: Stream | None,
        *,
        reasoning_open: bool,
        consulted: Consulted | None = None,
    ) -> None:
        """Show a message, or, with a stream, what has been written of it so far; `consulted` is what it rests on."""
        other = self.message is None or self.message.id != message.id
        if other:
            self.stop_editing()
            self.body.mark_found("", None)
            self._text.stop()
        before, self.message, self._stream = self.message, message, stream
        otherwise = consulted is not self._consulted
        self._consulted = consulted
        self.parts.who.setText(phrases.speaker(message))
        self.parts.when.setText(phrases.told_at(message))
        self.setAccessibleName(phrases.described(message))
        self.body.setAccessibleName(phrases.speaker(message))
        self._show_reasoning(message, stream, open_it=reasoning_open)
        same = (
            before is not None and before.text == message.text and not (other or otherwise or self._text.shows_stream)
        )
        if stream is not None or not same:
            self._text.set_text(message, stream, consulted)
            self._show_body()
        self._show_sources()
        self.body.show_cursor(stream is not None and bool(stream.text))
        self.parts.doing.show_for(stream)
        self._show_notices([] if stream is not None else notices_of(message, consulted))
        self._show_actions()

    def _show_body(self) -> None:
        self.body.setVisible(bool(self.body.blocks) and self.parts.editor is None)

    def _on_text_set(self) -> None:
        self._show_body()
        self.relaid.emit()

    def _show_sources(self) -> None:
        if self._consulted is None:
            if self.parts.sources is not None:
                self.parts.sources.forget()
                self.parts.sources.hide()
            return
        if self.parts.sources is None:
            self.parts.sources = SourcesLine(self._materials, self)
            self.parts.sources.asked.connect(lambda: self._on_cited(-1))
            self.parts.sources.relaid.connect(self.relaid)
        self.parts.sources.show_for(self._consulted)
        self.parts.sources.show()

    def _on_cited(self, index: int) -> None:
        if self.message is not None:
            self.cited.emit(self.message.id, index)

    def _show_reasoning(self, message: Message, stream: Stream | None, *, open_it: bool) -> None:
        fold = self.parts.reasoning
        if not (stream.reasoning if stream is not None else message.reasoning):
            if fold is not None:
                fold.hide()
            return
        if fold is None:
            fold = self.parts.reasoning = ReasoningFold(self._materials, self)
            fold.link_activated.connect(self.link_activated)
            fold.relaid.connect(self.relaid)
            fold.toggled.connect(self._on_reasoning_toggled)
        fold.show_for(message, stream, open_it=open_it)

    def _show_notices(self, notices: list[Notice]) -> None:
        if notices == self._notices:
            return
        for row in self.parts.notices:
            row.hide()
            row.deleteLater()
        self._notices = notices
        self.parts.notices = []
        for notice in notices:
            row = NoticeRow(notice, self._materials, self)
            row.chosen.connect(self._on_acted)
            row.show()
            self.parts.notices.append(row)

    def _show_actions(self) -> None:
        if self.message is not None:
            active = (self._hovered or self._focused) and self.parts.editor is None
            writing = self._stream is not None
            self.parts.actions.show_for(self.message, active=active, writing=writing, last=self.is_last())
            self.parts.when.setVisible(self._hovered or self._focused)

    def refresh_look(self) -> None:
        """Follow a change of the theme."""
        self.body.set_look(self._materials.look)
        if self.parts.reasoning is not None:
            self.parts.reasoning.refresh_look()
        notices, self._notices = self._notices, []
        self._show_notices(notices)

    # ------------------------------------------------------------ where it stands

    def lay_out(self, full_width: int) -> int:
        """Place everything for a width, which includes the room for the focus ring at both sides; return the height."""
        return self._placing.place(full_width, user=self.message is not None and self.message.role == "user")

    # ------------------------------------------------------------ editing, focus, hover

    def start_editing(self) -> None:
        """Let the person edit the text in its place; only their own messages can be."""
        if self.message is None or self.message.role != "user" or self.parts.editor is not None:
            return
        editor = MessageEditor(self.message.text, self._materials, self)
        self.parts.editor = editor
        editor.saved.connect(self._on_saved)
        editor.cancelled.connect(self._on_cancelled)
        editor.grew.connect(self.relaid)
        self.body.hide()
        editor.show()
        self._show_actions()
        self.relaid.emit()
        editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.field.moveCursor(editor.field.textCursor().MoveOperation.End)

    def stop_editing(self) -> None:
        """Put the editor away; what was typed in it is given up."""
        if self.parts.editor is not None:
            self.parts.editor.grew.disconnect(self.relaid)
            self.parts.editor.hide()
            self.parts.editor.deleteLater()
            self.parts.editor = None
            self.body.setVisible(bool(self.body.blocks))
            self._show_actions()
            self.relaid.emit()

    @property
    def editing(self) -> bool:
        """Tell whether the person is editing the text."""
        return self.parts.editor is not None

    @property
    def kept(self) -> bool:
        """Tell whether something would be lost if the widget showed another message: an edit, a selection."""
        return self.parts.editor is not None or self.body.textCursor().hasSelection() or self.hasFocusWithin()

    def hasFocusWithin(self) -> bool:
        """Tell whether the focus is here or further in."""
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and (focused is self or self.isAncestorOf(focused))

    @property
    def busy(self) -> bool:
        """Tell whether text is still being set or code coloured."""
        return self._text.busy or self.body.busy

    def set_focused(self, focused: bool) -> None:  # noqa: FBT001 - a setter
        """Show the actions while the focus is within."""
        if focused != self._focused:
            self._focused = focused
            self._show_actions()
            self.update()

    def set_tab_stop(self, reached: bool) -> None:  # noqa: FBT001 - a setter
        """Let the Tab key reach this message and its buttons, or pass them by."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)
        policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.NoFocus
        for button in self.body.copy_buttons():
            button.setFocusPolicy(policy)
        if self.parts.reasoning is not None:
            self.parts.reasoning.line.setFocusPolicy(policy)
        if self.parts.sources is not None:
            self.parts.sources.set_tab_stop(reached)
        self.parts.actions.set_tab_stop(reached)

    def tab_stops(self) -> list[QWidget]:
        """Return what the Tab key reaches, in the order it is read: the message, then what is in and under it."""
        stops: list[QWidget] = [self]
        if self.parts.reasoning is not None:
            stops.append(self.parts.reasoning.line)
        stops += self.body.copy_buttons()
        for part in (self.parts.sources, *self.parts.notices, self.parts.actions):
            if part is not None:
                stops += part.findChildren(QAbstractButton)
        return stops

    def enter_text(self) -> None:
        """Put the focus into the text, where arrows move, Shift selects and Tab goes from link to link."""
        if not self.body.textCursor().hasSelection():
            self.body.moveCursor(QTextCursor.MoveOperation.Start)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_text(self) -> None:
        """Copy the message as it was written, with its citations."""
        if self.message is not None:
            stream = self._stream
            text = stream.text if stream is not None else phrases.said(self.message)
            if stream is None and self._consulted is not None:
                text = cited_text(text, self._consulted)
            QGuiApplication.clipboard().setText(text)
            self.parts.actions.say_copied()

    def put_away(self) -> None:
        """Hide it and stop its work; it may be used again."""
        self._text.stop()
        self.body.quiet()
        self.parts.actions.quiet()
        self._hovered = self._focused = False
        self.set_tab_stop(False)
        self.message = None
        self.hide()

    def _on_acted(self, action: str) -> None:
        if self.message is None:
            return
        if action == "copy":
            self.copy_text()
        elif action == "edit":
            self.start_editing()
        else:
            self.acted.emit(self.message.id, action)

    def _on_saved(self, text: str) -> None:
        if self.message is not None:
            message_id, changed = self.message.id, text != self.message.text
            self.stop_editing()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if changed:
                self.edited.emit(message_id, text)

    def _on_cancelled(self) -> None:
        self.stop_editing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reasoning_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if self.message is not None and self.parts.reasoning is not None:
            if shown:
                self.parts.reasoning.fill(self.message, self._stream)
            self.unfolded.emit(self.message.id, shown)
            self.relaid.emit()

    # ------------------------------------------------------------ Qt

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Show the actions."""
        self._hovered = True
        self._show_actions()

    def leaveEvent(self, _event: QEvent) -> None:
        """Hide the actions."""
        self._hovered = False
        self._show_actions()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the person's bubble, and the ring round the message that has the focus."""
        palette = self._materials.theme.palette
        px = self._materials.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._placing.bubble.isNull():
            painter.setBrush(palette.color("surface"))
            painter.setPen(QPen(palette.color("border"), 1))
            painter.drawRoundedRect(QRectF(self._placing.bubble).adjusted(0.5, 0.5, -0.5, -0.5), px(12), px(12))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color("focus"), 2))
            ring = QRectF(0, px(4), self.width(), self.parts.actions.y() - px(5)).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, px(8), px(8))
