"""Kill -9 while answers stream: at most the last second of an answer is lost, and nothing else."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from paddock.chat.store import ChatStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.chat.conftest import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 50
BESIDE = 3
LOST_AT_MOST_S = 1.0


class Streamer:
    """One child process that streams into the shared store."""

    def __init__(self, folder: Path) -> None:
        env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "desktop"), str(ROOT)))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.chat.streaming_child", str(folder)], stdout=subprocess.PIPE, cwd=ROOT, env=env
        )
        assert self.process.stdout is not None
        self.out: IO[bytes] = self.process.stdout
        self.chat = int(self.out.readline().split()[1])
        self.reply = int(self.out.readline().split()[1])
        self.first = self.out.readline()

    def kill(self) -> tuple[float, list[tuple[int, float]]]:
        """Kill it; return when, and all the pieces it handed on, with their times."""
        at = time.monotonic()
        self.process.send_signal(signal.SIGKILL)
        with self.out:
            lines = (self.first + self.out.read()).splitlines(keepends=True)
        self.process.wait()
        whole = [line.split() for line in lines if line.endswith(b"\n")]
        return at, [(int(number), float(when)) for number, when in whole]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def shared(folder: Path) -> Iterator[Vault]:
    vault = Vault.open(folder, Key.from_hex(KEY), time.time)
    yield vault
    vault.lock()


@pytest.mark.slow
def test_a_killed_program_loses_at_most_the_last_second_of_an_answer(folder: Path, shared: Vault) -> None:
    """Several programs stream into one store; one after another is killed, and only its reply is interrupted."""
    store = ChatStore(shared, time.time)
    chance = random.Random(9)
    alive = [Streamer(folder) for _ in range(BESIDE)]
    try:
        for _ in range(ROUNDS):
            # Killed at once, or after the pipe has held a random number of further pieces.
            victim = alive.pop(chance.randrange(len(alive)))
            for _ in range(chance.choice([0, 3, 30, 120])):
                victim.first += victim.out.readline()
            killed_at, pieces = victim.kill()
            assert store.mark_interrupted() == 1
            before, first, question, reply = store.branch(victim.chat)
            assert (before.text, first.text, question.text) == ("before", "a first answer, kept whole", "question")
            assert first.state == "complete"
            assert (reply.id, reply.state) == (victim.reply, "interrupted")
            kept = len(reply.text.split())
            assert reply.text == "".join(f"{number} " for number in range(kept))
            due = sum(when < killed_at - LOST_AT_MOST_S for _, when in pieces)
            assert kept >= due
            assert {store.message(one.reply).state for one in alive} == {"streaming"}
            alive.append(Streamer(folder))
    finally:
        for one in alive:
            one.kill()
    assert store.mark_interrupted() == BESIDE
    shared.lock()

    again = Vault.open(folder, Key.from_hex(KEY), time.time)
    try:
        assert again.was_alone
        assert again.check() == ()
        store = ChatStore(again, time.time)
        assert len(store.chats()) == ROUNDS + BESIDE
        assert len(store.search('"kept whole"', limit=1_000)) == ROUNDS + BESIDE
        assert store.mark_interrupted() == 0
    finally:
        again.lock()


def test_a_reply_of_an_earlier_run_of_this_process_is_interrupted_too(shared: Vault) -> None:
    """Locked in the middle of an answer and unlocked again: nobody writes that reply any more."""
    store = ChatStore(shared, time.time)
    chat = store.create_chat().id
    reply = store.start_reply(chat, store.add_user_message(chat, None, "Hello").id, model="m")
    store.save_reply_progress(reply.id, "half a quagga", "", 0)
    assert store.mark_interrupted() == 0
    again = ChatStore(shared, time.time)
    assert again.mark_interrupted() == 1
    assert again.message(reply.id).state == "interrupted"
    assert [hit.message_id for hit in again.search("quagga")] == [reply.id]
