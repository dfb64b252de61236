"""Opens the library after the chats, and brings to the Qt thread what happens in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from paddock.engine.cancelling import CancelToken
from paddock.errors import UserError
from paddock.ui.notices import Action
from paddock.ui.tasks import Call, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.library.adding import Found
    from paddock.library.embedding import Progress as EmbeddingProgress
    from paddock.library.library import Library
    from paddock.library.progress import Progress
    from paddock.ui.notices import Notices

_OPEN_AFTER_MS = 250  # the first conversation is on the screen by then
_LOOK_EVERY_MS = 30_000
_LANE = "library"


class LibraryFeed(QObject):
    """`changed` carries a `library.types.Changed`; `progressed` and `embedded` where reading and vectors stand.

    All come on the Qt thread, and none after `close`. `troubled` carries why vectors could not be made, or None once
    they could.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    progressed = Signal(object)
    embedded = Signal(object)
    troubled = Signal(object)
    _told_change = Signal(int, object)
    _told_progress = Signal(int, object)
    _told_embedding = Signal(int, object)
    _told_trouble = Signal(int, object)

    def __init__(self, paddock: Paddock, tasks: Tasks, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paddock = paddock
        self._tasks = tasks
        self._notices = notices
        self._library: Library | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._time = 0  # what an earlier unlocking still had to tell is dropped
        self._looking: CancelToken | None = None
        self._models: frozenset[str] | None = None
        self.progress: Progress | None = None
        self.embedding: EmbeddingProgress | None = None
        self.trouble: UserError | None = None
        self._told_change.connect(self._on_change, Qt.ConnectionType.QueuedConnection)
        self._told_progress.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._told_embedding.connect(self._on_embedding, Qt.ConnectionType.QueuedConnection)
        self._told_trouble.connect(self._on_trouble, Qt.ConnectionType.QueuedConnection)
        self._opener = QTimer(self)
        self._opener.setSingleShot(True)
        self._opener.setInterval(_OPEN_AFTER_MS)
        self._opener.timeout.connect(self._start)
        self._looker = QTimer(self)
        self._looker.setInterval(_LOOK_EVERY_MS)
        self._looker.timeout.connect(self.look)

    # ------------------------------------------------------------ open and closed

    @property
    def library(self) -> Library | None:
        """Return the library while the store is open."""
        return self._library

    def open(self) -> None:
        """Hear the library, and have it go on with its work soon. The store has just been unlocked."""
        self.close()
        self._time += 1
        time = self._time
        library = self._library = self._paddock.library
        self._unsubscribe = library.vault.subscribe(lambda change: self._told_change.emit(time, change))
        library.listen(
            lambda progress: self._told_progress.emit(time, progress),
            lambda progress: self._told_embedding.emit(time, progress),
            lambda trouble: self._told_trouble.emit(time, trouble),
        )
        self._opener.start()
        self._looker.start()
        self.opened.emit()
        if (aside := self._paddock.library_put_aside) is not None:
            self._paddock.library_put_aside = None
            what = self.tr("The store of documents was damaged, and was put aside.")
            why = self.tr("It lies in {0}. Your chats and your files are untouched.").format(aside)
            self._notices.complain(UserError(what, why, self.tr("Add your documents again to have them read anew.")))

    def close(self) -> None:
        """Hear nothing any more; the store is about to be locked."""
        self._opener.stop()
        self._looker.stop()
        if self._looking is not None:
            self._looking.cancel()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._library is not None:
            self._library = None
            self.progress = self.embedding = self.trouble = None
            self._time += 1
            self.closed.emit()

    def _start(self) -> None:
        if (library := self._library) is not None:
            self._tasks.do(self, library.open, failed=self._on_start_failed, lane=_LANE)

    def _on_start_failed(self, error: UserError) -> None:
        if self._library is not None:
            self._notices.complain(error, Action(self.tr("Try again"), self._start))

    # ------------------------------------------------------------ taking in

    def add(
        self,
        paths: Sequence[Path],
        collection_id: int | None = None,
        done: Callable[[Found], object] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        """Take files and folders into the library, on the pool; `done` gets what was found once all was looked through.

        Whoever has dropped files to deal with may call it. Does nothing while the store is locked.
        """
        library = self._library
        if library is None or not paths:
            return
        stopping = CancelToken()

        def taken(found: Found) -> None:
            from paddock.ui.documents.phrases import passed_by  # noqa: PLC0415 - not at the start

            if words := passed_by(found):
                self._notices.say(words)
            if done is not None:
                done(found)

        self._tasks.run(
            Call(
                lambda _report: library.ingest.add(paths, collection_id, urgent=urgent, cancel=stopping),
                self,
                done=taken,
                stop=stopping.cancel,
            )
        )

    def clear_trouble(self) -> None:
        """Take it that vectors can be made again; the library says so where they cannot."""
        self.trouble = None
        self.troubled.emit(None)

    def try_again(self) -> None:
        """Have it tried again what stood in the way of vectors; the trouble is told again where it lasts."""
        if self._library is not None:
            self.clear_trouble()
            self._library.keeping_up.wake()

    def follow_models(self, names: frozenset[str]) -> None:
        """Have the vectors made by what is installed now, where that has changed or something stood in the way.

        `names` are those of the models that serve search.
        """
        changed, self._models = self._models is not None and names != self._models, names
        if self._library is not None and (changed or self.trouble is not None):
            self._library.keeping_up.wake()

    def look(self) -> None:
        """Look through the watched folders for what is new or changed."""
        library = self._library
        if library is None or self._looking is not None:
            return
        looking = self._looking = CancelToken()

        def ended() -> None:
            self._looking = None

        self._tasks.run(
            Call(
                lambda _report: library.ingest.look(looking) if library.store.watched() else None,
                self,
                failed=self._on_look_failed,
                ended=ended,
                stop=looking.cancel,
            )
        )

    def _on_look_failed(self, error: UserError) -> None:
        if self._library is not None:
            self._notices.complain(error)

    # ------------------------------------------------------------ hearing

    def _on_change(self, time: int, change: object) -> None:
        if time == self._time:
            self.changed.emit(change)

    def _on_progress(self, time: int, progress: Progress) -> None:
        if time == self._time:
            self.progress = progress
            self.progressed.emit(progress)

    def _on_embedding(self, time: int, progress: EmbeddingProgress) -> None:
        if time == self._time:
            self.embedding = progress
            self.embedded.emit(progress)

    def _on_trouble(self, time: int, trouble: UserError | None) -> None:
        if time == self._time:
            self.trouble = trouble
            self.troubled.emit(trouble)
