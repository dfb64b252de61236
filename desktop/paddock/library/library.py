"""The library as window, chats and terminal know it: what is taken in, what is found, what a page looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.errors import ModelFileError, UserError
from paddock.library.embedders import Identity, drop_embedder, enrol, known_embedders
from paddock.library.embedding import GiveWay
from paddock.library.gathering import gather
from paddock.library.index import Index
from paddock.library.ingest import Ingest
from paddock.library.keeping_up import KeepingUp
from paddock.library.pictures import Pictures
from paddock.library.relevance import speaks_of
from paddock.library.replacing import accept, decline, replacement
from paddock.library.search import Search
from paddock.library.store import LibraryStore
from paddock.library.types import EVERYTHING, Changed, Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.library.embedders import LoadedEmbedder
    from paddock.library.embedding import Progress as EmbeddingProgress
    from paddock.library.progress import Progress
    from paddock.library.replacing import Replacement
    from paddock.library.search import Hit
    from paddock.library.search_models import SearchModels
    from paddock.library.types import Document
    from paddock.reader.client import ReaderClient
    from paddock.vault.vault import Vault


class Library:
    """Everything about documents over one vault of its own. `open` it once; `close` it before the vault is locked.

    `make_reader` makes a reader for the queue, `drawer` is the one for pictures of pages (no process is started by
    that), `models` are those that serve search. `on_progress` and `on_embedding` are called on the library's own
    threads. `not_ranking` is why a reranker that is installed is not used, as far as was tried.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Callable[[], float],
        make_reader: Callable[[], ReaderClient],
        drawer: ReaderClient,
        models: SearchModels,
        *,
        languages: Sequence[str] = ("eng",),
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        on_embedding: Callable[[EmbeddingProgress], None] = lambda _progress: None,
    ) -> None:
        self.vault = vault
        self.store = LibraryStore(vault, clock, Index())
        self._on_progress = on_progress
        self._on_embedding = on_embedding
        self.ingest = Ingest(self.store, make_reader, languages=languages, on_progress=self._tell_progress)
        self.give_way = GiveWay()
        self._on_trouble: Callable[[UserError | None], None] = lambda _trouble: None
        self.not_ranking: UserError | None = None
        self.keeping_up = KeepingUp(
            vault,
            self._load,
            self.give_way,
            self._tell_embedding,
            self._tell_trouble,
            lambda: self.not_ranking,
            lambda go_on: gather(vault, go_on),
        )
        self.pictures = Pictures(self.store, drawer)
        self._models = models
        self._building: int | None = None
        self._search = Search(vault)
        self._unsubscribe = vault.subscribe(self._on_change)

    def listen(
        self,
        on_progress: Callable[[Progress], None],
        on_embedding: Callable[[EmbeddingProgress], None],
        on_trouble: Callable[[UserError | None], None] = lambda _trouble: None,
    ) -> None:
        """Have these called from now on; quick, on any thread, and nothing of the library is called in them.

        `on_trouble` hears why vectors could not be made, and None once they could.
        """
        self._on_progress, self._on_embedding, self._on_trouble = on_progress, on_embedding, on_trouble

    def open(self) -> None:
        """Go on with what an earlier run left, and let the vectors follow. Takes a while: call it on a pool thread."""
        self.store.tidy()
        self.keeping_up.start()
        self.ingest.start()

    def close(self) -> None:
        """End the readers and what follows them; what is queued stays queued."""
        self._unsubscribe()
        self.ingest.close()
        self.keeping_up.close()
        self.pictures.close()

    # ---------------------------------------------------------------- what a question needs (chat.consulting.Library)

    def find(self, query: str, scope: Scope = EVERYTHING, limit: int = 10, *, exact: bool = True) -> list[Hit]:
        """Return the best passages, best first. Without an embedder, or before its vectors, by words alone.

        `exact`: phrases in quotes must stand in a passage; else they only count much.
        """
        try:
            return self._search.find(query, scope, limit, exact=exact)
        except ModelFileError:  # a process had died, and its file was touched since: it is looked at anew
            self._load()
            return self._search.find(query, scope, limit, exact=exact)

    def speaks_of(self, query: str, hits: Sequence[Hit]) -> bool:
        """Return whether what was found has anything to do with the question."""
        return speaks_of(query, hits)

    def documents(self, scope: Scope = EVERYTHING) -> list[Document]:
        """Return the documents a scope means."""
        return self.store.documents(scope)

    def text_of(self, document_id: int) -> str:
        """Return a document's whole text, page after page."""
        return "\n\n".join(text for _, text in self.store.texts(document_id) if text)

    def passages_of(self, document_id: int) -> list[Hit]:
        """Return all passages of a document, in order."""
        return self._search.passages_of(document_id)

    def note(self, document_id: int, key: str) -> str | None:
        """Return a note kept on a part of a document."""
        return self.store.note(document_id, key)

    def keep_note(self, document_id: int, key: str, text: str) -> None:
        """Keep a note on a part of a document."""
        self.store.keep_note(document_id, key, text)

    def forget_notes(self, document_id: int) -> None:
        """Remove the notes on a document."""
        self.store.forget_notes(document_id)

    # ---------------------------------------------------------------- search by meaning

    def embedder(self) -> LoadedEmbedder | None:
        """Return the embedder, loaded, and let search use it; None where none is installed. Raises UserError."""
        return next(iter(self._load()), None)

    def replacement(self, *, unasked: bool = False) -> Replacement | None:
        """Return which embedder could take the place of the one that made the vectors, or takes it; None: none does.

        One that a person declined is returned only `unasked`.
        """
        return replacement(self.vault, self._models.embedders(), unasked=unasked)

    def offered_embedder(self) -> Identity | None:
        """Return an installed embedder that could take the place of the one that made the vectors; None where none can.

        None as well while one is being put in its place. Its dimensions are 0: it is not loaded for that.
        """
        found = self.replacement()
        return Identity(found.sha256, found.name, 0) if found is not None and not found.begun else None

    def re_embed(self, sha256: str) -> None:
        """Make all vectors anew with this embedder, in the background; search goes on with the old ones until then.

        Another that was begun is given up. Raises UserError where it is not installed or cannot be loaded.
        """
        loaded = self._models.load(sha256)
        if loaded is None:
            raise UserError("This embedding model is not installed.", "", "Import it again, or choose another.")
        self._give_up(but=loaded.identity.key)
        accept(self.vault, sha256)
        enrol(self.vault, loaded.identity)
        self.keeping_up.wake()

    def stop_re_embedding(self) -> None:
        """Leave the vectors as they were: a re-embedding that is not whole is given up, and offered again."""
        self._give_up()
        self.keeping_up.wake()

    def keep_embedder(self) -> None:
        """Leave the vectors as they are: a re-embedding is given up, and what would take their place not offered again.

        `re_embed` still takes it.
        """
        self._give_up()
        if (offered := self.offered_embedder()) is not None:
            decline(self.vault, offered.sha256)
        self.keeping_up.wake()

    def embedding_progress(self) -> tuple[int, int] | None:
        """Return how many passages have a vector, of how many; None where no embedder ever made one.

        While they are made anew with another embedder, how many have one of that.
        """
        known = known_embedders(self.vault)
        told = next((one for one in known if one.id == self._building), known[0] if known else None)
        return (told.done, told.total) if told else None

    def embed_all(self, on_progress: Callable[[EmbeddingProgress], None]) -> bool:
        """Wait until everything that was read has its vectors; True where it has, or where there is no embedder."""
        return self.keeping_up.run(on_progress)

    def _give_up(self, but: str = "") -> None:
        for known in known_embedders(self.vault):
            if not known.serving and known.identity.key != but:
                drop_embedder(self.vault, known.id)

    def _load(self) -> list[LoadedEmbedder]:
        """Return the embedders whose vectors are wanted, loaded, that of the serving ones first; search uses that."""
        installed = self._models.embedders()
        known = [one for one in known_embedders(self.vault) if one.identity.sha256 in installed]
        wanted = list(dict.fromkeys(one.identity.sha256 for one in known)) or list(installed)[:1]
        self._models.keep(wanted)
        loaded = [one for sha256 in wanted if (one := self._models.load(sha256)) is not None]
        self._building = next((one.id for one in known if not one.serving), None)
        self._search.embedder = next(iter(loaded), None)
        self.not_ranking = None
        try:
            self._search.reranker = self._models.reranker()
        except UserError as error:  # search does without it
            self._search.reranker, self.not_ranking = None, error
        return loaded

    def _on_change(self, change: object) -> None:
        if isinstance(change, Changed) and change.what == "documents" and change.document_ids:
            there = {document.id for document in self.store.documents(Scope(documents=change.document_ids))}
            gone = [number for number in change.document_ids if number not in there]
            if gone:
                self._search.forget(gone)
                self.pictures.forget(gone)

    def _tell_progress(self, progress: Progress) -> None:
        self._on_progress(progress)

    def _tell_embedding(self, progress: EmbeddingProgress) -> None:
        self._on_embedding(progress)

    def _tell_trouble(self, trouble: UserError | None) -> None:
        self._on_trouble(trouble)
