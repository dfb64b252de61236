"""The engine's ears: a thread that hears requests while llama.cpp computes, and stops it when it is told to."""

from __future__ import annotations

import queue
import threading
import time
from typing import TYPE_CHECKING

from paddock.engine.protocol import Cancel, Quit
from paddock.errors import WireError

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.engine.protocol import Request
    from paddock.process.wire import Receiver

_LOADING = 0


class Inbox:
    """Requests in the order they came, each with when it came (perf_counter, seconds); cancelling overtakes them.

    Asleep in a read most of the time, so it costs the decoding nothing.
    """

    def __init__(self, receiver: Receiver[Request]) -> None:
        self._receiver = receiver
        self._requests: queue.SimpleQueue[tuple[Request, float] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._current = _LOADING
        self._cancelled: set[int] = set()
        self._stop: Callable[[], None] | None = None
        self.closed = False

    def start(self) -> None:
        """Begin to listen. After the process is locked: threads inherit its walls."""
        threading.Thread(target=self._listen, name="engine-inbox", daemon=True).start()

    def next(self) -> tuple[Request, float] | None:
        """Wait for the next request; None when the window wants no more."""
        return self._requests.get()

    @property
    def loading_cancelled(self) -> bool:
        """Return whether loading is to be given up."""
        return self.closed or _LOADING in self._cancelled

    def begin(self, number: int, stop: Callable[[], None]) -> None:
        """Say which request is worked on now and how it is stopped; that happens at once if it is cancelled already."""
        with self._lock:
            self._current, self._stop = number, stop
            if self.closed or number in self._cancelled:
                stop()

    def finish(self) -> None:
        """Say that nothing is worked on."""
        with self._lock:
            self._cancelled = {number for number in self._cancelled if number > self._current}
            self._stop = None

    def _listen(self) -> None:
        try:
            for request in self._receiver:
                if isinstance(request, Cancel):
                    self._cancel(request.id)
                elif isinstance(request, Quit):
                    break
                else:
                    self._requests.put((request, time.perf_counter()))
        except (WireError, OSError):
            pass  # the window is not itself any more: ended like a closed wire
        finally:
            with self._lock:
                self.closed = True
                if self._stop is not None:
                    self._stop()
            self._requests.put(None)

    def _cancel(self, number: int) -> None:
        with self._lock:
            if number == self._current:
                self._cancelled.add(number)
                if self._stop is not None:
                    self._stop()
            elif number > self._current:
                self._cancelled.add(number)
