"""Nothing readable without the key: not in the file, its log, the copies; not after deleting; not in memory."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from paddock.vault.connection import Connection
from tests.vault.children import run
from tests.vault.doubles import make_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.vault.key import Key
    from paddock.vault.vault import Vault

CANARIES = ["zyxwombat-kiwi", "Größenwahn-Otter", "秘密の合言葉"]


def files_with(folder: Path, words: list[str]) -> list[tuple[str, str]]:
    """Return each file that holds a word in UTF-8 or UTF-16."""
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        found += [
            (path.name, word)
            for word in words
            if any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))
        ]
    return found


def plain_pages(path: Path, key: Key) -> bytes:
    """Return every page of the store decrypted, the free ones too (sqlite3_serialize reads them one by one)."""
    store = Connection(path, key, writes=False)
    try:
        return store._db.serialize("main")
    finally:
        store.close()


def test_the_words_are_in_no_file(vault: Vault, schema: Path, folder: Path, opened: Callable[[], Vault]) -> None:
    with vault.write() as db:
        db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
        for word in CANARIES * 200:
            db.execute("INSERT INTO note (text) VALUES (?)", (word,))
            db.execute("INSERT INTO words VALUES (?)", (word,))
        list(db.execute("SELECT DISTINCT text FROM note ORDER BY text || random()"))  # sorts in temporary storage
        assert files_with(folder, [*CANARIES, "CREATE TABLE", "SQLite format 3"]) == []
    assert (folder / "paddock.db-wal").stat().st_size > 50_000
    vault.backup_if_due()
    assert files_with(folder, [*CANARIES, "CREATE TABLE", "SQLite format 3"]) == []
    vault.lock()
    make_schema(schema, "ALTER TABLE note ADD COLUMN later INTEGER;")
    again = opened()
    assert len(list((folder / "backups").glob("*.db"))) == 2
    assert files_with(folder, [*CANARIES, "CREATE TABLE", "SQLite format 3"]) == []
    again.lock()
    assert files_with(folder, [*CANARIES, "CREATE TABLE", "SQLite format 3"]) == []


def test_what_was_deleted_is_gone_from_the_pages_too(vault: Vault, folder: Path, key: Key) -> None:
    with vault.write() as db:
        for number in range(300):
            db.execute("INSERT INTO note VALUES (?, ?)", (number, f"stays {number} " + "s" * 100))
        db.execute("INSERT INTO note VALUES (1000, ?)", ("zyxwombat-short",))
        db.execute("INSERT INTO note VALUES (1001, ?)", ("zyxwombat-long" * 10_000,))
    vault.empty_log()
    assert b"zyxwombat" in plain_pages(folder / "paddock.db", key), "the search sees what is there"
    with vault.write() as db:
        db.execute("DELETE FROM note WHERE id >= 1000")
    assert vault.empty_log()
    assert (folder / "paddock.db-wal").stat().st_size == 0
    pages = plain_pages(folder / "paddock.db", key)
    assert b"stays 299" in pages
    assert b"zyxwombat" not in pages
    assert len(pages) > 150_000, "the freed pages are part of what was searched"


def test_a_reader_keeps_the_log_from_being_cut_and_it_says_so(
    vault: Vault, folder: Path, opened: Callable[[], Vault]
) -> None:
    other = opened()
    with other.read() as db:
        list(db.execute("SELECT * FROM note"))
        with vault.write() as writer:
            writer.execute("INSERT INTO note (text) VALUES ('new')")
        assert not vault.empty_log()
    assert vault.empty_log()
    assert (folder / "paddock.db-wal").stat().st_size == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/self/mem")
def test_after_locking_the_key_is_not_in_memory(folder: Path, schema: Path) -> None:
    status, said = run("look_for_key_in_memory", folder=folder, schema=schema)
    assert status == 0
    while_open, locked = said
    assert while_open["key"] > while_open["control"], "the search finds a key that is in use"
    assert locked["key"] <= locked["control"]
