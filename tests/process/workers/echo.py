"""A worker that answers what it is told to; the tests' other side of the wire."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from paddock.process.runtime import run_worker
from tests.process.messages import Did, Do

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender


def print_everywhere() -> None:
    """Write to stdout in each way a library may."""
    print("printed by Python")  # noqa: T201 - the point
    sys.stdout.flush()
    libc = ctypes.CDLL(None)
    libc.puts(b"printed by C")
    libc.fflush(None)
    os.write(1, b"written to descriptor 1")


def serve(receiver: Receiver[Do], sender: Sender) -> None:
    """Do what is asked, one thing after another, until the window closes."""
    while (request := receiver.receive()) is not None:
        if request.what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif request.what == "hang":
            threading.Event().wait()
        elif request.what == "exit":
            raise SystemExit(int(request.text))
        elif request.what == "print":
            print_everywhere()
        elif request.what == "complain":
            sys.stderr.write(request.text)
        elif request.what == "flood":
            for _ in range(int(request.text)):
                sender.send(Did(request.id, "x" * 1000))
        sender.send(Did(request.id, request.text))


def main(work: Any = serve) -> None:
    """Run as a worker."""
    sys.exit(run_worker(work, requests=Do))


if __name__ == "__main__":
    main()
