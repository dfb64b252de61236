"""Transfers as tests make them: a small body, a clock that does not wait, and what was told on the way."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING, Any

import pytest

from paddock.errors import UserError
from paddock.fetcher.transfer import Arrived, Download, Progress, transfer

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.https import Network

BODY = random.Random(7).randbytes(400_000)
SHA256 = hashlib.sha256(BODY).hexdigest()


class Patience:
    """A clock that does not wait, and remembers for how long it would have."""

    def __init__(self) -> None:
        self.waited: list[float] = []
        self._now_s = 0.0

    def now_s(self) -> float:
        """Return a time that hardly passes by itself."""
        self._now_s += 0.0001
        return self._now_s

    def wait(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.waited.append(seconds)
        self._now_s += seconds


class Told(list[Progress]):
    """What was told, and the clock it was told by."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Patience()

    def notes(self) -> set[str]:
        """Return what was odd."""
        return {progress.note for progress in self if progress.note}


def fetch(network: Network, target: Path, *urls: str, **wanted: Any) -> tuple[Arrived, Told]:
    """Fetch the body, or what is wanted instead, and return what came of it and what was told."""
    told = Told()
    wanted.setdefault("sha256", SHA256)
    return transfer(Download(tuple(urls), target, **wanted), network, told.append, told.clock), told


def refusal(network: Network, target: Path, *urls: str, told: Told | None = None, **wanted: Any) -> UserError:
    """Return the error, having seen that nothing lies at the name, and that it is said what to do."""
    told = told if told is not None else Told()
    wanted.setdefault("sha256", SHA256)
    with pytest.raises(UserError) as refused:
        transfer(Download(tuple(urls), target, **wanted), network, told.append, told.clock)
    assert not target.exists()
    assert refused.value.what
    assert refused.value.next_step
    return refused.value
