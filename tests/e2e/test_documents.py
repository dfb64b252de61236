"""A person drops a PDF on the window, asks, clicks the citation, and sees the very words marked on the very page."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.e2e.quoting_engine import NOWHERE
from tests.e2e.screen import Screen, until
from tests.e2e.told import ToldWindow
from tests.reader.pdfs import Book, Leaf, lines, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server's"),
]

LIMIT = "The limit for nitrate in groundwater is fifty milligrams per litre."
OTHER = ["Groundwater has been sampled in this district since the first wells were dug."] * 4


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen() as made:
        yield made


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a PDF of two pages; what is asked for stands on the second, far down."""
    file = tmp_path / "report on wells.pdf"
    first = Leaf(text(72, 760, "Report on wells", 18, "F2") + lines(72, 700, OTHER))
    file.write_bytes(Book([first, Leaf(lines(72, 300, [*OTHER, LIMIT]))]).written())
    return file


def drag(screen: Screen, begin: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag with the left button from one place to another, as slowly as a hand does."""
    screen.tool("mousemove", str(begin[0]), str(begin[1]), "mousedown", "1")
    steps = 12
    for step in range(1, steps + 1):
        x = begin[0] + (end[0] - begin[0]) * step // steps
        y = begin[1] + (end[1] - begin[1]) * step // steps
        screen.tool("mousemove", "--sync", str(x), str(y))
    screen.tool("mousemove", str(end[0] + 3), str(end[1] + 3))
    screen.tool("mouseup", "1")


def colours(picture: QImage, box: list[int]) -> list[str]:
    """Return the colours along the middle of a part of the screen."""
    x, y, width, height = box
    return [picture.pixelColor(x + at, y + height // 2).name() for at in range(width)]


def test_drop_ask_click_and_see(screen: Screen, paper: Path, tmp_path: Path, starter_model: Path) -> None:
    home = tmp_path / "home"
    (home / "models").mkdir(parents=True)
    (home / "models" / starter_model.name).symlink_to(starter_model)
    subprocess.run([sys.executable, "-c", _SET_UP, str(home)], check=True, timeout=60)
    window = ToldWindow(screen, home, "tests.e2e.telling_window", str(home))
    folder = None
    try:
        screen.window("Paddock")
        until("the window is ready", lambda: window["ready"] and window.stands("page"))
        folder = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.drag_source", str(paper)], env=screen.environment({})
        )
        screen.window("A folder")
        x, y = window["places"]["page"]
        for _ in range(5):  # a hand tries again where a drag did not take
            drag(screen, (1180, 120), (x, y))
            try:
                until("the report is attached and read", lambda: window["attached"] == ["read"], 8)
                break
            except AssertionError:
                continue
        assert window["attached"] == ["read"]
        screen.window("Paddock")
        screen.type("What is the limit for nitrate in groundwater?")
        screen.key("Return")
        until("the answer has its citation", lambda: window.stands("citation") and not window["answering"])
        assert window["answer"] == f"{LIMIT}[1] {NOWHERE}[?]"
        window.click("citation")
        until("its page is drawn", lambda: (window["picture"] or {}).get("sharp"))
        seen = window["picture"]
        assert seen["page"] == 2
        assert seen["boxes"]
        picture = QImage(str(screen.picture(tmp_path / "screen.png")))
        for box in seen["boxes"]:
            under = colours(picture, box)
            assert "#ffb337" in under, f"the words are marked on the screen: {under}"
            assert all(int(colour[5:], 16) <= 0x40 for colour in under), f"every one of them: {under}"
            assert min(under) < "#80", "and they are there to be read"
        screen.key("ctrl+q")
        assert window.process.wait(30) == 0, window.log.read_text(encoding="utf-8")
        assert "Traceback" not in window.log.read_text(encoding="utf-8")
    finally:
        window.end()
        if folder is not None:
            folder.kill()
            folder.wait(10)


_SET_UP = """
import sys
from pathlib import Path
from paddock.app import Paddock
from paddock.home import Home
from tests.benchmarks.window_child import FileKeyring
home = Path(sys.argv[1])
paddock = Paddock(Home.under(home), keyring=FileKeyring(home.with_name("keyring")))
paddock.set_up(None)
paddock.close()
"""
