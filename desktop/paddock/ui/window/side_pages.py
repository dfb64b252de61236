"""The pages beside the conversation as the window has them: how each is made, and what of it other parts must hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from paddock.app import StarterGetter
    from paddock.ui.chat_actions import ChatActions
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.download_feed import DownloadFeed
    from paddock.ui.models.importing import Importing
    from paddock.ui.pages import Pages


class SidePages(QObject):
    """Each page is made when it is first looked at, and its code loaded no earlier.

    `first_run_left` when the person goes on to a chat, `network_asked` with whether the first run asks to use the
    network just now, `downloads_changed` with all downloads.
    """

    first_run_left = Signal()
    network_asked = Signal(bool)
    downloads_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        shelf: ModelShelf,
        actions: ChatActions,
        pages: Pages,
        starter: StarterGetter | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._shelf = shelf
        self._actions = actions
        self._pages = pages
        self._starter = starter
        self._window = window
        self._downloads: DownloadFeed | None = None
        self._importing: Importing | None = None
        pages.add_later("models", self._make_models)
        pages.add_later("privacy", self._make_privacy)
        pages.add_later("settings", self._make_settings)
        pages.add_later("trash", self._make_trash)
        pages.add_later("first_run", self._make_first_run)

    @property
    def downloads(self) -> DownloadFeed:
        """Return what the window knows of downloads; made when it is first wanted."""
        from paddock.ui.models.download_feed import DownloadFeed  # noqa: PLC0415 - seldom needed

        if self._downloads is None:
            feed = self._downloads = DownloadFeed(self._desk, self._shelf, lambda: self._window, self)
            feed.changed.connect(lambda: self.downloads_changed.emit(feed.items))
        return self._downloads

    def look_for_unfinished(self) -> None:
        """Tell of downloads that an earlier start left, if there are any."""
        paddock = self._desk.paddock

        def done(left: bool) -> None:  # noqa: FBT001 - what the call found
            if left:
                self.downloads_changed.emit(self.downloads.items)

        self._desk.tasks.do(self, lambda: bool(paddock.downloads.downloads()), done, lane="downloads")

    def stop_downloads(self) -> None:
        """Fetch no more; what is fetched half stays."""
        if self._downloads is not None:
            self._downloads.stop()

    @property
    def importing(self) -> Importing:
        """Return what takes model files in; made when it is first wanted."""
        from paddock.ui.models.importing import Importing  # noqa: PLC0415 - seldom needed

        if self._importing is None:
            self._importing = Importing(self._desk, self._shelf, lambda: self._window, self)
        return self._importing

    def ask_model_file(self) -> None:
        """Have the person choose a model's file, and take it in."""
        self.importing.ask_file()

    def show_catalogue(self) -> None:
        """Show the models worth getting."""
        from paddock.ui.models.page import ModelsPage  # noqa: PLC0415 - built when first looked at

        page = self._pages.show_page("models")
        assert isinstance(page, ModelsPage)  # noqa: S101 - made below
        page.show_tab("catalogue")

    def _make_models(self) -> QWidget:
        from paddock.ui.models.page import ModelsPage  # noqa: PLC0415 - built when first looked at

        return ModelsPage(self._desk, self._shelf, self.downloads)

    def _make_privacy(self) -> QWidget:
        from paddock.ui.privacy.page import PrivacyPage  # noqa: PLC0415 - built when first looked at

        return PrivacyPage(self._desk)

    def _make_settings(self) -> QWidget:
        from paddock.ui.settings.page import SettingsPage  # noqa: PLC0415 - built when first looked at

        return SettingsPage(self._desk, self._actions)

    def _make_trash(self) -> QWidget:
        from paddock.ui.trash.page import TrashPage  # noqa: PLC0415 - built when first looked at

        return TrashPage(self._desk, self._actions)

    def _make_first_run(self) -> QWidget:
        from paddock.ui.first_run.page import FirstRunPage  # noqa: PLC0415 - built when first looked at

        page = FirstRunPage(self._desk, self._shelf, self._starter, self.downloads)
        page.chat_wanted.connect(self.first_run_left)
        page.catalogue_wanted.connect(self.show_catalogue)
        page.network_asked.connect(self.network_asked)
        return page
