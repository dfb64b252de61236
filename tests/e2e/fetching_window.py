"""The program, telling what its window shows of models: `python -m tests.e2e.fetching_window ARGUMENTS…`.

Nothing of it is replaced: walls, doorkeeper, fetcher and engine are its own. Whenever what is shown has changed, that
is told on stdout, one JSON object a line; places are in pixels of the screen.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import paddock.__main__ as program

if TYPE_CHECKING:
    from tests.e2e.telling import Standing


def shown(window: Any, standing: Standing) -> dict[str, Any]:
    """Return the page, the downloads, the models, the answer, and where the buttons and fields stand by their names."""
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

    from paddock.ui.models.installed_view import InstalledView
    from paddock.ui.models.tray import DownloadTray
    from tests.e2e.telling import middle_of

    chat = window.chat_page
    last = chat.messages[-1] if chat.messages else None
    places = {}
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible() and widget.isEnabled():
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            places[(widget.accessibleName() or text).replace("&", "")] = middle_of(widget)
    cards = [
        card for tray in window.findChildren(DownloadTray) if tray.isVisible() and tray.height() for card in tray.cards
    ]
    lists = window.findChildren(InstalledView)
    return {
        "page": window.pages.current,
        "busy": window._desk.tasks.busy,
        "ready": chat.ready,
        "downloads": [card.said for card in cards],
        "strip": window.strip._fetching.text(),
        "models": [row.facts.name for view in lists for row in view.rows],
        # One that only repeats itself is stopped; it is no less an answer of a model this small.
        "answer": last.text
        if last is not None and last.role == "assistant" and last.state in {"complete", "stopped"}
        else "",
        "places": standing.of(places),
    }


def tell_while_it_runs() -> None:
    """Have the event loop tell what is shown, once there is one."""
    from PySide6.QtWidgets import QApplication

    from paddock.ui.main_window import MainWindow
    from tests.e2e.telling import Standing, told_from_now_on

    run = QApplication.exec
    standing = Standing()

    def seen() -> dict[str, Any] | None:
        windows = (window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow))
        return next((shown(window, standing) for window in windows), None)

    def run_and_tell(*_: object) -> int:
        timer = told_from_now_on(seen)
        code = run()
        timer.stop()
        return code

    QApplication.exec = run_and_tell  # type: ignore[method-assign]


def main() -> int:
    """Run `paddock ARGUMENTS…` in this process; what tells comes in behind the walls, as the window itself does."""
    opened = program._open_window

    def open_and_tell(*of: Any) -> int:
        tell_while_it_runs()
        return opened(*of)

    program._open_window = open_and_tell  # type: ignore[assignment]
    return program.main()


if __name__ == "__main__":
    sys.exit(main())
