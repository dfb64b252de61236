"""Fields for passphrases: hidden, showable, and a new one typed twice with a word on its strength."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from paddock.ui.widgets.icon_field import IconField
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk

_MAX_CHARS = 1024
_WEAK_BITS, _FAIR_BITS = 40, 60


def secret_field(desk: Desk, name: str) -> QLineEdit:
    """Return a field that hides what is typed until its eye is pressed."""
    field = IconField(desk.theme, desk.icons)
    field.setAccessibleName(name)
    field.setMaxLength(_MAX_CHARS)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    )
    show = field.end_with(QCoreApplication.translate("SecretField", "Show what is typed"), "eye")
    show.setCheckable(True)

    def toggle(shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        show.setIcon(desk.icons.icon("eye-slash" if shown else "eye"))

    show.toggled.connect(toggle)
    return field


def guess_bits(passphrase: str) -> float:
    """Return roughly how many bits it would take to guess: length, kinds of letters, repetition. A hint, no proof."""
    kinds = 0
    for test, size in ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10)):
        kinds += size if any(test(letter) for letter in passphrase) else 0
    kinds += 33 if any(not letter.isalnum() and letter.isascii() for letter in passphrase) else 0
    kinds += 2000 if any(not letter.isascii() for letter in passphrase) else 0
    if not kinds:
        return 0.0
    varied = len(set(passphrase)) / len(passphrase)
    return len(passphrase) * math.log2(kinds) * min(1.0, varied + 0.35)


class NewPassphrase(QWidget):
    """Two fields and a line about strength. `changed` after every key."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = secret_field(desk, self.tr("New passphrase"))
        self.second = secret_field(desk, self.tr("The same again"))
        self._note = words("", "small")
        column = QVBoxLayout(self)
        for text, field in ((self.tr("New passphrase"), self.first), (self.tr("The same again"), self.second)):
            label = words(text, "strong")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            field.textChanged.connect(self._on_typed)
        column.addWidget(self._note)
        spaced(desk.theme, column, spacing=6)
        QWidget.setTabOrder(self.first, self.second)  # their eyes come after both: a passphrase is typed in one go
        self.first.returnPressed.connect(self._on_first_whole)
        self.second.returnPressed.connect(self._on_second_whole)
        self._on_typed()

    @property
    def text(self) -> str:
        """Return what was typed."""
        return self.first.text()

    @property
    def is_good(self) -> bool:
        """Tell whether both fields say the same, and say something."""
        return bool(self.first.text()) and self.first.text() == self.second.text()

    def wipe(self) -> None:
        """Empty both."""
        self.first.clear()
        self.second.clear()

    def _on_first_whole(self) -> None:
        if not self.is_good:
            self.second.setFocus()

    def _on_second_whole(self) -> None:
        if self.first.text() and not self.is_good:
            self._note.setText(self.tr("The two are not the same."))

    def _on_typed(self, _text: str = "") -> None:
        first, second = self.first.text(), self.second.text()
        if not first:
            note = self.tr("Four or five words that do not belong together are strong and easy to keep in mind.")
        elif second and not first.startswith(second):
            note = self.tr("The two are not the same.")
        else:
            bits = guess_bits(first)
            note = (
                self.tr("Weak: easy to guess for someone who has the file.")
                if bits < _WEAK_BITS
                else self.tr("Fair. A few more words make it strong.")
                if bits < _FAIR_BITS
                else self.tr("Strong.")
            )
        self._note.setText(note)
        self.changed.emit()
