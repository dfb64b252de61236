"""Lists every shortcut with a field to press new keys into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel, QToolButton, QWidget

from paddock.ui.shortcuts import BINDINGS
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk


class ShortcutTable(QWidget):
    """Only those that can be chosen anew; F1 lists all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields: dict[str, QKeySequenceEdit] = {}
        self._resets: dict[str, QToolButton] = {}
        make = Buttons(desk.theme, desk.icons)
        grid = QGridLayout(self)
        grid.setColumnStretch(0, 1)
        governed = desk.preferences.governed("shortcuts")
        for row, binding in enumerate(one for one in BINDINGS if not one.fixed):
            text = desk.shortcuts.words(binding.name)
            field = QKeySequenceEdit()
            field.setMaximumSequenceLength(1)
            field.setClearButtonEnabled(True)
            field.setAccessibleName(self.tr("Keys for: {0}").format(text))
            field.setEnabled(not governed)
            field.editingFinished.connect(lambda name=binding.name: self._on_edited(name))
            self._name_inner(field)
            self._keep_width(field)
            reset = make.tool(self.tr("Default keys for: {0}").format(text), "arrow-counter-clockwise")
            reset.clicked.connect(lambda _on=False, name=binding.name: self._choose(name, None))
            label = words(text)
            label.setBuddy(field)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
            grid.addWidget(reset, row, 2)
            self._fields[binding.name] = field
            self._resets[binding.name] = reset
        self._note = words("", "warn")
        self._note.hide()
        grid.addWidget(self._note, grid.rowCount(), 0, 1, 3)
        spaced(desk.theme, grid, (0, 4, 0, 0), 6)
        desk.shortcuts.changed.connect(self._show)
        self._show()

    def _keep_width(self, field: QWidget) -> None:
        follow(self._desk.theme, field, lambda: field.setFixedWidth(self._desk.theme.px(190)))

    @staticmethod
    def _name_inner(field: QKeySequenceEdit) -> None:
        for child in field.findChildren(QWidget):
            if not isinstance(child, QLabel):
                child.setAccessibleName(field.accessibleName())

    def _show(self) -> None:
        for name, field in self._fields.items():
            keys = self._desk.shortcuts.keys(name)
            field.setKeySequence(QKeySequence(keys[0] if keys else ""))
            self._resets[name].setVisible(name in self._desk.preferences.current.shortcuts)

    def _on_edited(self, name: str) -> None:
        keys = self._fields[name].keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if (keys,) == self._desk.shortcuts.keys(name)[:1] or (not keys and not self._desk.shortcuts.keys(name)):
            return
        refusal = self._desk.shortcuts.refusal(name, keys)
        self._note.setVisible(bool(refusal))
        self._note.setText(refusal)
        if refusal:
            self._show()
            self._desk.notices.say(refusal)
        else:
            self._choose(name, keys)

    def _choose(self, name: str, keys: str | None) -> None:
        self._note.hide()
        self._desk.shortcuts.choose(name, keys)
