"""Everything a person can set that belongs to no chat."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from paddock.ui.settings.hub_token import HubTokenSection
from paddock.ui.settings.passphrase import PassphraseSection
from paddock.ui.settings.recognition import RecognitionSection
from paddock.ui.settings.shortcut_table import ShortcutTable
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.choice import Choice
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.numbers import Whole
from paddock.ui.widgets.page import Page, words
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from paddock.settings import Settings
    from paddock.ui.chat_actions import ChatActions
    from paddock.ui.desk import Desk

_ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
TRANSLATIONS = Path(__file__).parents[1] / "translations"


class SettingsPage(Page):
    """Each change holds at once; what an administrator fixed cannot be changed and says so."""

    def __init__(self, desk: Desk, actions: ChatActions, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Settings"))
        self._desk = desk
        self._actions = actions
        self._make = Buttons(desk.theme, desk.icons)
        self._rows: QGridLayout | None = None
        self.add(words(self.tr("Settings"), "title"))
        self._add_look()
        self._add_running()
        self._add_recognition()
        self._add_privacy()
        self._add_network()
        self._add_chats()
        self.section(self.tr("Keyboard shortcuts"), self.tr("Choose a row, press the new keys."))
        self.add(ShortcutTable(desk))
        self.fill()
        self._show(desk.preferences.current)
        desk.preferences.changed.connect(self._show)

    def refresh(self) -> None:
        """Read what may have changed elsewhere."""
        self._passphrase.refresh()
        self._recognition.refresh()
        self._hub_token.refresh()

    # ------------------------------------------------------------ sections

    def _add_look(self) -> None:
        self.section(self.tr("Look"))
        self._begin_rows()
        self._theme_choice = self._choice(self.tr("Theme"))
        self._theme_choice.add(self.tr("As the system"), "system")
        self._theme_choice.add(self.tr("Light"), "light")
        self._theme_choice.add(self.tr("Dark"), "dark")
        self._row("theme", self._theme_choice, self.tr("Theme"), "")
        self._zoom = self._choice(self.tr("Text size"))
        self._row("zoom_percent", self._zoom, self.tr("Text size"), self.tr("Also by Ctrl and plus, minus or 0."))
        self._language = self._choice(self.tr("Language"))
        self._language.add(self.tr("As the system"), "")
        for code in sorted({"en"} | {path.stem.removeprefix("paddock_") for path in TRANSLATIONS.glob("*.qm")}):
            name = QLocale(code).nativeLanguageName()
            self._language.add(name[:1].upper() + name[1:] if name else code, code)
        self._row("language", self._language, self.tr("Language"), self.tr("Holds from the next start."))
        self._theme_choice.activated.connect(lambda _i: self._change(theme=self._theme_choice.value))
        self._zoom.activated.connect(lambda _i: self._change(zoom_percent=self._zoom.value))
        self._language.activated.connect(lambda _i: self._change(language=self._language.value))

    def _add_running(self) -> None:
        self.section(self.tr("Running models"), self.tr("Holds when a model is loaded the next time."))
        self._begin_rows()
        auto = self.tr("automatic")
        self._context = Whole(self.tr("Context length"), 0, 1 << 20, 1024, special=auto)
        about = self.tr("Tokens a model can see at once; more takes more memory. A chat can have its own.")
        self._row("context_tokens", self._context, self.tr("Context length"), about)
        self._threads = Whole(self.tr("Threads"), 0, 1024, special=auto)
        about = self.tr("Automatic takes one for each core of the processor; more than that is slower.")
        self._row("threads", self._threads, self.tr("Threads"), about)
        self._layers = Whole(self.tr("GPU layers"), -1, 100_000, special=auto)
        about = self.tr("How much of the model the graphics card holds; 0 uses the processor only.")
        self._row("gpu_layers", self._layers, self.tr("GPU layers"), about)
        self._cache = Whole(self.tr("Prompt cache"), 0, 1_000_000, 128)
        self._cache.setSuffix(" MB")
        about = self.tr("Memory that keeps what was read already, so that going back to a chat costs no waiting.")
        self._row("prompt_cache_mb", self._cache, self.tr("Prompt cache"), about)
        self._context.editingFinished.connect(
            lambda: self._change(context_tokens=_at_least(self._context.value_or_none, 256))
        )
        self._threads.editingFinished.connect(lambda: self._change(threads=self._threads.value_or_none))
        self._layers.editingFinished.connect(lambda: self._change(gpu_layers=self._layers.value_or_none))
        self._cache.editingFinished.connect(lambda: self._change(prompt_cache_mb=self._cache.value()))

    def _add_recognition(self) -> None:
        self.section(
            self.tr("Text in pictures"),
            self.tr(
                "The languages that scans and photographs are read in; each takes its time. It holds for what is read "
                "from now on: choose “Read again” in Documents for the rest."
            ),
        )
        self._recognition = RecognitionSection(self._desk)
        self.add(self._recognition)

    def _add_privacy(self) -> None:
        self.section(self.tr("Locking"))
        self._begin_rows()
        self._lock = Whole(self.tr("Lock after"), 0, 10_000, special=self.tr("never"))
        self._lock.setSuffix(self.tr(" min"))
        about = self.tr("Minutes without a key or a click until the chats are closed and the key is wiped from memory.")
        self._row("lock_after_minutes", self._lock, self.tr("Lock after"), about)
        self._lock.editingFinished.connect(lambda: self._change(lock_after_minutes=self._lock.value()))
        self._passphrase = PassphraseSection(self._desk)
        self.add(self._passphrase)

    def _add_network(self) -> None:
        self.section(self.tr("Network"))
        self._begin_rows()
        self._network = self._choice(self.tr("Use of the network"))
        self._network.add(self.tr("When I ask for it"), "on")
        self._network.add(self.tr("Never"), "off")
        about = self.tr(
            "Only to fetch a model or to search for one, and never by itself. “Never” pauses downloads and ends the "
            "one process that could use the network, at once. Allowing it again takes effect at the next start."
        )
        self._row("network", self._network, self.tr("Use of the network"), about)
        self._network.activated.connect(lambda _i: self._change(network=self._network.value))
        self._rate = Whole(self.tr("Fetch at most"), 0, 100_000, special=self.tr("as fast as it comes"))
        self._rate.setSuffix(self.tr(" MB/s"))
        about = self.tr(
            "So that others on this line have some of it. It holds for what is begun or gone on with from now."
        )
        self._row("fetch_megabytes_per_second", self._rate, self.tr("Fetch at most"), about)
        self._rate.editingFinished.connect(lambda: self._change(fetch_megabytes_per_second=self._rate.value_or_none))
        self._hub_token = HubTokenSection(self._desk)
        self.add(self._hub_token)

    def _add_chats(self) -> None:
        self.section(
            self.tr("All chats"), self.tr("An export is not encrypted: anyone who can open the file can read it.")
        )
        row = QWidget()
        flow = FlowLayout(row)
        for text, form in (
            (self.tr("Export as JSON…"), "json"),
            (self.tr("Export as Markdown…"), "md"),
            (self.tr("Export as web page…"), "html"),
        ):
            button = self._make.push(text, "", "export")
            button.clicked.connect(lambda _on=False, one=form: self._actions.ask_export(one, None, self.window()))
            flow.addWidget(button)
        bring = self._make.push(self.tr("Import…"), "", "download-simple")
        bring.clicked.connect(lambda: self._actions.ask_import(self.window()))
        flow.addWidget(bring)
        spaced(self._desk.theme, flow, (0, 4, 0, 0))
        self.add(row)

    # ------------------------------------------------------------ rows

    def _begin_rows(self) -> None:
        block = QWidget()
        self._rows = QGridLayout(block)
        self._rows.setColumnStretch(0, 1)
        spaced(self._desk.theme, self._rows, (0, 4, 0, 0), 10)
        self.add(block)

    def _row(self, setting: str, control: QWidget, name: str, about: str) -> None:
        grid = self._rows
        if grid is None:
            return
        if self._desk.preferences.governed(setting):
            control.setEnabled(False)
            about = self.tr("Fixed by your administrator.")
        texts = QVBoxLayout()
        label = words(name, "strong")
        label.setBuddy(control)
        texts.addWidget(label)
        if about:
            texts.addWidget(words(about, "small"))
            control.setAccessibleDescription(about)
        spaced(self._desk.theme, texts, spacing=0)
        row = grid.rowCount()
        grid.addLayout(texts, row, 0)
        grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignVCenter)
        follow(self._desk.theme, control, lambda: control.setFixedWidth(self._desk.theme.px(190)))

    def _choice(self, name: str) -> Choice:
        return Choice(self._desk.theme, self._desk.icons, name)

    def _change(self, **changes: object) -> None:
        self._desk.preferences.change(**changes)

    def _show(self, settings: Settings) -> None:
        self._theme_choice.choose(settings.theme)
        self._zoom.clear()
        for percent in sorted({*_ZOOMS, settings.zoom_percent}):
            self._zoom.add(f"{percent} %", percent)
        self._zoom.choose(settings.zoom_percent)
        self._language.choose(settings.language)
        self._context.put(settings.context_tokens)
        self._threads.put(settings.threads)
        self._layers.put(settings.gpu_layers)
        self._cache.put(settings.prompt_cache_mb)
        self._lock.put(settings.lock_after_minutes)
        self._network.choose(settings.network)
        self._rate.put(settings.fetch_megabytes_per_second)


def _at_least(value: int | None, least: int) -> int | None:
    return None if value is None else max(value, least)
