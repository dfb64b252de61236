"""A window in which somebody writes without pause: `python -m tests.e2e.busy_window HOME ENGINE SEED WORDS`.

The program is the real one but for its keyring, which is a file beside HOME, and, where ENGINE is "counting", its
engine. What it shows as kept is told on stdout, one JSON object a line, each with the time on the system's clock
that only grows. WORDS is how long the answers asked for are; 0 leaves that to chance. It goes on until it is killed.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paddock.process.confine import lock_window

if TYPE_CHECKING:
    from paddock.process.supervisor import WorkerCommand
    from paddock.ui.chat.answer import Answer, Begun
    from paddock.ui.chat.page import ChatPage

ROOT = Path(__file__).parents[2]
BEAT_MS = 3


def tell(what: str, **about: object) -> None:
    """Say that something has happened."""
    os.write(1, (json.dumps({"what": what, "at": time.monotonic(), **about}) + "\n").encode())


def engine_command(name: str) -> WorkerCommand | None:
    """Return how the engine is started; None for the program's own."""
    from paddock.process.supervisor import WorkerCommand, worker_command

    if name == "real":
        return None
    env = {**worker_command("engine").env, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "desktop")))}
    return WorkerCommand((sys.executable, "-s", "-P", "-m", "tests.e2e.counting_engine"), env)


class Writer:
    """Sends, answers again, begins new chats and types, as the window allows, and tells what became of it."""

    def __init__(self, page: ChatPage, engine: Any, seed: int, words: int) -> None:
        self._page = page
        self._engine = engine
        self._chance = random.Random(seed)
        self._words = words
        self._told_answer: Answer | None = None
        self._told_engine = 0
        self._number = 0
        self._seed = seed
        page.asking.moved.connect(self._on_moved)
        page.asking.settled.connect(self._on_settled)

    def beat(self) -> None:
        """Do the next thing, if the window is ready for one."""
        pid = self._engine.pid
        if pid and pid != self._told_engine:
            self._told_engine = pid
            tell("engine", pid=pid)
        page = self._page
        if not page.ready or page.asking.answering:
            return
        choice = self._chance.random()
        if self._words == 0 and choice < 0.2 and page.messages:
            page.regenerate_last()
            return
        if self._words == 0 and choice < 0.4 and page.chat is not None:
            page.open_chat(None)
            return
        self._number += 1
        words = self._words or self._chance.choice((0, 1, 3, 10, 30))
        page.composer.put_text(f"question {self._seed}-{self._number}: {words} words")
        page.composer.button.click()

    def _on_moved(self, answer: Answer) -> None:
        if answer is not self._told_answer:
            self._told_answer = answer
            answer.begun.connect(self._on_begun)
            answer.written.connect(lambda text, _reasoning: self._on_written(answer, text))

    def _on_begun(self, begun: Begun) -> None:
        question = begun.question
        tell("kept", chat=question.chat_id, question=question.id, text=question.text, reply=begun.reply.id)

    def _on_written(self, answer: Answer, text: str) -> None:
        if answer.reply is not None:
            tell("shown", reply=answer.reply.id, text=text)

    def _on_settled(self, reply: Any) -> None:
        if reply is not None:
            tell("settled", reply=reply.id, text=reply.text, state=reply.state)


def main() -> None:
    """Open the window and write until killed."""
    home, engine, seed, words = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    lock_window()  # as the program itself begins
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from paddock.app import Paddock
    from paddock.home import Home
    from paddock.ui.application import Application
    from tests.benchmarks.window_child import FileKeyring

    keyring = FileKeyring(home.with_name("keyring"))
    paddock = Paddock(Home.under(home), keyring=keyring, engine_command=engine_command(engine))
    qt = QApplication(sys.argv[:1])
    application = Application(qt, paddock)
    application.open()
    writer = Writer(application.window.chat_page, paddock.engine, seed, words)
    timer = QTimer()
    timer.timeout.connect(writer.beat)
    timer.start(BEAT_MS)
    tell("open")
    qt.exec()


if __name__ == "__main__":
    main()
