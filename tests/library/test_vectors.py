"""Vectors: int8 rows and sign bits find what comparing all would find; added, removed, loaded anew."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from paddock.library import vectors
from paddock.library.embedders import Identity, enrol
from paddock.library.index import Index
from paddock.library.vectors import VectorIndex, forget_vectors, keep_vectors, quantised, signs, words_for
from tests.library.doubles import rows
from tests.library.shelved import add_document, add_page

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from paddock.vault.vault import Vault

DIMENSIONS = 384


def directions(count: int, seed: int = 1) -> NDArray[np.float32]:
    """Return vectors of length 1 in clusters, as texts about a few hundred subjects lie."""
    chance = np.random.default_rng(seed)
    subjects = chance.standard_normal((max(2, count // 50), DIMENSIONS))
    table = subjects[chance.integers(0, len(subjects), count)] + chance.standard_normal((count, DIMENSIONS))
    return (table / np.linalg.norm(table, axis=1, keepdims=True)).astype("<f4")  # type: ignore[no-any-return]  # numpy's Any


class Kept:
    """Vectors in a store: passage n is row n - 1, ten to a document."""

    def __init__(self, vault: Vault, table: NDArray[np.float32], block: int = 64) -> None:
        self.vault = vault
        self.table = table
        self.id = enrol(vault, Identity("k", "K", table.shape[1]))
        index = Index()
        with vault.write() as connection:
            for number in range(len(table)):
                if number % 10 == 0:
                    add_document(connection, number // 10 + 1, "")
                add_page(connection, index, number // 10 + 1, number % 10 + 1, "x")
        for at in range(0, len(table), block):
            self.keep(at, at + block)

    def keep(self, first: int, end: int) -> None:
        end = min(end, len(self.table))
        passages = [(row + 1, row // 10 + 1) for row in range(first, end)]
        with self.vault.write() as connection:
            keep_vectors(connection, self.id, passages, self.table[first:end], end)

    def nearest(
        self, index: VectorIndex, query: NDArray[np.float32], wanted: int = 10, documents: list[int] | None = None
    ) -> list[int]:
        with self.vault.read() as connection:
            return [passage for passage, _ in index.nearest(connection, query, wanted, documents)]

    def exactly(self, query: NDArray[np.float32], wanted: int = 10) -> list[int]:
        return [int(row) + 1 for row in np.argsort(-(self.table @ query), kind="stable")[:wanted]]


def queries(table: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return questions near some of the vectors."""
    chance = np.random.default_rng(9)
    near = table[chance.integers(0, len(table), count)] + 0.03 * chance.standard_normal((count, table.shape[1]))
    return (near / np.linalg.norm(near, axis=1, keepdims=True)).astype("<f4")  # type: ignore[no-any-return]  # numpy's Any


@pytest.mark.slow
def test_ninety_seven_of_the_hundred_nearest_are_found(indexed: Vault) -> None:
    kept = Kept(indexed, directions(20_000), block=2_000)
    index = VectorIndex(kept.id, DIMENSIONS)
    shares = [len(set(kept.nearest(index, query)) & set(kept.exactly(query))) / 10 for query in queries(kept.table, 50)]
    assert np.mean(shares) >= 0.97


@pytest.mark.slow
def test_where_most_signs_are_left_out_little_is_lost(indexed: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(indexed, directions(20_000), block=2_000)
    index = VectorIndex(kept.id, DIMENSIONS)
    asked = queries(kept.table, 50)
    whole = [kept.nearest(index, query) for query in asked]
    monkeypatch.setattr(vectors, "_FEWEST_ENDED", 0)  # as of a million: a twenty-fifth
    hasty = [kept.nearest(index, query) for query in asked]
    assert np.mean([len(set(some) & set(most)) / 10 for some, most in zip(hasty, whole, strict=True)]) >= 0.97


def test_all_pieces_of_memory_are_looked_through(indexed: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_CHUNK_ROWS", 64)
    monkeypatch.setattr(vectors, "_SLICE_ROWS", 24)
    monkeypatch.setattr(vectors, "_CANDIDATES", 40)
    monkeypatch.setattr(vectors, "_FEWEST_ENDED", 80)
    kept = Kept(indexed, directions(300), block=50)
    index = VectorIndex(kept.id, DIMENSIONS)
    assert [kept.nearest(index, row, 1) for row in kept.table] == [[passage] for passage in range(1, 301)]
    assert len(kept.nearest(index, kept.table[0], 50)) == 50
    assert kept.nearest(index, kept.table[99], 3, [10])[0] == 100


def test_short_vectors_are_compared_whole(indexed: Vault) -> None:
    table = directions(50)[:, :70]
    kept = Kept(indexed, np.ascontiguousarray(table / np.linalg.norm(table, axis=1, keepdims=True)))
    index = VectorIndex(kept.id, 70)
    assert kept.nearest(index, kept.table[7], 50)[0] == 8


def test_of_what_is_as_near_as_the_last_candidate_no_more_is_read_than_wanted(
    indexed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_CANDIDATES", 5)
    kept = Kept(indexed, np.repeat(directions(2), 20, axis=0))
    index = VectorIndex(kept.id, DIMENSIONS)
    with indexed.read() as connection:
        index.refresh(connection)
    assert len(index._candidates(kept.table[0], 5, None)) == 5
    assert len(index._candidates(kept.table[0], 40, None)) == 40


def test_a_row_in_eight_bits_is_the_vector_but_for_a_hair(indexed: Vault) -> None:
    kept = Kept(indexed, directions(60))
    with indexed.read() as connection:
        found = VectorIndex(kept.id, DIMENSIONS).similarities(connection, kept.table[7], range(1, 61))
    exact = kept.table @ kept.table[7]
    assert [passage for passage, _ in found[:1]] == [8]
    assert all(cosine == pytest.approx(exact[passage - 1], abs=0.005) for passage, cosine in found)


def test_a_vector_of_nothing_is_kept_without_harm() -> None:
    assert quantised(np.zeros(DIMENSIONS, "<f4"))[4:] == bytes(DIMENSIONS)


def test_signs_fill_whole_words() -> None:
    assert words_for(384) == 6
    assert words_for(65) == 2
    table = np.array([[1.0] * 70, [-1.0] * 70], "<f4")
    packed = signs(table)
    assert packed.shape == (2, 2)
    assert [int(np.bitwise_count(row).sum()) for row in packed] == [70, 0]


def test_what_is_embedded_later_is_found_by_the_next_search(indexed: Vault) -> None:
    kept = Kept(indexed, directions(90))
    fresh = Kept.__new__(Kept)
    fresh.__dict__ = kept.__dict__ | {"table": np.vstack([kept.table, -kept.table[:1]])}
    index = VectorIndex(kept.id, DIMENSIONS)
    assert kept.nearest(index, kept.table[3], 1) == [4]
    with indexed.write() as connection:
        add_page(connection, Index(), 9, 11, "x")
    with indexed.write() as connection:
        keep_vectors(connection, kept.id, [(91, 9)], fresh.table[90:], 91)
    assert kept.nearest(index, fresh.table[90], 1) == [91]
    assert len(index) == 91


def test_only_the_documents_meant_are_looked_at(indexed: Vault) -> None:
    kept = Kept(indexed, directions(200))
    index = VectorIndex(kept.id, DIMENSIONS)
    found = kept.nearest(index, kept.table[55], 30, [2, 6])
    assert sorted(found) == [*range(11, 21), *range(51, 61)]
    assert found[0] == 56
    assert kept.nearest(index, kept.table[55], 30, []) == []
    assert kept.nearest(index, kept.table[55], 30, [5_000_000]) == []


def test_what_is_removed_is_found_no_more_by_an_index_that_had_it(indexed: Vault) -> None:
    kept = Kept(indexed, directions(600))
    index = VectorIndex(kept.id, DIMENSIONS)
    assert kept.nearest(index, kept.table[33], 1) == [34]
    with indexed.write() as connection:
        for document in (4, 5, 6):
            forget_vectors(connection, document)
    assert not set(kept.nearest(index, kept.table[33], 600)) & set(range(31, 61))
    assert len(kept.nearest(index, kept.table[33], 570)) >= 400
    anew = VectorIndex(kept.id, DIMENSIONS)
    assert kept.nearest(anew, kept.table[33], 5) == kept.nearest(index, kept.table[33], 5)
    assert len(anew) == 570
    assert rows(indexed, "SELECT count(*) FROM vector WHERE passage_id BETWEEN 31 AND 60") == [(0,)]


def test_the_last_vector_of_a_block_takes_the_block_along(indexed: Vault) -> None:
    kept = Kept(indexed, directions(20), block=10)
    with indexed.write() as connection:
        forget_vectors(connection, 1)
        forget_vectors(connection, 2)
        forget_vectors(connection, 77)
    assert rows(indexed, "SELECT (SELECT count(*) FROM sign_block), (SELECT count(*) FROM vector)") == [(0, 0)]
    assert kept.nearest(VectorIndex(kept.id, DIMENSIONS), kept.table[0]) == []


def test_where_most_of_what_is_near_was_removed_the_next_near_are_found(
    indexed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_CANDIDATES", 10)
    kept = Kept(indexed, directions(100))
    index = VectorIndex(kept.id, DIMENSIONS)
    near = kept.nearest(index, kept.table[0], 10)
    with indexed.write() as connection:
        for document in {(passage - 1) // 10 + 1 for passage in near} - {10}:
            forget_vectors(connection, document)
    left = {passage for (passage,) in rows(indexed, "SELECT passage_id FROM vector")}
    assert left
    found = kept.nearest(index, kept.table[0], 10)
    assert found
    assert set(found) <= left


def test_a_million_passages_take_under_a_hundred_megabytes() -> None:
    index = VectorIndex(1, DIMENSIONS)
    index._bits = [np.empty((0, 0), np.uint64)] * -(-1_000_000 // (1 << 16))
    assert index.memory_bytes <= 100_000_000


def test_many_threads_may_search_while_another_adds(indexed: Vault) -> None:
    kept = Kept(indexed, directions(300), block=300)
    table = directions(300, seed=2)
    index = VectorIndex(kept.id, DIMENSIONS)
    wrong: list[object] = []

    def search(at: int) -> None:
        wrong.extend(row for row in range(at, 300, 30) if kept.nearest(index, kept.table[row], 1) != [row + 1])

    threads = [threading.Thread(target=search, args=(at,)) for at in range(3)]
    for thread in threads:
        thread.start()
    for at in range(0, 300, 50):
        with indexed.write() as connection:
            keep_vectors(connection, kept.id, [(1_000 + at + row, 99) for row in range(50)], -table[at : at + 50], 0)
    for thread in threads:
        thread.join()
    assert wrong == []
    assert kept.nearest(index, -table[299], 1) == [1_299]
    assert len(index) == 600


def test_what_is_usual_is_reckoned_from_a_sample(indexed: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    alike = directions(300) + np.float32(0.1)  # as an embedder places texts it knows nothing of
    table = alike / np.linalg.norm(alike, axis=1, keepdims=True)
    kept = Kept(indexed, table)
    index = VectorIndex(kept.id, DIMENSIONS)
    usual = float(np.median(table @ table[5]))
    assert usual > 0.5
    with indexed.read() as connection:
        assert index.usual(connection, table[5]) == pytest.approx(usual, abs=0.05)
        monkeypatch.setattr(vectors, "_SAMPLED", 70)
        fewer = VectorIndex(kept.id, DIMENSIONS)
        assert fewer.usual(connection, table[5]) == pytest.approx(usual, abs=0.05)
        fewer.forget([])  # whatever is forgotten, the sample is drawn anew
        monkeypatch.setattr(vectors, "_FEWEST_SAMPLED", 1000)
        assert fewer.usual(connection, table[5]) == 0.0


def test_a_few_vectors_tell_nothing_of_what_is_usual(indexed: Vault) -> None:
    kept = Kept(indexed, directions(40))
    with indexed.read() as connection:
        assert VectorIndex(kept.id, DIMENSIONS).usual(connection, kept.table[0]) == 0.0
