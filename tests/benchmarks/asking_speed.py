"""Questions to documents: the second one to a document that was read whole, and how soon passages are shown."""

from __future__ import annotations

import contextlib
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.app import Paddock
from paddock.chat.events import Delta, DocumentsConsulted
from paddock.engine.client import CancelToken
from paddock.errors import Cancelled
from paddock.home import Home
from tests.benchmarks.figures import Figure
from tests.benchmarks.window_child import FileKeyring
from tests.reader.pdfs import Book, Leaf, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.events import Event

_ROUNDS: Final = 3
_BOOKS: Final = 20
_PAGES: Final = 6
_QUESTIONS: Final = 12
_WHOLE_PAGES: Final = 2  # some 1,500 tokens
_THINGS: Final = ("well", "dam", "orchard", "bridge", "mill", "harbour", "quarry", "meadow", "chapel", "railway")
_STATES: Final = ("was inspected", "was repaired", "was found dry", "was sold", "was measured", "was closed")
_PLACES: Final = ("Elmbrook", "Northgate", "Ashford", "Wexcombe", "Harrow Hill", "Millbrook", "Stonebridge")


class _Heard:
    """When what was told of an answer came."""

    def __init__(self) -> None:
        self.started_s = time.perf_counter()
        self.passages_ms = 0.0
        self.first_token_ms = 0.0

    def __call__(self, event: Event) -> None:
        took_ms = (time.perf_counter() - self.started_s) * 1000
        if isinstance(event, DocumentsConsulted):
            self.passages_ms = self.passages_ms or took_ms
        elif isinstance(event, Delta):
            self.first_token_ms = self.first_token_ms or took_ms


def figures(model: Path, embedder: Path) -> list[Figure]:
    """Have a program with both models in a temporary home read documents, and ask it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paddock = Paddock(Home.under(folder / "home"), keyring=FileKeyring(folder / "keyring"))
        try:
            for file in (model, embedder):
                shutil.copyfile(file, paddock.home.models / file.name)
            paddock.set_up(None)
            paddock.library.open()
            return [_second_question(paddock, folder), _passages_shown(paddock, folder)]
        finally:
            paddock.close()


def _second_question(paddock: Paddock, folder: Path) -> Figure:
    first, second = [], []
    for number in range(_ROUNDS):  # another document each time: the engine knows none of it
        (document,) = _read(paddock, _written(folder / f"whole {number}.pdf", 1000 + number, _WHOLE_PAGES))
        chat = paddock.chats.create_chat().id
        paddock.chats.attach(chat, "document", document, "whole.pdf")
        first.append(_asked(paddock, chat, "Which well was found dry?").first_token_ms)
        second.append(_asked(paddock, chat, "And which bridge was sold?").first_token_ms)
    mine, whole = statistics.median(second), statistics.median(first)
    return Figure(
        "first token of the second question to a document read whole ÷ of the first", mine / whole, "", 0.05,
        at_most=True, measured=f"{mine:.0f} ms", yardstick=f"{whole:.0f} ms",
    )  # fmt: skip


def _passages_shown(paddock: Paddock, folder: Path) -> Figure:
    shelf = folder / "shelf"
    shelf.mkdir()
    files = [_written(shelf / f"report {number}.pdf", number, _PAGES) for number in range(_BOOKS)]
    documents = _read(paddock, *files)
    chat = paddock.chats.create_chat().id
    for document in documents:
        paddock.chats.attach(chat, "document", document, "report.pdf")
    chance = random.Random(8)
    took = []
    for _ in range(_QUESTIONS):
        question = f"Which {chance.choice(_THINGS)} at {chance.choice(_PLACES)} {chance.choice(_STATES)}?"
        took.append(_asked(paddock, chat, question, DocumentsConsulted).passages_ms)
    return Figure(
        "passages shown after Enter, slowest of 11", max(took[1:]), "ms", 200, at_most=True,
        measured=f"median {statistics.median(took):.0f} ms, the first {took[0]:.0f} ms; {_BOOKS} documents of {_PAGES} "
        "pages, by words and meaning",
    )  # fmt: skip


def _asked(paddock: Paddock, chat: int, question: str, enough: type[Event] = Delta) -> _Heard:
    """Ask, and stop once the first token is there, or what else is `enough`."""
    cancel, heard = CancelToken(), _Heard()

    def on_event(event: Event) -> None:
        heard(event)
        if isinstance(event, enough):
            cancel.cancel()

    with contextlib.suppress(Cancelled):
        paddock.service.send(chat, question, on_event=on_event, cancel=cancel)
    return heard


def _read(paddock: Paddock, *files: Path) -> Sequence[int]:
    found = paddock.library.ingest.add(files)
    paddock.library.ingest.wait()
    paddock.library.embed_all(lambda _progress: None)
    return found.documents


def _written(file: Path, seed: int, pages: int) -> Path:
    """Write a report of short sentences about things at places, no two alike."""
    chance = random.Random(seed)
    leaves = []
    for _ in range(pages):
        said = [
            f"The {chance.choice(_THINGS)} at {chance.choice(_PLACES)} {chance.choice(_STATES)} "
            f"in {1900 + chance.randrange(120)}, {chance.randrange(9000)} days later."
            for _ in range(30)
        ]
        leaves.append(Leaf(lines(60, 780, said)))
    file.write_bytes(Book(leaves, title=f"Report {seed}").written())
    return file
