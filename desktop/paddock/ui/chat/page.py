"""The conversation: transcript, composer, find bar, and the notices between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from paddock.ui.attachments.attached import Attached
from paddock.ui.chat.asking import Asking
from paddock.ui.chat.composer import Composer
from paddock.ui.chat.drafts import LANE, Drafts
from paddock.ui.chat.find_bar import FindBar
from paddock.ui.chat.header import ChatHeader
from paddock.ui.chat.latest import Latest
from paddock.ui.chat.message_actions import MessageActions
from paddock.ui.chat.model_choice import ModelChoice
from paddock.ui.chat.welcome import Welcome
from paddock.ui.markdown.look import Look
from paddock.ui.phrases import title_or_none
from paddock.ui.sources.in_chat import SourcesInChat
from paddock.ui.transcript.extents import INSET
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.on_screen import keep_on_screen
from paddock.ui.widgets.page import Column
from paddock.ui.widgets.rest import Rest
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from paddock.chat.sources import Attachment
    from paddock.chat.types import Chat, Message, SearchHit
    from paddock.ui.chat_actions import ChatActions
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.transcript.view import TranscriptView

_LOW_PX = 370


@dataclass(frozen=True)
class _Opened:
    """What was read of a chat; `chat` None is the empty page of a chat to be, which will ask `attached`."""

    chat: Chat | None
    messages: Sequence[Message]
    draft: str
    attached: Sequence[Attachment] = ()


class ChatPage(QWidget):
    """`chat_shown` names the open chat or None; the other `…_wanted` lead to other pages."""

    chat_shown = Signal(object)
    sidebar_wanted = Signal()
    import_wanted = Signal()
    models_wanted = Signal()
    first_run_wanted = Signal()
    link_activated = Signal(str)

    def __init__(
        self,
        desk: Desk,
        shelf: ModelShelf,
        actions: ChatActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Conversation"))
        self._desk = desk
        self._actions = actions
        self.chat: Chat | None = None
        self.messages: list[Message] = []
        self._opening = 0
        self._ready = False
        self._send_when_ready = False
        self._covered = 0
        self._transcript: TranscriptView | None = None
        self.header = ChatHeader(desk)
        self.composer = Composer(desk.theme, desk.icons)
        self.find_bar = FindBar(desk.theme, desk.icons)
        self.banner = Banner(desk.theme, desk.icons)
        self.welcome = Welcome(desk.theme)
        self.welcome.show_opening()
        self.drafts = Drafts(desk, self.unsent, self)
        self.asking = Asking(desk, self)
        self.choice = ModelChoice(desk, shelf, self)
        self.attached = Attached(desk, self)
        self.doings = MessageActions(desk, self)
        self.latest = Latest(desk, self)
        self._lay_out()
        self._connect()
        self.choice.show()

    # ------------------------------------------------------------ making

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._stack = Rest()
        self._stack.addWidget(self.welcome)

        def measure() -> int:
            """As wide as a message, so that their edges meet; the margins come on top."""
            return Look.of(theme).measure_px + 2 * theme.px(INSET) + 2 * theme.px(16)

        above = Column(theme, measure)
        above.body.addWidget(self.find_bar, alignment=Qt.AlignmentFlag.AlignRight)
        spaced(theme, above.body, (16, 0, 16, 0), 6)
        below = self._below = Column(theme, measure)
        below.body.addWidget(self.banner)
        below.body.addWidget(self.composer)
        spaced(theme, below.body, (16, 4, 16, 12), 8)
        conversation = self._conversation = QWidget()
        column = QVBoxLayout(conversation)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(above)
        column.addWidget(self._stack, 1)
        column.addWidget(below)
        self.sources = SourcesInChat(self._desk, self, conversation)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sources.room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the room to what is read where the window is low."""
        self.composer.be_low(low=self.height() < self._desk.theme.px(_LOW_PX))

    def _connect(self) -> None:
        self._desk.theme.changed.connect(self._fit)
        self.header.sidebar_wanted.connect(self.sidebar_wanted)
        self.header.picker_wanted.connect(self.choice.open_picker)
        self.header.options_wanted.connect(self.choice.open_options)
        self.header.find_wanted.connect(self.open_find)
        self.header.menu_wanted.connect(self._fill_menu)
        self.composer.sent.connect(self._on_sent)
        self.composer.stop_wanted.connect(self.asking.stop)
        self.composer.attach_wanted.connect(self.attached.open_menu)
        self.composer.files_pasted.connect(self.attach_files)
        self.composer.edited.connect(self._on_edited)
        self.find_bar.closed.connect(self.composer.take_focus)
        self._escape = QShortcut(Qt.Key.Key_Escape, self._conversation)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._on_escape)

    @property
    def transcript(self) -> TranscriptView:
        """Return the view of the messages, made when it is first needed: the window is written in before."""
        if self._transcript is None:
            from paddock.ui.transcript.view import TranscriptView  # noqa: PLC0415 - see above

            view = self._transcript = TranscriptView(self._desk.theme, self._desk.icons)
            view.edit_requested.connect(self.asking.edit)
            view.regenerate_requested.connect(self.asking.regenerate)
            view.continue_requested.connect(self.asking.continue_reply)
            self.doings.serve(view)
            self.sources.serve(view)
            view.link_activated.connect(self.link_activated)
            view.found_changed.connect(self.find_bar.show_count)
            self.find_bar.sought.connect(view.find_text)
            self.find_bar.stepped.connect(view.find_step)
            view.end_above(self._covered)
            self._stack.addWidget(view)
            QWidget.setTabOrder(self.find_bar.last, view)  # made after the composer, read before it
        return self._transcript

    def close_down(self) -> None:
        """End what works in the background."""
        if self._transcript is not None:
            self._transcript.close_down()

    # ------------------------------------------------------------ opening and leaving

    @property
    def chat_id(self) -> int | None:
        """Return the open chat, None where it is yet to be."""
        return self.chat.id if self.chat else None

    @property
    def opening(self) -> int:
        """Return a number that changes whenever another chat is being opened."""
        return self._opening

    @property
    def ready(self) -> bool:
        """Tell whether a chat (or the empty page) has been read from the store and is shown."""
        return self._ready

    @property
    def editing(self) -> bool:
        """Tell whether the person is editing a message."""
        return self._transcript is not None and self._transcript.editing

    def open_chat(self, chat_id: int | None, hit: SearchHit | None = None) -> None:
        """Show a chat, at the message a search found; None shows the empty page of a chat to be."""
        self.drafts.keep()
        self._opening += 1
        opening = self._opening
        store = self._desk.paddock.chats

        def work() -> _Opened:
            if chat_id is None:
                return _Opened(None, (), store.draft(None), store.attached_to_be())
            messages = store.branch(chat_id)
            wanted = hit.message_id if hit is not None else None
            if wanted is not None and all(message.id != wanted for message in messages):
                store.select_version(wanted)
                messages = store.branch(chat_id)
            chat = store.chat(chat_id)
            return _Opened(chat, messages, chat.draft)

        def failed(error: object) -> None:
            del error  # the chat is gone, or in another program's hands: the empty page is always there
            if chat_id is not None and opening == self._opening:
                self.open_chat(None)

        self._desk.tasks.do(self, work, lambda opened: self._on_opened(opening, opened, hit), failed=failed, lane=LANE)

    def wipe(self) -> None:
        """Show nothing any more, and keep nothing that was shown."""
        self.drafts.forget()
        self._opening += 1
        self._ready = False
        self._send_when_ready = False
        self.asking.forget()
        self.chat = None
        self.attached.wipe()
        self.messages = []
        self.sources.lock()
        if self._transcript is not None:
            self._transcript.set_messages([])
        self.composer.put_text("")
        self.composer.field.document().clearUndoRedoStacks()
        self.composer.set_hint("")
        self.banner.dismiss()
        self.find_bar.field.clear()
        self.find_bar.hide()
        self.header.show_title("")
        self.welcome.show_opening()
        self._stack.setCurrentWidget(self.welcome)

    @property
    def composer_height(self) -> int:
        """Return how much of the page's bottom the composer and its notices take."""
        return self._below.height()

    def end_above(self, covered: int) -> None:
        """Let the messages end this many pixels above the composer, where something stands that must cover nothing."""
        self._covered = covered
        if self._transcript is not None:
            self._transcript.end_above(covered)

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        self.drafts.keep()

    def _on_opened(self, opening: int, opened: _Opened, hit: SearchHit | None) -> None:
        if opening != self._opening:
            return
        typed = self.composer.text if not self._ready else ""
        self.chat = opened.chat
        self.drafts.belong_to(self.chat_id, opened.draft)
        self.composer.put_text("\n".join(part for part in (opened.draft, typed) if part))
        self._ready = True
        self.banner.dismiss()
        self.show_messages(opened.messages)
        self.asking.show_again()
        self._show_title()
        self.choice.show()
        if self.chat is None:
            self.attached.restore(opened.attached)
        self.attached.open()
        self.chat_shown.emit(self.chat_id)
        if typed:
            self.drafts.keep()
        if hit is not None and hit.message_id is not None:
            self.transcript.scroll_to(hit.message_id)
        if self._send_when_ready:
            self._send_when_ready = False
            self._on_sent(self.composer.text)

    # ------------------------------------------------------------ showing

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these messages, root first."""
        self.messages = list(messages)
        self.transcript.set_messages(self.messages)
        self.sources.on_messages(self.messages)
        self._stack.setCurrentWidget(self.transcript if self.messages else self.welcome)

    def adopt(self, chat: Chat) -> None:
        """Take the chat that was made for what was to be one."""
        self.chat = chat
        self.drafts.belong_to(chat.id, self.unsent())
        self._show_title()
        self.attached.adopt()
        self.chat_shown.emit(chat.id)
        self.latest.read_chat_soon()  # its title comes with the first message, perhaps before it was adopted

    def give_back(self, text: str) -> None:
        """Put words that could not be sent into the composer again, before what was typed since."""
        typed = self.composer.text
        if text and text != typed:
            self.composer.put_text("\n".join(part for part in (text, typed) if part))
        self.composer.take_focus()

    def announce(self, text: str) -> None:
        """Tell those who listen, politely."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_chat(self, chat: Chat) -> None:
        """Show the open chat's title and model as they are now."""
        self.chat = chat
        self._show_title()
        self.choice.show()

    def _show_title(self) -> None:
        self.header.show_title(title_or_none(self.chat.title) if self.chat else self.tr("New chat"))
        self.header.set_for_chat(there_is_one=self.chat is not None)

    def _fill_menu(self, menu: QMenu) -> None:
        if self.chat is not None:
            store = self._desk.paddock.chats
            chat = self.chat
            menu.addAction(self.tr("Reading…")).setEnabled(False)

            def fill(folders: Sequence[object]) -> None:
                menu.clear()
                self._actions.fill_menu(menu, chat, folders, self.rename)  # type: ignore[arg-type]  # folders they are
                if menu.isVisible():
                    keep_on_screen(menu)

            self._desk.tasks.do(self, store.folders, fill)

    def rename(self) -> None:
        """Ask for another title."""
        from paddock.ui.widgets.name_dialog import ask_name  # noqa: PLC0415 - seldom needed

        chat = self.chat
        if chat is not None:
            ask_name(
                self._desk,
                self.window(),
                self.tr("Rename"),
                self.tr("Title of the chat"),
                lambda title: self._actions.rename(chat.id, title),
                chat.title,
            )

    # ------------------------------------------------------------ writing

    def _on_sent(self, text: str) -> None:
        if not self._ready:
            self._send_when_ready = True
            self.composer.set_hint(self.tr("Will be sent as soon as your chats are open."))
        else:
            self.asking.send(text)

    def _on_edited(self) -> None:
        self.drafts.on_edited()
        self.asking.count_soon()
        self.attached.typed()

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Take files and folders into the library, and let this chat ask them."""
        if self._ready:
            self.attached.taking_in.take(paths)

    def unsent(self) -> str:
        """Return what must not be lost: words on their way that the store has not as a message, and what is typed."""
        return "\n".join(part for part in (self.asking.unkept_words, self.composer.text) if part)

    def _on_escape(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self.asking.answering_here:
            self.asking.stop()

    def regenerate_last(self) -> None:
        """Answer the last question again, unless an answer is on its way; then say so."""
        if self.asking.answering_here:
            self._desk.notices.say(self.tr("An answer is still being written. Stop it first."))
        elif self.messages:
            self.asking.regenerate(self.messages[-1].id)

    # ------------------------------------------------------------ finding

    def open_find(self) -> None:
        """Show the find bar."""
        if self.chat is not None:
            self.find_bar.open_bar()
