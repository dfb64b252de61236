"""Puts words through the doors that documents have: what they hold, what they are called, what is done with them."""

from __future__ import annotations

import os
from email.message import EmailMessage
from typing import TYPE_CHECKING

from paddock.engine.client import CancelToken
from tests.reader.offices import xlsx
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.library.library import Library
    from paddock.library.types import Document

    Word = Callable[[str], str]


def go_through(paddock: Paddock, folder: Path, chat_id: int, word: Word) -> None:
    """Have documents read, drawn, searched, asked, summarized and removed; the files lie in `folder`."""
    library = paddock.library
    library.open()
    collection = library.store.create_collection(word("collection"))
    dropped = folder / word("dropped")
    dropped.mkdir(parents=True)
    password = word("password")
    _write_files(dropped, password, word)
    library.ingest.add([dropped], collection.id)
    assert library.ingest.wait(60), "the documents were not read in time"
    library.ingest.retry([_named("locked.pdf", library.documents()).id], password)
    _watch(library, folder, collection.id, word)
    documents = library.documents()
    assert {one.state for one in documents} == {"read"}, documents
    assert library.pictures.picture(_named("drawn.pdf", documents).id, 1, 300).rgb
    assert library.find(word("lookedfor") + " ferry")
    library.store.remove_documents([_named("doomed.txt", documents).id])
    notes = next(one for one in documents if one.name.startswith("filename"))
    paddock.chats.attach(chat_id, "document", notes.id, notes.name)
    cancel = CancelToken()
    paddock.service.send(chat_id, f"When sails the {word('asked')} ferry?", on_event=_ignore, cancel=cancel)
    summaries = paddock.chats.create_chat()
    paddock.chats.set_chat_options(summaries.id, model=paddock.chats.chat(chat_id).model)
    paddock.service.summarize(summaries.id, notes.id, word("wish"), on_event=_ignore, cancel=cancel)


def ask_in_passing(paddock: Paddock, folder: Path, word: Word, then: Callable[[], object]) -> None:
    """Have a file read that is not kept, and do something meanwhile."""
    passing = folder / f"{word('passingname')}.txt"
    passing.write_text(f"The {word('passing')} is read once.\n", encoding="utf-8")
    with paddock.passing_library() as library:
        library.open()
        library.ingest.add([passing])
        assert library.ingest.wait(60), "the document was not read in time"
        assert library.find("read once")
        then()


def _write_files(folder: Path, password: str, word: Word) -> None:
    notes = f"# {word('heading')}\n\nThe ferry {word('passage')} sails on Tuesdays.\n"
    (folder / f"{word('filename')}.md").write_text(notes, encoding="utf-8")
    (folder / "doomed.txt").write_text(f"{word('removed')} was here.\n", encoding="utf-8")
    book = Book([Leaf(text(72, 700, f"Behind a lock: {word('locked')}."))], title=word("title"), author=word("author"))
    (folder / "locked.pdf").write_bytes(book.written(password))
    drawn = Book([Leaf(text(72, 700, f"On paper: {word('drawn')}."))], outline=[(word("outline"), 1, 0)])
    (folder / "drawn.pdf").write_bytes(drawn.written())
    cell = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{word("cell")}</t></is></c></row>'
    (folder / "book.xlsx").write_bytes(xlsx({word("sheet"): cell}))
    letter = EmailMessage()
    letter["From"] = f"{word('sender')}@example.org"
    letter["Subject"] = word("subject")
    letter.set_content("See the note.\n")
    letter.add_attachment(f"{word('attached')}\n", filename=f"{word('attachment')}.txt")
    (folder / "letter.eml").write_bytes(letter.as_bytes())


def _watch(library: Library, folder: Path, collection_id: int, word: Word) -> None:
    watched = folder / word("watched")
    watched.mkdir()
    library.store.watch(collection_id, watched)
    new = watched / "new.txt"
    new.write_text(f"{word('arrived')} came by itself.\n", encoding="utf-8")
    os.utime(new, (0, 0))  # else it might still be being written
    library.ingest.look()
    assert library.ingest.wait(60), "the documents were not read in time"


def _named(name: str, documents: Sequence[Document]) -> Document:
    return next(one for one in documents if one.name == name)


def _ignore(event: object) -> None:
    """Hear what happens and do nothing."""
