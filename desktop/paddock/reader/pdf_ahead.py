"""PDF: pages are looked at ahead of their turn in threads of their own, while those before are written and sent."""

from __future__ import annotations

import collections
import queue
import threading
import time
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Looked = TypeVar("Looked")
Seen_co = TypeVar("Seen_co", covariant=True)

_AHEAD: Final = 8
_LOOK_UP_S: Final = 0.25
_SLOW_S: Final = 0.75
# One question lies ready while another is answered, so that whoever answers need not wait for this process's next turn.
_ASKED_AT_A_TIME: Final = 2


class Elsewhere(Protocol[Seen_co]):
    """Somebody else who looks at pages, one after another as asked. One thread talks to it from `begin` to `end`."""

    def begin(self) -> bool:
        """Get ready; return whether there is anybody, and they have the time."""

    def ask(self, number: int) -> None:
        """Ask for a page, and do not wait for it."""

    def answer(self) -> Seen_co | None:
        """Wait for what was asked first; None where they do not know."""

    def end(self) -> None:
        """Say that nothing more is asked. Whatever was asked has been answered."""


class Ahead(Generic[Looked]):
    """Has each number looked at on a thread of its own, a few ahead of who takes the results.

    A look lets go of Python's lock while a page is parsed, so that results are written meanwhile. With somebody
    `elsewhere`, they look, and the thread here does so only while the next result is waited for: it would keep the
    writing up.
    """

    def __init__(
        self, look: Callable[[int], Looked], numbers: range, elsewhere: Elsewhere[Looked] | None = None
    ) -> None:
        self._look = look
        self._numbers = numbers
        self._waiting: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._next = iter(numbers)
        self._results: queue.SimpleQueue[tuple[int, Looked | BaseException]] = queue.SimpleQueue()
        self._early: dict[int, Looked | BaseException] = {}
        self._ended = False
        self._is_alone = elsewhere is None
        self._is_waited_for = threading.Event()
        self._threads = [threading.Thread(target=self._work, name="pdf-ahead", daemon=True)]
        if elsewhere is not None:
            asking = threading.Thread(target=self._ask_elsewhere, args=(elsewhere,), name="pdf-ahead", daemon=True)
            self._threads.append(asking)
        for _ in range(_AHEAD):
            self._go_on()

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
                self._is_alone = True
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
            self._go_on()

    def end(self) -> None:
        """Have the threads end after the pages they look at; they may be stuck there for long."""
        self._ended = True
        for _ in self._threads:
            self._waiting.put(None)
        self._is_waited_for.set()

    def _go_on(self) -> None:
        if (number := next(self._next, None)) is not None:
            self._waiting.put(number)

    def _hear(self) -> None:
        """Take the next result, whichever it is; it may not come at once."""
        if self._results.empty():
            self._is_waited_for.set()
        try:
            number, result = self._results.get(timeout=_LOOK_UP_S)
        except queue.Empty:
            return
        finally:
            if not self._ended and not self._is_alone:
                self._is_waited_for.clear()
        self._early[number] = result

    def _work(self) -> None:
        while not self._ended and self._is_waited_for.wait() and (number := self._waiting.get()) is not None:
            self._look_at(number)

    def _look_at(self, number: int) -> None:
        try:
            self._results.put((number, self._look(number)))
        except BaseException as error:  # noqa: BLE001 - told where the results are taken
            self._results.put((number, error))

    def _ask_elsewhere(self, elsewhere: Elsewhere[Looked]) -> None:
        if not elsewhere.begin():
            self._is_alone = True
            self._is_waited_for.set()
            return
        asked: collections.deque[int] = collections.deque()
        try:
            while (number := self._to_ask(len(asked))) is not None or asked:
                if number is not None:
                    asked.append(number)
                    elsewhere.ask(number)
                    continue
                first = asked.popleft()
                if (seen := elsewhere.answer()) is not None:
                    self._results.put((first, seen))
                else:
                    self._look_at(first)
        finally:
            elsewhere.end()

    def _to_ask(self, asked: int) -> int | None:
        """Return the next number to ask for; None where enough are asked for, or nothing waits."""
        if self._ended or asked >= _ASKED_AT_A_TIME:
            return None
        try:
            return self._waiting.get(block=not asked)
        except queue.Empty:
            return None
