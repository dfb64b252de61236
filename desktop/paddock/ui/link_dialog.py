"""Shows where a link in an answer leads. Nothing is opened: Paddock has no network, nor has what it would start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import at_least
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk


class LinkDialog(QDialog):
    """The whole address, to be read and copied."""

    def __init__(self, desk: Desk, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Link"))
        make = Buttons(desk.theme, desk.icons)
        field = QLineEdit(address)
        field.setReadOnly(True)
        field.setCursorPosition(0)
        field.setAccessibleName(self.tr("Address of the link"))
        copy = make.push(self.tr("Copy the address"), "primary", "copy")
        copy.setDefault(True)

        def take() -> None:
            QGuiApplication.clipboard().setText(address)
            self.accept()

        copy.clicked.connect(take)
        close = make.push(self.tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(copy)
        column = QVBoxLayout(self)
        column.addWidget(words(self.tr("This link was written by a model"), "heading"))
        about = self.tr("It may lead anywhere. Paddock opens no connection; copy the address to open it elsewhere.")
        column.addWidget(words(about, "muted"))
        column.addWidget(field)
        column.addLayout(row)
        spaced(desk.theme, column, (24, 20, 24, 18), 12)
        at_least(desk.theme, self, 480)
        copy.setFocus()
