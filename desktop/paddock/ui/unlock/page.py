"""Before the chats are open: first set-up, the passphrase, and what to do when the key or the store is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from paddock.errors import KeyLost, VaultDamaged, WrongPassphrase
from paddock.ui.unlock.fields import NewPassphrase, secret_field
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import Column, Page, words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.errors import UserError
    from paddock.ui.desk import Desk

Need = Literal["set up", "passphrase", "keyring", "lost"]

_WIDTH_PX = 460


class UnlockPage(Page):
    """Says what the person decided; opens nothing by itself.

    `set_up_wanted` and `unlock_wanted` carry a passphrase, or None for the keyring; `restore_wanted` the backup to
    take; `anew_wanted` asks for an empty store, the old one put aside.
    """

    set_up_wanted = Signal(object)
    unlock_wanted = Signal(object)
    restore_wanted = Signal(object)
    anew_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Unlock"))
        self._desk = desk
        self._make = Buttons(desk.theme, desk.icons)
        self._mark = PlainLabel()
        self._title = words("", "title")
        self._about = words("", "muted")
        self.banner = Banner(desk.theme, desk.icons)
        self._steps = QWidget()
        self._step_of: dict[Need, QWidget] = {
            "set up": self._make_set_up(),
            "passphrase": self._make_passphrase(),
            "keyring": self._make_keyring(),
            "lost": self._make_lost(),
        }
        steps = QVBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        for step in self._step_of.values():
            steps.addWidget(step)
            step.hide()
        column = Column(desk.theme, lambda: desk.theme.px(_WIDTH_PX))
        for part in (self._mark, self._title, self._about, self.banner, self._steps):
            column.body.addWidget(part)
        spaced(desk.theme, column.body, spacing=12)
        follow(desk.theme, self._mark, self._draw_mark)
        self.body.addStretch(1)
        self.body.addWidget(column)
        self.body.addStretch(2)
        self._need: Need = "keyring"

    def _draw_mark(self) -> None:
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(self._desk.icons.pixmap("lock-key", self._desk.theme.px(40), "accent", ratio))

    # ------------------------------------------------------------ the steps

    def _make_set_up(self) -> QWidget:
        step = QWidget()
        self._use_keyring = self._make.push(self.tr("Keep the key in this system's keyring"), "primary", "key")
        self._use_keyring.clicked.connect(lambda: self._set_up(None))
        self._keyring_about = words("", "small")
        self._or = words(self.tr("or choose a passphrase of your own"), "section")
        self._new = NewPassphrase(self._desk)
        self._use_passphrase = self._make.push(self.tr("Use this passphrase"))
        self._use_passphrase.setEnabled(False)
        self._use_passphrase.clicked.connect(lambda: self._set_up(self._new.text))
        self._new.changed.connect(lambda: self._use_passphrase.setEnabled(self._new.is_good))
        for field in (self._new.first, self._new.second):
            field.returnPressed.connect(self._use_passphrase.click)
        warning = words(
            self.tr(
                "Nobody can open your chats without it, and nobody can bring it back. Write it down somewhere safe."
            ),
            "small",
        )
        column = QVBoxLayout(step)
        for part in (self._use_keyring, self._keyring_about, self._or, self._new, warning, self._use_passphrase):
            column.addWidget(part)
        spaced(self._desk.theme, column, (0, 8, 0, 0), 10)
        return step

    def _make_passphrase(self) -> QWidget:
        step = QWidget()
        self.field = secret_field(self._desk, self.tr("Passphrase"))
        self.field.setPlaceholderText(self.tr("Passphrase"))
        self._open = self._make.push(self.tr("Open"), "primary", "lock-key-open")
        self._open.clicked.connect(self._unlock)
        self.field.returnPressed.connect(self._unlock)
        column = QVBoxLayout(step)
        column.addWidget(self.field)
        column.addWidget(self._open)
        spaced(self._desk.theme, column, (0, 8, 0, 0), 12)
        return step

    def _make_keyring(self) -> QWidget:
        step = QWidget()
        self._reopen = self._make.push(self.tr("Open"), "primary", "lock-key-open")
        self._reopen.clicked.connect(lambda: self._begin(self.unlock_wanted, None))
        column = QVBoxLayout(step)
        column.addWidget(self._reopen)
        spaced(self._desk.theme, column, (0, 8, 0, 0), 12)
        return step

    def _make_lost(self) -> QWidget:
        step = QWidget()
        self._restore = self._make.push("", "primary", "clock-counter-clockwise")
        self._restore.clicked.connect(self._on_restore)
        self._retry = self._make.push(self.tr("Try again"), "", "arrow-clockwise")
        self._retry.clicked.connect(lambda: self._begin(self.unlock_wanted, None))
        self._anew = self._make.push(self.tr("Start with an empty store"), "", "folder-notch-plus")
        self._anew.clicked.connect(lambda: self._begin(self.anew_wanted))
        self._put_aside = words(
            self.tr("Nothing is deleted: what is there now is put aside in its own folder."), "small"
        )
        column = QVBoxLayout(step)
        for part in (self._restore, self._retry, self._anew, self._put_aside):
            column.addWidget(part)
        spaced(self._desk.theme, column, (0, 8, 0, 0), 10)
        return step

    # ------------------------------------------------------------ showing

    def ask_set_up(self, *, keyring: bool, keyring_name: str = "") -> None:
        """Show the first set-up; with `keyring`, keeping the key there is offered first."""
        self._show("set up", self.tr("Your chats are kept encrypted"), self.tr("Who shall keep the key?"))
        for part in (self._use_keyring, self._keyring_about, self._or):
            part.setVisible(keyring)
        about = self.tr("Opens by itself when you are logged in ({0}).").format(keyring_name)
        self._keyring_about.setText(about if keyring_name else self.tr("Opens by itself when you are logged in."))
        if not keyring:
            self._about.setText(
                self.tr("This system has no keyring, so choose a passphrase; it is asked at every start.")
            )
        self._use_passphrase.setProperty("kind", "" if keyring else "primary")
        self._use_passphrase.style().unpolish(self._use_passphrase)
        self._use_passphrase.style().polish(self._use_passphrase)
        (self._use_keyring if keyring else self._new.first).setFocus()

    def ask_passphrase(self, *, again: bool = False) -> None:
        """Ask for the passphrase."""
        self._show("passphrase", self.tr("Locked"), self.tr("Your passphrase opens your chats."), keep_banner=again)
        self.field.setFocus()

    def show_locked(self) -> None:
        """Show that it is locked and opens by the keyring."""
        self._show("keyring", self.tr("Locked"), self.tr("The key lies in this system's keyring."))
        self._reopen.setFocus()

    def show_trouble(self, error: UserError) -> None:
        """Show why it cannot be opened, with what can be done."""
        self.set_busy(busy=False)
        if isinstance(error, WrongPassphrase):
            self.banner.show_error(error, tone="warning")
            self.ask_passphrase(again=True)
            self.field.selectAll()
            return
        backup = error.backup if isinstance(error, VaultDamaged) else None
        self._show("lost", self.tr("Your chats cannot be opened"), "")
        self.banner.show_error(error)
        self._backup = backup
        self._restore.setVisible(backup is not None)
        if backup is not None:
            self._restore.setText(self.tr("Restore the backup of {0}").format(backup.name[:10]))
        self._anew.setVisible(isinstance(error, VaultDamaged | KeyLost))
        self._put_aside.setVisible(not self._anew.isHidden() or backup is not None)
        (self._restore if backup is not None else self._retry).setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being opened, nothing can be pressed twice."""
        self._steps.setEnabled(not busy)
        if busy:
            self._about.setText(self.tr("Opening…"))

    def wipe(self) -> None:
        """Keep nothing that was typed."""
        self.field.clear()
        self._new.wipe()

    _backup: Path | None = None

    def _show(self, need: Need, title: str, about: str, *, keep_banner: bool = False) -> None:
        self._need = need
        self.set_busy(busy=False)
        if not keep_banner:
            self.banner.dismiss()
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for name, step in self._step_of.items():
            step.setVisible(name == need)

    # ------------------------------------------------------------ taking

    def _set_up(self, passphrase: str | None) -> None:
        if passphrase is None or self._new.is_good:
            self._begin(self.set_up_wanted, passphrase)

    def _unlock(self) -> None:
        if self.field.text():
            self._begin(self.unlock_wanted, self.field.text())

    def _on_restore(self) -> None:
        if self._backup is not None:
            self._begin(self.restore_wanted, self._backup)

    def _begin(self, signal: object, *values: object) -> None:
        self.banner.dismiss()
        self.set_busy(busy=True)
        signal.emit(*values)  # type: ignore[attr-defined]  # bound signals have no type of their own in the stubs
