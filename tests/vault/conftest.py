"""Fixtures of the vault's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.vault.doubles import make_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOON = 1_800_000_000.0  # 2027-01-15 08:00 UTC


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """Return a folder with one migration: tables `note` and `tag`."""
    return make_schema(tmp_path / "schema")


@pytest.fixture
def key() -> Key:
    """Return the key of the store in `folder`; opening wipes copies of it, not this one."""
    return Key.new()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the store's folder, not made yet."""
    return tmp_path / "vault"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands at noon."""
    return Clock()


@pytest.fixture
def opened(folder: Path, schema: Path, key: Key, clock: Clock) -> Iterator[Callable[[], Vault]]:
    """Return a function that opens the store; what it opened is locked at the end."""
    vaults: list[Vault] = []

    def open_it() -> Vault:
        vaults.append(Vault.open(folder, key.copy(), clock, schema=schema))
        return vaults[-1]

    yield open_it
    for vault in vaults:
        vault.lock()


@pytest.fixture
def vault(opened: Callable[[], Vault]) -> Vault:
    """Return an open, empty store."""
    return opened()
