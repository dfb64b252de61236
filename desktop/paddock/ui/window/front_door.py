"""Between the person and the store: the page that asks for what opens it, and when it is opened and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from paddock.ui.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from paddock.errors import UserError
    from paddock.ui.desk import Desk
    from paddock.ui.opening import Need
    from paddock.ui.unlock.page import UnlockPage

_OPEN_AFTER_MS = 15  # after the window has the focus and takes keys
_OPEN_AT_LATEST_MS = 400  # where another window keeps the focus


class FrontDoor(QObject):
    """Shows `inside` while the store is open, and what stands before it otherwise. `opened`: the chats are there."""

    opened = Signal()

    def __init__(self, desk: Desk, whole: QStackedWidget, inside: QWidget) -> None:
        super().__init__(whole)
        self._desk = desk
        self._whole = whole
        self._inside = inside
        self._waiting: Callable[[], None] | None = None
        self.page: UnlockPage | None = None
        self._opening = Opening(desk, self)
        self._opening.opened.connect(self._on_opened)
        self._opening.asked.connect(self._on_asked)
        self._opening.failed.connect(self.show_failure)
        self._opening.locked.connect(self._on_locked)

    @property
    def is_inside(self) -> bool:
        """Tell whether what is behind it is shown."""
        return self._whole.currentWidget() is self._inside

    @property
    def made_the_store(self) -> bool:
        """Tell whether this window made the store that is open: nothing was ever kept in it before."""
        return self._opening.made_the_store

    def begin(self, passphrase: str | None) -> None:
        """Open the store once the window takes keys; what is behind the door is shown already."""
        self._desk.shortcuts.set_locked(locked=True)
        self._waiting = lambda: self._opening.begin(passphrase)
        QTimer.singleShot(_OPEN_AT_LATEST_MS, self, self._open_now)

    def on_focus(self) -> None:
        """Open the store soon: the window has the focus."""
        if self._waiting is not None:
            QTimer.singleShot(_OPEN_AFTER_MS, self, self._open_now)

    def shut(self) -> None:
        """Show nothing of what is behind it any more."""
        self._desk.shortcuts.set_locked(locked=True)
        page = self._made()
        page.wipe()
        page.show_locked()
        page.set_busy(busy=True)
        self._whole.setCurrentWidget(page)

    def lock(self) -> None:
        """Close the store. All that showed it must be wiped already."""
        self._opening.lock()

    def show_failure(self, error: UserError) -> None:
        """Say why the store cannot be opened, and what can be done."""
        page = self._made()
        self._whole.setCurrentWidget(page)
        page.show_trouble(error)

    def _open_now(self) -> None:
        """Open the store once: not while the window is being shown, since the first key would have to wait for that."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _made(self) -> UnlockPage:
        if self.page is None:
            from paddock.ui.unlock.page import UnlockPage  # noqa: PLC0415 - most starts need none

            page = self.page = UnlockPage(self._desk)
            page.set_up_wanted.connect(self._opening.set_up)
            page.unlock_wanted.connect(self._opening.unlock)
            page.restore_wanted.connect(self._opening.restore)
            page.anew_wanted.connect(self._opening.start_anew)
            self._whole.addWidget(page)
        return self.page

    def _on_opened(self) -> None:
        self._desk.shortcuts.set_locked(locked=False)
        if self.page is not None:
            self.page.wipe()
        self._whole.setCurrentWidget(self._inside)
        self.opened.emit()

    def _on_asked(self, need: Need) -> None:
        page = self._made()
        self._whole.setCurrentWidget(page)
        if need.what == "set up":
            page.ask_set_up(keyring=need.keyring, keyring_name=need.keyring_name)
        else:
            page.ask_passphrase()

    def _on_locked(self) -> None:
        def show(state: str) -> None:
            page = self._made()
            if state == "passphrase":
                page.ask_passphrase()
            else:
                page.show_locked()

        self._desk.tasks.do(self, self._desk.paddock.custody.state, show, failed=self.show_failure)
