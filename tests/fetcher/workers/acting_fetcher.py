"""A fetcher without a network, which acts as the model it is asked for is called."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from paddock.fetcher.protocol import (
    MAX_FRAME_BYTES,
    Arrived,
    CatalogueChoice,
    Fetch,
    Found,
    Progress,
    Request,
    Started,
)
from paddock.process.runtime import run_worker

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender


def act(receiver: Receiver[Request], sender: Sender) -> None:
    """Do one errand."""
    order = receiver.receive()
    if not isinstance(order, Fetch):
        assert order is not None
        sender.send(Found(order.id, ()))
        return
    assert isinstance(order.choice, CatalogueChoice)
    sender.send(Started(order.id, f"{os.getpid()}.gguf"))
    match order.choice.model_id:
        case "arrives":
            sender.send(Arrived(order.id, "a.gguf", ("0" * 64,), 1, vouched=True))
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "lies":  # about whose errand it is
            sender.send(Progress(order.id + 1, 7, 7))
            sender.send(Arrived(order.id + 1, "a.gguf", ("0" * 64,), 1, vouched=True))
        case "raves":
            os.write(sender._stream.fileno(), b"\xff" * 64)
        case "hangs":
            receiver.receive()


if __name__ == "__main__":
    sys.exit(run_worker(act, requests=Request, max_frame_bytes=MAX_FRAME_BYTES))
