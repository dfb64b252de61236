"""Lets the vectors follow what is read: one thread that embeds whatever has none yet, as soon as there is something."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError, VaultLocked
from paddock.library.embedding import Embedding, GiveWay, Progress
from paddock.library.types import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.library.embedders import LoadedEmbedder
    from paddock.vault.vault import Vault

# What is read comes in portions; a little patience makes fuller batches of them.
_GATHER_S: Final = 0.5
_PATIENCE_S: Final = 10.0


class KeepingUp:
    """Starts with `start`, works whenever documents changed, and holds back while `give_way` says so.

    `load` returns the embedders whose vectors are wanted, the one that search uses first, and after it one that is to
    take its place; none where none is installed (then nothing is done until `wake`). It may raise UserError, which
    becomes `trouble` and ends the attempt. `on_trouble` is called with it on the thread that embeds, and with None once
    all went well again. `left_over` is asked at the end of each attempt whether something else is amiss. `when_idle` is
    called once all is whole, with what it is to ask before each step whether it may go on; that waits like the rest.
    """

    def __init__(
        self,
        vault: Vault,
        load: Callable[[], Sequence[LoadedEmbedder]],
        give_way: GiveWay,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        on_trouble: Callable[[UserError | None], None] = lambda _trouble: None,
        left_over: Callable[[], UserError | None] = lambda: None,
        when_idle: Callable[[Callable[[], bool]], None] = lambda _go_on: None,
    ) -> None:
        self._left_over = left_over
        self._when_idle = when_idle
        self._vault = vault
        self._load = load
        self._give_way = give_way
        self._on_progress = on_progress
        self._on_trouble = on_trouble
        self._wanted = threading.Event()
        self._closed = threading.Event()
        self._one_at_a_time = threading.Lock()
        self._thread: threading.Thread | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self.trouble: UserError | None = None

    def start(self) -> None:
        """Begin to follow; what earlier runs left is done first."""
        self._unsubscribe = self._vault.subscribe(self._on_change)
        self._wanted.set()
        self._thread = threading.Thread(target=self._follow, name="embedding", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Look again: another embedder may be there now."""
        self._wanted.set()

    def run(self, on_progress: Callable[[Progress], None] | None = None) -> bool:
        """Embed all that is there now; True once it is whole or there is no embedder. Raises UserError."""
        with self._one_at_a_time:
            return self._run(on_progress or self._on_progress, lambda: False)

    def close(self) -> None:
        """End it; what is embedded stays."""
        self._closed.set()
        self._give_way.close()
        self._wanted.set()
        if self._unsubscribe is not None:
            self._unsubscribe()
        if self._thread is not None:
            self._thread.join(_PATIENCE_S)

    def _run(self, on_progress: Callable[[Progress], None], enough: Callable[[], bool]) -> bool:
        """Embed with all that are wanted; a re-embedding stops for what is new, and goes on after it."""
        embedders = self._load()
        for place, embedder in enumerate(embedders):
            once_more = enough if place else lambda: False
            if not Embedding(self._vault, embedder, self._give_way).run(on_progress, once_more):
                return False
        if len(embedders) > 1:
            self._load()  # the last one is whole, and serves now
        return True

    def _on_change(self, change: object) -> None:
        if isinstance(change, Changed) and change.what in {"documents", "document"}:
            self._wanted.set()

    def _follow(self) -> None:
        while True:
            self._wanted.wait()
            if self._closed.wait(_GATHER_S):
                return
            self._wanted.clear()
            if self._closed.is_set():  # whoever closed it just now has said so before, and is cleared with it
                return
            try:
                with self._one_at_a_time:
                    whole = self._run(self._on_progress, self._wanted.is_set)
                self._tell(self._left_over())
                if whole:
                    self._when_idle(lambda: self._give_way.wait() and not self._wanted.is_set())
            except VaultLocked:
                return
            except UserError as error:
                self._tell(error)

    def _tell(self, trouble: UserError | None) -> None:
        well_as_before = trouble is None and self.trouble is None
        self.trouble = trouble
        if not well_as_before:
            self._on_trouble(trouble)
