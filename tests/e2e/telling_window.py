"""A window that tells what it shows: `python -m tests.e2e.telling_window HOME`.

The program is the real one but for its keyring, which is a file beside HOME, and its engine. Whenever what it shows
has changed, that is told on stdout, one JSON object a line; places are in pixels of the screen.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paddock.process.confine import lock_window

if TYPE_CHECKING:
    from paddock.ui.main_window import MainWindow
    from tests.e2e.telling import Standing

ROOT = Path(__file__).parents[2]


def shown(window: MainWindow, standing: Standing) -> dict[str, Any]:
    """Return what the window shows."""
    from tests.e2e.telling import middle_of

    page = window.chat_page
    told: dict[str, Any] = {
        "ready": page.ready and window.isActiveWindow() and window._desk.documents.library is not None
    }
    view = page.attached.view
    told["attached"] = [one.document.state for one in view.seen if one.document is not None] if view else []
    told["answering"] = page.asking.answering
    last = page.messages[-1] if page.messages else None
    widget = page.transcript.rows.shown.get(last.id) if last is not None and last.role == "assistant" else None
    told["answer"] = widget.body.toPlainText().replace("\u2060", "") if widget is not None else ""
    citation = _place_of(widget.body, "[1]") if widget is not None else None
    told["places"] = standing.of({"page": middle_of(page), "citation": citation})
    told["picture"] = _picture(page) if page.sources.room.panel_shown else None
    return told


def _place_of(body: Any, words: str) -> list[int] | None:
    cursor = body.document().find(words)
    if cursor.isNull() or not body.isVisible():
        return None
    begin = body.document().find(words)
    begin.setPosition(cursor.selectionStart())
    end = body.document().find(words)
    end.setPosition(cursor.selectionEnd())
    middle = (body.cursorRect(begin).center() + body.cursorRect(end).center()) / 2
    place = body.viewport().mapToGlobal(middle)
    return [place.x(), place.y()]


def _picture(page: Any) -> dict[str, Any] | None:
    panel = page.sources.panel
    found, view = panel.page.found, panel.page.picture
    if found is None or found.picture is None or not view.isVisible():
        return None
    boxes = []
    for rectangle in found.picture.rectangles[-1]:
        box = view.place_on_screen(rectangle)
        corner = view.viewport().mapToGlobal(box.topLeft().toPoint())
        boxes.append([corner.x(), corner.y(), round(box.width()), round(box.height())])
    return {"page": panel.page.step.source.page, "boxes": boxes, "sharp": view.pixels == found.picture.width}


def main() -> None:
    """Open the window and tell until it is closed."""
    home = Path(sys.argv[1])
    lock_window()  # as the program itself begins
    from paddock.process.supervisor import WorkerCommand, worker_command
    from tests.e2e.telling import Standing, run_told

    env = {**worker_command("engine").env, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "desktop")))}
    engine = WorkerCommand((sys.executable, "-s", "-P", "-m", "tests.e2e.quoting_engine"), env)
    standing = Standing()
    run_told(home, lambda window: shown(window, standing), engine=engine)


if __name__ == "__main__":
    main()
