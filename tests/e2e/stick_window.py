"""A first window beside a USB stick, telling where its buttons are: `python -m tests.e2e.stick_window HOME STICK`.

The program, its engine and its reader are the real ones; it has no door to the network. The stick is a folder, which
the system is said to have mounted. Whenever what is shown has changed, that is told on stdout, one JSON object a line.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paddock.process.confine import lock_window

if TYPE_CHECKING:
    from paddock.ui.main_window import MainWindow

BEAT_MS = 40


def shown(window: MainWindow) -> dict[str, Any]:
    """Return the page, the question that stands in the composer, the answer, and the buttons by their words."""
    from PySide6.QtWidgets import QAbstractButton, QApplication

    page = window.chat_page
    last = page.messages[-1] if page.messages else None
    buttons = {}
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.isVisible() and widget.isEnabled():
            middle = widget.mapToGlobal(widget.rect().center())
            name = (widget.text() or widget.accessibleName()).replace("&", "")
            buttons[name] = [middle.x(), middle.y()]
    return {
        "page": window.pages.current,
        "busy": window._desk.tasks.busy,
        "question": page.composer.text if page.ready else "",
        "answer": last.text if last is not None and last.role == "assistant" and last.state == "complete" else "",
        "buttons": buttons,
    }


def main() -> None:
    """Open the window and tell until it is closed."""
    home, stick = Path(sys.argv[1]), Path(sys.argv[2])
    lock_window()  # as the program itself begins
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from paddock.app import Paddock
    from paddock.home import Home
    from paddock.models import drives
    from paddock.ui.application import Application
    from tests.benchmarks.window_child import FileKeyring

    drives.drives = lambda: (stick,)
    paddock = Paddock(Home.under(home), keyring=FileKeyring(home.with_name("keyring")))
    paddock.settings.change(window={"x": 0, "y": 20, "width": 1080, "height": 760})
    qt = QApplication(sys.argv[:1])
    application = Application(qt, paddock)
    application.open("correct horse battery staple")
    told: list[str] = [""]

    def tell() -> None:
        now = json.dumps(shown(application.window))
        if now != told[0]:
            told[0] = now
            os.write(1, now.encode() + b"\n")

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(BEAT_MS)
    qt.exec()
    application.close()


if __name__ == "__main__":
    main()
