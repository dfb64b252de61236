"""Searching the hub, and fetching from any address: the only words of the person's that leave this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from paddock.errors import UserError
from paddock.ui.models.tab_order import in_tab_order
from paddock.ui.phrases import number, size
from paddock.ui.sentences import in_language
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.page import Page, tag, words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.fetcher.protocol import Offered
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.download_feed import DownloadFeed

_MOST_SHOWN = 30
_SEARCH_LETTERS = 100


class HubView(Page):
    """Nothing is asked before a button is pressed or Enter."""

    def __init__(self, desk: Desk, shelf: ModelShelf, feed: DownloadFeed, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Search the hub"))
        self._desk = desk
        self._shelf = shelf
        self._feed = feed
        self._found: list[tuple[Offered, QPushButton, QWidget]] = []
        shelf.changed.connect(self._show_installed)
        self._asked = 0
        self._make = Buttons(desk.theme, desk.icons)
        about = self.tr(
            "Your words go to the hub, and nothing else. What is asked of the network stands in the ledger."
        )
        self.add(words(about, "muted"))
        self.field = self._field(self.tr("Words of a model's name"), _SEARCH_LETTERS)
        self.seek = self._line(self.field, self.tr("Search"), "magnifying-glass", self._search)
        self._banner = Banner(desk.theme, desk.icons)
        self.add(self._banner)
        self._state = words("", "muted")
        self._state.hide()
        self.add(self._state)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        spaced(desk.theme, self._column, spacing=10)
        self.add(self._list)
        self.section(
            self.tr("From an address"),
            self.tr("Any https address of a GGUF file, with its SHA-256 where you know it."),
        )
        self.address = self._field("https://…/model.gguf", 2000)
        self.address.setAccessibleName(self.tr("Address of the file"))
        self.sha256 = self._field(self.tr("SHA-256, if known"), 64)
        self.add(self.address)
        self.get = self._line(self.sha256, self.tr("Get"), "download-simple", self._get_address)
        self.address.returnPressed.connect(self.get.click)
        self.fill()
        spaced(desk.theme, self.body, (32, 8, 32, 24), 10)
        self._closed = ""
        feed.changed.connect(self._show_closed)
        self._show_closed()

    # ------------------------------------------------------------ making

    def _field(self, name: str, most: int) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setMaxLength(most)
        return field

    def _line(self, field: QLineEdit, text: str, icon: str, run: object) -> QPushButton:
        button = self._make.push(text, "", icon)
        button.clicked.connect(run)
        field.returnPressed.connect(button.click)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(button)
        spaced(self._desk.theme, row, spacing=8)
        self.add(row)
        return button

    # ------------------------------------------------------------ searching

    def _search(self) -> None:
        asked = " ".join(self.field.text().split())
        if not asked:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._asked += 1
        turn, downloads = self._asked, self._desk.paddock.downloads
        self._banner.dismiss()
        self._show_state(self.tr("Searching…"))
        self._clear()

        def done(found: tuple[Offered, ...]) -> None:
            if turn == self._asked:
                self._show(found)

        def failed(error: UserError) -> None:
            if turn == self._asked:
                self._show_state("")
                self._banner.show_error(error, tone="warning")

        self._desk.tasks.do(self, lambda: downloads.search(asked), done, failed=failed)

    def _show(self, found: tuple[Offered, ...]) -> None:
        self._show_state("" if found else self.tr("The hub knows no model file of that name."))
        last: QWidget = self.seek
        for one in found[:_MOST_SHOWN]:
            row = self._row(one)
            self._column.addWidget(row)
            last = in_tab_order(last, [row])
        self._show_installed()
        if len(found) > _MOST_SHOWN:
            left = self.tr("%n more; name it more closely.", "", len(found) - _MOST_SHOWN)
            self._column.addWidget(words(left, "small"))

    def _row(self, one: Offered) -> QWidget:
        from paddock.models.licences import licence_named  # noqa: PLC0415 - with the first search

        card = QFrame()
        card.setProperty("kind", "model")
        name = one.path.rpartition("/")[2]
        card.setAccessibleName(name)
        title, owner = Elided(name), Elided(one.repo)
        title.setProperty("kind", "strong")
        owner.setProperty("kind", "small")
        licence = licence_named(one.licence)
        facts = [
            size(one.size_bytes) if one.size_bytes else self.tr("size not told"),
            in_language(licence.name) if licence.known else self.tr("licence unknown"),
        ]
        if one.downloads is not None:
            facts.append(self.tr("fetched {0} times").format(number(one.downloads)))
        get = self._make.push(self.tr("Get"), "", "download-simple")
        get.setAccessibleName(self.tr("Get {0}").format(name))
        get.setEnabled(self._feed.closed is None)
        get.clicked.connect(lambda: self._get(one))
        installed = tag(self.tr("Installed"), "mark")
        self._found.append((one, get, installed))
        column = QVBoxLayout()
        for part in (title, owner, words(" · ".join(facts), "muted")):
            column.addWidget(part)
        row = QHBoxLayout(card)
        row.addLayout(column, 1)
        if one.gated:
            row.addWidget(tag(self.tr("Token needed"), "mark"), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(get)
        row.addWidget(installed, alignment=Qt.AlignmentFlag.AlignVCenter)
        spaced(self._desk.theme, column, spacing=3)
        spaced(self._desk.theme, row, (18, 10, 12, 12), 8)
        return card

    def _get(self, one: Offered) -> None:
        from paddock.fetcher.protocol import HubChoice  # noqa: PLC0415 - with the first download
        from paddock.models.about import About  # noqa: PLC0415 - with the first download

        name = one.path.rpartition("/")[2]
        choice = HubChoice(one.repo, one.path)
        about = About(choice, name, name, one.size_bytes, one.sha256, one.licence, one.gated)
        self._feed.get(choice, one.licence, name, about)

    def _get_address(self) -> None:
        from paddock.fetcher.protocol import UrlChoice  # noqa: PLC0415 - with the first download

        address, sha256 = self.address.text().strip(), self.sha256.text().strip().lower()
        try:
            choice = UrlChoice(address, sha256)
        except ValueError:
            self._banner.show_error(
                UserError(
                    self.tr("This is not the address of a model file."),
                    "",
                    self.tr("It begins with https:// and ends with the name of a .gguf file."),
                ),
                tone="warning",
            )
            return
        self._banner.dismiss()
        self._feed.get(choice, "", choice.file_name)

    # ------------------------------------------------------------ showing

    def _show_closed(self) -> None:
        """Say why nothing can be asked, where nothing can; the network may be turned off at any time."""
        closed = self._feed.closed
        if str(closed or "") == self._closed:
            return
        self._closed = str(closed or "")
        if closed is not None:
            self._banner.show_error(closed, tone="info")
        for button in (self.seek, self.get, *(get for _one, get, _installed in self._found)):
            button.setEnabled(closed is None)

    def _show_installed(self) -> None:
        """Show of what was found which files are here already."""
        for one, get, installed in self._found:
            here = self._shelf.holds(one.path.rpartition("/")[2], one.size_bytes, one.sha256)
            get.setVisible(not here)
            installed.setVisible(here)

    def _show_state(self, text: str) -> None:
        self._state.setText(text)
        self._state.setVisible(bool(text))

    def _clear(self) -> None:
        self._found.clear()
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
