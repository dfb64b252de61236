"""PDF: pages are looked at one ahead of another in a thread of their own, while those before are written and sent."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Looked = TypeVar("Looked")

_AHEAD: Final = 6
_LOOK_UP_S: Final = 0.25
_SLOW_S: Final = 0.75


class Ahead(Generic[Looked]):
    """Calls `look` with each number in turn on one thread, a few ahead of who takes the results.

    pdfium lets go of Python's lock while it parses, so that a second processor writes meanwhile. `look` alone may
    talk to pdfium, under a lock of its own where others do too.
    """

    def __init__(self, look: Callable[[int], Looked], numbers: range) -> None:
        self._look = look
        self._numbers = numbers
        self._results: queue.SimpleQueue[Looked | BaseException] = queue.SimpleQueue()
        self._room: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in range(_AHEAD):
            self._room.put(None)
        self._ended = False
        self._thread = threading.Thread(target=self._work, name="pdf-ahead", daemon=True)

    def results(self, alive: Callable[[], None]) -> Iterator[Looked | None]:
        """Yield what `look` returns, in order, and raise what it raises; None where the next one is slow to come.

        `alive` is called before each, and while there is nothing.
        """
        self._thread.start()
        for _ in self._numbers:
            while (result := self._next(alive)) is None:
                yield None
            yield result
            self._room.put(None)

    def end(self) -> None:
        """Have the thread end after the page it looks at; it may be stuck there for long."""
        self._ended = True
        self._room.put(None)

    def _next(self, alive: Callable[[], None]) -> Looked | None:
        for _ in range(round(_SLOW_S / _LOOK_UP_S)):
            alive()
            try:
                result = self._results.get(timeout=_LOOK_UP_S)
            except queue.Empty:
                continue
            if isinstance(result, BaseException):
                raise result
            return result
        return None

    def _work(self) -> None:
        try:
            for number in self._numbers:
                self._room.get()
                if self._ended:
                    return
                self._results.put(self._look(number))
        except BaseException as error:  # noqa: BLE001 - told where the results are taken
            self._results.put(error)
