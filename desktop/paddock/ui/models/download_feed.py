"""Downloads as the window sees them: their changes brought to the Qt thread, and what is told when one arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from paddock.ui.models.agreeing import Agreeing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from paddock.errors import UserError
    from paddock.fetcher.protocol import Choice
    from paddock.models.about import About
    from paddock.models.download import Download
    from paddock.models.downloads import Downloads
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf

_TELL_EVERY_MS = 100
_LANE = "downloads"


class DownloadFeed(QObject):
    """`changed` at most ten times a second. Made with the first page that shows downloads; lives with the window."""

    changed = Signal()
    _told = Signal()

    def __init__(self, desk: Desk, shelf: ModelShelf, window: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._agreeing = Agreeing(desk, window, self)
        self._done: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TELL_EVERY_MS)
        self._timer.timeout.connect(self._tell)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._leave = self._downloads.subscribe(self._told.emit)
        self._done |= {one.id for one in self.items if one.state == "done"}

    @property
    def items(self) -> tuple[Download, ...]:
        """Return all downloads but those that were given up, the oldest first."""
        return tuple(one for one in self._downloads.downloads() if one.state != "stopped")

    @property
    def closed(self) -> UserError | None:
        """Return why nothing can be fetched, or None where it can."""
        return self._downloads.closed

    def get(self, choice: Choice, licence: str, title: str, about: About | None = None, *, replaces: str = "") -> None:
        """Have the licence agreed to where it asks, and begin.

        `replaces` names a damaged model whose place it takes.
        """

        def start() -> None:
            downloads = self._downloads
            self._desk.tasks.do(self, lambda: downloads.start(choice, about, replaces=replaces), lane=_LANE)

        self._agreeing.before_getting(licence, title, start)

    def pause(self, number: int) -> None:
        """Pause one."""
        self._do(lambda: self._downloads.pause(number))

    def resume(self, number: int) -> None:
        """Go on with one, or try it again."""
        self._do(lambda: self._downloads.resume(number))

    def give_up(self, number: int) -> None:
        """Give one up, or take one that has ended off the list."""
        self._do(lambda: self._downloads.cancel(number))

    def give_token(self, number: int, token: str) -> None:
        """Go on with one that needs to say who asks."""
        self._do(lambda: self._downloads.give_token(number, token))

    def stop(self) -> None:
        """Hear of nothing more."""
        self._leave()
        self._timer.stop()

    @property
    def _downloads(self) -> Downloads:
        return self._desk.paddock.downloads

    def _do(self, work: Callable[[], None]) -> None:
        self._desk.tasks.do(self, work, lane=_LANE)

    def _on_told(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        arrived = [one for one in self.items if one.state == "done" and one.id not in self._done]
        for one in arrived:
            self._done.add(one.id)
            self._desk.notices.say(self.tr("“{0}” has arrived and is installed.").format(one.title))
        if arrived:
            self._shelf.refresh()
        self.changed.emit()
