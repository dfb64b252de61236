"""Runs service calls away from the Qt thread and brings result, error and progress back to it.

Calls of one `lane` run one after another in the order given (drafts, changes of one thing); others run side by side.
Progress is handed over in batches, at most thirty times a second, and always before the call's end.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from paddock.errors import Cancelled, UserError, refusal_in

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_BATCH_MS = 33
_THREADS = 8


@dataclass(frozen=True)
class Call(Generic[T]):
    """What to run, and who hears what of it, on the Qt thread.

    `done` gets what `work` returned, `failed` the UserError it raised; `ended` is called after either, and after a
    cancellation, which is no failure. `events` gets batches of what `work` reported. Nobody is called once `owner`
    has been deleted. `stop` is called when the program ends or locks, and must make `work` return soon.
    """

    work: Callable[[Callable[[Any], None]], T]
    owner: QObject
    done: Callable[[T], object] | None = None
    failed: Callable[[UserError], object] | None = None
    ended: Callable[[], object] | None = None
    events: Callable[[list[Any]], object] | None = None
    stop: Callable[[], object] | None = None
    lane: str = ""


class _Running(Generic[T]):
    """One call on its way: its unread events and, at the end, what came of it."""

    def __init__(self, call: Call[T]) -> None:
        self.call = call
        self.events: deque[Any] = deque()
        self.result: T | None = None
        self.error: BaseException | None = None
        self.over = False


class Tasks(QObject):
    """The pool. `failed` hears of UserErrors nobody took, `broke` of everything that is a bug, `idle` of no work left.

    Lives in the Qt thread; only `work` runs elsewhere.
    """

    failed = Signal(object)
    broke = Signal(object)
    idle = Signal()
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="paddock-task")
        self._running: list[_Running[Any]] = []
        self._lanes: dict[str, deque[_Running[Any]]] = {}
        self._ended = threading.Condition()
        self._post_pending = False
        self._served = False  # whether there has ever been a thread
        self._closing = False
        self._last_batch = 0.0
        self._batch_timer = QTimer(self)
        self._batch_timer.setSingleShot(True)
        self._batch_timer.timeout.connect(self._hand_over)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether any call is under way or waits for its lane."""
        return bool(self._running)

    def run(self, call: Call[Any]) -> None:
        """Start a call, or queue it behind the others of its lane. Does nothing once closing."""
        if self._closing:
            return
        running: _Running[Any] = _Running(call)
        self._running.append(running)
        if call.lane:
            queue = self._lanes.setdefault(call.lane, deque())
            queue.append(running)
            if len(queue) > 1:
                return
        self._submit(running)

    def _submit(self, running: _Running[Any]) -> None:
        try:
            self._pool.submit(self._work, running)
        except RuntimeError as error:
            # Where the system gives no further thread, the call stands in the queue all the same, for those there are.
            if refusal_in(error) is None or not self._served:
                raise
        self._served = True

    def do(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        *,
        failed: Callable[[UserError], object] | None = None,
        lane: str = "",
    ) -> None:
        """Run a call that reports nothing on its way."""
        self.run(Call(lambda _report: work(), owner, done=done, failed=failed, lane=lane))

    def stop_all(self) -> None:
        """Ask every call that can be stopped to stop."""
        for running in self._running:
            if running.call.stop is not None:
                running.call.stop()

    def close(self, patience_s: float = 10.0) -> bool:
        """Stop what can be stopped and wait for the rest; nobody hears of it any more. Calls of lanes are all run.

        Returns False, with the call still under way, where one did not end in time; then call it again.
        """
        self._closing = True
        self._batch_timer.stop()
        self.stop_all()
        deadline = time.monotonic() + patience_s
        while self._running:
            with self._ended:
                in_time = self._ended.wait_for(
                    lambda: any(running.over for running in self._running), deadline - time.monotonic()
                )
            if not in_time:
                return False
            self._finish_all()
        self._pool.shutdown(wait=True)
        return True

    # ------------------------------------------------------------ on the pool's threads

    def _work(self, running: _Running[Any]) -> None:
        def report(event: Any) -> None:
            running.events.append(event)
            self._post()

        try:
            running.result = running.call.work(report)
        except BaseException as error:  # noqa: BLE001 - everything is told to the Qt thread, bugs included
            running.error = refusal_in(error) or error
        with self._ended:
            running.over = True
            self._ended.notify_all()
        self._post()

    def _post(self) -> None:
        with self._ended:
            if self._post_pending:
                return
            self._post_pending = True
        self._posted.emit()

    # ------------------------------------------------------------ on the Qt thread

    def _on_posted(self) -> None:
        with self._ended:
            self._post_pending = False
        over = any(running.over for running in self._running)
        wait_ms = _BATCH_MS - (time.monotonic() - self._last_batch) * 1000
        if over or wait_ms <= 0:
            self._hand_over()
        elif not self._batch_timer.isActive():
            self._batch_timer.start(max(1, int(wait_ms)))

    def _hand_over(self) -> None:
        self._batch_timer.stop()
        self._last_batch = time.monotonic()
        for running in tuple(self._running):
            self._give_events(running)
        self._finish_all()

    def _give_events(self, running: _Running[Any]) -> None:
        batch = []
        while running.events:
            batch.append(running.events.popleft())
        if batch and running.call.events is not None and self._cared_for(running):
            running.call.events(batch)

    def _finish_all(self) -> None:
        for running in tuple(self._running):
            if running.over and running in self._running:
                self._running.remove(running)
                self._next_in_lane(running.call.lane)
                self._give_events(running)
                self._finish(running)
        if not self._running:
            self.idle.emit()

    def _next_in_lane(self, lane: str) -> None:
        queue = self._lanes.get(lane)
        if queue:
            queue.popleft()
            if queue:
                self._submit(queue[0])
            else:
                del self._lanes[lane]

    def _finish(self, running: _Running[Any]) -> None:
        try:
            self._tell(running)
        finally:
            if running.call.ended is not None and self._cared_for(running):
                running.call.ended()

    def _tell(self, running: _Running[Any]) -> None:
        call, error = running.call, running.error
        cared_for = self._cared_for(running)
        if error is None:
            if call.done is not None and cared_for:
                call.done(running.result)
        elif self._closing or isinstance(error, Cancelled):
            return
        elif isinstance(error, UserError):
            if call.failed is not None and cared_for:
                call.failed(error)
            else:
                self.failed.emit(error)
        else:
            self.broke.emit(error)

    def _cared_for(self, running: _Running[Any]) -> bool:
        return not self._closing and shiboken6.isValid(running.call.owner)
