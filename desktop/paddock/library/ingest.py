"""Takes files in: looks through what is dropped, and has the queue read by several readers at once."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock import __version__
from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, UserError, VaultLocked
from paddock.library.adding import Adding, Found
from paddock.library.files import FoundFile
from paddock.library.progress import Meter, Progress
from paddock.library.reading import Reading
from paddock.library.shelf import NotInLibrary
from paddock.reader.protocol import PROTOCOL_VERSION, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from paddock.library.queue import Claim, Drop
    from paddock.library.reading import DocumentReader
    from paddock.library.store import LibraryStore

__all__ = ["Found", "Ingest", "Progress"]

_PATIENCE_S: Final = 5.0
_LARGEST_FILE: Final = 2 << 30  # reader.protocol.Open takes no more


class Ingest:
    """The queue at work. Threads and reader processes live only while there is something to read.

    `make_reader` makes a reader (none is started by that). `languages` are Tesseract's, for pictures of text. At most
    `workers` documents are read at a time; without a number, one for each processor but one. `on_progress` is called
    on the workers' threads, at most ten times a second and at each change of state; it must be quick, and call nothing
    here.

    The calls are synchronous and thread-safe; `add`, `look` and `reread` read files and take their time.
    """

    def __init__(
        self,
        store: LibraryStore,
        make_reader: Callable[[], DocumentReader],
        *,
        languages: Sequence[str] = ("eng",),
        workers: int | None = None,
        limits: Limits | None = None,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self.languages = tuple(languages)
        self.limits = limits or Limits()
        self.meter = Meter(timer, on_progress)
        self._store = store
        self._make_reader = make_reader
        self._most_workers = workers or max(1, (os.cpu_count() or 2) - 1)
        self._timer = timer
        most_bytes = min(_LARGEST_FILE, self.limits.memory_bytes)
        self._adding = Adding(store, most_bytes, self._wake, timer)
        self._changed = threading.Condition()
        self._workers: dict[threading.Thread, DocumentReader] = {}
        self._calls = 0
        self._tokens: dict[int, tuple[int, CancelToken]] = {}
        self._passwords: dict[int, str] = {}
        self._to_free: list[int] = []
        self._walks = 0
        self._stops = 0
        self._closing = 0
        self._paused = False
        self._closed = False

    # ---------------------------------------------------------------- what a person does

    def start(self) -> None:
        """Go on with what an earlier run left, also in the middle of a folder. Call it once, after opening the store.

        Raises DiskFull, VaultError.
        """
        self._store.free_dead()
        self._wake()
        for drop in self._store.take_drops():
            self._look_through(drop, CancelToken())

    def add(
        self,
        paths: Sequence[Path],
        collection_id: int | None = None,
        *,
        urgent: bool = False,
        cancel: CancelToken | None = None,
    ) -> Found:
        """Take in files and folders with all below them; reading begins while they are still looked through.

        Returns when all were looked through. What was dropped is remembered first: a crash midway loses none of it,
        `start` goes on. `urgent` files are read before all others. Stopped by `cancel`, what was found until then
        stays. Raises Cancelled (by `stop` too), DiskFull, NotInLibrary, VaultError.
        """
        cancel = cancel or CancelToken()
        absolute = list(dict.fromkeys(path.absolute() for path in paths))
        found = Found()
        for drop in self._store.note_drop(absolute, collection_id, int(urgent)):
            found += self._look_through(drop, cancel)
        return found

    def look(self, cancel: CancelToken | None = None) -> Found:
        """Look through the watched folders for what is new or changed; to be called now and then.

        Also takes over what other programs were reading when they ended. Raises Cancelled, DiskFull, VaultError.
        """
        cancel = cancel or CancelToken()
        found = Found()
        for folder in self._store.watched():
            with self._walking():
                more, seen = self._adding.look_at(
                    folder,
                    lambda group, folder=folder: self._store.to_look_at(folder, group),  # type: ignore[misc]  # bound now
                    lambda: cancel.cancelled or self._closed,
                )
                if seen is not None:
                    self._store.note_presence(folder, seen)
            found += more
        self._store.free_dead()
        self._wake()
        return found

    def reread(self, document_ids: Sequence[int], *, cancel: CancelToken | None = None) -> Found:
        """Read documents anew from their files, with what changed in them; the old text stays until the new comes.

        All count as queued, also those whose files did not change; those whose files are all gone stay as they are,
        and count as refused. Raises Cancelled, DiskFull.
        """
        cancel = cancel or CancelToken()
        found = Found()
        unchanged: list[int] = []
        with self._walking():
            for number in document_ids:
                files = [FoundFile(one.path, one.size_bytes, one.mtime_ns) for one in self._store.sources(number)]
                more = self._adding.take(files, None, 0, lambda: cancel.cancelled or self._closed)
                if more.known and not more.queued:
                    unchanged.append(number)
                    more = replace(more, queued=1, known=more.known - 1)
                found += more
        self._store.queue_documents(unchanged, anew=True)
        self._wake()
        return found

    def retry(self, document_ids: Sequence[int], password: str | None = None) -> None:
        """Read again what was refused, stopped, or read in part. A password is kept in memory until that is done.

        What was stopped goes on where it was; the others begin anew. Raises DiskFull, VaultError.
        """
        documents = self._store.documents_with(document_ids)
        stopped = [one.id for one in documents if one.state == "stopped" and one.sha256]
        anew = [one.id for one in documents if one.state in {"refused", "part", "read"} and one.sha256]
        if password is not None:
            with self._changed:
                self._passwords.update(dict.fromkeys(document_ids, password))
        self._store.queue_documents(stopped, priority=1)
        self._store.queue_documents(anew, anew=True, priority=1)
        if unopened := [one.id for one in documents if not one.sha256]:
            self.reread(unopened)
        self._wake()

    def recognise(self, languages: Sequence[str]) -> None:
        """Read text in pictures in these languages from now on; what was read stays until it is read anew."""
        self.languages = tuple(languages)

    def stop(self, document_ids: Sequence[int] | None = None) -> None:
        """Take documents out of the queue; what was read of them stays. Without numbers: all, and look for no more."""
        if document_ids is None:
            self._stops += 1
        stopped = set(self._store.stop(document_ids))
        with self._changed:
            tokens = [token for number, token in self._tokens.values() if number in stopped]
            for number in stopped:
                self._passwords.pop(number, None)
        for token in tokens:
            token.cancel()

    def pause(self) -> None:
        """Read nothing until `resume`; what is being read is kept up to its last page, and goes on from there."""
        self._pause(None)

    def resume(self) -> None:
        """Go on reading."""
        with self._changed:
            self._paused = False
        files, _ = self._store.left()
        self.meter.state("reading" if self._workers or files else "idle")  # never idle between: counting began anew
        self._wake()

    @property
    def paused(self) -> bool:
        """Return whether the queue was paused, by a person or by a full disk."""
        return self._paused

    @property
    def progress(self) -> Progress:
        """Return where the queue stands."""
        return self.meter.now()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing is being looked through or read; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not (self._workers or self._closing or self._walks), timeout_s)

    def close(self) -> None:
        """Stop reading and end the readers; what is in the queue stays there. Call it before the store is locked."""
        with self._changed:
            self._closed = True
            tokens = [token for _, token in self._tokens.values()]
            readers = list(self._workers.values())
            self._passwords.clear()
        for token in tokens:
            token.cancel()
        if not self.wait(_PATIENCE_S):
            for reader in readers:
                reader.close()
            self.wait(_PATIENCE_S)
        with contextlib.suppress(UserError):  # it is freed by the next start all the same
            self._free()

    # ---------------------------------------------------------------- what the workers need (reading.Desk)

    @property
    def read_with(self) -> str:
        """Return what reads: the program and the languages."""
        return f"{__version__}/{PROTOCOL_VERSION}/{'+'.join(self.languages)}"

    @property
    def going(self) -> bool:
        """Return whether reading is wanted."""
        return not self._paused and not self._closed

    def begin(self, claim: Claim) -> CancelToken:
        """Note that a document is being read."""
        token = CancelToken()
        with self._changed:
            self._tokens[claim.job_id] = (claim.document_id, token)
        self.meter.begin(claim.job_id, claim.name, claim.size_bytes)
        if not self.going:
            token.cancel()
        return token

    def end(self, claim: Claim, *, over: bool) -> None:
        """Note that a document is not read any more."""
        with self._changed:
            self._tokens.pop(claim.job_id, None)
            if over:
                self._passwords.pop(claim.document_id, None)
        self.meter.end(claim.job_id, over=over)

    def password(self, document_id: int) -> str | None:
        """Return the password given for a document that is being read again."""
        with self._changed:
            return self._passwords.get(document_id)

    def now_s(self) -> float:
        """Return seconds that only grow."""
        return self._timer()

    # ---------------------------------------------------------------- inside

    def _look_through(self, drop: Drop, cancel: CancelToken) -> Found:
        stops = self._stops
        with self._walking():
            try:
                found = self._adding.look_through(
                    drop, lambda: cancel.cancelled or self._closed or self._stops != stops
                )
            except (Cancelled, NotInLibrary):
                if not self._closed:
                    self._store.end_drop(drop)
                raise
            self._store.end_drop(drop)
        self._wake()
        return found

    @contextlib.contextmanager
    def _walking(self) -> Iterator[None]:
        with self._changed:
            self._walks += 1
        self.meter.looking(1)
        try:
            yield
        finally:
            self.meter.looking(-1)
            with self._changed:
                self._walks -= 1
                self._changed.notify_all()

    def _wake(self) -> None:
        """See to it that there are workers if there is work."""
        if self._closed:
            return
        files, size_bytes = self._store.left()
        self.meter.turned((), files, size_bytes)
        if not self.going:
            return
        self._free()
        started = []
        with self._changed:
            self._calls += 1
            while self.going and len(self._workers) < min(self._most_workers, files):
                reader = self._make_reader()
                thread = threading.Thread(target=self._work, args=(reader,), name="library-reader", daemon=True)
                self._workers[thread] = reader
                started.append(thread)
            first = started and len(started) == len(self._workers)
        if first:
            self.meter.state("reading")
        for thread in started:
            thread.start()

    def _work(self, reader: DocumentReader) -> None:
        """Live as a worker. Whatever goes wrong pauses the queue and says why; nothing that was kept is lost."""
        reading = Reading(self._store, reader, self)
        try:
            self._read_all(reading)
        except VaultLocked:
            self._leave()
        except UserError as error:
            self._fail(reading, error)
        except BaseException:
            self._fail(reading, UserError("Reading stopped over a fault of Paddock's own.", "", "Go on, or report it."))
            raise
        finally:
            reader.close()
            with self._changed:
                self._closing -= 1
                self._changed.notify_all()

    def _read_all(self, reading: Reading) -> None:
        while True:
            calls = self._calls
            reading.run()
            with self._changed:  # whoever wakes from here on starts a new worker
                if calls == self._calls or not self.going:
                    self._leave()
                    return

    def _fail(self, reading: Reading, trouble: UserError) -> None:
        with self._changed:
            self._to_free += reading.held
        self._pause(trouble)
        self._leave()

    def _leave(self) -> None:
        with self._changed:
            self._workers.pop(threading.current_thread())
            self._closing += 1
            if not self._workers:
                self.meter.state("paused" if self._paused else "idle", self.meter.trouble)

    def _pause(self, trouble: UserError | None) -> None:
        with self._changed:
            self._paused = True
            tokens = [token for _, token in self._tokens.values()]
        for token in tokens:
            token.cancel()
        self.meter.state("paused", trouble)

    def _free(self) -> None:
        with self._changed:
            jobs, self._to_free = self._to_free, []
        if jobs:
            try:
                self._store.free(jobs)
            except BaseException:
                with self._changed:
                    self._to_free += jobs
                raise
