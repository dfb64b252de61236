"""Collections, lists, removal for good, coverage: what the store of documents does beside being filled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from paddock.errors import UserError
from paddock.library.coverage import Coverage, ranges, sentence
from paddock.library.index import Index
from paddock.library.ingest import Ingest
from paddock.library.shelf import NotInLibrary
from paddock.library.store import SCHEMA, LibraryStore
from paddock.library.types import Changed, Scope
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.library.doubles import KEY, ScriptedReader, rows, write_script
from tests.vault.test_secrecy import plain_pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import Clock
    from tests.library.doubles import NotingIndex

TakeIn = Any


def test_collections_are_made_renamed_listed_and_removed(store: LibraryStore, vault: Vault) -> None:
    changes: list[object] = []
    vault.subscribe(changes.append)
    letters = store.create_collection("  Letters  of\t1900 ")
    assert letters.name == "Letters of 1900"
    assert store.create_collection("accounts").documents == 0
    assert [one.name for one in store.collections()] == ["accounts", "Letters of 1900"]
    store.rename_collection(letters.id, "letters of 1900")
    assert store.collection_named("LETTERS OF 1900").id == letters.id
    with pytest.raises(UserError, match="already"):
        store.create_collection("Accounts")
    with pytest.raises(UserError, match="needs a name"):
        store.create_collection(" \n")
    store.set_embedder(letters.id, "all-minilm")
    assert store.collection(letters.id).embedder == "all-minilm"
    store.remove_collection(letters.id, with_documents=False)
    with pytest.raises(NotInLibrary):
        store.collection(letters.id)
    with pytest.raises(NotInLibrary):
        store.rename_collection(letters.id, "x")
    with pytest.raises(NotInLibrary, match="no collection named"):
        store.collection_named("Letters of 1900")
    assert Changed("collections", letters.id) in changes


def test_a_folders_name_that_is_no_text_or_hides_something_names_a_collection(store: LibraryStore) -> None:
    assert store.create_collection("Akten \udcff\u202etxt").name == "Akten \ufffdtxt"
    assert store.collection_named("akten \udcfftxt").documents == 0
    with pytest.raises(UserError, match="needs a name"):
        store.create_collection("\u202e")


def test_a_document_goes_in_and_out_of_collections(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    one, two = store.create_collection("One"), store.create_collection("Two")
    take_in(write_script(files / "a.txt"), collection=one.id)
    (document,) = store.documents()
    store.put_into(two.id, [document.id, 999])
    assert store.collections_of(document.id) == (one.id, two.id)
    assert store.collection(two.id).documents == 1
    store.take_out_of(one.id, [document.id])
    assert store.documents(Scope(collections=(one.id,))) == []
    assert store.documents(Scope(collections=(one.id, two.id))) == [document]
    assert store.documents(Scope(collections=(one.id,), documents=(document.id,))) == [document], "together"
    with pytest.raises(NotInLibrary):
        store.put_into(999, [document.id])


def test_removing_a_collection_takes_only_its_own_documents_along(
    store: LibraryStore, take_in: TakeIn, files: Path
) -> None:
    one, two = store.create_collection("One"), store.create_collection("Two")
    take_in(write_script(files / "a.txt", salt="a"), collection=one.id)
    take_in(write_script(files / "b.txt", salt="b"), collection=one.id)
    shared = store.documents()[1]
    store.put_into(two.id, [shared.id])
    assert store.remove_collection(one.id, with_documents=True) == 1
    assert store.documents() == [shared]


def test_lists_come_in_pieces(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    for number in range(7):
        write_script(files / f"{number}.txt", salt=str(number), pages=2)
    take_in(files)
    everything = store.documents()
    assert store.documents(limit=3, offset=2) == everything[2:5]
    assert store.documents_with([everything[4].id, 999, everything[1].id]) == [everything[1], everything[4]]
    first = everything[0]
    assert [(one.number, one.label, one.outcome) for one in store.outlines(first.id)] == [
        (1, "p. 1", "read"), (2, "p. 2", "read"),
    ]  # fmt: skip
    assert store.pages(first.id) == [store.page(first.id, 1), store.page(first.id, 2)]
    assert store.pages(first.id, first=2, limit=1) == [store.page(first.id, 2)]
    assert store.texts(first.id) == [(page.number, page.text) for page in store.pages(first.id)]
    assert [number for number, _ in store.texts(first.id, first=2)] == [2]
    assert store.document_with_content(first.sha256) == first
    assert store.document_with_content("00" * 32) is None
    for missing in (lambda: store.page(first.id, 3), lambda: store.document(999)):
        with pytest.raises(NotInLibrary):
            missing()


def test_what_is_removed_is_in_no_page_of_the_file(
    store: LibraryStore, take_in: TakeIn, files: Path, vault: Vault, tmp_path: Path, index: NotingIndex
) -> None:
    write_script(files / "wombatfile.pdf", pages=70, salt="zyxwombat")
    write_script(files / "other.pdf", pages=70, salt="stays-here")
    take_in(files, collection=store.create_collection("Zoo").id)
    gone = store.documents()[1]
    assert gone.name == "wombatfile.pdf"
    with vault.read() as db:
        key = vault._key
        assert b"zyxwombat" in db._db.serialize("main"), "the search sees what is there"
    assert store.remove_documents([gone.id, 999]) == 1
    assert (tmp_path / "library" / "paddock.db-wal").stat().st_size == 0
    plain = plain_pages(tmp_path / "library" / "paddock.db", key)
    assert b"stays-here" in plain
    assert b"zyxwombat" not in plain
    assert b"wombatfile" not in plain
    assert index.scrubs == 1
    assert rows(vault, "SELECT DISTINCT document_id FROM noted") == [(store.documents()[0].id,)]
    with pytest.raises(NotInLibrary):
        store.document(gone.id)


def test_what_is_removed_is_in_no_index_either(tmp_path: Path, files: Path, clock: Clock) -> None:
    """With the real index: no passage, and no word among those of the documents that stay."""
    vault = Vault.open(tmp_path / "indexed", Key.from_hex(KEY), clock, schema=SCHEMA)
    store = LibraryStore(vault, clock, Index())
    for number in range(12):
        write_script(files / f"{number}.pdf", pages=5, salt=f"zyxwombat{number}q")
    ingest = Ingest(store, ScriptedReader, workers=1)
    ingest.add([files])
    assert ingest.wait(20)
    assert vault.empty_log()
    assert b"zyxwombat7q" in plain_pages(tmp_path / "indexed" / "paddock.db", vault._key)
    store.remove_documents([one.id for one in store.documents() if one.name == "7.pdf"])
    plain = plain_pages(tmp_path / "indexed" / "paddock.db", vault._key)
    assert b"zyxwombat6q" in plain
    assert b"wombat7q" not in plain, "the index shortens words by what they share with the word before"
    ingest.close()
    vault.lock()


def test_a_removal_that_could_not_empty_the_log_is_ended_by_tidy(
    store: LibraryStore, take_in: TakeIn, files: Path, vault: Vault, tmp_path: Path
) -> None:
    take_in(write_script(files / "a.pdf", salt="zyxwombat"))
    take_in(write_script(files / "b.pdf", salt="b"))
    with vault.read() as db:
        list(db.execute("SELECT * FROM document"))
        assert store.remove_documents([store.documents()[0].id]) == 1
        assert (tmp_path / "library" / "paddock.db-wal").stat().st_size > 0
    assert store.tidy()
    assert (tmp_path / "library" / "paddock.db-wal").stat().st_size == 0
    assert b"zyxwombat" not in plain_pages(tmp_path / "library" / "paddock.db", vault._key)


def test_pages_replaced_by_a_new_reading_leave_the_file_too(
    store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path, vault: Vault, tmp_path: Path
) -> None:
    path = write_script(files / "a.pdf", salt="zyxwombat", pages=60)
    take_in(path)
    write_script(path, salt="new words")
    ingest.reread([store.documents()[0].id])
    assert ingest.wait(20)
    assert store.tidy()
    assert b"zyxwombat" not in plain_pages(tmp_path / "library" / "paddock.db", vault._key)


def test_coverage_adds_up(store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path) -> None:
    collection = store.create_collection("Reports")
    write_script(files / "a.pdf", pages=14, salt="a")
    write_script(files / "b.pdf", pages=40, outcomes=dict.fromkeys(range(3, 15), "no_text"))
    write_script(files / "c.pdf", refuse="damaged")
    write_script(files / "d.pdf", password="secret")
    write_script(files / "e.pdf", pages=9, dies_at=6)
    take_in(files, collection=collection.id)
    coverage = store.coverage(Scope(collections=(collection.id,)))
    assert coverage == Coverage(
        documents=5, read_whole=1, in_part=2, refused=2, locked=1, pages=63, pages_read=47, pages_without_text=12,
        pages_recognised=7,
    )  # fmt: skip
    assert coverage.summary() == (
        "47 of 63 pages; 12 scanned without text; 1 file locked with a password; 1 file failed"
    )
    assert not coverage.is_whole
    said = {document.name: words for document, words in store.not_whole(Scope(collections=(collection.id,)))}
    assert said["b.pdf"] == "12 pages of 40 have no text that could be read."
    assert said["c.pdf"] == "This is not a kind of file that can be read."
    assert said["d.pdf"] == "It is locked with a password. Give the password."
    assert said["e.pdf"].startswith("4 pages of 9 were not reached. The reader stopped 2 times")
    assert store.coverage(Scope(documents=())) == Coverage()
    assert store.coverage(Scope(documents=())).summary() == "0 of 0 pages"
    ingest.pause()
    ingest.add([write_script(files / "f.pdf", salt="f")], collection.id)
    assert store.coverage().waiting == 1
    assert store.coverage().summary().endswith("; 1 file still to be read")


def test_every_state_has_its_sentence(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    take_in(write_script(files / "a.pdf", pages=2))
    read = store.documents()[0]
    assert sentence(read) == "Read whole: 2 pages."
    assert sentence(replace(read, state="waiting")) == "Waiting to be read."
    assert sentence(replace(read, state="reading", pages=1_200)) == "Being read: 2 of 1,200 pages so far."
    limit = replace(read, state="part", pages=5, note="Only 2 pages are read.")
    assert sentence(limit) == "3 pages of 5 were not reached. Only 2 pages are read."
    one = replace(read, state="part", pages=1, pages_kept=1, pages_damaged=1, pages_cut=0)
    assert sentence(one) == "1 page of 1 is damaged."
    assert sentence(replace(read, state="refused", note="", next_step="")) == "It could not be read."


def test_page_numbers_are_written_as_people_do() -> None:
    assert ranges([3, 7, 8, 9, 40, 9]) == "3, 7–9, 40"
    assert ranges([]) == ""
    assert ranges(range(1, 100, 2)).endswith("23, …")
