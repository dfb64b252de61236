"""What time a document may take: counted while it is worked on, and enforced also where its parser does not return."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Final

from paddock.reader.document import LimitReached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.reader.protocol import Limits

_LOOK_S: Final = 1.0
# A busy computer is not the document's fault: waiting counts for a quarter of computing.
_WAITING_COUNTS: Final = 0.25
# How much longer a page may take before the process is given up, which costs the file's other pages too.
_MERCY: Final = 1.25


class Clock:
    """Counts seconds of work for one page and one file at a time.

    `tick` is called about every second from a thread of its own while work goes on, `overdue` once, with the sentence
    that says why, where a page goes on past its time and a bit: whoever works is stuck in a parser's own code. Both
    are called with `lock` held, under which the worker also says that a piece of work has ended.
    """

    def __init__(self, tick: Callable[[], None], overdue: Callable[[str], None]) -> None:
        self._tick = tick
        self._overdue = overdue
        self.lock = threading.Lock()
        self._limits: Limits | None = None
        self._file_s = 0.0
        self._began = (0.0, 0.0)
        self._forgiven_s = 0.0
        self._working = False

    def start(self) -> None:
        """Begin to watch. After the process is locked."""
        threading.Thread(target=self._watch, name="reader-clock", daemon=True).start()

    def new_file(self, limits: Limits) -> None:
        """Forget the file before; these limits hold from here on."""
        self._limits, self._file_s = limits, 0.0

    def begin(self) -> None:
        """Count from here on, for a new page."""
        with self.lock:
            self._began = (time.process_time(), time.monotonic())
            self._forgiven_s = 0.0
            self._working = True

    def end(self) -> None:
        """Count no more: this page is done."""
        with self.lock:
            if self._working:
                self._file_s += self._page_s() - self._forgiven_s
            self._working = False

    @contextlib.contextmanager
    def forgiving(self, share: float) -> Iterator[None]:
        """Let this share of what is done inside count for its page alone, not for the file."""
        before_s = self._page_s()
        try:
            yield
        finally:
            with self.lock:
                self._forgiven_s += (self._page_s() - before_s) * share

    def check(self) -> None:
        """Raise LimitReached where the page's or the file's time is up."""
        sentence = self._over(1.0)
        if sentence:
            raise LimitReached(sentence)

    def _page_s(self) -> float:
        computing, passing = self._began
        return max(time.process_time() - computing, (time.monotonic() - passing) * _WAITING_COUNTS)

    def _over(self, share: float) -> str:
        if self._limits is None or not self._working:
            return ""
        page_s = self._page_s()
        if page_s > self._limits.page_seconds * share:
            return f"One page takes longer than {self._limits.page_seconds:g} seconds."
        if self._file_s + page_s - self._forgiven_s > self._limits.seconds * share:
            return f"Reading takes longer than {self._limits.seconds:g} seconds."
        return ""

    def _watch(self) -> None:
        while True:
            time.sleep(_LOOK_S)
            with self.lock:
                if not self._working:
                    continue
                sentence = self._over(_MERCY)
                if sentence:
                    self._overdue(sentence)
                else:
                    self._tick()
