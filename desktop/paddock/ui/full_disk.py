"""A disk without room: told once, tried again every few seconds, and taken back as soon as something can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from paddock.errors import DiskFull
    from paddock.ui.chat.drafts import Drafts
    from paddock.ui.desk import Desk
    from paddock.ui.notices import Action
    from paddock.ui.widgets.banner import Banner

_AGAIN_AFTER_MS = 3000


class FullDisk(QObject):
    """Keeps one notice for however many things could not be saved. What is typed is what it tries to save."""

    def __init__(self, desk: Desk, drafts: Drafts, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._banner = banner
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_AFTER_MS)
        self._timer.timeout.connect(self._try)
        drafts.kept.connect(self._on_saved)
        desk.changes.changed.connect(self._on_saved)

    def tell(self, error: DiskFull, *actions: Action) -> None:
        """Show it, and begin to try."""
        self._banner.show_error(error, *actions, tone="warning")
        self._told = self._banner.what
        self._timer.start()

    def forget(self) -> None:
        """Try no more: the vault is closed, or another notice has taken the place."""
        self._timer.stop()
        self._told = ""

    def _try(self) -> None:
        if self._desk.paddock.unlocked:
            self._drafts.keep(again=True, failed=self._timer.start)

    def _on_saved(self) -> None:
        if self._told and self._banner.isVisible() and self._banner.what == self._told:
            self._banner.dismiss()
        self.forget()
