"""How long a header takes that holds a large vocabulary."""

from __future__ import annotations

import random
import statistics
import struct
import tempfile
import time
from pathlib import Path

from paddock.models.gguf import read_header
from tests.benchmarks.figures import Figure

_STRINGS = 200_000
_RUNS = 15
_ARRAY_OF_STRINGS = struct.pack("<II", 9, 8)


def figures() -> list[Figure]:
    """Read a header of 200,000 tokens and as many merges, of lengths as vocabularies have them, again and again."""
    rng = random.Random(7)
    entries = b"".join(_strings(rng, key, usual) for key, usual in (("tokens", 6), ("merges", 8)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vocabulary.gguf"
        path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, 2) + entries)
        took_ms, waited_ms = [], []
        for _ in range(_RUNS):
            began_s, worked_s = time.perf_counter(), time.thread_time()
            read_header(path)
            took_ms.append((time.thread_time() - worked_s) * 1000)
            waited_ms.append((time.perf_counter() - began_s) * 1000)
    spread = f"{min(took_ms):.0f} to {max(took_ms):.0f} ms, {min(waited_ms):.0f} to {max(waited_ms):.0f} by the wall"
    name = "reading a header by the processor's clock, 200,000 tokens and as many merges"
    return [Figure(name, statistics.median(took_ms), "ms", 30, at_most=True, measured=spread)]


def _strings(rng: random.Random, key: str, usual: int) -> bytes:
    lengths = [max(1, min(100, round(rng.lognormvariate(0, 0.5) * usual))) for _ in range(_STRINGS)]
    strings = b"".join(struct.pack("<Q", length) + b"x" * length for length in lengths)
    return struct.pack("<Q", len(key)) + key.encode() + _ARRAY_OF_STRINGS + struct.pack("<Q", _STRINGS) + strings
