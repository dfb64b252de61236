"""A damaged store: said plainly, the newest good backup offered and restored, and nothing deleted."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from paddock.errors import KeyLost, VaultDamaged, VaultError
from paddock.vault.custody import Custody
from paddock.vault.key import Key
from paddock.vault.recovery import restore_backup, start_anew
from paddock.vault.vault import Vault
from tests.vault.children import run
from tests.vault.doubles import QUICK, DictKeyring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.vault.conftest import Clock


@pytest.fixture
def backed_up(vault: Vault, folder: Path) -> Path:
    """Return the folder of a store with 2 backed-up notes, 1 later note, and nothing in its log."""
    for text in ("first", "x" * 100_000):
        with vault.write() as db:
            db.execute("INSERT INTO note (text) VALUES (?)", (text,))
    assert vault.backup_if_due() is not None
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('after the backup')")
    vault.lock()
    return folder


def use_all(vault: Vault) -> list[object]:
    with vault.read() as db:
        return [row[0] for row in db.execute("SELECT text FROM note ORDER BY id")]


def damages(content: bytes) -> list[bytes]:
    """Return 60 damaged forms: single changed bytes, overwritten stretches, cuts; all with one seed."""
    chance = random.Random(20_270_115)
    forms = []
    for _ in range(30):
        changed = bytearray(content)
        changed[chance.randrange(24, len(content))] ^= 1 << chance.randrange(8)
        forms.append(bytes(changed))
    for _ in range(15):
        start = chance.randrange(len(content))
        length = chance.randrange(1, 40_000)
        forms.append((content[:start] + chance.randbytes(length) + content[start + length :])[: len(content)])
    forms += [content[: chance.randrange(len(content))] for _ in range(13)]
    return [*forms, b"", b"SQLite format 3\x00" + bytes(4096)]


def found_at_opening_or_check(opened: Callable[[], Vault]) -> Path | str | None:
    """Return the backup that opening offers, or "the check" where only reading all of it finds the damage."""
    try:
        vault = opened()
    except VaultDamaged as error:
        return error.backup
    problems = vault.check()
    vault.lock()
    return "the check" if problems else None


def test_damage_anywhere_is_found_and_the_backup_brings_it_back(
    backed_up: Path, opened: Callable[[], Vault], key: Key
) -> None:
    store = backed_up / "paddock.db"
    content = store.read_bytes()
    (backup,) = (backed_up / "backups").glob("*.db")
    for number, damaged in enumerate(damages(content)):
        store.write_bytes(damaged)
        assert found_at_opening_or_check(opened) in {backup, "the check"}, f"damage {number} was not found"
        assert store.read_bytes() == damaged, "nothing is moved until the person says so"
        aside = restore_backup(backed_up, backup, key, 1_000.0 + number)
        assert (aside / "paddock.db").read_bytes() == damaged
        assert aside.parent.name == "aside"
        restored = opened()
        assert use_all(restored) == ["first", "x" * 100_000]
        assert restored.check() == ()
        restored.lock()
    assert len(list((backed_up / "aside").iterdir())) == 60


def test_damage_met_while_reading_offers_the_backup(backed_up: Path, opened: Callable[[], Vault]) -> None:
    store = backed_up / "paddock.db"
    content = bytearray(store.read_bytes())
    content[-100] ^= 1
    store.write_bytes(content)
    vault = opened()
    with pytest.raises(VaultDamaged) as caught:
        use_all(vault)
    assert caught.value.backup is not None
    assert "Restore the backup of 2027-01-15" in caught.value.next_step


def test_the_newest_good_one_is_offered_not_the_newest(
    backed_up: Path, opened: Callable[[], Vault], clock: Clock
) -> None:
    (good,) = (backed_up / "backups").glob("*.db")
    content = bytearray(good.read_bytes())
    content[len(content) // 2] ^= 1
    good.with_name("2027-01-16.db").write_bytes(content)
    good.with_name("2027-01-17.db").write_bytes(b"")
    (backed_up / "paddock.db").write_bytes(b"gone")
    with pytest.raises(VaultDamaged) as caught:
        opened()
    assert caught.value.backup == good
    good.unlink()
    with pytest.raises(VaultDamaged) as caught:
        opened()
    assert caught.value.backup is None
    assert "There is no good backup" in caught.value.next_step


def test_a_missing_file_is_not_taken_for_a_first_start(backed_up: Path, opened: Callable[[], Vault]) -> None:
    (backed_up / "paddock.db").unlink()
    with pytest.raises(VaultDamaged, match="missing or empty"):
        opened()
    assert not (backed_up / "paddock.db").exists()


def test_a_log_of_the_damaged_file_is_not_read_into_the_restored_one(
    vault: Vault, opened: Callable[[], Vault], folder: Path, key: Key
) -> None:
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('old')")
    backup = vault.backup_if_due()
    assert backup is not None
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('only in the log')")
    log = (folder / "paddock.db-wal").read_bytes()
    vault.lock()
    (folder / "paddock.db-wal").write_bytes(log)
    aside = restore_backup(folder, backup, key, 0.0)
    assert (aside / "paddock.db-wal").read_bytes() == log
    assert use_all(opened()) == ["old"]


def test_a_bad_backup_is_not_restored(backed_up: Path, key: Key, tmp_path: Path) -> None:
    before = (backed_up / "paddock.db").read_bytes()
    bad = tmp_path / "bad.db"
    bad.write_bytes(before[:30_000])
    for backup, with_key in ((bad, key), (next((backed_up / "backups").glob("*.db")), Key.new())):
        with pytest.raises(VaultDamaged, match="This backup cannot be used"):
            restore_backup(backed_up, backup, with_key, 0.0)
    assert (backed_up / "paddock.db").read_bytes() == before


def test_nothing_is_replaced_under_another_programs_feet(
    backed_up: Path, opened: Callable[[], Vault], key: Key
) -> None:
    vault = opened()
    with pytest.raises(VaultError, match="Another Paddock"):
        restore_backup(backed_up, next((backed_up / "backups").glob("*.db")), key, 0.0)
    with pytest.raises(VaultError, match="Another Paddock"):
        start_anew(backed_up, 0.0)
    assert use_all(vault)[-1] == "after the backup"


def test_starting_anew_keeps_everything_aside_and_openable(folder: Path, schema: Path, clock: Clock) -> None:
    keyring = DictKeyring()
    key = Custody(folder, keyring, QUICK).create_with_keyring()
    old = Vault.open(folder, key, clock, schema=schema)
    with old.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('from before')")
    old.backup_if_due()
    old.lock()
    items, keyring.items = keyring.items, {}
    with pytest.raises(KeyLost):
        Custody(folder, keyring, QUICK).unlock()
    aside = start_anew(folder, clock())
    assert Custody(folder, keyring, QUICK).state() == "none"
    new = Vault.open(folder, Custody(folder, keyring, QUICK).create_with_keyring(), clock, schema=schema)
    assert use_all(new) == []
    new.lock()
    assert len(list((aside / "backups").glob("*.db"))) == 1
    keyring.items.update(items)  # the keyring was found again
    found = Vault.open(aside, Custody(aside, keyring, QUICK).unlock(), clock, schema=schema)
    assert use_all(found) == ["from before"]
    found.lock()


@pytest.mark.slow
def test_killed_at_any_step_of_a_restore_the_store_is_the_damaged_or_the_restored_one(
    backed_up: Path, opened: Callable[[], Vault], key: Key, tmp_path: Path
) -> None:
    damaged = bytearray((backed_up / "paddock.db").read_bytes())
    damaged[20_000] ^= 1
    (backed_up / "paddock.db").write_bytes(damaged)
    (backup,) = (backed_up / "backups").glob("*.db")
    good = backup.read_bytes()
    finished = False
    outcomes = set()
    for step in range(1, 60):
        folder = tmp_path / f"round {step}"
        shutil.copytree(backed_up, folder)
        status, _ = run(
            "restore_and_die", folder=folder, key=key.hex(), backup=folder / "backups" / backup.name, die_at=step
        )
        now = (folder / "paddock.db").read_bytes()
        assert now in {bytes(damaged), good}
        outcomes.add(now == good)
        if now == good:
            kept = list((folder / "aside").glob("*/paddock.db"))
            assert [path.read_bytes() for path in kept] == [bytes(damaged)]
        restore_backup(folder, folder / "backups" / backup.name, key, 0.0)  # trying again works
        assert (folder / "paddock.db").read_bytes() == good
        if status == 0:
            finished = True
            break
    assert finished
    assert outcomes == {True, False}
