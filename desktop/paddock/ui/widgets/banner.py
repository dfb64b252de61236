"""A notice inside a page: what happened, why, and the buttons that do the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from paddock.ui.sentences import in_language, together
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from paddock.errors import PaddockError
    from paddock.ui.icons import Icons, Tint
    from paddock.ui.notices import Action
    from paddock.ui.theme import Theme

Tone = Literal["info", "warning", "danger"]
_ICONS: dict[Tone, str] = {"info": "info", "warning": "warning", "danger": "warning-circle"}


class Banner(QFrame):
    """Hidden until something is shown. `closed` when the person dismissed it or took one of its buttons."""

    closed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._theme = theme
        self._icons = icons
        self._make = Buttons(theme, icons)
        self._tone: Tone = "info"
        self._mark = PlainLabel()
        self._what = words("", "strong")
        self._why = words("")
        for label in (self._what, self._why):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._close = self._make.tool(self.tr("Dismiss"), "x")
        self._close.clicked.connect(self._dismiss)
        grid = QGridLayout(self)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._what, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._close, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._why, 1, 1, 1, 2)
        grid.addWidget(self._row, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        spaced(theme, grid, (14, 8, 8, 10), 6)
        spaced(theme, self._flow, (0, 4, 0, 2), 8)
        follow(theme, self, self._draw_mark)
        self.hide()

    def show_error(self, error: PaddockError, *actions: Action, tone: Tone = "danger") -> None:
        """Show an error, in the person's language."""
        why = together(in_language(part) for part in (error.why, error.next_step))
        self.show_words(in_language(error.what), why, *actions, tone=tone)

    def show_words(self, what: str, why: str, *actions: Action, tone: Tone = "info") -> None:
        """Show a notice; it replaces what was shown."""
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._what.setText(what)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            button = self._make.push(action.words)
            button.clicked.connect(lambda _checked=False, run=action.run: self._take(run))
            self._flow.addWidget(button)
            QWidget.setTabOrder(self._last_button(), button)
        self._row.setVisible(bool(actions))
        self.setAccessibleName(f"{what} {why}".strip())
        self._draw_mark()
        self.show()
        self.updateGeometry()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def what(self) -> str:
        """Return what it tells, in short."""
        return self._what.plain

    def dismiss(self) -> None:
        """Hide it without a word."""
        self.hide()

    def _last_button(self) -> QWidget:
        item = self._flow.itemAt(self._flow.count() - 2) if self._flow.count() > 1 else None
        widget = item.widget() if item else None
        return widget or self._close

    def _take(self, run: object) -> None:
        self._dismiss()
        if callable(run):
            run()

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()

    def _draw_mark(self) -> None:
        tint: Tint = self._tone
        side = self._theme.px(20)
        picture = self._icons.pixmap(_ICONS[self._tone], side, tint, self.devicePixelRatioF())
        self._mark.setPixmap(picture)
        self._mark.setFixedSize(QSize(side, side + self._theme.px(6)))
