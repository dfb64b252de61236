"""An engine with a graphics card whose driver ends it: at `loading` or at `work`. The processor alone does well."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from paddock.engine.protocol import Finished, Generate, Load, Loading, ModelInfo, Request, Sampling, Timings
from paddock.process.runtime import run_worker

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender


NOTE = "The processor computes instead."


def _work(receiver: Receiver[Any], sender: Sender) -> None:
    on_card = False
    for request in receiver:
        if isinstance(request, Load):
            on_card = request.gpu_layers != 0
            sender.send(Loading(0.5, on_card))
            if on_card and sys.argv[1] == "loading":
                os.abort()
            sender.send(_info(33 if on_card else 0, failed=request.card_failed))
        elif isinstance(request, Generate):
            if on_card:
                os.abort()
            timings = Timings(
                prompt_tokens=1, reused_tokens=0, prompt_ms=1.0, answer_tokens=1, answer_ms=1.0, first_token_ms=1.0
            )
            sender.send(Finished(id=request.id, reason="stop", timings=timings, seed=1, context_used=1))


def _info(layers: int, *, failed: bool) -> ModelInfo:
    return ModelInfo(
        name="Tiny", architecture="llama", parameters=1, size_bytes=1, context_tokens=512, trained_context_tokens=512,
        kv_bytes_per_token=1.0, threads=1, gpu_layers=layers, layers=33, gpu_note=NOTE if failed else "",
        gpu_fell_short=failed,
        is_chat=True, template="own", template_note="", reasons=False, defaults=Sampling(), load_ms=1.0, llama_cpp="",
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(run_worker(_work, requests=Request))
