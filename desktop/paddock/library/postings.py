"""Reads out of the full-text index where a word stands, and ranks by it in memory: BM25 as FTS5 reckons it.

FTS5's own bm25() looks up each passage's length by itself, which took most of a search's time in a library of a million
passages. Here the lengths are in memory, with the passages' documents, so that whole documents are weighed there too.
"""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from paddock.vault.connection import Connection

    Numbers = NDArray[np.int64]

TOKENIZER: Final = ("unicode61", "remove_diacritics", "2", "categories", "L* N* Co Mn Mc")  # as in schema/0002
_K1, _B = 1.2, 0.75  # FTS5's
_LEAST_WEIGHT: Final = 1e-6  # FTS5's, for words in more than half of the passages
_GROWTH: Final = 1.25
_LONGEST: Final = 0xFFFF
_TOTALS: Final = 1  # the row of FTS5's data that tells how many rows there are, and of how many words in each column
_SIZE_DIGITS: Final = 12  # a passage's two lengths, in hexadecimal: three bytes each at most
_AT_ONCE: Final = 1 << 15  # passages
_NEXT_OWNED: Final = (
    "SELECT max(id), group_concat(id), group_concat(document_id) "
    "FROM (SELECT id, document_id FROM passage WHERE id > ? ORDER BY id LIMIT ?)"
)
_SIZES: Final = (
    "SELECT group_concat(id), group_concat(substr(hex(sz) || '000000000000', 1, ?), '') "
    "FROM passage_words_docsize WHERE id > ? AND id <= ?"
)


@dataclass(frozen=True)
class Postings:
    """The passages with a word, in growing order, and how often it stands in each."""

    passages: Numbers
    times: Numbers


@dataclass(frozen=True)
class Known:
    """Of each passage, by its number: how many words it has, and whose it is.

    `passages`: how many there are, `last` the highest number, `usual_length` the mean.
    """

    lengths: NDArray[np.uint16]
    documents: NDArray[np.uint32]
    passages: int
    last: int
    usual_length: float


class PassageTable:
    """Keeps lengths and documents of all passages. Loaded with the first search; each later one takes up what is new.

    Memory: 6 bytes for each number that a passage had. What is removed keeps its place: a number is never used twice,
    and tells nothing. Any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0
        self._lengths: NDArray[np.uint16] | None = None
        self._documents: NDArray[np.uint32] | None = None

    def known(self, connection: Connection) -> Known:
        """Return what is known of all passages that this connection sees."""
        totals = _totals(connection)
        with self._lock:
            lengths, documents = self._refreshed(connection)
            last = self._last
        return Known(lengths, documents, totals[0], last, sum(totals[1:]) / max(1, totals[0]))

    def _refreshed(self, connection: Connection) -> tuple[NDArray[np.uint16], NDArray[np.uint32]]:
        import numpy as np  # noqa: PLC0415 - loaded with the first search, not with the window

        rows: Any = connection.execute("SELECT max(id) FROM passage")
        newest = next(iter(rows))[0] or 0
        lengths, documents = self._lengths, self._documents
        if lengths is None or documents is None or newest >= len(lengths):
            room = int(newest * (_GROWTH if self._last else 1)) + 1024
            lengths, documents = _grown(lengths, room, np.uint16), _grown(documents, room, np.uint32)
            self._lengths, self._documents = lengths, documents
        while self._last < newest:
            owned: Any = connection.execute(_NEXT_OWNED, (self._last, _AT_ONCE))
            last, ids, owners = next(iter(owned))
            documents[_numbers(ids)] = _numbers(owners)
            sized: Any = connection.execute(_SIZES, (_SIZE_DIGITS, self._last, last))
            ids, sizes = next(iter(sized))
            table = np.frombuffer(bytes.fromhex(sizes or ""), np.uint8).reshape(-1, _SIZE_DIGITS // 2)
            lengths[_numbers(ids)] = np.minimum(_lengths(table), _LONGEST)
            self._last = last
        return lengths, documents


def first_passages(connection: Connection, term: str, most: int) -> Numbers:
    """Return the first passages with a term, in growing order, at most so many."""
    rows: Any = connection.execute(
        "SELECT group_concat(rowid) FROM (SELECT rowid FROM passage_words WHERE passage_words MATCH ? LIMIT ?)",
        (quoted(term), most),
    )
    return _numbers(next(iter(rows))[0])


def read_postings(connection: Connection, term: str) -> Postings:
    """Return where a term stands."""
    import numpy as np  # noqa: PLC0415 - as above

    words = connection.words(term, TOKENIZER)
    if len(words) == 1:
        sql, value = "SELECT group_concat(doc) FROM passage_vocabulary WHERE term = ?", words[0]
    else:  # what the index takes for several words, or for none: each passage counts once
        sql = "SELECT group_concat(rowid) FROM passage_words WHERE passage_words MATCH ?"
        value = quoted(term)
    rows: Any = connection.execute(sql, (value,))
    numbers = _numbers(next(iter(rows))[0])
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    return Postings(numbers[first], np.diff(first, append=len(numbers)))


def ranked(
    postings: Iterable[Postings], known: Known, limit: int, documents: Collection[int] | None = None
) -> list[tuple[int, float]]:
    """Return up to `limit` passages with any of the words and their BM25 scores, best first; of equals, the first.

    `documents`: only passages of these; all where None.
    """
    import numpy as np  # noqa: PLC0415 - as above

    words = [each for each in postings if len(each.passages)]
    if not words:
        return []
    passages = _distinct(np.concatenate([each.passages for each in words]))
    scores = np.zeros(len(passages))
    for each in words:
        count = len(each.passages)
        weight = math.log((known.passages - count + 0.5) / (count + 0.5)) if 2 * count < known.passages else 0.0
        times = each.times.astype(np.float64)
        lengths = known.lengths[each.passages] / known.usual_length
        parts = times * (_K1 + 1.0) / (times + _K1 * (1 - _B + _B * lengths))
        scores[np.searchsorted(passages, each.passages)] += (weight or _LEAST_WEIGHT) * parts
    if documents is not None:
        within = np.isin(known.documents[passages], list(documents))
        passages, scores = passages[within], scores[within]
    if len(passages) > limit:
        best = scores >= np.partition(scores, -limit)[-limit]
        passages, scores = passages[best], scores[best]
    order = np.argsort(-scores, kind="stable")[:limit]
    return list(zip(passages[order].tolist(), scores[order].tolist(), strict=True))


def owners(known: Known, passages: Numbers) -> int:
    """Return how many documents these passages are of."""
    return len(_distinct(known.documents[passages]))


def counts_within(postings: Postings, known: Known, documents: Sequence[int]) -> list[int]:
    """Return in how many passages of each of these documents a word stands."""
    import numpy as np  # noqa: PLC0415 - as above

    sought = np.sort(np.asarray(documents, np.uint32))
    owners = known.documents[postings.passages]
    places = np.minimum(np.searchsorted(sought, owners), len(sought) - 1)
    counts = np.bincount(places[sought[places] == owners], minlength=len(sought))
    return [int(counts[place]) for place in np.searchsorted(sought, documents)]


def quoted(term: str) -> str:
    """Return a term as FTS5's language takes it for nothing but a word."""
    return '"' + term.replace('"', '""') + '"'


def _distinct(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return the numbers in growing order, each once: by a sort, which is four times as quick as `numpy.unique`."""
    import numpy as np  # noqa: PLC0415 - as above

    ordered = np.sort(numbers)
    distinct: NDArray[Any] = ordered[np.diff(ordered, prepend=ordered[:1] + 1) != 0]
    return distinct


def _numbers(text: str | None) -> Numbers:
    """Return the numbers of a list with commas: as text they come out of the store at once, and not a row each."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.fromstring(text or "", np.int64, sep=",")


def _grown(table: NDArray[Any] | None, room: int, kind: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    import numpy as np  # noqa: PLC0415 - as above

    grown = np.zeros(room, kind)
    if table is not None:
        grown[: len(table)] = table
    return grown


def _totals(connection: Connection) -> list[int]:
    """Return how many passages the index has, and how many words each of its columns."""
    rows: Any = connection.execute("SELECT block FROM passage_words_data WHERE id = ?", (_TOTALS,))
    totals, value = [], 0
    for byte in next((block for (block,) in rows), b""):
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - SQLite's numbers of any length: the highest bit says that another byte follows
            totals.append(value)
            value = 0
    return totals or [0]


def _lengths(table: NDArray[np.uint8]) -> Numbers:
    """Return the sum of the two numbers of any length that each row begins with, of three bytes at most."""
    import numpy as np  # noqa: PLC0415 - as above

    total = np.zeros(len(table), np.int64)
    value = np.zeros(len(table), np.int64)
    left = np.full(len(table), 2, np.int8)
    for column in table.T:
        value = value << 7 | column & 0x7F
        ends = (column < 0x80) & (left > 0)  # noqa: PLR2004 - as above
        total += value * ends
        value *= ~ends
        left -= ends
    return total
