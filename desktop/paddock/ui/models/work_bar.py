"""How far copying, checking or moving model files is, and its Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from paddock.ui.models.phrases import time_left
from paddock.ui.phrases import number
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf, Work

_STEPS = 1000


class WorkBar(QFrame):
    """Follows the shelf; hidden while nothing is done."""

    def __init__(self, desk: Desk, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._text = Elided()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        stop = Buttons(desk.theme, desk.icons).push(self.tr("Stop"), "", "stop")
        stop.clicked.connect(shelf.stop)
        column = QVBoxLayout()
        column.addWidget(self._text)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.addLayout(column, 1)
        row.addWidget(stop)
        spaced(desk.theme, column, spacing=8)
        spaced(desk.theme, row, (14, 10, 12, 12), 14)
        shelf.progressed.connect(self.show_work)
        self.hide()

    def show_work(self, work: Work | None) -> None:
        """Show where it stands; None hides it."""
        self.setVisible(work is not None)
        if work is None:
            return
        fraction = work.done / work.total if work.total else 0.0
        doing = {
            "copy": self.tr("Copying {0}: {1} %"),
            "move": self.tr("Moving {0}: {1} %"),
            "link": self.tr("Linking {0}: {1} %"),
            "verify": self.tr("Checking {0}: {1} %"),
            "folder": self.tr("Moving the models folder, {0}: {1} %"),
        }[work.doing]
        parts = [doing.format(work.name, int(fraction * 100))]
        if work.count > 1:
            parts.append(self.tr("{0} of {1}").format(number(work.place), number(work.count)))
        if work.seconds_left is not None:
            parts.append(time_left(work.seconds_left))
        self._text.put(" · ".join(parts))
        self._bar.setAccessibleName(parts[0])
        self._bar.setValue(round(_STEPS * fraction))
