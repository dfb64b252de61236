"""What stands where there are no documents yet: what to do, and where to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from paddock.library.types import Collection
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme


class Empty(QWidget):
    """A place to drop files on, with the same two buttons the page has."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        mark = self._mark = PlainLabel()
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ratio = self.devicePixelRatioF()
        follow(theme, mark, lambda: mark.setPixmap(icons.pixmap("file-arrow-down", theme.px(44), "accent", ratio)))
        self._what = words("", "heading")
        self._why = words("", "muted")
        for label in (self._what, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        make = Buttons(theme, icons)
        files = make.push(self.tr("Add files…"), "", "file-plus")
        files.clicked.connect(self.files_wanted)
        folder = make.push(self.tr("Add a folder…"), "", "folder-plus")
        folder.clicked.connect(self.folder_wanted)
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.addStretch(1)
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (mark, self._what, self._why, self._ways):
            column.addWidget(part)
        column.addStretch(1)
        spaced(theme, row, (0, 8, 0, 0), 8)
        spaced(theme, column, (32, 16, 32, 16), 8)
        theme.changed.connect(self._fit)

    def show_for(self, collection: Collection | None) -> None:
        """Speak of a collection, or of the whole library."""
        if collection is None:
            self._what.setText(self.tr("Drop files or whole folders here"))
        else:
            self._what.setText(self.tr("“{0}” is empty: drop files or folders here").format(collection.name))
        self._why.setText(
            self.tr(
                "PDF, Word, Excel, PowerPoint, OpenDocument, e-mail, web pages, text and pictures are read on this "
                "computer. Nothing is uploaded; your files stay where they are."
            )
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what there is room for, what matters most first; the page's head has the same two buttons."""
        px = self._theme.px
        width, room = self.width() - 2 * px(32), self.height() - 2 * px(16)
        for part in (self._what, self._why, self._ways, self._mark):
            height = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
            room -= height + px(8)
            fits = room >= -px(8) and (part is not self._ways or part.sizeHint().width() <= width)
            part.setVisible(fits or part is self._what)
            room += 0 if fits else height + px(8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - described by Qt
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        painter.setPen(QPen(self._theme.palette.color("border_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), px(12), px(12))
        painter.end()
