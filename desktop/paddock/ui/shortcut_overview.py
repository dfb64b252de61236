"""F1: every shortcut on one page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from paddock.ui.shortcuts import BINDINGS
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import Page, line, tag, words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk


class ShortcutOverview(QDialog):
    """Closes with Esc or its button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("All shortcuts"))
        page = Page(desk.theme, self.tr("All shortcuts"))
        for group, bindings in groupby(BINDINGS, key=lambda binding: binding.group):
            page.section(QCoreApplication.translate("Shortcuts", group))
            block = QWidget()
            grid = QGridLayout(block)
            grid.setColumnStretch(0, 1)
            for row, binding in enumerate(bindings):
                grid.addWidget(words(desk.shortcuts.words(binding.name)), row, 0)
                keys = QHBoxLayout()
                for key in desk.shortcuts.keys(binding.name) or ("",):
                    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                    shown = native or self.tr("none")
                    keys.addWidget(tag(shown, "key" if native else "small"))
                spaced(desk.theme, keys, spacing=6)
                grid.addLayout(keys, row, 1, Qt.AlignmentFlag.AlignRight)
            spaced(desk.theme, grid, (0, 4, 0, 0), 8)
            page.add(block)
        page.fill()
        close = Buttons(desk.theme, desk.icons).push(self.tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        spaced(desk.theme, bottom, (32, 12, 32, 16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(line())
        column.addLayout(bottom)
        sized(desk.theme, self, 560, 640)
        close.setFocus()
