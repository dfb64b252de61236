"""How far the queue is: files, pages, speed and the time left, told at most ten times a second."""

from __future__ import annotations

import collections
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.errors import UserError

_TELL_EVERY_S: Final = 0.1
_SPEED_OVER_S: Final = 20.0
# What a file costs beside its bytes, in bytes: a thousand small ones take longer than their size says.
_FILE_WEIGHT: Final = 50_000

IngestState = Literal["idle", "reading", "paused"]


@dataclass(frozen=True)
class Progress:
    """Where the queue stands, counted since it last began.

    `files` and `pages` grow while folders are looked through (`looking`) and files are opened. `seconds_left` is None
    until there is something to go by. `reading` names the documents under way. `trouble` is why the queue paused by
    itself, None where a person paused it.
    """

    state: IngestState = "idle"
    files_done: int = 0
    files: int = 0
    pages_done: int = 0
    pages: int = 0
    pages_per_s: float = 0.0
    seconds_left: float | None = None
    reading: tuple[str, ...] = ()
    looking: bool = False
    trouble: UserError | None = None


@dataclass
class _UnderWay:
    """A document that is being read."""

    name: str
    weight: int
    pages: int = 0
    done: int = 0

    @property
    def share(self) -> float:
        return min(1.0, self.done / self.pages) if self.pages else 0.0


@dataclass
class _Count:
    """What was counted since the queue began."""

    files_done: int = 0
    pages_done: int = 0
    pages: int = 0
    weight_done: float = 0.0
    left_files: int = 0
    left_bytes: int = 0
    under_way: dict[int, _UnderWay] = field(default_factory=dict)
    marks: collections.deque[tuple[float, int, float]] = field(default_factory=collections.deque)


class Meter:
    """Counts for all workers. `tell` is called on their threads, one at a time; it must be quick and not raise."""

    def __init__(self, timer: Callable[[], float], tell: Callable[[Progress], None]) -> None:
        self._timer = timer
        self._tell = tell
        self._lock = threading.RLock()
        self._count = _Count()
        self._state: IngestState = "idle"
        self._trouble: UserError | None = None
        self._looking = 0
        self._told_at = float("-inf")

    def state(self, state: IngestState, trouble: UserError | None = None) -> None:
        """Note and tell at once that the queue works, pauses or is empty."""
        with self._lock:
            if state == "reading" and self._state == "idle":
                self._count = _Count()
            self._state, self._trouble = state, trouble
            self._now()

    def looking(self, more: int) -> None:
        """Note that a folder is being looked through (+1), or no longer (-1)."""
        with self._lock:
            self._looking += more
            self._now()

    @property
    def trouble(self) -> UserError | None:
        """Return why the queue paused by itself."""
        return self._trouble

    def turned(self, settled: Sequence[int], left_files: int, left_bytes: int) -> None:
        """Note the documents whose end was kept, by their bytes, and what the queue still holds with what is read."""
        with self._lock:
            count = self._count
            count.files_done += len(settled)
            count.weight_done += sum(settled) + len(settled) * _FILE_WEIGHT
            count.left_files, count.left_bytes = left_files, left_bytes
            self._maybe()

    def begin(self, job: int, name: str, size_bytes: int) -> None:
        """Note that a document is taken up."""
        with self._lock:
            self._count.under_way[job] = _UnderWay(name, size_bytes + _FILE_WEIGHT)
            self._maybe()

    def opened(self, job: int, pages: int, done: int) -> None:
        """Note how many pages a document has (0: unknown), and how many of them were read earlier."""
        with self._lock:
            if one := self._count.under_way.get(job):
                self._count.pages += max(pages, done) - one.pages
                self._count.pages_done += done - one.done
                one.pages, one.done = max(pages, done), done
                self._maybe()

    def page(self, job: int) -> None:
        """Note that a page was read."""
        with self._lock:
            if one := self._count.under_way.get(job):
                one.done += 1
                self._count.pages_done += 1
                if one.done > one.pages:
                    one.pages += 1
                    self._count.pages += 1
                self._maybe()

    def end(self, job: int, *, over: bool) -> None:
        """Note that a document's reading is over, or laid aside for later."""
        with self._lock:
            if one := self._count.under_way.pop(job, None):
                self._count.pages -= one.pages - one.done if over else one.pages
                self._count.pages_done -= 0 if over else one.done
                self._maybe()

    def now(self) -> Progress:
        """Return where the queue stands."""
        with self._lock:
            count = self._count
            partly = sum(one.weight * one.share for one in count.under_way.values())
            mark = (self._timer(), count.pages_done, count.weight_done + partly)
            marks = count.marks
            marks.append(mark)
            while len(marks) > 2 and mark[0] - marks[0][0] > _SPEED_OVER_S:  # noqa: PLR2004 - a first and a last
                marks.popleft()
            passed = mark[0] - marks[0][0]
            pages_per_s = max(0.0, (mark[1] - marks[0][1]) / passed) if passed > 0 else 0.0
            speed = (mark[2] - marks[0][2]) / passed if passed > 0 else 0.0
            left = count.left_bytes + count.left_files * _FILE_WEIGHT - partly
            reads = self._state == "reading"
            return Progress(
                state=self._state,
                files_done=count.files_done,
                files=count.files_done + count.left_files,
                pages_done=count.pages_done,
                pages=count.pages,
                pages_per_s=pages_per_s if reads else 0.0,
                seconds_left=max(0.0, left / speed) if reads and speed > 0 else None,
                reading=tuple(one.name for one in count.under_way.values()),
                looking=self._looking > 0,
                trouble=self._trouble,
            )

    def _maybe(self) -> None:
        if self._timer() - self._told_at >= _TELL_EVERY_S:
            self._now()

    def _now(self) -> None:
        self._told_at = self._timer()
        self._tell(self.now())
