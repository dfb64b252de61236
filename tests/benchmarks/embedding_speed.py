"""Embedding against a bare batched llama.cpp loop, and a query that comes while passages are embedded."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from paddock.engine.embedder_client import CancelToken, EmbedderClient
from paddock.errors import Cancelled
from paddock.process.supervisor import worker_command
from tests.benchmarks.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 3
PASSAGES = 80
QUERIES = 40
_WORDS = (
    "the quarterly report lists inspected wells depth at which water was met and share of samples in nitrate above "
    "limit two were dry others are sampled again spring contract tenant notice ninety days before end term patient "
    "adverse effects results significant both groups engine must be switched off cold radiator opened 2026 14.2 per "
    "cent unemployment grazing rotation paddocks herd moves every few days photosynthesis sugar oxygen committee"
).split()


def figures(model: Path) -> Iterator[Figure]:
    """Measure with this embedder; one client for all."""
    client = EmbedderClient(worker_command("engine"))
    try:
        info = client.load([model])
        texts = passages()
        client.embed(texts[:8], "passage")
        ours, bare = [], []
        for _ in range(ROUNDS):  # in turn, so that a drifting machine slows both alike
            bare.append(_bare(model, info.threads, texts))
            ours.append(_through_client(client, texts))
        mine, theirs = statistics.median(ours), statistics.median(bare)
        yield Figure(
            "embedding through client and wire ÷ bare batched loop", mine / theirs, "", 0.9, at_most=False,
            measured=f"{mine:,.0f} tokens/s", yardstick=f"{theirs:,.0f} tokens/s",
        )  # fmt: skip
        waits = sorted(_queries(client, texts))
        late = waits[int(len(waits) * 0.95)]
        yield Figure(
            "a query's vector while passages are embedded", statistics.median(waits), "ms", 50, at_most=True,
            measured=f"95th percentile {late:.1f} ms",
        )  # fmt: skip
    finally:
        client.close()


def passages() -> list[str]:
    """Return passages of about 20 to 400 tokens, the same each time."""
    rng = random.Random(4)
    return [" ".join(rng.choice(_WORDS) for _ in range(rng.choice((20, 120, 200, 260, 320)))) for _ in range(PASSAGES)]


def _through_client(client: EmbedderClient, texts: list[str]) -> float:
    started_s = time.perf_counter()
    tokens = client.embed(texts, "passage").tokens
    return tokens / (time.perf_counter() - started_s)


def _bare(model: Path, threads: int, texts: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts"
        file.write_text("\n".join(texts), encoding="utf-8")
        printed = subprocess.check_output(
            [sys.executable, "-m", "tests.benchmarks.bare_embedding", str(model), str(threads), str(file)],
            env={"OMP_WAIT_POLICY": "passive", "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    return float(json.loads(printed)["tokens_per_s"])


def _queries(client: EmbedderClient, texts: list[str]) -> Iterator[float]:
    """Yield how many milliseconds each query took while another thread has passages embedded all the time."""
    cancel = CancelToken()
    going = threading.Event()

    def embed_for_ever() -> None:
        try:
            while True:
                going.set()
                client.embed(texts, "passage", cancel)
        except Cancelled:
            going.clear()

    background = threading.Thread(target=embed_for_ever)
    background.start()
    going.wait()
    for number in range(QUERIES):
        time.sleep(0.1)  # a person's pace, quickened: the passages get going again
        started_s = time.perf_counter()
        client.embed([f"which wells were dry in spring {number}"], "query")
        yield (time.perf_counter() - started_s) * 1000
    cancel.cancel()
    background.join()
