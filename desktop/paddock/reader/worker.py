"""The reader's process: it locks itself before the first byte of a stranger's file, and reads one file at a time."""

from __future__ import annotations

import io
import os
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.process.confine import Allowed, lock_worker, own_code, probe
from paddock.process.runtime import collect_seldom, run_worker, share_heaps
from paddock.reader.clock import Clock
from paddock.reader.document import LimitReached, Reading, Source, Unreadable
from paddock.reader.formats import open_document
from paddock.reader.inbox import Inbox
from paddock.reader.languages import find_languages, language_folders
from paddock.reader.pdf_beside import start
from paddock.reader.protocol import (
    Alive,
    Chunk,
    Done,
    Draw,
    Limits,
    Open,
    Opened,
    Picture,
    ProbeWalls,
    Read,
    Refused,
    Request,
    Shut,
    Wall,
    Walls,
)
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.process.confine import Mechanism
    from paddock.process.wire import Receiver, Sender
    from paddock.reader.document import Bitmap, Document, Recognised
    from paddock.reader.languages import LanguageData
    from paddock.reader.ocr import Recogniser
    from paddock.reader.pdf_beside import Beside
    from paddock.reader.protocol import Answer, OutcomeKind, Page, Reason

MAX_REQUEST_BYTES: Final = 8 << 20
# Where the parsers' own libraries, and the fonts a page may be drawn with, lie.
_SYSTEM_FOLDERS: Final = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/usr/share/fonts")
_SHARE_OF_RECOGNITION: Final = 0.8  # of a page's time
_FORGIVEN_TO_RECOGNITION: Final = 0.9  # or a scanned book would end after the first few hundred of its pages
# A thread that comes back from a parser waits for another's Python at most so long. Shorter, handing Python over costs
# more than it brings.
_SWITCH_S: Final = 0.002
_NICENESS: Final = 10
_NO_MEMORY: Final = "This document needs more memory than one may have."


def main(own_languages: Sequence[str] = ()) -> int:
    """Run the reader on stdin and stdout; return the exit status.

    `own_languages` are folders of the person's own language data, which may be read beside the packaged one.
    """
    folders = language_folders([Path(name) for name in own_languages])
    return run_worker(partial(_work, folders), requests=Request, max_frame_bytes=MAX_REQUEST_BYTES)


def _work(language_data: tuple[Path, ...], receiver: Receiver[Request], sender: Sender) -> None:
    # The first request is the window's own word and holds no byte of a file; it says how much memory there may be.
    first = receiver.receive()
    if first is None:
        return
    memory_bytes = first.limits.memory_bytes if isinstance(first, Open) else None
    if isinstance(first, Open) and first.gentle and hasattr(os, "nice"):
        os.nice(_NICENESS)  # the lock forbids it afterwards
    folders = (*own_code(), *(Path(name) for name in _SYSTEM_FOLDERS), *language_data)
    share_heaps()
    lock = partial(lock_worker, Allowed(read_folders=folders, memory_bytes=memory_bytes))
    beside = start(lock) if isinstance(first, Open) and not first.sparing else None
    mechanism = lock()
    sys.setswitchinterval(_SWITCH_S)
    collect_seldom()
    inbox = Inbox(receiver)
    inbox.start()
    _Reader(sender, inbox, mechanism, find_languages(language_data), beside).serve(first)


class _Spoilt(Exception):
    """This process is not for the next document: memory ran out, or a bug showed."""


class _Reader:
    """Takes requests one after another and answers each, whatever becomes of it."""

    def __init__(
        self, sender: Sender, inbox: Inbox, mechanism: Mechanism, languages: LanguageData, beside: Beside | None
    ) -> None:
        self._sender = sender
        self._inbox = inbox
        self._mechanism = mechanism
        self._languages = languages
        self._beside = beside
        self._recogniser: Recogniser | None = None
        self._document: Document | None = None
        self._limits = Limits()
        self._clock = Clock(lambda: sender.send(Alive()), self._give_up)
        self._failed: Callable[[Unreadable], Answer] | None = None

    def serve(self, first: Request) -> None:
        """Answer until the window wants no more, or this process is spoilt."""
        self._clock.start()
        request: Request | None = first
        try:
            while request is not None:
                self._dispatch(request)
                request = self._inbox.next()
        except _Spoilt:
            return

    def _dispatch(self, request: Request) -> None:
        if isinstance(request, Open):
            self._open(request)
        elif isinstance(request, Read):
            self._read(request)
        elif isinstance(request, Draw):
            self._draw(request)
        elif isinstance(request, Shut):
            self._shut()
        elif isinstance(request, ProbeWalls):
            self._probe(request.id)

    # ---------------------------------------------------------------- what can be asked

    def _open(self, request: Open) -> None:
        self._shut()
        self._limits = request.limits
        self._clock.new_file(request.limits)

        def work() -> Answer | None:
            data = self._file(request.size)
            if data is None:
                return None
            source = Source(
                data, request.name, request.password, request.limits, sparing=request.sparing, beside=self._beside
            )
            document = self._document = open_document(source)
            return Opened(
                id=request.id,
                format=document.format,
                pages=document.page_count,
                title=one_line(document.title),
                author=one_line(document.author),
                draws=document.draws,
            )

        self._answer(work, lambda failure: _refused(request.id, failure))

    def _file(self, size: int) -> bytes | None:
        """Collect the file's bytes, answering each piece with a sign of life; None where something else comes."""
        collected = io.BytesIO()
        while collected.tell() < size:
            piece = self._inbox.next()
            if not isinstance(piece, Chunk):
                return None
            collected.write(piece.data)
            self._sender.send(Alive())
        return collected.getvalue()

    def _shut(self) -> None:
        document, self._document = self._document, None
        if document is not None:
            document.close()

    def _read(self, request: Read) -> None:
        tally = _Tally(request, self._limits)

        def alive() -> None:
            if self._inbox.is_stopped(request.id):
                raise LimitReached("")
            self._clock.check()

        def work() -> Answer:
            document = self._opened()
            recognises = len(self._languages.missing(request.languages)) < len(request.languages)
            recognise = partial(self._recognise, request.languages)
            reading = Reading(request.id, recognise, alive, self._limits, recognises, self._turn)
            for page in document.pages(request.first, reading):
                self._clock.end()  # sending waits for the window, which is not the document's time
                self._sender.send(page)
                tally.add(page, document.page_count)
                alive()
                self._clock.begin()
            return tally.done(document.page_count, self._languages.missing(request.languages))

        def failed(failure: Unreadable) -> Answer:
            document_pages = self._document.page_count if self._document else 0
            if self._inbox.is_stopped(request.id):
                return tally.part(document_pages, None, "Stopped.")
            return tally.part(document_pages, failure.reason, f"{failure.what} {failure.why}".strip())

        self._answer(work, failed)

    def _turn(self) -> None:
        self._clock.end()
        self._clock.begin()

    def _recognise(self, languages: tuple[str, ...], picture: Bitmap, dots_per_inch: int) -> Recognised | None:
        seconds = self._limits.page_seconds * _SHARE_OF_RECOGNITION
        with self._clock.forgiving(_FORGIVEN_TO_RECOGNITION):
            if self._recogniser is None:
                from paddock.reader.ocr import Recogniser  # noqa: PLC0415 - 40 MB of libraries, for pictures alone

                self._recogniser = Recogniser(self._languages)
            return self._recogniser.recognise(picture, dots_per_inch, languages, seconds=seconds)

    def _draw(self, request: Draw) -> None:
        def work() -> Answer:
            drawn = self._opened().draw(request.page, request.width, request.marks)
            return Picture(
                id=request.id,
                width=drawn.picture.width,
                height=drawn.picture.height,
                rgb=drawn.picture.rgb,
                rectangles=drawn.rectangles,
            )

        self._answer(work, lambda failure: _refused(request.id, failure))

    def _probe(self, number: int) -> None:
        tried = tuple(Wall(one.name, one.held, one.detail) for one in probe("worker"))
        how = self._mechanism
        self._sender.send(Walls(id=number, mechanism=how.name, enforced=how.enforced, note=how.note, probes=tried))

    # ---------------------------------------------------------------- whatever becomes of it

    def _opened(self) -> Document:
        if self._document is None:
            raise Unreadable("empty", "No document is open.")
        return self._document

    def _answer(self, work: Callable[[], Answer | None], failed: Callable[[Unreadable], Answer]) -> None:
        """Send what `work` returns, or what `failed` makes of its failure. Raises _Spoilt after some of these."""
        self._failed = failed
        self._clock.begin()
        spoilt = False
        try:
            answer = work()
        except BrokenPipeError:
            raise
        except Unreadable as failure:
            answer = failed(failure)
        except LimitReached as limit:
            answer = failed(Unreadable("limit", str(limit)))
        except MemoryError:
            spoilt = True
            answer = failed(Unreadable("limit", _NO_MEMORY))
        except Exception as error:  # noqa: BLE001 - whatever a stranger's file runs a parser into costs that file alone
            spoilt = True
            traceback.print_exc()  # kept by the window for a bug report; the person sees only the error's kind
            answer = failed(Unreadable("bug", "Paddock met a fault of its own.", f"{type(error).__name__}."))
        self._clock.end()
        if answer is not None:
            self._sender.send(answer)
        if spoilt:
            raise _Spoilt

    def _give_up(self, sentence: str) -> None:
        """End the process: its other thread is in a parser's code and will not come back in time."""
        if self._failed is not None:
            self._sender.send(self._failed(Unreadable("limit", sentence)))
        os._exit(0)


class _Tally:
    """Counts what was sent of one document, and says how its reading ended."""

    def __init__(self, request: Read, limits: Limits) -> None:
        self._request = request
        self._limits = limits
        self._pages = 0
        self._characters = 0
        self._last = 0
        self._all_read = True
        self._has_pictures = False

    def add(self, page: Page, document_pages: int) -> None:
        """Count a page. Raises LimitReached where it was the last that may be."""
        self._pages += 1
        self._last = max(self._last, page.number)
        self._characters += len(page.text)
        self._all_read &= page.outcome in {"read", "empty"}
        self._has_pictures |= page.recognised or page.outcome == "no_text"
        if self._pages >= self._limits.pages and page.number != document_pages:
            raise LimitReached(f"Only {self._limits.pages:,} pages are read.")
        if self._characters > self._limits.text_characters:
            raise LimitReached(f"Only {self._limits.text_characters:,} characters are read.")

    def done(self, document_pages: int, missing_languages: tuple[str, ...]) -> Done:
        """Return the end of a reading that nothing stopped."""
        if not self._pages and self._request.first == 1:
            note = "There is nothing in it to read."
            return Done(id=self._request.id, outcome="refused", pages=0, reason="empty", note=note)
        outcome: OutcomeKind = "whole" if self._all_read else "part"
        note = ""
        if missing_languages and self._has_pictures:
            note = f"There is no data to recognise these languages in pictures: {', '.join(missing_languages)}."
        return Done(id=self._request.id, outcome=outcome, pages=max(document_pages, self._last), note=note)

    def part(self, document_pages: int, reason: Reason | None, note: str) -> Done:
        """Return the end of a reading that something stopped."""
        pages = max(document_pages, self._last)
        return Done(id=self._request.id, outcome="part", pages=pages, reason=reason, note=one_line(note, 1000))


def _refused(number: int, failure: Unreadable) -> Refused:
    words = (one_line(text, 1000) for text in (failure.what, failure.why, failure.next_step))
    what, why, next_step = words
    return Refused(id=number, reason=failure.reason, what=what, why=why, next_step=next_step, office=failure.office)


if __name__ == "__main__":
    sys.exit(main())
