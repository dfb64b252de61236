"""Garbage with widgets in it is collected in the Qt thread, whoever makes the garbage that calls for it."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from paddock.ui.garbage import Garbage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ENOUGH = 20_000  # objects in cycles; Python looks for them every 700


class Ring(QObject):
    """Holds itself, as a page holds what calls it back."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def litter() -> None:
    for _ in range(ENOUGH):
        cycle: list[object] = []
        cycle.append(cycle)


def test_no_other_thread_takes_widgets_apart(qtbot: QtBot) -> None:
    where: list[str] = []
    garbage = Garbage(every_ms=10)
    try:
        weakref.finalize(Ring(), lambda: where.append(threading.current_thread().name))
        thread = threading.Thread(target=litter, name="another")
        thread.start()
        thread.join()
        assert where == []
        garbage.begin()
        litter()
        qtbot.waitUntil(lambda: bool(where))
    finally:
        garbage.end()
    assert where == ["MainThread"]
    assert gc.isenabled()
