"""Words shown as they are: a name or a text from a stranger is never read as HTML, which could load a file."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from paddock.ui.mirroring import leading


class PlainLabel(QLabel):
    """A label that takes nothing for markup, whoever wrote it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(leading() | Qt.AlignmentFlag.AlignVCenter)  # a stranger's words too begin where others do
        self.setText(text)


class PlainBox(QMessageBox):
    """A question box that takes nothing for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def add_danger(self, words: str) -> QPushButton:
        """Return a button for what cannot be undone, as red as such buttons are elsewhere."""
        button = self.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        button.setProperty("kind", "danger")
        button.style().unpolish(button)
        button.style().polish(button)
        return button


def plain_tip(text: str) -> str:
    """Return a tool tip that shows exactly this; Qt guesses whether a tip is HTML and cannot be told."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""
