"""A person at the screen: types, watches the answer come, stops it, quits, comes back; everything is still there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.screen import Program, Screen, until

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "Tell me a very long story about a farmer and a fox"


class Person:
    """Sits before the screen and, to see what was kept, also knows the command line."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self.home = folder / "home"
        self.secret = folder / "passphrase"
        self.secret.write_text("correct horse battery staple\n", encoding="utf-8")

    def open(self) -> Program:
        """Start the program and bring its window to the front."""
        program = Program(self.screen, self.home, "--passphrase-file", str(self.secret))
        self.screen.window("Paddock")
        return program

    def kept(self, *command: str) -> Any:
        """Return what `paddock COMMAND --json` says of the store."""
        asked = [sys.executable, "-m", "paddock", "--home", str(self.home), "--passphrase-file", str(self.secret)]
        done = subprocess.run([*asked, *command, "--json"], capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def replies(self) -> list[dict[str, Any]]:
        """Return the messages of the newest chat."""
        chats = self.kept("chats", "list")
        if not chats:
            return []
        found: list[dict[str, Any]] = self.kept("chats", "show", str(chats[0]["id"]))["messages"]
        return found


@pytest.fixture
def person(tmp_path: Path, starter_model: Path) -> Any:
    """Seat somebody before a fresh screen, with the starter installed and a store that holds nothing."""
    with Screen() as screen:
        someone = Person(screen, tmp_path)
        models = someone.home / "models"
        models.mkdir(parents=True)
        shutil.copyfile(starter_model, models / starter_model.name)
        assert someone.kept("chats", "list") == []  # a store that the window makes itself begins with the sample
        yield someone


@pytest.mark.slow
def test_type_stream_stop_quit_and_come_back(person: Person) -> None:
    """The whole way, with the real model and nothing replaced."""
    program = person.open()
    until("the store is made", lambda: (person.home / "data" / "vault").exists() and any(person.home.rglob("*.db*")))
    person.screen.type(QUESTION)
    person.screen.key("Return")
    until("an answer is kept while it streams", lambda: len(found := person.replies()) == 2 and found[1]["text"])
    person.screen.window("Paddock")
    person.screen.key("Escape")
    until("it is stopped", lambda: person.replies()[1]["state"] in {"stopped", "complete"})
    before = person.replies()
    assert before[0]["text"] == QUESTION
    person.screen.type("half a thought")
    person.screen.key("ctrl+q")
    assert program.wait() == 0, program.log.read_text(encoding="utf-8")

    again = person.open()
    assert person.replies() == before
    person.screen.key("ctrl+q")
    assert again.wait() == 0
    assert "Traceback" not in again.log.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_power_cut_in_the_middle_of_an_answer(person: Person) -> None:
    """The question and what was written up to the last second are there; the reply says it was interrupted."""
    program = person.open()
    until("the store is made", lambda: any(person.home.rglob("*.db*")))
    person.screen.type(QUESTION)
    person.screen.key("Return")
    until("an answer is kept while it streams", lambda: len(found := person.replies()) == 2 and found[1]["text"])
    program.kill()
    found = person.replies()
    assert found[0]["text"] == QUESTION
    assert found[1]["state"] == "interrupted"
    assert found[1]["text"]
    again = person.open()
    person.screen.key("ctrl+q")
    assert again.wait() == 0
