"""The reader as the window sees it: hand over a file's bytes, get pages; the process behind it may die of it."""

from __future__ import annotations

import contextlib
import io
import threading
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import msgspec

from paddock.errors import Cancelled, ReaderDied, ReadRefused
from paddock.reader.link import ReaderLink
from paddock.reader.office import TARGETS
from paddock.reader.plausible import picture_fits
from paddock.reader.protocol import (
    CHUNK_BYTES,
    Chunk,
    Done,
    Draw,
    Limits,
    Open,
    Opened,
    Picture,
    ProbeWalls,
    Read,
    Shut,
    Stop,
    Walls,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import IO, BinaryIO

    from paddock.process.supervisor import WorkerCommand
    from paddock.reader.office import OfficeConverter
    from paddock.reader.protocol import Page

__all__ = ["Limits", "ReaderClient"]

MAX_FILE_BYTES: Final = 2 << 30
_NAME_CHARACTERS: Final = 255

Last = TypeVar("Last", Opened, Done, Picture, Walls)


class Cancel(Protocol):
    """What tells running work to stop; an `engine.cancelling.CancelToken` is one."""

    @property
    def cancelled(self) -> bool:
        """Return whether the work is no longer wanted."""

    def heard_by(self, listener: Callable[[], None]) -> AbstractContextManager[None]:
        """Have `listener` called once when it is cancelled while inside, at once if it was before."""


class ReaderClient:
    """Owns at most one reader process, which reads one file after another; another follows where it dies, sparingly.

    `gentle`: its process gets the cores after everyone else, for work that nobody waits for. `office` converts what the
    process cannot open and an office program can, and is to be asked about its walls by whoever wants to know.
    Methods may be called from any thread, one after another: a second caller waits. All but `close` wait for the
    process, so none of the others may be called on the Qt thread.
    """

    def __init__(
        self,
        command: WorkerCommand,
        *,
        gentle: bool = False,
        office: OfficeConverter | None = None,
        silence_timeout_s: float = 60.0,
    ) -> None:
        self._command = command
        self.office = office
        self._gentle = gentle
        self._silence_timeout_s = silence_timeout_s
        self._turn = threading.Lock()
        self._state = threading.Lock()
        self._link: ReaderLink | None = None
        self._memory_bytes = 0
        self._limits = Limits()
        self._document_is_open = False
        self._is_spoilt = False
        self._has_died = False  # over the file before, as far as that was not read whole since
        self._last_id = 0

    @property
    def pid(self) -> int | None:
        """Return the living process's id, None where there is none."""
        with self._state:
            return self._link.pid if self._link is not None and self._link.alive else None

    def open(
        self,
        name: str,
        data: bytes | BinaryIO,
        *,
        password: str | None = None,
        limits: Limits | None = None,
        cancel: Cancel | None = None,
    ) -> Opened:
        """Hand over a file, and return what it is. A file opened before is forgotten.

        `data` may be an open binary file, which is read from its place to its end; `name` is a hint, content decides.
        Raises ReadRefused, ReaderDied, Cancelled, and what reading `data` raises.
        """
        limits = limits or Limits()
        stream = io.BytesIO(data) if isinstance(data, bytes) else data
        here = stream.tell()
        try:
            return self._hand_over(name, stream, password, limits, cancel)
        except ReadRefused as refusal:
            if self.office is None or refusal.office not in TARGETS:
                raise
            stream.seek(here)
            with self.office.converted(refusal.office, stream, cancel) as file:
                if file is None:
                    raise
                opened = self._hand_over(f"{name}.{TARGETS[refusal.office]}", file, None, limits, cancel)
            return msgspec.structs.replace(opened, format=refusal.office)

    def _hand_over(
        self, name: str, stream: IO[bytes], password: str | None, limits: Limits, cancel: Cancel | None
    ) -> Opened:
        here = stream.tell()
        size = stream.seek(0, io.SEEK_END) - here
        stream.seek(here)
        if size > min(MAX_FILE_BYTES, limits.memory_bytes):
            raise ReadRefused(
                "limit",
                f"The file has {size / 1e6:,.0f} MB, which is more than the reader takes.",
                "It must fit into the memory one document may have.",
            )
        with self._turn:
            self._document_is_open = False
            self._limits = limits
            if self._is_spoilt:
                self.close()
            link = self._ready(limits.memory_bytes)
            number = self._next_id()
            with self._whatever_becomes_of(link):
                link.send(
                    Open(
                        id=number,
                        name=name[-_NAME_CHARACTERS:],
                        size=size,
                        password=password,
                        limits=limits,
                        gentle=self._gentle,
                        sparing=self._has_died,
                    )
                )
                opened = link.hear(Opened, number, feed=_pieces(stream, size, cancel), limit_s=_patience(limits))
            self._document_is_open = True
            return opened

    def read(
        self,
        *,
        first: int = 1,
        languages: Sequence[str] = ("eng",),
        on_page: Callable[[Page], None],
        cancel: Cancel | None = None,
    ) -> Done:
        """Read the open file from page `first` on; `on_page` gets each page, in order, on this thread.

        `languages` are Tesseract's, for pictures of text; none: no recognition. Told to stop, it does at the next
        page, with the outcome "part" and no reason. What `on_page` raises stops the reading and is passed on. Raises
        ReaderDied; the pages had until then stand.
        """
        with self._turn:
            link = self._with_a_document()
            number = self._next_id()
            with self._whatever_becomes_of(link):
                link.send(Read(id=number, first=first, languages=tuple(languages)))
                with contextlib.ExitStack() as stack:
                    if cancel is not None:
                        stack.enter_context(cancel.heard_by(lambda: link.send(Stop(id=number))))
                    done = link.hear(
                        Done, number, on_page=on_page, limits=self._limits, limit_s=_patience(self._limits)
                    )
                self._note(done.reason)
                self._has_died = False
                # A thread may still be stuck in a page of what was stopped, and parsers take no two at a time.
                self._is_spoilt |= cancel is not None and cancel.cancelled
                return done

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]] = ()) -> Picture:
        """Return a page of the open file as a picture `width` pixels wide, with the rectangles of `marks` on it.

        A mark is a range of the source's characters: where it begins (`Span.source` and what is added), and how many.
        Raises ReadRefused, ReaderDied.
        """
        with self._turn:
            link = self._with_a_document()
            number = self._next_id()
            with self._whatever_becomes_of(link):
                link.send(Draw(id=number, page=page, width=width, marks=tuple(marks)))
                picture = link.hear(Picture, number, limit_s=_patience(self._limits))
                if not picture_fits(picture, width, len(marks)):
                    raise link.disbelieved()
                return picture

    def shut(self) -> None:
        """Have the process forget the open file and wait for the next."""
        with self._turn:
            self._document_is_open = False
            if self._link is not None and self._link.alive:
                self._link.send(Shut())

    def probe(self) -> Walls:
        """Have the reader try what it must not be able to do. Raises ReaderDied."""
        with self._turn:
            link = self._ready(0)
            number = self._next_id()
            with self._whatever_becomes_of(link):
                link.send(ProbeWalls(id=number))
                return link.hear(Walls, number, limit_s=_patience(Limits()))

    def close(self) -> None:
        """End the process. What is going on fails with ReaderDied; `open` may be called again later."""
        with self._state:
            link, self._link = self._link, None
        if link is not None:
            link.end()

    # ---------------------------------------------------------------- inside

    def _ready(self, memory_bytes: int) -> ReaderLink:
        """Return a living process that may have this much memory, 0 where it does not matter."""
        with self._state:
            link = self._link
        if link is not None and link.alive and (not memory_bytes or memory_bytes == self._memory_bytes):
            return link
        self.close()
        link = ReaderLink(self._command, self._silence_timeout_s)
        with self._state:
            self._link, self._memory_bytes = link, memory_bytes
        self._is_spoilt = False
        return link

    def _with_a_document(self) -> ReaderLink:
        with self._state:
            link = self._link
        if link is None or not link.alive or not self._document_is_open:
            raise ReaderDied("The document is not open in the reader any more.", "", "Open it again.")
        return link

    @contextlib.contextmanager
    def _whatever_becomes_of(self, link: ReaderLink) -> Iterator[None]:
        """End the process after anything but an answer: what it would say next belongs to the past."""
        try:
            yield
        except ReadRefused as refusal:
            self._note(refusal.reason)
            raise
        except BaseException as error:
            self._has_died |= isinstance(error, ReaderDied)
            with self._state:
                if self._link is link:
                    self._link = None
            link.end()
            raise

    def _note(self, reason: str | None) -> None:
        """Let the next file have a new process where this one may have run out of memory, or be about to end."""
        self._is_spoilt |= reason in {"limit", "bug"}

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id


def _pieces(stream: IO[bytes], size: int, cancel: Cancel | None) -> Iterator[Chunk]:
    """Yield the file in pieces; exactly `size` bytes, whatever the file does meanwhile."""
    left = size
    while left:
        if cancel is not None and cancel.cancelled:
            raise Cancelled("Stopped.")
        piece = stream.read(min(left, CHUNK_BYTES))
        if not piece:
            raise ReadRefused("damaged", "The file became shorter while it was read.", "", "Try again.")
        left -= len(piece)
        yield Chunk(bytes(piece))


def _patience(limits: Limits) -> float:
    """Return how long an answer may take altogether, in seconds: the reader ends itself long before."""
    return limits.seconds * 5 + 60
