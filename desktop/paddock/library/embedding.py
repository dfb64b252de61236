"""Makes the vectors of new passages in the background, and gives way whenever the model is answering."""

from __future__ import annotations

import json
import math
import threading
import time
from bisect import bisect_right
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from paddock.library.embedders import enrol, serve_if_whole
from paddock.library.index import document_title
from paddock.library.passages import Passage, context_line, estimate_tokens
from paddock.library.vectors import keep_vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.library.embedders import LoadedEmbedder
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

# Passages kept in one transaction: what a crash can cost, and how often it is told how far this is. The first ones
# show how fast the embedder is here; of a slow one so many that they take so long at most.
_FIRST_WINDOW, _WINDOW, _KEEP_EVERY_S = 16, 64, 10.0
# Tokens given to the embedder at once, by estimate: so long the model may have to wait for the cores.
_LEAST_BATCH_TOKENS, _BATCH_TOKENS, _WAIT_S = 512, 4096, 1.5


class GiveWay:
    """Lets background work wait while something more urgent runs, and lets a person pause it. Any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._busy = 0
        self._paused = False
        self._closed = False

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Hold background work back for the block."""
        with self._changed:
            self._busy += 1
        try:
            yield
        finally:
            with self._changed:
                self._busy -= 1
                self._changed.notify_all()

    def pause(self) -> None:
        """Hold it back until `resume`."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Let it go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def close(self) -> None:
        """End it for good."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def paused(self) -> bool:
        """Return whether a person holds it back."""
        return self._paused

    @property
    def held(self) -> bool:
        """Return whether work waits: for something more urgent, or for a person."""
        return bool(self._busy) or self._paused

    def wait(self) -> bool:
        """Wait until work may go on; False where it is to end."""
        with self._changed:
            while (self._busy or self._paused) and not self._closed:
                self._changed.wait()
            return not self._closed


@dataclass(frozen=True)
class Progress:
    """How far embedding is: passages done of all, and how many estimated tokens a second this run made."""

    done: int
    total: int
    tokens_per_s: float

    @property
    def whole(self) -> bool:
        """Return whether nothing is left to do."""
        return self.done >= self.total


@dataclass(frozen=True)
class _Pending:
    passage_id: int
    document_id: int
    text: str
    tokens: int


class Embedding:
    """Embeds what has no vector yet, in the order it came. One at a time for each embedder; run it on a pool thread."""

    def __init__(
        self, vault: Vault, embedder: LoadedEmbedder, give_way: GiveWay, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._vault = vault
        self._embedder = embedder
        self._give_way = give_way
        self._clock = clock
        self._speed: float | None = None  # tokens a second; None until some were made

    def run(
        self,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        enough: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Embed all that is there now; True once everything has its vector, False where it was ended before.

        `enough` is asked now and then whether to leave it at that. Killed at any moment it resumes where it was, at
        most 64 passages back. Raises what the embedder and the vault raise.
        """
        embedder_id = enrol(self._vault, self._embedder.identity)
        tokens = 0
        seconds = 0.0
        while self._give_way.wait() and not enough():
            with self._vault.read() as connection:
                pending, last = self._pending(connection, embedder_id)
            if not pending and last is None:
                serve_if_whole(self._vault, embedder_id)
                return True
            started = self._clock()
            vectors = self._embedded(pending)
            if vectors is None:
                return False
            seconds += self._clock() - started
            tokens += sum(one.tokens for one in pending)
            self._speed = tokens / seconds if seconds else math.inf
            if not self._keep(embedder_id, pending, vectors, last or 0):
                return False
            on_progress(self._progress(embedder_id, tokens / seconds if seconds else 0.0))
        return False

    def _progress(self, embedder_id: int, speed: float) -> Progress:
        with self._vault.read() as connection:
            rows: Any = connection.execute(
                "SELECT (SELECT count(*) FROM passage WHERE id <= embedder.done_to), (SELECT count(*) FROM passage) "
                "FROM embedder WHERE id = ?",
                (embedder_id,),
            )
            done, total = next(iter(rows), (0, 0))
        return Progress(done, total, speed)

    def _pending(self, connection: Connection, embedder_id: int) -> tuple[list[_Pending], int | None]:
        """Return the next passages without a vector and the number of the last; None where there are no more."""
        most = _WINDOW if self._speed is not None else _FIRST_WINDOW
        rows: Any = list(
            connection.execute(
                "SELECT p.id, p.document_id, p.page, p.first, p.last, p.headings, p.header FROM passage AS p "
                "WHERE p.id > (SELECT done_to FROM embedder WHERE id = ?) ORDER BY p.id LIMIT ?",
                (embedder_id, most),
            )
        )
        pages = _Pages(connection)
        pending = [
            _Pending(number, document, text, estimate_tokens(text))
            for number, document, page, first, last, headings, header in rows
            for text in (pages.embedded_text(document, page, first, last, headings, header),)
        ]
        room = math.inf if self._speed is None else self._speed * _KEEP_EVERY_S
        sizes = list(accumulate(one.tokens for one in pending))
        pending = pending[: max(1, bisect_right(sizes, room))]
        return pending, (pending[-1].passage_id if pending else None)

    def _embedded(self, pending: list[_Pending]) -> dict[int, bytes] | None:
        """Return the vectors by passage; None where it is to end. Of like length together, so that batches are full."""
        vectors: dict[int, bytes] = {}
        batch: list[_Pending] = []
        size = 0
        most = min(_BATCH_TOKENS, max(_LEAST_BATCH_TOKENS, (self._speed or 0.0) * _WAIT_S))
        for one in sorted(pending, key=lambda each: each.tokens):
            if batch and size + one.tokens > most:
                if not self._embed(batch, vectors):
                    return None
                batch, size = [], 0
            batch.append(one)
            size += one.tokens
        return vectors if not batch or self._embed(batch, vectors) else None

    def _embed(self, batch: list[_Pending], vectors: dict[int, bytes]) -> bool:
        if not self._give_way.wait():
            return False
        made = self._embedder.engine.embed([one.text for one in batch], "passage")
        vectors.update(zip((one.passage_id for one in batch), made.vectors, strict=True))
        return True

    def _keep(self, embedder_id: int, pending: list[_Pending], vectors: dict[int, bytes], last: int) -> bool:
        """Keep the vectors; False where the embedder was dropped while they were made."""
        import numpy as np  # noqa: PLC0415 - loaded with the first vector, not with the window

        with self._vault.write() as connection:
            if not list(connection.execute("SELECT 1 FROM embedder WHERE id = ?", (embedder_id,))):
                return False
            # What was removed while it was embedded must not come back.
            there = {
                number
                for (number,) in connection.execute(
                    "SELECT id FROM passage WHERE id BETWEEN ? AND ?",
                    (pending[0].passage_id, pending[-1].passage_id) if pending else (0, -1),
                )
            }
            kept = [one for one in pending if one.passage_id in there]
            table = np.frombuffer(b"".join(vectors[one.passage_id] for one in kept), "<f4").reshape(
                len(kept), self._embedder.identity.dimensions
            )
            keep_vectors(connection, embedder_id, [(one.passage_id, one.document_id) for one in kept], table, last)
            return True


class _Pages:
    """Reads passages' texts in one transaction, each page and title once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._titles: dict[int, str] = {}
        self._at: tuple[int, int] = (0, 0)
        self._text = ""

    def embedded_text(self, document_id: int, page: int, first: int, last: int, headings: str, header: str) -> str:
        """Return a passage's text under its context line, as the embedder is given it."""
        if document_id not in self._titles:
            self._titles[document_id] = document_title(self._connection, document_id)
        if self._at != (document_id, page):
            rows = self._connection.execute(
                "SELECT text FROM page WHERE document_id = ? AND number = ?", (document_id, page)
            )
            self._text = next((str(text) for (text,) in rows), "")
            self._at = (document_id, page)
        shown = Passage(first, last, "paragraph", tuple(json.loads(headings)), header)
        return f"{context_line(self._titles[document_id], shown)}\n{self._text[first:last]}".strip()
