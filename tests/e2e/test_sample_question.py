"""A person with nothing but Enter: it gets the starter, the sample's question stands there, Enter has it answered."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.app import Paddock
from paddock.fetcher.ledger import LEDGER_NAME
from paddock.fetcher.starter import STARTER
from paddock.home import Home
from paddock.library.sample import QUESTION, SAMPLE
from tests.e2e.screen import Program, Screen, until
from tests.e2e.test_first_run import press_until_asked
from tests.e2e.test_person import Person
from tests.vault.doubles import DictKeyring

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server's"),
]


def test_the_sample_s_question_is_answered_by_pressing_enter(tmp_path: Path, shelf: Path) -> None:
    """With the real model, reader and window; only the package index is a folder."""
    pip = {"PIP_FIND_LINKS": str(shelf), "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    with Screen() as screen:
        person = Person(screen, tmp_path)
        model = person.home / "models" / STARTER.file_name
        program = Program(screen, person.home, "--passphrase-file", str(person.secret), more=pip)
        screen.window("Paddock")
        until("the store is made", lambda: any(person.home.rglob("*.db*")))
        press_until_asked(screen, psutil.Process(program.process.pid), person.home / "data" / LEDGER_NAME)
        until("the starter is there", model.exists, 240)
        until("a chat with the sample is open", lambda: person.kept("chats", "list"))
        until("Enter sends the question", lambda: _sent(screen, person))
        until("the answer is whole", lambda: person.replies()[-1]["state"] in {"complete", "stopped"}, 240)
        screen.key("ctrl+q")
        assert program.wait() == 0, program.log.read_text(encoding="utf-8")
    asked, reply = person.replies()
    assert asked["text"] == QUESTION
    assert "twelve" in reply["text"]
    paddock = Paddock(Home.under(person.home), keyring=DictKeyring())
    paddock.unlock(person.secret.read_text(encoding="utf-8").strip())
    try:
        chat = paddock.chats.chats()[0]
        assert [one.name for one in paddock.chats.attachments(chat.id)] == [SAMPLE.name]
        messages = paddock.chats.branch(chat.id)
        consulted = paddock.chats.consulted([messages[-1].id])[messages[-1].id]
        assert (consulted.used, consulted.documents) == ("whole", 1)
        assert consulted.marks[0].verdict == "supported"
        assert consulted.sources[0].page == 1
    finally:
        paddock.close()


def _sent(screen: Screen, person: Person) -> bool:
    """Press Enter, which sends nothing where nothing stands; tell whether it was sent."""
    screen.key("Return")
    return bool(person.replies())
