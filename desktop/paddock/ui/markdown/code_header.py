"""The line above code in a message: its language, and a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from paddock.ui.widgets.plain import PlainLabel

_SAID_MS = 1600


class CodeHeader(QWidget):
    """The line above code: its language, and Copy."""

    copied = Signal(int)

    def __init__(self, ordinal: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.ordinal = ordinal
        self.language = PlainLabel(parent=self)
        self.language.setProperty("kind", "code_language")
        self.copy = QToolButton(self)
        self.copy.setObjectName("code_copy")
        self.copy.setCursor(Qt.CursorShape.PointingHandCursor)
        self.copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.copy.clicked.connect(self._on_clicked)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._said.timeout.connect(self._name_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.language, 1)
        row.addWidget(self.copy)
        self._name_copy()

    def set_language(self, language: str) -> None:
        """Show which language the code is in; "" shows "Code"."""
        self.language.setText(language or self.tr("Code"))
        self.copy.setAccessibleDescription(self.language.text())

    def quiet(self) -> None:
        """Say "Copy" again."""
        self._said.stop()
        self._name_copy()

    def _name_copy(self) -> None:
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy code"))

    def _on_clicked(self) -> None:
        self.copied.emit(self.ordinal)
        self.copy.setText(self.tr("Copied"))
        self._said.start()
