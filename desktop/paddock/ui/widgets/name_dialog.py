"""Asks for one short text without stopping the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import at_least
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from paddock.ui.desk import Desk


def ask_name(
    desk: Desk, parent: QWidget | None, title: str, label: str, take: Callable[[str], object], start: str = ""
) -> QDialog:
    """Open a small dialog; `take` gets the text, without spaces at its ends, if it is not empty."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setModal(True)
    field = QLineEdit(start)
    field.setMaxLength(200)
    field.selectAll()
    name = PlainLabel(label)
    name.setBuddy(field)
    field.setAccessibleName(label)
    make = Buttons(desk.theme, desk.icons)
    accept = make.push(QCoreApplication.translate("NameDialog", "OK"), "primary")
    cancel = make.push(QCoreApplication.translate("NameDialog", "Cancel"))
    accept.setDefault(True)
    accept.setEnabled(bool(start.strip()))
    field.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))
    cancel.clicked.connect(dialog.reject)

    def done() -> None:
        text = " ".join(field.text().split())
        if text:
            dialog.accept()
            take(text)

    accept.clicked.connect(done)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(accept)
    column = QVBoxLayout(dialog)
    column.addWidget(name)
    column.addWidget(field)
    column.addLayout(row)
    spaced(desk.theme, column, (20, 20, 20, 16), 10)
    at_least(desk.theme, dialog, 360)
    dialog.open()
    field.setFocus()
    return dialog
