"""The languages that text in pictures is recognised in, and taking in the data of one more."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from paddock.settings import MOST_LANGUAGES
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced
from paddock.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from paddock.settings import Settings
    from paddock.ui.desk import Desk

_WRITTEN = {"chi_sim": "Simplified Chinese", "chi_tra": "Traditional Chinese"}  # as QLocale names languages, in English


class RecognitionSection(QWidget):
    """A tick for each language there is data for; a change holds for what is read from then on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._there: tuple[str, ...] = ()
        self._ticks: dict[str, Tick] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._none = words(self.tr("There is no language data on this computer yet."), "small")
        self._add = Buttons(desk.theme, desk.icons).push(self.tr("Add a language from a file…"), "", "file-plus")
        self._add.clicked.connect(self._ask_file)
        below = QWidget()
        buttons = FlowLayout(below)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.addWidget(self._none)
        column.addWidget(self._row)
        column.addWidget(below)
        spaced(desk.theme, self._flow, (0, 4, 0, 0), 8)
        spaced(desk.theme, buttons, (0, 6, 0, 0), 8)
        spaced(desk.theme, column, (0, 4, 0, 0), 2)
        if self._governed:
            self._add.setEnabled(False)
            column.addWidget(words(self.tr("Fixed by your administrator."), "small"))
        self._show(desk.preferences.current)
        desk.preferences.changed.connect(self._show)

    @property
    def ticks(self) -> dict[str, Tick]:
        """Return the ticks by their languages' codes."""
        return dict(self._ticks)

    @property
    def _governed(self) -> bool:
        return self._desk.preferences.governed("ocr_languages")

    def refresh(self) -> None:
        """Look for language data."""

        def done(found: tuple[str, ...]) -> None:
            self._there = found
            self._show(self._desk.preferences.current)

        self._desk.tasks.do(self, self._desk.paddock.languages, done)

    def add(self, path: Path) -> None:
        """Take in a file of language data, and recognise its language."""

        def done(code: str) -> None:
            self._there = tuple(sorted({*self._there, code}))
            self._use(code, wanted=True)
            self._show(self._desk.preferences.current)
            self._desk.notices.say(self.tr("{0} is recognised from now on.").format(_name(code)))

        self._desk.tasks.do(
            self, lambda: self._desk.paddock.add_language(path), done, failed=self._desk.notices.complain
        )

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self.window(), self.tr("Add a language"), "", self.tr("Language data ({0})").format("*.traineddata")
        )
        if name:
            self.add(Path(name))

    def _use(self, code: str, *, wanted: bool) -> None:
        used = self._desk.preferences.current.ocr_languages
        others = tuple(one for one in used if one != code)
        if wanted and code in used:
            return
        chosen = (*others, code)[:MOST_LANGUAGES] if wanted else others
        self._desk.preferences.change(ocr_languages=chosen)
        self._desk.paddock.recognise(chosen)

    def _show(self, settings: Settings) -> None:
        used = settings.ocr_languages
        codes = sorted({*self._there, *used}, key=lambda code: _name(code).casefold())
        if list(self._ticks) != codes:
            self._fill(codes)
        for code, tick in self._ticks.items():
            tick.setChecked(code in used)
            tick.setText(_name(code) if code in self._there else self.tr("{0} (no data)").format(_name(code)))
            tick.setEnabled(not self._governed and (code in used or len(used) < MOST_LANGUAGES))
        self._none.setVisible(not codes)
        for before, after in pairwise([self._add, *self._ticks.values(), self._add]):
            self.setTabOrder(before, after)  # the ticks were made after what stands below them

    def _fill(self, codes: list[str]) -> None:
        for tick in self._ticks.values():
            self._flow.removeWidget(tick)
            tick.deleteLater()
        self._ticks = {}
        for code in codes:
            tick = Tick(self._desk.icons, _name(code), self._row)
            tick.clicked.connect(lambda on, one=code: self._use(one, wanted=on))
            self._flow.addWidget(tick)
            self._ticks[code] = tick


def _name(code: str) -> str:
    """Return a language's name with Tesseract's code, the code alone where it has no name here."""
    language = QLocale.codeToLanguage(code.partition("_")[0])
    if language == QLocale.Language.AnyLanguage:
        return code
    return f"{_WRITTEN.get(code) or QLocale.languageToString(language)} ({code})"
