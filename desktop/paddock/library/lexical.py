"""Finds passages by their words: BM25 over the full-text index, within what a search may cost."""

from __future__ import annotations

import json
import math
import threading
from typing import TYPE_CHECKING, Any

from paddock.library.terms import all_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.queries import Query
    from paddock.vault.connection import Connection

# Ranking costs more than a microsecond for each passage that holds a word: of the question's words the rarest are
# taken until so many passages would have to be ranked. In a library smaller than this, all words count.
MOST_RANKED = 16_000
_COUNTED_TO = 2 * MOST_RANKED  # a word in more passages is very common, and how much more does not matter
_COUNTS_KEPT = 20_000
_DOCUMENTS_COUNTED = 48
_TERMS_WEIGHED = 8
_LONG_ENOUGH = 3  # passages a document has, in the mean
_COUNTED_WITHIN = 40  # more passages of one document change its score no more
_GROWTH = 1.25  # counts are made anew when the library has grown by so much

# The next passages with a word, and their documents; and a document's last passage.
_NEXT_WITH = (
    "SELECT p.id, p.document_id FROM passage_words CROSS JOIN passage AS p ON p.id = passage_words.rowid "
    "WHERE passage_words MATCH ? AND passage_words.rowid > ? ORDER BY passage_words.rowid LIMIT ?"
)
_LAST_OF = "SELECT max(id) FROM passage WHERE document_id = ?"
_STEP = 16  # passages asked for at once; if all are of one document, the rest of it is stepped over
_COUNT_WITHIN = (
    "SELECT count(*) FROM (SELECT 1 FROM passage_words CROSS JOIN passage AS p ON p.id = passage_words.rowid "
    "WHERE passage_words MATCH ? AND passage_words.rowid BETWEEN ? AND ? AND p.document_id = ? LIMIT ?)"
)


class Frequencies:
    """Remembers in how many passages words stand, so that each is counted once in a while. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, tuple[float, int]] = {}

    def documents_with(self, connection: Connection, term: str, total: int) -> float:
        """Return in about how many of `total` documents `term` stands: counted up to 48, then reckoned from there."""
        key = f"\0{term}"  # beside the passages' counts; no term holds a NUL
        with self._lock:
            known = self._counts.get(key)
        if known is not None and total <= known[1] * _GROWTH:
            return known[0]
        documents = _first_documents(connection, term)
        seen, owner = len(documents), documents[-1] if documents else 0
        count = float(seen)
        if seen == _DOCUMENTS_COUNTED:
            before = _integer(connection, "SELECT count(*) FROM document WHERE id <= ?", (owner,))
            count = seen * total / max(before, seen)
        self._remember(key, count, total)
        return count

    def of(self, connection: Connection, term: str, size: int) -> float:
        """Return the number of passages with `term`, at most 32,000, in a library of `size` passages."""
        with self._lock:
            known = self._counts.get(term)
        if known is not None and size <= known[1] * _GROWTH:
            return known[0]
        count = _integer(
            connection,
            "SELECT count(*) FROM (SELECT rowid FROM passage_words WHERE passage_words MATCH ? LIMIT ?)",
            (_quoted(term), _COUNTED_TO),
        )
        self._remember(term, count, size)
        return count

    def forget(self) -> None:
        """Forget all counts: words that stand nowhere any more are remembered by nothing."""
        with self._lock:
            self._counts.clear()

    def _remember(self, key: str, count: float, size: int) -> None:
        with self._lock:
            if len(self._counts) >= _COUNTS_KEPT:
                self._counts.clear()
            self._counts[key] = (count, size)


def _first_documents(connection: Connection, term: str) -> list[int]:
    """Return the first 48 documents with `term`, in the order of their passages."""
    seen: dict[int, None] = {}
    after = 0
    while True:
        found: Any = list(connection.execute(_NEXT_WITH, (_quoted(term), after, _STEP)))
        seen.update(dict.fromkeys(document for _, document in found))
        if len(found) < _STEP or len(seen) >= _DOCUMENTS_COUNTED:
            return [*seen][:_DOCUMENTS_COUNTED]
        after, owner = found[-1]
        if found[0][1] == owner:
            after = _integer(connection, _LAST_OF, (owner,))


def find_words(
    connection: Connection,
    query: Query,
    frequencies: Frequencies,
    limit: int,
    documents: Sequence[int] | None = None,
    *,
    exact: bool = True,
) -> list[tuple[int, float]]:
    """Return up to `limit` passages with their BM25 scores, best first: those with any of the query's words.

    `exact`: the words of each quoted phrase must follow one another (their endings are for the caller to check).
    `documents`: only passages of these; all where None.
    """
    required = [_phrase(phrase) for phrase in query.phrases] if exact else []
    match = _match(connection, query, frequencies, required)
    if not match:
        return []
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


def document_weights(connection: Connection, query: Query, frequencies: Frequencies) -> list[tuple[float, str]]:
    """Return the query's rarest words with their weights, by how few documents know them: BM25's inverse frequency.

    "Nike" singles out a document, where among passages it is as common as any word.
    """
    total = _integer(connection, "SELECT count(*) FROM document")
    spread = [(frequencies.documents_with(connection, term, total), term) for term in query.terms]
    rarest = sorted((count, term) for count, term in spread if count)[:_TERMS_WEIGHED]
    weights = [(math.log((total - count + 0.5) / (count + 0.5)), term) for count, term in rarest]
    return [(weight, term) for weight, term in weights if weight > 0]


def document_scores(
    connection: Connection, weights: Sequence[tuple[float, str]], documents: Sequence[int]
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
        for document, (first, last, size) in spans.items():
            found = _integer(connection, _COUNT_WITHIN, (_quoted(term), first, last, document, _COUNTED_WITHIN))
            scores[document] += weight * found * 2.2 / (found + 1.2 * (0.25 + 0.75 * size / mean))
    best = max(scores.values()) / (1 - 1 / mean)
    return {document: score / best for document, score in scores.items()} if best else {}


def _match(connection: Connection, query: Query, frequencies: Frequencies, required: Sequence[str]) -> str:
    """Return the query in FTS5's language, empty where nothing is asked for."""
    size = _integer(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'passage'")
    terms = [_quoted(term) for term in query.terms]
    if size > MOST_RANKED and not required:
        return _affordable(connection, query.terms, frequencies, size)
    if not required:
        return " OR ".join(terms)
    musts = " AND ".join(required)
    return f"({musts}) AND ({' OR '.join([*required, *terms])})" if size <= MOST_RANKED else musts


def _affordable(connection: Connection, terms: Sequence[str], frequencies: Frequencies, size: int) -> str:
    """Return the rarest words, any of them; where even the rarest is too common, the two rarest together."""
    counted = sorted((frequencies.of(connection, term, size), term) for term in terms)
    counted = [(count, term) for count, term in counted if count]
    taken: list[str] = []
    total = 0.0
    for count, term in counted:
        if total + count > MOST_RANKED:
            break
        taken.append(_quoted(term))
        total += count
    return " OR ".join(taken) or " AND ".join(_quoted(term) for _, term in counted[:3])


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _phrase(phrase: str) -> str:
    """Return a phrase's terms in order, repeated ones too."""
    return _quoted(" ".join(all_terms(phrase)))


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
