"""What the window does with documents: the page, drops, chats that ask them, and the sample of the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from paddock.errors import UserError
from paddock.ui.chat.drafts import LANE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from paddock.chat.sources import AttachmentKind
    from paddock.library.types import Document
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk
    from paddock.ui.documents.drop_veil import DropVeil
    from paddock.ui.documents.page import DocumentsPage
    from paddock.ui.pages import Pages

MODEL_SUFFIX = ".gguf"
_MOST_ATTACHED = 40
_SAMPLE_PATIENCE_S = 15.0


class DocumentsInWindow(QObject):
    """`open_chat` shows a chat. The page is made when it is first looked at, and anew after the store was locked."""

    def __init__(
        self, desk: Desk, pages: Pages, chat_page: ChatPage, open_chat: Callable[[int], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._chat_page = chat_page
        self._desk = desk
        self._pages = pages
        self._open_chat = open_chat
        self._veil: DropVeil | None = None
        pages.add_later("documents", self._make_page)
        chat_page.attached.document_wanted.connect(self.show_one)

    def _make_page(self) -> QWidget:
        from paddock.ui.documents.page import DocumentsPage  # noqa: PLC0415 - built when first looked at

        page = DocumentsPage(self._desk)
        page.chat_wanted.connect(self.ask_about)
        page.summary_wanted.connect(self.summarise)
        return page

    def show(self) -> DocumentsPage:
        """Show the page and return it."""
        from paddock.ui.documents.page import DocumentsPage  # noqa: PLC0415 - as above

        page = self._pages.show_page("documents")
        assert isinstance(page, DocumentsPage)  # noqa: S101 - made above
        return page

    def search(self) -> None:
        """Show the page with the focus in its search field."""
        self.show().begin_search()

    def find(self) -> None:
        """Put the focus where words are looked for in what the page shows."""
        self.show().begin_finding()

    def show_one(self, kind: str, number: int) -> None:
        """Show the page with a document open or a collection chosen; for any other kind the page alone."""
        page = self.show()
        if kind == "document":
            page.show_document(number)
        elif kind == "collection":
            page.show_collection(number)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read what was dropped on the window: for the open chat to ask, or into the collection that is shown."""
        if not paths:
            return
        if self._pages.current == "chat":
            self._chat_page.attach_files(paths)
        else:
            self.show().add(paths)

    def show_veil(self, data: QMimeData) -> None:
        """Show that what is dragged over the window may be dropped."""
        from paddock.ui.documents.drop_veil import DropVeil  # noqa: PLC0415 - with the first drag

        if self._veil is None:
            self._veil = DropVeil(self._desk.theme, self._desk.icons, self._pages)
        models = all(url.path().lower().endswith(MODEL_SUFFIX) for url in data.urls())
        chat = self._chat_page.chat
        if models:
            words = self.tr("Drop the model to import it")
        elif self._pages.current != "chat":
            words = ""
        elif chat is not None and chat.title:
            words = self.tr("Drop files and folders to ask about them in “{0}”").format(chat.title)
        else:
            words = self.tr("Drop files and folders to ask about them in this chat")
        self._veil.show_for(words)

    def hide_veil(self) -> None:
        """Show it no more."""
        if self._veil is not None:
            self._veil.hide()

    def ask_about(self, what: Sequence[tuple[AttachmentKind, int, str]]) -> None:
        """Begin a chat that asks these documents or collections: (kind, number, name) each."""
        chats = self._desk.paddock.chats
        if len(what) > _MOST_ATTACHED:
            words = self.tr("A chat can ask up to %n document(s) one by one.", "", _MOST_ATTACHED)
            self._desk.notices.complain(
                UserError(words, "", self.tr("Put them into a collection, and ask about the collection."))
            )
            return

        def work() -> int:
            chat = chats.create_chat()
            for kind, number, name in what:
                chats.attach(chat.id, kind, number, name)
            return chat.id

        self._desk.tasks.do(self, work, self._open_chat)

    def summarise(self, document: Document) -> None:
        """Begin a chat with a document's summary."""
        self._pages.show_page("chat")
        page = self._chat_page
        page.open_chat(None)
        page.composer.take_focus()
        # The same lane: it runs when the empty page is shown.
        self._desk.tasks.do(
            self, lambda: None, lambda _none: page.asking.summarize(document.id, document.name), lane=LANE
        )

    def offer_sample(self, *, wanted: Callable[[], bool], otherwise: Callable[[], object]) -> None:
        """Have the sample document read, and open a chat with its question ready to be sent.

        Asked once it is read: `wanted` tells whether it is still to be opened. Where it cannot be read, `otherwise`.
        """
        library, chats = self._desk.documents.library, self._desk.paddock.chats
        if library is None:
            otherwise()
            return

        def work() -> int | None:
            from paddock.library.sample import QUESTION, SAMPLE  # noqa: PLC0415 - only on the first run

            found = library.ingest.add([SAMPLE], urgent=True)
            library.ingest.wait(_SAMPLE_PATIENCE_S)
            documents = library.store.documents_with(found.documents)
            if not documents or not documents[0].characters:
                return None
            chat = chats.create_chat()
            chats.attach(chat.id, "document", documents[0].id, documents[0].name)
            chats.save_draft(chat.id, QUESTION)
            return chat.id

        def done(chat_id: int | None) -> None:
            if chat_id is None:
                otherwise()
            elif wanted():
                self._open_chat(chat_id)

        self._desk.tasks.do(self, work, done, failed=lambda _error: otherwise())
