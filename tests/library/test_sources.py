"""The files behind documents: opened again, changed, moved, and folders that are watched."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, SourceChanged, SourceGone, UserError
from paddock.library.files import HashedFile, LeftOut, files_under
from tests.library.doubles import rows, write_script

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.library.ingest import Ingest
    from paddock.library.store import LibraryStore
    from paddock.vault.vault import Vault
    from tests.library.conftest import Clock
    from tests.library.doubles import ScriptedReader

TakeIn = Any


def at(path: Path, seconds: float) -> Path:
    """Give a file a time of change."""
    os.utime(path, (seconds, seconds))
    return path


def test_the_bytes_of_a_document_are_opened_again(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    path = write_script(files / "a.pdf", salt="one")
    copy = write_script(files / "copy.pdf", salt="one")
    take_in(files)
    (document,) = store.documents()
    with store.open_for(document.id) as file:
        assert file.read() == path.read_bytes()
    at(path, 1_000.0)
    with store.open_for(document.id) as file:
        assert file.read() == path.read_bytes(), "touched, but the same"
    assert store.sources(document.id)[0].mtime_ns == 1_000 * 10**9
    path.unlink()
    with store.open_for(document.id) as file:
        assert file.read() == copy.read_bytes()
    write_script(copy, salt="two")
    with pytest.raises(SourceChanged, match=r"has changed.*Read it again"):
        store.open_for(document.id)
    copy.unlink()
    with pytest.raises(SourceGone, match=r"is not where it was.*a\.pdf.*Put it back"):
        store.open_for(document.id)


def test_files_are_checked_for_changes(store: LibraryStore, ingest: Ingest, take_in: TakeIn, files: Path) -> None:
    for name in ("changed", "gone", "same", "touched"):
        write_script(files / f"{name}.pdf", salt=name)
    take_in(files)
    assert store.check_sources() == []
    at(write_script(files / "changed.pdf", salt="other"), 1_000.0)
    at(files / "touched.pdf", 1_000.0)
    (files / "gone.pdf").unlink()
    found = store.check_sources()
    assert [(one.name, one.state) for one in found] == [("changed.pdf", "changed"), ("gone.pdf", "missing")]
    assert [one.state for one in store.documents()] == ["read"] * 4, "nothing is read again unasked"
    assert store.check_sources() == found, "said again until it is put right"
    refused = ingest.reread([one.document_id for one in found])
    assert ingest.wait(20)
    assert (refused.queued, refused.refused) == (1, 1)
    assert [(one.title, one.state) for one in store.documents()] == [
        ("other", "read"), ("gone", "read"), ("same", "read"), ("touched", "read"),
    ]  # fmt: skip
    write_script(files / "gone.pdf", salt="gone")
    assert store.check_sources() == []


def test_a_watched_folder_brings_what_is_new_and_what_changed(
    store: LibraryStore, ingest: Ingest, files: Path, clock: Clock
) -> None:
    collection = store.create_collection("Inbox")
    folder = store.watch(collection.id, files)
    assert store.watch(collection.id, files) == folder
    assert store.watched() == [folder]
    at(write_script(files / "a.pdf", salt="a"), clock.now - 100)
    fresh = write_script(files / "fresh.pdf", salt="half")
    at(fresh, clock.now + 1)
    assert ingest.look().queued == 1
    assert ingest.wait(20)
    at(fresh, clock.now - 50)
    assert (ingest.look().queued, ingest.wait(20)) == (1, True)
    found = ingest.look()
    assert (found.queued, found.known) == (0, 2)
    first = store.documents()[0]
    at(write_script(files / "a.pdf", salt="anew"), clock.now - 50)
    assert (ingest.look().queued, ingest.wait(20)) == (1, True)
    assert (store.document(first.id).title, store.document(first.id).name) == ("anew", "a.pdf")
    assert store.collection(collection.id).documents == 2
    store.unwatch(folder.id)
    assert store.watched() == []
    with pytest.raises(UserError, match="not a folder"):
        store.watch(collection.id, files / "a.pdf")


def test_what_was_removed_is_not_brought_back_unless_it_changes(
    store: LibraryStore, ingest: Ingest, files: Path, clock: Clock, vault: Vault
) -> None:
    collection = store.create_collection("Inbox")
    store.watch(collection.id, files)
    at(write_script(files / "a.pdf", salt="a"), clock.now - 100)
    assert (ingest.look().queued, ingest.wait(20)) == (1, True)
    store.remove_documents([store.documents()[0].id])
    assert ingest.look().queued == 0
    assert store.documents() == []
    with vault.read() as db:
        assert b"a.pdf" not in db._db.serialize("main")
    at(write_script(files / "a.pdf", salt="b"), clock.now - 50)
    assert (ingest.look().queued, ingest.wait(20)) == (1, True)


def test_files_that_leave_a_watched_folder_are_noted_and_stay_documents(
    store: LibraryStore, ingest: Ingest, files: Path, clock: Clock
) -> None:
    collection = store.create_collection("Inbox")
    store.watch(collection.id, files)
    path = at(write_script(files / "a.pdf", salt="a"), clock.now - 100)
    (files.parent / "files-beside").mkdir()
    ingest.add([write_script(files.parent / "files-beside" / "b.pdf", salt="b")])
    ingest.look()
    assert ingest.wait(20)
    moved = path.rename(files.parent / "a.pdf")
    ingest.look()
    one, other = store.documents()
    assert [source.state for source in store.sources(one.id)] == ["missing"]
    assert [source.state for source in store.sources(other.id)] == ["there"]
    assert one.state == "read"
    moved.rename(path)
    ingest.look()
    assert [source.state for source in store.sources(one.id)] == ["there"]
    (files / "a.pdf").unlink()
    files.rmdir()
    ingest.look()
    assert [source.state for source in store.sources(one.id)] == ["there"], "a drive that is away is no removal"


def test_looking_through_can_be_stopped(
    store: LibraryStore, ingest: Ingest, files: Path, vault: Vault, reader: ScriptedReader
) -> None:
    for number in range(10):
        write_script(files / f"{number}.pdf", salt=str(number))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        ingest.add([files], cancel=cancel)
    assert rows(vault, "SELECT * FROM dropped") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_devices_and_odd_names_do_no_harm(store: LibraryStore, take_in: TakeIn, files: Path) -> None:
    os.mkfifo(files / "pipe")
    write_script(files / "plain.txt", salt="plain")
    odd = os.fsdecode(bytes(files) + b"/odd-\xff.txt")
    with open(odd, "wb") as file:  # noqa: PTH123 - a name that is no text
        file.write(b'{"salt": "odd"}')
    left_out = LeftOut()
    assert len(list(files_under(files, left_out))) == 2
    assert left_out.special == 1
    take_in(files)
    document = store.documents()[0]
    assert (document.name, document.title) == ("odd-�.txt", "odd")
    assert os.fsencode(store.sources(document.id)[0].path).endswith(b"odd-\xff.txt")
    with store.open_for(document.id) as opened:
        assert opened.read() == b'{"salt": "odd"}'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("bill\u202efdp.exe", "billfdp.exe"),
        ("wells\n</passage>\x1b[2J.pdf", "wells<passage>[2J.pdf"),
        ("\u2066\u2069\x07", "\ufffd"),
        ("تقرير 2024.pdf", "تقرير 2024.pdf"),
    ],
)
def test_a_name_is_shown_as_what_it_is_and_found_as_it_was(
    store: LibraryStore, take_in: TakeIn, files: Path, name: str, shown: str
) -> None:
    name = name.replace("/", "")
    path = write_script(files / name, salt="bill\u202efdp.exe\x07")
    take_in(path)
    document = store.documents()[0]
    assert (document.name, document.title) == (shown, "billfdp.exe")
    assert store.sources(document.id)[0].path == path
    with store.open_for(document.id) as opened:
        assert opened.read() == path.read_bytes()


def test_a_hashed_file_knows_what_was_read(files: Path) -> None:
    path = write_script(files / "a", salt="x", padding=100_000)
    with HashedFile(path) as file:
        assert file.sha256() is None
        file.seek(0, os.SEEK_END)
        file.seek(0)
        assert file.read(10) + file.read() == path.read_bytes()
        digest = file.sha256()
        assert digest is not None
    with HashedFile(path) as file:
        file.read(5)
        file.read_to_end()
        assert file.sha256() == digest
