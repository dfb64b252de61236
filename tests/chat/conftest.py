"""A chat store over a real vault in a temporary folder, with a clock the test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.chat.store import ChatStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "7f" * 32


class Clock:
    """Unix seconds that pass only when told: one second each time it is read, so that no two things are at once."""

    def __init__(self) -> None:
        self.now = 1_780_000_000.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    opened = Vault.open(tmp_path / "vault", Key.from_hex(KEY), clock)
    yield opened
    opened.lock()


@pytest.fixture
def store(vault: Vault, clock: Clock) -> ChatStore:
    return ChatStore(vault, clock)
