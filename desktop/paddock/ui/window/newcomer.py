"""What a person finds who is new here: the ways to a model or, where there is one, something to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk
    from paddock.ui.documents.in_window import DocumentsInWindow
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.pages import Pages


class Newcomer(QObject):
    """Welcomes once. `made_the_store` tells whether nothing was ever kept before; `led_to_models` where none is."""

    led_to_models = Signal()

    def __init__(
        self,
        desk: Desk,
        shelf: ModelShelf,
        pages: Pages,
        chat_page: ChatPage,
        documents: DocumentsInWindow,
        made_the_store: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._pages = pages
        self._chat_page = chat_page
        self._documents = documents
        self._made_the_store = made_the_store
        self.welcomed = False

    def welcome(self) -> None:
        """Show the way, if the person is new and it is known which models there are."""
        if self.welcomed or not self._shelf.known or not self._desk.paddock.unlocked:
            return
        if not self._shelf.writers:
            self.welcomed = True
            self._pages.show_page("first_run")
            self.led_to_models.emit()
        elif self._made_the_store() and self._chat_page.ready:
            self.welcomed = True
            self._offer_beginning()

    def begin_chat(self) -> None:
        """Show the conversation after the first run, with something to begin with if a model can answer."""
        self._pages.show_page("chat")
        self._chat_page.composer.take_focus()
        if self._shelf.writers:
            self._offer_beginning()

    def _offer_beginning(self) -> None:
        if self._nothing_begun():
            self._documents.offer_sample(wanted=self._nothing_begun, otherwise=self._offer_question)

    def _nothing_begun(self) -> bool:
        """Tell whether the person looks at the empty page of a chat to be."""
        page = self._chat_page
        return self._pages.current == "chat" and page.ready and page.chat is None and not page.composer.text

    def _offer_question(self) -> None:
        if self._nothing_begun():
            self._chat_page.composer.put_text(self.tr("Explain in three sentences what a language model is."))
