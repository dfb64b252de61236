"""Shows one message: who speaks, what they say, what is to be told about it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget

from paddock.chat.citing import cited_text
from paddock.ui.markdown.body import MessageBody
from paddock.ui.mirroring import turned
from paddock.ui.transcript import phrases
from paddock.ui.transcript.actions import ActionRow
from paddock.ui.transcript.editor import MessageEditor
from paddock.ui.transcript.extents import INSET
from paddock.ui.transcript.notices import Notice, NoticeRow, notices_of
from paddock.ui.transcript.reasoning import ReasoningFold
from paddock.ui.transcript.rested import SourcesLine
from paddock.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.markdown.blocks import Block
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.streaming import Stream

_WIDEST_BUBBLE = 0.86
_STEP_MS = 0


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
        self._stream: Stream | None = None
        self._hovered = False
        self._focused = False
        self._bubble = QRect()
        self._notices: list[Notice] = []
        self._notice_rows: list[NoticeRow] = []
        self._editor: MessageEditor | None = None
        self._reasoning: ReasoningFold | None = None
        self._consulted: Consulted | None = None
        self._sources: SourcesLine | None = None
        self._steps: Iterator[list[Block]] | None = None
        self._latest: list[Block] = []
        self._shown_id: int | None = None
        self._shows_stream = False
        self._step_timer = QTimer(self)
        self._step_timer.setInterval(_STEP_MS)
        self._step_timer.timeout.connect(self._on_step)
        self._who = PlainLabel(parent=self)
        self._who.setProperty("kind", "section")
        self._when = PlainLabel(parent=self)
        self._when.setProperty("kind", "small")
        self._when.hide()
        self._doing = PlainLabel(parent=self)
        self._doing.setProperty("kind", "muted")
        self._doing.hide()
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.body = MessageBody(materials.look, materials.press, self)
        self.body.link_activated.connect(self.link_activated)
        self.body.cited.connect(self._on_cited)
        self.body.relaid.connect(self.relaid)
        self.body.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._actions = ActionRow(materials, self)
        self._actions.acted.connect(self._on_acted)
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
            self._steps = None
        before, self.message, self._stream = self.message, message, stream
        otherwise = consulted is not self._consulted
        self._consulted = consulted
        self._who.setText(phrases.speaker(message))
        self._when.setText(phrases.told_at(message))
        self.setAccessibleName(phrases.described(message))
        self.body.setAccessibleName(phrases.speaker(message))
        self._show_reasoning(message, stream, open_it=reasoning_open)
        same = before is not None and before.text == message.text and not (other or otherwise or self._shows_stream)
        if stream is not None or not same:
            self._show_text(message, stream)
        self._show_sources()
        self.body.show_cursor(stream is not None and bool(stream.text))
        self._show_doing(stream)
        self._show_notices([] if stream is not None else notices_of(message))
        self._show_actions()

    def _show_text(self, message: Message, stream: Stream | None) -> None:
        from paddock.ui.markdown.growing import STEP_CHARS, GrowingText  # noqa: PLC0415 - with the first message
        from paddock.ui.markdown.typed import read_typed  # noqa: PLC0415 - as above

        shown_before = bool(self.body.blocks) and self._shown_id == message.id
        self._shown_id = message.id
        self._steps = None
        self._step_timer.stop()
        if message.role == "user":
            self.body.set_blocks(read_typed(message.text))
        elif stream is not None:
            stream.growing = stream.growing or GrowingText(self._materials.reader)
            self.body.set_blocks(stream.growing.read(stream.text), growing=True)
        else:
            self._steps = self._materials.set_in_steps(message, self._consulted)
            self._latest = next(self._steps)
            if len(message.text) <= STEP_CHARS:
                self._latest = [self._latest, *self._steps][-1]
            if len(message.text) <= STEP_CHARS or not shown_before:
                self.body.set_blocks(self._latest)
            if len(message.text) > STEP_CHARS:
                self._step_timer.start()
        self._shows_stream = stream is not None
        self.body.setVisible(bool(self.body.blocks) and self._editor is None)

    def _on_step(self) -> None:
        """Set a long message a piece at a time; nothing that is already shown is taken away meanwhile."""
        blocks = next(self._steps, None) if self._steps is not None else None
        if blocks is None:
            self._steps = None
            self._step_timer.stop()
            blocks = self._latest
        elif len(blocks) < len(self.body.blocks):
            self._latest = blocks
            return
        self._latest = blocks
        self.body.set_blocks(blocks)
        self.body.setVisible(bool(blocks) and self._editor is None)
        self.relaid.emit()

    def _show_sources(self) -> None:
        if self._consulted is None:
            if self._sources is not None:
                self._sources.forget()
                self._sources.hide()
            return
        if self._sources is None:
            self._sources = SourcesLine(self._materials, self)
            self._sources.asked.connect(lambda: self._on_cited(-1))
            self._sources.relaid.connect(self.relaid)
        self._sources.show_for(self._consulted)
        self._sources.show()

    def _on_cited(self, index: int) -> None:
        if self.message is not None:
            self.cited.emit(self.message.id, index)

    def _show_reasoning(self, message: Message, stream: Stream | None, *, open_it: bool) -> None:
        text = stream.reasoning if stream is not None else message.reasoning
        if not text:
            if self._reasoning is not None:
                self._reasoning.hide()
            return
        if self._reasoning is None:
            self._reasoning = ReasoningFold(self._materials, self)
            self._reasoning.link_activated.connect(self.link_activated)
            self._reasoning.relaid.connect(self.relaid)
            self._reasoning.toggled.connect(self._on_reasoning_toggled)
        fold = self._reasoning
        thinking = stream is not None and not stream.text
        fold.set_words(phrases.thinking() if thinking else phrases.thought(message.reasoning_s))
        if fold.is_open != open_it:
            fold.set_open(open_it)
        if open_it:
            self._fill_reasoning(fold, message, stream)
        fold.show()

    def _fill_reasoning(self, fold: ReasoningFold, message: Message, stream: Stream | None) -> None:
        from paddock.ui.markdown.growing import GrowingText  # noqa: PLC0415 - with the first message

        if stream is not None:
            stream.growing_reasoning = stream.growing_reasoning or GrowingText(self._materials.reader)
            fold.set_blocks(stream.growing_reasoning.read(stream.reasoning), growing=True)
        else:
            fold.set_blocks(GrowingText(self._materials.reader).read(message.reasoning), growing=False)

    def _show_doing(self, stream: Stream | None) -> None:
        shown = stream is not None and not stream.text and not stream.reasoning
        self._doing.setVisible(shown)
        self._bar.setVisible(shown and stream is not None and stream.fraction is not None)
        if stream is not None and shown:
            self._doing.setText(phrases.doing(stream.doing, stream.fraction) if stream.doing else phrases.thinking())
            self._bar.setValue(round((stream.fraction or 0) * 1000))
            self._bar.setAccessibleName(stream.doing)

    def _show_notices(self, notices: list[Notice]) -> None:
        if notices == self._notices:
            return
        for row in self._notice_rows:
            row.hide()
            row.deleteLater()
        self._notices = notices
        self._notice_rows = []
        for notice in notices:
            row = NoticeRow(notice, self._materials, self)
            row.chosen.connect(self._on_acted)
            row.show()
            self._notice_rows.append(row)

    def _show_actions(self) -> None:
        if self.message is not None:
            active = (self._hovered or self._focused) and self._editor is None
            self._actions.show_for(self.message, active=active, writing=self._stream is not None)
            self._when.setVisible(self._hovered or self._focused)

    def refresh_look(self) -> None:
        """Follow a change of the theme."""
        self.body.set_look(self._materials.look)
        if self._reasoning is not None:
            self._reasoning.refresh_look()
        notices, self._notices = self._notices, []
        self._show_notices(notices)

    # ------------------------------------------------------------ where it stands

    def lay_out(self, full_width: int) -> int:
        """Place everything for a width, which includes the room for the focus ring at both sides; return the height."""
        px = self._materials.theme.px
        left = px(INSET)
        width = full_width - 2 * left
        user = self.message is not None and self.message.role == "user"
        y = self._place_heading(px(10), left, width, trailing=user)
        if self._reasoning is not None and not self._reasoning.isHidden():
            height = self._reasoning.height_for(width)
            self._reasoning.setGeometry(left, y, width, height)
            y += height + px(8)
        if not self._doing.isHidden():
            y = self._place_doing(y, left, width)
        self._bubble = QRect()
        if self._editor is not None:
            height = self._editor.height_for(width)
            self._editor.setGeometry(left, y, width, height)
            y += height + px(6)
        elif not self.body.isHidden():
            y = self._place_bubble(y, left, width) if user else self._place_body(y, left, width)
        if self._sources is not None and not self._sources.isHidden():
            height = self._sources.height_for(width)
            self._sources.setGeometry(left, y + px(8), width, height)
            y += height + px(8)
        for row in self._notice_rows:
            height = row.height_for(width)
            row.setGeometry(left, y + px(6), width, height)
            y += height + px(6)
        height = px(32)
        outdent = px(6)
        row_left = left if user else left - outdent
        self._actions.setGeometry(turned(QRect(row_left, y + px(6), width + outdent, height), full_width))
        return y + height + px(8)

    def _place_heading(self, y: int, left: int, width: int, *, trailing: bool) -> int:
        px = self._materials.theme.px
        who, when = self._who.sizeHint(), self._when.sizeHint()
        height = max(who.height(), when.height())
        room = min(who.width(), width - when.width() - px(8))
        begin = left + width - room if trailing else left
        self._who.setGeometry(turned(QRect(begin, y, room, height), width + 2 * left))
        beside = begin - px(8) - when.width() if trailing else begin + room + px(8)
        self._when.setGeometry(turned(QRect(beside, y, when.width(), height), width + 2 * left))
        return y + height + px(5)

    def _place_doing(self, y: int, left: int, width: int) -> int:
        px = self._materials.theme.px
        height = self._doing.sizeHint().height()
        self._doing.setGeometry(left, y, width, height)
        self._bar.setGeometry(turned(QRect(left, y + height + px(8), min(px(240), width), px(6)), width + 2 * left))
        return y + height + px(18)

    def _place_body(self, y: int, left: int, width: int) -> int:
        height = self.body.height_for(width)
        self.body.setGeometry(left, y, width, height)
        self.body.place()
        return y + height

    def _place_bubble(self, y: int, left: int, width: int) -> int:
        px = self._materials.theme.px
        side, above, below = px(14), px(6), px(10)
        widest = round(width * _WIDEST_BUBBLE) - 2 * side
        self.body.height_for(widest)
        text_width = min(max(self.body.ideal_width(), px(16)), widest)
        height = self.body.height_for(text_width)
        begin = left + width - text_width - 2 * side
        self._bubble = turned(QRect(begin, y, text_width + 2 * side, height + above + below), width + 2 * left)
        self.body.setGeometry(self._bubble.x() + side, y + above, text_width, height)
        self.body.place()
        return y + height + above + below

    # ------------------------------------------------------------ editing, focus, hover

    def start_editing(self) -> None:
        """Let the person edit the text in its place; only their own messages can be."""
        if self.message is None or self.message.role != "user" or self._editor is not None:
            return
        editor = MessageEditor(self.message.text, self._materials, self)
        self._editor = editor
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
        if self._editor is not None:
            self._editor.grew.disconnect(self.relaid)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self.body.setVisible(bool(self.body.blocks))
            self._show_actions()
            self.relaid.emit()

    @property
    def editing(self) -> bool:
        """Tell whether the person is editing the text."""
        return self._editor is not None

    @property
    def kept(self) -> bool:
        """Tell whether something would be lost if the widget showed another message: an edit, a selection."""
        return self._editor is not None or self.body.textCursor().hasSelection() or self.hasFocusWithin()

    def hasFocusWithin(self) -> bool:
        """Tell whether the focus is here or further in."""
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and (focused is self or self.isAncestorOf(focused))

    @property
    def busy(self) -> bool:
        """Tell whether text is still being set or code coloured."""
        return self._step_timer.isActive() or self.body.busy

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
        if self._reasoning is not None:
            self._reasoning.line.setFocusPolicy(policy)
        if self._sources is not None:
            self._sources.set_tab_stop(reached)
        self._actions.set_tab_stop(reached)

    def tab_stops(self) -> list[QWidget]:
        """Return what the Tab key reaches, in the order it is read: the message, then what is in and under it."""
        stops: list[QWidget] = [self]
        if self._reasoning is not None:
            stops.append(self._reasoning.line)
        stops += self.body.copy_buttons()
        for part in (self._sources, *self._notice_rows, self._actions):
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
            self._actions.say_copied()

    def put_away(self) -> None:
        """Hide it and stop its work; it may be used again."""
        self._step_timer.stop()
        self._steps = None
        self.body.quiet()
        self._actions.quiet()
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
        if self.message is not None and self._reasoning is not None:
            if shown:
                self._fill_reasoning(self._reasoning, self.message, self._stream)
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
        if not self._bubble.isNull():
            painter.setBrush(palette.color("surface"))
            painter.setPen(QPen(palette.color("border"), 1))
            painter.drawRoundedRect(QRectF(self._bubble).adjusted(0.5, 0.5, -0.5, -0.5), px(12), px(12))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color("focus"), 2))
            ring = QRectF(0, px(4), self.width(), self._actions.y() - px(5)).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, px(8), px(8))
