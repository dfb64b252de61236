"""What a person does with messages beside asking: branch off, delete with undo, change versions, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from paddock.ui.chat.drafts import LANE
from paddock.ui.notices import Action

if TYPE_CHECKING:
    from paddock.chat.types import Chat, Undo
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk
    from paddock.ui.transcript.view import TranscriptView


class MessageActions(QObject):
    """Acts on the open chat, and lets its page show what came of it."""

    def __init__(self, desk: Desk, page: ChatPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def serve(self, view: TranscriptView) -> None:
        """Do what is asked for in this view."""
        view.branch_requested.connect(self.branch)
        view.delete_requested.connect(self.delete)
        view.version_requested.connect(self.change_version)

    def copy_last(self) -> None:
        """Copy the last answer, as it was written, with its citations."""
        last = next((message for message in reversed(self._page.messages) if message.role == "assistant"), None)
        if last is not None:
            QGuiApplication.clipboard().setText(self._page.transcript.copied(last.id))
            self._desk.notices.say(self.tr("Copied."))

    def branch(self, message_id: int) -> None:
        """Begin another chat with what was said up to a message."""
        service = self._desk.paddock.service

        def done(chat: Chat) -> None:
            self._page.open_chat(chat.id)
            self._desk.notices.say(self.tr("This is a new chat, with all that was said up to here."))

        self._desk.tasks.do(self, lambda: service.branch_from(message_id), done)

    def delete(self, message_id: int) -> None:
        """Put a message and what follows it into the trash."""
        if self._is_answering():
            return
        store = self._desk.paddock.chats

        def done(undo: Undo) -> None:
            self._page.latest.reload()
            said = self.tr("%n message(s) in the trash.", "", undo.count)
            self._desk.notices.say(said, Action(self.tr("Undo"), lambda: self._put_back(undo), undoes=True))

        self._desk.tasks.do(self, lambda: store.trash_message(message_id), done, lane=LANE)

    def change_version(self, message_id: int, by: int) -> None:
        """Show another version of a message, `by` places on."""
        if self._is_answering():
            return
        store = self._desk.paddock.chats

        def work() -> None:
            siblings = [message.id for message in store.siblings(message_id)]
            place = siblings.index(message_id) + by
            if 0 <= place < len(siblings):
                store.select_version(siblings[place])

        self._desk.tasks.do(self, work, lambda _none: self._page.latest.reload(), lane=LANE)

    def _put_back(self, undo: Undo) -> None:
        store = self._desk.paddock.chats

        def done(_none: object) -> None:
            if self._page.chat_id == undo.chat_id:
                self._page.latest.reload()

        self._desk.tasks.do(self, lambda: store.restore_message(undo.message_id, undo.leaf_id), done, lane=LANE)

    def _is_answering(self) -> bool:
        if self._page.asking.answering_here:
            self._desk.notices.say(self.tr("Stop the answer first."))
            return True
        return False
