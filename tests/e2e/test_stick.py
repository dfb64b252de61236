"""Three clicks from a USB stick to the first answer, and no network anywhere on the way."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.screen import Screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server's"),
]


class Window:
    """The window beside the stick, and what it last told of what it shows."""

    def __init__(self, screen: Screen, home: Path, stick: Path) -> None:
        self._screen = screen
        self.clicks = 0
        self.log = home.with_name("window.log")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.stick_window", str(home), str(stick)],
                env=screen.environment({}), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        self.last: dict[str, Any] = {"page": "", "busy": True, "question": "", "answer": "", "buttons": {}}
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.last = json.loads(line)

    def click(self, words: str) -> None:
        """Click a button once it is there and stands still."""
        until(f"the button {words!r} is there", lambda: words in self.last["buttons"] and not self.last["busy"])
        self._screen.click(*self.last["buttons"][words])
        self.clicks += 1

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        self._listener.join(10)
        assert self.process.stdout is not None
        self.process.stdout.close()


def test_three_clicks_from_a_stick_to_an_answer(tmp_path: Path, starter_model: Path) -> None:
    """With the real model, reader and window."""
    home, stick = tmp_path / "home", tmp_path / "STICK"
    (stick / "models").mkdir(parents=True)
    shutil.copy(starter_model, stick / "models" / starter_model.name)
    (stick / "holiday.txt").write_text("sun", encoding="utf-8")
    with Screen() as screen:
        window = Window(screen, home, stick)
        try:
            screen.window("Paddock")
            until("the first page is there", lambda: window.last["page"] == "first_run")
            window.click("Choose a folder…")
            until("the picker is open", lambda: "Choose" in window.last["buttons"])
            window.click("Choose")
            screen.window("Paddock")
            until("the sample's question stands ready", lambda: window.last["question"], 120)
            window.click("Send")
            until("the answer is whole", lambda: window.last["answer"], 240)
            screen.picture(tmp_path / "screen.png")
            assert window.clicks == 3
            assert "twelve" in window.last["answer"]
            assert (home / "models" / starter_model.name).read_bytes() == starter_model.read_bytes()
            assert (stick / "models" / starter_model.name).exists()
            screen.key("ctrl+q")
            assert window.process.wait(30) == 0, window.log.read_text(encoding="utf-8")
            assert "Traceback" not in window.log.read_text(encoding="utf-8")
        finally:
            window.end()
