"""Three clicks from a USB stick to the first answer, and no network anywhere on the way."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.e2e.screen import Screen, until
from tests.e2e.told import ToldWindow

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server's"),
]


def test_three_clicks_from_a_stick_to_an_answer(tmp_path: Path, starter_model: Path) -> None:
    """With the real model, reader and window."""
    home, stick = tmp_path / "home", tmp_path / "STICK"
    (stick / "models").mkdir(parents=True)
    shutil.copy(starter_model, stick / "models" / starter_model.name)
    (stick / "holiday.txt").write_text("sun", encoding="utf-8")
    with Screen() as screen:
        window = ToldWindow(screen, home, "tests.e2e.stick_window", str(home), str(stick))
        try:
            screen.window("Paddock")
            until("the first page is there", lambda: window["page"] == "first_run")
            window.click("Choose a folder…")
            window.click("Choose")
            screen.window("Paddock")
            until("the sample's question stands ready", lambda: window["question"], 120)
            window.click("Send")
            until("the answer is whole", lambda: window["answer"], 240)
            screen.picture(tmp_path / "screen.png")
            assert "twelve" in window["answer"]
            assert (home / "models" / starter_model.name).read_bytes() == starter_model.read_bytes()
            assert (stick / "models" / starter_model.name).exists()
            screen.key("ctrl+q")
            assert window.process.wait(30) == 0, window.log.read_text(encoding="utf-8")
            assert "Traceback" not in window.log.read_text(encoding="utf-8")
        finally:
            window.end()
