"""Opens and closes the vault for the window: who is asked for what, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from paddock.errors import PassphraseNeeded
from paddock.ui.notices import Action

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.errors import UserError
    from paddock.ui.desk import Desk

LANE = "vault"
_LOCK_PATIENCE_MS = 3000  # then it is locked under whatever has not stopped; the vault interrupts its readers


@dataclass(frozen=True)
class Need:
    """What is missing before the vault can be opened: nothing, a first set-up, or a passphrase."""

    what: Literal["nothing", "set up", "passphrase"]
    keyring: bool = False
    keyring_name: str = ""


class Opening(QObject):
    """`opened`: the chats are there. `asked` carries a `Need`, `failed` the error. `locked`: all is closed."""

    opened = Signal()
    asked = Signal(object)
    failed = Signal(object)
    locked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._passphrase: str | None = None
        self._locking = False
        self._lock_begun = False
        self._made = False

    @property
    def made_the_store(self) -> bool:
        """Tell whether this window made the store that is open: nothing was ever kept in it before."""
        return self._made

    def begin(self, given: str | None = None) -> None:
        """Open the vault as far as that goes without asking; `given` is a passphrase from a file."""
        paddock, make = self._desk.paddock, self._make
        self._passphrase = given

        def work() -> Need:
            state = paddock.custody.state()
            if state == "none" and given is None:
                paddock.custody.refuse_to_replace()
                return Need("set up", paddock.custody.keyring_available(), paddock.custody.keyring_name)
            if state == "none":
                make(given)
            elif state == "passphrase" and given is None:
                return Need("passphrase")
            else:
                paddock.unlock(given)
            return Need("nothing")

        self._run(work)

    def set_up(self, passphrase: str | None) -> None:
        """Make the store, its key behind a passphrase or (None) in the keyring."""
        self._run(lambda: self._make(passphrase))

    def unlock(self, passphrase: str | None) -> None:
        """Open the store."""
        self._passphrase = passphrase
        self._run(lambda: self._desk.paddock.unlock(passphrase))

    def restore(self, backup: Path) -> None:
        """Open a backup in the place of a damaged store."""
        paddock, passphrase = self._desk.paddock, self._passphrase

        def done(aside: Path) -> None:
            self._on_open(None)
            said = self.tr("The backup of {0} is open. The damaged store lies in {1}.")
            self._desk.notices.say(said.format(backup.name[:10], aside))

        self._desk.tasks.do(
            self, lambda: paddock.restore_backup(backup, passphrase), done, failed=self._on_failed, lane=LANE
        )

    def start_anew(self) -> None:
        """Put what nothing opens aside, and begin with an empty store."""

        def done(aside: Path) -> None:
            self._desk.notices.say(self.tr("The old store was put aside: {0}").format(aside))
            self.begin()

        self._desk.tasks.do(self, self._desk.paddock.start_anew, done, failed=self._on_failed, lane=LANE)

    def lock(self) -> None:
        """Close the vault once what is being written is written. The view must be wiped already."""
        self._passphrase = None
        if self._locking:
            return
        self._locking = True
        self._desk.changes.stop()
        self._desk.tasks.stop_all()
        if self._desk.tasks.busy:
            self._desk.tasks.idle.connect(self._lock_now, Qt.ConnectionType.SingleShotConnection)
            QTimer.singleShot(_LOCK_PATIENCE_MS, self, self._lock_now)
        else:
            self._lock_now()

    # ------------------------------------------------------------ inside

    def _make(self, passphrase: str | None) -> None:
        self._desk.paddock.set_up(passphrase)
        self._made = True

    def _lock_now(self) -> None:
        if not self._locking or self._lock_begun:
            return
        self._lock_begun = True
        self._desk.tasks.do(self, self._desk.paddock.lock, self._on_locked, lane=LANE)

    def _on_locked(self, _none: object) -> None:
        self._locking = self._lock_begun = False
        self.locked.emit()

    def _run(self, work: Callable[[], object]) -> None:
        self._desk.tasks.do(self, work, self._on_open, failed=self._on_failed, lane=LANE)

    def _on_open(self, need: object) -> None:
        if isinstance(need, Need) and need.what != "nothing":
            self.asked.emit(need)
            return
        self._passphrase = None
        paddock = self._desk.paddock
        self._desk.changes.listen_to(paddock.vault)
        self.opened.emit()
        self._keep_up()

    def _on_failed(self, error: UserError) -> None:
        if isinstance(error, PassphraseNeeded):
            self.asked.emit(Need("passphrase"))
            return
        self.failed.emit(error)

    def _on_upkeep_failed(self, error: UserError) -> None:
        if self._desk.paddock.unlocked and not self._locking:
            self._desk.notices.complain(error, Action(self.tr("Try again"), self._keep_up))

    def _keep_up(self) -> None:
        self._desk.tasks.do(self, self._desk.paddock.maintain, failed=self._on_upkeep_failed, lane="upkeep")
