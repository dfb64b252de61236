"""A library of a million passages: opening it, and searching it by words and by meaning at once.

`python -m tests.benchmarks.library_speed [--passages NUMBER]`
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

import dev

from paddock.engine.embedder_client import EmbedderClient
from paddock.library.embedders import Identity, LoadedEmbedder
from paddock.library.gathering import gather
from paddock.library.index import Index
from paddock.library.search import Search
from paddock.library.store import SCHEMA, LibraryStore
from paddock.library.vectors import VectorIndex
from paddock.process.supervisor import worker_command
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.benchmarks.figures import HEADING, Figure
from tests.benchmarks.large_library import DIMENSIONS, fill_library

if TYPE_CHECKING:
    from collections.abc import Sequence

PASSAGES: Final = 1_000_000
WARMING: Final = 100
ASKED: Final = 300
_OPENINGS: Final = 5
_EMBEDDER: Final = "the benchmark's"


def figures(model: Path, passages: int = PASSAGES) -> list[Figure]:
    """Make a library in a temporary folder (1,000,000 passages: about a quarter of an hour, 3 GB), and measure it."""
    with tempfile.TemporaryDirectory() as name:
        folder, key = Path(name), Key.new()
        started_s = time.perf_counter()
        vault = Vault.open(folder, key.copy(), time.time, schema=SCHEMA)
        made = fill_library(vault, passages, _EMBEDDER, WARMING + ASKED)
        gather(vault, lambda: True)  # as the program does when nothing else is to do
        vault.lock()
        took_s = time.perf_counter() - started_s
        return measure(folder, key, model, made.questions, f"made in {took_s / 60:.0f} minutes")


def measure(folder: Path, key: Key, model: Path, questions: Sequence[str], how_made: str) -> list[Figure]:
    """Open the library there and ask it these questions; each is asked once, the first ones to warm up."""
    openings = []
    for _ in range(_OPENINGS):
        started_s = time.perf_counter()
        vault = Vault.open(folder, key.copy(), time.time, schema=SCHEMA)
        LibraryStore(vault, time.time, Index()).tidy()
        openings.append(time.perf_counter() - started_s)
        vault.lock()
    with ExitStack() as stack:
        vault = Vault.open(folder, key.copy(), time.time, schema=SCHEMA)
        stack.callback(vault.lock)
        client = EmbedderClient(worker_command("engine"))
        stack.callback(client.close)
        client.load([model])
        search = Search(vault, LoadedEmbedder(Identity(_EMBEDDER, "benchmark", DIMENSIONS), client))
        took = [_asked(search, question) for question in questions]
        words_alone = Search(vault)
        by_words = [_asked(words_alone, question) for question in questions][WARMING:]
        index = VectorIndex(1, DIMENSIONS)
        with vault.read() as connection:
            index.refresh(connection)
    warm = took[WARMING:]
    late = statistics.quantiles(warm, n=100)[94]
    return [
        Figure(
            f"search over {len(index):,} passages by words and meaning, 95th of 100", late, "ms", 50, at_most=True,
            measured=f"median {statistics.median(warm):.0f} ms, slowest {max(warm):.0f} ms; by words alone 95th "
            f"{statistics.quantiles(by_words, n=100)[94]:.0f} ms; {how_made}",
        ),
        Figure("memory of its vectors' index", index.memory_bytes / 1e6, "MB", 100, at_most=True),
        Figure(
            "opening the library", statistics.median(openings), "s", 1, at_most=True,
            measured=f"the first search after it {took[0] / 1000:.1f} s",
        ),
    ]  # fmt: skip


def _asked(search: Search, question: str) -> float:
    """Return how many milliseconds a question took."""
    started_s = time.perf_counter()
    search.find(question, exact=False)
    return (time.perf_counter() - started_s) * 1000


def main() -> int:
    """Print the figures; 1 where an aim was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.library_speed", description=__doc__)
    parser.add_argument("--passages", type=int, default=PASSAGES, metavar="NUMBER")
    measured = figures(dev.embedder_path(), parser.parse_args().passages)
    print(HEADING)  # noqa: T201
    for figure in measured:
        print(figure.row())  # noqa: T201
    return 0 if all(figure.met for figure in measured) else 1


if __name__ == "__main__":
    raise SystemExit(main())
