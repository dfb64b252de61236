"""The window: places sidebar, pages and strip, and joins what one asks to who can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from paddock.errors import DiskFull, VaultLocked
from paddock.ui.ahead import Ahead
from paddock.ui.chat.page import ChatPage
from paddock.ui.chat_actions import ChatActions
from paddock.ui.documents.in_window import DocumentsInWindow
from paddock.ui.elsewhere import Elsewhere
from paddock.ui.full_disk import FullDisk
from paddock.ui.model_shelf import ModelShelf
from paddock.ui.network_setting import NetworkSetting
from paddock.ui.pages import Pages
from paddock.ui.sentences import in_language
from paddock.ui.sidebar.sidebar import Sidebar
from paddock.ui.status_strip import StatusStrip
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.tab_order import in_tab_order
from paddock.ui.widgets.toast import Toast
from paddock.ui.window.drops import Drops
from paddock.ui.window.front_door import FrontDoor
from paddock.ui.window.keys import join_keys
from paddock.ui.window.newcomer import Newcomer
from paddock.ui.window.place import WindowPlace
from paddock.ui.window.side_pages import SidePages

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

    from paddock.app import StarterGetter
    from paddock.chat.types import SearchHit
    from paddock.ui.desk import Desk
    from paddock.ui.notices import Trouble

_SMALLEST = QSize(480, 420)
_WALLS_AFTER_MS = 700


class MainWindow(QMainWindow):
    """Everything it shows comes from the desk's program; `begin` opens the vault, behind the window already shown."""

    def __init__(self, desk: Desk, starter: StarterGetter | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Paddock")
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self._desk = desk
        self.shelf = ModelShelf(desk, self)
        self.actions_on_chats = ChatActions(desk, self)
        self.elsewhere = Elsewhere(desk, self)
        self.network_setting = NetworkSetting(desk, self)
        self.ahead = Ahead(self)
        self.sidebar = Sidebar(desk, self.actions_on_chats)
        self.chat_page = ChatPage(desk, self.shelf, self.actions_on_chats)
        self.pages = Pages(desk.theme, "chat", self.chat_page)
        self.strip = StatusStrip(desk, self.shelf)
        self._lay_out()
        self._full_disk = FullDisk(desk, self.chat_page.drafts, self._banner, self)
        keys = desk.shortcuts
        self._toast = Toast(desk.theme, desk.icons, self._whole, self._toast_place, lambda: keys.key_words("undo"))
        self.door = FrontDoor(desk, self._whole, self._body)
        self.documents = DocumentsInWindow(desk, self.pages, self.chat_page, self.open_chat, self)
        self.side_pages = SidePages(desk, self.shelf, self.actions_on_chats, self.pages, starter, self)
        self.newcomer = Newcomer(
            desk, self.shelf, self.pages, self.chat_page, self.documents, lambda: self.door.made_the_store, self
        )
        self._drops = Drops(desk, self.documents, self._import_models)
        self._place = WindowPlace(self, desk, self._splitter, self.sidebar)
        self._join()
        self._join_conversation()
        self._join_keys()
        self._place.restore()

    # ------------------------------------------------------------ making

    def _lay_out(self) -> None:
        self._banner = Banner(self._desk.theme, self._desk.icons)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner.setProperty("place", "window")
        column.addWidget(self._banner)
        column.addWidget(self.pages, 1)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.sidebar)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self._whole = QStackedWidget()
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._splitter, 1)
        rows.addWidget(self.strip)
        self._body = body
        self._whole.addWidget(body)
        self.setCentralWidget(self._whole)

    def _join(self) -> None:
        side, desk = self.sidebar, self._desk
        side.new_chat_wanted.connect(self.new_chat)
        side.chat_wanted.connect(self.open_chat)
        side.hit_wanted.connect(self._open_hit)
        side.place_wanted.connect(self.pages.show_page)
        side.collapse_wanted.connect(self._place.toggle_sidebar)
        self._place.sidebar_moved.connect(self._on_sidebar_moved)
        self.pages.shown.connect(side.show_place)
        self.pages.shown.connect(lambda _name: self._toast.place_again())
        self.pages.built.connect(self._read_strip_last)
        self.side_pages.first_run_left.connect(self.newcomer.begin_chat)
        self.side_pages.network_asked.connect(lambda asked: self.strip.show_network(asked=asked))
        self.side_pages.downloads_changed.connect(self._on_downloads)
        self.ahead.loaded.connect(self.side_pages.look_for_unfinished)
        self.newcomer.led_to_models.connect(self.strip.show_engine)
        self.strip.downloads_wanted.connect(lambda: self.pages.show_page("models"))
        self.strip.privacy_wanted.connect(lambda: self.pages.show_page("privacy"))
        self.strip.models_wanted.connect(self.chat_page.choice.open_picker)
        self.shelf.changed.connect(self.newcomer.welcome)
        self.shelf.imported.connect(lambda name: desk.notices.say(self.tr("“{0}” is installed.").format(name)))
        self.door.opened.connect(self._on_opened)
        desk.notices.word_given.connect(self._toast.say)
        self._toast.covers.connect(self.chat_page.end_above)
        desk.notices.trouble_given.connect(self._show_trouble)
        desk.tasks.failed.connect(desk.notices.complain)

    def _join_conversation(self) -> None:
        page, chats = self.chat_page, self.actions_on_chats
        page.sidebar_wanted.connect(self._place.toggle_sidebar)
        page.chat_shown.connect(self._on_chat_shown)
        page.models_wanted.connect(lambda: self.pages.show_page("models"))
        page.import_wanted.connect(self.side_pages.ask_model_file)
        page.first_run_wanted.connect(lambda: self.pages.show_page("first_run"))
        page.link_activated.connect(self._show_link)
        page.sources.document_wanted.connect(
            lambda number, at, marks: self.documents.show().show_document(number, at, marks)
        )
        page.asking.moved.connect(self.strip.show_answer)
        page.asking.settled.connect(self.strip.show_reply)
        chats.trashed.connect(self._on_trashed)
        chats.restored.connect(self._on_restored)
        chats.message_restored.connect(lambda _chat: page.latest.refresh())
        chats.imported.connect(self.open_chat)
        self.elsewhere.changed.connect(self.sidebar.refresh)
        self.elsewhere.changed.connect(page.latest.refresh)

    def _join_keys(self) -> None:
        of_window = {
            "new_chat": self.new_chat,
            "search": self._begin_search,
            "next_chat": lambda: self._open_neighbour(1),
            "previous_chat": lambda: self._open_neighbour(-1),
            "sidebar": self._place.toggle_sidebar,
            "undo": self._take_back,
            "lock": self.lock,
            "shortcuts": self.show_shortcuts,
            "quit": self.close,
        }
        join_keys(self._desk, self, self.pages, self.chat_page, self.documents, of_window)

    # ------------------------------------------------------------ opening and locking

    def begin(self, passphrase: str | None = None) -> None:
        """Open the vault; what is typed meanwhile is kept."""
        self.chat_page.composer.take_focus()
        self.door.begin(passphrase)
        QTimer.singleShot(_WALLS_AFTER_MS, self, self._try_walls)

    def lock(self) -> None:
        """Close the vault, and show nothing of it any more."""
        if self._desk.paddock.unlocked:
            self.chat_page.keep_draft()
            self._place.remember()
            self.elsewhere.stop()
            self._desk.documents.close()
            self.door.shut()
            for dialog in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if dialog.isWindow():
                    dialog.close()
            self._toast.forget()
            self._banner.dismiss()
            self._full_disk.forget()
            self.chat_page.wipe()
            self.sidebar.wipe()
            self.pages.forget_all()
            self.strip.clear()
            self.door.lock()

    def _try_walls(self) -> None:
        from paddock.process.confine import probe  # noqa: PLC0415 - after the window is on the screen

        self._desk.tasks.do(
            self,
            lambda: all(door.held for door in probe("window")),
            lambda held: self.strip.show_enforced(enforced=held),
        )

    def _on_opened(self) -> None:
        self.ahead.begin()
        self.chat_page.composer.take_focus()
        self.sidebar.refresh()
        self.shelf.refresh()
        self.elsewhere.watch()
        self._desk.documents.open()
        self.chat_page.open_chat(self._desk.preferences.window.chat_id)
        if self._desk.preferences.problem:
            self._desk.notices.say(in_language(self._desk.preferences.problem))

    # ------------------------------------------------------------ going somewhere

    def new_chat(self) -> None:
        """Show the empty page of a chat to be."""
        self.pages.show_page("chat")
        self.chat_page.open_chat(None)
        self.chat_page.composer.take_focus()

    def open_chat(self, chat_id: int) -> None:
        """Show a chat."""
        self.pages.show_page("chat")
        if chat_id != self.chat_page.chat_id:
            self.chat_page.open_chat(chat_id)
        self.chat_page.composer.take_focus()

    def _open_hit(self, hit: SearchHit) -> None:
        self.pages.show_page("chat")
        self.chat_page.open_chat(hit.chat_id, hit)

    def _open_neighbour(self, step: int) -> None:
        chat_id = self.sidebar.neighbour(step)
        if chat_id is not None:
            self.open_chat(chat_id)

    def _begin_search(self) -> None:
        self._place.show_sidebar(shown=True)
        self.sidebar.begin_search()

    def _on_chat_shown(self, chat_id: int | None) -> None:
        self.newcomer.welcome()
        self.sidebar.show_open(chat_id)
        self._desk.preferences.keep_window(chat_id=chat_id)

    def _on_trashed(self, chat_id: int) -> None:
        if chat_id == self.chat_page.chat_id:
            self.chat_page.open_chat(None)

    def _on_restored(self, chat_id: int) -> None:
        if self.pages.current == "chat":
            self.open_chat(chat_id)

    def _take_back(self) -> None:
        if not self._toast.take_back():
            self._desk.notices.say(self.tr("Nothing was removed that could be taken back."))

    def _import_models(self, files: list[Path]) -> None:
        self.pages.show_page("models")
        self.side_pages.importing.offer(files)

    # ------------------------------------------------------------ what it says

    def _show_link(self, address: str) -> None:
        from paddock.ui.link_dialog import LinkDialog  # noqa: PLC0415 - seldom needed

        LinkDialog(self._desk, address, self).open()

    def show_shortcuts(self) -> None:
        """Show which key does what."""
        from paddock.ui.shortcut_overview import ShortcutOverview  # noqa: PLC0415 - seldom needed

        ShortcutOverview(self._desk, self).open()

    def show_bug(self, error: BaseException) -> None:
        """Tell of a bug, once at a time."""
        from paddock.ui.bug_dialog import BugDialog  # noqa: PLC0415 - seldom needed, one hopes

        if not self.findChildren(BugDialog):
            BugDialog(self._desk, error, self).open()

    def _show_trouble(self, trouble: Trouble) -> None:
        if isinstance(trouble.error, DiskFull):
            self._full_disk.tell(trouble.error, *trouble.actions)
        elif not isinstance(trouble.error, VaultLocked):
            self._full_disk.forget()
            self._banner.show_error(trouble.error, *trouble.actions, tone="warning")

    def _on_downloads(self, items: object) -> None:
        self.strip.show_downloads(items)  # type: ignore[arg-type]  # downloads they are
        self.strip.show_network(asked=False)

    def _toast_place(self) -> QRect:
        """Return where a passing word may stand: over the page, above the composer."""
        if not self.door.is_inside:
            return self._whole.rect()
        corner = self.pages.mapTo(self._whole, QPoint(0, 0))
        box = QRect(corner, self.pages.size())
        return box.adjusted(0, 0, 0, -self.chat_page.composer_height) if self.pages.current == "chat" else box

    # ------------------------------------------------------------ places and keys

    def _read_strip_last(self) -> None:
        """Let Tab come to the strip after a page that was built later than the strip."""
        last = self.previousInFocusChain()
        while last is not None and last.focusPolicy() == Qt.FocusPolicy.NoFocus:  # Qt sets no order after such a one
            last = last.previousInFocusChain()
        if last is not None:
            in_tab_order((last, *self.strip.findChildren(QAbstractButton)))

    def _on_sidebar_moved(self, shown: bool, had_focus: bool) -> None:  # noqa: FBT001 - a signal's arguments
        self.chat_page.header.sidebar.setVisible(not shown)
        if had_focus:
            self.chat_page.composer.take_focus()

    # ------------------------------------------------------------ Qt

    def event(self, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        if event.type() == QEvent.Type.WindowActivate:
            self.door.on_focus()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: D102, FBT001 - described by Qt
        return self._toast.take_tab(forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._place.fit_sidebar()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102 - described by Qt
        self._drops.enter(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: D102 - described by Qt
        del event
        self._drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102 - described by Qt
        self._drops.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102 - described by Qt
        self.chat_page.keep_draft()
        self._place.remember()
        self.chat_page.asking.stop()
        self.chat_page.close_down()
        self.side_pages.stop_downloads()
        super().closeEvent(event)
