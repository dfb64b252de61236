"""Above the conversation: its title, the model that answers, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from paddock.ui.mirroring import mirrored
from paddock.ui.widgets.buttons import Buttons, name_it
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from paddock.ui.desk import Desk


_LEAST_PX, _MOST_PX = 60, 300  # of the model's title


class ChatHeader(QWidget):
    """Says what the person clicked; knows nothing of chats."""

    sidebar_wanted = Signal()
    picker_wanted = Signal()
    options_wanted = Signal()
    find_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        make = Buttons(desk.theme, desk.icons)
        self.sidebar = make.tool(self.tr("Show the sidebar"), "layout")
        self.sidebar.clicked.connect(self.sidebar_wanted)
        self.sidebar.hide()
        self.title = Elided()
        self.title.setProperty("kind", "strong")
        self.model = _ModelButton(desk)
        self.model.clicked.connect(self.picker_wanted)
        self._options = make.tool(self.tr("Options of this chat"), "sliders-horizontal")
        self._options.clicked.connect(self.options_wanted)
        self._find = make.tool(self.tr("Find in this chat"), "magnifying-glass")
        self._find.clicked.connect(self.find_wanted)
        self.more = make.tool(self.tr("More"), "dots-three")
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._on_menu)
        self.more.clicked.connect(self._pop_up)
        row = QHBoxLayout(self)
        row.addWidget(self.sidebar)
        row.addWidget(self.title, 1)
        for part in (self.model, self._options, self._find, self.more):
            row.addWidget(part)
        spaced(desk.theme, row, (16, 8, 12, 8), 4)
        self._put_hints()
        desk.shortcuts.changed.connect(self._put_hints)
        desk.theme.changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self.fit()

    def show_title(self, text: str) -> None:
        """Show the chat's title."""
        self.title.put(text)
        self.fit()

    def fit(self) -> None:
        """Share the room: the model's title gets what the chat's title leaves, and half of it where both are long."""
        px = self._desk.theme.px
        others: list[QWidget] = [
            self._options,
            self._find,
            self.more,
            *([self.sidebar] if not self.sidebar.isHidden() else []),
        ]
        taken = sum(part.sizeHint().width() + px(4) for part in others) + px(28)
        room = self.width() - taken - self.model.frame_px
        title = self.title.fontMetrics().horizontalAdvance(self.title.whole) + px(12)
        self.model.fit(min(max(room - title, room // 2, px(_LEAST_PX)), px(_MOST_PX)))

    def set_for_chat(self, *, there_is_one: bool) -> None:
        """Offer what only a chat that exists can do."""
        self._find.setEnabled(there_is_one)
        self.more.setEnabled(there_is_one)

    def _pop_up(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_menu(self) -> None:
        self._menu.clear()
        self.menu_wanted.emit(self._menu)

    def _put_hints(self) -> None:
        hints = self._desk.shortcuts
        name_it(self.sidebar, self.tr("Show the sidebar"), hints.hint("sidebar"))
        name_it(self._options, self.tr("Options of this chat"), hints.hint("chat_options"))
        name_it(self._find, self.tr("Find in this chat"), hints.hint("find"))
        self.model.setToolTip(hints.hint("model_picker"))


class _ModelButton(QPushButton):
    """The model's title with a caret; never wider than it may be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self._desk = desk
        self._title = ""
        self._room = desk.theme.px(_MOST_PX)
        # The caret stands behind the words, as the language is read.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if mirrored() else Qt.LayoutDirection.RightToLeft)
        self.setIcon(desk.icons.icon("caret-down"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow(desk.theme, self, self.fit)

    def put(self, title: str) -> None:
        """Show a title."""
        self._title = title
        self.fit()

    @property
    def frame_px(self) -> int:
        """Return what the button takes beside its words."""
        return self._desk.theme.px(48)

    def fit(self, room: int | None = None) -> None:
        """Cut the title to the room there is, in pixels."""
        px = self._desk.theme.px
        self._room = self._room if room is None else room
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, self._room)
        if shown.replace("&", "&&") != self.text():
            self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(self.tr("Model: {0}").format(self._title))
        self.setIconSize(QSize(px(12), px(12)))
