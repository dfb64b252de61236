"""Finds passages by the direction of their vectors: sign bits in memory for a coarse look, int8 rows in the store.

Hamming distance between signs picks a few hundred candidates out of a million in some 10 ms; their int8 rows are then
read and compared with the query itself. docs/retrieval.md says what that costs against comparing all.
"""

from __future__ import annotations

import json
import struct
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from paddock.vault.connection import Connection

    Words = NDArray[np.uint64]
    Floats = NDArray[np.float32]

_WORD_BYTES = 8
_HEAD_WORDS = 2  # of a record: passage, document
_CHUNK_ROWS = 1 << 16
_SLICE_ROWS = 1 << 15  # rows a pass: stays in the second-level cache
_CANDIDATES = 400  # rows read and compared exactly; see docs/retrieval.md for what is lost below that
_SAMPLED = 256  # rows that tell how near to a query the library is as a whole
_FEWEST_SAMPLED = 64  # fewer may all be about one subject
_SAMPLE_GROWTH = 1.1  # a sample is drawn anew when the library has grown by so much
_GUESSED_FROM = 1 << 13  # rows
# Of all rows so many signs are compared, and the others only of the most promising: one in 25, and all of a small
# library. docs/retrieval.md says what is lost by it.
_BEGUN_WORDS = 3  # 192 signs: what differs of them fits into a byte
_FAR = 255
_ENDED_OF = 25
_FEWEST_ENDED = 16_384
_GONE = 0  # as a document's number: the row is not there any more


def words_for(dimensions: int) -> int:
    """Return how many 64-bit words hold the signs of a vector."""
    return (dimensions + 63) // 64


def quantised(vector: Floats) -> bytes:
    """Return a vector as the store keeps it: its scale and int8 values, so that value = scale * int8."""
    import numpy as np  # noqa: PLC0415 - loaded with the first vector, not with the window

    scale = float(np.abs(vector).max()) / 127 or 1.0
    values: bytes = np.rint(vector / scale).astype(np.int8).tobytes()
    return struct.pack("<f", scale) + values


def signs(vectors: Floats) -> Words:
    """Return the sign bits of (n, dimensions) vectors as (n, words)."""
    import numpy as np  # noqa: PLC0415 - as above

    rows, dimensions = vectors.shape
    packed = np.zeros((rows, words_for(dimensions) * _WORD_BYTES), np.uint8)
    bits = np.packbits(vectors > 0, axis=1)
    packed[:, : bits.shape[1]] = bits
    return packed.view("<u8")


def keep_vectors(
    connection: Connection, embedder_id: int, passages: Sequence[tuple[int, int]], vectors: Floats, done_to: int
) -> None:
    """Keep the vectors of `passages` (number and document, in growing order) and how far the embedder has come."""
    import numpy as np  # noqa: PLC0415 - as above

    if passages:
        connection.executemany(
            "INSERT OR REPLACE INTO vector (embedder_id, passage_id, quantised) VALUES (?, ?, ?)",
            [(embedder_id, passage, quantised(row)) for (passage, _), row in zip(passages, vectors, strict=True)],
        )
        records = np.hstack([np.array(passages, "<u8").reshape(-1, _HEAD_WORDS), signs(vectors)]).astype("<u8")
        connection.execute(
            "INSERT OR REPLACE INTO sign_block (embedder_id, first, last, records) VALUES (?, ?, ?, ?)",
            (embedder_id, passages[0][0], passages[-1][0], records.tobytes()),
        )
    connection.execute("UPDATE embedder SET done_to = max(done_to, ?) WHERE id = ?", (done_to, embedder_id))


def forget_vectors(connection: Connection, document_id: int) -> None:
    """Take the vectors of a document's passages out, of every embedder."""
    found = list(connection.execute("SELECT min(id), max(id) FROM passage WHERE document_id = ?", (document_id,)))
    first, last = found[0]
    if first is None:
        return
    connection.execute(
        "DELETE FROM vector WHERE embedder_id IN (SELECT id FROM embedder) AND passage_id IN "
        "(SELECT id FROM passage WHERE document_id = ?)",
        (document_id,),
    )
    blocks: Any = list(
        connection.execute(
            "SELECT e.id, b.first, b.records, e.dimensions FROM embedder AS e JOIN sign_block AS b "
            "ON b.embedder_id = e.id WHERE b.first <= ? AND b.last >= ?",
            (last, first),
        )
    )
    for embedder_id, block, records, dimensions in blocks:
        size = (_HEAD_WORDS + words_for(dimensions)) * _WORD_BYTES
        mine = struct.pack("<Q", document_id)
        each = (records[at : at + size] for at in range(0, len(records), size))
        kept = b"".join(record for record in each if record[_WORD_BYTES : 2 * _WORD_BYTES] != mine)
        if kept:
            connection.execute(
                "UPDATE sign_block SET records = ? WHERE embedder_id = ? AND first = ?", (kept, embedder_id, block)
            )
        else:
            connection.execute("DELETE FROM sign_block WHERE embedder_id = ? AND first = ?", (embedder_id, block))


class Stored(NamedTuple):
    """Vectors as the store keeps them (n, 4 + dimensions), and whose they are."""

    passages: list[int]
    table: NDArray[np.uint8]

    def similarities(self, query: Floats) -> list[tuple[int, float]]:
        """Return their cosines to `query`, nearest first."""
        import numpy as np  # noqa: PLC0415 - as above

        cosines = _cosines(self.table, query)
        order = np.argsort(-cosines, kind="stable").tolist()
        values = cosines.tolist()
        return [(self.passages[row], values[row]) for row in order]


class VectorIndex:
    """The vectors of one embedder. Loaded with the first search; takes up what was added since with every later one.

    Memory: 8 bytes a passage for its numbers and one bit a dimension, 56 MB for a million passages of 384. Any thread.
    """

    def __init__(self, embedder_id: int, dimensions: int) -> None:
        self.embedder_id = embedder_id
        self.dimensions = dimensions
        self._words = words_for(dimensions)
        self._lock = threading.Lock()
        self._loaded_to = 0
        self._rows = 0
        self._any_gone = False
        self._sample: tuple[int, NDArray[np.uint8]] | None = None  # of how many rows, and as the store keeps them
        self._bits: list[Words] = []  # each (words, _CHUNK_ROWS): a column a word
        self._passages: list[NDArray[np.uint32]] = []
        self._documents: list[NDArray[np.uint32]] = []

    def __len__(self) -> int:
        return self._rows

    @property
    def memory_bytes(self) -> int:
        """Return what the index takes."""
        return len(self._bits) * _CHUNK_ROWS * _WORD_BYTES * (self._words + 1)

    def refresh(self, connection: Connection) -> None:
        """Take up what was embedded since the last time; loads all at first."""
        with self._lock:
            self._refresh(connection)

    def nearest(
        self, connection: Connection, query: Floats, wanted: int, documents: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """Return up to `wanted` passages, nearest first, with the cosine of the angle to `query` (normalised).

        `documents`: only passages of these; all where None.
        """
        with self._lock:
            self._refresh(connection)
            found: list[tuple[int, float]] = []
            while True:
                rows = self._candidates(query, max(wanted, _CANDIDATES), documents)
                numbers = self._numbers_of(rows)
                found = self.similarities(connection, query, numbers)
                gone = len(numbers) - len(found)
                if gone:
                    self._mark_gone(rows, {passage for passage, _ in found})
                if gone * 2 <= len(numbers):  # else most of what was found is removed: look again, without it
                    break
        return found[:wanted]

    def usual(self, connection: Connection, query: Floats) -> float:
        """Return the cosine to `query` that is usual here, from a sample of all vectors; 0 where it is too small."""
        import numpy as np  # noqa: PLC0415 - as above

        with self._lock:
            self._refresh(connection)
            if self._sample is None or self._rows > _SAMPLE_GROWTH * self._sample[0]:
                step = max(1, self._rows // _SAMPLED)
                numbers = self._numbers_of(np.arange(0, self._rows, step))
                self._sample = self._rows, self.stored(connection, numbers).table
            table = self._sample[1]
        return float(np.median(_cosines(table, query))) if len(table) >= _FEWEST_SAMPLED else 0.0

    def forget(self, documents: Collection[int]) -> None:
        """Wipe the signs of these documents' passages from memory."""
        import numpy as np  # noqa: PLC0415 - as above

        with self._lock:
            self._any_gone, self._sample = True, None
            for bits, owners in zip(self._bits, self._documents, strict=True):
                gone = np.isin(owners, list(documents))
                bits[:, gone] = 0
                owners[gone] = _GONE

    def similarities(self, connection: Connection, query: Floats, passages: Iterable[int]) -> list[tuple[int, float]]:
        """Return the cosines of those of `passages` that have a vector, nearest first."""
        return self.stored(connection, passages).similarities(query)

    def stored(self, connection: Connection, passages: Iterable[int]) -> Stored:
        """Return the vectors of those of `passages` that have one, as the store keeps them."""
        import numpy as np  # noqa: PLC0415 - as above

        rows: Any = connection.execute(
            "SELECT passage_id, quantised FROM vector "
            "WHERE embedder_id = ? AND passage_id IN (SELECT value FROM json_each(?))",
            (self.embedder_id, json.dumps(sorted(passages))),
        )
        found = list(rows)
        table = np.frombuffer(b"".join([row for _, row in found]), np.uint8).reshape(len(found), 4 + self.dimensions)
        return Stored([number for number, _ in found], table)

    # ------------------------------------------------------------ in memory

    def _refresh(self, connection: Connection) -> None:
        import numpy as np  # noqa: PLC0415 - as above

        new: Any = connection.execute(
            "SELECT last, records FROM sign_block WHERE embedder_id = ? AND first > ? ORDER BY first",
            (self.embedder_id, self._loaded_to),
        )
        width = _HEAD_WORDS + self._words
        for last, records in new:
            table = np.frombuffer(records, "<u8").reshape(-1, width)
            at = 0
            while at < len(table):
                place = self._rows % _CHUNK_ROWS
                if place == 0:
                    self._bits.append(np.zeros((self._words, _CHUNK_ROWS), np.uint64))
                    self._passages.append(np.zeros(_CHUNK_ROWS, np.uint32))
                    self._documents.append(np.zeros(_CHUNK_ROWS, np.uint32))
                part = table[at : at + _CHUNK_ROWS - place]
                end = place + len(part)
                self._passages[-1][place:end] = part[:, 0]
                self._documents[-1][place:end] = part[:, 1]
                self._bits[-1][:, place:end] = part[:, _HEAD_WORDS:].T
                self._rows += len(part)
                at += len(part)
            self._loaded_to = last

    def _candidates(self, query: Floats, wanted: int, documents: Collection[int] | None) -> NDArray[np.int64]:
        """Return the rows of the `wanted` nearest passages by a counting threshold, without a sort."""
        import numpy as np  # noqa: PLC0415 - as above

        query_bits = signs(query.reshape(1, -1))[0]
        allowed = None
        if documents is not None:
            allowed = np.zeros(max((int(part.max()) for part in self._documents), default=0) + 1, bool)
            within = [number for number in documents if number < len(allowed)]
            allowed[within] = True
        begun = np.empty(self._rows, np.uint8)
        for chunk, bits in enumerate(self._bits):
            base = chunk * _CHUNK_ROWS
            filled = min(_CHUNK_ROWS, self._rows - base)
            out = begun[base : base + filled]
            _hamming(bits[:_BEGUN_WORDS, :filled], query_bits, out)
            owners = self._documents[chunk][:filled]
            if allowed is not None:
                out[~allowed[owners]] = _FAR
            elif self._any_gone:
                out[owners == _GONE] = _FAR
        promising = max(wanted, _FEWEST_ENDED, self._rows // _ENDED_OF)
        rows = np.flatnonzero(begun <= _threshold(begun, promising, _FAR - 1))
        distances = begun[rows].astype(np.uint16)
        for chunk, bits in enumerate(self._bits):
            first, end = np.searchsorted(rows, (chunk * _CHUNK_ROWS, (chunk + 1) * _CHUNK_ROWS))
            others = np.take(bits[_BEGUN_WORDS:], rows[first:end] - chunk * _CHUNK_ROWS, axis=1)
            differing = np.bitwise_count(others ^ query_bits[_BEGUN_WORDS:, np.newaxis])
            distances[first:end] += differing.sum(axis=0, dtype=np.uint16)
        bound = _threshold(distances, wanted, self._words * 64)
        nearer, as_near = rows[distances < bound], rows[distances == bound]
        return np.sort(np.concatenate([nearer, as_near[: wanted - len(nearer)]]))

    def _numbers_of(self, rows: NDArray[np.int64]) -> list[int]:
        return [int(self._passages[row // _CHUNK_ROWS][row % _CHUNK_ROWS]) for row in rows.tolist()]

    def _mark_gone(self, rows: NDArray[np.int64], there: set[int]) -> None:
        self._any_gone = True
        for row in rows:
            chunk, place = divmod(int(row), _CHUNK_ROWS)
            if int(self._passages[chunk][place]) not in there:
                self._documents[chunk][place] = _GONE


def _threshold(distances: NDArray[np.uint8] | NDArray[np.uint16], wanted: int, most: int) -> int:
    """Return the least distance that `wanted` rows do not exceed, `most` where there are not so many.

    Guessed from a part of the rows and then stepped to: counting how many are below a bound is quick, counting how many
    there are of each distance is not.
    """
    import numpy as np  # noqa: PLC0415 - as above

    part = np.sort(distances[:: max(1, len(distances) // _GUESSED_FROM)])
    bound = int(part[min(wanted * len(part) // max(1, len(distances)), len(part) - 1)]) if len(part) else 0
    while bound > 0 and np.count_nonzero(distances < bound) >= wanted:
        bound -= 1
    while bound < most and np.count_nonzero(distances <= bound) < wanted:
        bound += 1
    return min(bound, most)


def _cosines(table: NDArray[np.uint8], query: Floats) -> Floats:
    """Return the cosines to `query` of rows as the store keeps them."""
    import numpy as np  # noqa: PLC0415 - as above

    scales = table[:, :4].copy().view("<f4")[:, 0]
    cosines: Floats = (table[:, 4:].view(np.int8).astype(np.float32) @ query) * scales
    return cosines


def _hamming(bits: Words, query_bits: Words, out: NDArray[np.uint8]) -> None:
    """Write how many bits differ from `query_bits` for each column of `bits` (words, n; at most three words)."""
    import numpy as np  # noqa: PLC0415 - as above

    scratch, counted = np.empty(_SLICE_ROWS, np.uint64), np.empty(_SLICE_ROWS, np.uint8)
    for start in range(0, bits.shape[1], _SLICE_ROWS):
        distances = out[start : start + _SLICE_ROWS]
        part, count = scratch[: len(distances)], counted[: len(distances)]
        distances[:] = 0
        for word in range(len(bits)):
            np.bitwise_xor(bits[word, start : start + len(distances)], query_bits[word], out=part)
            np.bitwise_count(part, out=count)
            np.add(distances, count, out=distances)
