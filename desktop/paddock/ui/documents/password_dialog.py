"""Asks for a document's password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import at_least
from paddock.ui.widgets.page import words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from paddock.ui.desk import Desk

translate = QCoreApplication.translate


def ask_password(desk: Desk, parent: QWidget, what: str, take: Callable[[str], object]) -> QDialog:
    """Open the dialog for what is to be read; `take` gets what was typed, which is kept nowhere here."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("PasswordDialog", "Password of a document"))
    dialog.setModal(True)
    used = translate("PasswordDialog", "It is used once, to read {0} now, and kept nowhere.").format(what)
    about = words(used, "muted")
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(1000)
    label = PlainLabel(translate("PasswordDialog", "Password"))
    label.setBuddy(field)
    field.setAccessibleName(label.text())
    make = Buttons(desk.theme, desk.icons)
    accept = make.push(translate("PasswordDialog", "Read it"), "primary")
    cancel = make.push(translate("PasswordDialog", "Cancel"))
    accept.setDefault(True)
    accept.setEnabled(False)
    field.textChanged.connect(lambda text: accept.setEnabled(bool(text)))
    cancel.clicked.connect(dialog.reject)

    def done() -> None:
        if typed := field.text():
            field.clear()
            dialog.accept()
            take(typed)

    accept.clicked.connect(done)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(accept)
    column = QVBoxLayout(dialog)
    for part in (about, label, field):
        column.addWidget(part)
    column.addLayout(row)
    spaced(desk.theme, column, (20, 20, 20, 16), 10)
    at_least(desk.theme, dialog, 400)
    dialog.open()
    field.setFocus()
    return dialog
