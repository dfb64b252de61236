"""Asks for the token with which a hub knows who fetches a model that is not for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import at_least
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from paddock.ui.desk import Desk


def ask_token(desk: Desk, parent: QWidget, take: Callable[[str], object], *, lasts: bool) -> QDialog:
    """Open the dialog; `take` gets the token, if one was given. `lasts`: it is kept for the next starts too."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("TokenDialog", "Token"))
    dialog.setModal(True)
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(500)
    field.setAccessibleName(QCoreApplication.translate("TokenDialog", "Token of the hub"))
    make = Buttons(desk.theme, desk.icons)
    give = make.push(QCoreApplication.translate("TokenDialog", "Go on"), "primary")
    give.setDefault(True)
    give.setEnabled(False)
    cancel = make.push(QCoreApplication.translate("TokenDialog", "Cancel"))
    cancel.clicked.connect(dialog.reject)
    field.textChanged.connect(lambda text: give.setEnabled(bool(text.strip())))

    def done() -> None:
        token = field.text().strip()
        dialog.accept()
        take(token)

    give.clicked.connect(done)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(give)
    column = QVBoxLayout(dialog)
    column.addWidget(words(QCoreApplication.translate("TokenDialog", "This model is not for everybody"), "heading"))
    about = QCoreApplication.translate(
        "TokenDialog",
        "Its makers want to know who asks: agree to their terms on the model's page of the hub, make a token there "
        "(“read” is enough) and put it in here.",
    )
    column.addWidget(words(about, "muted"))
    kept = (
        QCoreApplication.translate(
            "TokenDialog",
            "It goes to the hub alone and is kept in the system's keyring until you have it forgotten in the settings.",
        )
        if lasts
        else QCoreApplication.translate(
            "TokenDialog",
            "It goes to the hub alone. No keyring of this system is open, so it is kept until the program ends, and "
            "asked for again after that.",
        )
    )
    column.addWidget(words(kept, "muted"))
    column.addWidget(field)
    column.addLayout(row)
    spaced(desk.theme, column, (24, 20, 24, 18), 12)
    at_least(desk.theme, dialog, 460)
    dialog.open()
    field.setFocus()
    return dialog
