"""A library over a real vault in a temporary folder, an index that only notes, and a reader that plays a script."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from paddock.library.ingest import Ingest
from paddock.library.store import SCHEMA, LibraryStore
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.library.doubles import KEY, NotingIndex, ScriptedReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paddock.library.ingest import Progress


class Clock:
    """Unix seconds that pass only when told: one second each time it is read."""

    def __init__(self) -> None:
        self.now = 1_780_000_000.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """Return the documents' own tables, and one of the noting index in the place of the real one's."""
    folder = tmp_path / "schema"
    folder.mkdir()
    shutil.copy(SCHEMA / "0001_documents.sql", folder)
    shutil.copy(SCHEMA / "0003_notes.sql", folder)
    (folder / "0002_noted.sql").write_text(NotingIndex.TABLE, encoding="utf-8")
    return folder


@pytest.fixture
def vault(tmp_path: Path, schema: Path, clock: Clock) -> Iterator[Vault]:
    opened = Vault.open(tmp_path / "library", Key.from_hex(KEY), clock, schema=schema)
    yield opened
    opened.lock()


@pytest.fixture
def index() -> NotingIndex:
    return NotingIndex()


@pytest.fixture
def store(vault: Vault, clock: Clock, index: NotingIndex) -> LibraryStore:
    return LibraryStore(vault, clock, index)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return an empty folder for the files of a test."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def told() -> list[Progress]:
    """Return the list that all progress is noted in."""
    return []


@pytest.fixture
def reader() -> ScriptedReader:
    """Return the reader of the one worker: all that it was asked is noted in it."""
    return ScriptedReader()


@pytest.fixture
def ingest(store: LibraryStore, reader: ScriptedReader, told: list[Progress]) -> Iterator[Ingest]:
    made = Ingest(store, lambda: reader, workers=1, on_progress=told.append)
    yield made
    made.close()


@pytest.fixture
def take_in(ingest: Ingest) -> Callable[..., None]:
    """Return what adds paths and waits until they are read."""

    def take_in(*paths: Path, collection: int | None = None) -> None:
        ingest.add(paths, collection)
        assert ingest.wait(20)

    return take_in


@pytest.fixture
def indexed(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    """Return an empty store with the real index's tables."""
    opened = Vault.open(tmp_path / "indexed", Key.from_hex(KEY), clock, schema=SCHEMA)
    yield opened
    opened.lock()
