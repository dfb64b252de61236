"""PDF: a process beside the reader's, behind walls of its own, that looks at some of a file's pages meanwhile.

pdfium is not thread-safe, and Python lets one thread work at a time; a process has both to itself. It is forked before
the reader is locked and has threads, locks itself in the same way, is given a copy of the file, and answers with what
it sees of a page. It has read a stranger's bytes, so that its answers are decoded as what they must be, under a cap.
Where it has ended, is stuck or does not know, the reader looks at the page itself; so it does with all of them where
there is one processor, or a system that forks no process like this.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import msgspec

from paddock.errors import WireError
from paddock.process.runtime import collect_seldom
from paddock.process.wire import Receiver, Sender

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.reader.pdf_looking import Looked, Looker

MOST_FILE_BYTES: Final = 64 << 20
_MOST_FRAME_BYTES: Final = 2 * MOST_FILE_BYTES
_PR_SET_PDEATHSIG: Final = 1


class File(msgspec.Struct, tag="file"):
    """The file to look at from here on; nothing is answered."""

    data: bytes


class Look(msgspec.Struct, tag="look"):
    """Asks what is on a page; to be answered within so many seconds of computing, or the process ends."""

    number: int
    most_characters: int
    seconds: float


class Shut(msgspec.Struct, tag="shut"):
    """Asks to forget the file; nothing is answered."""


class Beside:
    """The process beside, as the reader's threads have it."""

    def __init__(self, asks: IO[bytes], answers: IO[bytes]) -> None:
        """Take over the ends of two pipes to the process."""
        self._sender = Sender(asks, _MOST_FRAME_BYTES)
        self._answers = answers
        self._receiver: Receiver[Any] | None = None
        self._is_taken = threading.Lock()
        self._gone = False

    def take(self) -> bool:
        """Take it for oneself, until `leave`; return whether it is still there, and nobody else's."""
        if not self._is_taken.acquire(blocking=False):
            return False
        if self._gone:
            self._is_taken.release()
        return not self._gone

    def leave(self) -> None:
        """Let others have it."""
        self._is_taken.release()

    def tell(self, request: File | Look | Shut) -> None:
        """Tell it something; it may have ended meanwhile. Waits until it has heard."""
        if not self._gone:
            try:
                self._sender.send(request)
            except (OSError, MemoryError):
                self._gone = True

    def answer(self) -> Looked | None:
        """Wait for its next answer; None where it does not know, or has ended, or says what cannot be believed."""
        if self._receiver is None:
            from paddock.reader.pdf_seen import Seen  # noqa: PLC0415 - with it comes pdfium, for PDFs alone

            self._receiver = Receiver(self._answers, Seen, _MOST_FRAME_BYTES)
        try:
            answer = None if self._gone else self._receiver.receive()
        except (WireError, OSError, MemoryError):  # what was not taken in whole leaves nothing to go on with
            answer = None
        self._gone = answer is None
        looked: Looked | None = None if answer is None else answer.looked
        return looked


class LookingBeside:
    """What the process beside sees of one file."""

    def __init__(self, beside: Beside, data: bytes, most_characters: int, page_seconds: float) -> None:
        self._beside = beside
        self._data = data
        self._most_characters = most_characters
        self._page_seconds = page_seconds

    def begin(self) -> bool:
        """Give it the file; return whether it is there, and has done with the file before."""
        if len(self._data) > MOST_FILE_BYTES or not self._beside.take():
            return False
        self._beside.tell(File(self._data))
        return True

    def ask(self, number: int) -> None:
        """Ask for a page, and do not wait for it."""
        self._beside.tell(Look(number, self._most_characters, self._page_seconds))

    def answer(self) -> Looked | None:
        """Wait for what it sees of the page that was asked for first; None where it does not know."""
        return self._beside.answer()

    def end(self) -> None:
        """Have it forget the file."""
        self._beside.tell(Shut())
        self._beside.leave()


def start(lock: Callable[[], object]) -> Beside | None:
    """Fork the process and return it, or None where there is to be none. Call it while there is one thread.

    `lock` locks the process that calls it, and raises where a wall does not stand: then there is none either.
    """
    if not sys.platform.startswith("linux") or (os.cpu_count() or 1) < 2:  # noqa: PLR2004 - it takes one of its own
        return None
    asked, asks = os.pipe()
    answers, answered = os.pipe()
    reader = os.getpid()
    try:
        is_beside = os.fork() == 0
    except OSError:  # no more processes, or no memory for one
        for end in (asked, asks, answers, answered):
            os.close(end)
        return None
    if is_beside:
        # Whatever happens here, this process goes no further: the caller's work is the reader's alone.
        try:
            _serve(asked, answered, reader, lock)
        finally:
            os._exit(0)
    os.close(asked)
    os.close(answered)
    return Beside(os.fdopen(asks, "wb"), os.fdopen(answers, "rb"))


def _serve(asked: int, answered: int, reader: int, lock: Callable[[], object]) -> None:
    if not sys.platform.startswith("linux"):
        return
    _keep_only(asked, answered)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0 or os.getppid() != reader:
        return
    lock()
    collect_seldom()
    requests: Receiver[File | Look | Shut] = Receiver(os.fdopen(asked, "rb"), File | Look | Shut, _MOST_FRAME_BYTES)
    sender = Sender(os.fdopen(answered, "wb"), _MOST_FRAME_BYTES)
    looker: Looker | None = None
    for request in requests:
        if isinstance(request, Look):
            # The kernel ends the process where this runs out, also in the midst of a parser's own code.
            signal.setitimer(signal.ITIMER_PROF, request.seconds)
            _answer(request, looker, sender)
            signal.setitimer(signal.ITIMER_PROF, 0)
            continue
        if looker is not None:
            looker.close(0)
            looker = None
        if isinstance(request, File):
            looker = _looker_of(request.data)


def _looker_of(data: bytes) -> Looker | None:
    from paddock.reader.pdf_calls import CALLS  # noqa: PLC0415 - pdfium, for PDFs alone
    from paddock.reader.pdf_looking import Looker  # noqa: PLC0415 - as above

    CALLS.init_library()
    document = CALLS.load_document(data, len(data), None)
    return Looker(CALLS, document, data) if document else None


def _answer(request: Look, looker: Looker | None, sender: Sender) -> None:
    from paddock.reader.pdf_seen import Seen  # noqa: PLC0415 - as above

    try:
        looked = looker.look_at(request.number, request.most_characters) if looker is not None else None
        sender.send(Seen(looked))
    except (MemoryError, ValueError):  # more than there is room for, or letters no text may hold: the reader looks
        sender.send(Seen(None))


def _keep_only(asked: int, answered: int) -> None:
    """Let go of all that the reader has open, above all of its wire: the window waits for the end of that."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(null, number)
    for number in [int(name.name) for name in Path("/proc/self/fd").iterdir()]:
        if number > 2 and number not in (asked, answered):  # noqa: PLR2004 - the three every process has
            with contextlib.suppress(OSError):  # the one that this list was read from
                os.close(number)
