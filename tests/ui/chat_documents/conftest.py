"""A person before a window, with a few files on the disk and hands for chips, drops and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from paddock.ui.widgets.buttons import _Push

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction

    from paddock.ui.attachments.chip import Chip
    from tests.ui.conftest import Person

WELLS = "The office inspected twelve wells. Nitrate was above the limit in four of them.\n"
DAM = "The dam was completed in 1964 and raised in 1987.\n"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with two short documents."""
    folder = tmp_path / "Water reports"
    folder.mkdir()
    (folder / "wells.txt").write_text(WELLS, encoding="utf-8")
    (folder / "dam.txt").write_text(DAM, encoding="utf-8")
    return folder


class Desk:
    """What a person does with documents in a chat."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page
        self.attached = person.page.attached
        self.feed = person.application.desk.documents

    @property
    def chips(self) -> list[Chip]:
        bar = self.attached.bar
        return [chip for chip in bar.chips if chip.isVisible()] if bar is not None else []

    @property
    def names(self) -> list[str]:
        return [chip.accessibleName() for chip in self.chips]

    def says(self, *words: str) -> bool:
        """Tell whether there are as many chips as words, each saying its own."""
        names = self.names
        return len(names) == len(words) and all(word in name for word, name in zip(words, names, strict=True))

    def until_chips(self, *words: str) -> None:
        try:
            self.person.until(lambda: self.says(*words))
        except Exception as error:
            raise AssertionError(f"the chips say {self.names}") from error

    def drop(self, *paths: Path, shown: Callable[[], object] = lambda: None) -> None:
        """Drag files over the window and let go; `shown` is called while they hang over it."""
        window, data = self.person.window, data_of(paths)
        entered = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
        QApplication.sendEvent(window, entered)
        assert entered.isAccepted()
        shown()
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE))

    def attach(self, *paths: Path) -> None:
        """Drop files, and wait until each has been read and is shown."""
        before = len(self.chips)
        self.drop(*paths)
        self.person.until(
            lambda: (
                self.attached.view is not None
                and len(self.attached.view.seen) == len(self.chips) == before + len(paths)
                and self.attached.view.is_settled
            )
        )
        self.person.settle()

    def menu(self) -> QMenu:
        """Return the menu that is open."""
        menus: list[QMenu] = []

        def opened() -> bool:
            menus[:] = [menu for menu in self.page.findChildren(QMenu) if menu.isVisible()]
            return bool(menus)

        self.person.until(opened)
        return menus[-1]

    def choose(self, words: str) -> None:
        """Trigger what the open menu offers under these words, close it, and wait for what comes of it."""
        self.choose_without_waiting(words)
        self.person.settle()

    def choose_without_waiting(self, words: str) -> None:
        """Trigger what the open menu offers under these words, and close it."""
        menu = self.menu()
        self.person.until(lambda: action_of(menu, words) is not None)
        action = action_of(menu, words)
        assert action is not None
        assert action.isEnabled()
        menu.close()
        action.trigger()

    def buttons(self) -> dict[str, _Push]:
        """Return the banner's buttons by their words."""
        return {button.text(): button for button in self.page.banner.findChildren(_Push) if button.isVisible()}


def data_of(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def action_of(menu: QMenu, words: str) -> QAction | None:
    return next((action for action in menu.actions() if action.text().partition("\t")[0] == words), None)


@pytest.fixture
def desk(person: Person) -> Desk:
    return Desk(person)
