"""A first window beside a USB stick, telling where its buttons are: `python -m tests.e2e.stick_window HOME STICK`.

The program, its engine and its reader are the real ones; it has no door to the network. The stick is a folder, which
the system is said to have mounted. Whenever what is shown has changed, that is told on stdout, one JSON object a line.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paddock.process.confine import lock_window

if TYPE_CHECKING:
    from paddock.ui.main_window import MainWindow
    from tests.e2e.telling import Standing


def shown(window: MainWindow, standing: Standing) -> dict[str, Any]:
    """Return the page, the question in the composer, the answer, and where the buttons stand by their words."""
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from tests.e2e.telling import middle_of

    page = window.chat_page
    last = page.messages[-1] if page.messages else None
    buttons = {}
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.isVisible() and widget.isEnabled():
            buttons[(widget.text() or widget.accessibleName()).replace("&", "")] = middle_of(widget)
    return {
        "page": window.pages.current,
        "busy": window._desk.tasks.busy,
        "question": page.composer.text if page.ready else "",
        # One that only repeats itself is stopped; it is no less an answer of a model this small.
        "answer": last.text
        if last is not None and last.role == "assistant" and last.state in {"complete", "stopped"}
        else "",
        "places": standing.of(buttons),
    }


def main() -> None:
    """Open the window and tell until it is closed."""
    home, stick = Path(sys.argv[1]), Path(sys.argv[2])
    lock_window()  # as the program itself begins
    from paddock.models import drives
    from tests.e2e.telling import Standing, run_told

    drives.drives = lambda: (stick,)
    standing = Standing()
    run_told(home, lambda window: shown(window, standing), passphrase="correct horse battery staple")


if __name__ == "__main__":
    main()
