"""Finds passages by their words: BM25 over the full-text index, within what a search may cost."""

from __future__ import annotations

import json
import math
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from paddock.library.postings import counts_within, first_passages, owners, quoted, ranked, read_postings
from paddock.library.terms import all_terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paddock.library.postings import Known, PassageTable, Postings
    from paddock.library.queries import Query
    from paddock.vault.connection import Connection

# What ranking costs grows with the passages that hold a word: of the question's words the rarest are taken until so
# many passages would have to be ranked. In a library smaller than this, all words count.
MOST_RANKED = 16_000
_COUNTS_KEPT = 20_000
_TERMS_WEIGHED = 8
_LONG_ENOUGH = 3  # passages a document has, in the mean
_COUNTED_WITHIN = 40  # more passages of one document change its score no more
_GROWTH = 1.25  # counts are made anew when the library has grown by so much

_COUNT_WITHIN = (
    "SELECT count(*) FROM (SELECT 1 FROM passage_words CROSS JOIN passage AS p ON p.id = passage_words.rowid "
    "WHERE passage_words MATCH ? AND passage_words.rowid BETWEEN ? AND ? AND p.document_id = ? LIMIT ?)"
)


class Frequency(NamedTuple):
    """In how many passages and documents a word stands: counted up to 16,000 passages, reckoned beyond that."""

    passages: float
    documents: float


class Frequencies:
    """Remembers in how many passages words stand, so that each is counted once in a while. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, tuple[Frequency, int]] = {}

    def of(self, connection: Connection, term: str, known: Known) -> Frequency:
        """Return how common `term` is."""
        with self._lock:
            remembered = self._counts.get(term)
        if remembered is not None and known.passages <= remembered[1] * _GROWTH:
            return remembered[0]
        first = first_passages(connection, term, MOST_RANKED + 1)
        share = first[-1] / known.last if len(first) > MOST_RANKED else 1.0
        frequency = Frequency(len(first) / share, owners(known, first) / share)
        with self._lock:
            if len(self._counts) >= _COUNTS_KEPT:
                self._counts.clear()
            self._counts[term] = frequency, known.passages
        return frequency

    def forget(self) -> None:
        """Forget all counts: words that stand nowhere any more are remembered by nothing."""
        with self._lock:
            self._counts.clear()


@dataclass(frozen=True)
class Worded:
    """Passages with their BM25 scores, best first; and where the words stand by which they were ranked in memory.

    `counted` remembers in how many passages of a document a word stands, once that was looked up.
    """

    known: Known
    passages: list[tuple[int, float]]
    postings: Mapping[str, Postings]
    counted: dict[tuple[str, int], int] = field(default_factory=dict)


def find_words(
    connection: Connection,
    query: Query,
    frequencies: Frequencies,
    table: PassageTable,
    limit: int,
    documents: Sequence[int] | None = None,
    *,
    exact: bool = True,
) -> Worded:
    """Return up to `limit` passages with any of the query's words.

    `exact`: the words of each quoted phrase must follow one another (their endings are for the caller to check).
    `documents`: only passages of these; all where None.
    """
    known = table.known(connection)
    if exact and query.phrases:
        return Worded(known, _matching(connection, _with_phrases(query, known), limit, documents), {})
    terms: Sequence[str] = query.terms
    if known.passages > MOST_RANKED:
        counted = sorted((frequencies.of(connection, term, known).passages, term) for term in terms)
        counted = [(count, term) for count, term in counted if count]
        terms = _affordable(counted)
        if counted and not terms:
            rarest = " AND ".join(quoted(term) for _, term in counted[:3])
            return Worded(known, _matching(connection, rarest, limit, documents), {})
    postings = {term: read_postings(connection, term) for term in terms}
    return Worded(known, ranked(postings.values(), known, limit, documents), postings)


def _matching(
    connection: Connection, match: str, limit: int, documents: Sequence[int] | None
) -> list[tuple[int, float]]:
    """Return what a query in FTS5's language finds, by FTS5's own ranking."""
    values: dict[str, str | int] = {"match": match, "limit": limit}
    within = ""
    if documents is not None:
        first, last = _span(connection, documents)
        # The range spares the index all that lies before and after; most documents' passages lie together.
        within = (
            "AND passage_words.rowid BETWEEN :first AND :last "
            "AND passage.document_id IN (SELECT value FROM json_each(:documents))"
        )
        values |= {"first": first, "last": last, "documents": json.dumps(list(documents))}
    join = "CROSS JOIN passage ON passage.id = passage_words.rowid" if documents is not None else ""
    rows: Any = connection.execute(
        f"SELECT passage_words.rowid, -bm25(passage_words) AS score FROM passage_words {join} "  # noqa: S608 - our names
        f"WHERE passage_words MATCH :match {within} ORDER BY score DESC LIMIT :limit",
        values,
    )
    return list(rows)


def document_weights(
    connection: Connection, query: Query, frequencies: Frequencies, found: Worded
) -> list[tuple[float, str]]:
    """Return the query's rarest words with their weights, by how few documents know them: BM25's inverse frequency.

    "Nike" singles out a document, where among passages it is as common as any word.
    """
    total = _integer(connection, "SELECT count(*) FROM document")
    spread = [
        (
            float(owners(found.known, found.postings[term].passages))
            if term in found.postings
            else frequencies.of(connection, term, found.known).documents,
            term,
        )
        for term in query.terms
    ]
    rarest = sorted((min(count, total), term) for count, term in spread if count)[:_TERMS_WEIGHED]
    weights = [(math.log((total - count + 0.5) / (count + 0.5)), term) for count, term in rarest]
    return [(weight, term) for weight, term in weights if weight > 0]


def document_scores(
    connection: Connection, weights: Sequence[tuple[float, str]], documents: Sequence[int], found: Worded
) -> dict[int, float]:
    """Return how much each of `documents` as a whole speaks of these words, the best of them nearly 1.

    BM25 with a document's passages as its words' occurrences. Nothing where the documents are so short that their
    passages say as much.
    """
    if len(documents) < 2:  # noqa: PLR2004 - nothing to compare
        return {}
    spans = _spans(connection, documents)
    mean = sum(size for _, _, size in spans.values()) / max(len(spans), 1)
    if mean < _LONG_ENOUGH:
        return {}
    scores = dict.fromkeys(documents, 0.0)
    for weight, term in weights:
        for document, count in _counts(connection, term, spans, found).items():
            size = spans[document][2]
            scores[document] += weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * size / mean))
    best = max(scores.values()) / (1 - 1 / mean)
    return {document: score / best for document, score in scores.items()} if best else {}


def _counts(
    connection: Connection, term: str, spans: Mapping[int, tuple[int, int, int]], found: Worded
) -> dict[int, int]:
    """Return in how many passages of each document a word stands, at most 40."""
    if term in found.postings:
        counts = counts_within(found.postings[term], found.known, [*spans])
        return {document: min(count, _COUNTED_WITHIN) for document, count in zip(spans, counts, strict=True)}
    for document, (first, last, _size) in spans.items():
        if (term, document) not in found.counted:
            within = quoted(term), first, last, document, _COUNTED_WITHIN
            found.counted[term, document] = _integer(connection, _COUNT_WITHIN, within)
    return {document: found.counted[term, document] for document in spans}


def _with_phrases(query: Query, known: Known) -> str:
    """Return the query in FTS5's language: all phrases, and any of the words where that does not cost too much."""
    required = [quoted(" ".join(all_terms(phrase))) for phrase in query.phrases]  # repeated terms too
    musts = " AND ".join(required)
    terms = [quoted(term) for term in query.terms]
    return f"({musts}) AND ({' OR '.join([*required, *terms])})" if known.passages <= MOST_RANKED else musts


def _affordable(counted: Sequence[tuple[float, str]]) -> list[str]:
    """Return the rarest words that can be ranked together; none where even the rarest is too common."""
    taken: list[str] = []
    total = 0.0
    for count, term in counted:
        if total + count > MOST_RANKED:
            break
        taken.append(term)
        total += count
    return taken


def _spans(connection: Connection, documents: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Return each document's first and last passage and how many it has."""
    rows: Any = connection.execute(
        "SELECT document_id, min(id), max(id), count(*) FROM passage "
        "WHERE document_id IN (SELECT value FROM json_each(?)) GROUP BY document_id",
        (json.dumps(list(documents)),),
    )
    return {document: (first, last, size) for document, first, last, size in rows}


def _span(connection: Connection, documents: Sequence[int]) -> tuple[int, int]:
    rows: Any = connection.execute(
        "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM passage "
        "WHERE document_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    )
    return next(iter(rows))  # type: ignore[no-any-return]  # rows are Any


def _integer(connection: Connection, sql: str, values: tuple[str | int, ...] = ()) -> int:
    return next(number for (number,) in connection.execute(sql, values) if isinstance(number, int))
