"""Bringing a store up to date: whole or not at all, the old one kept until the new one was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest

from paddock.errors import VaultError
from paddock.vault import vault as vault_module
from paddock.vault.backup import problems_of
from paddock.vault.migrations import read_migrations
from paddock.vault.places import SCHEMA
from paddock.vault.presence import Presence
from paddock.vault.vault import Vault
from tests.vault.children import start
from tests.vault.doubles import make_schema
from tests.vault.timing import kill_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.vault.key import Key
    from tests.vault.conftest import Clock

SECOND = """
ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
UPDATE note SET pinned = 1 WHERE text LIKE 'p%';
"""
# Rebuilds a table others refer to, as sqlite.org/lang_altertable.html describes: needs unchecked references meanwhile.
REBUILD = """
CREATE TABLE note_new (id INTEGER PRIMARY KEY, text TEXT NOT NULL, length INTEGER NOT NULL) STRICT;
INSERT INTO note_new SELECT id, text, length(text) FROM note;
DROP TABLE note;
ALTER TABLE note_new RENAME TO note;
"""
LOSES_ROWS_OTHERS_NEED = "DELETE FROM note WHERE id = 1;"


@pytest.fixture
def filled(folder: Path, schema: Path, key: Key, clock: Clock) -> Path:
    """Return the folder of a store of version 1 with two notes and a tag."""
    vault = Vault.open(folder, key.copy(), clock, schema=schema)
    with vault.write() as db:
        db.execute("INSERT INTO note VALUES (1, 'plain')")
        db.execute("INSERT INTO note VALUES (2, 'other')")
        db.execute("INSERT INTO tag VALUES (1, 'red')")
    vault.lock()
    return folder


def rows(vault: Vault, sql: str) -> list[tuple[object, ...]]:
    with vault.read() as db:
        return list(db.execute(sql))


def version(vault: Vault) -> int:
    with vault.read() as db:
        return db.user_version()


def test_a_store_is_brought_up_to_date_and_the_old_one_lies_among_the_backups(
    filled: Path, schema: Path, key: Key, clock: Clock
) -> None:
    make_schema(schema, SECOND, REBUILD)
    vault = Vault.open(filled, key.copy(), clock, schema=schema)
    assert version(vault) == 3
    assert rows(vault, "SELECT * FROM note") == [(1, "plain", 5), (2, "other", 5)]
    assert rows(vault, "SELECT * FROM tag") == [(1, "red")]
    assert vault.check() == ()
    with pytest.raises(apsw.ConstraintError), vault.write() as db:  # references are checked again
        db.execute("INSERT INTO tag VALUES (99, 'nothing')")
    vault.lock()
    (old,) = (filled / "backups").glob("*.db")
    assert old.name == "2027-01-15-before-0002.db"
    assert problems_of(old, key) == ()


def test_a_store_that_keeps_no_copies_is_brought_up_to_date_without_one_and_older_ones_go(
    filled: Path, schema: Path, key: Key, clock: Clock
) -> None:
    """What was removed of documents would stay in a copy that nobody looks after."""
    make_schema(schema, SECOND)
    Vault.open(filled, key.copy(), clock, schema=schema).lock()
    assert list((filled / "backups").glob("*.db"))
    make_schema(schema, SECOND, REBUILD)
    vault = Vault.open(filled, key.copy(), clock, schema=schema, keeps_copies=False)
    assert version(vault) == 3
    assert rows(vault, "SELECT * FROM tag") == [(1, "red")]
    assert not list((filled / "backups").glob("*.db"))
    vault.lock()


@pytest.mark.parametrize("bad", [LOSES_ROWS_OTHERS_NEED, "INSERT INTO nowhere VALUES (1);", "DROP TABLE"])
def test_a_step_that_fails_its_check_leaves_the_old_store(
    filled: Path, schema: Path, key: Key, clock: Clock, bad: str
) -> None:
    make_schema(schema, SECOND, bad)
    for _ in range(2):  # the second start meets the same and does not pile up copies
        with pytest.raises((VaultError, apsw.SQLError)) as caught:
            Vault.open(filled, key.copy(), clock, schema=schema)
        if isinstance(caught.value, VaultError):
            assert "Nothing was changed" in caught.value.next_step
    assert len(list((filled / "backups").glob("*.db"))) == 1
    (schema / "0003_step.sql").unlink()
    (schema / "0002_step.sql").unlink()
    vault = Vault.open(filled, key.copy(), clock, schema=schema)
    assert version(vault) == 1
    assert rows(vault, "SELECT * FROM note") == [(1, "plain"), (2, "other")]
    vault.lock()


def test_a_store_of_a_newer_program_is_left_alone(filled: Path, schema: Path, key: Key, clock: Clock) -> None:
    make_schema(schema, SECOND)
    Vault.open(filled, key.copy(), clock, schema=schema).lock()
    (schema / "0002_step.sql").unlink()
    before = (filled / "paddock.db").read_bytes()
    with pytest.raises(VaultError, match="newer version"):
        Vault.open(filled, key.copy(), clock, schema=schema)
    assert (filled / "paddock.db").read_bytes() == before


def test_a_store_that_is_open_elsewhere_is_not_changed_under_its_feet(
    filled: Path, schema: Path, key: Key, clock: Clock
) -> None:
    older = Vault.open(filled, key.copy(), clock, schema=schema)
    make_schema(schema, SECOND)
    with pytest.raises(VaultError, match="another Paddock has it open"):
        Vault.open(filled, key.copy(), clock, schema=schema)
    assert version(older) == 1
    older.lock()
    newer = Vault.open(filled, key.copy(), clock, schema=schema)
    assert version(newer) == 2
    newer.lock()


def test_the_copy_comes_before_the_change(
    filled: Path, schema: Path, key: Key, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_copy(*_: object) -> None:
        raise ZeroDivisionError

    make_schema(schema, SECOND)
    monkeypatch.setattr(vault_module, "make_backup", no_copy)
    with pytest.raises(ZeroDivisionError):
        Vault.open(filled, key.copy(), clock, schema=schema)
    monkeypatch.undo()
    (schema / "0002_step.sql").unlink()
    vault = Vault.open(filled, key.copy(), clock, schema=schema)
    assert version(vault) == 1
    vault.lock()


def test_numbers_without_gaps(tmp_path: Path) -> None:
    folder = make_schema(tmp_path / "steps", SECOND)
    assert [(step.number, step.name) for step in read_migrations(folder)] == [(1, "step"), (2, "step")]
    (folder / "0004_later.sql").write_text("SELECT 1;", encoding="utf-8")
    with pytest.raises(ValueError, match="without gaps"):
        read_migrations(folder)


def test_the_programs_own_steps_make_a_sound_store(folder: Path, key: Key, clock: Clock) -> None:
    vault = Vault.open(folder, key.copy(), clock)
    assert version(vault) == len(read_migrations(SCHEMA)) >= 1
    assert vault.check() == ()
    vault.lock()


@pytest.mark.slow
def test_killed_at_any_moment_of_a_change_the_store_opens(
    filled: Path, schema: Path, key: Key, clock: Clock, opened: Callable[[], Vault]
) -> None:
    """20 rounds: a migration is killed at moments spread over its run, then a second start runs it to its end."""
    vault = opened()
    with vault.write() as db:
        db.executemany("INSERT INTO note (text) VALUES (?)", [("p" * 900,) for _ in range(20_000)])
    vault.lock()
    saved = (filled / "paddock.db").read_bytes()
    heavy = "UPDATE note SET text = text || 'x';\n" * 3
    make_schema(schema, heavy)
    outcomes = set()
    for turn in range(20):
        for path in filled.glob("paddock.db*"):
            path.unlink()
        (filled / "paddock.db").write_bytes(saved)
        with start("migrate_until_killed", folder=filled, key=key.hex(), schema=schema, now=clock()) as process:
            assert process.stdout is not None
            assert process.stdout.readline()
            kill_after(process, turn * 0.03)
        with_one_step = Vault(vault._places, key.copy(), clock, Presence(vault._places.presence))
        with with_one_step.read() as db:
            (length,) = {row[0] for row in db.execute("SELECT length(text) FROM note WHERE id > 2")}
            outcomes.add((db.user_version(), length))
        assert with_one_step.check() == ()
        with_one_step.lock()
        after = Vault.open(filled, key.copy(), clock, schema=schema)
        assert version(after) == 2
        assert rows(after, "SELECT count(*) FROM note") == [(20_002,)]
        after.lock()
    assert outcomes <= {(1, 900), (2, 903)}, "never something in between"
