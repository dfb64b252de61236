"""The doorkeeper: the one process that stands outside the window's walls, and starts the fetcher when asked.

It is started before the window gives up the network, and only where there is no model yet. It opens no connection
itself, reads nothing but requests without content, and starts one program only, whose command it knows from its own
start. It ends when the model has arrived, when the window closes the wire, or when the window dies.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from typing import TYPE_CHECKING, Final

from paddock.errors import WireError
from paddock.fetcher.environment import Places, fetching_command
from paddock.fetcher.protocol import (
    MAX_FRAME_BYTES,
    Answer,
    Arrived,
    Cancel,
    Failed,
    FetchStarter,
    Progress,
    Request,
)
from paddock.process.leftovers import clear_leftovers
from paddock.process.runtime import forbid_peeking, run_worker
from paddock.process.supervisor import WorkerExit, WorkerProcess

if TYPE_CHECKING:
    from paddock.process.supervisor import WorkerCommand
    from paddock.process.wire import Receiver, Sender

_SILENCE_S: Final = 60.0  # the fetcher says how far it is several times a second, whatever the network does


def main(fetcher: WorkerCommand | None = None) -> int:
    """Keep the door on stdin and stdout; return the exit status. Tests give their own fetcher."""
    places = Places.of(os.environ)
    command = fetcher or fetching_command("fetcher", os.environ, places)

    def work(receiver: Receiver[Request], sender: Sender) -> None:
        forbid_peeking()
        _Doorkeeper(command, places, sender).serve(receiver)

    return run_worker(work, requests=Request, max_frame_bytes=MAX_FRAME_BYTES)


class _Doorkeeper:
    """All that happens comes through one queue and is dealt with on one thread."""

    def __init__(self, command: WorkerCommand, places: Places, sender: Sender) -> None:
        self._command = command
        self._places = places
        self._sender = sender
        self._events: queue.SimpleQueue[Request | Answer | WorkerExit | None] = queue.SimpleQueue()
        self._fetcher: WorkerProcess[Answer] | None = None
        self._cancelled = False
        self._last: Arrived | Failed | None = None

    def serve(self, receiver: Receiver[Request]) -> None:
        """Do what is asked until the window wants no more, or nothing is left to do."""
        self._clear()
        threading.Thread(target=self._listen, args=(receiver,), name="requests", daemon=True).start()
        try:
            while (event := self._events.get()) is not None:
                if isinstance(event, FetchStarter):
                    self._start()
                elif isinstance(event, Cancel):
                    self._cancel()
                elif isinstance(event, Progress):
                    self._sender.send(event)
                elif isinstance(event, Arrived | Failed):
                    self._last = event
                elif self._finish(event):
                    return
        finally:
            if self._fetcher is not None:
                self._fetcher.end()
                self._clear()

    def _listen(self, receiver: Receiver[Request]) -> None:
        with contextlib.suppress(WireError):  # a window that talks nonsense is told nothing, and left
            for request in receiver:
                self._events.put(request)
        self._events.put(None)

    def _start(self) -> None:
        if self._fetcher is not None:
            return
        self._cancelled, self._last = False, None
        try:
            self._fetcher = WorkerProcess.start(
                self._command,
                Answer,
                self._events.put,
                self._events.put,
                max_frame_bytes=MAX_FRAME_BYTES,
                silence_timeout_s=_SILENCE_S,
            )
        except OSError as error:
            self._sender.send(Failed("The starter model cannot be fetched.", f"{error}.", "Import a model file."))
            return
        self._fetcher.expect_answers(True)

    def _cancel(self) -> None:
        if self._fetcher is not None:
            self._cancelled = True
            self._fetcher.end()

    def _finish(self, how: WorkerExit) -> bool:
        """Pass on how it ended; return whether nothing is left to do."""
        self._fetcher = None
        self._clear()
        sys.stderr.write(how.stderr_tail)
        if self._last is None and self._cancelled:
            self._last = Failed("Stopped.", "Nothing was kept.", cancelled=True)
        if self._last is None:
            self._last = Failed(
                "The starter model was not fetched.",
                f"The fetcher ended unexpectedly ({how.signal_name or how.reason}, {how.returncode}).",
                "Try again, or import a model file.",
            )
        self._sender.send(self._last)
        return isinstance(self._last, Arrived)

    def _clear(self) -> None:
        """Remove what a fetcher that was ended left; what cannot be removed now is removed another time."""
        with contextlib.suppress(OSError):
            clear_leftovers(self._places.models)
