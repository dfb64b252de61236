"""The window's process killed at any moment: all that was kept is there, and nothing stays behind."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.app import Paddock
from paddock.home import Home
from tests.benchmarks.window_child import FileKeyring
from tests.e2e.counting_engine import answer_to
from tests.e2e.screen import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import Message

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for what stays behind in /proc"),
]

ROOT = Path(__file__).parents[2]
LOST_S = 1.0


@dataclass
class Exchange:
    """What a window told of one question and the reply to it, with the time of every piece, and when it was killed."""

    chat_id: int
    question_id: int
    question: str
    pieces: list[tuple[float, str]] = field(default_factory=list)
    settled: tuple[str, str] | None = None  # text, state
    killed_at: float = 0.0

    def shown(self, by: float = float("inf")) -> str:
        """Return the words that stood in the window at a time."""
        return "".join(text for at, text in self.pieces if at <= by)


class Rounds:
    """One home, windows killed over it one after another, and all that they ever told."""

    def __init__(self, folder: Path, model: Path, engine: str) -> None:
        self._folder = folder
        self._engine = engine
        self._home = Home.under(folder / "home")
        self.exchanges: dict[int, Exchange] = {}  # by the reply's id
        paddock = self._program()
        shutil.copyfile(model, self._home.models / "tiny.gguf")
        paddock.set_up(None)
        paddock.close()

    def play(self, seed: int, *, words: int = 0, first: str, times: int = 1, delay_s: float) -> None:
        """Open a window, wait until it tells `first` so many times, then `delay_s` more, kill it, and look around."""
        told, complaints = self._folder / f"told-{seed}", self._folder / f"complaints-{seed}"
        argv = [sys.executable, "-m", "tests.e2e.busy_window", str(self._folder / "home"), self._engine]
        with told.open("wb") as output, complaints.open("wb") as errors:
            window = subprocess.Popen(
                [*argv, str(seed), str(words)],
                cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=output, stderr=errors,
            )  # fmt: skip
        try:
            if first:
                until(f"the window tells {first!r}", lambda: told.read_bytes().count(f'"{first}"'.encode()) >= times)
            threading.Event().wait(delay_s)  # nothing sets it: the moment is random by design, not awaited
            killed_at = time.monotonic()
        finally:
            window.kill()
            window.wait(10)
        assert window.returncode == -9, complaints.read_text(encoding="utf-8")
        engines = self._hear(told, killed_at)
        until("every engine told of is gone", lambda: not any(map(lives, engines)), 10)
        until("no worker of this window is left", lambda: not workers_of(window.pid), 10)
        self._look()

    def _program(self) -> Paddock:
        return Paddock(self._home, keyring=FileKeyring(self._folder / "keyring"))

    def _hear(self, told: Path, killed_at: float) -> list[int]:
        """Take in what a window told; return the ids of its engines."""
        engines = []
        for line in told.read_bytes().splitlines(keepends=True):
            if not line.endswith(b"\n"):
                break  # cut off by the kill
            match json.loads(line):
                case {"what": "engine", "pid": pid}:
                    engines.append(pid)
                case {"what": "kept", "chat": chat, "question": question, "text": text, "reply": reply}:
                    self.exchanges[reply] = Exchange(chat, question, text, killed_at=killed_at)
                case {"what": "shown", "reply": reply, "text": text, "at": at}:
                    self.exchanges[reply].pieces.append((at, text))
                case {"what": "settled", "reply": reply, "text": text, "state": state}:
                    self.exchanges[reply].settled = (text, state)
        return engines

    def _look(self) -> None:
        """Open the store as the program does, and compare all that was ever told with what is there."""
        paddock = self._program()
        paddock.unlock(None)
        try:
            assert paddock.vault.was_alone
            assert paddock.vault.check() == ()
            with paddock.vault.read() as db:
                assert list(db.execute("SELECT id FROM message WHERE state = 'streaming'")) == []
            wanted: dict[int, list[int]] = {}
            for reply, exchange in self.exchanges.items():
                wanted.setdefault(exchange.chat_id, []).extend({exchange.question_id, reply})
            there = {
                message.id: message for chat, ids in wanted.items() for message in paddock.chats.messages(chat, ids)
            }
        finally:
            paddock.close()
        for reply, exchange in self.exchanges.items():
            assert there[exchange.question_id].text == exchange.question
            self._compare(there[reply], exchange)

    def _compare(self, kept: Message, exchange: Exchange) -> None:
        if exchange.settled is not None:
            assert (kept.text, kept.state) == exchange.settled
            return
        assert kept.state in {"interrupted", "complete"}, "complete: kept, but the kill came before it was told"
        assert kept.text.startswith(exchange.shown(by=exchange.killed_at - LOST_S)), "more than the last second is lost"
        whole = "".join(answer_to(exchange.question)) if self._engine == "counting" else exchange.shown()
        assert whole.startswith(kept.text) or kept.text.startswith(whole), "what is kept is not what was written"


def workers_of(window_id: int) -> list[int]:
    """Return the processes that carry this window's id in their environment, as every worker does."""
    mark = f"PADDOCK_WINDOW_PID={window_id}".encode()
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                environment = (process / "environ").read_bytes()
            except OSError:
                continue  # gone, or not ours to look into: a locked engine, which is known by what the window told
            if mark in environment.split(b"\0"):
                found.append(int(process.name))
    return found


def lives(process_id: int) -> bool:
    """Tell whether a process has not ended; one that its new parent has yet to collect has."""
    try:
        return psutil.Process(process_id).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def unsettled(exchanges: Sequence[Exchange]) -> list[Exchange]:
    return [exchange for exchange in exchanges if exchange.settled is None]


def test_killed_while_opening_writing_and_answering(tmp_path: Path, tiny_gguf: Path) -> None:
    rounds = Rounds(tmp_path, tiny_gguf, "counting")
    chance = random.Random(34)
    for seed in range(10):
        rounds.play(seed, first="", delay_s=chance.uniform(0.1, 0.6))
    for seed in range(10, 18):
        rounds.play(seed, first="engine", delay_s=chance.uniform(0, 0.8))
    for seed in range(18, 26):  # however slow this computer is, they come to write
        rounds.play(seed, first="kept", times=chance.randint(1, 4), delay_s=chance.uniform(0, 0.3))
    for seed in range(26, 34):  # and however quick, they have more to say
        rounds.play(seed, words=30, first="kept", times=chance.randint(1, 4), delay_s=chance.uniform(0, 0.1))
    exchanges = list(rounds.exchanges.values())
    assert len(exchanges) >= 34, "the windows hardly came to write"
    assert len(unsettled(exchanges)) >= 4, "hardly any kill fell into an answer"


def test_killed_in_the_middle_of_long_answers_at_most_the_last_second_is_lost(tmp_path: Path, tiny_gguf: Path) -> None:
    rounds = Rounds(tmp_path, tiny_gguf, "counting")
    chance = random.Random(10)
    for seed in range(10):
        rounds.play(seed, words=1000, first="shown", delay_s=chance.uniform(0.8, 2.2))
    exchanges = list(rounds.exchanges.values())
    assert len(unsettled(exchanges)) == 10
    old_enough = [exchange.shown(by=exchange.killed_at - LOST_S) for exchange in exchanges]
    assert sum(map(bool, old_enough)) >= 5, "hardly any answer was longer than what may be lost"


def test_killed_with_the_real_engine_at_work(tmp_path: Path, tiny_gguf: Path) -> None:
    rounds = Rounds(tmp_path, tiny_gguf, "real")
    chance = random.Random(8)
    for seed in range(6):
        rounds.play(seed, first="engine", delay_s=chance.uniform(0, 1.0))
    for seed in range(6, 8):  # however slow this computer is
        rounds.play(seed, first="kept", delay_s=chance.uniform(0, 0.5))
    assert rounds.exchanges
