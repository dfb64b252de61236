"""A box to tick, drawn with the program's own tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from paddock.ui.icons import Icons


class Tick(QCheckBox):
    """The style sheet draws the box; in the system's own one hardly sees it on a dark ground."""

    def __init__(self, icons: Icons, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._icons = icons

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - described by Qt
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        inset = max(1, box.width() // 8)
        painter = QPainter(self)
        box.adjust(inset, inset, -inset, -inset)
        self._icons.paint(painter, box, self._icons.path("check-bold"), self._icons.colour("on_accent"))
        painter.end()
