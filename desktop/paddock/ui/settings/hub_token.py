"""Whether a token of the hub is kept, and having it forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk

_LANE = "hub token"


class HubTokenSection(QWidget):
    """Hidden while none is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.addWidget(words(self.tr("Token of the hub"), "strong"))
        about = self.tr("It is kept for models that are not for everybody, and shown to the hub alone.")
        column.addWidget(words(about, "small"))
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.forget = Buttons(desk.theme, desk.icons).push(self.tr("Forget the token"), "", "trash")
        self.forget.setAccessibleDescription(about)
        self.forget.clicked.connect(self._forget)
        row.addWidget(self.forget)
        column.addWidget(buttons)
        spaced(desk.theme, row, (0, 4, 0, 0), 8)
        spaced(desk.theme, column, (0, 8, 0, 0), 0)
        self.hide()

    def refresh(self) -> None:
        """See whether one is kept; a keyring that is locked is not asked."""
        tokens = self._desk.paddock.hub_token
        self._desk.tasks.do(self, lambda: tokens.known, self.setVisible, lane=_LANE)

    def _forget(self) -> None:
        tokens, notices = self._desk.paddock.hub_token, self._desk.notices

        def done(_nothing: None) -> None:
            self.hide()
            notices.say(self.tr("The token is forgotten. On the hub it holds until you end it there."))

        self._desk.tasks.do(self, tokens.forget, done, lane=_LANE)
