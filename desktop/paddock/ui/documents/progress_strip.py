"""How far reading and search by meaning are, with pause and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from paddock.ui.documents.phrases import progress_words
from paddock.ui.phrases import number
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.page import words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from paddock.library.progress import Progress
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_STEPS = 1000


class ProgressStrip(QFrame):
    """Hidden while there is nothing to tell."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Reading"))
        self._theme = theme
        self._icons = icons
        self._paused = self._reads = self._brief = False
        make = Buttons(theme, icons)
        self._what = words("", "strong")
        self._names = Elided()
        self._names.setProperty("kind", "small")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Reading"))
        self._meaning = PlainLabel()
        self._meaning.setProperty("kind", "small")
        self._meaning.setWordWrap(True)
        self._pause = make.push(self.tr("Pause"), "", "pause")
        self._pause.clicked.connect(self._on_pause)
        self._stop = make.push(self.tr("Stop"), "", "stop")
        self._stop.setAccessibleDescription(self.tr("What was read stays; what waits is taken out of the queue."))
        self._stop.clicked.connect(self.stop_wanted)
        column = QVBoxLayout()
        for part in (self._what, self._bar, self._names, self._meaning):
            column.addWidget(part)
        row = self._row = QHBoxLayout(self)
        row.addLayout(column, 1)
        row.addWidget(self._pause, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._stop, alignment=Qt.AlignmentFlag.AlignTop)
        spaced(theme, column, spacing=6)
        follow(theme, self, self._space)
        self.hide()

    def be_brief(self, *, brief: bool) -> None:
        """Tell in words alone and without a frame how far it is, the buttons as icons, or show all."""
        if brief == self._brief:
            return
        self._brief = brief
        self.setProperty("kind", "" if brief else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        self._space()
        self._fit()

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(*(px(margin) for margin in ((0, 0, 0, 0) if self._brief else (14, 10, 12, 12))))
        self._row.setSpacing(px(8))

    def show_reading(self, progress: Progress | None) -> None:
        """Show where the queue stands; None and an idle queue show nothing."""
        self._reads = progress is not None and (
            progress.state == "reading" or (progress.state == "paused" and progress.files > progress.files_done)
        )
        if progress is not None and progress.looking and progress.state == "idle":
            self._reads = True
        for part in (self._what, self._pause, self._stop):
            part.setVisible(self._reads)
        if progress is not None and self._reads:
            self._paused = progress.state == "paused"
            told = progress_words(progress)
            self._what.setText(self.tr("Paused: {0}").format(told) if self._paused else told)
            names = ", ".join(progress.reading)
            self._names.put(self.tr("Reading {0}").format(names) if names and not self._paused else "")
            self._bar.setValue(round(_STEPS * _share(progress)))
            self._pause.setIcon(self._icons.icon("play" if self._paused else "pause"))
        self._fit()

    def show_embedding(self, done: int, total: int) -> None:
        """Show how many passages can be found by their meaning; nothing where all can."""
        text = ""
        if 0 <= done < total:
            text = self.tr("Searchable now. Search by meaning: {0} of {1} passages.").format(
                number(done), number(total)
            )
        self._meaning.setText(text)
        self._fit()

    @property
    def said(self) -> str:
        """Return what it tells."""
        return " ".join(part for part in (self._what.plain if self._reads else "", self._meaning.text()) if part)

    def _on_pause(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()

    def _fit(self) -> None:
        self._meaning.setVisible(bool(self._meaning.text()) and not (self._brief and self._reads))
        self._bar.setVisible(self._reads and not self._brief)
        self._names.setVisible(self._reads and not self._brief and bool(self._names.whole))
        going = self.tr("Go on") if self._paused else self.tr("Pause")
        for button, name in ((self._pause, going), (self._stop, self.tr("Stop"))):
            button.setText("" if self._brief else name)
            button.setAccessibleName(name)
            button.setToolTip(name if self._brief else "")
        self.setVisible(self._reads or bool(self._meaning.text()))


def _share(progress: Progress) -> float:
    """Return how far it is: by pages where they are known, else by files."""
    by_files = progress.files_done / max(1, progress.files)
    one = 1 / max(1, progress.files)
    under_way = progress.pages_done / progress.pages if progress.pages > progress.pages_done else 0.0
    return min(1.0, by_files + one * under_way * len(progress.reading))
