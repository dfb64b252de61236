"""The installed models, what they take on the disk, and the folder they lie in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from paddock.ui.models.facts import Facts, look
from paddock.ui.models.row import ModelRow
from paddock.ui.models.tab_order import in_tab_order
from paddock.ui.phrases import size
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.folder_dialog import chosen_folder
from paddock.ui.widgets.page import Page, words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.actions import ModelActions

_LANE = "models facts"
_ROWS_AT_ONCE = 1  # so that building them holds no key up


class InstalledView(Page):
    """Follows the shelf."""

    def __init__(self, desk: Desk, shelf: ModelShelf, actions: ModelActions, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Installed models"))
        self._desk = desk
        self._shelf = shelf
        self._actions = actions
        self._asked = 0
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        spaced(desk.theme, self._column, spacing=10)
        self._none = words(self.tr("Looking…"), "muted")
        self._sum = words("", "small")
        make = Buttons(desk.theme, desk.icons)
        self.catalogue = make.push(self.tr("See the catalogue"), "primary", "books")
        self.catalogue.clicked.connect(actions.catalogue_wanted)
        self.file = make.push(self.tr("Import a file…"), "", "file-plus")
        self.file.clicked.connect(actions.import_wanted)
        self._ways = QWidget()
        ways = FlowLayout(self._ways)
        ways.addWidget(self.catalogue)
        ways.addWidget(self.file)
        spaced(desk.theme, ways, spacing=8)
        self._ways.hide()
        self._move = make.push(self.tr("Move to another drive…"), "", "hard-drive")
        self._move.setAccessibleDescription(
            self.tr("All models are copied and checked, then removed where they lie now.")
        )
        self._move.clicked.connect(self._ask_folder)
        self._foot = QWidget()
        flow = FlowLayout(self._foot)
        flow.addWidget(self._move)
        spaced(desk.theme, flow, (0, 0, 0, 0), 8)
        for part in (self._none, self._ways, self._rows, self._sum, self._foot):
            self.add(part)
        self.fill()
        spaced(desk.theme, self.body, (32, 8, 32, 24), 10)
        self._to_build: list[tuple[int, Facts, bool]] = []
        self._focus_on = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._build)
        shelf.changed.connect(self._look)
        desk.preferences.changed.connect(lambda _settings: self._look())
        self._look()

    @property
    def rows(self) -> list[ModelRow]:
        """Return the cards from top to bottom."""
        found = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, ModelRow)]

    def _look(self) -> None:
        if not self._shelf.known:
            return
        self._asked += 1
        asked, models, paddock = self._asked, self._shelf.models, self._desk.paddock

        def done(facts: tuple[Facts, ...]) -> None:
            if asked == self._asked:
                self._fill(facts)

        self._desk.tasks.do(self, lambda: look(paddock, models), done, lane=_LANE)

    def _fill(self, facts: tuple[Facts, ...]) -> None:
        """Show these; a row that tells the same as before stays, and only a few are built before the rest."""
        self._timer.stop()
        focused = next((row.facts.name for row in self.rows if row.isAncestorOf(_focus(row))), "")
        before = {row.facts.name: row for row in self.rows}
        defaults = {one.name: self._shelf.is_default(one.model, str(one.kind)) for one in facts}
        for one in facts:
            row = before.get(one.name)
            if row is not None and row.tells(one, is_default=defaults[one.name]):
                row.renew(one)
                del before[one.name]
        for row in before.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._to_build = [(place, one, defaults[one.name]) for place, one in enumerate(facts)]
        self._focus_on = focused
        self._none.setText("" if facts else self.tr("No model is installed yet."))
        for part in (self._none, self._ways):
            part.setVisible(not facts)
        self._sum.setText(self._sum_words(facts))
        for part in (self._sum, self._foot):
            part.setVisible(bool(facts))
        self._build()

    def _build(self) -> None:
        """Put the rows in their places, a few new ones at a time."""
        kept = {row.facts.name: row for row in self.rows}
        built = 0
        while self._to_build and built < _ROWS_AT_ONCE:
            place, facts, is_default = self._to_build.pop(0)
            row = kept.get(facts.name)
            if row is None:
                row = ModelRow(self._desk, self._actions, facts, is_default=is_default)
                built += 1
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            if facts.name == self._focus_on and not row.isAncestorOf(_focus(self)):
                row.title.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._to_build:
            self._timer.start()
        else:
            QWidget.setTabOrder(in_tab_order(self, self.rows), self._move)

    def _ask_folder(self) -> None:
        title = self.tr("Where the models shall lie")
        chosen = chosen_folder(self.window(), title)
        if chosen:
            self._shelf.move_folder(Path(chosen))

    def _sum_words(self, facts: tuple[Facts, ...]) -> str:
        own = sum(one.model.model.size_bytes for one in facts if not one.linked)
        folder = self._desk.paddock.home.models
        return self.tr("%n model(s), {0} in {1}", "", len(facts)).format(size(own), folder)


def _focus(otherwise: QWidget) -> QWidget:
    return QApplication.focusWidget() or otherwise
