"""The full-text index in one piece: merged while nothing else is to do, and only where it is worth it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from paddock.errors import DiskFull
from paddock.library.embedding import GiveWay
from paddock.library.gathering import gather, merge, piece_sizes
from paddock.library.keeping_up import KeepingUp
from paddock.library.types import Changed
from tests.library.doubles import rows
from tests.library.shelved import shelve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    import pytest

    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

PATIENCE_S = 60.0


def read_one(vault: Vault, number: int, pages: int = 1, own_words: int = 0) -> None:
    """Put one more document in, as a reading does: in a transaction of its own."""
    texts = [
        f"word{number} and page{page} of many " + " ".join(f"own{number}of{page}at{at}" for at in range(own_words))
        for page in range(pages)
    ]
    shelve(vault, {f"Report {number}": texts}, number)


def sizes(vault: Vault) -> list[int]:
    with vault.read() as connection:
        return piece_sizes(connection)


def segments(vault: Vault) -> int:
    """Return how many pieces FTS5 itself keeps words of: each has pages under its number times 2^37 (fts5_index.c)."""
    return int(rows(vault, "SELECT count(DISTINCT id >> 37) FROM passage_words_data WHERE id >> 37 > 0")[0][0])


def yes() -> bool:
    return True


def test_many_pieces_become_one_and_the_same_is_found(indexed: Vault) -> None:
    for number in range(1, 8):
        read_one(indexed, number)
    assert len(sizes(indexed)) == segments(indexed) >= 4
    found = "SELECT rowid, bm25(passage_words) FROM passage_words WHERE passage_words MATCH 'word3 OR page0' ORDER BY 1"
    before = rows(indexed, found)
    gather(indexed, yes)
    assert len(sizes(indexed)) == segments(indexed) == 1
    assert rows(indexed, found) == before
    assert indexed.check() == ()


def test_a_little_beside_much_is_left_to_come_together(indexed: Vault) -> None:
    read_one(indexed, 1, pages=3000)
    merge(indexed)
    for number in range(2, 5):
        read_one(indexed, number)
    before = sizes(indexed)
    assert len(before) == 4
    gather(indexed, yes)
    assert sizes(indexed) == before


def test_it_ends_when_told_and_goes_on_with_the_next_call(indexed: Vault) -> None:
    for number in range(1, 8):
        read_one(indexed, number, pages=100, own_words=100)
    asked: list[int] = []

    def once() -> bool:
        asked.append(1)
        return len(asked) < 2

    gather(indexed, once)
    assert len(asked) == 2
    assert len(sizes(indexed)) > 1
    assert len(rows(indexed, "SELECT rowid FROM passage_words WHERE passage_words MATCH 'page7'")) == 7
    gather(indexed, yes)
    assert len(sizes(indexed)) == 1


def test_a_full_disk_leaves_it_as_it_is(indexed: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 8):
        read_one(indexed, number)
    before = sizes(indexed)

    def full() -> AbstractContextManager[Connection]:
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(indexed, "write", full)
    gather(indexed, yes)
    assert sizes(indexed) == before


def test_it_comes_when_all_is_whole_and_waits_for_an_answer(indexed: Vault) -> None:
    """What is read meanwhile comes first."""
    give_way = GiveWay()
    came, told = threading.Event(), threading.Event()
    answers: list[bool] = []

    def idle(go_on: Callable[[], bool]) -> None:
        came.set()
        answers.append(go_on())
        told.set()

    keeping_up = KeepingUp(indexed, list, give_way, when_idle=idle)

    def idle_while_answering() -> Iterator[None]:
        with give_way.busy():
            keeping_up.start()
            assert came.wait(PATIENCE_S)
            assert not told.is_set()
            yield

    try:
        for _ in idle_while_answering():
            indexed.announce(Changed("documents"))
        assert told.wait(PATIENCE_S)
        assert answers[0] is False
    finally:
        keeping_up.close()
