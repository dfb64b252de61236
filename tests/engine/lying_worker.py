"""An engine taken over by its model: it says the model is loaded, then whatever its first argument names."""

from __future__ import annotations

import struct
import sys
import time
from typing import TYPE_CHECKING, Any

import msgspec

from paddock.engine.protocol import (
    Alive,
    BatchesDone,
    Delta,
    Embed,
    EmbedderInfo,
    Generate,
    Load,
    LoadEmbedder,
    ModelInfo,
    Request,
    Sampling,
    Vectors,
)
from paddock.process.runtime import run_worker

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender

INFO = ModelInfo(
    name="Liar", architecture="llama", parameters=1, size_bytes=1, context_tokens=512, trained_context_tokens=512,
    kv_bytes_per_token=1.0, threads=1, gpu_layers=0, layers=1, gpu_note="", is_chat=True, template="own",
    template_note="", reasons=False, defaults=Sampling(), load_ms=1.0, llama_cpp="",
)  # fmt: skip
EMBEDDER = EmbedderInfo(
    name="Liar", architecture="bert", parameters=1, size_bytes=1, dimensions=2, context_tokens=8,
    trained_context_tokens=8, batch_tokens=8, pooling="mean", query_prefix="", passage_prefix="", tells_unknown=True,
    threads=1, gpu_layers=0, gpu_note="", load_ms=1.0, llama_cpp="",
)  # fmt: skip
# What it says of the two texts it is given; (3/5, 4/5) has length 1.
RIGHT = struct.pack("<2f", 0.6, 0.8)
VECTORS: dict[str, dict[str, Any]] = {
    "true": {},
    "short": {"rows": RIGHT},
    "long": {"rows": RIGHT * 3},
    "no number": {"rows": struct.pack("<2f", float("nan"), 1) * 2},
    "another length": {"rows": struct.pack("<2f", 3, 4) * 2},
    "a third text": {"places": (0, 2)},
    "one text twice": {"places": (1, 1)},
    "one text": {"places": (1,), "rows": RIGHT, "unknown": (0.0,), "tokens": (3,), "cut": (False,)},
    "no shares": {"unknown": ()},
}
TIMINGS = {
    "prompt_tokens": 1, "reused_tokens": 0, "prompt_ms": 1.0, "answer_tokens": 1, "answer_ms": 1.0,
    "first_token_ms": 1.0,
}  # fmt: skip
LIES: dict[str, dict[str, Any]] = {
    "nan": {"type": "finished", "timings": {**TIMINGS, "prompt_ms": float("nan")}},
    "infinity": {"type": "finished", "timings": {**TIMINGS, "answer_ms": float("inf")}},
    "negative": {"type": "finished", "timings": {**TIMINGS, "answer_tokens": -1}},
    "seed": {"type": "finished", "timings": TIMINGS, "seed": 1 << 63},
    "progress": {"type": "prompt", "done": 1 << 30, "total": 1, "reused": 0},
}
TRUTH: dict[str, Any] = {"type": "finished", "timings": TIMINGS}


def _work(receiver: Receiver[Any], sender: Sender) -> None:
    for request in receiver:
        if isinstance(request, Load):
            sender.send(INFO)
        elif isinstance(request, LoadEmbedder):
            sender.send(EMBEDDER)
        elif isinstance(request, Generate):
            _answer(sys.argv[1], request.id, sender)
        elif isinstance(request, Embed):
            _embed(sys.argv[1], request.id, sender)


def _answer(lie: str, number: int, sender: Sender) -> None:
    if lie == "endless":
        while True:
            sender.send(Delta(number, "word ", reasoning=False, tokens=1))
            sender.send(Alive())
            time.sleep(0.001)
    said = {"reason": "stop", "seed": 1, "context_used": 1} | LIES.get(lie, TRUTH) | {"id": number}
    sender.send(msgspec.defstruct("Lie", list(said))(**said))


def _embed(lie: str, number: int, sender: Sender) -> None:
    true = Vectors(id=number, places=(0, 1), rows=RIGHT * 2, unknown=(0.0, 0.0), tokens=(3, 3), cut=(False, False))
    sender.send(msgspec.structs.replace(true, **VECTORS[lie]))
    sender.send(BatchesDone(number, whole=True))


if __name__ == "__main__":
    sys.exit(run_worker(_work, requests=Request))
