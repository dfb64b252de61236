"""From a file to its pages in the store: order, batches, pausing, stopping, passwords, deaths, full disks."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from paddock.errors import Cancelled, ReaderDied, UserError
from paddock.library.coverage import sentence
from paddock.library.ingest import Ingest
from paddock.library.store import LibraryStore
from paddock.library.types import Changed, Scope
from tests.library.doubles import NotingIndex, Script, ScriptedReader, page_of, rows, text_of, write_script

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.library.ingest import Progress
    from paddock.vault.vault import Vault

TakeIn = Any


def check_whole(vault: Vault, script: Script, document_id: int) -> None:
    """Look that store and index hold the script's pages, once each, and that the document's counts are true."""
    expected = [(number, text_of(script, number)) for number in range(1, script.pages + 1)]
    assert rows(vault, "SELECT number, text FROM page WHERE document_id = ? ORDER BY number", [document_id]) == expected
    assert (
        rows(vault, "SELECT number, text FROM noted WHERE document_id = ? ORDER BY number", [document_id]) == expected
    )
    check_counts(vault)


def check_counts(vault: Vault) -> None:
    """Look that what the documents' rows count is what their pages are."""
    counted = """
        SELECT document_id, count(*) AS kept, total(outcome = 'empty') AS empty, total(outcome = 'no_text') AS no_text,
            total(outcome = 'damaged') AS damaged, total(outcome = 'cut') AS cut, total(recognised) AS recognised,
            total(characters) AS characters
        FROM page GROUP BY document_id"""
    wrong = rows(
        vault,
        f"""SELECT d.id FROM document AS d LEFT JOIN ({counted}) AS p ON p.document_id = d.id WHERE
        (d.pages_kept, d.pages_empty, d.pages_no_text, d.pages_damaged, d.pages_cut, d.pages_recognised, d.characters)
        <> (ifnull(p.kept, 0), ifnull(p.empty, 0), ifnull(p.no_text, 0), ifnull(p.damaged, 0), ifnull(p.cut, 0),
        ifnull(p.recognised, 0), ifnull(p.characters, 0))""",  # noqa: S608 - our names
    )
    assert wrong == []


def test_a_document_is_read_page_by_page(
    store: LibraryStore, vault: Vault, take_in: TakeIn, files: Path, told: list[Progress]
) -> None:
    collection = store.create_collection("Reports")
    path = write_script(files / "a.pdf", pages=120, salt="alpha")
    take_in(path, collection=collection.id)
    (document,) = store.documents(Scope(collections=(collection.id,)))
    assert (document.state, document.format, document.title, document.name) == ("read", "script", "alpha", "a.pdf")
    assert (document.pages, document.pages_kept, document.draws) == (120, 120, True)
    assert document.languages == ("eng",)
    check_whole(vault, Script(pages=120, salt="alpha"), document.id)
    page = store.page(document.id, 7)
    sent = page_of(Script(pages=120, salt="alpha"), 7)
    assert page == type(sent)(
        **{name: getattr(sent, name) for name in sent.__struct_fields__ if name != "id"}, id=page.id
    )
    assert [one.path for one in store.sources(document.id)] == [path]
    assert rows(vault, "SELECT * FROM job") == []
    assert rows(vault, "SELECT * FROM dropped") == []
    assert (told[-1].state, told[-1].files_done, told[-1].files) == ("idle", 1, 1)
    assert told[-1].pages_done == told[-1].pages == 120


def test_folders_are_looked_through(store: LibraryStore, ingest: Ingest, files: Path) -> None:
    write_script(files / "sub" / "deep" / "a.txt", salt="a")
    write_script(files / "b.txt", salt="b")
    write_script(files / ".hidden" / "c.txt", salt="c")
    write_script(files / ".d.txt", salt="d")
    write_script(files / "~$b.docx", salt="e")
    found = ingest.add([files])
    assert ingest.wait(20)
    assert (found.queued, found.hidden, found.links) == (2, 3, 0)
    assert [one.name for one in store.documents()] == ["a.txt", "b.txt"]
    assert set(found.documents) == {one.id for one in store.documents()}


@pytest.mark.skipif(sys.platform == "win32", reason="making a link is a privilege there")
def test_links_in_folders_are_not_followed_and_counted(store: LibraryStore, ingest: Ingest, files: Path) -> None:
    write_script(files / "sub" / "a.txt", salt="a")
    (files / "sub" / "loop").symlink_to(files)
    (files / "outside").symlink_to("/etc/hostname")
    found = ingest.add([files])
    assert ingest.wait(20)
    assert (found.queued, found.links) == (1, 2)
    assert [one.name for one in store.documents()] == ["a.txt"]


def test_the_same_content_is_one_document(store: LibraryStore, ingest: Ingest, files: Path) -> None:
    first = store.create_collection("First")
    second = store.create_collection("Second")
    one = write_script(files / "one.txt", salt="same", pages=3)
    two = write_script(files / "two.txt", salt="same", pages=3)
    assert ingest.add([one], first.id).queued == 1
    assert ingest.wait(20)
    found = ingest.add([two], second.id)
    assert (found.queued, found.duplicates) == (0, 1)
    (document,) = store.documents()
    assert found.documents == (document.id,)
    assert [source.path for source in store.sources(document.id)] == [one, two]
    assert store.collections_of(document.id) == (first.id, second.id)
    again = ingest.add([files], first.id)
    assert (again.queued, again.known, again.duplicates) == (0, 2, 0)


def test_what_is_dropped_on_no_collection_is_a_document_too(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    take_in(write_script(files / "chat.txt", salt="chat"))
    (document,) = store.documents()
    assert store.collections_of(document.id) == ()
    assert store.documents(Scope(documents=(document.id,), formats=("script",))) == [document]
    assert store.documents(Scope(documents=())) == []
    assert store.documents(Scope(formats=("pdf",))) == []
    assert store.documents(Scope(since=document.modified_at, until=document.modified_at + 1)) == [document]
    assert store.documents(Scope(until=document.modified_at)) == []


def test_pages_that_cannot_be_read_make_it_part(
    store: LibraryStore, take_in: TakeIn, files: Path, vault: Vault
) -> None:
    outcomes = {2: "no_text", 3: "damaged", 4: "cut", 5: "empty"}
    take_in(write_script(files / "a.pdf", pages=6, outcomes=outcomes))
    (document,) = store.documents()
    assert document.state == "part"
    assert (document.pages_no_text, document.pages_damaged, document.pages_cut, document.pages_empty) == (1, 1, 1, 1)
    assert [(page.number, page.outcome) for page in store.unread_pages(document.id)] == [
        (2, "no_text"), (3, "damaged"), (4, "cut"),
    ]  # fmt: skip
    check_counts(vault)


def test_an_empty_page_is_no_lack(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    take_in(write_script(files / "a.pdf", pages=3, outcomes={2: "empty"}))
    assert store.documents()[0].state == "read"


def test_a_refused_file_says_why_and_the_others_are_read(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    write_script(files / "1.txt", salt="1")
    write_script(files / "2.bin", refuse="unknown_format")
    write_script(files / "3.txt", salt="3")
    take_in(files)
    assert [(one.name, one.state, one.reason) for one in store.documents()] == [
        ("1.txt", "read", ""), ("2.bin", "refused", "unknown_format"), ("3.txt", "read", ""),
    ]  # fmt: skip
    assert store.documents()[1].note == "This is not a kind of file that can be read."


def test_a_password_is_asked_for_used_and_not_kept(
    store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    take_in(write_script(files / "locked.pdf", pages=2, password="zebra-crossing", salt="locked"))
    (document,) = store.documents()
    assert document.needs_password
    ingest.retry([document.id], "wrong-horse")
    assert ingest.wait(20)
    assert store.document(document.id).needs_password
    ingest.retry([document.id], "zebra-crossing")
    assert ingest.wait(20)
    assert store.document(document.id).state == "read"
    assert [call[2] for call in reader.asked if call[0] == "open"] == [None, "wrong-horse", "zebra-crossing"]
    assert "zebra" not in repr(vars(ingest))
    with vault.read() as db:
        assert b"zebra" not in db._db.serialize("main")
    ingest.reread([document.id])
    assert ingest.wait(20)
    assert reader.asked[-1] == ("open", "locked.pdf", None), "forgotten: asked for anew"
    again = store.document(document.id)
    assert (again.state, again.pages_kept, again.needs_password_again) == ("read", 2, True), "what was read stands"
    assert "locked with a password" in sentence(again)
    assert store.texts(document.id)
    ingest.retry([document.id], "zebra-crossing")
    assert ingest.wait(20)
    assert not store.document(document.id).needs_password_again
    write_script(files / "locked.pdf", pages=3, password="zebra-crossing", salt="changed")
    ingest.reread([document.id])
    assert ingest.wait(20)
    assert store.document(document.id).needs_password, "of what it holds now nothing was read"
    assert not store.texts(document.id)


def test_a_reader_that_dies_over_a_second_reading_costs_nothing_that_was_read(
    store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path, reader: ScriptedReader
) -> None:
    take_in(write_script(files / "a.pdf", pages=2))
    (document,) = store.documents()
    before = list(store.texts(document.id))

    def die(_number: int) -> None:
        raise ReaderDied("The reader stopped.")

    reader.at_page = die
    ingest.reread([document.id])
    assert ingest.wait(20)
    after = store.document(document.id)
    assert (after.state, after.pages, after.reason) == ("read", 2, "reader")
    assert list(store.texts(document.id)) == before


def test_a_reader_that_dies_once_goes_on_at_the_next_page(
    store: LibraryStore, take_in: TakeIn, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    take_in(write_script(files / "a.pdf", pages=9, dies_at=6, deaths=1))
    (document,) = store.documents()
    assert document.state == "read"
    assert [call[1] for call in reader.asked if call[0] == "read"] == [1, 6]
    check_whole(vault, Script(pages=9), document.id)


def test_a_file_that_kills_the_reader_twice_is_put_aside_and_can_be_tried_again(
    store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    write_script(files / "a.pdf", pages=9, dies_at=1, deaths=2, salt="refused")
    write_script(files / "b.pdf", pages=9, salt="fine")
    take_in(files)
    bad, good = store.documents()
    assert (bad.state, bad.reason, good.state) == ("refused", "reader", "read")
    assert "stopped over it 2 times" in bad.note
    ingest.retry([bad.id])
    assert ingest.wait(20)
    assert store.document(bad.id).state == "read", "its script has run out of deaths"
    check_whole(vault, Script(pages=9, salt="refused"), bad.id)


def test_pages_had_before_the_reader_died_twice_stand(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    take_in(write_script(files / "a.pdf", pages=9, dies_at=6))
    (document,) = store.documents()
    assert (document.state, document.reason, document.pages_kept, document.pages) == ("part", "reader", 5, 9)
    assert "after page 5" in document.note


def test_a_file_that_cannot_be_opened_is_listed(
    store: LibraryStore, ingest: Ingest, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_script(files / "a.pdf", salt="later")
    denied: set[Path] = {path}
    real = type(path).open

    def opening(self: Path, *arguments: Any, **named: Any) -> Any:
        if self in denied:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **named)

    monkeypatch.setattr(type(path), "open", opening)
    found = ingest.add([path, files / "missing.pdf"])
    assert found.refused == 2
    assert [(one.name, one.state, one.reason) for one in store.documents()] == [
        ("a.pdf", "refused", "unreachable"), ("missing.pdf", "refused", "unreachable"),
    ]  # fmt: skip
    assert "Permission denied" in store.documents()[0].note
    denied.clear()
    ingest.retry([store.documents()[0].id])
    assert ingest.wait(20)
    assert [one.state for one in store.documents()] == ["read", "refused"]


def test_a_pause_keeps_what_was_read_and_goes_on_there(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault, told: list[Progress]
) -> None:
    def at_page(number: int) -> None:
        if number == 71 and not ingest.paused and len(reader.asked) == 2:
            ingest.pause()

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=200)])
    assert ingest.wait(20)
    (document,) = store.documents()
    assert (document.state, document.pages_kept, ingest.progress.state) == ("reading", 70, "paused")
    assert told[-1].state == "paused"
    before = len(told)
    ingest.resume()
    assert ingest.wait(20)
    assert "idle" not in [one.state for one in told[before:-1]], "who pressed the button keeps it under the fingers"
    assert [call[1] for call in reader.asked if call[0] == "read"] == [1, 71]
    assert store.document(document.id).state == "read"
    check_whole(vault, Script(pages=200), document.id)


def test_what_is_stopped_is_out_of_the_queue_until_it_is_retried(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    def at_page(number: int) -> None:
        if number == 61 and len(reader.asked) == 2:
            ingest.stop()

    reader.at_page = at_page
    write_script(files / "a.pdf", pages=90, salt="a")
    write_script(files / "b.pdf", pages=2, salt="b")
    ingest.add([files])
    assert ingest.wait(20)
    first, second = store.documents()
    assert (first.state, second.state) == ("stopped", "stopped")
    assert first.pages_kept == 50, "what was kept in batches stays"
    ingest.retry([first.id, second.id])
    assert ingest.wait(20)
    assert [one.state for one in store.documents()] == ["read", "read"]
    assert ("read", 51, ("eng",)) in reader.asked
    check_whole(vault, Script(pages=90, salt="a"), first.id)


def test_a_document_removed_while_it_is_read_is_gone(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    def at_page(number: int) -> None:
        if number == 60:
            store.remove_documents([one.id for one in store.documents()])

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=500)])
    assert ingest.wait(20)
    assert store.documents() == []
    for everything in ("SELECT * FROM page", "SELECT * FROM noted", "SELECT * FROM job", "SELECT * FROM source"):
        assert rows(vault, everything) == []


def test_a_full_disk_pauses_with_one_sentence_and_loses_nothing(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault, told: list[Progress]
) -> None:
    def limit(pages: int) -> None:
        with vault._writers.borrow() as db:
            db.execute(f"PRAGMA max_page_count={pages}")

    def at_page(number: int) -> None:
        if number == 120:
            limit(rows(vault, "PRAGMA page_count")[0][0])

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=400)])
    assert ingest.wait(20)
    assert ingest.progress.state == "paused"
    assert str(told[-1].trouble).startswith("There is no room on the disk to save.")
    (document,) = store.documents()
    assert document.state == "reading"
    assert document.pages_kept >= 100
    reader.at_page = lambda _number: None
    limit(1_000_000)
    ingest.resume()
    assert ingest.wait(20)
    assert store.document(document.id).state == "read"
    check_whole(vault, Script(pages=400), document.id)
    assert told[-1].trouble is None


def test_a_file_that_changed_while_it_waited_is_read_as_it_is(
    store: LibraryStore, ingest: Ingest, files: Path, vault: Vault
) -> None:
    path = write_script(files / "a.pdf", pages=2, salt="before")
    ingest.pause()
    ingest.add([path])
    write_script(path, pages=3, salt="after")
    ingest.resume()
    assert ingest.wait(20)
    (document,) = store.documents()
    assert (document.state, document.title) == ("read", "after")
    check_whole(vault, Script(pages=3, salt="after"), document.id)


def test_reading_anew_replaces_the_pages(
    store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path, vault: Vault
) -> None:
    path = write_script(files / "a.pdf", pages=60, salt="before")
    take_in(path)
    (document,) = store.documents()
    write_script(path, pages=55, salt="after")
    assert ingest.reread([document.id]).queued == 1
    assert ingest.wait(20)
    assert [one.id for one in store.documents()] == [document.id], "it is the same document, as it is now"
    check_whole(vault, Script(pages=55, salt="after"), document.id)
    assert store.document(document.id).pages == 55
    ingest.reread([document.id])
    assert ingest.wait(20)
    check_whole(vault, Script(pages=55, salt="after"), document.id)


def test_one_of_two_copies_that_changes_becomes_a_document_of_its_own(
    store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path, vault: Vault
) -> None:
    collection = store.create_collection("Both")
    one = write_script(files / "one.pdf", salt="same")
    two = write_script(files / "two.pdf", salt="same")
    take_in(files, collection=collection.id)
    write_script(two, pages=2, salt="other")
    (document,) = store.documents()
    ingest.reread([document.id])
    assert ingest.wait(20)
    old, new = store.documents()
    assert [source.path for source in store.sources(old.id)] == [one]
    assert [source.path for source in store.sources(new.id)] == [two]
    assert store.collections_of(new.id) == (collection.id,)
    check_whole(vault, Script(salt="same"), old.id)
    check_whole(vault, Script(pages=2, salt="other"), new.id)
    write_script(two, salt="same")
    ingest.reread([new.id])
    assert ingest.wait(20)
    assert [one.id for one in store.documents()] == [old.id], "it is a copy again"
    check_whole(vault, Script(salt="same"), old.id)


def test_a_reading_begun_by_another_version_starts_anew(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    def at_page(number: int) -> None:
        if number == 71 and len(reader.asked) == 2:
            ingest.pause()

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=100)])
    assert ingest.wait(20)
    later = ScriptedReader()
    other = Ingest(store, lambda: later, languages=("deu",), workers=1)
    other.start()
    assert other.wait(20)
    assert later.asked[1] == ("read", 1, ("deu",))
    (document,) = store.documents()
    assert document.languages == ("deu",)
    check_whole(vault, Script(pages=100), document.id)


def test_what_is_urgent_is_read_first(store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader) -> None:
    ingest.pause()
    for number in range(3):
        write_script(files / "slow" / f"{number}.pdf", salt=str(number))
    ingest.add([files / "slow"])
    ingest.add([write_script(files / "now.pdf", salt="now")], urgent=True)
    ingest.resume()
    assert ingest.wait(20)
    assert [call[1] for call in reader.asked if call[0] == "open"] == ["now.pdf", "0.pdf", "1.pdf", "2.pdf"]


def test_several_workers_share_the_queue(store: LibraryStore, files: Path, vault: Vault) -> None:
    readers: list[ScriptedReader] = []
    both = threading.Barrier(2, timeout=20)

    def make() -> ScriptedReader:
        reader = ScriptedReader()

        def at_page(number: int) -> None:
            if number == 1 and len(reader.asked) == 2:
                both.wait()

        reader.at_page = at_page
        readers.append(reader)
        return reader

    for number in range(2):
        write_script(files / f"{number}.pdf", pages=120, salt=str(number), padding=1 << 20)
    ingest = Ingest(store, make, workers=2)
    ingest.add([files])
    assert ingest.wait(20)
    assert [reader.closed for reader in readers] == [1, 1], "none lives on where nothing is left to read"
    assert {one.state for one in store.documents()} == {"read"}
    check_counts(vault)


def test_changes_are_announced_in_batches(store: LibraryStore, vault: Vault, ingest: Ingest, files: Path) -> None:
    changes: list[object] = []
    vault.subscribe(changes.append)
    for number in range(300):
        write_script(files / f"{number:03}.txt", salt=str(number))
    ingest.add([files])
    assert ingest.wait(30)
    assert all(isinstance(change, Changed) for change in changes)
    assert len([change for change in changes if isinstance(change, Changed) and change.what == "documents"]) < 20
    named = {number for change in changes if isinstance(change, Changed) for number in change.document_ids}
    assert named == {one.id for one in store.documents()}


def test_a_collection_that_goes_while_it_is_filled_ends_the_adding(
    store: LibraryStore, ingest: Ingest, files: Path, vault: Vault
) -> None:
    write_script(files / "a.txt")
    collection = store.create_collection("Gone")
    store.remove_collection(collection.id, with_documents=True)
    with pytest.raises(UserError):
        ingest.add([files], collection.id)
    assert rows(vault, "SELECT * FROM dropped") == []


def test_a_drop_cut_short_is_gone_on_with(store: LibraryStore, ingest: Ingest, files: Path, vault: Vault) -> None:
    write_script(files / "a.txt", salt="a")
    with vault.write() as db:
        db.execute("INSERT INTO dropped (path, run) VALUES (?, '1:0.00:dead')", (str(files).encode(),))
    ingest.start()
    assert ingest.wait(20)
    assert [one.state for one in store.documents()] == ["read"]
    assert rows(vault, "SELECT * FROM dropped") == []


def test_locking_the_store_ends_the_workers_quietly(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    began = threading.Event()
    go_on = threading.Event()

    def at_page(number: int) -> None:
        if number == 3:
            began.set()
            assert go_on.wait(20)

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=60)])
    assert began.wait(20)
    vault.lock()
    go_on.set()
    assert ingest.wait(20)


def test_progress_comes_at_most_ten_times_a_second(store: LibraryStore, files: Path) -> None:
    now = 0.0
    told: list[tuple[float, Progress]] = []
    reader = ScriptedReader()

    def at_page(_number: int) -> None:
        nonlocal now
        now += 0.01

    reader.at_page = at_page
    ingest = Ingest(
        store, lambda: reader, workers=1, on_progress=lambda one: told.append((now, one)), timer=lambda: now
    )
    ingest.add([write_script(files / "a.pdf", pages=1000)])
    assert ingest.wait(20)
    assert 90 < len(told) < 115
    middle = told[60][1]
    assert middle.state == "reading"
    assert middle.reading == ("a.pdf",)
    assert 80 < middle.pages_per_s < 120
    assert middle.pages == 1000
    assert middle.seconds_left is not None
    assert abs(middle.seconds_left - (1000 - middle.pages_done) / 100) < 1.5


def test_closing_in_the_middle_keeps_what_was_read_and_lets_go(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    began, go_on = threading.Event(), threading.Event()

    def at_page(number: int) -> None:
        if number == 8 and len(reader.asked) == 2:
            began.set()
            assert go_on.wait(20)

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=60)])
    assert began.wait(20)
    closing = threading.Thread(target=ingest.close)
    closing.start()
    while ingest.going:
        threading.Event().wait(0.001)
    go_on.set()
    closing.join(20)
    assert reader.closed
    assert rows(vault, "SELECT run FROM job") == [(None,)]
    assert [(one.state, one.pages_kept) for one in store.documents()] == [("reading", 7)]
    later = Ingest(store, lambda: reader, workers=1)
    later.start()
    assert later.wait(20)
    check_whole(vault, Script(pages=60), store.documents()[0].id)


def test_two_programs_read_different_documents(
    store: LibraryStore, ingest: Ingest, files: Path, reader: ScriptedReader, vault: Vault
) -> None:
    began, go_on = threading.Event(), threading.Event()

    def at_page(number: int) -> None:
        if number == 2 and len(reader.asked) == 2:
            began.set()
            assert go_on.wait(20)

    reader.at_page = at_page
    ingest.add([write_script(files / "a.pdf", pages=60, salt="a", padding=1 << 20)])
    assert began.wait(20)
    theirs = ScriptedReader()
    other = Ingest(LibraryStore(vault, lambda: 0.0, NotingIndex()), lambda: theirs, workers=1)
    other.add([write_script(files / "b.pdf", pages=3, salt="b")])
    assert other.wait(20)
    assert [one.state for one in store.documents()] == ["reading", "read"]
    go_on.set()
    assert ingest.wait(20)
    assert [call[1] for call in theirs.asked if call[0] == "open"] == ["b.pdf"]
    assert [one.state for one in store.documents()] == ["read", "read"]
    check_counts(vault)


def test_stopping_ends_the_looking_through_too(
    store: LibraryStore, ingest: Ingest, files: Path, monkeypatch: pytest.MonkeyPatch, vault: Vault
) -> None:
    for number in range(100):
        write_script(files / f"{number}.pdf", salt=str(number))
    ingest.pause()
    real = store.unchanged

    def unchanged(*arguments: Any) -> Any:
        ingest.stop()
        return real(*arguments)

    monkeypatch.setattr(store, "unchanged", unchanged)
    with pytest.raises(Cancelled):
        ingest.add([files])
    assert store.documents() == []
    assert rows(vault, "SELECT * FROM dropped") == []


def test_a_pause_still_tells_what_is_queued(
    store: LibraryStore, ingest: Ingest, files: Path, told: list[Progress]
) -> None:
    ingest.pause()
    write_script(files / "a.pdf", salt="a")
    ingest.add([files])
    assert (ingest.progress.state, ingest.progress.files, ingest.progress.files_done) == ("paused", 1, 0)


def test_a_reader_that_doubles_a_page_is_not_believed(
    store: LibraryStore, files: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = ScriptedReader()

    def read(*, on_page: Any, **_named: Any) -> None:
        on_page(page_of(Script(pages=3), 2))
        on_page(page_of(Script(pages=3), 2))

    monkeypatch.setattr(reader, "read", read)
    ingest = Ingest(store, lambda: reader, workers=1)
    ingest.add([write_script(files / "a.pdf", pages=3)])
    assert ingest.wait(20)
    (document,) = store.documents()
    assert (document.state, document.reason) == ("part", "reader")
    assert "out of order" in document.note
    check_counts(vault)
