"""The doorkeeper as the window sees it: ask for something, hear how far it is, stop it."""

from __future__ import annotations

import contextlib
import itertools
import queue
import threading
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from paddock.errors import Cancelled, UserError, WireError
from paddock.fetcher.protocol import Arrived, Failed, Fetch, Progress, Request, Started, StarterChoice, Stop
from paddock.fetcher.starter import STARTER, Starter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.door import Door
    from paddock.fetcher.protocol import Answer, Order

_STOPPED_AT_LATEST_S: Final = 10.0


class Wish(Protocol):
    """Anything that can tell that the person changed their mind (`engine.client.CancelToken` is one)."""

    @property
    def cancelled(self) -> bool:
        """Return whether to stop."""

    def heard_by(self, listener: Callable[[], None]) -> contextlib.AbstractContextManager[None]:
        """Call `listener` once on the wish to stop, at once if it was uttered before."""


class Errands:
    """All that is asked through one door, each answered to the one who asked. Thread-safe.

    `times_asked` counts how often the network may have been used since the program's start, whatever came of it.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._listeners: dict[int, Callable[[Answer], None]] = {}
        self._listening: threading.Thread | None = None
        self.times_asked = 0

    @property
    def alive(self) -> bool:
        """Return whether the doorkeeper lives."""
        return self._door.alive

    def new_id(self) -> int:
        """Return a number no other errand has."""
        return next(self._ids)

    def ask(self, request: Order, hear: Callable[[Answer], None]) -> None:
        """Send a request and return at once; `hear` is told its answers, on a thread of its own.

        The last answer is Arrived, Found or Failed, whatever happens, even where nobody is there.
        """
        if not _is_understood(request):  # the doorkeeper would leave, and all else that is fetched with it
            hear(_not_asked(request.id))
            return
        with self._lock:
            self._listeners[request.id] = hear
            if self._listening is None:  # the first time: the window's walls stand by now
                self._listening = threading.Thread(target=self._listen, name="errands", daemon=True)
                self._listening.start()
        try:
            self._door.ask(request)
        except (OSError, ValueError):
            with self._lock:
                known = self._listeners.pop(request.id, None)
            if known is not None:  # else it has been told already
                known(_nobody_there(request.id))
        else:
            self.times_asked += 1

    def stop(self, errand_id: int) -> None:
        """End an errand; its last answer says so. One that has ended already stays ended."""
        with contextlib.suppress(OSError, ValueError):  # nobody is there: each errand is told that it has ended
            self._door.ask(Stop(errand_id))

    def kill(self) -> None:
        """End a doorkeeper that does not answer; each errand hears its end."""
        self._door.kill()

    def close(self) -> None:
        """Send the doorkeeper away: no process with network rights is left. What is being fetched is stopped."""
        listening = self._listening
        self._door.close()
        if listening is not None and listening is not threading.current_thread():
            listening.join()

    def _listen(self) -> None:
        try:
            while (answer := self._next()) is not None:
                last = not isinstance(answer, Started | Progress)
                with self._lock:
                    hear = self._listeners.pop(answer.id, None) if last else self._listeners.get(answer.id)
                if hear is not None:
                    hear(answer)
        finally:  # also where a listener failed, which is a bug: nobody waits for ever
            with self._lock:
                left, self._listeners = self._listeners, {}
                self._listening = None
            for number, hear in left.items():
                hear(_nobody_there(number))

    def _next(self) -> Answer | None:
        try:
            answer: Answer | None = self._door.hear()
        except WireError:
            self._door.kill()
            return None
        return answer


class StarterFetch:
    """Gets the starter model through the door. Thread-safe; one fetch at a time."""

    def __init__(self, errands: Errands, models: Path, starter: Starter = STARTER) -> None:
        self._errands = errands
        self._models = models
        self._one_at_a_time = threading.Lock()
        self.starter = starter

    @property
    def times_asked(self) -> int:
        """Return how often the network may have been used since the program's start."""
        return self._errands.times_asked

    @property
    def available(self) -> bool:
        """Return whether it can be asked for."""
        return self._errands.alive

    def fetch(self, on_progress: Callable[[int, int], None], cancel: Wish) -> Path:
        """Fetch, check and place the model; return its file. Blocks: call it on a pool thread.

        `on_progress` hears bytes of bytes, on this thread. Raises UserError with cause and next step, Cancelled. What
        `on_progress` raises stops the fetch and is passed on.
        """
        if not self._one_at_a_time.acquire(blocking=False):
            raise UserError("The starter model is being fetched already.")
        last_resort = threading.Timer(_STOPPED_AT_LATEST_S, self._errands.kill)
        last_resort.daemon = True
        number = self._errands.new_id()
        answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()

        def stop() -> None:
            with contextlib.suppress(RuntimeError):  # started already
                last_resort.start()
            self._errands.stop(number)

        try:
            if cancel.cancelled:
                raise Cancelled("Stopped.")
            self._errands.ask(Fetch(number, StarterChoice()), answers.put)
            with cancel.heard_by(stop):
                try:
                    _await_model(answers, on_progress)
                except UserError:
                    raise
                except BaseException:
                    stop()
                    with contextlib.suppress(UserError):
                        _await_model(answers, lambda _done, _total: None)
                    raise
        finally:
            last_resort.cancel()
            if last_resort.ident is not None:
                last_resort.join()
            self._one_at_a_time.release()
        return self._models / self.starter.file_name


def _await_model(answers: queue.SimpleQueue[Answer], on_progress: Callable[[int, int], None]) -> None:
    while not isinstance(answer := answers.get(), Arrived):
        if isinstance(answer, Progress):
            on_progress(answer.done, answer.total or 0)
        elif isinstance(answer, Failed):
            error = Cancelled if answer.reason == "stopped" else UserError
            raise error(answer.what, answer.why, answer.next_step)


def _is_understood(request: Order) -> bool:
    """Return whether the doorkeeper takes this for a request: a name on the hub is a stranger's, with any letters."""
    try:
        msgspec.msgpack.decode(msgspec.msgpack.encode(request), type=Request)
    except (msgspec.MsgspecError, ValueError, OverflowError):
        return False
    return True


def _not_asked(errand_id: int) -> Failed:
    return Failed(
        errand_id,
        "This cannot be fetched by Paddock.",
        "Its name, or what is given with it, has letters that Paddock does not ask for.",
        "Check what was given, or bring the file here by another program and import it.",
    )


def _nobody_there(errand_id: int) -> Failed:
    return Failed(
        errand_id,
        "Nothing can be fetched now.",
        "The only part of Paddock that may use the network has ended.",
        "Close Paddock and open it again, or import a model file.",
    )
