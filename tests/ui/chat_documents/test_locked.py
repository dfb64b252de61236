"""A document that wants a password: a wrong one is told, the right one reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.ui.documents.unlocking import Unlocking
from tests.reader.locking import agile
from tests.reader.offices import docx, paragraph
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.chat_documents.conftest import Desk
    from tests.ui.conftest import Person


def test_a_wrong_password_is_told_and_the_right_one_reads(person: Person, desk: Desk, files: Path) -> None:
    book = Book([Leaf(text(72, 700, "The meadow is behind the church."))])
    (files / "one.pdf").write_bytes(book.written(password="hay"))
    (files / "two.docx").write_bytes(agile(docx(paragraph("The barn is behind the meadow.")), "hay"))
    words: list[str] = []
    person.application.desk.notices.word_given.connect(lambda word: words.append(word.text))
    desk.drop(files / "one.pdf", files / "two.docx")
    store = person.paddock.library.store
    person.until(lambda: [one.needs_password for one in store.documents()] == [True, True])
    one, two = (document.id for document in store.documents())
    unlocking = Unlocking(person.application.desk, person.window)
    unlocking.read_with([one], "straw")
    person.until(lambda: words)
    unlocking.read_with([one, two], "straw")
    person.until(lambda: len(words) == 2)
    assert words == [
        "one.pdf: This password does not open the PDF.",
        "2 file(s) are not opened by this password.",
    ]
    unlocking.read_with([one, two], "hay")
    person.until(lambda: [document.state for document in store.documents()] == ["read", "read"])
    person.settle()
    assert len(words) == 2
