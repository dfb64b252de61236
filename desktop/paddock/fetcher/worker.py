"""The fetcher's process: started for one errand, ended with it; the only part of Paddock that uses the network."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

from paddock.errors import UserError
from paddock.fetcher.environment import Places
from paddock.fetcher.errand import fetch_starter
from paddock.fetcher.protocol import MAX_FRAME_BYTES, Arrived, Failed, Progress, Request
from paddock.fetcher.starter import STARTER, Starter
from paddock.process.runtime import WINDOW_GONE, forbid_peeking, run_worker

if TYPE_CHECKING:
    from paddock.process.wire import Receiver, Sender


def main(starter: Starter = STARTER) -> int:
    """Fetch the starter model and say how it goes on stdout; return the exit status. Tests give a smaller one."""
    places = Places.of(os.environ)

    def work(receiver: Receiver[Request], sender: Sender) -> None:
        forbid_peeking()
        threading.Thread(target=_end_with_the_doorkeeper, args=(receiver,), name="doorkeeper", daemon=True).start()
        try:
            fetch_starter(starter, places, lambda done, total: sender.send(Progress(done, total)), time.time())
        except UserError as error:
            sender.send(Failed(error.what[:2000], error.why[:2000], error.next_step[:2000]))
        else:
            sender.send(Arrived())

    return run_worker(work, requests=Request, max_frame_bytes=MAX_FRAME_BYTES)


def _end_with_the_doorkeeper(receiver: Receiver[Request]) -> None:
    """Nothing is ever asked here; the end of the wire means that nobody waits any more."""
    receiver.receive()
    os._exit(WINDOW_GONE)
