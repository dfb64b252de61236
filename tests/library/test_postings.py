"""Ranking in memory: the same order and scores as FTS5's own, whatever was added, removed or merged before."""

from __future__ import annotations

import random
import shutil
import threading
from typing import TYPE_CHECKING, Any

import pytest

from paddock.library.index import Index
from paddock.library.postings import (
    TOKENIZER,
    PassageTable,
    counts_within,
    first_passages,
    owners,
    quoted,
    ranked,
    read_postings,
)
from paddock.library.search import Search
from paddock.library.store import SCHEMA, LibraryStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.library.doubles import KEY, rows
from tests.library.shelved import add_document, add_page, shelve

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [f"word{number}" for number in range(40)]


def fill(vault: Vault, documents: int, seed: int = 3) -> None:
    """Put documents in whose words are common and rare and whose passages are short and long."""
    chance = random.Random(seed)

    def page() -> str:
        size = chance.choice([1, 4, 30, 300])
        return " ".join(WORDS[min(39, int(chance.expovariate(0.15)))] for _ in range(size))

    first = 1 + rows(vault, "SELECT coalesce(max(id), 0) FROM document")[0][0]
    shelve(
        vault,
        {f"{WORDS[number % 7]} {number}": [page() for _ in range(3)] for number in range(first, first + documents)},
        first,
    )


def both(vault: Vault, terms: list[str], table: PassageTable, limit: int = 10_000) -> tuple[Any, Any]:
    """Return what is found in memory, and by FTS5's own ranking."""
    with vault.read() as connection:
        postings = [read_postings(connection, term) for term in terms]
        mine = ranked(postings, table.known(connection), limit)
        theirs = list(
            connection.execute(
                "SELECT rowid, -bm25(passage_words) AS score FROM passage_words WHERE passage_words MATCH ? "
                "ORDER BY score DESC, rowid LIMIT ?",
                (" OR ".join(quoted(term) for term in terms), limit),
            )
        )
    return mine, theirs


def assert_alike(vault: Vault, table: PassageTable) -> None:
    for terms in (["word0"], ["word39"], ["word1", "word0", "word20"], WORDS, ["no", "word3"], ["no"]):
        mine, theirs = both(vault, terms, table)
        assert [number for number, _ in mine] == [number for number, _ in theirs]
        assert [score for _, score in mine] == pytest.approx([score for _, score in theirs], rel=1e-9)


def test_order_and_scores_are_those_of_the_full_text_index(indexed: Vault) -> None:
    fill(indexed, 40)
    table = PassageTable()
    assert_alike(indexed, table)
    fill(indexed, 15, seed=4)
    assert_alike(indexed, table)
    assert_alike(indexed, PassageTable())


def test_what_is_removed_is_ranked_no_more_and_changes_what_is_usual(indexed: Vault) -> None:
    fill(indexed, 40)
    table = PassageTable()
    assert_alike(indexed, table)
    store = LibraryStore(indexed, lambda: 1.0, Index())
    gone = rows(indexed, "SELECT id FROM passage WHERE document_id IN (1, 7, 40)")
    store.remove_documents([1, 7, 40])
    for known in (table, PassageTable()):
        assert_alike(indexed, known)
        found = {number for number, _ in both(indexed, WORDS, known)[0]}
        assert found
        assert not found & {number for (number,) in gone}
    fill(indexed, 3, seed=5)
    assert_alike(indexed, table)


def test_the_best_are_returned_and_of_equals_the_first(indexed: Vault) -> None:
    shelve(indexed, {f"{number}": ["A well."] for number in range(9)})
    table = PassageTable()
    assert [number for number, _ in both(indexed, ["well"], table, 4)[0]] == [1, 2, 3, 4]
    shelve(indexed, {"more": ["A well and a well."]}, first=10)
    assert [number for number, _ in both(indexed, ["well"], table, 3)[0]] == [10, 1, 2]


def test_only_passages_of_the_documents_meant_are_returned(indexed: Vault) -> None:
    shelve(indexed, {f"{number}": ["A well.", "A well."] for number in range(6)})
    with indexed.read() as connection:
        postings, known = [read_postings(connection, "well")], PassageTable().known(connection)
        assert [number for number, _ in ranked(postings, known, 50, [2, 5])] == [3, 4, 9, 10]
        assert ranked(postings, known, 50, []) == []


def test_letters_are_folded_as_in_the_index(indexed: Vault) -> None:
    shelve(indexed, {"one": ["Überschwemmung, überall. Ё"], "two": ["uberall"]})
    with indexed.read() as connection:
        assert connection.words("überal", TOKENIZER) == ("uberal",)
        assert read_postings(connection, "überal").passages.tolist() == [1, 2]
    declared = rows(indexed, "SELECT sql FROM sqlite_schema WHERE name = 'passage_words'")[0][0]
    name, *options = TOKENIZER
    written = " ".join([name, *(f"'{option}'" if " " in option else option for option in options)])
    assert f'tokenize = "{written}"' in declared


@pytest.mark.parametrize("term", ["left-wall", 'le"ft wall'])
def test_what_the_index_takes_for_several_words_is_found_where_they_follow_each_other(
    indexed: Vault, term: str
) -> None:
    shelve(indexed, {"one": ["The left wall."], "two": ["wall left"], "three": ["le ft wall left wall left wall"]})
    with indexed.read() as connection:
        postings = read_postings(connection, term)
        assert postings.passages.tolist() == first_passages(connection, term, 9).tolist() != []
        assert set(postings.times.tolist()) == {1}
        assert read_postings(connection, "-").passages.tolist() == []


def test_where_words_stand_is_known_by_document(indexed: Vault) -> None:
    shelve(indexed, {"a": ["A well.", "Rain."], "b": ["Rain."], "c": ["A well.", "The wells, a well.", "No."]})
    with indexed.read() as connection:
        postings, known = read_postings(connection, "well"), PassageTable().known(connection)
        assert postings.passages.tolist() == [1, 4, 5]
        assert postings.times.tolist() == [1, 1, 2]
        assert owners(known, postings.passages) == 2
        assert counts_within(postings, known, [3, 2, 1, 77]) == [2, 0, 1, 0]
        nowhere = read_postings(connection, "nowhere")
        assert (owners(known, nowhere.passages), counts_within(nowhere, known, [3, 1])) == (0, [0, 0])
        assert first_passages(connection, "well", 2).tolist() == [1, 4]


def test_passages_of_thousands_of_words_and_long_headings_have_their_length(indexed: Vault) -> None:
    with indexed.write() as connection:
        add_document(connection, 1, " ".join(["heading"] * 200))
        add_page(connection, Index(), 1, 1, "well")
        connection.execute(
            "INSERT INTO passage (id, document_id, page, first, last, kind, place, headings, header) "
            "VALUES (7, 1, 2, 0, 1, 'code', '', '[]', '')"
        )
        connection.execute(
            "INSERT INTO passage_words (rowid, context, body) VALUES (7, 'well', ?)", ("a well " * 20_000,)
        )
    mine, theirs = both(indexed, ["well"], PassageTable())
    assert [score for _, score in mine] == pytest.approx([score for _, score in theirs], rel=1e-9)


def test_an_empty_library_has_nothing_to_rank(indexed: Vault) -> None:
    with indexed.read() as connection:
        known = PassageTable().known(connection)
        assert (known.passages, known.last) == (0, 0)
        assert ranked([read_postings(connection, "well")], known, 10) == []
        assert ranked([], known, 10) == []


def test_many_threads_may_rank_while_another_adds(indexed: Vault) -> None:
    fill(indexed, 10)
    table = PassageTable()
    wrong: list[object] = []

    def rank() -> None:
        for _ in range(20):
            mine, theirs = both(indexed, ["word0", "word5"], table)
            if [number for number, _ in mine] != [number for number, _ in theirs]:
                wrong.append(mine)

    threads = [threading.Thread(target=rank) for _ in range(3)]
    for thread in threads:
        thread.start()
    for seed in range(8):
        fill(indexed, 4, seed)
    for thread in threads:
        thread.join()
    assert wrong == []
    assert_alike(indexed, table)


def test_a_library_made_before_is_brought_up_to_date(tmp_path: Path) -> None:
    older = tmp_path / "schema"
    shutil.copytree(SCHEMA, older)
    (older / "0005_vocabulary.sql").unlink()
    vault = Vault.open(tmp_path / "library", Key.from_hex(KEY), lambda: 1.0, schema=older)
    shelve(vault, {"one": ["A well."], "two": ["Rain."]})
    vault.lock()
    vault = Vault.open(tmp_path / "library", Key.from_hex(KEY), lambda: 1.0, schema=SCHEMA)
    try:
        assert [hit.title for hit in Search(vault).find("wells")] == ["one"]
        assert vault.check() == ()
    finally:
        vault.lock()
