"""One attachment above the message field: its name, how it stands, a menu, and a way to take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.plain import PlainLabel, plain_tip
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from paddock.ui.attachments.phrases import ChipState
    from paddock.ui.icons import Icons, Tint
    from paddock.ui.theme import Theme

_NAME_PX, _ICON_PX = 270, 16
_LEAST_NAME_PX, _LEAST_STATE_PX = 70, 60
_WIDE = 1 << 16


class Chip(QPushButton):
    """`menu_wanted` carries where on the screen; `stepped` asks for the neighbour, `ended` for the last or first."""

    menu_wanted = Signal(QPoint)
    remove_wanted = Signal()
    stepped = Signal(int)
    ended = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._whole_name = ""
        self._state: ChipState | None = None
        self._room = _WIDE
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = PlainLabel()
        self._name = PlainLabel()
        self._words = PlainLabel()
        self._words.setProperty("kind", "small")
        for label in (self._mark, self._name, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.remove = Buttons(theme, icons).tool(self.tr("Remove from this chat"), "x")
        self.remove.setProperty("kind", "inside")
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Delete and the menu do it from the keyboard
        self.remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout(self)
        row.addWidget(self._mark)
        row.addWidget(self._name)
        row.addWidget(self._words)
        row.addWidget(self.remove)
        spaced(theme, row, (9, 3, 4, 3), 6)
        follow(theme, self.remove, lambda: self.remove.setIconSize(QSize(theme.px(13), theme.px(13))))
        self.clicked.connect(lambda: self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft())))
        follow(theme, self, self._draw)

    def show_state(self, name: str, state: ChipState) -> None:
        """Show how it stands."""
        if name == self._whole_name and state == self._state:
            return
        self._whole_name, self._state = name, state
        self.setAccessibleName(f"{name}, {state.words}")
        self.setAccessibleDescription(state.use)
        self.setToolTip(plain_tip(f"{name}\n{state.words}\n{state.use}").replace("\n", "<br>"))
        self.remove.setAccessibleName(self.tr("Remove “{0}” from this chat").format(name))
        self._draw()

    @property
    def words(self) -> str:
        """Return what it says of its state."""
        return self._state.words if self._state else ""

    def _draw(self) -> None:
        state, px = self._state, self._theme.px
        if state is None:
            return
        side = px(_ICON_PX)
        tint: Tint = state.tint
        self._mark.setPixmap(self._icons.pixmap(state.icon, side, tint, self.devicePixelRatioF()))
        self._mark.setFixedSize(side, side)
        for label in (self._name, self._words):
            label.ensurePolished()
        room = self._room - self._around()
        words = self._words.fontMetrics().horizontalAdvance(state.words) + 1
        words = max(min(words, room - px(_LEAST_NAME_PX)), px(_LEAST_STATE_PX))
        name = max(min(px(_NAME_PX), room - words), px(_LEAST_NAME_PX))
        self._name.setText(self._name.fontMetrics().elidedText(self._whole_name, Qt.TextElideMode.ElideMiddle, name))
        self._words.setText(self._words.fontMetrics().elidedText(state.words, Qt.TextElideMode.ElideRight, words))
        self.updateGeometry()
        self.update()

    def fit(self, width: int) -> None:
        """Take at most so much room: the name is cut before the words on how it stands are."""
        if width != self._room:
            self._room = width
            self._draw()

    def _around(self) -> int:
        """Return the width of everything but name and words."""
        row = self.layout()
        if row is None:
            return 0
        margins = row.contentsMargins()
        button = 0 if self.remove.isHidden() else self.remove.sizeHint().width() + row.spacing()
        return margins.left() + margins.right() + self._theme.px(_ICON_PX) + 2 * row.spacing() + button + 2

    def sizeHint(self) -> QSize:
        """Return the room its parts take; a button's own hint knows nothing of them."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return next to no width: what is too long for the window is cut."""
        return QSize(self._theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102 - described by Qt
        super().paintEvent(event)
        fraction = self._state.fraction if self._state else None
        if fraction is None:
            return
        px = self._theme.px
        inner = self.rect().adjusted(px(8), 0, -px(8), -px(3))
        line = QRect(inner.left(), inner.bottom() - px(2), inner.width(), px(2))
        done = round(line.width() * min(max(fraction, 0.0), 1.0))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.fillRect(line, self._theme.palette.color("border_strong"))
        left = line.right() + 1 - done if mirrored else line.left()
        painter.fillRect(QRect(left, line.top(), done, line.height()), self._theme.palette.color("accent"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        key = event.key()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Left: 1 if mirrored else -1, Qt.Key.Key_Right: -1 if mirrored else 1}
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.click()
        elif key == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.remove_wanted.emit()
        elif key in steps:
            self.stepped.emit(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.ended.emit(0 if key == Qt.Key.Key_Home else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102 - described by Qt
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())
