"""A window on no screen, around a scripted program; threads, timers, widgets and warnings may not outlive a test."""

from __future__ import annotations

import shutil
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paddock.home import Home
from paddock.ui.application import Application
from tests.ui.scripted import ScriptedPaddock
from tests.vault.doubles import DictKeyring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from paddock.ui.main_window import MainWindow
    from tests.ui.scripted import ScriptedEngine

PATIENCE_MS = 20_000
THREADS_S = 10.0
_NOT_OURS = ("OpenType support", "This plugin does not support")  # what the offscreen platform says of itself


@pytest.fixture(autouse=True)
def _quiet(qtbot: QtBot, qtlog: Any) -> Iterator[None]:
    before = set(threading.enumerate())
    language, direction = QLocale(), QApplication.layoutDirection()
    yield
    QLocale.setDefault(language)  # else the next test would write its numbers in it
    QApplication.setLayoutDirection(direction)
    delete_what_goes()
    left = set(threading.enumerate()) - before
    for thread in left:
        thread.join(THREADS_S)  # a worker's, which has been ended, may be at its last line
    assert not any(thread.is_alive() for thread in left), f"threads were left behind: {left}"
    said = [record.message for record in qtlog.records if not any(words in record.message for words in _NOT_OURS)]
    assert not said, f"Qt complained: {said}"


def delete_what_goes() -> None:
    """Delete what is to be deleted later: outside an event loop Qt leaves it to the next loop, if need be a test's."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Person:
    """A program with its window, and hands on it."""

    def __init__(self, qtbot: QtBot, paddock: ScriptedPaddock) -> None:
        self.bot = qtbot
        self.paddock = paddock
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        self.application = Application(qt, paddock, translate=False)
        self.bugs: list[BaseException] = []
        self.application.tasks.broke.connect(self.bugs.append)
        self.window: MainWindow = self.application.window
        self.page = self.window.chat_page
        self.engine: ScriptedEngine = paddock.script
        self._closed = False

    def open(self) -> None:
        """Open the window and wait for the chats."""
        self.application.open()
        self.until(lambda: self.page.ready and self.window.shelf.known)
        self.settle()

    def until(self, holds: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until nothing is under way, and what goes is gone."""
        self.until(lambda: not self.application.tasks.busy)
        delete_what_goes()
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.page.composer.field, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def send(self, text: str) -> None:
        """Type, press Enter, wait for the whole answer."""
        self.type(text)
        QTest.keyClick(self.page.composer.field, Qt.Key.Key_Return)
        self.until(lambda: not self.page.asking.answering)
        self.settle()

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self.application.close()
            self.window.deleteLater()
            self.application.tasks.deleteLater()
            delete_what_goes()
            QApplication.processEvents()
            assert not self.bugs
            assert not shiboken6.isValid(self.window), "its timers would run on in the next test"


@pytest.fixture
def home(tmp_path: Path, tiny_gguf: Path) -> Home:
    """Return a home with one model in it."""
    made = Home.under(tmp_path / "home")
    made.make()
    shutil.copy(tiny_gguf, made.models / "tiny.gguf")
    return made


@pytest.fixture
def keyring() -> DictKeyring:
    return DictKeyring()


@pytest.fixture
def enter(qtbot: QtBot, home: Home, keyring: DictKeyring) -> Iterator[Callable[[], Person]]:
    """Return what starts the program anew on the same home; every start is closed at the end."""
    persons: list[Person] = []

    def start() -> Person:
        for person in persons:
            person.close()
        persons.append(Person(qtbot, ScriptedPaddock(home, keyring)))
        return persons[-1]

    hook = sys.excepthook
    yield start
    for person in persons:
        person.close()
    sys.excepthook = hook


@pytest.fixture
def person(enter: Callable[[], Person], home: Home, keyring: DictKeyring) -> Person:
    """Return a person before an open window with an empty store."""
    first = ScriptedPaddock(home, keyring)
    first.set_up(None)
    first.close()
    made = enter()
    made.open()
    return made
