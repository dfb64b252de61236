"""The folders that are watched for a collection: which there are, one more, one less."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from paddock.ui.documents.actions import LANE
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.folder_dialog import chosen_folder
from paddock.ui.widgets.on_screen import at_least
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.types import Collection, WatchedFolder
    from paddock.ui.desk import Desk


class WatchedDialog(QDialog):
    """`changed` after a folder was added: there may be something to look at."""

    changed = Signal()

    def __init__(self, desk: Desk, collection: Collection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Watched folders"))
        self.setModal(True)
        self._desk = desk
        self._collection = collection
        self._make = Buttons(desk.theme, desk.icons)
        title = self.tr("Folders watched for “{0}”").format(collection.name)
        about = self.tr(
            "What is new or changed in them is read by itself while Paddock is open. What is removed from them stays "
            "in the collection, marked as missing."
        )
        self._banner = Banner(desk.theme, desk.icons)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        add = self._make.push(self.tr("Watch a folder…"), "", "folder-plus")
        add.clicked.connect(self._ask_folder)
        close = self._make.push(self.tr("Done"), "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        for part in (words(title, "heading"), words(about, "muted"), self._banner, self._list):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(foot)
        spaced(desk.theme, self._rows, spacing=6)
        spaced(desk.theme, column, (22, 20, 22, 18), 10)
        at_least(desk.theme, self, 480, 280)
        self.refresh()

    def refresh(self) -> None:
        """Read anew which folders are watched."""
        store, number = self._desk.paddock.library.store, self._collection.id
        self._desk.tasks.do(
            self, lambda: [one for one in store.watched() if one.collection_id == number], self._show, lane=LANE
        )

    def watch(self, folder: Path) -> None:
        """Watch one more."""
        store, number = self._desk.paddock.library.store, self._collection.id

        def done(_folder: object) -> None:
            self.refresh()
            self.changed.emit()

        self._desk.tasks.do(self, lambda: store.watch(number, folder), done, failed=self._banner.show_error, lane=LANE)

    def _ask_folder(self) -> None:
        chosen = chosen_folder(self, self.tr("Watch a folder"))
        if chosen:
            self.watch(Path(chosen))

    def _show(self, folders: Sequence[WatchedFolder]) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for folder in folders:
            self._rows.addWidget(self._row(folder))
        if not folders:
            self._rows.addWidget(words(self.tr("No folder is watched yet."), "muted"))

    def _row(self, folder: WatchedFolder) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        drop = self._make.push(self.tr("Watch no longer"))
        drop.setAccessibleName(self.tr("Watch no longer: {0}").format(folder.path))
        store = self._desk.paddock.library.store
        drop.clicked.connect(
            lambda: self._desk.tasks.do(self, lambda: store.unwatch(folder.id), lambda _none: self.refresh(), lane=LANE)
        )
        row = QHBoxLayout(card)
        row.addWidget(Elided(str(folder.path)), 1)
        row.addWidget(drop)
        spaced(self._desk.theme, row, (14, 8, 8, 8), 10)
        return card
