"""Keeps the open chat as the store has it: read anew when asked to, and after this or another window wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from paddock.ui.chat.drafts import LANE

if TYPE_CHECKING:
    from paddock.chat.types import Changed, Chat, Message
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk

_AFTER_MS = 60
translate = QCoreApplication.translate  # by this name lupdate finds the texts


class Latest(QObject):
    """Reads, and has the page show it, unless another chat was opened meanwhile."""

    def __init__(self, desk: Desk, page: ChatPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._read_chat)
        desk.changes.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read the open chat's branch anew and show it."""
        page = self._page
        chat_id, opening = page.chat_id, page.opening
        if chat_id is None or not self._desk.paddock.unlocked:
            return
        store = self._desk.paddock.chats

        def done(messages: list[Message]) -> None:
            if opening == page.opening:
                page.show_messages(messages)
                page.asking.show_again()

        self._desk.tasks.do(self, lambda: store.branch(chat_id), done, lane=LANE)

    def refresh(self) -> None:
        """Show what another window changed in the open chat. An answer on its way here, or an edit, is not touched."""
        page = self._page
        chat_id, opening = page.chat_id, page.opening
        if chat_id is None or page.asking.answering_here or page.editing or not self._desk.paddock.unlocked:
            return
        store = self._desk.paddock.chats

        def done(read: tuple[Chat, list[Message]]) -> None:
            chat, messages = read
            if opening != page.opening or page.asking.answering_here:
                return
            if chat.trashed_at is not None:
                self._on_gone()
                return
            page.show_chat(chat)
            if messages != page.messages:
                page.show_messages(messages)

        self._desk.tasks.do(
            self,
            lambda: (store.chat(chat_id), store.branch(chat_id)),
            done,
            failed=lambda _gone: self._on_gone() if opening == page.opening else None,
            lane=LANE,
        )

    def read_chat_soon(self) -> None:
        """Read the chat's title and choices anew; its messages stay as they are shown."""
        self._timer.start()

    def _on_gone(self) -> None:
        """Give the words that were typed to the empty page: the chat was taken away by another window."""
        page = self._page
        text = page.unsent()
        page.open_chat(None)
        self._desk.notices.say(translate("ChatPage", "This chat was moved to the trash in another window."))
        if text:
            self._desk.tasks.do(self, lambda: None, lambda _none: page.give_back(text), lane=LANE)

    def _on_changed(self, change: Changed) -> None:
        chat = self._page.chat
        if chat is not None and change.chat_id == chat.id and change.what in {"chat", "chats"}:
            self.read_chat_soon()

    def _read_chat(self) -> None:
        page = self._page
        chat_id = page.chat_id
        if chat_id is None or not self._desk.paddock.unlocked:
            return
        store = self._desk.paddock.chats

        def done(chat: Chat) -> None:
            if page.chat_id == chat.id:
                page.show_chat(chat)

        self._desk.tasks.do(self, lambda: store.chat(chat_id), done, failed=lambda _gone: None, lane=LANE)
