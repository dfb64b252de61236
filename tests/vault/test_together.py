"""Several programs on one store: each knows whether it is alone, all write, none waits for ever."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

import pytest

from paddock.errors import VaultError
from paddock.vault import presence as presence_module
from paddock.vault.presence import Presence
from tests.vault.children import start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.vault.key import Key
    from paddock.vault.vault import Vault
    from tests.vault.conftest import Clock


def test_the_first_is_alone_the_second_is_not(tmp_path: Path) -> None:
    lock_file = tmp_path / "open.lock"
    first = Presence(lock_file)
    assert first.alone
    first.let_others_in()
    second = Presence(lock_file)
    assert not second.alone
    first.leave()
    third = Presence(lock_file)
    assert not third.alone
    second.leave()
    third.leave()
    third.leave()
    last = Presence(lock_file)
    assert last.alone
    last.leave()


def test_at_no_moment_of_letting_others_in_does_the_first_seem_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Presence(tmp_path / "open.lock")
    system, name = ("msvcrt", "locking") if sys.platform == "win32" else ("fcntl", "flock")
    lock = getattr(importlib.import_module(system), name)
    taken = []

    def looked_at(handle: int, *how: int) -> None:
        lock(handle, *how)
        if handle == first._handle:
            other = object.__new__(Presence)
            other._handle = os.open(tmp_path / "open.lock", os.O_RDWR)
            taken.append(other._take_all())
            other.leave()

    monkeypatch.setattr(f"{system}.{name}", looked_at)
    first.let_others_in()
    assert taken
    assert not any(taken)
    first.leave()


def test_who_comes_while_the_store_is_brought_up_to_date_waits_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence_module, "_WAIT_S", 0.1)
    first = Presence(tmp_path / "open.lock")
    with pytest.raises(VaultError, match="keeps the store closed"):
        Presence(tmp_path / "open.lock")
    first.leave()


@pytest.mark.slow
def test_a_killed_program_leaves_no_mark(folder: Path, schema: Path, key: Key, opened: Callable[[], Vault]) -> None:
    with start("hold_open", folder=folder, key=key.hex(), schema=schema) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == '{"was_alone": true}\n'
        beside = opened()
        assert not beside.was_alone
        beside.lock()
        process.kill()
        process.wait(30)
    assert opened().was_alone


@pytest.mark.slow
def test_programs_that_start_and_write_at_once_lose_nothing(
    folder: Path, schema: Path, key: Key, opened: Callable[[], Vault], clock: Clock
) -> None:
    """Four programs make the store, all at the same time, and insert 50 rows each in 50 transactions."""
    jobs = [start("write_rows", folder=folder, key=key.hex(), schema=schema, rows=50, now=clock()) for _ in range(4)]
    for job in jobs:
        with job:
            assert job.wait(60) == 0
    vault = opened()
    with vault.read() as db:
        assert list(db.execute("SELECT count(*), count(DISTINCT text) FROM note")) == [(200, 200)]
    assert vault.check() == ()
