"""Daily copies: due once a day, checked, seven kept, never in the way of the writer, never plain text."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from paddock.errors import VaultDamaged
from paddock.vault.backup import backups, newest_good, problems_of
from paddock.vault.connection import Connection
from tests.vault.children import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.vault.key import Key
    from paddock.vault.vault import Vault
    from tests.vault.conftest import Clock

DAY_S = 86_400.0


def add(vault: Vault, text: str) -> None:
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES (?)", (text,))


def test_one_a_day_and_seven_kept(vault: Vault, clock: Clock, key: Key) -> None:
    for day in range(10):
        add(vault, f"day {day}")
        made = vault.backup_if_due()
        assert made is not None
        assert vault.backup_if_due() is None
        clock.now += DAY_S
    kept = backups(vault._places)
    assert [path.name for path in kept] == [f"2027-01-{day}.db" for day in range(24, 17, -1)]
    for path, rows in zip(kept, range(10, 3, -1), strict=True):
        assert problems_of(path, key) == ()
        copy = Connection(path, key, writes=False, settled=True)
        assert list(copy.execute("SELECT count(*) FROM note")) == [(rows,)]
        copy.close()
    assert sorted(path.name for path in vault._places.backups.iterdir()) == sorted(path.name for path in kept)


def test_of_one_day_the_copy_written_last_is_the_newest(vault: Vault, key: Key) -> None:
    """Such as the one made before an update, hours after the daily one."""
    daily = vault.backup_if_due()
    assert daily is not None
    before_update = daily.with_name(f"{daily.stem}-before-0002.db")
    before_update.write_bytes(daily.read_bytes())
    for path, written in ((daily, 1_000), (before_update, 2_000)):
        os.utime(path, (written, written))
    assert backups(vault._places) == (before_update, daily)
    assert newest_good(vault._places, key) == before_update


def test_what_is_only_in_the_log_is_in_the_copy(vault: Vault, key: Key, folder: Path) -> None:
    add(vault, "still in the write-ahead log")
    assert (folder / "paddock.db-wal").stat().st_size > 0
    made = vault.backup_if_due()
    assert made is not None
    copy = Connection(made, key, writes=False, settled=True)
    assert list(copy.execute("SELECT text FROM note")) == [("still in the write-ahead log",)]
    copy.close()


def test_the_writer_goes_on_beside_it(vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every commit during a copy of about 60 MB; measured 1 to 10 ms each. Copying blocks of pages waits for nobody.

    A disk that is busy with other things holds up both: then none waits for as long as the copy takes.
    """
    with vault.write() as db:
        db.executemany("INSERT INTO note (text) VALUES (?)", [("z" * 60_000,) for _ in range(1_000)])
    monkeypatch.setattr("paddock.vault.connection._COPY_STEP_PAGES", 4)
    finished = threading.Event()
    failures: list[BaseException] = []

    def back_up() -> None:
        try:
            assert vault.backup_if_due() is not None
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)
        finally:
            finished.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    waits = []
    began = time.perf_counter()
    while not finished.is_set():
        started = time.perf_counter()
        add(vault, "beside")
        waits.append(time.perf_counter() - started)
    thread.join()
    assert failures == []
    assert len(waits) > 3, "the copy was over before the writer could be in its way"
    assert max(waits) < max(1.0, (time.perf_counter() - began) / 2)
    assert newest_good(vault._places, vault._key) is not None


def test_locking_ends_a_backup_and_leaves_no_half_one(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    with vault.write() as db:
        db.executemany("INSERT INTO note (text) VALUES (?)", [("z" * 60_000,) for _ in range(500)])
    started, locking = threading.Event(), threading.Event()
    copy_to = Connection.copy_to

    def slow_copy(self: Connection, path: Path, key: Key, cancelled: Callable[[], bool]) -> bool:
        def cancelled_once_locked() -> bool:
            started.set()
            locking.wait(10)
            while not cancelled():
                locker.join(0.001)
            return True

        return copy_to(self, path, key, cancelled_once_locked)

    monkeypatch.setattr(Connection, "copy_to", slow_copy)
    outcome: list[object] = []
    thread = threading.Thread(target=lambda: outcome.append(vault.backup_if_due()))
    locker = threading.Thread(target=vault.lock)
    thread.start()
    assert started.wait(10)
    locker.start()
    locking.set()
    thread.join(10)
    locker.join(10)
    assert outcome == [None]
    assert list(vault._places.backups.iterdir()) == []


def test_a_damaged_store_is_not_backed_up_and_no_good_copy_is_dropped(
    vault: Vault, clock: Clock, opened: Callable[[], Vault], folder: Path
) -> None:
    add(vault, "x" * 200_000)
    for _ in range(8):
        vault.backup_if_due()
        clock.now += DAY_S
    good = backups(vault._places)
    vault.lock()
    content = bytearray((folder / "paddock.db").read_bytes())
    content[-20_000] ^= 1
    (folder / "paddock.db").write_bytes(content)
    damaged = opened()
    with pytest.raises(VaultDamaged) as caught:
        damaged.backup_if_due()
    assert caught.value.backup == good[0]
    assert backups(damaged._places) == good
    assert not list((folder / "backups").glob("*.part"))


def test_half_written_copies_of_killed_programs_are_cleared_a_day_later(vault: Vault, clock: Clock) -> None:
    folder = vault._places.backups
    folder.mkdir()
    old, new = folder / "2027-01-01.db.00.part", folder / "2027-01-15.db.11.part"
    for path, age_s in ((old, 2 * DAY_S), (new, 60.0)):
        path.touch()
        os.utime(path, (clock.now - age_s, clock.now - age_s))
    vault.backup_if_due()
    assert not old.exists()
    assert new.exists(), "another program may be writing it now"


@pytest.mark.slow
def test_killed_at_any_step_no_unfinished_copy_counts(folder: Path, schema: Path, key: Key, vault: Vault) -> None:
    add(vault, "kept")
    vault.lock()
    for step in range(1, 30):
        for path in (folder / "backups").glob("*"):
            path.unlink()
        status, _ = run("backup_and_die", folder=folder, key=key.hex(), schema=schema, now=vault._clock(), die_at=step)
        for path in backups(vault._places):
            assert problems_of(path, key) == ()
        if status == 0:
            assert step > 4
            break
    else:
        pytest.fail("the backup never ran to its end")
