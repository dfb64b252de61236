"""An engine that speaks the protocol and writes 20 kB of Markdown as fast as deltas are ever sent.

It answers as the real one does (coalesced pieces, one each 33 ms at most), but ten times faster than a processor
writes, so that a stall is the window's own.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from paddock.engine.protocol import (
    Count,
    Counted,
    Delta,
    Finished,
    Generate,
    Load,
    ModelInfo,
    ProbeWalls,
    Request,
    Sampling,
    Timings,
    Wall,
    Walls,
    Warm,
)
from paddock.process.confine import Allowed, lock_worker, own_code, probe
from paddock.process.runtime import run_worker

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender

PARAGRAPH = (
    "The **third** report of the year lists *every* inspected well, `depth` included, and says what follows "
    "from it:\n\n1. two wells are dry;\n2. the others are sampled again in spring.\n\n"
    "| well | depth | nitrate |\n|---|---|---|\n| north | 12 m | 41 |\n| south | 9 m | 57 |\n\n"
    "```python\ndef share(values: list[float], limit: float) -> float:\n"
    "    return sum(value > limit for value in values) / len(values)\n```\n\n"
)
ANSWER = (PARAGRAPH * (20_000 // len(PARAGRAPH) + 1))[:20_000]
PIECE = 400


def serve(receiver: Receiver[Request], sender: Sender) -> None:
    """Lock as the real one does, then answer until the window closes."""
    mechanism = lock_worker(Allowed(read_folders=own_code()))
    for request in receiver:
        if isinstance(request, Load):
            sender.send(INFO)
        elif isinstance(request, Count):
            sender.send(Counted(request.id, 10, 0))
        elif isinstance(request, ProbeWalls):
            walls = tuple(Wall(result.name, result.held, result.detail) for result in probe("worker"))
            sender.send(Walls(request.id, mechanism.name, walls))
        elif isinstance(request, Warm):
            sender.send(Finished(id=request.id, reason="stop", timings=TIMINGS, seed=0, context_used=10))
        elif isinstance(request, Generate):
            for start in range(0, len(ANSWER), PIECE):
                sender.send(Delta(request.id, ANSWER[start : start + PIECE], reasoning=False, tokens=PIECE // 4))
                time.sleep(0.033)
            sender.send(Finished(id=request.id, reason="stop", timings=TIMINGS, seed=1, context_used=len(ANSWER) // 4))


TIMINGS = Timings(
    prompt_tokens=10, reused_tokens=0, prompt_ms=1, answer_tokens=5000, answer_ms=1650, first_token_ms=1
)  # fmt: skip
INFO = ModelInfo(
    name="fast", architecture="llama", parameters=1, size_bytes=1, context_tokens=65536, trained_context_tokens=65536,
    kv_bytes_per_token=1, threads=1, gpu_layers=0, layers=1, gpu_note="", is_chat=True, template="own",
    template_note="", reasons=False, defaults=Sampling(), load_ms=1, llama_cpp="",
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(run_worker(serve, requests=Request))
