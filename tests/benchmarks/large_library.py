"""Makes a library of very many passages: words by Zipf's law, each document with a vocabulary of its own beside it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from paddock.library.index import Index
from paddock.library.vectors import keep_vectors
from paddock.reader.protocol import Block, Page

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

DIMENSIONS: Final = 384
PAGES: Final = 25  # a document
PASSAGES: Final = 2  # a page
WORDS: Final = 170  # a passage: some 280 tokens
_VOCABULARY: Final = 200_000
_OWN_WORDS: Final = 150  # of a document
_OWN_SHARE: Final = 0.3
_DOCUMENTS_AT_ONCE: Final = 100
_THEMES: Final = 2_000
_LETTERS: Final = np.array(list("etaoinshrdlucmfwypvbgkjqxz"))


class Made(NamedTuple):
    """How much there is, and questions about it: a few words of one passage each, as people ask."""

    passages: int
    questions: list[str]


def fill_library(vault: Vault, passages: int, key: str, questions: int) -> Made:
    """Put at least `passages` passages with their words and vectors of the embedder `key` into an empty library."""
    chance = np.random.default_rng(17)
    words = _words(chance)
    spread = np.cumsum(1 / (np.arange(_VOCABULARY) + 2.7))
    spread /= spread[-1]
    themes = chance.standard_normal((_THEMES, DIMENSIONS), np.float32)
    documents = -(-passages // (PAGES * PASSAGES))
    asked_of = set(chance.integers(0, documents, questions).tolist())
    asked: list[str] = []
    with vault.write() as db:
        db.execute(
            "INSERT INTO embedder (key, name, dimensions, serving) VALUES (?, 'benchmark', ?, 1)", (key, DIMENSIONS)
        )
        embedder = db.last_insert_rowid()
    index, made, last = Index(), 0, 0
    for first in range(0, documents, _DOCUMENTS_AT_ONCE):
        with vault.write() as db:
            for number in range(first, min(first + _DOCUMENTS_AT_ONCE, documents)):
                texts = _texts(chance, words, spread)
                document = _file(db, index, number, texts)
                if number in asked_of:
                    said = texts[int(chance.integers(len(texts)))].split()
                    asked.append(" ".join(said[at] for at in chance.integers(0, len(said), chance.integers(5, 12))))
                found: Any = db.execute("SELECT id FROM passage WHERE document_id = ?", (document,))
                rows = [(int(passage), document) for (passage,) in found]
                made, last = made + len(rows), rows[-1][0]
                keep_vectors(db, embedder, rows, _vectors(chance, themes, len(rows)), last)
    return Made(made, asked)


def _file(db: Connection, index: Index, number: int, texts: list[str]) -> int:
    """Keep a document of these paragraphs as the queue would, and return its number."""
    db.execute(
        "INSERT INTO document (sha256, state, size_bytes, added_at, modified_at, read_at, pages, pages_kept, format, "
        "name) VALUES (?, 'read', 1, 1, 1, 1, ?, ?, 'pdf', ?)",
        (hashlib.sha256(str(number).encode()).digest(), PAGES, PAGES, f"report {number}.pdf"),
    )
    document = db.last_insert_rowid()
    for page in range(PAGES):
        paragraphs = texts[page * PASSAGES : (page + 1) * PASSAGES]
        starts = [sum(len(text) + 2 for text in paragraphs[:at]) for at in range(PASSAGES)]
        said = Page(
            id=document,
            number=page + 1,
            kind="page",
            text="\n\n".join(paragraphs),
            blocks=tuple(
                Block("paragraph", start, start + len(text)) for start, text in zip(starts, paragraphs, strict=True)
            ),
        )
        db.execute(
            "INSERT INTO page (document_id, number, kind, outcome, recognised, characters, label, attachment, detail, "
            "headings, text, blocks, spans, boxes) VALUES (?, ?, 'page', 'read', 0, ?, '', '', '', ?, ?, ?, ?, ?)",
            (document, page + 1, len(said.text), b"\x90", said.text, b"\x90", b"\x90", b"\x90"),
        )
        index.add_page(db, document, said)
    return document


def _words(chance: np.random.Generator) -> NDArray[np.str_]:
    """Return a vocabulary, the commonest words first and shortest."""
    made: dict[str, None] = {}
    while len(made) < _VOCABULARY:
        letters = _LETTERS[np.minimum(chance.exponential(6, (10_000, 12)).astype(int), len(_LETTERS) - 1)]
        longest = 2 + min(8, len(made) // 300)
        sizes = chance.integers(2, longest + 2, len(letters))
        made.update(dict.fromkeys("".join(row[:size]) for row, size in zip(letters, sizes, strict=True)))
    return np.array(list(made)[:_VOCABULARY])


def _texts(chance: np.random.Generator, words: NDArray[np.str_], spread: NDArray[np.float64]) -> list[str]:
    """Return a document's paragraphs: most words as they are anywhere, the others of a few that are its own."""
    shape = (PAGES * PASSAGES, WORDS)
    drawn = np.searchsorted(spread, chance.random(shape))
    own = np.searchsorted(spread, 0.3 + 0.7 * chance.random(_OWN_WORDS))
    drawn = np.where(chance.random(shape) < _OWN_SHARE, own[chance.integers(0, _OWN_WORDS, shape)], drawn)
    return [" ".join(row) + "." for row in words[np.minimum(drawn, _VOCABULARY - 1)].tolist()]


def _vectors(chance: np.random.Generator, themes: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return vectors of length 1 that lie about a few of the themes, as those of one document do."""
    vectors = themes[chance.integers(0, _THEMES, 3)][chance.integers(0, 3, count)]
    vectors = vectors + chance.standard_normal((count, DIMENSIONS), np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / lengths, np.float32)
