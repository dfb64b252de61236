"""The first page of all: what this is, what this computer can run, and the two ways to a model, as equals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from paddock.engine.cancelling import CancelToken
from paddock.ui.models.importing import Importing
from paddock.ui.models.tray import DownloadTray
from paddock.ui.models.work_bar import WorkBar
from paddock.ui.phrases import model_title, number, size
from paddock.ui.sentences import in_language
from paddock.ui.tasks import Call
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import Page, words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.app import Paddock, StarterGetter
    from paddock.errors import UserError
    from paddock.models.drives import OnDrive
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.catalogue_view import Entry
    from paddock.ui.models.download_feed import DownloadFeed

# Billions of parameters that models come in, and what one parameter takes at about 4.85 bits with its share of context.
_SIZES = (0.5, 1, 1.5, 3, 4, 8, 14, 24, 32, 70, 120)
_BYTES_PER_PARAMETER = 0.68
_SHARE_OF_FREE = 0.8
_MOST_ON_DRIVES = 3
_PICKERS = 2


@dataclass(frozen=True)
class Machine:
    """What this computer has, and the largest usual model size (in billions) that fits; 0 where none does."""

    cores: int
    free_bytes: int
    billions: float


def look_at_machine() -> Machine:
    """Count cores and free memory. Not for the Qt thread."""
    import psutil  # noqa: PLC0415 - the window is on the screen before this is needed

    from paddock.models.fit import free_memory  # noqa: PLC0415 - as above

    free = free_memory()
    fitting = [billions for billions in _SIZES if billions * 1e9 * _BYTES_PER_PARAMETER <= free * _SHARE_OF_FREE]
    return Machine(psutil.cpu_count(logical=False) or 1, free, max(fitting, default=0))


def _on_drives() -> tuple[OnDrive, ...]:
    from paddock.models.drives import on_drives  # noqa: PLC0415 - as above

    return on_drives()


def _recommended(paddock: Paddock) -> Entry | None:
    """Return what the catalogue recommends here, unless that is the starter, which has a button of its own."""
    from paddock.fetcher.starter import STARTER  # noqa: PLC0415 - as above
    from paddock.ui.models.catalogue_view import read_entries  # noqa: PLC0415 - as above

    found = next((one for one in read_entries(paddock) if one.recommended and one.offer.model.kind == "chat"), None)
    return None if found is None or found.offer.file.sha256 == STARTER.sha256 else found


class FirstRunPage(Page):
    """Goes when a model is there."""

    chat_wanted = Signal()
    catalogue_wanted = Signal()
    network_asked = Signal(bool)  # whether it is being asked for just now

    def __init__(
        self,
        desk: Desk,
        shelf: ModelShelf,
        starter: StarterGetter | None,
        feed: DownloadFeed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Welcome"))
        self._desk = desk
        self._shelf = shelf
        self._starter = starter
        self._feed = feed
        self._entry: Entry | None = None
        self._fetching: CancelToken | None = None
        self._make = Buttons(desk.theme, desk.icons)
        mark = PlainLabel()
        ratio = self.devicePixelRatioF()
        follow(desk.theme, mark, lambda: mark.setPixmap(desk.icons.pixmap("horse", desk.theme.px(44), "accent", ratio)))
        self.add(mark)
        self.add(words(self.tr("Welcome to Paddock"), "title"))
        about = self.tr(
            "Paddock runs language models on this computer and keeps your chats in an encrypted file here. "
            "Nothing you type or open leaves it: the system itself refuses this window the network."
        )
        self.add(words(about))
        self.section(self.tr("What this computer can run"))
        self._machine = words(self.tr("Looking…"), "muted")
        self.add(self._machine)
        self._importing = Importing(desk, shelf, self.window, self, at_once=True)
        self.section(self.tr("Two ways to a model"))
        self.add(self._card_to_get())
        self.add(self._card_to_import())
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Getting the starter model"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.hide()
        self.add(self._progress)
        self.add(WorkBar(desk, shelf))
        self.add(DownloadTray(desk, feed))
        self._banner = Banner(desk.theme, desk.icons)
        self.add(self._banner)
        skip = self._make.push(self.tr("Look around without a model"), "link")
        skip.clicked.connect(self.chat_wanted)
        self.body.addWidget(skip, alignment=Qt.AlignmentFlag.AlignLeft)
        self.fill()
        shelf.changed.connect(self._on_shelf)

    def refresh(self) -> None:
        """Look at the machine anew."""
        self._desk.tasks.do(self, look_at_machine, self._show_machine)
        self._desk.tasks.do(self, _on_drives, self._show_drives)
        if self._feed.closed is None:
            paddock = self._desk.paddock
            self._desk.tasks.do(
                self, lambda: _recommended(paddock), self._show_recommended, failed=self._banner.show_error
            )
        self._shelf.refresh()

    def take_focus(self) -> None:
        """Put the focus on the first way that is open."""
        (self._get if self._get.isEnabled() else self._import).setFocus()

    # ------------------------------------------------------------ the two ways

    def _card_to_get(self) -> QWidget:
        self._about_getting = words("", "muted")
        card, flow = self._card("download-simple", self.tr("Get a model"), self._about_getting)
        self._get = self._make.push(self.tr("Get the starter"), "primary")
        self._get.clicked.connect(self._get_or_stop)
        choose = self._make.push(self.tr("See the catalogue"))
        choose.clicked.connect(self.catalogue_wanted)
        self._recommended = self._make.push("", "")
        self._recommended.clicked.connect(self._get_recommended)
        self._recommended.hide()
        flow.addWidget(self._get)
        flow.addWidget(self._recommended)
        flow.addWidget(choose)
        self._feed.changed.connect(self._show_open)
        self._show_open()
        return card

    def _card_to_import(self) -> QWidget:
        text = self.tr("A GGUF model file from a colleague, a drive or a download. It is copied and checked.")
        title = self.tr("Import from a file, folder or USB stick")
        card, flow = self._card("hard-drive", title, words(text, "muted"))
        self._drives = flow
        self._import = self._make.push(self.tr("Choose a file…"), "primary")
        self._import.clicked.connect(self._importing.ask_file)
        folder = self._make.push(self.tr("Choose a folder…"))
        folder.clicked.connect(self._importing.ask_folder)
        for button in (self._import, folder):
            button.setAccessibleDescription(text)
            flow.addWidget(button)
        return card

    def _show_open(self) -> None:
        """Tell of the starter, or why nothing can be fetched; the network may be turned off at any time."""
        is_open = self._can_get
        about = self.tr("The starter, SmolLM2 135M, 98 MB: small and quick, good for a first look.")
        if not is_open:
            about = in_language(str(self._feed.closed or ""))
        self._about_getting.setText(about)
        self._get.setAccessibleDescription(about)
        self._get.setEnabled(is_open)
        self._recommended.setEnabled(is_open)

    @property
    def _can_get(self) -> bool:
        return self._starter.available if self._starter is not None else self._feed.closed is None

    def _card(self, icon: str, title: str, text: QWidget) -> tuple[QFrame, FlowLayout]:
        """Return a card, and the line its buttons stand in."""
        card = QFrame()
        card.setProperty("kind", "card")
        mark = PlainLabel()
        theme, icons = self._desk.theme, self._desk.icons
        ratio = self.devicePixelRatioF()
        follow(theme, mark, lambda: mark.setPixmap(icons.pixmap(icon, theme.px(28), "accent", ratio)))
        line = QWidget()
        flow = FlowLayout(line)
        column = QVBoxLayout()
        column.addWidget(words(title, "heading"))
        column.addWidget(text)
        column.addWidget(line)
        row = QHBoxLayout(card)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        spaced(theme, flow, (0, 8, 0, 0), 8)
        spaced(theme, column, spacing=4)
        spaced(theme, row, (18, 16, 18, 16), 14)
        return card, flow

    def _show_recommended(self, entry: Entry | None) -> None:
        self._entry = entry
        self._recommended.setVisible(entry is not None)
        if entry is not None:
            name, size_words = entry.offer.model.name, size(entry.offer.file.size_bytes)
            self._recommended.setText(self.tr("Get {0}, {1}").format(name, size_words).replace("&", "&&"))
            self._recommended.setAccessibleDescription(self.tr("The one recommended for this computer."))
            self._recommended.setToolTip(self.tr("The one recommended for this computer."))

    def _get_recommended(self) -> None:
        from paddock.fetcher.protocol import CatalogueChoice  # noqa: PLC0415 - with the first download

        if self._entry is not None:
            model, file = self._entry.offer.model, self._entry.offer.file
            choice = CatalogueChoice(model_id=model.id, quantization=file.quantization)
            self._feed.get(choice, model.licence, model.name)

    def _show_drives(self, found: tuple[OnDrive, ...]) -> None:
        """Offer what lies on the drives that are plugged in, one press away."""
        while self._drives.count() > _PICKERS:
            item = self._drives.takeAt(self._drives.count() - 1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found[:_MOST_ON_DRIVES]:
            text = self.tr("{0} from {1}").format(model_title(one.path.name), one.drive)
            button = self._make.push(text.replace("&", "&&"), "", "hard-drive")
            button.clicked.connect(lambda _on=False, path=one.path: self._importing.offer([path]))
            self._drives.addWidget(button)

    def _show_machine(self, machine: Machine) -> None:
        cores = self.tr("%n core(s)", "", machine.cores)
        text = self.tr("{0} and {1} of free memory.").format(cores, size(machine.free_bytes))
        if machine.billions:
            whole = float(machine.billions).is_integer()
            largest = number(int(machine.billions)) if whole else f"{machine.billions:g}"
            text += " " + self.tr("Models of up to about {0} billion parameters (4 bits each) fit.").format(largest)
        else:
            text += " " + self.tr("That is little: close other programs, or take the smallest models.")
        self._machine.setText(text)

    def _get_or_stop(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
        elif self._starter is not None:
            self._get_starter(self._starter)
        else:
            from paddock.fetcher.protocol import StarterChoice  # noqa: PLC0415 - only here

            self._feed.get(StarterChoice(), "apache-2.0", "SmolLM2 135M Instruct")

    def _get_starter(self, starter: StarterGetter) -> None:
        stopping = self._fetching = CancelToken()

        def fetch(report: Callable[[float], None]) -> Path:
            return starter.fetch(lambda done, total: report(done / max(total, 1)), stopping)

        self.network_asked.emit(True)
        self._get.setText(self.tr("Stop"))
        self._banner.hide()
        self._progress.setValue(0)
        self._progress.show()
        self._desk.tasks.run(
            Call(
                fetch,
                self,
                done=lambda _path: self._shelf.refresh(),
                failed=self._on_failed,
                events=self._on_progress,
                ended=self._on_ended,
                stop=stopping.cancel,
            )
        )

    def _on_progress(self, batch: list[Any]) -> None:
        self._progress.setValue(int(batch[-1] * 1000))

    def _on_failed(self, error: UserError) -> None:
        self._banner.show_error(error, tone="warning")

    def _on_ended(self) -> None:
        self._fetching = None
        self.network_asked.emit(False)
        self._progress.hide()
        self._get.setText(self.tr("Get the starter"))

    def _on_shelf(self) -> None:
        if self._shelf.writers and self.isVisible():
            self.chat_wanted.emit()
