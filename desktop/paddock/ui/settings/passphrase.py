"""Who keeps the key of the chats, and changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from paddock.ui.unlock.fields import NewPassphrase, secret_field
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.on_screen import at_least
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from paddock.errors import UserError
    from paddock.ui.desk import Desk


class PassphraseSection(QWidget):
    """Says where the key is and offers the change that is possible from there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        make = Buttons(desk.theme, desk.icons)
        self._where = words("", "")
        self._change = make.push("", "", "key")
        self._to_keyring = make.push(self.tr("Keep the key in the system's keyring…"))
        self._change.clicked.connect(lambda: self._open(to_keyring=False))
        self._to_keyring.clicked.connect(lambda: self._open(to_keyring=True))
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self._change)
        flow.addWidget(self._to_keyring)
        spaced(desk.theme, flow, (0, 6, 0, 0), 8)
        column = QVBoxLayout(self)
        column.addWidget(self._where)
        column.addWidget(row)
        spaced(desk.theme, column, (0, 10, 0, 0), 2)
        self._state = "none"
        self._show("none", available=False)

    def refresh(self) -> None:
        """Ask where the key is."""
        custody = self._desk.paddock.custody
        self._desk.tasks.do(
            self,
            lambda: (custody.state(), custody.keyring_available()),
            lambda found: self._show(found[0], available=found[1]),
        )

    def _show(self, state: str, *, available: bool) -> None:
        self._state = state
        if state == "keyring":
            self._where.setText(self.tr("The key of your chats lies in the system's keyring."))
            self._change.setText(self.tr("Use a passphrase instead…"))
        else:
            self._where.setText(self.tr("The key of your chats opens with your passphrase."))
            self._change.setText(self.tr("Change the passphrase…"))
        self._to_keyring.setVisible(state == "passphrase" and available)

    def _open(self, *, to_keyring: bool) -> None:
        dialog = ChangeDialog(
            self._desk, has_old=self._state == "passphrase", to_keyring=to_keyring, parent=self.window()
        )
        dialog.finished.connect(lambda _code: self.refresh())
        dialog.open()


class ChangeDialog(QDialog):
    """Asks for the old passphrase and the new one; the old way stays until the new one was tried."""

    def __init__(self, desk: Desk, *, has_old: bool, to_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._desk = desk
        self._to_keyring = to_keyring
        title = self.tr("Move the key to the keyring") if to_keyring else self.tr("Choose a new passphrase")
        self.setWindowTitle(title)
        make = Buttons(desk.theme, desk.icons)
        self._banner = Banner(desk.theme, desk.icons)
        self._old: QLineEdit | None = secret_field(desk, self.tr("Passphrase now")) if has_old else None
        self._new = None if to_keyring else NewPassphrase(desk)
        self._accept = make.push(self.tr("Change"), "primary")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self._try)
        cancel = make.push(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(words(title, "heading"))
        column.addWidget(self._banner)
        if self._old is not None:
            label = words(self.tr("Passphrase now"), "strong")
            label.setBuddy(self._old)
            column.addWidget(label)
            column.addWidget(self._old)
            self._old.textChanged.connect(lambda _text: self._check())
        if self._new is not None:
            column.addWidget(self._new)
            self._new.changed.connect(self._check)
        if self._old is not None and self._new is not None:
            QWidget.setTabOrder(self._old, self._new.first)  # past its eye, as between the other two
            QWidget.setTabOrder(self._new.first, self._new.second)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._accept)
        column.addLayout(row)
        spaced(desk.theme, column, (24, 20, 24, 18), 10)
        at_least(desk.theme, self, 440)
        self._check()

    def _check(self) -> None:
        old_given = self._old is None or bool(self._old.text())
        self._accept.setEnabled(old_given and (self._new is None or self._new.is_good))

    def _try(self) -> None:
        old = self._old.text() if self._old is not None else None
        custody = self._desk.paddock.custody
        new = self._new.text if self._new is not None else ""
        self._accept.setEnabled(False)
        to_keyring = self._to_keyring

        def work() -> None:
            if to_keyring:
                custody.to_keyring(old or "")
            else:
                custody.change_passphrase(old, new)

        self._desk.tasks.do(self, work, self._on_done, failed=self._on_failed, lane="custody")

    def _on_done(self, _none: object) -> None:
        said = self.tr("The key is in the keyring now.") if self._to_keyring else self.tr("The passphrase is changed.")
        self._desk.notices.say(said)
        self.accept()

    def _on_failed(self, error: UserError) -> None:
        self._check()
        self._banner.show_error(error, tone="warning")
        if self._old is not None:
            self._old.setFocus()
            self._old.selectAll()
