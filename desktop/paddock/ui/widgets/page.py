"""A page of text and controls: one readable column that scrolls, with a title and headed sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from paddock.ui.theme import Theme

COLUMN_PX = 720


def words(text: str, kind: str = "", *, wrap: bool = True) -> QLabel:
    """Return a label of one of the style sheet's kinds; plain text, which can be selected by mouse."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setMinimumWidth(1)
    return label


def line() -> QFrame:
    """Return a thin line across the column."""
    frame = QFrame()
    frame.setProperty("kind", "line")
    return frame


class Column(QWidget):
    """A column in the middle, at most `COLUMN_PX` wide at 100 %."""

    def __init__(self, theme: Theme, width_px: int = COLUMN_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout()
        inner = QWidget()
        inner.setLayout(self.body)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow(theme, inner, lambda: inner.setMaximumWidth(theme.px(width_px)))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inner, 100)
        outer.addStretch(1)


class Page(QScrollArea):
    """Shows one column. What gets the focus is scrolled into view."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        column = Column(theme)
        column.setObjectName("page_body")
        self.body = column.body
        spaced(theme, self.body, (32, 32, 32, 32), 8)
        self.title = words(title, "title")
        if title:
            self.body.addWidget(self.title)
        self.setWidget(column)
        self.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)

    def section(self, heading: str, explanation: str = "") -> None:
        """Begin a section."""
        gap = QWidget()
        follow(self._theme, gap, lambda: gap.setFixedHeight(self._theme.px(16)))
        self.body.addWidget(gap)
        self.body.addWidget(words(heading, "heading"))
        if explanation:
            self.body.addWidget(words(explanation, "muted"))

    def add(self, part: QWidget | QLayout) -> None:
        """Put something below what is there."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def fill(self) -> None:
        """End the page: what is above keeps to the top."""
        self.body.addStretch(1)
