"""Remembers which models made vectors, which of them search uses, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault


@dataclass(frozen=True)
class Identity:
    """What tells one embedder from another: `key` (its file's SHA-256 and its prefixes), a name, and its dimensions."""

    key: str
    name: str
    dimensions: int

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of its file."""
        return self.key.partition("\n")[0]


class Embedded(Protocol):
    """What became of some texts, in their order (`engine.embedder_client.Embedded` is one)."""

    @property
    def vectors(self) -> Sequence[bytes]:
        """Return a vector of length 1 for each text, little-endian float32."""

    @property
    def unknown(self) -> Sequence[float]:
        """Return for each text the share of its tokens that the model does not know, 0 to 1."""

    @property
    def tokens(self) -> int:
        """Return how many tokens all texts are, each with the two that begin and end it."""


class Embeds(Protocol):
    """A loaded embedder (`engine.embedder_client.EmbedderClient` is one)."""

    def embed(self, texts: Sequence[str], kind: Literal["passage", "query"]) -> Embedded:
        """Return the vectors. Raises UserError where it cannot."""


@dataclass(frozen=True)
class LoadedEmbedder:
    """An embedder at work, and which one it is."""

    identity: Identity
    engine: Embeds


@dataclass(frozen=True)
class Embedder:
    """An embedder the library knows: its number, and how many passages it embedded of how many there are."""

    id: int
    identity: Identity
    serving: bool
    done: int
    total: int

    @property
    def whole(self) -> bool:
        """Return whether all passages have a vector of it."""
        return self.done >= self.total


def known_embedders(vault: Vault) -> list[Embedder]:
    """Return all embedders with vectors in the library, the serving one first."""
    with vault.read() as connection:
        return [_embedder(row) for row in connection.execute(f"{_SELECT} ORDER BY serving DESC, id")]


def serving_embedder(connection: Connection) -> tuple[int, Identity] | None:
    """Return the number of the embedder whose vectors search uses, and which it is; None where there are none.

    Nothing is counted: every search asks this.
    """
    rows: Any = connection.execute("SELECT id, key, name, dimensions FROM embedder WHERE serving = 1")
    return next(((number, Identity(key, name, dimensions)) for number, key, name, dimensions in rows), None)


def enrol(vault: Vault, identity: Identity) -> int:
    """Return the number of an embedder, new or known. The first one ever serves at once, while it is being built."""
    with vault.write() as connection:
        connection.execute(
            "INSERT INTO embedder (key, name, dimensions, serving) "
            "VALUES (?, ?, ?, NOT EXISTS (SELECT 1 FROM embedder WHERE serving = 1)) ON CONFLICT (key) DO NOTHING",
            (identity.key, identity.name, identity.dimensions),
        )
        rows: Any = connection.execute("SELECT id FROM embedder WHERE key = ?", (identity.key,))
        return int(next(number for (number,) in rows))


def serve_if_whole(vault: Vault, embedder_id: int) -> bool:
    """Let search use this embedder once all passages have its vectors; drops those of all others. True where it does.

    The collections are told which embedder made their vectors.
    """
    with vault.write() as connection:
        rows: Any = connection.execute(f"{_SELECT} WHERE id = ?", (embedder_id,))
        embedder = next((_embedder(row) for row in rows), None)
        if embedder is None or not embedder.whole:
            return False
        if not embedder.serving:
            connection.execute("DELETE FROM embedder WHERE serving = 1")
            connection.execute("UPDATE embedder SET serving = 1 WHERE id = ?", (embedder_id,))
        connection.execute(
            "UPDATE collection SET embedder = ? WHERE embedder <> ?", (embedder.identity.key, embedder.identity.key)
        )
        return True


def drop_embedder(vault: Vault, embedder_id: int) -> None:
    """Delete an embedder's vectors, serving or not."""
    with vault.write() as connection:
        connection.execute("DELETE FROM embedder WHERE id = ?", (embedder_id,))


# `done` counts by number: passages removed in between make it run ahead by as many, and never behind.
_SELECT = (
    "SELECT id, key, name, dimensions, serving, "
    "(SELECT count(*) FROM passage WHERE passage.id <= embedder.done_to), (SELECT count(*) FROM passage) FROM embedder"
)


def _embedder(row: Any) -> Embedder:
    number, key, name, dimensions, serving, done, total = row
    return Embedder(number, Identity(key, name, dimensions), bool(serving), done, total)
