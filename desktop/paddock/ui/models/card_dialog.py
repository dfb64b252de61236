"""All that is known of one model, with its SHA-256: what an administrator asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from paddock.ui.models.phrases import kind_words, languages_words, speed_words, tokens, verdict_words, vision_words
from paddock.ui.phrases import number, size, when
from paddock.ui.sentences import in_language
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.on_screen import sized
from paddock.ui.widgets.page import Page, line, words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk
    from paddock.ui.models.facts import Facts


class CardDialog(QDialog):
    """Works the hash out where it is not known yet."""

    def __init__(self, desk: Desk, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Model"))
        self._desk = desk
        self._told: list[str] = []
        make = Buttons(desk.theme, desk.icons)
        page = Page(desk.theme, facts.title)
        block = QWidget()
        self._grid = QGridLayout(block)
        self._grid.setColumnStretch(1, 1)
        page.add(block)
        page.fill()
        for name, value in self._rows(facts):
            self._row(name, value)
        self._sha256 = self._row("SHA-256", self.tr("is being worked out…"))
        copy = make.push(self.tr("Copy all"), "", "copy")
        copy.clicked.connect(self._copy)
        close = make.push(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(line())
        column.addLayout(foot)
        spaced(desk.theme, self._grid, (0, 8, 0, 0), 8)
        spaced(desk.theme, foot, (32, 12, 32, 16))
        sized(desk.theme, self, 640, 620)
        close.setFocus()
        models, model = desk.paddock.models, facts.model.model
        desk.tasks.do(self, lambda: models.sha256(model), self._show_hash, failed=self._sha256_failed)

    def _rows(self, facts: Facts) -> list[tuple[str, str]]:
        model = facts.model.model
        rows = [(self.tr("Name"), facts.name), (self.tr("Size"), size(model.size_bytes))]
        if model.problem:
            rows.append((self.tr("Problem"), in_language(model.problem)))
        if model.header is not None:
            from paddock.models.card import card_of  # noqa: PLC0415 - with the first model that is shown

            card = card_of(model.header)
            rows += [
                (self.tr("For"), kind_words(facts.kind)),
                (self.tr("Architecture"), card.architecture),
                (self.tr("Parameters"), number(card.parameters)),
                (self.tr("Quantization"), f"{card.quantization}: {in_language(card.quantization_words)}"),
                (self.tr("Context"), tokens(card.context_tokens) if card.context_tokens else ""),
                (self.tr("Languages"), languages_words(card.languages)),
            ]
        if facts.verdict is not None:
            rows.append((self.tr("Memory"), verdict_words(facts.verdict)))
        if facts.vision is not None:
            rows.append((self.tr("Looks at pictures"), vision_words(facts.vision)))
        if facts.tokens_per_second:
            spoken = self.tr("{0}, measured here") if facts.measured else self.tr("{0}, a guess until it was used")
            rows.append((self.tr("Speed"), spoken.format(speed_words(facts.tokens_per_second))))
        rows.append((self.tr("Licence"), in_language(facts.licence.name)))
        if facts.agreed is not None:
            agreed = self.tr("by {0}, {1}").format(facts.agreed.who, when(facts.agreed.when))
            rows.append((self.tr("Agreed to"), agreed))
        rows += [
            (self.tr("Origin"), facts.origin or self.tr("not stated in the file")),
            (self.tr("Last used"), when(facts.last_used) if facts.last_used else self.tr("not yet")),
            (self.tr("Checked"), when(facts.seen.looked_at) if facts.seen else self.tr("not yet")),
        ]
        rows += [(self.tr("File"), str(file)) for file in model.files]
        return [(name, value) for name, value in rows if value]

    def _row(self, name: str, value: str) -> QLabel:
        row = self._grid.rowCount()
        label = words(name, "muted")
        shown = words(value)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(f"{name}: {value}")
        self._grid.addWidget(label, row, 0, alignment=Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, row, 1)
        self._told.append(f"{name}: {value}")
        return shown

    def _show_hash(self, hashes: tuple[str, ...]) -> None:
        self._told[-1] = "SHA-256: " + ", ".join(hashes)
        self._sha256.setText("\n".join(hashes))

    def _sha256_failed(self, error: object) -> None:
        self._sha256.setText(in_language(str(error)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._told))
