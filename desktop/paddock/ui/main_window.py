"""The window: places sidebar, pages and strip, and joins what one asks to who can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from paddock.errors import DiskFull, VaultLocked
from paddock.ui.ahead import Ahead
from paddock.ui.chat.page import ChatPage
from paddock.ui.chat_actions import ChatActions
from paddock.ui.documents.in_window import MODEL_SUFFIX, DocumentsInWindow
from paddock.ui.dropped import holds_files, local_paths
from paddock.ui.elsewhere import Elsewhere
from paddock.ui.full_disk import FullDisk
from paddock.ui.model_shelf import ModelShelf
from paddock.ui.opening import Opening
from paddock.ui.pages import Pages
from paddock.ui.sentences import in_language
from paddock.ui.sidebar.sidebar import Sidebar
from paddock.ui.status_strip import StatusStrip
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.tab_order import in_tab_order
from paddock.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

    from paddock.app import StarterGetter
    from paddock.chat.types import SearchHit
    from paddock.ui.desk import Desk
    from paddock.ui.models.download_feed import DownloadFeed
    from paddock.ui.models.importing import Importing
    from paddock.ui.notices import Trouble
    from paddock.ui.opening import Need
    from paddock.ui.unlock.page import UnlockPage

_SMALLEST = QSize(480, 420)
_ZOOM_STEP = 10
_NARROW_PX = 640
_OPEN_AFTER_MS = 15  # after the window has the focus and takes keys
_OPEN_AT_LATEST_MS = 400  # where another window keeps the focus
_WALLS_AFTER_MS = 700


class MainWindow(QMainWindow):
    """Everything it shows comes from the desk's program; `begin` opens the vault, behind the window already shown."""

    def __init__(self, desk: Desk, starter: StarterGetter | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Paddock")
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self._desk = desk
        self._starter = starter
        self._welcomed = False
        self._narrow = False
        self._importing: Importing | None = None
        self._downloads: DownloadFeed | None = None
        self._waiting: Callable[[], None] | None = None
        self.shelf = ModelShelf(desk, self)
        self.actions_on_chats = ChatActions(desk, self)
        self.opening = Opening(desk, self)
        self.elsewhere = Elsewhere(desk, self)
        self.ahead = Ahead(self)
        self.sidebar = Sidebar(desk, self.actions_on_chats)
        self.chat_page = ChatPage(desk, self.shelf, self.actions_on_chats)
        self.pages = Pages("chat", self.chat_page)
        self.strip = StatusStrip(desk, self.shelf)
        self.unlock_page: UnlockPage | None = None
        self._lay_out()
        self._full_disk = FullDisk(desk, self.chat_page.drafts, self._banner, self)
        self._toast = Toast(desk.theme, desk.icons, self._whole, self._toast_place)
        self.documents = DocumentsInWindow(desk, self.pages, self.chat_page, self.open_chat, self)
        self._add_pages()
        self._join()
        self._join_shortcuts()
        self._restore_place()

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

    def _add_pages(self) -> None:
        self.pages.add_later("models", self._make_models)
        self.pages.add_later("privacy", self._make_privacy)
        self.pages.add_later("settings", self._make_settings)
        self.pages.add_later("trash", self._make_trash)
        self.pages.add_later("first_run", self._make_first_run)

    @property
    def downloads(self) -> DownloadFeed:
        """Return what the window knows of downloads; made when it is first wanted."""
        from paddock.ui.models.download_feed import DownloadFeed  # noqa: PLC0415 - seldom needed

        if self._downloads is None:
            self._downloads = DownloadFeed(self._desk, self.shelf, lambda: self, self)
            self._downloads.changed.connect(self._on_downloads)
        return self._downloads

    def _on_downloads(self) -> None:
        if self._downloads is not None:
            self.strip.show_downloads(self._downloads.items)
            self.strip.show_network(asked=False)

    def _make_models(self) -> QWidget:
        from paddock.ui.models.page import ModelsPage  # noqa: PLC0415 - built when first looked at

        return ModelsPage(self._desk, self.shelf, self.downloads)

    def show_catalogue(self) -> None:
        """Show the models worth getting."""
        from paddock.ui.models.page import ModelsPage  # noqa: PLC0415 - built when first looked at

        page = self.pages.show_page("models")
        assert isinstance(page, ModelsPage)  # noqa: S101 - made above
        page.show_tab("catalogue")

    def _make_privacy(self) -> QWidget:
        from paddock.ui.privacy.page import PrivacyPage  # noqa: PLC0415 - built when first looked at

        return PrivacyPage(self._desk)

    def _make_settings(self) -> QWidget:
        from paddock.ui.settings.page import SettingsPage  # noqa: PLC0415 - built when first looked at

        return SettingsPage(self._desk, self.actions_on_chats)

    def _make_trash(self) -> QWidget:
        from paddock.ui.trash.page import TrashPage  # noqa: PLC0415 - built when first looked at

        return TrashPage(self._desk, self.actions_on_chats)

    def _make_first_run(self) -> QWidget:
        from paddock.ui.first_run.page import FirstRunPage  # noqa: PLC0415 - built when first looked at

        page = FirstRunPage(self._desk, self.shelf, self._starter, self.downloads)
        page.chat_wanted.connect(self._leave_first_run)
        page.catalogue_wanted.connect(self.show_catalogue)
        page.network_asked.connect(lambda asked: self.strip.show_network(asked=asked))
        return page

    def _make_unlock(self) -> UnlockPage:
        if self.unlock_page is None:
            from paddock.ui.unlock.page import UnlockPage  # noqa: PLC0415 - most starts need none

            page = self.unlock_page = UnlockPage(self._desk)
            page.set_up_wanted.connect(self.opening.set_up)
            page.unlock_wanted.connect(self.opening.unlock)
            page.restore_wanted.connect(self.opening.restore)
            page.anew_wanted.connect(self.opening.start_anew)
            self._whole.addWidget(page)
        return self.unlock_page

    def _join(self) -> None:
        page, side, desk = self.chat_page, self.sidebar, self._desk
        side.new_chat_wanted.connect(self.new_chat)
        side.chat_wanted.connect(self.open_chat)
        side.hit_wanted.connect(self._open_hit)
        side.place_wanted.connect(self.pages.show_page)
        side.collapse_wanted.connect(self.toggle_sidebar)
        self.pages.shown.connect(side.show_place)
        self.pages.shown.connect(lambda _name: self._toast.place_again())
        self.pages.built.connect(self._read_strip_last)
        page.sidebar_wanted.connect(self.toggle_sidebar)
        page.chat_shown.connect(self._on_chat_shown)
        page.models_wanted.connect(lambda: self.pages.show_page("models"))
        page.import_wanted.connect(self._ask_import)
        page.first_run_wanted.connect(lambda: self.pages.show_page("first_run"))
        page.link_activated.connect(self._show_link)
        page.sources.document_wanted.connect(
            lambda number, at, marks: self.documents.show().show_document(number, at, marks)
        )
        page.asking.moved.connect(self.strip.show_answer)
        page.asking.settled.connect(self.strip.show_reply)
        self.strip.downloads_wanted.connect(lambda: self.pages.show_page("models"))
        self.strip.privacy_wanted.connect(lambda: self.pages.show_page("privacy"))
        self.strip.models_wanted.connect(page.choice.open_picker)
        self.actions_on_chats.trashed.connect(self._on_trashed)
        self.actions_on_chats.restored.connect(self._on_restored)
        self.actions_on_chats.message_restored.connect(lambda _chat: page.refresh_from_store())
        self.actions_on_chats.imported.connect(self.open_chat)
        self.shelf.changed.connect(self._welcome)
        self.shelf.imported.connect(lambda name: desk.notices.say(self.tr("“{0}” is installed.").format(name)))
        self.opening.opened.connect(self._on_opened)
        self.elsewhere.changed.connect(side.refresh)
        self.elsewhere.changed.connect(page.refresh_from_store)
        self.opening.asked.connect(self._on_asked)
        self.opening.failed.connect(self._on_open_failed)
        self.opening.locked.connect(self._on_locked)
        desk.theme.changed.connect(self._fit_sidebar)
        desk.notices.word_given.connect(self._toast.say)
        desk.notices.trouble_given.connect(self._show_trouble)
        desk.tasks.failed.connect(desk.notices.complain)

    def _join_shortcuts(self) -> None:
        page, keys = self.chat_page, self._desk.shortcuts
        keys.live_in(self)
        for name, slot in {
            "write": self._on_chat_page(page.composer.take_focus),
            "attach": self._on_chat_page(page.attached.open_menu),
            "regenerate": page.regenerate_last,
            "copy_last": page.doings.copy_last,
            "model_picker": self._on_chat_page(page.choice.open_picker),
            "chat_options": self._on_chat_page(page.choice.open_options),
            "new_chat": self.new_chat,
            "search": self._begin_search,
            "find": self._on_chat_page(page.open_find),
            "next_chat": lambda: self._open_neighbour(1),
            "previous_chat": lambda: self._open_neighbour(-1),
            "sidebar": self.toggle_sidebar,
            "sources": self._on_chat_page(page.sources.toggle),
            "next_citation": self._on_chat_page(lambda: page.sources.step(1)),
            "previous_citation": self._on_chat_page(lambda: page.sources.step(-1)),
            "chat": lambda: self.pages.show_page("chat"),
            "documents": self.documents.show,
            "search_documents": self.documents.search,
            "models": lambda: self.pages.show_page("models"),
            "privacy": lambda: self.pages.show_page("privacy"),
            "settings": lambda: self.pages.show_page("settings"),
            "zoom_in": lambda: self._zoom_by(_ZOOM_STEP),
            "zoom_out": lambda: self._zoom_by(-_ZOOM_STEP),
            "zoom_reset": lambda: self._desk.preferences.change(zoom_percent=100),
            "lock": self.lock,
            "shortcuts": self._show_shortcuts,
            "quit": self.close,
        }.items():
            keys.connect_to(name, slot)

    def _on_chat_page(self, slot: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            self.pages.show_page("chat")
            slot()

        return run

    # ------------------------------------------------------------ opening and locking

    def begin(self, passphrase: str | None = None) -> None:
        """Open the vault; what is typed meanwhile is kept."""
        self._desk.shortcuts.set_locked(locked=True)
        self.chat_page.composer.take_focus()
        self._waiting = lambda: self.opening.begin(passphrase)
        QTimer.singleShot(_OPEN_AT_LATEST_MS, self, self._open_now)
        QTimer.singleShot(_WALLS_AFTER_MS, self, self._try_walls)

    def event(self, event: QEvent) -> bool:  # noqa: D102 - described by Qt
        if event.type() == QEvent.Type.WindowActivate and self._waiting is not None:
            QTimer.singleShot(_OPEN_AFTER_MS, self, self._open_now)
        return super().event(event)

    def _open_now(self) -> None:
        """Open the vault once: not while the window is being shown, since the first key would have to wait for that."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def lock(self) -> None:
        """Close the vault, and show nothing of it any more."""
        if self._desk.paddock.unlocked:
            self.chat_page.keep_draft()
            self._remember_place()
            self._desk.shortcuts.set_locked(locked=True)
            self.elsewhere.stop()
            self._desk.documents.close()
            page = self._make_unlock()
            page.wipe()
            page.show_locked()
            page.set_busy(busy=True)
            self._whole.setCurrentWidget(page)
            for dialog in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if dialog.isWindow():
                    dialog.close()
            self._toast.hide()
            self._banner.dismiss()
            self._full_disk.forget()
            self.chat_page.wipe()
            self.sidebar.wipe()
            self.pages.forget_all()
            self.strip.clear()
            self.opening.lock()

    def _try_walls(self) -> None:
        from paddock.process.confine import probe  # noqa: PLC0415 - after the window is on the screen

        self._desk.tasks.do(
            self,
            lambda: all(door.held for door in probe("window")),
            lambda held: self.strip.show_enforced(enforced=held),
        )

    def _on_opened(self) -> None:
        self._desk.shortcuts.set_locked(locked=False)
        if self.unlock_page is not None:
            self.unlock_page.wipe()
        self._whole.setCurrentWidget(self._body)
        self.ahead.begin()
        self.chat_page.composer.take_focus()
        self.sidebar.refresh()
        self.shelf.refresh()
        self.elsewhere.watch()
        self._desk.documents.open()
        self.chat_page.open_chat(self._desk.preferences.window.chat_id)
        if self._desk.preferences.problem:
            self._desk.notices.say(in_language(self._desk.preferences.problem))

    def _on_asked(self, need: Need) -> None:
        page = self._make_unlock()
        self._whole.setCurrentWidget(page)
        if need.what == "set up":
            page.ask_set_up(keyring=need.keyring, keyring_name=need.keyring_name)
        else:
            page.ask_passphrase()

    def _on_open_failed(self, error: object) -> None:
        page = self._make_unlock()
        self._whole.setCurrentWidget(page)
        page.show_trouble(error)  # type: ignore[arg-type]  # a UserError it is

    def _on_locked(self) -> None:
        custody = self._desk.paddock.custody

        def show(state: str) -> None:
            page = self._make_unlock()
            if state == "passphrase":
                page.ask_passphrase()
            else:
                page.show_locked()

        self._desk.tasks.do(self, custody.state, show, failed=self._on_open_failed)

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
        self._show_sidebar(shown=True)
        self.sidebar.begin_search()

    def _on_chat_shown(self, chat_id: int | None) -> None:
        self._welcome()
        self.sidebar.show_open(chat_id)
        self._desk.preferences.keep_window(chat_id=chat_id)

    def _on_trashed(self, chat_id: int) -> None:
        if chat_id == self.chat_page.chat_id:
            self.chat_page.open_chat(None)

    def _on_restored(self, chat_id: int) -> None:
        if self.pages.current == "chat":
            self.open_chat(chat_id)

    def _welcome(self) -> None:
        """Show a person who is new here the ways to a model or, where there is one, something to begin with."""
        if self._welcomed or not self.shelf.known or not self._desk.paddock.unlocked:
            return
        if not self.shelf.writers:
            self._welcomed = True
            self.pages.show_page("first_run")
            self.strip.show_engine()
        elif self.opening.made_the_store and self.chat_page.ready:
            self._welcomed = True
            self._offer_beginning()

    def _leave_first_run(self) -> None:
        self.pages.show_page("chat")
        self.chat_page.composer.take_focus()
        if self.shelf.writers:
            self._offer_beginning()

    def _offer_beginning(self) -> None:
        if self._nothing_begun():
            self.documents.offer_sample(wanted=self._nothing_begun, otherwise=self._offer_question)

    def _nothing_begun(self) -> bool:
        """Tell whether the person looks at the empty page of a chat to be."""
        page = self.chat_page
        return self.pages.current == "chat" and page.ready and page.chat is None and not page.composer.text

    def _offer_question(self) -> None:
        if self._nothing_begun():
            self.chat_page.composer.put_text(self.tr("Explain in three sentences what a language model is."))

    def _ask_import(self) -> None:
        self._models_to_import().ask_file()

    def _models_to_import(self) -> Importing:
        from paddock.ui.models.importing import Importing  # noqa: PLC0415 - seldom needed

        if self._importing is None:
            self._importing = Importing(self._desk, self.shelf, lambda: self, self)
        return self._importing

    def _show_link(self, address: str) -> None:
        from paddock.ui.link_dialog import LinkDialog  # noqa: PLC0415 - seldom needed

        LinkDialog(self._desk, address, self).open()

    def _show_shortcuts(self) -> None:
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

    # ------------------------------------------------------------ the window's place and look

    def _toast_place(self) -> QRect:
        """Return where a passing word may stand: over the page, above the composer."""
        if self._whole.currentWidget() is not self._body:
            return self._whole.rect()
        corner = self.pages.mapTo(self._whole, QPoint(0, 0))
        box = QRect(corner, self.pages.size())
        return box.adjusted(0, 0, 0, -self.chat_page.composer_height) if self.pages.current == "chat" else box

    def _read_strip_last(self) -> None:
        """Let Tab come to the strip after a page that was built later than the strip."""
        last = self.previousInFocusChain()
        while last is not None and last.focusPolicy() == Qt.FocusPolicy.NoFocus:  # Qt sets no order after such a one
            last = last.previousInFocusChain()
        if last is not None:
            in_tab_order((last, *self.strip.findChildren(QAbstractButton)))

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        shown = not self.sidebar.isVisible()
        self._desk.preferences.keep_window(sidebar_shown=shown)
        self._show_sidebar(shown=shown)

    def _show_sidebar(self, *, shown: bool) -> None:
        had_focus = self.sidebar.isAncestorOf(QGuiApplication.focusObject())  # type: ignore[arg-type]  # None is no child
        self.sidebar.setVisible(shown)
        self.chat_page.header.sidebar.setVisible(not shown)
        if not shown and had_focus:
            self.chat_page.composer.take_focus()

    def _zoom_by(self, step: int) -> None:
        self._desk.preferences.change(zoom_percent=min(max(self._desk.theme.zoom_percent + step, 50), 300))

    def _restore_place(self) -> None:
        place = self._desk.preferences.window
        self.resize(place.width, place.height)
        if place.x is not None and place.y is not None:
            wanted = QRect(place.x, place.y, place.width, place.height)
            screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            if any(screen.intersects(wanted.adjusted(40, 40, -40, -40)) for screen in screens):
                self.move(place.x, place.y)
        if place.maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self._splitter.setSizes([place.sidebar_width, max(place.width - place.sidebar_width, 200)])
        self.sidebar.setVisible(place.sidebar_shown)
        self.chat_page.header.sidebar.setVisible(not place.sidebar_shown)

    def _remember_place(self) -> None:
        maximized = self.isMaximized()
        box = self.normalGeometry() if maximized else self.geometry()
        sizes = self._splitter.sizes()
        changes: dict[str, object] = {"maximized": maximized, "width": box.width(), "height": box.height()}
        if self.x() or self.y():
            changes |= {"x": self.x(), "y": self.y()}
        if self.sidebar.isVisible() and sizes[0]:
            changes["sidebar_width"] = max(sizes[0], 120)
        self._desk.preferences.keep_window(**changes)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: D102, FBT001 - described by Qt
        return self._toast.take_tab(forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        """Where the window is narrow, the sidebar stays away until it is asked for."""
        narrow = self.width() < self._desk.theme.px(_NARROW_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_sidebar(shown=not narrow and self._desk.preferences.window.sidebar_shown)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102 - described by Qt
        if self._desk.paddock.unlocked and holds_files(event.mimeData()):
            event.acceptProposedAction()
            self.documents.show_veil(event.mimeData())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: D102 - described by Qt
        del event
        self.documents.hide_veil()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102 - described by Qt
        self.documents.hide_veil()
        if not self._desk.paddock.unlocked:
            return
        event.acceptProposedAction()
        paths = local_paths(event.mimeData())
        models = [path for path in paths if path.suffix.lower() == MODEL_SUFFIX]
        if models:
            self.pages.show_page("models")
            self._models_to_import().offer(models)
        self.documents.take_in([path for path in paths if path.suffix.lower() != MODEL_SUFFIX])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102 - described by Qt
        self.chat_page.keep_draft()
        self._remember_place()
        self.chat_page.asking.stop()
        self.chat_page.close_down()
        if self._downloads is not None:
            self._downloads.stop()
        super().closeEvent(event)
