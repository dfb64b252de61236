"""Killed at any moment: what was kept stays kept, the store opens, and the key is never lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from paddock.errors import WrongPassphrase
from paddock.vault.custody import Custody
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.vault.children import run, start
from tests.vault.doubles import QUICK
from tests.vault.timing import kill_after, kill_in_mid_work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow


def test_fifty_killed_writers_lose_nothing_they_had_kept(
    folder: Path, schema: Path, key: Key, opened: Callable[[], Vault]
) -> None:
    chance = random.Random(50)
    kept = 0
    for turn in range(50):
        with start("write_until_killed", folder=folder, key=key.hex(), schema=schema, seed=turn) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == str(kept + 1)
            kept = kill_in_mid_work(process, chance, 6)[-1]
        vault = opened()
        assert vault.was_alone
        with vault.read() as db:
            blocks = list(db.execute("SELECT id / 5, count(*) FROM note GROUP BY 1 ORDER BY 1"))
        assert all(count == 5 for _, count in blocks), "a block is there whole or not at all"
        assert [number for number, _ in blocks] == list(range(1, len(blocks) + 1))
        assert kept <= len(blocks) <= kept + 1, "one more may be kept and not told yet"
        kept = len(blocks)
        if turn % 10 == 9:
            assert vault.check() == ()
        vault.lock()
    assert kept > 100


def test_killed_while_changing_the_passphrase_one_of_the_two_opens(folder: Path) -> None:
    chance = random.Random(20)
    key = Custody(folder, None, QUICK).create_with_passphrase("passphrase 0")
    number = 0
    for _ in range(25):
        with start("change_until_killed", folder=folder, number=number) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == str(number)
            number = kill_in_mid_work(process, chance, 2)[-1]
        custody = Custody(folder, None, QUICK)
        try:
            assert custody.unlock(f"passphrase {number + 1}") == key
            number += 1
        except WrongPassphrase:
            assert custody.unlock(f"passphrase {number}") == key
    assert number >= 25


def test_a_change_cut_off_before_any_file_operation_leaves_exactly_one_passphrase(tmp_path: Path) -> None:
    outcomes = []
    for step in range(1, 80):
        folder = tmp_path / str(step)
        key = Custody(folder, None, QUICK).create_with_passphrase("old")
        status, _ = run("change_and_die", folder=folder, die_at=step)
        custody = Custody(folder, None, QUICK)
        opens = []
        for words in ("old", "new"):
            try:
                assert custody.unlock(words) == key
                opens.append(words)
            except WrongPassphrase:
                continue
        assert len(opens) == 1
        outcomes += opens
        assert (folder / "custody.json").read_bytes() == (folder / "backups" / "custody.json").read_bytes()
        if status == 0:
            break
    else:
        pytest.fail("the change never ran to its end")
    assert outcomes == sorted(outcomes, reverse=True), "old up to one moment, new from then on"
    assert set(outcomes) == {"old", "new"}


def test_a_first_start_cut_off_before_any_file_operation_can_be_made_again(tmp_path: Path) -> None:
    for step in range(1, 80):
        folder = tmp_path / str(step)
        status, _ = run("create_and_die", folder=folder, die_at=step)
        custody = Custody(folder, None, QUICK)
        if custody.state() == "none":
            custody.create_with_passphrase("words")
        assert custody.unlock("words").hex()
        if status == 0:
            break
    else:
        pytest.fail("the first start never ran to its end")


def test_a_first_opening_killed_at_any_moment_can_be_made_again(tmp_path: Path, schema: Path) -> None:
    chance = random.Random(30)
    for turn in range(20):
        folder, key = tmp_path / str(turn), Key.new()
        about = {"folder": folder, "key": key.hex(), "schema": schema}
        with start("migrate_until_killed", **about) as process:
            assert process.stdout is not None
            assert process.stdout.readline()
            kill_after(process, chance.uniform(0, 0.03))
        vault = Vault.open(folder, key, lambda: 0.0, schema=schema)
        with vault.write() as db:
            db.execute("INSERT INTO note (text) VALUES ('works')")
        assert vault.check() == ()
        vault.lock()
