"""A program of its own that asks and streams without end into a store it shares, until it is killed.

`python -m tests.chat.streaming_child FOLDER` prints "chat ID", "reply ID", then each piece's number with the time
(monotonic, seconds) at which it was handed on.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from pathlib import Path

from paddock.chat.events import Delta, Event, ReplyStarted
from paddock.chat.loading import Loading
from paddock.chat.service import ChatService
from paddock.chat.store import ChatStore
from paddock.engine.client import CancelToken
from paddock.settings import SettingsFile
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.chat.conftest import KEY
from tests.chat.scripted_engine import OneModel, ScriptedEngine

PACE_S = 0.005


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class EndlessScript(list[object]):
    """Pieces "0 ", "1 ", … at the pace of a fast model."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count()

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, _at: object) -> object:  # type: ignore[override]
        time.sleep(PACE_S)
        return f"{next(self._numbers)} "

    def pop(self, _at: object = 0) -> object:
        return None


def main() -> None:
    vault = Vault.open(Path(sys.argv[1]), Key.from_hex(KEY), time.time)
    store = ChatStore(vault, time.time)
    engine = ScriptedEngine(context_tokens=10_000_000)
    settings = SettingsFile(Path(tempfile.gettempdir()) / "no-such-settings.json")
    service = ChatService(store, engine, Loading(engine, OneModel(), settings))
    chat = store.create_chat().id
    say("chat", chat)
    engine.answers.append(["a first answer, ", "kept whole"])
    service.send(chat, "before", on_event=lambda _event: None, cancel=CancelToken())

    def on_event(event: Event) -> None:
        if isinstance(event, ReplyStarted):
            say("reply", event.message.id)
        elif isinstance(event, Delta):
            say(event.text.strip(), time.monotonic())

    engine.answers.append(EndlessScript())
    service.send(chat, "question", on_event=on_event, cancel=CancelToken())


if __name__ == "__main__":
    main()
