"""One worker of the queue: takes documents, has them read, and keeps their pages as they come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from paddock.errors import Cancelled, ReaderDied, ReadRefused
from paddock.library.files import FoundFile, HashedFile, unreachable
from paddock.library.queue import Claim, Ending, Portion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.engine.cancelling import CancelToken
    from paddock.library.progress import Meter
    from paddock.library.queue import Turn
    from paddock.library.store import LibraryStore
    from paddock.reader.protocol import Done, Limits, Opened, Page

# Pages are kept, and can be searched, this often; a crash costs at most so many.
_KEEP_EVERY_S: Final = 0.5
_KEEP_PAGES: Final = 50
_KEEP_CHARACTERS: Final = 4_000_000
_DEATHS_ALLOWED: Final = 2


class DocumentReader(Protocol):
    """What reads one file after another, in a process of its own (`reader.client.ReaderClient` is one)."""

    def open(
        self,
        name: str,
        data: BinaryIO,
        *,
        password: str | None = None,
        limits: Limits | None = None,
        cancel: CancelToken | None = None,
    ) -> Opened:
        """Take a file's bytes and say what it is. Raises ReadRefused, ReaderDied, Cancelled, OSError."""

    def read(
        self,
        *,
        first: int = 1,
        languages: Sequence[str] = (),
        on_page: Callable[[Page], None],
        cancel: CancelToken | None = None,
    ) -> Done:
        """Read the open file from page `first` on. Raises ReaderDied, and what `on_page` raises."""

    def close(self) -> None:
        """End the process; one that reads fails with ReaderDied."""


class Desk(Protocol):
    """What the workers share; `ingest.Ingest` is it."""

    languages: tuple[str, ...]
    limits: Limits
    meter: Meter

    @property
    def read_with(self) -> str:
        """Return what reads: program and languages."""

    @property
    def going(self) -> bool:
        """Return whether reading is wanted."""

    def begin(self, claim: Claim) -> CancelToken:
        """Note that a document is being read; the token says when that is no longer wanted."""

    def end(self, claim: Claim, *, over: bool) -> None:
        """Note that it no longer is; its password is forgotten where its reading is over."""

    def password(self, document_id: int) -> str | None:
        """Return the password a person gave for this document just now."""

    def now_s(self) -> float:
        """Return seconds that only grow."""


@dataclass
class _Sitting:
    """A document being read: what of it is not kept yet. `last` is the number of the last page had."""

    claim: Claim
    last: int
    anew: bool
    deaths: int
    opened: Opened | None = None
    untold: Opened | None = None
    pages: list[Page] = field(default_factory=list)
    characters: int = 0

    @property
    def has_pages(self) -> bool:
        return self.last > 0

    def portion(self, ending: Ending | None = None, *, let_go: bool = False) -> Portion:
        """Return what is to be kept now. The pages kept earlier go only when something takes their place."""
        replaces = bool(self.pages) or ending is not None
        return Portion(
            self.claim,
            self.untold if replaces else None,
            tuple(self.pages),
            anew=self.anew and replaces,
            deaths=self.deaths,
            ending=ending,
            let_go=let_go,
        )

    def kept(self) -> None:
        """Note that the portion is kept."""
        if self.pages:
            self.anew = False
            self.untold = None
        self.pages = []
        self.characters = 0


class Reading:
    """Reads documents, one after another, until the queue is empty or `desk` no longer wants it."""

    def __init__(self, store: LibraryStore, reader: DocumentReader, desk: Desk) -> None:
        self._store = store
        self._reader = reader
        self._desk = desk
        self._ended: list[Portion] = []
        self._held: dict[int, Claim] = {}
        self._sitting: _Sitting | None = None
        self._turn_at = desk.now_s()

    @property
    def held(self) -> tuple[int, ...]:
        """Return the jobs that were taken and not given back: those to be freed where `run` raised."""
        return tuple(self._held)

    def run(self) -> None:
        """Read. Raises DiskFull, VaultLocked, VaultError: what was not kept by then will be read again."""
        while claims := self._turn(more=self._desk.going).claims:
            for claim in claims:
                self._read(claim)
                if self._is_due():
                    self._turn(more=False)

    # ---------------------------------------------------------------- one document

    def _read(self, claim: Claim) -> None:
        sitting = _Sitting(claim, claim.first - 1, claim.anew, claim.deaths)
        if not self._desk.going:
            self._ended.append(sitting.portion(let_go=True))
            return
        token = self._desk.begin(claim)
        self._sitting = sitting
        ending: Ending | None = None
        try:
            ending = self._to_its_end(sitting, token)
            self._ended.append(sitting.portion(ending, let_go=ending is None))
        finally:
            self._sitting = None
            self._desk.end(claim, over=ending is not None)

    def _to_its_end(self, sitting: _Sitting, token: CancelToken) -> Ending | None:
        """Read on until the document ends or costs too many readers; None where reading is no longer wanted."""
        while True:
            try:
                return self._once(sitting, token)
            except Cancelled:
                return None
            except ReadRefused as error:
                note = " ".join(part for part in (error.what, error.why) if part)
                return Ending("refused", error.reason, note, error.next_step)
            except ReaderDied as error:
                if token.cancelled:
                    return None
                sitting.deaths += 1
                if sitting.deaths >= _DEATHS_ALLOWED:
                    return _died(sitting, error)

    def _once(self, sitting: _Sitting, token: CancelToken) -> Ending | None:
        claim = sitting.claim
        problem: FoundFile | None = None
        for path in claim.paths:
            try:
                with HashedFile(path) as file:
                    opened = self._open(claim, file, token)
                    digest = file.sha256()
                    look = FoundFile(path, file.size_bytes, file.mtime_ns, digest)
            except OSError as error:
                problem = problem or unreachable(path, error)
                continue
            if digest != claim.sha256:  # changed since it was filed; another file may still hold the content
                if digest is not None:
                    self._store.file([look])
                continue
            if isinstance(opened, ReadRefused):
                raise opened
            return self._pages(sitting, opened, token)
        if problem is None:
            return Ending("refused", "unreachable", "The file changed while it was waiting.", "Try again.")
        return Ending("refused", problem.reason, problem.note, problem.next_step)

    def _open(self, claim: Claim, file: HashedFile, token: CancelToken) -> Opened | ReadRefused:
        """Hand the file over; a refusal is returned, so that it can be told from one of other content."""
        try:
            return self._reader.open(
                claim.name,
                file,
                password=self._desk.password(claim.document_id),
                limits=self._desk.limits,
                cancel=token,
            )
        except ReadRefused as error:
            file.read_to_end()
            return error

    def _pages(self, sitting: _Sitting, opened: Opened, token: CancelToken) -> Ending | None:
        claim = sitting.claim
        sitting.opened = sitting.untold = opened
        self._desk.meter.opened(claim.job_id, opened.pages, sitting.last)

        def on_page(page: Page) -> None:
            if page.number <= sitting.last:
                raise ReaderDied("The reader gave this document's pages out of order.")
            sitting.last = page.number
            sitting.pages.append(page)
            sitting.characters += len(page.text)
            self._desk.meter.page(claim.job_id)
            if self._is_due() and claim.job_id in self._turn(more=False).unwanted:
                token.cancel()

        done = self._reader.read(first=sitting.last + 1, languages=self._desk.languages, on_page=on_page, cancel=token)
        if token.cancelled and done.outcome != "whole":
            return None
        return Ending(done.outcome, done.reason or "", done.note, pages=done.pages)

    # ---------------------------------------------------------------- the store's turn

    def _is_due(self) -> bool:
        pages = sum(len(portion.pages) for portion in self._ended)
        characters = sum(len(page.text) for portion in self._ended for page in portion.pages)
        if self._sitting is not None:
            pages += len(self._sitting.pages)
            characters += self._sitting.characters
        late = self._desk.now_s() - self._turn_at >= _KEEP_EVERY_S
        return late or pages >= _KEEP_PAGES or characters >= _KEEP_CHARACTERS

    def _turn(self, *, more: bool) -> Turn:
        portions = self._ended
        if self._sitting is not None and self._sitting.pages:
            portions = [*portions, self._sitting.portion()]
        desk = self._desk
        turn = self._store.turn(portions, desk.read_with, "+".join(desk.languages), more=more)
        settled = [portion.claim.size_bytes for portion in self._ended if portion.ending is not None]
        desk.meter.turned(settled, turn.left_documents, turn.left_bytes)
        for portion in self._ended:
            self._held.pop(portion.claim.job_id, None)
        self._held.update((claim.job_id, claim) for claim in turn.claims)
        self._ended = []
        if self._sitting is not None:
            self._sitting.kept()
        self._turn_at = desk.now_s()
        return turn


def _died(sitting: _Sitting, error: ReaderDied) -> Ending:
    """End a document that its reader died of, again: what was read of it stands."""
    why = " ".join(part for part in (error.what, error.why) if part)
    if not sitting.has_pages:
        often = f"The reader stopped over it {_DEATHS_ALLOWED} times."
        return Ending("refused", "reader", f"{often} {why}", error.next_step)
    where = f"The reader stopped {_DEATHS_ALLOWED} times, the last time after page {sitting.last:,}."
    return Ending("part", "reader", f"{where} {why}", error.next_step)
