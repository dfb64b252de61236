"""The models that serve search: which embedders are installed, and a reranker, each in a process of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from paddock.engine.embedder_client import EmbedderClient, EmbedderOptions
from paddock.errors import UserError
from paddock.library.embedders import Identity, LoadedEmbedder
from paddock.models.modelfile import kind_of
from paddock.models.touched import never, run

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from paddock.engine.protocol import EmbedderInfo
    from paddock.library.search import Reranker
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.models.touched import SameAgain
    from paddock.process.supervisor import WorkerCommand


class SearchModels(Protocol):
    """What the library asks of `InstalledSearchModels`."""

    def embedders(self) -> dict[str, str]:
        """Return the installed embedders' names by the SHA-256 of their (first) file; the first is taken by itself."""

    def load(self, sha256: str) -> LoadedEmbedder | None:
        """Return this embedder at work; None where it is not installed. Raises UserError where it cannot be loaded."""

    def reranker(self) -> Reranker | None:
        """Return what orders the best passages anew, loaded; None where none is installed.

        Raises UserError where none may be used or it cannot be loaded.
        """

    def keep(self, sha256s: Collection[str]) -> None:
        """End the processes of all embedders but these."""


class InstalledSearchModels:
    """Starts a process for a model when it is first asked for. Any thread; `close` it when the store is locked."""

    def __init__(
        self,
        installed: InstalledModels,
        command: WorkerCommand,
        permit: Callable[[InstalledModel], None] = lambda _model: None,
        preferred: Callable[[], Sequence[str]] = tuple,
        same_again: SameAgain = never,
    ) -> None:
        """`permit` raises UserError for a model that may not run here; `preferred` names models that come first.

        `same_again` looks at one that was touched after it was permitted (`models.touched`).
        """
        self._same_again = same_again
        self._preferred = preferred
        self._installed = installed
        self._permit = permit
        self._command = command
        self._one_at_a_time = threading.Lock()
        self._clients: dict[str, EmbedderClient] = {}

    def embedders(self) -> dict[str, str]:
        """Return their names, the preferred one first, then those that may run here; see SearchModels."""
        return {self._digest(model): model.title for model in self._in_order(lambda model: model.embeds)}

    def load(self, sha256: str) -> LoadedEmbedder | None:
        """Return this embedder at work; see SearchModels."""
        model = next(
            (model for model in self._installed.list() if model.embeds and self._digest(model) == sha256), None
        )
        if model is None:
            return None
        client, info = self._at_work(model, sha256)
        key = f"{sha256}\n{info.query_prefix}\n{info.passage_prefix}"  # other prefixes make other vectors
        return LoadedEmbedder(Identity(key, model.title, info.dimensions), client)

    def reranker(self) -> Reranker | None:
        """Return the preferred reranker, else the first by name that may run here; see SearchModels."""
        model = next(iter(self._in_order(_reranks)), None)
        if model is None:
            return None
        return self._at_work(model, "reranker")[0].rank

    def keep(self, sha256s: Collection[str]) -> None:
        """End the others; see SearchModels."""
        with self._one_at_a_time:
            ended = [self._clients.pop(name) for name in [*self._clients] if name not in {*sha256s, "reranker"}]
        for client in ended:
            client.close()

    def close(self) -> None:
        """End all processes; a model that is asked for again starts another."""
        for client in [*self._clients.values()]:
            client.close()

    def _at_work(self, model: InstalledModel, name: str) -> tuple[EmbedderClient, EmbedderInfo]:
        """Return the process of that name with this model loaded. Raises UserError."""

        def load(checked: InstalledModel) -> tuple[EmbedderClient, EmbedderInfo]:
            self._permit(checked)
            with self._one_at_a_time:
                client = self._client(name)
                return client, client.load(checked.files, EmbedderOptions(stamps=checked.stamps))

        return run(model, load, self._same_again)

    def _client(self, name: str) -> EmbedderClient:
        if name not in self._clients:
            self._clients[name] = EmbedderClient(self._command)
        return self._clients[name]

    def _in_order(self, serves: Callable[[InstalledModel], bool]) -> list[InstalledModel]:
        """Return the models that serve so, first the one a person prefers, then those that nothing holds back."""
        preferred = self._preferred()
        found = [model for model in self._installed.list() if serves(model)]
        if len(found) == 1:
            return found
        return sorted(found, key=lambda model: (model.name not in preferred, not self._may_run(model)))

    def _may_run(self, model: InstalledModel) -> bool:
        try:
            self._permit(model)
        except UserError:
            return False
        return True

    def _digest(self, model: InstalledModel) -> str:
        return self._installed.sha256(model)[0]


def _reranks(model: InstalledModel) -> bool:
    return model.usable and model.header is not None and kind_of(model.header) == "reranking"
