"""The conversation: however long, only the messages in sight are laid out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QPushButton, QSizePolicy, QWidget

from paddock.chat.citing import cited_text
from paddock.ui.transcript import phrases
from paddock.ui.transcript.announcing import Announcer
from paddock.ui.transcript.extents import INSET, Extents, guess_height
from paddock.ui.transcript.finding import Finder
from paddock.ui.transcript.materials import Materials
from paddock.ui.transcript.message import MessageWidget
from paddock.ui.transcript.streaming import Stream
from paddock.ui.widgets.tab_order import in_tab_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_REPAINT_MS = 33
_SPARE_WIDGETS = 8
_PAD = 20
_AROUND = 86

_SHEET = """
#transcript { background: transparent; border: none; }
#message_body, #message_body:focus { background: transparent; border: none; padding: 0; border-radius: 0; }
#code_copy { padding: 2px 7px; font-size: %(small)dpx; color: %(muted)s; }
#code_copy:focus { border: 2px solid %(focus)s; padding: 1px 6px; }
QLabel[kind="code_language"] { font-size: %(small)dpx; color: %(muted)s; }
#reasoning_line { padding: 3px 8px 3px 4px; color: %(muted)s; font-size: %(line)dpx; }
#reasoning_line:checked { background: transparent; }
#reasoning_line:hover { background: %(hover)s; }
#reasoning_line:focus { border: 2px solid %(focus)s; padding: 2px 7px 2px 3px; }
#notice_step { font-size: %(small)dpx; padding: 2px 5px; }
#jump_to_newest { background: %(surface)s; border: 1px solid %(strong)s; border-radius: %(round)dpx;
    padding: %(air)dpx %(side)dpx; font-size: %(small)dpx; }
#jump_to_newest:hover { background: %(hover)s; }
#jump_to_newest:focus { border: 2px solid %(focus)s; padding: %(air_less)dpx %(side)dpx; }
"""


class TranscriptView(QAbstractScrollArea):
    """Shows the messages of one branch, oldest first.

    Scrolling keeps an anchor, a message and where it stands, rather than a height: guessed heights that turn out
    wrong move the scroll bar, never the text. At the end it stays at the end while an answer grows, until the person
    scrolls up.

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
        self._messages: list[Message] = []
        self._indices: dict[int, int] = {}
        self._extents = Extents()
        self._known: dict[int, int] = {}
        self._shown: dict[int, MessageWidget] = {}
        self._spare: list[MessageWidget] = []
        self._streams: dict[int, Stream] = {}
        self._unfolded: set[int] = set()
        self._consulted: dict[int, Consulted] = {}
        self._anchor = (0, 0)
        self._pinned = True
        self._current = 0
        self._laying_out = False
        self._scrolled_to = 0
        self._repaint_timer = self._timer(_REPAINT_MS, self._on_repaint)
        self._relay_timer = self._timer(0, self._lay_out)
        self._announcer = Announcer(self)
        self._finder = Finder(self._materials, self)
        self._finder.consulted = self._consulted
        self._finder.counted.connect(self._on_counted)
        self._finder.first_found.connect(self._show_place)
        self._jump = QPushButton(self.tr("Newest"), self)
        self._jump.setObjectName("jump_to_newest")
        self._jump.setAccessibleName(self.tr("Jump to the newest message"))
        self._jump.setIcon(icons.icon("arrow-down"))
        self._jump.setCursor(Qt.CursorShape.PointingHandCursor)
        self._jump.clicked.connect(self._on_jump)
        self._jump.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._dress()

    def _timer(self, interval_ms: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(action)
        return timer

    # ------------------------------------------------------------ what it shows

    @property
    def messages(self) -> Sequence[Message]:
        """Return the messages shown, oldest first."""
        return self._messages

    def set_messages(self, messages: Iterable[Message]) -> None:
        """Show a branch. Within one chat the place is kept where it still exists; another chat opens at its end."""
        new = list(messages)
        same_chat = bool(new and self._messages and new[0].chat_id == self._messages[0].chat_id)
        anchor_id = self._messages[self._anchor[0]].id if same_chat and self._anchor[0] < len(self._messages) else None
        current_id = self._messages[self._current].id if same_chat and self._current < len(self._messages) else None
        ids = {message.id for message in new}
        focused = self._focused_widget()
        leaves = focused is not None and focused.message is not None and focused.message.id not in ids
        for message_id in [each for each in self._shown if each not in ids or not same_chat]:
            self._put_away(message_id)
        self._messages = new
        self._indices = {message.id: index for index, message in enumerate(new)}
        if not same_chat:
            self._known.clear()
            self._streams.clear()
            self._unfolded.clear()
            self._consulted.clear()
            self._finder.seek("", (), 0)
        for message_id in [each for each in self._streams if each not in ids]:
            del self._streams[message_id]
        self._extents.reset([self._known.get(message.id) or self._guess(message) for message in new])
        self._pinned = self._pinned or not same_chat or anchor_id not in self._indices
        if anchor_id in self._indices and anchor_id is not None:
            self._anchor = (self._indices[anchor_id], self._anchor[1])
        else:
            self._anchor = (max(len(new) - 1, 0), 0)
        beside = min(self._current, len(new) - 1) if same_chat else len(new) - 1
        self._current = self._indices.get(current_id, beside) if current_id is not None else len(new) - 1
        for message_id, widget in self._shown.items():
            self._show_in(widget, new[self._indices[message_id]])
        self._lay_out()
        if leaves and same_chat:
            self._focus_index(self._current)
        if self._finder.needle:
            self.find_text(self._finder.needle)

    def append_message(self, message: Message) -> None:
        """Add a message at the end; a view that stands at the end goes along."""
        self._messages.append(message)
        self._indices[message.id] = len(self._messages) - 1
        heights = [self._extents.height(index) for index in range(len(self._extents))]
        self._extents.reset([*heights, self._guess(message)])
        self._current = len(self._messages) - 1 if not self._focused_widget() else self._current
        self._lay_out()

    def update_message(self, message: Message) -> None:
        """Show a message's new state. Does nothing where it is not shown."""
        index = self._indices.get(message.id)
        if index is None:
            return
        self._messages[index] = message
        if message.id in self._shown:
            self._show_in(self._shown[message.id], message)
        else:
            self._known.pop(message.id, None)
            self._extents.set_height(index, self._guess(message))
        self._lay_out()

    def show_consulted(self, known: Mapping[int, Consulted]) -> None:
        """Tell what these messages rest on, and set their citations; numbers that are not shown yet may be among them.

        While an answer is being written there are none.
        """
        changed = [number for number, consulted in known.items() if self._consulted.get(number) != consulted]
        for message_id in changed:
            self._consulted[message_id] = known[message_id]
            if message_id in self._shown:
                self._show_in(self._shown[message_id], self._messages[self._indices[message_id]])
            else:
                self._known.pop(message_id, None)
        if changed:
            self._lay_out()
            if self._finder.needle:
                self.find_text(self._finder.needle)

    def copied(self, message_id: int) -> str:
        """Return a message as it is copied: as it was written, with its citations."""
        message = self._messages[self._indices[message_id]]
        consulted = self._consulted.get(message_id)
        text = phrases.said(message)
        return text if consulted is None else cited_text(text, consulted)

    def remove_messages(self, message_ids: Iterable[int]) -> None:
        """Take messages away; the others stay where they are."""
        gone = set(message_ids)
        self.set_messages([message for message in self._messages if message.id not in gone])

    # ------------------------------------------------------------ an answer on its way

    def start_stream(self, message_id: int) -> None:
        """Say that this message is being written from now on; words already in it are gone on from."""
        index = self._indices.get(message_id)
        if index is None:
            return
        message = self._messages[index]
        self._streams[message_id] = Stream(message.text, message.reasoning)
        self._announcer.begin()
        self._repaint_timer.start()

    def set_progress(self, message_id: int, sentence: str, fraction: float | None = None) -> None:
        """Say what is being done before the first word ("Reading the prompt"), and how far it is, 0 to 1."""
        stream = self._streams.get(message_id)
        if stream is not None:
            stream.doing, stream.fraction = sentence, fraction
            self._want_repaint()

    def stream_text(self, message_id: int, piece: str, *, reasoning: bool = False) -> None:
        """Add a piece of the answer; it is seen at the next repaint, of which there are at most 30 a second."""
        stream = self._streams.get(message_id)
        if stream is not None:
            stream.add(piece, reasoning=reasoning)
            self._want_repaint()

    def end_stream(self, message: Message) -> None:
        """Show the message as it was kept in the end."""
        self._streams.pop(message.id, None)
        if not self._streams:
            self._repaint_timer.stop()
        self.update_message(message)
        self._announcer.end(message.text)

    @property
    def streaming(self) -> bool:
        """Tell whether some message is being written."""
        return bool(self._streams)

    def _want_repaint(self) -> None:
        if not self._repaint_timer.isActive():
            self._repaint_timer.start()

    def _on_repaint(self) -> None:
        began = time.perf_counter()
        for message_id, stream in self._streams.items():
            stream.gather()
            index = self._indices[message_id]
            if stream.text:
                self._announcer.hear(stream.text)
            if message_id in self._shown:
                self._show_in(self._shown[message_id], self._messages[index])
            else:
                self._extents.set_height(index, self._guess(self._messages[index], stream))
        self._lay_out()
        took_ms = (time.perf_counter() - began) * 1000
        self._repaint_timer.setInterval(max(_REPAINT_MS, round(took_ms * 3)))

    # ------------------------------------------------------------ finding

    def find_text(self, needle: str) -> None:
        """Look for words in all messages and show the first place from here on; "" ends it."""
        self._finder.seek(needle, self._messages, min(self._anchor[0], max(len(self._messages) - 1, 0)))
        self._mark_found()

    def find_step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) place."""
        if self._finder.step(by) is not None:
            self._show_place()
            self._on_counted()

    def _on_counted(self) -> None:
        self.found_changed.emit(self._finder.place_number, self._finder.total)

    def _show_place(self) -> None:
        place = self._finder.current
        if place is None:
            return
        self._pinned = False
        self._current = place.message
        if self._messages[place.message].id not in self._shown:
            self._anchor = (place.message, self.viewport().height() // 4)
            self._lay_out()
        self._mark_found()
        widget = self._shown.get(self._messages[place.message].id)
        if widget is None:
            return
        box = widget.body.mark_found(self._finder.needle, place.number)
        if box is not None:
            top = widget.body.y() + round(box.top())
            height = self.viewport().height()
            if not (0 <= widget.y() + top <= height - self._theme.px(60)):
                self._anchor = (place.message, height // 3 - top)
                self._lay_out()

    def _mark_found(self) -> None:
        for message_id, widget in self._shown.items():
            self._mark_found_in(widget, message_id)

    def _mark_found_in(self, widget: MessageWidget, message_id: int) -> None:
        place = self._finder.current
        is_current = place is not None and place.message == self._indices[message_id]
        widget.body.mark_found(self._finder.needle, place.number if is_current and place is not None else None)

    # ------------------------------------------------------------ places

    def scroll_to(self, message_id: int) -> None:
        """Show a message from its beginning."""
        if message_id in self._indices:
            self._pinned = False
            self._anchor = (self._indices[message_id], self._theme.px(_PAD))
            self._lay_out()

    def scroll_to_end(self) -> None:
        """Show the end, and stay there."""
        self._pinned = True
        self._lay_out()

    @property
    def at_end(self) -> bool:
        """Tell whether the view stays at the end while it grows."""
        return self._pinned

    def focus_message(self, message_id: int) -> None:
        """Give a message the focus and bring it into sight."""
        index = self._indices.get(message_id)
        if index is not None:
            self._focus_index(index)

    def edit_message(self, message_id: int) -> None:
        """Let the person edit one of their messages in its place."""
        if message_id in self._indices:
            self._focus_index(self._indices[message_id])
            self._shown[message_id].start_editing()

    @property
    def editing(self) -> bool:
        """Tell whether the person is editing a message."""
        return any(widget.editing for widget in self._shown.values())

    def _focus_index(self, index: int) -> None:
        index = min(max(index, 0), len(self._messages) - 1)
        if index < 0:
            return
        self._current = index
        message_id = self._messages[index].id
        if message_id not in self._shown or not self._in_sight(self._shown[message_id]):
            self._pinned = index == len(self._messages) - 1
            below = index > self._anchor[0]
            room = self.viewport().height() - self._extents.height(index) - self._theme.px(_PAD)
            self._anchor = (index, max(room, self._theme.px(_PAD)) if below else self._theme.px(_PAD))
            self._lay_out()
        self._shown[message_id].setFocus(Qt.FocusReason.TabFocusReason)

    def _in_sight(self, widget: MessageWidget) -> bool:
        height = self.viewport().height()
        top, bottom = widget.y(), widget.y() + widget.height()
        return (top >= 0 and bottom <= height) or (top <= 0 and bottom >= height)

    def _on_jump(self) -> None:
        self.scroll_to_end()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_scrolled(self, value: int) -> None:
        if self._laying_out or not self._messages:
            return
        bar = self.verticalScrollBar()
        self._pinned = value >= bar.maximum() - 1
        moved = value - self._scrolled_to
        if abs(moved) < self.viewport().height():
            self._anchor = (self._anchor[0], self._anchor[1] - moved)  # what is in sight moves by just that
            self._lay_out()
            return
        y = value - self._theme.px(_PAD)
        index = self._extents.index_at(y)
        self._anchor = (index, self._extents.top(index) - y)
        self._lay_out()

    # ------------------------------------------------------------ laying out

    def _measure(self) -> int:
        """Return the width of a message: the readable measure, or what there is."""
        room = self.viewport().width() - 2 * self._theme.px(8)
        return max(min(self._materials.look.measure_px + 2 * self._theme.px(INSET), room), self._theme.px(120))

    def _guess(self, message: Message, stream: Stream | None = None) -> int:
        text = stream.text if stream is not None else message.text
        look = self._materials.look
        return guess_height(len(text), text.count("\n"), look.line_px, 76, self._theme.px(_AROUND))

    def _lay_out(self) -> None:
        """Lay out what is in sight, from the anchor, and correct the scroll bar by what was found."""
        self._relay_timer.stop()
        if self._laying_out:
            return
        self._laying_out = True
        try:
            self._lay_out_messages()
        finally:
            self._laying_out = False
        self._place_jump()

    def _lay_out_messages(self) -> None:
        if not self._messages:
            for message_id in list(self._shown):
                self._put_away(message_id)
            self.verticalScrollBar().setRange(0, 0)
            return
        height, pad = self.viewport().height(), self._theme.px(_PAD)
        width = self._measure()
        tops = self._tops_from_end(width) if self._pinned else self._tops_from_anchor(width)
        first, last = min(tops), max(tops)
        end = tops[last] + self._extents.height(last)
        if not self._pinned and last == len(self._messages) - 1 and end + pad < height:
            self._pinned = True
            tops = self._tops_from_end(width)
            first, last = min(tops), max(tops)
        if first == 0 and tops[0] > pad:
            self._anchor = (0, pad)
            tops = self._tops_from_anchor(width)
            first, last = min(tops), max(tops)
        left = (self.viewport().width() - width) // 2
        for index, top in tops.items():
            self._shown[self._messages[index].id].setGeometry(left, top, width, self._extents.height(index))
        seen = next((index for index in sorted(tops) if tops[index] + self._extents.height(index) > 0), first)
        self._anchor = (seen, tops[seen])
        self._set_aside({self._messages[index].id for index in tops}, left, width)
        bar = self.verticalScrollBar()
        whole = self._extents.total + 2 * pad
        bar.setRange(0, max(whole - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(40))
        bar.setValue(self._extents.top(first) + pad - tops[first])
        self._scrolled_to = bar.value()

    def _tops_from_end(self, width: int) -> dict[int, int]:
        tops: dict[int, int] = {}
        y = self.viewport().height() - self._theme.px(_PAD)
        for index in range(len(self._messages) - 1, -1, -1):
            y -= self._laid_out(index, width)
            tops[index] = y
            if y <= 0:
                break
        return tops

    def _tops_from_anchor(self, width: int) -> dict[int, int]:
        index, y = self._anchor
        index = min(index, len(self._messages) - 1)
        tops = {index: y}
        height = self.viewport().height()
        below = y + self._laid_out(index, width)
        for after in range(index + 1, len(self._messages)):
            if below >= height:
                break
            tops[after] = below
            below += self._laid_out(after, width)
        above = y
        for before in range(index - 1, -1, -1):
            if above <= 0:
                break
            above -= self._laid_out(before, width)
            tops[before] = above
        return tops

    def _laid_out(self, index: int, width: int) -> int:
        """Return a message's true height, having shown it."""
        message = self._messages[index]
        widget = self._shown.get(message.id)
        if widget is None:
            widget = self._spare.pop() if self._spare else self._new_widget()
            self._shown[message.id] = widget
            self._show_in(widget, message)
            if self._finder.needle:
                self._mark_found_in(widget, message.id)
            widget.setGeometry(0, -10_000, width, 10)
            widget.show()
        height = widget.lay_out(width)
        self._known[message.id] = height
        self._extents.set_height(index, height)
        return height

    def _show_in(self, widget: MessageWidget, message: Message) -> None:
        stream = self._streams.get(message.id)
        unfolded = message.id in self._unfolded
        widget.show_message(message, stream, reasoning_open=unfolded, consulted=self._consulted.get(message.id))
        current = self._indices[message.id] == self._current
        self._set_tab_stop(widget, reached=current)
        widget.set_focused(widget.hasFocusWithin())

    def _new_widget(self) -> MessageWidget:
        widget = MessageWidget(self._materials, self.viewport())
        widget.acted.connect(self._on_acted)
        widget.edited.connect(self.edit_requested)
        widget.unfolded.connect(self._on_unfolded)
        widget.cited.connect(self.cited)
        widget.link_activated.connect(self.link_activated)
        widget.relaid.connect(self._relay_timer.start)
        return widget

    def _set_aside(self, in_sight: set[int], left: int, width: int) -> None:
        """Use the widgets out of sight again, save those that hold an edit, a selection or the focus."""
        for message_id in [each for each in self._shown if each not in in_sight]:
            widget = self._shown[message_id]
            if widget.kept:
                index = self._indices[message_id]
                away = -20_000 if index < self._anchor[0] else self.viewport().height() + 20_000
                widget.setGeometry(left, away, width, widget.height())
            else:
                self._put_away(message_id)

    def _put_away(self, message_id: int) -> None:
        widget = self._shown.pop(message_id)
        widget.put_away()
        if len(self._spare) < _SPARE_WIDGETS:
            self._spare.append(widget)
        else:
            widget.deleteLater()

    def _place_jump(self) -> None:
        self._jump.setVisible(bool(self._messages) and not self._pinned)
        if self._jump.isVisible():
            size = self._jump.sizeHint()
            area = self.viewport().geometry()
            corner = QPoint(area.center().x() - size.width() // 2, area.bottom() - size.height() - self._theme.px(12))
            self._jump.setGeometry(corner.x(), corner.y(), size.width(), size.height())
            self._jump.raise_()

    # ------------------------------------------------------------ what the person does

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
            self._pinned = False
        else:
            self._unfolded.discard(message_id)

    def _focused_widget(self) -> MessageWidget | None:
        return next((widget for widget in self._shown.values() if widget.hasFocusWithin()), None)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return
        for widget in self._shown.values():
            within = new is not None and (new is widget or widget.isAncestorOf(new))
            widget.set_focused(within)
            if within and widget.message is not None:
                self._current = self._indices[widget.message.id]
        for widget in self._shown.values():
            reached = widget.message is not None and self._indices[widget.message.id] == self._current
            self._set_tab_stop(widget, reached=reached)

    def _set_tab_stop(self, widget: MessageWidget, *, reached: bool) -> None:
        """Let the Tab key go from the view into the one message reached, and on to what follows the view."""
        widget.set_tab_stop(reached)
        if reached:
            in_tab_order((self, *widget.tab_stops(), self._jump))

    # ------------------------------------------------------------ look

    def _dress(self) -> None:
        palette, px = self._theme.palette, self._theme.px
        self.setStyleSheet(
            _SHEET
            % {
                "small": px(13),
                "line": px(14),
                "round": px(13),
                "air": px(6),
                "air_less": px(6) - 1,
                "side": px(13),
                "muted": palette.text_muted,
                "focus": palette.focus,
                "hover": palette.hover,
                "surface": palette.surface,
                "strong": palette.border_strong,
            }
        )
        self._jump.setIconSize(QSize(px(16), px(16)))

    def _on_theme_changed(self) -> None:
        self._materials.refresh()
        self._dress()
        self._known.clear()
        for widget in self._spare:
            widget.refresh_look()
        for widget in self._shown.values():
            widget.refresh_look()
        self._extents.reset([self._guess(message) for message in self._messages])
        self._lay_out()

    # ------------------------------------------------------------ Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size; a new width makes every known height a guess."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._known.clear()
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out anew: a text that was never on a screen is measured at a width of its own."""
        super().showEvent(event)
        self._known.clear()
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, by pixels where the device gives them."""
        pixels = event.pixelDelta().y()
        if pixels and not event.modifiers():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - pixels)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from message to message, into one, and through the pages."""
        key = event.key()
        last = len(self._messages) - 1
        focused = self._focused_widget()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            self._focus_index(self._current + steps[Qt.Key(key)] if focused is not None else self._current)
        elif key == Qt.Key.Key_Home:
            self._focus_index(0)
        elif key == Qt.Key.Key_End:
            self._focus_index(last)
            self.scroll_to_end()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            bar = self.verticalScrollBar()
            page = round(self.viewport().height() * 0.9)
            bar.setValue(bar.value() + (page if key == Qt.Key.Key_PageDown else -page))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focused is not None:
            focused.enter_text()
        elif event.matches(QKeySequence.StandardKey.Copy) and focused is not None:
            focused.copy_text()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what works in the background."""
        self.close_down()
        super().closeEvent(event)

    def close_down(self) -> None:
        """End timers and the formulas' thread. To be called before the view is deleted."""
        self._repaint_timer.stop()
        self._relay_timer.stop()
        self._finder.seek("", (), 0)
        self._announcer.begin()
        for widget in [*self._shown.values(), *self._spare]:
            widget.put_away()
        self._spare += self._shown.values()
        self._shown.clear()
        self._materials.press.close()
