"""The starter model as the window sees it: ask for it, hear how far it is, stop it."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Final, Protocol

from paddock.errors import Cancelled, UserError, WireError
from paddock.fetcher.protocol import Arrived, Cancel, Failed, FetchStarter, Progress
from paddock.fetcher.starter import STARTER, Starter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.door import Door

_STOPPED_AT_LATEST_S: Final = 10.0


class Stop(Protocol):
    """Anything that can tell that the person changed their mind (`engine.client.CancelToken` is one)."""

    @property
    def cancelled(self) -> bool:
        """Return whether to stop."""

    def heard_by(self, listener: Callable[[], None]) -> contextlib.AbstractContextManager[None]:
        """Call `listener` once on the wish to stop, at once if it was uttered before."""


class StarterFetch:
    """Gets the starter model through the doorkeeper. Thread-safe; one fetch at a time.

    `times_asked` counts how often the network may have been used since the window opened, whatever came of it.
    """

    def __init__(self, door: Door, models: Path, starter: Starter = STARTER) -> None:
        self._door = door
        self._models = models
        self._one_at_a_time = threading.Lock()
        self.starter = starter
        self.times_asked = 0

    @property
    def available(self) -> bool:
        """Return whether it can still be asked for: until it has arrived, or the doorkeeper was sent away."""
        return self._door.alive

    def fetch(self, on_progress: Callable[[int, int], None], cancel: Stop) -> Path:
        """Fetch, check and place the model; return its file. Blocks: call it on a pool thread.

        `on_progress` hears bytes of bytes, on this thread. Afterwards nothing of this program has network rights any
        more. Raises UserError with cause and next step, Cancelled. What `on_progress` raises stops the fetch and is
        passed on.
        """
        if not self._one_at_a_time.acquire(blocking=False):
            raise UserError("The starter model is being fetched already.")
        last_resort = threading.Timer(_STOPPED_AT_LATEST_S, self._door.kill)
        last_resort.daemon = True

        def stop() -> None:
            with contextlib.suppress(RuntimeError):  # started already
                last_resort.start()
            with contextlib.suppress(OSError, ValueError):  # gone already: the answer says so
                self._door.ask(Cancel())

        try:
            if cancel.cancelled:
                raise Cancelled("Stopped.")
            self._ask()
            with cancel.heard_by(stop):
                try:
                    self._await_model(on_progress)
                except (UserError, WireError):
                    raise
                except BaseException:
                    stop()
                    with contextlib.suppress(UserError):
                        self._await_model(lambda _done, _total: None)
                    raise
        finally:
            last_resort.cancel()
            if last_resort.ident is not None:
                last_resort.join()
            self._one_at_a_time.release()
        self._door.close()
        return self._models / self.starter.file_name

    def close(self) -> None:
        """Send the doorkeeper away: no process with network rights is left. A fetch in work is stopped."""
        self._door.close()

    def _ask(self) -> None:
        try:
            self._door.ask(FetchStarter())
        except (OSError, ValueError):
            raise _nobody_there() from None
        self.times_asked += 1

    def _await_model(self, on_progress: Callable[[int, int], None]) -> None:
        while True:
            try:
                answer = self._door.hear()
            except WireError:
                self._door.close()
                raise _nobody_there() from None
            if isinstance(answer, Progress):
                on_progress(answer.done, answer.total)
            elif isinstance(answer, Arrived):
                return
            elif isinstance(answer, Failed):
                error = Cancelled if answer.cancelled else UserError
                raise error(answer.what, answer.why, answer.next_step)
            else:
                raise _nobody_there()


def _nobody_there() -> UserError:
    return UserError(
        "The starter model cannot be fetched now.",
        "The only part of Paddock that may use the network has ended.",
        "Close Paddock and open it again, or import a model file.",
    )
