"""Has a window tell what it shows: on stdout, one JSON object a line, whenever that has changed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from paddock.process.supervisor import WorkerCommand
    from paddock.ui.main_window import MainWindow

BEAT_MS = 40
PLACE = {"x": 0, "y": 20, "width": 1080, "height": 760}


def told_from_now_on(shown: Callable[[], dict[str, Any] | None]) -> QTimer:
    """Return what looks at `shown` again and again for as long as it is kept; None is nothing to tell."""
    told = [""]

    def tell() -> None:
        now = shown()
        line = "" if now is None else json.dumps(now)
        if line not in {"", told[0]}:
            told[0] = line
            os.write(1, line.encode() + b"\n")

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(BEAT_MS)
    return timer


def middle_of(widget: QWidget) -> list[int]:
    """Return where the middle of a widget is, in pixels of the screen."""
    middle = widget.mapToGlobal(widget.rect().center())
    return [middle.x(), middle.y()]


def run_told(
    home: Path,
    shown: Callable[[MainWindow], dict[str, Any]],
    *,
    passphrase: str | None = None,
    engine: WorkerCommand | None = None,
) -> None:
    """Open a window on this home, its keyring a file beside it, and tell what `shown` sees of it until it is closed."""
    from paddock.app import Paddock
    from paddock.home import Home
    from paddock.ui.application import Application
    from tests.benchmarks.window_child import FileKeyring

    paddock = Paddock(Home.under(home), keyring=FileKeyring(home.with_name("keyring")), engine_command=engine)
    paddock.settings.change(window=PLACE)
    qt = QApplication([""])
    application = Application(qt, paddock)
    application.open(passphrase)
    timer = told_from_now_on(lambda: shown(application.window))
    qt.exec()
    timer.stop()
    application.close()
