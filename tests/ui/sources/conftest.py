"""A person before a window whose library holds a small PDF and a text, and an engine that answers from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reader.pdfs import Book, Leaf, lines, text

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.library.types import Document
    from tests.ui.conftest import Person

LIMIT = "The limit for nitrate in groundwater is fifty milligrams per litre."
TOLD = "The owner of the southern well was told about it in spring."
FILLER = ["Groundwater has been sampled in this district since the first wells were dug."] * 3


def report() -> bytes:
    """Return a PDF of two pages, whose sentences stand where the tests look."""
    return Book(
        [
            Leaf(text(72, 760, "Report on wells", 18, "F2") + lines(72, 700, [*FILLER, LIMIT])),
            Leaf(lines(72, 300, [*FILLER, TOLD])),
        ],
        title="Report on wells",
    ).written()


class Reader:
    """Has documents read by a real reader's process."""

    def __init__(self, person: Person, folder: Path) -> None:
        self._person = person
        self._folder = folder

    def read(self, name: str, data: bytes) -> Document:
        """Write a file and read it into the library."""
        file = self._folder / name
        file.write_bytes(data)
        library = self._person.paddock.library
        library.ingest.add([file])
        assert library.ingest.wait(60)
        (document,) = (one for one in library.documents() if one.name == name)
        return document

    def chat_about(self, *documents: Document) -> int:
        """Make a chat that asks these and search them, and open it."""
        store = self._person.paddock.chats
        chat = store.create_chat()
        for document in documents:
            attached = store.attach(chat.id, "document", document.id, document.name)
            store.use_attachment(attached.id, "searched")
        self._person.page.open_chat(chat.id)
        self._person.until(lambda: self._person.page.chat_id == chat.id)
        self._person.settle()
        return chat.id


@pytest.fixture
def reader(person: Person, tmp_path: Path) -> Reader:

    folder = tmp_path / "files"
    folder.mkdir()
    return Reader(person, folder)
