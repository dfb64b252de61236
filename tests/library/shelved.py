"""Documents put straight into a store with the real index, and an embedder whose vectors can be reckoned by hand."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from paddock.library.embedders import Identity, LoadedEmbedder
from paddock.library.index import Index
from paddock.reader.protocol import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from paddock.reader.protocol import Block
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

DIMENSIONS = 64


def add_document(
    connection: Connection, number: int, title: str, *, name: str = "", format_: str = "txt", modified_at: float = 1.0
) -> None:
    """Put an empty document in, for pages to be added to it."""
    connection.execute(
        "INSERT INTO document (id, state, size_bytes, added_at, modified_at, name, title, format) "
        "VALUES (?, 'read', 1, 1, ?, ?, ?, ?)",
        (number, modified_at, name or f"{number}.txt", title, format_),
    )


def add_page(
    connection: Connection,
    index: Index,
    document: int,
    number: int,
    text: str,
    blocks: Sequence[Block] = (),
    headings: Sequence[str] = (),
) -> int:
    """Put a page in; return how many passages it made."""
    connection.execute(
        "INSERT INTO page (document_id, number, kind, outcome, recognised, characters, label, attachment, detail, "
        "headings, text, blocks, spans, boxes) VALUES (?, ?, 'page', 'read', 0, ?, '', '', '', x'90', ?, x'90', x'90', "
        "x'90')",
        (document, number, len(text), text),
    )
    page = Page(id=1, number=number, kind="page", text=text, blocks=tuple(blocks), headings=tuple(headings))
    return index.add_page(connection, document, page)


def shelve(vault: Vault, documents: Mapping[str, Sequence[str]], first: int = 1) -> dict[str, int]:
    """Put documents in, title and pages; return their numbers by title, counted from `first`."""
    index = Index()
    numbers: dict[str, int] = {}
    with vault.write() as connection:
        for number, (title, pages) in enumerate(documents.items(), start=first):
            numbers[title] = number
            add_document(connection, number, title)
            for place, text in enumerate(pages, start=1):
                add_page(connection, index, number, place, text)
    return numbers


@dataclass
class Vectors:
    """What an embedder gives back."""

    vectors: Sequence[bytes]
    unknown: Sequence[float]
    tokens: int


@dataclass
class Compass:
    """An embedder that adds a direction for each word; words it is told are the same have the same direction.

    Words that are not ASCII it does not know; it takes each in so many `pieces`. `asked` notes each call; `at_call` is
    called before it answers.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    salt: str = ""
    pieces: int = 1
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    at_call: Callable[[], None] = lambda: None

    def embed(self, texts: Sequence[str], kind: Literal["passage", "query"]) -> Vectors:
        self.asked.append((kind, tuple(texts)))
        self.at_call()
        return Vectors(
            [self.vector(text).tobytes() for text in texts],
            [self._unknown(text) for text in texts],
            sum(len(text.split()) * self.pieces + 2 for text in texts),
        )

    def vector(self, text: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """Return the direction of a text."""
        words = re.findall("[a-z]+", text.lower()) or ["nothing"]
        total = np.sum([self._direction(self.same.get(word, word)) for word in words], axis=0)
        return (total / np.linalg.norm(total)).astype("<f4")  # type: ignore[no-any-return]  # numpy's Any

    def _direction(self, word: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        seed = int.from_bytes(hashlib.sha256((self.salt + word).encode()).digest()[:8], "little")
        return np.random.default_rng(seed).standard_normal(DIMENSIONS)

    def _unknown(self, text: str) -> float:
        words = text.split()
        return sum(not word.isascii() for word in words) / max(1, len(words))


def loaded(compass: Compass, key: str = "compass") -> LoadedEmbedder:
    """Return it as the library is handed an embedder."""
    return LoadedEmbedder(Identity(key, key.title(), DIMENSIONS), compass)
