"""A conversation view on no screen, whose threads, timers and warnings may not outlive a test."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from paddock.ui.icons import Icons
from paddock.ui.markdown.body import MessageBody
from paddock.ui.markdown.formulas import FormulaPress
from paddock.ui.markdown.look import Look
from paddock.ui.markdown.reader import MarkdownReader
from paddock.ui.theme import Theme
from paddock.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 900, 700
THREADS_S = 10.0


@pytest.fixture(autouse=True)
def _quiet(qtbot: QtBot, qtlog: object) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else it were left to the next test's event loop
    left = set(threading.enumerate()) - before
    for thread in left:
        thread.join(THREADS_S)
    assert not any(thread.is_alive() for thread in left), f"threads were left behind: {left}"
    warnings = [record.message for record in qtlog.records if "qt.text.font" not in f"{record.context}{record.message}"]  # type: ignore[attr-defined]
    assert not [words for words in warnings if "OpenType support" not in words]


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """Return the light theme, dressed."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Theme(application.styleHints(), "light")
    made.dress(application, application)
    yield made
    application.setStyleSheet("")


@pytest.fixture
def press() -> Iterator[FormulaPress]:
    made = FormulaPress()
    yield made
    made.close()


@pytest.fixture
def reader() -> MarkdownReader:
    return MarkdownReader("image not shown")


@pytest.fixture
def body(qtbot: QtBot, theme: Theme, press: FormulaPress) -> Iterator[MessageBody]:
    made = MessageBody(Look.of(theme), press)
    qtbot.addWidget(made)
    yield made
    made.quiet()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[TranscriptView]:
    """Return a shown, empty view."""
    made = TranscriptView(theme, Icons(theme))
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_down()
    assert not [timer for timer in made.findChildren(QTimer) if timer.isActive()], "a timer was left running"
