"""Has a window tell what it shows: on stdout, one JSON object a line, whenever that has changed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from paddock.process.supervisor import WorkerCommand
    from paddock.ui.main_window import MainWindow

BEAT_MS = 40
_BEATS_TO_STAND = 5
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


class Standing:
    """Tells where things are once they stand still: a page that is being laid out has them elsewhere a moment before.

    What counts is beats of the window's own loop, so a slow computer is given the time it needs.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[list[int], int]] = {}

    def of(self, places: Mapping[str, list[int] | None]) -> dict[str, list[int]]:
        """Return those of these that have not moved for some beats. To be asked once a beat."""
        before, self._seen = self._seen, {}
        for name, place in places.items():
            if place is not None:
                last, beats = before.get(name, (place, 0))
                self._seen[name] = (place, beats + 1 if place == last else 0)
        return {name: place for name, (place, beats) in self._seen.items() if beats >= _BEATS_TO_STAND}


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
