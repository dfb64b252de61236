"""A page of text and controls: one readable column that scrolls, with a title and headed sections."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from paddock.ui.mirroring import mirrored
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QLayout

    from paddock.ui.theme import Theme

COLUMN_PX = 720
SCROLL_BAR_PX = 12  # as the style sheet has it
_SPACE_EM = 0.35
_LONG = re.compile("[0-9A-Za-z]{33,}")  # a file called by its hash, with no place to be broken at, is cut
_TITLES = frozenset({"title", "heading"})


class Words(QLabel):
    """A paragraph of plain text with air between its lines, which Qt gives only to rich text."""

    def __init__(self, text: str, kind: str) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self.plain = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self._air = 115 if kind in _TITLES else 130
        self._in_trouble = kind == "bad"
        if kind:
            self.setProperty("kind", kind)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """Return one line, or a block of a usual width: QLabel's own hint for wrapped rich text is narrow and tall."""
        width = min(self.fontMetrics().horizontalAdvance(self.plain) + 4, self.fontMetrics().averageCharWidth() * 46)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height, worked out once for a width: layouts within layouts ask again and again."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Forget the heights with the font or style they were worked out for."""
        self._heights.clear()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: its height follows from the width it gets."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def setText(self, text: str) -> None:
        """Show another text, as it stands."""
        self.plain = text
        self._heights.clear()
        lines = text.split("\n")
        # Qt takes the spaces that set a line in for none at all: such a text is one paragraph for each line.
        parts = lines if any(one.startswith(" ") for one in lines) else [text]
        super().setText("".join(self._paragraph(one) for one in parts) if text else "")
        self.setAccessibleName(text)

    def _paragraph(self, text: str) -> str:
        inset = (len(text) - len(text.lstrip(" "))) * _SPACE_EM
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        side = ' align="center"' if centred else ' align="right"' if mirrored() else ""
        body = html.escape(text.lstrip(" ")).replace("\n", "<br>") or "&nbsp;"
        body = _LONG.sub(_with_breaks, body) if self._in_trouble else body  # not in a hash that is shown to be copied
        return f'<p{side} style="margin: 0 0 0 {inset:.2f}em; line-height: {self._air}%">{body}</p>'


def _with_breaks(run: re.Match[str]) -> str:
    """Return a run of letters with places to break it at, which are not seen."""
    return "&#8203;".join(run[0][at : at + 8] for at in range(0, len(run[0]), 8))


def words(text: str, kind: str = "") -> Words:
    """Return a paragraph of one of the style sheet's kinds."""
    return Words(text, kind)


def tag(text: str, kind: str = "") -> QLabel:
    """Return a short text that is never broken into lines."""
    label = PlainLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label


def line() -> QFrame:
    """Return a thin line across the column."""
    frame = QFrame()
    frame.setProperty("kind", "line")
    return frame


class Column(QWidget):
    """A column in the middle, at most as wide as `width` says (in pixels, asked again after a change of theme)."""

    def __init__(self, theme: Theme, width: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout()
        inner = QWidget()
        inner.setLayout(self.body)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow(theme, inner, lambda: inner.setMaximumWidth(width()))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inner, 100)
        outer.addStretch(1)


class _ScrolledColumn(Column):
    def minimumSizeHint(self) -> QSize:
        # Wrapped text has no height of its own; its height follows from the width (`heightForWidth`).
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QScrollArea):
    """Shows one column. What gets the focus is scrolled into view."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the arrow keys scroll it
        self.setProperty("kind", "page")
        self.setAccessibleName(title)
        column = _ScrolledColumn(theme, lambda: theme.px(COLUMN_PX))
        column.setObjectName("page_body")
        self.body = column.body
        spaced(theme, self.body, (32, 32, 32, 32), 8)
        self.title = words(title, "title")
        if title:
            self.body.addWidget(self.title)
        self.setWidget(column)
        self.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, but not to a hand on the mouse: it has just clicked beside everything."""
        ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        if ringed != self.property("ringed"):
            self.setProperty("ringed", ringed)
            self.style().unpolish(self)
            self.style().polish(self)
        super().focusInEvent(event)

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

    def keep_room_for_bar(self) -> None:
        """Let the column stand in the same place whether it scrolls or not; the bar shows only where it does."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def fill(self) -> None:
        """End the page: what is above keeps to the top."""
        self.body.addStretch(1)
