"""The first page of all: what this is, what this computer can run, and the two ways to a model, as equals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout, QWidget

from paddock.engine.cancelling import CancelToken
from paddock.ui.models.page import CopyBar, ask_import
from paddock.ui.phrases import number, size
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

    from paddock.app import StarterGetter
    from paddock.errors import UserError
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf

# Billions of parameters that models come in, and what one parameter takes at about 4.85 bits with its share of context.
_SIZES = (0.5, 1, 1.5, 3, 4, 8, 14, 24, 32, 70, 120)
_BYTES_PER_PARAMETER = 0.68
_SHARE_OF_FREE = 0.8


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


class FirstRunPage(Page):
    """Goes when a model is there."""

    chat_wanted = Signal()
    network_asked = Signal(bool)  # whether it is being asked for just now

    def __init__(
        self, desk: Desk, shelf: ModelShelf, starter: StarterGetter | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Welcome"))
        self._desk = desk
        self._shelf = shelf
        self._starter = starter
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
        self.section(self.tr("Get a model"))
        row = QWidget()
        flow = FlowLayout(row)
        self._get = self._card(
            flow,
            "download-simple",
            self.tr("Get the starter model"),
            self._starter_words(),
            self.tr("Get it"),
        )
        self._get.setEnabled(starter is not None)
        self._get.clicked.connect(self._get_or_stop)
        self._import = self._card(
            flow,
            "file-plus",
            self.tr("Import a file"),
            self.tr("A GGUF model file from a colleague, a drive or a download. It is copied and checked."),
            self.tr("Choose a file…"),
        )
        self._import.clicked.connect(lambda: ask_import(self, shelf, copy=True))
        spaced(desk.theme, flow, (0, 6, 0, 0), 14)
        self.add(row)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Getting the starter model"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.hide()
        self.add(self._progress)
        self.add(CopyBar(desk, shelf))
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
        self._shelf.refresh()

    def take_focus(self) -> None:
        """Put the focus on the first way that is open."""
        (self._get if self._get.isEnabled() else self._import).setFocus()

    def _starter_words(self) -> str:
        if self._starter is not None:
            return self.tr("SmolLM2 135M, 98 MB: small and quick, good for a first look. Its checksum is checked.")
        return self.tr(
            "SmolLM2 135M, 98 MB. Only a window that opens without any model may fetch it: "
            "close Paddock and open it again."
        )

    def _card(self, flow: FlowLayout, icon: str, title: str, text: str, button_text: str) -> QPushButton:
        card = QFrame()
        card.setProperty("kind", "card")
        mark = PlainLabel()
        theme, icons = self._desk.theme, self._desk.icons
        ratio = self.devicePixelRatioF()
        follow(theme, mark, lambda: mark.setPixmap(icons.pixmap(icon, theme.px(28), "accent", ratio)))
        button = self._make.push(button_text)
        button.setAccessibleDescription(f"{title}. {text}")
        column = QVBoxLayout(card)
        column.addWidget(mark)
        column.addWidget(words(title, "heading"))
        column.addWidget(words(text, "muted"))
        column.addStretch(1)
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        spaced(theme, column, (18, 16, 18, 16), 8)
        follow(theme, card, lambda: card.setFixedSize(theme.px(316), theme.px(232)))
        flow.addWidget(card)
        return button

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
        self._get.setText(self.tr("Get it"))

    def _on_shelf(self) -> None:
        if self._shelf.writers and self._starter is not None and self._starter.available and self._fetching is None:
            # A model is there: the one process that could use the network is no longer wanted.
            self._desk.tasks.do(self, self._starter.close)
        if self._shelf.writers and self.isVisible():
            self.chat_wanted.emit()
