"""The conversation: however long, only the messages in sight are laid out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton, QSizePolicy, QWidget

from paddock.chat.citing import cited_text
from paddock.ui.transcript import phrases
from paddock.ui.transcript.announcing import Announcer
from paddock.ui.transcript.found import Found
from paddock.ui.transcript.materials import Materials
from paddock.ui.transcript.message import MessageWidget
from paddock.ui.transcript.rows import Rows
from paddock.ui.transcript.sheet import sheet_for
from paddock.ui.transcript.sight import Sight
from paddock.ui.transcript.streams import Streams
from paddock.ui.transcript.walking import Walking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme


class TranscriptView(QAbstractScrollArea):
    """Shows the messages of one branch, oldest first.

    Scrolling moves the text, whatever is still a guess above it. At the end it stays at the end while an answer grows,
    until the person scrolls up.

    Signals carry message ids. `regenerate_requested`, `continue_requested`, `branch_requested`, `delete_requested`
    ask for just that; `edit_requested` adds the new text, `version_requested` by how many versions to move (-1, 1).
    `link_activated` carries an address; opening it is the window's decision. `found_changed` carries the current place
    (from 1) and how many are known so far. `cited` adds which of the message's marks was chosen, -1 for all that the
    answer rests on.
    """

    edit_requested = Signal(int, str)
    regenerate_requested = Signal(int)
    continue_requested = Signal(int)
    branch_requested = Signal(int)
    delete_requested = Signal(int)
    version_requested = Signal(int, int)
    cited = Signal(int, int)
    link_activated = Signal(str)
    found_changed = Signal(int, int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Conversation"))
        self._theme = theme
        self._materials = Materials.of(theme, icons)
        self._unfolded: set[int] = set()
        self._consulted: dict[int, Consulted] = {}
        self._jump = QPushButton(self.tr("Newest"), self)
        self._jump.setObjectName("jump_to_newest")
        self._jump.setAccessibleName(self.tr("Jump to the newest message"))
        self._jump.setIcon(icons.icon("arrow-down"))
        self._jump.setCursor(Qt.CursorShape.PointingHandCursor)
        self._jump.clicked.connect(self._on_jump)
        self._jump.hide()
        self._announcer = Announcer(self)
        self._streams = Streams(self)
        self._streams.due.connect(self.show_written)
        self.rows = Rows(self._materials, self._new_widget, self._fill)
        self._sight = Sight(self, self.rows, self._materials)
        self._sight.laid_out.connect(self._place_jump)
        self._found = Found(self._materials, self.rows, self._sight, self._consulted, self)
        self._found.counted.connect(self.found_changed)
        self._walking = Walking(self, self.rows, self._sight, self._jump)
        theme.changed.connect(self._on_theme_changed)
        self._dress()

    # ------------------------------------------------------------ what it shows

    @property
    def messages(self) -> Sequence[Message]:
        """Return the messages shown, oldest first."""
        return self.rows.messages

    def set_messages(self, messages: Iterable[Message]) -> None:
        """Show a branch. Within one chat the place is kept where it still exists; another chat opens at its end."""
        new, rows = list(messages), self.rows
        same_chat = bool(new and rows.messages and new[0].chat_id == rows.messages[0].chat_id)
        first_id = self._sight.first_id if same_chat else None
        ids = {message.id for message in new}
        focused = rows.focused
        leaves = focused is not None and focused.message is not None and focused.message.id not in ids
        rows.replace(new, same_chat=same_chat)
        if not same_chat:
            self._unfolded.clear()
            self._consulted.clear()
            self._found.end()
        self._streams.keep_only(ids if same_chat else ())
        self._sight.stay_at(first_id)
        for message_id, widget in rows.shown.items():
            self._show_in(widget, rows.message(message_id))
        self._sight.lay_out()
        if leaves and same_chat:
            self._walking.go_to(rows.current)
        self._found.seek_again()

    def append_message(self, message: Message) -> None:
        """Add a message at the end; a view that stands at the end goes along."""
        self.rows.append(message)
        self._sight.lay_out()

    def update_message(self, message: Message) -> None:
        """Show a message's new state. Does nothing where it is not shown."""
        if message.id in self.rows:
            self.rows.change(message)
            if message.id in self.rows.shown:
                self._show_in(self.rows.shown[message.id], message)
            self._sight.lay_out()

    def show_consulted(self, known: Mapping[int, Consulted]) -> None:
        """Tell what these messages rest on, and set their citations; numbers that are not shown yet may be among them.

        While an answer is being written there are none.
        """
        changed = [number for number, consulted in known.items() if self._consulted.get(number) != consulted]
        for message_id in changed:
            self._consulted[message_id] = known[message_id]
            if message_id in self.rows.shown:
                self._show_in(self.rows.shown[message_id], self.rows.message(message_id))
            else:
                self.rows.forget_height(message_id)
        if changed:
            self._sight.lay_out()
            self._found.seek_again()

    def copied(self, message_id: int) -> str:
        """Return a message as it is copied: as it was written, with its citations."""
        consulted = self._consulted.get(message_id)
        text = phrases.said(self.rows.message(message_id))
        return text if consulted is None else cited_text(text, consulted)

    def remove_messages(self, message_ids: Iterable[int]) -> None:
        """Take messages away; the others stay where they are."""
        gone = set(message_ids)
        self.set_messages([message for message in self.messages if message.id not in gone])

    # ------------------------------------------------------------ an answer on its way

    def start_stream(self, message_id: int) -> None:
        """Say that this message is being written from now on; words already in it are gone on from."""
        if message_id in self.rows:
            self._streams.begin(self.rows.message(message_id))
            self._announcer.begin()

    def set_progress(self, message_id: int, sentence: str, fraction: float | None = None) -> None:
        """Say what is being done before the first word ("Reading the prompt"), and how far it is, 0 to 1."""
        self._streams.tell(message_id, sentence, fraction)

    def stream_text(self, message_id: int, piece: str, *, reasoning: bool = False) -> None:
        """Add a piece of the answer; it is seen at the next repaint, of which there are at most 30 a second."""
        self._streams.add(message_id, piece, reasoning=reasoning)

    def end_stream(self, message: Message) -> None:
        """Show the message as it was kept in the end."""
        self._streams.end(message.id)
        self.update_message(message)
        self._announcer.end(message.text)

    @property
    def streaming(self) -> bool:
        """Tell whether some message is being written."""
        return bool(self._streams)

    def show_written(self) -> None:
        """Show what has been written so far, now."""
        began = time.perf_counter()
        for message_id, stream in self._streams.gathered():
            if stream.text:
                self._announcer.hear(stream.text)
            message = self.rows.message(message_id)
            if message_id in self.rows.shown:
                self._show_in(self.rows.shown[message_id], message)
            else:
                self.rows.extents.set_height(self.rows.index(message_id), self.rows.guess(message, stream))
        self._sight.lay_out()
        self._streams.rest_for(time.perf_counter() - began)

    # ------------------------------------------------------------ places

    def find_text(self, needle: str) -> None:
        """Look for words in all messages and show the first place from here on; "" ends it."""
        self._found.seek(needle)

    def find_step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) place."""
        self._found.step(by)

    def scroll_to(self, message_id: int) -> None:
        """Show a message from its beginning."""
        if message_id in self.rows:
            self._sight.begin_with(self.rows.index(message_id))

    def scroll_to_end(self) -> None:
        """Show the end, and stay there."""
        self._sight.go_to_end()

    def end_above(self, covered: int) -> None:
        """End this many pixels above the lower edge, where something stands that must cover nothing."""
        self._sight.end_above(covered)

    @property
    def at_end(self) -> bool:
        """Tell whether the view stays at the end while it grows."""
        return self._sight.at_end

    def focus_message(self, message_id: int) -> None:
        """Give a message the focus and bring it into sight."""
        if message_id in self.rows:
            self._walking.go_to(self.rows.index(message_id))

    def edit_message(self, message_id: int) -> None:
        """Let the person edit one of their messages in its place."""
        if message_id in self.rows:
            self._walking.go_to(self.rows.index(message_id))
            self.rows.shown[message_id].start_editing()

    @property
    def editing(self) -> bool:
        """Tell whether the person is editing a message."""
        return any(widget.editing for widget in self.rows.shown.values())

    # ------------------------------------------------------------ messages' widgets

    def _new_widget(self) -> MessageWidget:
        widget = MessageWidget(self._materials, self.viewport())
        widget.acted.connect(self._on_acted)
        widget.edited.connect(self.edit_requested)
        widget.unfolded.connect(self._on_unfolded)
        widget.cited.connect(self.cited)
        widget.link_activated.connect(self.link_activated)
        widget.relaid.connect(self._sight.lay_out_soon)
        return widget

    def _fill(self, widget: MessageWidget, message: Message) -> None:
        """Show a message in a widget that showed none."""
        self._show_in(widget, message)
        self._found.mark_new(widget, self.rows.index(message.id))

    def _show_in(self, widget: MessageWidget, message: Message) -> None:
        widget.is_last = lambda: bool(self.messages) and self.messages[-1].id == message.id
        widget.show_message(
            message,
            self._streams.of(message.id),
            reasoning_open=message.id in self._unfolded,
            consulted=self._consulted.get(message.id),
        )
        self._walking.let_tab_in(widget, self.rows.index(message.id))
        widget.set_focused(widget.hasFocusWithin())

    def _on_acted(self, message_id: int, action: str) -> None:
        if action in {"previous", "next"}:
            self.version_requested.emit(message_id, -1 if action == "previous" else 1)
            return
        signals = {
            "regenerate": self.regenerate_requested,
            "continue": self.continue_requested,
            "branch": self.branch_requested,
            "delete": self.delete_requested,
        }
        signals[action].emit(message_id)

    def _on_unfolded(self, message_id: int, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown:
            self._unfolded.add(message_id)
            self._sight.at_end = False
        else:
            self._unfolded.discard(message_id)

    # ------------------------------------------------------------ look

    def _place_jump(self) -> None:
        self._jump.setVisible(bool(self.messages) and not self._sight.at_end)
        if self._jump.isVisible():
            size = self._jump.sizeHint()
            area = self.viewport().geometry()
            corner = QPoint(area.center().x() - size.width() // 2, area.bottom() - size.height() - self._theme.px(12))
            self._jump.setGeometry(corner.x(), corner.y(), size.width(), size.height())
            self._jump.raise_()

    def _on_jump(self) -> None:
        self._sight.go_to_end()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.setStyleSheet(sheet_for(self._theme))
        icon = self._theme.px(16)
        self._jump.setIconSize(QSize(icon, icon))

    def _on_theme_changed(self) -> None:
        self._materials.refresh()
        self._dress()
        for widget in self.rows.widgets:
            widget.refresh_look()
        self.rows.guess_again()
        self._sight.lay_out()

    # ------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size; a new width makes every known height a guess."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.rows.forget_heights()
        self._sight.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out anew: a text that was never on a screen is measured at a width of its own."""
        super().showEvent(event)
        self.rows.forget_heights()
        self._sight.lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, by pixels where the device gives them."""
        pixels = event.pixelDelta().y()
        if pixels and not event.modifiers():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - pixels)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to who came by the keyboard: no message has the focus yet."""
        self._ring(shown=event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring any more."""
        self._ring(shown=False)
        super().focusOutEvent(event)

    def _ring(self, *, shown: bool) -> None:
        if shown != bool(self.property("ringed")):
            self.setProperty("ringed", shown)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from message to message, into one, and through the pages."""
        if not self._walking.press(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what works in the background."""
        self.close_down()
        super().closeEvent(event)

    def close_down(self) -> None:
        """End timers and the formulas' thread. To be called before the view is deleted."""
        self._streams.rest()
        self._sight.rest()
        self._found.end()
        self._announcer.begin()
        self.rows.put_all_away()
        self._materials.press.close()
