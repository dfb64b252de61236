"""What was chosen for import, before anything is copied: which of it, and by copy, by move or where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from paddock.ui.model_shelf import Bring
from paddock.ui.models.fit_pill import fit_pill
from paddock.ui.phrases import size
from paddock.ui.sentences import in_language
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import Page, line, words
from paddock.ui.widgets.scaled import follow, spaced
from paddock.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.models.candidates import Candidate
    from paddock.models.fit import Verdict
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import How

_BOX_PX = 33  # a box with what is around it, as the style sheet has it


class BringDialog(QDialog):
    """`wanted` carries the list of `Bring` and how."""

    wanted = Signal(list, str)

    def __init__(
        self,
        desk: Desk,
        found: Sequence[tuple[Candidate, Verdict | None]],
        free_bytes: int,
        how: How,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Import models"))
        self._desk = desk
        self._free_bytes = free_bytes
        self._boxes: list[tuple[Tick, Candidate]] = []
        make = Buttons(desk.theme, desk.icons)
        page = Page(desk.theme, "")
        page.setAccessibleName(self.tr("Import models"))
        page.add(words(self.tr("Import models"), "title"))
        for candidate, verdict in found:
            page.add(self._row(candidate, verdict))
        page.section(self.tr("How"))
        self._ways = QButtonGroup(self)
        for way, text, about in self._explained():
            page.add(self._way(way, text, about, chosen=way == how))
        page.fill()
        self._sum = words("", "muted")
        self.take = make.push(self.tr("Import"), "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        cancel = make.push(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.addWidget(self._sum, 1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(line())
        column.addWidget(foot)
        spaced(desk.theme, row, (32, 12, 32, 16), 10)
        sized(desk.theme, self, 620, 560)
        self._ways.buttonToggled.connect(lambda _button, _on: self._count())
        self._count()
        self.take.setFocus()

    def _explained(self) -> tuple[tuple[How, str, str], ...]:
        return (
            ("copy", self.tr("Copy"), self.tr("Into the models folder; the drive can be unplugged afterwards.")),
            ("move", self.tr("Move"), self.tr("Copied and checked first, then removed where it lay.")),
            ("link", self.tr("Use where it lies"), self.tr("Nothing is copied; the file has to stay there.")),
        )

    def _way(self, way: How, text: str, about: str, *, chosen: bool) -> QWidget:
        button = QRadioButton(text)
        button.setProperty("way", way)
        button.setChecked(chosen)
        button.setAccessibleDescription(about)
        self._ways.addButton(button)
        block = QWidget()
        column = QVBoxLayout(block)
        column.addWidget(button)
        column.addLayout(self._below_words(words(about, "small")))
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        return block

    def _row(self, candidate: Candidate, verdict: Verdict | None) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        box = Tick(self._desk.icons, candidate.title.replace("&", "&&"))
        box.setChecked(not candidate.problem)
        box.setEnabled(not candidate.problem or candidate.header is not None)
        box.toggled.connect(lambda _on: self._count())
        self._boxes.append((box, candidate))
        about = " · ".join(
            part
            for part in (candidate.program, candidate.quantization, size(candidate.size_bytes), candidate.path.name)
            if part
        )
        box.setAccessibleDescription(in_language(candidate.problem) or about)
        column = QVBoxLayout()
        column.addWidget(box)
        told = Elided(about)
        told.setProperty("kind", "small")
        column.addLayout(self._below_words(told))
        if candidate.problem:
            column.addLayout(self._below_words(words(in_language(candidate.problem), "bad")))
        row = QHBoxLayout(card)
        row.addLayout(column, 1)
        if verdict is not None and candidate.header is not None:
            pill = fit_pill(self._desk, candidate.title, verdict, candidate.header)
            row.addWidget(pill, alignment=Qt.AlignmentFlag.AlignTop)
        spaced(self._desk.theme, column, spacing=2)
        spaced(self._desk.theme, row, (12, 8, 12, 10), 10)
        return card

    def _below_words(self, part: QWidget) -> QHBoxLayout:
        """Return a line that begins where the words beside a box do."""
        gap = QWidget()
        follow(self._desk.theme, gap, lambda: gap.setFixedWidth(self._desk.theme.px(_BOX_PX)))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(gap)
        row.addWidget(part, 1)
        return row

    # ------------------------------------------------------------ deciding

    @property
    def how(self) -> How:
        """Return the way that is chosen."""
        chosen = self._ways.checkedButton()
        way: How = chosen.property("way") if chosen is not None else "copy"
        return way

    def choose(self, how: How) -> None:
        """Choose a way."""
        for button in self._ways.buttons():
            button.setChecked(button.property("way") == how)

    def _chosen(self) -> list[Candidate]:
        return [candidate for box, candidate in self._boxes if box.isChecked()]

    def _count(self) -> None:
        chosen = self._chosen()
        total = sum(one.size_bytes for one in chosen)
        if self.how == "link":
            text = self.tr("%n model(s), nothing is copied.", "", len(chosen))
        else:
            text = self.tr("%n model(s), {0}; {1} are free on the disk.", "", len(chosen))
            text = text.format(size(total), size(self._free_bytes))
        self._sum.setText(text)
        self.take.setEnabled(bool(chosen))

    def _take(self) -> None:
        chosen, how = self._chosen(), self.how
        self.accept()
        self.wanted.emit([Bring(one.path, one.name) for one in chosen], how)
