"""An engine that counts: asked for `30 words` it writes `w0 w1 … w29`, one each 10 ms; so every prefix is known."""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

from paddock.engine.protocol import Count, Counted, Delta, Finished, Generate, Load, Request
from paddock.process.runtime import run_worker
from tests.benchmarks.fast_engine import INFO, TIMINGS

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender

WORD_S = 0.01


def answer_to(question: str) -> list[str]:
    """Return the words that answer a question."""
    wanted = re.search(r"(\d+) words", question)
    return [f"w{number} " for number in range(int(wanted[1]) if wanted else 0)]


def serve(receiver: Receiver[Request], sender: Sender) -> None:
    """Answer until the window closes."""
    for request in receiver:
        if isinstance(request, Load):
            sender.send(INFO)
        elif isinstance(request, Count):
            sender.send(Counted(request.id, 10, 0))
        elif isinstance(request, Generate):
            for word in answer_to(request.turns[-1].content):
                sender.send(Delta(request.id, word, reasoning=False, tokens=1))
                time.sleep(WORD_S)
            sender.send(Finished(id=request.id, reason="stop", timings=TIMINGS, seed=1, context_used=10))


if __name__ == "__main__":
    sys.exit(run_worker(serve, requests=Request))
