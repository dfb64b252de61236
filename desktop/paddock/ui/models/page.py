"""The installed models: what they are, whether they fit, and bringing in or removing one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from paddock.ui.sentences import in_language
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import Page, tag, words
from paddock.ui.widgets.plain import PlainBox, PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf, ShelfModel


class ModelsPage(Page):
    """Follows the shelf."""

    def __init__(self, desk: Desk, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Models"))
        self._desk = desk
        self._shelf = shelf
        self._make = Buttons(desk.theme, desk.icons)
        self.add(words(self.tr("Models"), "title"))
        self.add(words(self.tr("Everything here runs on this computer. Model files are GGUF files."), "muted"))
        bring = self._make.push(self.tr("Import a file…"), "primary", "file-plus")
        bring.clicked.connect(lambda: ask_import(self, shelf, copy=True))
        link = self._make.push(self.tr("Use a file where it lies…"), "", "link-simple")
        link.clicked.connect(lambda: ask_import(self, shelf, copy=False))
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(bring)
        flow.addWidget(link)
        spaced(desk.theme, flow, (0, 8, 0, 8), 8)
        self.add(row)
        self._copying = CopyBar(desk, shelf)
        self.add(self._copying)
        self._banner = Banner(desk.theme, desk.icons)
        self.add(self._banner)
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        spaced(desk.theme, self._column, spacing=10)
        self.add(self._cards)
        self.fill()
        shelf.changed.connect(self._fill)
        self._fill()

    def refresh(self) -> None:
        """Read the list anew."""
        self._shelf.refresh()

    def _fill(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chosen = self._shelf.chosen(None)
        for model in self._shelf.models:
            self._column.addWidget(self._card(model, is_default=chosen is not None and chosen.name == model.name))
        if not self._shelf.models:
            text = self.tr("No model is installed yet.") if self._shelf.known else self.tr("Looking…")
            self._column.addWidget(words(text, "muted"))

    def _card(self, model: ShelfModel, *, is_default: bool) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(model.title)
        column = QVBoxLayout(card)
        title = QHBoxLayout()
        title.addWidget(words(model.title, "heading"), 1)
        if is_default:
            title.addWidget(tag(self.tr("Default"), "mark"), alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(title)
        if model.level == "problem":
            column.addWidget(words(model.fit, "bad"))
        else:
            column.addWidget(words(model.line, "muted"))
            kind = {"comfortable": "good", "tight": "warn", "does not fit": "bad"}[model.level]
            column.addWidget(words(model.fit, kind))
        for about in self._about(model):
            column.addWidget(words(about, "small"))
        row = QWidget()
        flow = FlowLayout(row)
        if model.model.writes and not is_default:
            flow.addWidget(self._button(self.tr("Make default"), model, lambda: self._shelf.make_default(model.name)))
        remove = self.tr("Forget") if model.model.linked else self.tr("Remove")
        flow.addWidget(self._button(remove, model, lambda: self._ask_remove(model), icon="trash"))
        spaced(self._desk.theme, flow, (0, 6, 0, 0), 8)
        column.addWidget(row)
        spaced(self._desk.theme, column, (18, 14, 18, 14), 4)
        return card

    def _about(self, model: ShelfModel) -> list[str]:
        from paddock.models.card import card_of  # noqa: PLC0415 - with the first page that needs it

        lines = []
        if model.model.header is not None:
            card = card_of(model.model.header)
            told = (in_language(card.kind_words), in_language(card.quantization_words), card.licence)
            lines.append(" · ".join(part for part in told if part))
        where = self.tr("Used where it lies: {0}") if model.model.linked else self.tr("File: {0}")
        lines.append(where.format(model.model.path if model.model.linked else model.model.path.name))
        return lines

    def _button(self, text: str, model: ShelfModel, run: object, icon: str = "") -> QPushButton:
        button = self._make.push(text, "", icon)
        button.setAccessibleName(f"{text}: {model.title}")
        button.clicked.connect(run)
        return button

    def _ask_remove(self, model: ShelfModel) -> None:
        if model.model.linked:
            self._shelf.remove(model.name)
            self._desk.notices.say(self.tr("“{0}” is forgotten; the file stays where it is.").format(model.title))
            return
        box = PlainBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Remove a model"))
        box.setText(self.tr("Remove “{0}” from this computer?").format(model.title))
        box.setInformativeText(self.tr("The file is deleted for good. Your chats stay."))
        remove = box.add_danger(self.tr("Remove"))
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        remove.clicked.connect(lambda: self._shelf.remove(model.name))
        box.open()


class CopyBar(QFrame):
    """How far the copying of a file is, and its Stop."""

    def __init__(self, desk: Desk, shelf: ModelShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._text = PlainLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Copying"))
        stop = Buttons(desk.theme, desk.icons).push(self.tr("Stop"))
        stop.clicked.connect(shelf.stop_import)
        column = QVBoxLayout()
        column.addWidget(self._text)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.addLayout(column, 1)
        row.addWidget(stop)
        spaced(desk.theme, column, spacing=8)
        spaced(desk.theme, row, (18, 12, 14, 12), 14)
        shelf.progressed.connect(self._on_progressed)
        self.hide()

    def _on_progressed(self, name: str, fraction: float) -> None:
        self.setVisible(fraction < 1)
        self._text.setText(self.tr("Copying {0}: {1} %").format(name, int(fraction * 100)))
        self._bar.setValue(int(fraction * 1000))


def ask_import(page: QWidget, shelf: ModelShelf, *, copy: bool) -> None:
    """Ask for a GGUF file and bring it in, as a copy or where it lies."""
    title = (
        QCoreApplication.translate("ModelImport", "Import a model")
        if copy
        else QCoreApplication.translate("ModelImport", "Use a model where it lies")
    )
    kinds = QCoreApplication.translate("ModelImport", "Model files (*.gguf);;All files (*)")
    path, _kind = QFileDialog.getOpenFileName(page.window(), title, "", kinds)
    if path:
        shelf.import_file(Path(path), copy=copy)
