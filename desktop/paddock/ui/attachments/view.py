"""What is attached to the open chat, as it stands in the library: read on the pool, shown as chips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.library.shelf import NotInLibrary
from paddock.library.types import Scope

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.chat.loading import ChatToBe
    from paddock.chat.sources import Attachment, Outlook
    from paddock.library.coverage import Coverage
    from paddock.library.store import LibraryStore
    from paddock.library.types import Document


@dataclass(frozen=True)
class Seen:
    """One attachment: a document, or a collection with its coverage; neither where the library has lost it."""

    attachment: Attachment
    document: Document | None = None
    coverage: Coverage | None = None

    @property
    def is_there(self) -> bool:
        """Tell whether the library still has it."""
        return self.document is not None or self.coverage is not None

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing of it is still to be read."""
        if self.document is not None:
            return self.document.finished
        return self.coverage is None or not self.coverage.waiting


@dataclass(frozen=True)
class View:
    """All of a chat's attachments. `outlook` is what a question would make of them now.

    `by_words_only`: no embedder is installed, so that what is searched is found by its words alone.
    """

    seen: tuple[Seen, ...] = ()
    outlook: Outlook = "nothing"
    by_words_only: bool = False

    @property
    def is_settled(self) -> bool:
        """Tell whether everything is read that will be."""
        return all(one.is_settled for one in self.seen)


def look(paddock: Paddock, chat: int | ChatToBe) -> View:
    """Return how a chat's attachments stand. For the pool's threads."""
    attachments = paddock.chats.attachments(chat) if isinstance(chat, int) else chat.attachments
    if not attachments:
        return View()
    store = paddock.library.store
    documents = {
        one.id: one for one in store.documents_with([one.target_id for one in attachments if one.kind == "document"])
    }
    seen = tuple(_seen(one, documents, store) for one in attachments)
    return View(seen, paddock.reading_ahead.outlook(chat), paddock.models.embedder() is None)


def _seen(attachment: Attachment, documents: dict[int, Document], store: LibraryStore) -> Seen:
    if attachment.kind == "document":
        return Seen(attachment, document=documents.get(attachment.target_id))
    try:
        store.collection(attachment.target_id)
    except NotInLibrary:
        return Seen(attachment)
    return Seen(attachment, coverage=store.coverage(Scope(collections=(attachment.target_id,))))
