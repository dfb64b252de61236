"""The models: those installed, those worth getting, and the ways in from a drive or a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from paddock.ui.documents.drop_veil import DropVeil
from paddock.ui.dropped import holds_files, local_paths
from paddock.ui.models.actions import ModelActions
from paddock.ui.models.importing import Importing
from paddock.ui.models.installed_view import InstalledView
from paddock.ui.models.tray import DownloadTray
from paddock.ui.models.work_bar import WorkBar
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import COLUMN_PX, SCROLL_BAR_PX, Column, words
from paddock.ui.widgets.rest import Rest
from paddock.ui.widgets.scaled import follow, spaced
from paddock.ui.widgets.tab_order import in_tab_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.download_feed import DownloadFeed
    from paddock.ui.models.facts import Facts
    from paddock.ui.widgets.page import Page

_LOW_PX = 430


class ModelsPage(QWidget):
    """Its parts stand side by side as tabs; each is built when it is first looked at."""

    def __init__(self, desk: Desk, shelf: ModelShelf, feed: DownloadFeed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Models"))
        self.setAcceptDrops(True)
        self._desk = desk
        self._shelf = shelf
        self._feed = feed
        self._make = Buttons(desk.theme, desk.icons)
        self.importing = Importing(desk, shelf, self.window, self)
        self.actions_on_models = ModelActions(desk, shelf, self.window, self)
        self.actions_on_models.import_wanted.connect(self.importing.ask_file)
        self.actions_on_models.importing_again_wanted.connect(self.importing.ask_again)
        self.actions_on_models.fetching_again_wanted.connect(self._fetch_again)
        self.actions_on_models.catalogue_wanted.connect(lambda: self.show_tab("catalogue"))
        self._makers: dict[str, Callable[[], Page]] = {}
        self._views: dict[str, Page] = {}
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._stack = Rest()
        self._head = Column(desk.theme, lambda: desk.theme.px(COLUMN_PX))
        self._fill_head()
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._beside_bars())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._veil = DropVeil(desk.theme, desk.icons, self)
        shelf.imported.connect(lambda _name: self.show_tab("installed"))  # where it is seen that it came
        follow(desk.theme, self, self._fit)
        self._tabs["installed"].setChecked(True)
        QTimer.singleShot(0, self, self._begin)  # the head is shown first: both at once hold the window up

    # ------------------------------------------------------------ making

    def _fill_head(self) -> None:
        theme = self._desk.theme
        bring = self._make.push(self.tr("Import…"), "primary", "file-plus")
        bring.setAccessibleDescription(self.tr("From a file, a folder, a USB stick, or another program's models."))
        bring.clicked.connect(lambda: self._show_ways(bring.mapToGlobal(QPoint(0, bring.height()))))
        title = QHBoxLayout()
        title.addWidget(words(self.tr("Models"), "title"), 1)
        title.addWidget(bring)
        tabs = QWidget()
        flow = FlowLayout(tabs)
        for name, text in (
            ("installed", self.tr("Installed")),
            ("catalogue", self.tr("Catalogue")),
            ("hub", self.tr("Search the hub")),
        ):
            self._add_tab(flow, name, text)
        self._makers["installed"] = lambda: InstalledView(self._desk, self._shelf, self.actions_on_models)
        self._makers["catalogue"] = self._make_catalogue
        self._makers["hub"] = self._make_hub
        body = self._head.body
        body.addLayout(title)
        self._about = words(self.tr("Everything here runs on this computer; a model learns nothing from you."), "muted")
        body.addWidget(self._about)
        body.addWidget(WorkBar(self._desk, self._shelf))
        body.addWidget(DownloadTray(self._desk, self._feed))
        body.addWidget(tabs)
        spaced(theme, title, spacing=8)
        spaced(theme, flow, (0, 6, 0, 0), 4)
        spaced(theme, body, (32, 24, 32, 8), 6)

    def _beside_bars(self) -> QWidget:
        """Return a gap as wide as the parts' scroll bars, so that the head stands above their rows."""
        gap = QWidget()
        follow(self._desk.theme, gap, lambda: gap.setFixedWidth(self._desk.theme.px(SCROLL_BAR_PX)))
        return gap

    def _make_catalogue(self) -> Page:
        from paddock.ui.models.catalogue_view import CatalogueView  # noqa: PLC0415 - built when first looked at

        return CatalogueView(self._desk, self._shelf, self._feed)

    def _make_hub(self) -> Page:
        from paddock.ui.models.hub_view import HubView  # noqa: PLC0415 - built when first looked at

        return HubView(self._desk, self._shelf, self._feed)

    def _add_tab(self, flow: FlowLayout, name: str, text: str) -> None:
        tab = self._make.push(text, "tab")
        tab.setCheckable(True)
        # The group sees to that; a screen reader tells one of several from a check box by it.
        tab.setAutoExclusive(True)
        tab.clicked.connect(lambda: self.show_tab(name))
        self._group.addButton(tab)
        self._tabs[name] = tab
        flow.addWidget(tab)

    # ------------------------------------------------------------ what others ask of it

    def refresh(self) -> None:
        """Read the list anew."""
        self._shelf.refresh()

    def show_tab(self, name: str) -> Page:
        """Show one of the parts and return it. Raises KeyError for an unknown name."""
        view = self._views.get(name)
        if view is None:
            view = self._views[name] = self._makers[name]()
            view.keep_room_for_bar()
            self._stack.addWidget(view)
            self._read_after_tabs(view)
        self._stack.setCurrentWidget(view)
        self._tabs[name].setChecked(True)
        return view

    def _read_after_tabs(self, view: Page) -> None:
        """Let Tab come to what was built just now after the tabs, and not behind the whole window."""
        parts: list[QWidget] = [view]
        widget = view.nextInFocusChain()
        while widget is not None and widget is not view:
            if view.isAncestorOf(widget) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                parts.append(widget)
            widget = widget.nextInFocusChain()
        in_tab_order((list(self._tabs.values())[-1], *parts))

    def _begin(self) -> None:
        if not self._views:
            self.show_tab("installed")

    # ------------------------------------------------------------ bringing in

    def _fetch_again(self, facts: Facts) -> None:
        about = facts.again
        if about is not None:
            self._feed.get(about.choice, about.licence, facts.title, about, replaces=facts.name)

    def _show_ways(self, place: QPoint) -> None:
        menu = QMenu(self)
        icons, ways = self._desk.icons, self.importing
        menu.addAction(icons.icon("file-plus"), self.tr("A file…"), ways.ask_file)
        menu.addAction(icons.icon("hard-drive"), self.tr("A folder or USB stick…"), ways.ask_folder)
        menu.addSeparator()
        menu.addAction(
            icons.icon("magnifying-glass"), self.tr("Look for models of other programs"), ways.look_elsewhere
        )
        menu.popup(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102 - described by Qt
        if holds_files(event.mimeData()):
            event.acceptProposedAction()
            self._veil.show_for(self.tr("Drop model files, or folders with them, to import them"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: D102 - described by Qt
        del event
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102 - described by Qt
        self._veil.hide()
        event.acceptProposedAction()
        self.importing.offer(local_paths(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())
        self._fit()

    def _fit(self) -> None:
        """Leave what can be spared out of the head where the window is low."""
        self._about.setVisible(self.height() > self._desk.theme.px(_LOW_PX))
