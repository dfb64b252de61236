"""One reader process and the talk with it: nothing it says is believed beyond what the file's limits allow."""

from __future__ import annotations

import collections
import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from paddock.errors import ReaderDied, ReadRefused
from paddock.process.supervisor import WorkerExit, WorkerProcess
from paddock.reader.plausible import page_fits
from paddock.reader.protocol import Alive, Answer, Page, Picture, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.process.supervisor import WorkerCommand
    from paddock.reader.protocol import Chunk, Limits

MAX_ANSWER_BYTES: Final = 256 << 20
# Answers heard and not yet taken; more wait in the pipe, and the reader with them.
_WAITING: Final = 64
_WAITING_BYTES: Final = 64 << 20
# Pieces of a file under way at a time.
_UNDER_WAY: Final = 3
_FAREWELL_S: Final = 2.0
_SIGNALS: Final = {
    "SIGKILL": "The system killed it, most likely for want of memory.",
    "SIGSEGV": "Its parser reached for memory it does not have.",
    "SIGABRT": "Its parser gave up, for want of memory or over damage in the file.",
    "SIGTRAP": "Its parser gave up, for want of memory or over damage in the file.",
    "SIGILL": "Its parser gave up, for want of memory or over damage in the file.",
    "SIGBUS": "Its parser reached for memory it does not have.",
    "SIGFPE": "Its parser met a number it cannot divide by.",
    "SIGSYS": "It tried what the operating system forbids it.",
    "SIGXCPU": "It used up the processor time it was given.",
    "SIGTERM": "Another program ended it.",
}

Last = TypeVar("Last")


class _Letterbox:
    """What the process said and nobody has taken yet; who puts waits while it is full, until it is closed.

    Full is by number and by size: many small pages fit, and of the largest only one.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._letters: collections.deque[Answer | WorkerExit] = collections.deque()
        self._bytes = 0
        self._closed = False

    def put(self, letter: Answer | WorkerExit, *, waiting: bool) -> bool:
        """Put a letter in, and return whether there was room or may be waited for; the process's end always fits."""
        with self._changed:
            if not (self._has_room() or isinstance(letter, WorkerExit)):
                if not waiting:
                    return False
                self._changed.wait_for(self._has_room)
            if not self._closed or isinstance(letter, WorkerExit):
                self._letters.append(letter)
                self._bytes += _size(letter)
                self._changed.notify_all()
            return True

    def _has_room(self) -> bool:
        return (len(self._letters) < _WAITING and self._bytes < _WAITING_BYTES) or self._closed

    def take(self, timeout_s: float) -> Answer | WorkerExit | None:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._letters), timeout_s)
            if not self._letters:
                return None
            letter = self._letters.popleft()
            self._bytes -= _size(letter)
            self._changed.notify_all()
            return letter

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._letters.clear()
            self._bytes = 0
            self._changed.notify_all()


def _size(letter: Answer | WorkerExit) -> int:
    """Return about how many bytes of memory a letter takes."""
    if isinstance(letter, Page):
        places = len(letter.blocks) + len(letter.spans) + len(letter.boxes)
        return 4 * len(letter.text) + 128 * places
    return len(letter.rgb) if isinstance(letter, Picture) else 0


class ReaderLink:
    """Starts one reader process and talks with it, one request at a time, until it is ended or dies."""

    def __init__(self, command: WorkerCommand, silence_timeout_s: float) -> None:
        """Start it. Raises ReaderDied where the system will not."""
        self._silence_timeout_s = silence_timeout_s
        self._letters = _Letterbox()
        try:
            self._process: WorkerProcess[Answer] = WorkerProcess.start(
                command,
                Answer,
                self._take_in,
                self._take_in,
                max_frame_bytes=MAX_ANSWER_BYTES,
                silence_timeout_s=silence_timeout_s,
            )
        except OSError as error:
            raise ReaderDied(
                "The reader could not be started.", f"{error.strerror or error}.", "Close other programs and try again."
            ) from error

    @property
    def alive(self) -> bool:
        """Return whether the process lives."""
        return self._process.alive

    @property
    def pid(self) -> int:
        """Return the process's id."""
        return self._process.pid

    def _take_in(self, letter: Answer | WorkerExit) -> None:
        """Take what the process says. While nobody takes it further, the process is held up and owes nothing."""
        if not self._letters.put(letter, waiting=False):
            self._process.expect_answers(False)
            self._letters.put(letter, waiting=True)
            self._process.expect_answers(True)

    def end(self) -> None:
        """End the process and the threads that served it; a talk going on elsewhere ends with ReaderDied."""
        self._letters.close()
        self._process.end()
        self._process.join(_FAREWELL_S)

    def send(self, message: Any) -> None:
        """Send a message. A process that is gone tells so when it is listened to."""
        with contextlib.suppress(BrokenPipeError):
            self._process.send(message)

    def hear(
        self,
        last: type[Last],
        number: int,
        *,
        limit_s: float,
        feed: Iterator[Chunk] | None = None,
        on_page: Callable[[Page], None] | None = None,
        limits: Limits | None = None,
    ) -> Last:
        """Listen until the `last` message of this request's answer comes, and return it.

        `feed` is sent piece by piece as the process takes them; pages go to `on_page`, whose time does not count.
        Raises ReadRefused where that is the answer; ReaderDied where the process ends, is silent, says more than
        `limits` allow or for longer than `limit_s`, or what cannot be true: then it must be ended. A page that is a
        picture adds to that time what one page may take.
        """
        pages = characters = 0
        for _ in range(_UNDER_WAY):
            self._send_next(feed)
        self._process.expect_answers(True)
        try:
            while True:
                started_s = time.monotonic()
                said = self._letters.take(limit_s)
                limit_s -= time.monotonic() - started_s
                if isinstance(said, WorkerExit):
                    raise self._death(said)
                if said is None or limit_s < 0:
                    raise ReaderDied("The reader did not come to an end with this document, and was ended.")
                if isinstance(said, Alive):
                    self._send_next(feed)
                elif isinstance(said, Refused) and said.id == number:
                    raise ReadRefused(said.reason, said.what, said.why, said.next_step, office=said.office or "")
                elif isinstance(said, last) and getattr(said, "id", None) == number:
                    return said
                elif isinstance(said, Page) and said.id == number and on_page is not None and limits is not None:
                    pages, characters = pages + 1, characters + len(said.text)
                    self._look_over(said, pages, characters, limits)
                    limit_s += limits.page_seconds * (said.recognised or said.outcome == "no_text")
                    on_page(said)
        finally:
            self._process.expect_answers(False)

    def _look_over(self, page: Page, pages: int, characters: int, limits: Limits) -> None:
        """Look at a page, the last of so many, before it is taken. Raises ReaderDied."""
        if pages > limits.pages or characters > limits.text_characters + limits.page_characters:
            raise ReaderDied("The reader gave back more than was asked for, and was ended.")
        if not page_fits(page):
            raise self.disbelieved()

    def disbelieved(self) -> ReaderDied:
        """Return how it is told that the process said what cannot be true; it must be ended."""
        return self._death(WorkerExit("protocol", 0))

    def _send_next(self, feed: Iterator[Chunk] | None) -> None:
        if feed is not None and (piece := next(feed, None)) is not None:
            self.send(piece)

    def _death(self, end: WorkerExit) -> ReaderDied:
        what = "The reader stopped over this document."
        next_step = (
            "Other documents are not touched by it. Try this one again; if it happens again, the file is damaged."
        )
        if end.reason == "hung":
            why = f"It said nothing for {self._silence_timeout_s:g} seconds, and was ended."
        elif end.reason == "protocol":
            why = "It said something it should not, and was ended."
        elif end.reason == "signal":
            why = _SIGNALS.get(end.signal_name, f"It was ended by {end.signal_name}.")
        elif end.reason == "closed":
            return ReaderDied("Reading was ended.")
        else:
            why = f"It ended by itself (exit code {end.returncode})."
        return ReaderDied(what, why, next_step)
