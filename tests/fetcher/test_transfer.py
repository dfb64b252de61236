"""One file over HTTPS: whole and verified at its name, whatever the line does."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING, Any

from paddock.fetcher.transfer import Arrived, Download, Progress, transfer
from tests.fetcher.material import names_in

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.fetcher.https import Network
    from tests.fetcher.server import Shelf

BODY = random.Random(7).randbytes(400_000)
SHA256 = hashlib.sha256(BODY).hexdigest()


class Patience:
    """A clock that does not wait, and remembers for how long it would have."""

    def __init__(self) -> None:
        self.waited: list[float] = []
        self._now_s = 0.0

    def now_s(self) -> float:
        self._now_s += 0.0001
        return self._now_s

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self._now_s += seconds


def fetch(network: Network, target: Path, *urls: str, **wanted: Any) -> tuple[Arrived, list[Progress], Patience]:
    """Fetch, and return what came of it, what was told, and how long it would have waited."""
    told: list[Progress] = []
    clock = Patience()
    wanted.setdefault("sha256", SHA256)
    arrived = transfer(Download(tuple(urls), target, **wanted), network, told.append, clock)
    return arrived, told, clock


def test_a_file_arrives_whole_and_nothing_beside_it(hub: Shelf, network: Network, tmp_path: Path) -> None:
    hub.files["/a.gguf"] = BODY
    target = tmp_path / "models" / "a.gguf"
    arrived, told, _ = fetch(network, target, f"{hub.url}/a.gguf")
    assert target.read_bytes() == BODY
    assert arrived == Arrived(target, SHA256, len(BODY), vouched=True)
    assert names_in(target.parent) == ["a.gguf"]
    assert {progress.stage for progress in told} >= {"connecting", "checking"}
    assert told[-1].total == len(BODY)
