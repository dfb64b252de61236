"""An engine that says one sentence of what it was given, and one that stands nowhere."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from paddock.engine.protocol import Count, Counted, Delta, Finished, Generate, Load, Request, Warm
from paddock.process.runtime import run_worker
from tests.benchmarks.fast_engine import INFO, TIMINGS

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender

NOWHERE = "The moon is made of green cheese from Holland."
_LIMIT = re.compile(r"The limit for [^.]+\.")


def serve(receiver: Receiver[Request], sender: Sender) -> None:
    """Answer until the window closes."""
    for request in receiver:
        if isinstance(request, Load):
            sender.send(INFO)
        elif isinstance(request, Count):
            sender.send(Counted(request.id, 10, 0))
        elif isinstance(request, Warm):
            sender.send(Finished(id=request.id, reason="stop", timings=TIMINGS, seed=1, context_used=10))
        elif isinstance(request, Generate):
            given = _LIMIT.search("\n".join(turn.content for turn in request.turns))
            said = " ".join((given[0] if given else "I was given nothing of it.", NOWHERE))
            sender.send(Delta(request.id, " ".join(said.split()), reasoning=False, tokens=20))
            sender.send(Finished(id=request.id, reason="stop", timings=TIMINGS, seed=1, context_used=10))


if __name__ == "__main__":
    sys.exit(run_worker(serve, requests=Request))
