"""Finds the passages, and the pages, that speak of a question."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from paddock.library.embedders import serving_embedder
from paddock.library.fusion import DOCUMENT_SHARE, VECTOR_SHARE, best_of, fused, trust
from paddock.library.index import readable_title
from paddock.library.lexical import Frequencies, document_scores, document_weights, find_words
from paddock.library.passages import Passage, context_line
from paddock.library.postings import PassageTable
from paddock.library.queries import read_query
from paddock.library.scope import condition
from paddock.library.sharing import Candidate, joined, shared_out
from paddock.library.terms import phrase_test
from paddock.library.types import EVERYTHING
from paddock.library.vectors import VectorIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from paddock.library.embedders import LoadedEmbedder
    from paddock.library.lexical import Worded
    from paddock.library.queries import Query
    from paddock.library.types import Scope
    from paddock.reader.protocol import BlockKind, PageKind
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

_LOOKED_AT = 250  # passages from the words and as many from the vectors
_CONSIDERED = 300  # the best of both
_DOCUMENTS_WEIGHED = 12  # the best documents are compared as wholes
_RERANKED = 30
_PAGE_NAMED = 0.15  # added to passages of a page the question names
_HAS_PHRASE = 0.5  # added for each quoted phrase where phrases are no condition
_TOKENS_A_WORD = 1.5  # an embedder takes the words of a language it was made for nearly whole (docs/retrieval.md)


@dataclass(frozen=True)
class Hit:
    """A passage found: `text` is the page's text from `start` to `end`.

    `document` is the file's name, `title` what the document calls itself or the name again. `kind`, `label` and `page`
    (from 1) are the page's; `block` is the kind of text and `place` where in the page, in the format's words.
    `passages` are the numbers of the passages joined here, `passage_id` the best of them. `score` orders the hits of
    one search. `by_words`, `by_vectors`: what found it. `nearness`: by how much its cosine to the question exceeds
    what is usual in the library; None where it has no vector, or the embedder does not know the question's language.
    """

    passage_id: int
    document_id: int
    document: str
    title: str
    page: int
    label: str
    kind: PageKind
    block: BlockKind
    place: str
    headings: tuple[str, ...]
    text: str
    start: int
    end: int
    score: float
    by_words: bool
    by_vectors: bool
    passages: tuple[int, ...] = ()
    nearness: float | None = None


@dataclass(frozen=True)
class PageHit:
    """A page found, and the passage on it that found it."""

    document_id: int
    page: int
    score: float
    best: Hit


class Reranker(Protocol):
    """Scores how well texts answer a query, higher is better; called with at most 30 texts."""

    def __call__(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        """Return a score for each text."""


@dataclass(frozen=True)
class _Vector:
    """A question's vector, and the vectors it is compared with.

    `known`: which share of the question's tokens the embedder knows. `fluent`: whether it knows them as whole words.
    """

    index: VectorIndex
    values: NDArray[np.float32]
    known: float
    fluent: bool


@dataclass(frozen=True)
class _Meant:
    """What the vectors say of a question: the nearest passages with their cosines, and the cosine that is usual."""

    nearest: dict[int, float]
    usual: float


@dataclass(frozen=True)
class _Said:
    """What the words say: passages with their scores, where they stand, and how near they are to the question."""

    scores: dict[int, float]
    places: dict[int, tuple[int, int, int, int]]
    near: dict[int, float]


class Search:
    """Words and vectors together; words alone while there is no embedder. Any thread.

    `embedder` is the one that made the serving vectors, or None; set it anew when another is loaded. Where the loaded
    one is not the serving one, words alone are used.
    """

    def __init__(self, vault: Vault, embedder: LoadedEmbedder | None = None, reranker: Reranker | None = None) -> None:
        self._vault = vault
        self._frequencies = Frequencies()
        self._passages = PassageTable()
        self._vectors: VectorIndex | None = None
        self.embedder = embedder
        self.reranker = reranker

    def find(self, query: str, scope: Scope = EVERYTHING, limit: int = 10, *, exact: bool = True) -> list[Hit]:
        """Return the best passages, best first, at most `limit`; passages that follow each other are one hit.

        `exact`: phrases in quotes must stand in a passage; else they only count much (for questions to a model).
        Hits are shared out among the documents as `sharing` says.
        """
        asked = read_query(query)
        with self._candidates(asked, scope, exact=exact) as (connection, candidates):
            return self._hits(connection, asked, candidates, limit)

    def find_pages(
        self, query: str, scope: Scope = EVERYTHING, limit: int = 10, *, exact: bool = True
    ) -> list[PageHit]:
        """Return the best pages, best first, by the best passage on each. No fair share: pages are counted as found."""
        asked = read_query(query)
        with self._candidates(asked, scope, exact=exact) as (connection, candidates):
            seen: dict[tuple[int, int], Candidate] = {}
            for one in candidates:
                seen.setdefault((one.document, one.page), one)
            chosen = list(islice(seen.values(), limit))
            hits = _filled(connection, [(one, (one.id,)) for one in chosen])
        return [PageHit(hit.document_id, hit.page, hit.score, hit) for hit in hits]

    def passages_of(self, document_id: int) -> list[Hit]:
        """Return all passages of a document, in order."""
        with self._vault.read() as connection:
            rows: Any = connection.execute(
                "SELECT id, document_id, page, first, last FROM passage WHERE document_id = ? ORDER BY page, first",
                (document_id,),
            )
            found = [
                Candidate(number, document, page, first, last, score=0.0, by_words=False, by_vectors=False)
                for number, document, page, first, last in rows
            ]
            return _filled(connection, [(one, (one.id,)) for one in found])

    def forget(self, documents: Sequence[int]) -> None:
        """Take what memory holds of removed documents out of it."""
        self._frequencies.forget()
        if self._vectors is not None:
            self._vectors.forget(documents)

    # ---------------------------------------------------------------- candidates

    @contextmanager
    def _candidates(self, query: Query, scope: Scope, *, exact: bool) -> Iterator[tuple[Connection, list[Candidate]]]:
        """Give what either side found, best first, and the connection that found it.

        Words and vectors are looked at side by side: each side waits for the store and for its own arithmetic.
        """
        with ThreadPoolExecutor(1, "search") as beside, self._vault.read() as connection:
            documents = _documents_in(connection, scope)
            if documents == []:
                yield connection, []
                return
            index = self._vector_index(connection) if query.text else None
            only_words = exact and bool(query.phrases)
            # The embedder takes all processors. Words looked for meanwhile would hold it up, and there is time for them
            # while the vectors are compared.
            vector = self._vector_of(query, index)
            meaning = beside.submit(self._meaning, vector, documents, only_words=only_words)
            worded = find_words(
                connection, query, self._frequencies, self._passages, _LOOKED_AT, documents, exact=exact
            )
            scores = dict(worded.passages)
            several = documents is None or len(documents) > 1
            weights = document_weights(connection, query, self._frequencies, worded) if several else []
            places = _places(connection, scores)
            nearness = beside.submit(self._near, vector, scores) if meaning.done() else None
            if weights:  # what is likely to be asked for below is looked up while the other side is at work
                likely = ((places[number][0], score) for number, score in worded.passages if number in places)
                document_scores(connection, weights, best_of(likely, _DOCUMENTS_WEIGHED), worded)
            near = _near(connection, vector, scores) if nearness is None else nearness.result()
            said = _Said(scores, places, near)
            joined = _joined_up(connection, said, vector, meaning.result())
            found = _weighed(connection, query, joined, weights, worded)
            yield connection, _with_phrases(connection, query, found, exact=exact) if query.phrases else found

    def _vector_of(self, query: Query, index: VectorIndex | None) -> _Vector | None:
        """Return the question's vector; None where there is nothing to compare it with."""
        import numpy as np  # noqa: PLC0415 - loaded with the first search, not with the window

        embedder = self.embedder
        if embedder is None or index is None:
            return None
        made = embedder.engine.embed([query.text], "query")
        fluent = made.tokens - 2 <= _TOKENS_A_WORD * len(query.text.split())
        return _Vector(index, np.frombuffer(made.vectors[0], "<f4"), 1.0 - made.unknown[0], fluent)

    def _near(self, vector: _Vector | None, passages: Iterable[int]) -> dict[int, float]:
        with self._vault.read() as connection:
            return _near(connection, vector, passages)

    def _meaning(self, vector: _Vector | None, documents: list[int] | None, *, only_words: bool) -> _Meant | None:
        """Return what the vectors say, none of them near where `only_words`; None where there is no vector."""
        if vector is None:
            return None
        with self._vault.read() as connection:
            near = [] if only_words else vector.index.nearest(connection, vector.values, _LOOKED_AT, documents)
            return _Meant(dict(near), vector.index.usual(connection, vector.values))

    def _vector_index(self, connection: Connection) -> VectorIndex | None:
        """Return the library's vectors; None where no embedder is loaded, or another one than made them."""
        embedder, serving = self.embedder, serving_embedder(connection)
        if embedder is None or serving is None or serving[1].key != embedder.identity.key:
            return None
        number, identity = serving
        index = self._vectors
        if index is None or index.embedder_id != number:
            index = self._vectors = VectorIndex(number, identity.dimensions)
        return index

    # ---------------------------------------------------------------- hits

    def _hits(self, connection: Connection, query: Query, found: list[Candidate], limit: int) -> list[Hit]:
        if self.reranker is not None and found:
            found = self._reranked(connection, query, self.reranker, found)
        return _filled(connection, [joined(group) for group in shared_out(found, limit)])

    def _reranked(
        self, connection: Connection, query: Query, reranker: Reranker, found: list[Candidate]
    ) -> list[Candidate]:
        first, rest = found[:_RERANKED], found[_RERANKED:]
        texts = [
            f"{context_line(hit.title, Passage(hit.start, hit.end, hit.block, hit.headings))}\n{hit.text}"
            for hit in _filled(connection, [(one, (one.id,)) for one in first])
        ]
        scores = reranker(query.text, texts)
        ranked = sorted(zip(scores, first, strict=True), key=lambda pair: -pair[0])
        return [one._replace(score=score) for score, one in ranked] + [one._replace(score=-1e9) for one in rest]


def _documents_in(connection: Connection, scope: Scope) -> list[int] | None:
    """Return the documents of a scope, None where it is all there are."""
    if scope == EVERYTHING:
        return None
    where, values = condition(scope)
    rows: Any = connection.execute(f"SELECT id FROM document WHERE {where}", values)  # noqa: S608 - our own condition
    return [number for (number,) in rows]


def _places(connection: Connection, passages: Iterable[int]) -> dict[int, tuple[int, int, int, int]]:
    """Return where passages stand: document, page, first and last character."""
    rows: Any = connection.execute(
        "SELECT id, document_id, page, first, last FROM passage WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(passages)),),
    )
    return {number: place for number, *place in rows}


def _near(connection: Connection, vector: _Vector | None, passages: Iterable[int]) -> dict[int, float]:
    return {} if vector is None else dict(vector.index.similarities(connection, vector.values, passages))


def _joined_up(connection: Connection, said: _Said, vector: _Vector | None, meant: _Meant | None) -> list[Candidate]:
    """Return what the words and the vectors found in one order, best first."""
    near, share, usual = dict[int, float](), 0.0, 0.0
    if vector is not None and meant is not None:
        near, usual = said.near | meant.nearest, meant.usual
        share = VECTOR_SHARE * vector.known * trust(max(near.values(), default=0.0), usual)
    scores = fused(said.scores, near, share)
    best = nlargest(_CONSIDERED, scores, key=lambda number: (scores[number], -number))
    places = said.places | _places(connection, [number for number in best if number not in said.places])
    fluent = vector is not None and vector.fluent
    found = [
        Candidate(
            number,
            *places[number],
            scores[number],
            number in said.scores,
            number in near,
            near[number] - usual if fluent and number in near else None,
        )
        for number in best
        if number in places
    ]
    return sorted(found, key=lambda one: (-one.score, one.id))


def _weighed(
    connection: Connection,
    query: Query,
    found: list[Candidate],
    weights: Sequence[tuple[float, str]],
    worded: Worded,
) -> list[Candidate]:
    """Return the candidates with what their documents and the pages named in the question add, best first."""
    best = best_of(((one.document, one.score) for one in found), _DOCUMENTS_WEIGHED)
    scores = document_scores(connection, weights, best, worded) if weights else {}
    shares = {document: DOCUMENT_SHARE * score for document, score in scores.items()}
    weighed = [
        one
        if one.document not in shares and one.page not in query.pages
        else one._replace(
            score=one.score + shares.get(one.document, 0.0) + (_PAGE_NAMED if one.page in query.pages else 0.0)
        )
        for one in found
    ]
    return sorted(weighed, key=lambda one: (-one.score, one.id))


def _with_phrases(connection: Connection, query: Query, found: list[Candidate], *, exact: bool) -> list[Candidate]:
    """Return the candidates that hold all quoted phrases (`exact`), or all with those that do first."""
    tests = [phrase_test(phrase) for phrase in query.phrases]
    held = {
        hit.passage_id: sum(test(hit.text) for test in tests)
        for hit in _filled(connection, [(one, (one.id,)) for one in found])
    }
    if exact:
        return [one for one in found if held[one.id] == len(tests)]
    weighed = [one._replace(score=one.score + _HAS_PHRASE * held[one.id]) for one in found]
    return sorted(weighed, key=lambda one: (-one.score, one.id))


def _filled(connection: Connection, found: Iterable[tuple[Candidate, tuple[int, ...]]]) -> list[Hit]:
    """Return the hits with their texts and what they stand under. Each page is read once."""
    found = list(found)
    about: Any = connection.execute(
        "SELECT p.id, p.kind, p.place, p.headings, d.name, d.title FROM passage AS p "
        "JOIN document AS d ON d.id = p.document_id WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps([one.id for one, _ in found]),),
    )
    known = {row[0]: row[1:] for row in about}
    pages: dict[tuple[int, int], tuple[Any, ...]] = {}
    hits = []
    for one, passages in found:
        at = (one.document, one.page)
        if at not in pages:
            rows: Any = connection.execute(
                "SELECT kind, label, text FROM page WHERE document_id = ? AND number = ?", at
            )
            pages[at] = next(iter(rows))
        kind, label, text = pages[at]
        block, place, headings, name, title = known[one.id]
        hits.append(
            Hit(
                passage_id=one.id,
                document_id=one.document,
                document=name,
                title=readable_title(title, name) or name,
                page=one.page,
                label=label,
                kind=kind,
                block=block,
                place=place,
                headings=tuple(json.loads(headings)),
                text=text[one.start : one.end],
                start=one.start,
                end=one.end,
                score=one.score,
                by_words=one.by_words,
                by_vectors=one.by_vectors,
                passages=passages,
                nearness=one.nearness,
            )
        )
    return hits
