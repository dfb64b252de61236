"""The fetcher's process: started for one errand, ended with it; the only part of Paddock that uses the network."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import msgspec

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.environment import Places
from paddock.fetcher.errand import Errand
from paddock.fetcher.https import Network
from paddock.fetcher.protocol import MAX_FRAME_BYTES, Failed, Request, Stop
from paddock.fetcher.starter import STARTER, Starter
from paddock.process.runtime import WINDOW_GONE, forbid_peeking, run_worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.fetcher.protocol import CatalogueChoice
    from paddock.fetcher.wanted import Wanted
    from paddock.process.wire import Receiver, Sender


def main(shelf: Callable[[Places], Callable[[CatalogueChoice], Wanted]], starter: Starter = STARTER) -> int:
    """Do the one errand that stands on stdin, say how it goes on stdout, and return the exit status.

    `shelf` makes of the catalogue's folders what looks a model up. Tests give a smaller starter.
    """
    places = Places.of(os.environ)

    def work(receiver: Receiver[Request], sender: Sender) -> None:
        forbid_peeking()
        order = receiver.receive()
        if order is None or isinstance(order, Stop):
            return
        threading.Thread(target=_end_with_the_doorkeeper, args=(receiver,), name="doorkeeper", daemon=True).start()
        try:
            errand = Errand(places, Network.of(os.environ), shelf(places), starter, sender.send, time.time)
            sender.send(errand.run(order))
        except UserError as error:
            said = Failed(order.id, error.what[:2000], error.why[:2000], error.next_step[:2000])
            gated = isinstance(error, NeedsToken)
            sender.send(msgspec.structs.replace(said, reason="needs token") if gated else said)

    return run_worker(work, requests=Request, max_frame_bytes=MAX_FRAME_BYTES)


def _end_with_the_doorkeeper(receiver: Receiver[Request]) -> None:
    """Nothing more is ever asked here; the end of the wire means that nobody waits any more."""
    receiver.receive()
    os._exit(WINDOW_GONE)
