"""The store: searching 100,000 messages, and giving out a chat of 5,000."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path

from paddock.chat.store import ChatStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.benchmarks.figures import Figure
from tests.chat.generator import COMMON, fill, texts

MESSAGES = 100_000
LONG_CHAT = 5_000


def figures() -> list[Figure]:
    """Fill an encrypted store in a temporary folder and ask it rare, common, prefix and Chinese words."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault.open(Path(folder), Key.new(), time.time)
        try:
            fill(vault, MESSAGES, LONG_CHAT)
            store = ChatStore(vault, time.time)
            took = [_timed(lambda query=query: store.search(query)) for query in _queries()]
            first = store.chats()[0]
            opened = statistics.median(_timed(lambda: store.branch(first.id)) for _ in range(5))
        finally:
            vault.lock()
    return [
        Figure(
            "search over 100,000 messages, slowest of 60 queries", max(took), "ms", 50, at_most=True,
            measured=f"median {statistics.median(took):.1f} ms",
        ),
        Figure("reading a chat of 5,000 messages out of the store", opened, "ms", 300, at_most=True),
    ]  # fmt: skip


def _queries() -> list[str]:
    chance = random.Random(7)
    said = list(texts(200, seed=1))
    latin = [chance.choice(text.split()) for text in said if " " in text]
    han = [text[at : at + 2] for text in said if " " not in text for at in (chance.randrange(290),)]
    return [*latin[:20], *(word[:3] for word in latin[20:30]), *han[:20], *COMMON]


def _timed(work: object) -> float:
    assert callable(work)
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
