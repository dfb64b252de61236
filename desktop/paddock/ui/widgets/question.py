"""A question before something that cannot be undone: what would happen, a red way on, and Keep."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from paddock.ui.widgets.plain import PlainBox


class Question(PlainBox):
    """Give it buttons, then `ask`. Enter and Escape keep everything as it is."""

    def __init__(self, window: QWidget, title: str, what: str, why: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setText(what)
        self.setInformativeText(why)

    def ask(self, otherwise: str = "") -> None:
        """Add Keep, or what is given for it, and open it over the window."""
        keep = self.addButton(otherwise or self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.open()
