"""PDF: pages are looked at ahead of their turn in threads of their own, while those before are written and sent."""

from __future__ import annotations

import queue
import threading
import time
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Looked = TypeVar("Looked")

_AHEAD: Final = 6
_LOOK_UP_S: Final = 0.25
_SLOW_S: Final = 0.75


class Ahead(Generic[Looked]):
    """Has each number looked at by one of `looks`, each on a thread of its own, a few ahead of who takes the results.

    pdfium lets go of Python's lock while it parses, so that another processor writes or parses meanwhile. A look alone
    may talk to its copy of pdfium, under a lock of its own where others do too.
    """

    def __init__(self, looks: Sequence[Callable[[int], Looked]], numbers: range) -> None:
        self._numbers = numbers
        self._waiting: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._next = iter(numbers)
        self._results: queue.SimpleQueue[tuple[int, Looked | BaseException]] = queue.SimpleQueue()
        self._early: dict[int, Looked | BaseException] = {}
        self._ended = False
        self._threads = [
            threading.Thread(target=self._work, args=(look,), name="pdf-ahead", daemon=True) for look in looks
        ]
        for _ in range(_AHEAD):
            self._ask()

    def results(self, alive: Callable[[], None]) -> Iterator[Looked | None]:
        """Yield what was seen, in order, and raise what a look raised; None where the next one is slow to come.

        `alive` is called before each, and while there is nothing.
        """
        for place, thread in enumerate(self._threads):
            try:
                thread.start()
            except RuntimeError:  # the system has no more to give
                if not place:
                    raise
                break  # those that run do all of it
        for number in self._numbers:
            asked_s = time.monotonic()
            alive()
            while number not in self._early:
                self._hear()
                alive()
                if number not in self._early and time.monotonic() - asked_s > _SLOW_S:
                    asked_s = time.monotonic()
                    yield None
            result = self._early.pop(number)
            if isinstance(result, BaseException):
                raise result
            yield result
            self._ask()

    def end(self) -> None:
        """Have the threads end after the pages they look at; they may be stuck there for long."""
        self._ended = True
        for _ in self._threads:
            self._waiting.put(None)

    def _ask(self) -> None:
        if (number := next(self._next, None)) is not None:
            self._waiting.put(number)

    def _hear(self) -> None:
        """Take the next result, whichever it is; it may not come at once."""
        try:
            number, result = self._results.get(timeout=_LOOK_UP_S)
        except queue.Empty:
            return
        self._early[number] = result

    def _work(self, look: Callable[[int], Looked]) -> None:
        while (number := self._waiting.get()) is not None and not self._ended:
            try:
                self._results.put((number, look(number)))
            except BaseException as error:  # noqa: BLE001 - told where the results are taken
                self._results.put((number, error))
