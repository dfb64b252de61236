"""The left side: new chat, search over all messages, the chats, and the ways to the other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from paddock.ui.sidebar.chat_list import ChatList, Row
from paddock.ui.sidebar.chat_view import ChatView
from paddock.ui.sidebar.delegates import HitDelegate
from paddock.ui.sidebar.hit_list import HitList
from paddock.ui.widgets.buttons import Buttons, name_it
from paddock.ui.widgets.icon_field import IconField
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import follow, spaced
from paddock.ui.widgets.tab_order import in_tab_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from paddock.chat.types import Changed, Chat, Folder, SearchHit
    from paddock.ui.chat_actions import ChatActions
    from paddock.ui.desk import Desk

_SEARCH_AFTER_MS = 90
_REFRESH_AFTER_MS = 60
_LOW_PX = 430
_PLACES = ("documents", "models", "privacy", "settings", "trash")
_PLACE_ICONS = {
    "documents": "files",
    "models": "cube",
    "privacy": "shield-check",
    "settings": "gear-six",
    "trash": "trash",
}


class Sidebar(QWidget):
    """Shows what the store holds and says what the person wants; opens nothing by itself."""

    new_chat_wanted = Signal()
    chat_wanted = Signal(int)
    hit_wanted = Signal(object)
    place_wanted = Signal(str)
    collapse_wanted = Signal()

    def __init__(self, desk: Desk, actions: ChatActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sidebar"))
        self._desk = desk
        self._actions = actions
        self._make = Buttons(desk.theme, desk.icons)
        self._open_chat: int | None = None
        self._shown_place = ""
        self._asked = 0
        self.rows = ChatList(self)
        self.hits = HitList(self)
        self.new_chat = self._make.push(self.tr("New chat"), "nav", "note-pencil", tint="accent")
        self.new_chat.setToolTip(desk.shortcuts.hint("new_chat"))
        self.new_chat.clicked.connect(self.new_chat_wanted)
        self._collapse = self._make.tool(self.tr("Hide the sidebar"), "layout")
        name_it(self._collapse, self.tr("Hide the sidebar"), desk.shortcuts.hint("sidebar"))
        self._collapse.clicked.connect(self.collapse_wanted)
        self.search = _SearchField(desk.theme, desk.icons, self)
        self.search.setAccessibleName(self.tr("Search all chats"))
        self.search.setPlaceholderText(self.tr("Search all chats"))
        self.search.lead_with("magnifying-glass")
        self.search.end_with(self.tr("End the search"), "x").clicked.connect(self.search.clear)
        self.search.show_button(shown=False)
        self.search.textChanged.connect(self._on_typed)
        self.view = ChatView(self.rows, desk.theme, desk.icons, self)
        self.view.setAccessibleName(self.tr("Chats"))
        self.view.opened.connect(self.chat_wanted)
        self.view.menu_wanted.connect(self._show_menu)
        self.hit_view = self._make_hit_view()
        self._note = words("", "muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedWidget()
        for part in (self.view, self.hit_view, self._note):
            self._stack.addWidget(part)
        self._places = self._make_places()
        self._lay_out()
        self._search_timer = _single_shot(self, _SEARCH_AFTER_MS, self._search)
        self._refresh_timer = _single_shot(self, _REFRESH_AFTER_MS, self.refresh)
        self.rows.renamed.connect(self._on_renamed)
        self.rows.moved.connect(actions.move)
        desk.changes.changed.connect(self._on_changed)
        desk.shortcuts.changed.connect(self._put_hints)

    # ------------------------------------------------------------ what others ask of it

    def refresh(self) -> None:
        """Read chats and folders anew and show them."""
        chats = self._desk.paddock.chats if self._desk.paddock.unlocked else None
        if chats is not None:
            self._desk.tasks.do(self, lambda: (chats.chats(), chats.folders()), self._on_read, lane="sidebar")

    def wipe(self) -> None:
        """Show nothing any more, and keep nothing that was shown."""
        self._search_timer.stop()
        self._refresh_timer.stop()
        self._asked += 1
        self.search.clear()
        self.rows.show((), ())
        self.hits.show(())
        self._stack.setCurrentWidget(self.view)

    def show_open(self, chat_id: int | None) -> None:
        """Mark the chat that is open."""
        self._open_chat = chat_id
        self.view.show_open(chat_id)

    def show_place(self, name: str) -> None:
        """Mark the page that is shown; "chat" marks none."""
        self._shown_place = name if name in self._places else ""
        for place, button in self._places.items():
            shown = place == name
            button.setProperty("shown", shown)
            button.style().unpolish(button)
            button.style().polish(button)
            button.setAccessibleDescription(self.tr("The page that is shown") if shown else "")
        self.view.show_open(self._open_chat if name == "chat" else None)

    def begin_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def neighbour(self, step: int) -> int | None:
        """Return the chat above (-1) or below (1) the open one."""
        order = self.rows.order()
        if self._open_chat not in order:
            return order[0] if order else None
        place = order.index(self._open_chat) + step
        return order[place] if 0 <= place < len(order) else None

    # ------------------------------------------------------------ chats

    def _on_changed(self, change: Changed) -> None:
        if change.what in {"chat", "chats", "folders"} and not self._refresh_timer.isActive():
            self._refresh_timer.start()

    def _on_read(self, read: tuple[Sequence[Chat], Sequence[Folder]]) -> None:
        chats, folders = read
        bar = self.view.verticalScrollBar()
        place = bar.value()
        if self.rows.show(chats, folders):
            self.view.show_open(self._shown_chat())
            bar.setValue(place)
        if not self.search.text().strip():
            self._show_list()

    def _shown_chat(self) -> int | None:
        """Return the chat that is looked at: none while another page is."""
        return None if self._shown_place else self._open_chat

    def _show_list(self) -> None:
        if self.rows.rowCount():
            self._stack.setCurrentWidget(self.view)
        else:
            self._note.setText(self.tr("Your chats will stand here."))
            self._stack.setCurrentWidget(self._note)

    def _on_renamed(self, kind: str, number: int, name: str) -> None:
        (self._actions.rename if kind == "chat" else self._actions.rename_folder)(number, name)

    def _show_menu(self, row: Row, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chat = self.rows.chat(row.id) if row.kind == "chat" else None
        folder = next((one for one in self.rows.folders if row.kind == "folder" and one.id == row.id), None)
        if chat is not None:
            self._actions.fill_menu(menu, chat, self.rows.folders, lambda: self.view.rename("chat", chat.id))
        elif folder is not None:
            icons = self._desk.icons
            menu.addAction(
                icons.icon("pencil-simple"), self.tr("Rename"), lambda: self.view.rename("folder", folder.id)
            )
            menu.addAction(
                icons.icon("folder-simple-minus"),
                self.tr("Remove folder, keep its chats"),
                lambda: self._actions.remove_folder(folder),
            )
        menu.aboutToHide.connect(lambda: self.view.show_open(self._shown_chat()))  # the row was only pointed at
        menu.popup(place)

    # ------------------------------------------------------------ search

    def _on_typed(self, text: str) -> None:
        self._asked += 1
        self.search.show_button(shown=bool(text))
        if text.strip():
            self._search_timer.start()
        else:
            self._search_timer.stop()
            self._show_list()

    def _search(self) -> None:
        query = self.search.text().strip()
        if not query or not self._desk.paddock.unlocked:
            return
        self._asked += 1
        asked = self._asked
        store = self._desk.paddock.chats
        self._desk.tasks.do(self, lambda: store.search(query), lambda hits: self._on_found(asked, hits), lane="search")

    def _on_found(self, asked: int, hits: Sequence[SearchHit]) -> None:
        if asked != self._asked:
            return
        self.hits.show(hits)
        if hits:
            self._stack.setCurrentWidget(self.hit_view)
            self.hit_view.scrollToTop()
        else:
            self._note.setText(self.tr("Nothing found."))
            self._stack.setCurrentWidget(self._note)

    def _open_hit(self, index: QModelIndex) -> None:
        hit = self.hits.hit(index)
        if hit is not None:
            self.hit_wanted.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        if watched is self.hit_view and event.type() == QEvent.Type.KeyPress:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # a key press is one
            if pressed.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open_hit(self.hit_view.currentIndex())
                return True
            if pressed.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.search.setFocus()
                return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------ making

    def _make_hit_view(self) -> QListView:
        view = QListView(self)
        view.setModel(self.hits)
        view.setItemDelegate(HitDelegate(self._desk.theme, self._desk.icons, view))
        view.setAccessibleName(self.tr("Messages found"))
        view.setMouseTracking(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.clicked.connect(self._open_hit)
        view.installEventFilter(self)
        self.search.down.connect(self._enter_results)
        self._desk.theme.changed.connect(view.scheduleDelayedItemsLayout)
        return view

    def _enter_results(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, QListView) and shown.model().rowCount():
            if not shown.currentIndex().isValid():  # before it has the focus: Qt makes a row current, unselected
                shown.setCurrentIndex(shown.model().index(0, 0))
            shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_places(self) -> dict[str, QPushButton]:
        names = self._place_names = {
            "documents": self.tr("Documents"),
            "models": self.tr("Models"),
            "privacy": self.tr("Privacy"),
            "settings": self.tr("Settings"),
            "trash": self.tr("Trash"),
        }
        made = {}  # none can be checked: a screen reader would call the ways to the pages check boxes
        for place in _PLACES:
            button = self._make.push(names[place], "nav", _PLACE_ICONS[place])
            button.setAccessibleName(names[place])
            button.clicked.connect(lambda _on=False, name=place: self.place_wanted.emit(name))
            made[place] = button
        return made

    def _lay_out(self) -> None:
        theme = self._desk.theme
        top = QHBoxLayout()
        top.addWidget(self.new_chat, 1)
        top.addWidget(self._collapse)
        spaced(theme, top, spacing=4)
        places = self._place_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for button in self._places.values():
            places.addWidget(button)
        spaced(theme, places, (0, 8, 0, 0), 2)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)
        column.addLayout(places)
        spaced(theme, column, (8, 8, 8, 8), 8)
        in_tab_order((self.new_chat, self._collapse, self.search, self.view))
        follow(theme, self, lambda: self.setMinimumWidth(theme.px(200)))
        theme.changed.connect(self._fit_places)
        self._put_hints()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit_places()

    def _fit_places(self) -> None:
        """Where the window is low, the ways to the other pages stand in one row, without their words."""
        low = self.height() < self._desk.theme.px(_LOW_PX)
        direction = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._place_row.setDirection(direction)
        for name, button in self._places.items():
            button.setText("" if low else self._place_names[name])

    def _put_hints(self) -> None:
        hints = self._desk.shortcuts
        self.new_chat.setToolTip(hints.hint("new_chat"))
        self._collapse.setToolTip(hints.hint("sidebar"))
        self.search.setToolTip(hints.hint("search"))
        for place in ("documents", "models", "privacy", "settings"):
            self._places[place].setToolTip(hints.hint(place))


class _SearchField(IconField):
    """The arrow down goes on to the results; Esc empties it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _single_shot(owner: QObject, after_ms: int, slot: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(slot)
    return timer
