"""The open store: what is written stays, what failed leaves nothing, and locking closes it at once."""

from __future__ import annotations

import stat
import sys
import threading
import time
from typing import TYPE_CHECKING

import apsw
import pytest

from paddock.errors import VaultDamaged, VaultError, VaultLocked
from paddock.vault.key import Key
from paddock.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.vault.conftest import Clock


def texts(vault: Vault) -> list[object]:
    with vault.read() as db:
        return [row[0] for row in db.execute("SELECT text FROM note ORDER BY id")]


def add(vault: Vault, text: str) -> int:
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES (?)", (text,))
        return db.last_insert_rowid()


def fail_after(vault: Vault, *steps: str | Callable[[], object]) -> None:
    """Run statements and calls inside one write block."""
    with vault.write() as db:
        for step in steps:
            if isinstance(step, str):
                db.execute(step)
            else:
                step()


def test_what_was_written_is_there_after_opening_again(opened: Callable[[], Vault]) -> None:
    first = opened()
    number = add(first, "kept")
    first.lock()
    second = opened()
    assert texts(second) == ["kept"]
    with second.write() as db:
        db.execute("UPDATE note SET text = :text WHERE id = :id", {"text": "changed", "id": number})
        assert db.changes() == 1
    assert texts(second) == ["changed"]


def test_the_settings_that_protect_it_are_in_force(vault: Vault) -> None:
    wanted: dict[str, object] = {
        "cipher": "aegis",
        "page_size": 16384,
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "temp_store": 2,  # MEMORY
        "secure_delete": 1,
        "foreign_keys": 1,
        "mmap_size": 0,
    }
    with vault.write() as db:
        found = {name: next(iter(db.execute(f"PRAGMA {name}")))[0] for name in wanted}
    assert found == wanted
    with vault.read() as db, pytest.raises(apsw.ReadOnlyError):
        db._db.execute("DELETE FROM note")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_only_this_user_may_read_the_files(vault: Vault, folder: Path) -> None:
    add(vault, "private")
    assert vault.backup_if_due() is not None
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_a_folder_others_may_read_is_closed_to_them(folder: Path, opened: Callable[[], Vault]) -> None:
    folder.mkdir(mode=0o755)
    opened()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_block_that_fails_leaves_nothing(vault: Vault) -> None:
    add(vault, "before")
    with pytest.raises(ZeroDivisionError):
        fail_after(vault, "INSERT INTO note (text) VALUES ('half')", lambda: 1 / 0)
    with pytest.raises(apsw.ConstraintError):
        fail_after(vault, "INSERT INTO note (text) VALUES ('half')", "INSERT INTO tag VALUES (12345, 'of nothing')")
    assert texts(vault) == ["before"]
    add(vault, "after")
    assert texts(vault) == ["before", "after"]


def test_rows_half_read_do_not_hinder_keeping(vault: Vault) -> None:
    with vault.write() as db:
        db.executemany("INSERT INTO note (text) VALUES (?)", [(str(number),) for number in range(100)])
        next(iter(db.execute("UPDATE note SET text = text || '!' RETURNING id")))
        next(iter(db.execute("SELECT text FROM note")))
    assert texts(vault)[99] == "99!"


def test_a_read_sees_one_state_while_others_write(vault: Vault) -> None:
    add(vault, "one")
    with vault.read() as db:
        assert [row[0] for row in db.execute("SELECT text FROM note")] == ["one"]
        add(vault, "two")
        assert [row[0] for row in db.execute("SELECT text FROM note")] == ["one"]
    assert texts(vault) == ["one", "two"]


def test_a_write_inside_a_write_is_refused_instead_of_waiting_for_itself(vault: Vault) -> None:
    with vault.write(), pytest.raises(RuntimeError, match="inside a write block"), vault.write():
        pass
    with vault.write(), pytest.raises(RuntimeError, match="cannot be locked from inside"):
        vault.lock()
    add(vault, "still works")


def test_changes_are_told_after_they_are_kept_and_only_then(vault: Vault) -> None:
    told: list[tuple[object, list[object]]] = []
    end = vault.subscribe(lambda change: told.append((change, texts(vault))))
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('new')")
        vault.announce("inside")
        assert told == []
    vault.announce("outside")
    with pytest.raises(ZeroDivisionError):
        fail_after(vault, lambda: vault.announce("never"), lambda: 1 / 0)
    with vault.write():
        pass
    assert told == [("inside", ["new"]), ("outside", ["new"])]
    end()
    end()
    vault.announce("unheard")
    assert len(told) == 2


def test_many_threads_read_and_write_at_once(vault: Vault) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(20):
                add(vault, f"{number} {turn}")
                seen = [text for text in texts(vault) if str(text).startswith(f"{number} ")]
                assert len(seen) == turn + 1
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(texts(vault)) == 160
    assert vault.check() == ()


def test_locked_means_closed_wiped_and_openable_again(vault: Vault, opened: Callable[[], Vault], folder: Path) -> None:
    add(vault, "kept")
    assert vault.is_open
    vault.lock()
    vault.lock()
    assert not vault.is_open
    assert vault._key.wiped
    for use in (lambda: texts(vault), lambda: add(vault, "x"), vault.check, vault.backup_if_due, vault.empty_log):
        with pytest.raises(VaultLocked):
            use()
    assert not (folder / "paddock.db-wal").exists(), "the log was moved into the file"
    assert texts(opened()) == ["kept"]


def test_locking_stops_a_long_read_at_once(vault: Vault) -> None:
    reading = threading.Event()
    outcome: list[BaseException] = []

    def read_for_long() -> None:
        try:
            with vault.read() as db:
                endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
                reading.set()
                list(db.execute(endless))
        except BaseException as error:  # noqa: BLE001 - looked at below
            outcome.append(error)

    thread = threading.Thread(target=read_for_long)
    thread.start()
    assert reading.wait(10)
    started = time.process_time()
    vault.lock()
    thread.join(60)
    assert time.process_time() - started < 2  # the read computes for as long as it lives
    assert len(outcome) == 1
    assert isinstance(outcome[0], VaultLocked)


def test_locking_lets_a_write_finish(vault: Vault, opened: Callable[[], Vault]) -> None:
    writing, locking = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with vault.write() as db:
            db.execute("INSERT INTO note (text) VALUES ('first half')")
            writing.set()
            locking.wait(10)
            db.execute("INSERT INTO note (text) VALUES ('second half')")

    thread = threading.Thread(target=write_slowly)
    thread.start()
    assert writing.wait(10)
    locker = threading.Thread(target=vault.lock)
    locker.start()
    while vault.is_open:  # until the lock has begun
        locker.join(0.001)
    locking.set()
    locker.join(10)
    thread.join(10)
    assert vault._key.wiped
    assert texts(opened()) == ["first half", "second half"]


def test_a_thread_that_sits_on_a_read_does_not_keep_the_store_open(vault: Vault, opened: Callable[[], Vault]) -> None:
    sitting, leave = threading.Event(), threading.Event()
    outcome: list[BaseException] = []

    def sit() -> None:
        try:
            with vault.read() as db:
                sitting.set()
                leave.wait(30)
                list(db.execute("SELECT * FROM note"))
        except BaseException as error:  # noqa: BLE001 - looked at below
            outcome.append(error)

    thread = threading.Thread(target=sit)
    thread.start()
    assert sitting.wait(10)
    vault.lock()
    assert vault._key.wiped
    leave.set()
    thread.join(10)
    assert isinstance(outcome[0], VaultLocked)
    assert opened().check() == ()


def test_a_wrong_key_is_refused_and_harms_nothing(
    vault: Vault, opened: Callable[[], Vault], folder: Path, schema: Path, clock: Clock
) -> None:
    add(vault, "kept")
    vault.lock()
    before = (folder / "paddock.db").read_bytes()
    wrong = Key.new()
    with pytest.raises(VaultDamaged) as caught:
        Vault.open(folder, wrong, clock, schema=schema)
    assert "another key" in caught.value.why
    assert wrong.wiped
    assert (folder / "paddock.db").read_bytes() == before
    assert texts(opened()) == ["kept"]


def test_two_open_at_once_see_each_others_work(opened: Callable[[], Vault]) -> None:
    window, command = opened(), opened()
    assert window.was_alone
    assert not command.was_alone
    add(window, "from the window")
    add(command, "from the command line")
    assert texts(window) == texts(command) == ["from the window", "from the command line"]
    window.lock()
    assert not opened().was_alone
    command.lock()


def test_a_writer_that_never_ends_is_named(opened: Callable[[], Vault], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paddock.vault.connection._BUSY_LIMIT_MS", 50)
    one, other = opened(), opened()
    with one.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('first')")
        with pytest.raises(VaultError, match="Another Paddock is writing"):
            add(other, "second")
    add(other, "third")
    assert texts(one) == ["first", "third"]


def test_opening_is_quick_and_needs_no_slow_library() -> None:
    """Measured: 0.3 to 1 ms on two server cores; the bound leaves room for a busy machine, not for a second import."""
    import subprocess
    import tempfile

    from tests.vault.children import ROOT

    program = """
import sys, time, tempfile, pathlib
from paddock.vault.custody import Custody
from paddock.vault.keyring_door import system_keyring
from paddock.vault.vault import Vault
from paddock.vault.key import Key
folder, key = pathlib.Path(sys.argv[1]), Key.new()
Custody(folder, system_keyring()).state()
Vault.open(folder, key.copy(), time.time).lock()
started = time.perf_counter()
vault = Vault.open(folder, key, time.time)
print((time.perf_counter() - started) * 1000)
slow = {"cryptography", "keyring", "secretstorage", "jeepney", "sqlite3", "ssl", "asyncio"} & set(sys.modules)
print(sorted(slow))
vault.lock()
"""
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            [sys.executable, "-c", program, folder],
            env={"PYTHONPATH": str(ROOT / "desktop")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
    assert said[1] == "[]"
    assert float(said[0]) < 50
