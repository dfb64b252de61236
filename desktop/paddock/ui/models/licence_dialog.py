"""A licence before it is agreed to: what it demands in plain words beside its full text, and who agrees."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from paddock.ui.sentences import in_language
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import Page, line, words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from paddock.models.licences import Licence
    from paddock.ui.desk import Desk

_WHO_LETTERS = 200
_SIDE_BY_SIDE_PX = 600


class LicenceDialog(QDialog):
    """`agreed` carries who agreed. Shown to be read only, where it was agreed to before or asks for nothing."""

    agreed = Signal(str)

    def __init__(
        self, desk: Desk, licence: Licence, model: str, parent: QWidget | None = None, *, to_agree: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Licence"))
        self._desk = desk
        self._make = Buttons(desk.theme, desk.icons)
        page = self._page = Page(desk.theme, "")
        page.setAccessibleName(licence.name)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing else in it may take the keys that scroll
        page.add(words(in_language(licence.name), "title"))
        about = self.tr("“{0}” is under this licence.")
        if to_agree:
            about = self.tr("“{0}” is under this licence. Read it before the model is used.")
        page.add(words(about.format(model), "muted"))
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.addLayout(self._summary(licence), 1)
        self._sides.addLayout(self._full_text(licence), 1)
        page.add(self._sides)
        page.fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(line())
        column.addWidget(self._foot(to_agree=to_agree))
        spaced(desk.theme, self._sides, (0, 12, 0, 0), 24)
        sized(desk.theme, self, 800, 680)

    # ------------------------------------------------------------ making

    def _summary(self, licence: Licence) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(words(self.tr("In plain words"), "heading"))
        for point in licence.summary:
            row = QHBoxLayout()
            row.addWidget(PlainLabel("•"), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(words(in_language(point)), 1)
            spaced(self._desk.theme, row, spacing=8)
            column.addLayout(row)
        if not licence.known:
            column.addWidget(words(self.tr("Nobody here knows what it demands. Ask whoever made the model.")))
        else:
            column.addWidget(words(self.tr("These words are ours; the licence's own text is what counts."), "small"))
        column.addStretch(1)
        spaced(self._desk.theme, column, spacing=8)
        return column

    def _full_text(self, licence: Licence) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(words(self.tr("The whole text"), "heading"))
        if licence.url:
            column.addLayout(self._address(licence.url))
        for text, heading in (
            (licence.full_text, ""),
            (licence.policy_text, self.tr("The policy on use, which is a part of it")),
        ):
            if text and heading:
                column.addWidget(words(heading, "heading"))
            if text:
                whole = words(text)  # as long as it is: one bar scrolls both sides
                whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(whole)
        column.addStretch(1)
        spaced(self._desk.theme, column, spacing=8)
        return column

    def _address(self, url: str) -> QHBoxLayout:
        field = QLineEdit(url)
        field.setReadOnly(True)
        field.setCursorPosition(0)
        field.setAccessibleName(self.tr("Address of the licence"))
        copy = self._make.tool(self.tr("Copy the address"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(url))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(copy)
        spaced(self._desk.theme, row, spacing=6)
        return row

    def _foot(self, *, to_agree: bool) -> QWidget:
        foot = QWidget()
        rows = self._foot_rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, foot)
        buttons = QHBoxLayout()
        if to_agree:
            self.who = QLineEdit(_user())
            self.who.setMaxLength(_WHO_LETTERS)
            self.who.setAccessibleName(self.tr("Who agrees"))
            self.who.setAccessibleDescription(self.tr("Noted on this computer with the date, and told to nobody."))
            label = PlainLabel(self.tr("Who agrees"))
            label.setBuddy(self.who)
            self.accept_button = self._make.push(self.tr("Accept"), "primary")
            self.accept_button.clicked.connect(self._agree)
            self.who.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
            self.accept_button.setEnabled(bool(self.who.text().strip()))
            later = self._make.push(self.tr("Not now"))
            who = QHBoxLayout()
            who.addWidget(label)
            who.addWidget(self.who, 1)
            spaced(self._desk.theme, who, spacing=10)
            rows.addLayout(who, 1)
            buttons.addStretch(1)
            buttons.addWidget(later)
            buttons.addWidget(self.accept_button)
        else:
            later = self._make.push(self.tr("Close"))
            buttons.addStretch(1)
            buttons.addWidget(later)
        rows.addLayout(buttons)
        later.clicked.connect(self.reject)
        self._first = later  # Enter at once decides nothing
        spaced(self._desk.theme, buttons, spacing=10)
        spaced(self._desk.theme, rows, (32, 12, 32, 16), 10)
        return foot

    # ------------------------------------------------------------ deciding

    def _agree(self) -> None:
        who = " ".join(self.who.text().split())
        self.accept()
        self.agreed.emit(who)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - described by Qt
        super().showEvent(event)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        wide = self.width() >= self._desk.theme.px(_SIDE_BY_SIDE_PX)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(way)
        self._foot_rows.setDirection(way)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process without a user's name, as in a container
        return ""
