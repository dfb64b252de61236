"""The doorkeeper: the one process that stands outside the window's walls, and starts the fetcher when asked.

It is started before the window gives up the network, where neither a policy nor the person has turned that off. It
opens no connection itself, reads nothing but requests of a few forms, and starts one program only, once for each
errand, whose command it knows from its own start. It ends when the window closes the wire, or when the window dies.
"""

from __future__ import annotations

import collections
import contextlib
import os
import queue
import sys
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.errors import WireError
from paddock.fetcher.environment import Places, fetching_command
from paddock.fetcher.part_lock import clear_empty
from paddock.fetcher.protocol import (
    MAX_FRAME_BYTES,
    Answer,
    Arrived,
    Failed,
    Fetch,
    Found,
    Order,
    Progress,
    Request,
    Started,
    Stop,
)
from paddock.process.leftovers import clear_leftovers
from paddock.process.runtime import forbid_peeking, run_worker
from paddock.process.supervisor import WorkerExit, WorkerProcess

if TYPE_CHECKING:
    from paddock.process.supervisor import WorkerCommand
    from paddock.process.wire import Receiver, Sender

AT_ONCE: Final = 2  # files fetched at the same time; the others wait
SEARCHES_AT_ONCE: Final = 2
MAX_WAITING: Final = 100
_SILENCE_S: Final = 60.0  # the fetcher says how far it is several times a second, whatever the network does


def main(fetcher: WorkerCommand | None = None) -> int:
    """Keep the door on stdin and stdout; return the exit status. Tests give their own fetcher."""
    places = Places.of(os.environ)
    command = fetcher or fetching_command("fetcher", os.environ, places)

    def work(receiver: Receiver[Request], sender: Sender) -> None:
        forbid_peeking()
        _Doorkeeper(command, places, sender).serve(receiver)

    return run_worker(work, requests=Request, max_frame_bytes=MAX_FRAME_BYTES)


@dataclass(frozen=True)
class _Said:
    """What the fetcher of an errand said, or how it ended."""

    errand_id: int
    what: Answer | WorkerExit


@dataclass
class _Errand:
    """One fetcher at work."""

    order: Order
    fetcher: WorkerProcess[Answer]
    stopped: bool = False
    last: Arrived | Found | Failed | None = None


class _Doorkeeper:
    """All that happens comes through one queue and is dealt with on one thread."""

    def __init__(self, command: WorkerCommand, places: Places, sender: Sender) -> None:
        self._command = command
        self._places = places
        self._sender = sender
        self._events: queue.SimpleQueue[Request | _Said | None] = queue.SimpleQueue()
        self._waiting: collections.deque[Order] = collections.deque()
        self._running: dict[int, _Errand] = {}

    def serve(self, receiver: Receiver[Request]) -> None:
        """Do what is asked until the window wants no more."""
        self._clear()
        threading.Thread(target=self._listen, args=(receiver,), name="requests", daemon=True).start()
        try:
            while (event := self._events.get()) is not None:
                if isinstance(event, _Said):
                    self._hear(event)
                elif isinstance(event, Stop):
                    self._stop(event.id)
                else:
                    self._take(event)
                self._begin_what_may()
        finally:
            for errand in self._running.values():
                errand.fetcher.end()
            self._clear()

    def _listen(self, receiver: Receiver[Request]) -> None:
        with contextlib.suppress(WireError):  # a window that talks nonsense is told nothing, and left
            for request in receiver:
                self._events.put(request)
        self._events.put(None)

    def _take(self, order: Order) -> None:
        known = order.id in self._running or any(one.id == order.id for one in self._waiting)
        if known or len(self._waiting) >= MAX_WAITING:
            self._sender.send(Failed(order.id, "Too much is being fetched at once.", "", "Wait for some of it."))
            return
        self._waiting.append(order)

    def _begin_what_may(self) -> None:
        """Start the errands there is room for, the oldest first; a search waits for no download."""
        fetching = sum(isinstance(one.order, Fetch) for one in self._running.values())
        searching = len(self._running) - fetching
        for order in tuple(self._waiting):
            if isinstance(order, Fetch):
                if fetching >= AT_ONCE:
                    continue
                fetching += 1
            else:
                if searching >= SEARCHES_AT_ONCE:
                    continue
                searching += 1
            self._waiting.remove(order)
            self._begin(order)

    def _begin(self, order: Order) -> None:
        say = partial(self._say, order.id)
        try:
            fetcher: WorkerProcess[Answer] = WorkerProcess.start(
                self._command, Answer, say, say, max_frame_bytes=MAX_FRAME_BYTES, silence_timeout_s=_SILENCE_S
            )
        except OSError as error:
            self._sender.send(Failed(order.id, "Nothing can be fetched now.", f"{error}.", "Import a model file."))
            return
        self._running[order.id] = _Errand(order, fetcher)
        fetcher.expect_answers(True)
        with contextlib.suppress(BrokenPipeError):  # it is gone already, and its end is told
            fetcher.send(order)

    def _say(self, errand_id: int, what: Answer | WorkerExit) -> None:
        self._events.put(_Said(errand_id, what))

    def _stop(self, errand_id: int) -> None:
        errand = self._running.get(errand_id)
        if errand is not None:
            errand.stopped = True
            errand.fetcher.end()
            return
        for order in tuple(self._waiting):
            if order.id == errand_id:
                self._waiting.remove(order)
                self._sender.send(_stopped(errand_id))

    def _hear(self, said: _Said) -> None:
        """Pass on what a fetcher says, under the number its errand has here, and its last word when it has ended."""
        errand = self._running[said.errand_id]
        if isinstance(said.what, WorkerExit):
            del self._running[said.errand_id]
            if not self._running:
                self._clear()
            sys.stderr.write(said.what.stderr_tail)
            self._sender.send(_last_word(said.errand_id, errand, said.what))
            return
        answer = msgspec.structs.replace(said.what, id=said.errand_id)
        if isinstance(answer, Started | Progress):
            self._sender.send(answer)
        else:
            errand.last = answer

    def _clear(self) -> None:
        """Remove what a fetcher that was ended left; what cannot be removed now is removed another time."""
        with contextlib.suppress(OSError):
            clear_leftovers(self._places.models)
            clear_empty(self._places.models)


def _last_word(errand_id: int, errand: _Errand, how: WorkerExit) -> Arrived | Found | Failed:
    if errand.last is not None:
        return errand.last
    if errand.stopped:
        return _stopped(errand_id)
    return Failed(
        errand_id,
        "The fetching was interrupted.",
        f"The fetcher ended unexpectedly ({how.signal_name or how.reason}, {how.returncode}).",
        "Try again: what has arrived is kept. Or import a model file.",
    )


def _stopped(errand_id: int) -> Failed:
    return Failed(errand_id, "Stopped.", reason="stopped")
