"""The row under a message: its versions, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from paddock.ui.transcript.phrases import timing
from paddock.ui.widgets.buttons import name_it
from paddock.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from paddock.chat.types import Message
    from paddock.ui.transcript.materials import Materials

_SAID_MS = 1600


class ActionRow(QWidget):
    """Versions stay in sight where there are several; the rest appears with hover or focus.

    `acted` carries "copy", "edit", "regenerate", "continue", "branch", "delete", "previous" or "next".
    """

    acted = Signal(str)

    def __init__(self, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._materials = materials
        self._user = False
        self._told = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._previous = self._button("previous", self.tr("Previous version"), "caret-left")
        self._count = PlainLabel(parent=self)
        self._count.setProperty("kind", "small")
        self._row.addWidget(self._count)
        self._next = self._button("next", self.tr("Next version"), "caret-right")
        self._copy = self._button("copy", self.tr("Copy message"), "copy")
        self._edit = self._button("edit", self.tr("Edit and send again"), "pencil-simple")
        self._again = self.tr("Answer again")
        self._regenerate = self._button("regenerate", self._again, "arrow-clockwise")
        self._continue = self._button("continue", self.tr("Continue this answer"), "fast-forward")
        self._branch = self._button("branch", self.tr("New chat from here"), "git-branch")
        self._delete = self._button("delete", self.tr("Delete from here"), "trash")
        self._timing = PlainLabel(parent=self)
        self._timing.setProperty("kind", "small")
        self._row.addSpacing(materials.theme.px(6))
        self._row.addWidget(self._timing)
        self._stretch = QWidget(self)
        self._row.addWidget(self._stretch, 1)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._said.timeout.connect(self._copy_is_copy)

    def _button(self, action: str, words: str, icon: str) -> QToolButton:
        button = self._materials.buttons.tool(words, icon, parent=self)
        button.clicked.connect(lambda: self.acted.emit(action))
        self._row.addWidget(button)
        return button

    def show_for(self, message: Message, *, active: bool, writing: bool, last: bool = False) -> None:
        """Show what this message allows. `active`: the pointer or focus is on it. A `last` question has no answer."""
        several = message.versions > 1 and not writing
        for part in (self._previous, self._count, self._next):
            part.setVisible(several)
        self._previous.setEnabled(message.version > 1)
        self._next.setEnabled(message.version < message.versions)
        self._count.setText(f"{message.version}/{message.versions}")
        self._count.setAccessibleName(self.tr("Version {0} of {1}").format(message.version, message.versions))
        user = message.role == "user"
        self._copy.setVisible(active)
        self._edit.setVisible(active and user and not writing)
        self._regenerate.setVisible(active and not writing and (last or not user))
        if self._again != (words := self.tr("Answer") if user else self.tr("Answer again")):
            self._again = words
            name_it(self._regenerate, words)
        self._continue.setVisible(active and not user and not writing and bool(message.text))
        self._branch.setVisible(active and not writing)
        self._delete.setVisible(active and not writing)
        self._told = timing(message) if active and not writing else ""
        self._fit_timing()
        if user != self._user:
            self._user = user
            self._row.removeWidget(self._stretch)
            self._row.insertWidget(0 if user else self._row.count(), self._stretch, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell as much as there is room for."""
        super().resizeEvent(event)
        self._fit_timing()

    def _fit_timing(self) -> None:
        """Leave the speed out, then the count, before either would be cut."""
        buttons = [part for part in self.findChildren(QToolButton) if not part.isHidden()]
        taken = sum(part.sizeHint().width() for part in buttons) + self._materials.theme.px(12)
        taken += 0 if self._count.isHidden() else self._count.sizeHint().width()
        self._timing.ensurePolished()
        width = self._timing.fontMetrics().horizontalAdvance
        for told in (self._told, self._told.split(" · ", 1)[0], ""):
            if width(told) + taken <= self.width():
                break
        self._timing.setText(told)
        self._timing.setVisible(bool(told))

    def set_tab_stop(self, reached: bool) -> None:  # noqa: FBT001 - a setter
        """Let the Tab key reach the buttons, of the message that has the focus only."""
        policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.NoFocus
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(policy)

    def say_copied(self) -> None:
        """Show for a moment that the message was copied."""
        self._copy.setIcon(self._materials.icons.icon("check", "accent"))
        name_it(self._copy, self.tr("Copied"))
        self._said.start()

    def quiet(self) -> None:
        """Say "Copy message" again."""
        if self._said.isActive():
            self._said.stop()
            self._copy_is_copy()

    def _copy_is_copy(self) -> None:
        self._copy.setIcon(self._materials.icons.icon("copy"))
        name_it(self._copy, self.tr("Copy message"))
