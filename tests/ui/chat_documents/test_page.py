"""The page of documents: what was added is told whole, and what is removed goes from a list that shows it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from paddock.library.kinds import KINDS
from paddock.reader.formats import OPENERS
from paddock.ui.documents.page import DocumentsPage
from tests.reader.pdfs import Book, Leaf, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.chat_documents.conftest import Desk
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def the_page(person: Person) -> DocumentsPage:
    page = person.window.pages.show_page("documents")
    assert isinstance(page, DocumentsPage)
    person.settle()
    return page


@pytest.mark.parametrize("wanted", ["", "wells"])
def test_a_document_that_is_selected_is_removed(person: Person, desk: Desk, files: Path, wanted: str) -> None:
    desk.attach(files / "wells.txt", files / "dam.txt")
    page = the_page(person)
    view, model = page.files.view, page.files.model
    person.until(lambda: model.total == 2)
    model.filter(wanted, "all")
    number = next(one.id for one in person.paddock.library.store.documents() if one.name == "wells.txt")
    view.show_document(number)
    assert [one.name for one in view.selected_documents()] == ["wells.txt"]
    page.actions_on_documents._remove([number])
    person.until(lambda: model.total == 1)
    person.settle()
    assert view.selected_documents() == []
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not person.window]


def test_what_is_added_and_what_is_passed_by_are_told_together(person: Person, desk: Desk, files: Path) -> None:
    (files / "link.txt").symlink_to(files / "wells.txt")
    page = the_page(person)
    words: list[str] = []
    person.application.desk.notices.word_given.connect(lambda word: words.append(word.text))
    page.add([files])
    person.until(lambda: words)
    person.settle()
    assert words[-1] == "2 file(s) to read · 1 link(s) not followed: add the files themselves."


def test_a_search_is_narrowed_to_a_kind_and_an_age(person: Person, desk: Desk, files: Path) -> None:
    (files / "old.csv").write_text("well,nitrate\nnorth,61\n", encoding="utf-8")
    os.utime(files / "old.csv", (time.time() - 800 * 86_400,) * 2)
    desk.attach(files / "wells.txt", files / "dam.txt", files / "old.csv")
    page = the_page(person)
    results = page.results

    def found() -> set[str]:
        person.settle()
        return {one.title for one in results.rows.findings}

    page.search.setText("nitrate")
    person.until(lambda: results.rows.rowCount() == 2)
    assert found() == {"wells.txt", "old.csv"}
    for choice, value, names in (
        (results.kinds, "table", {"old.csv"}),
        (results.ages, 7, set()),
        (results.kinds, "text", {"wells.txt"}),
        (results.ages, -366, set()),
        (results.kinds, "", {"old.csv"}),
        (results.ages, 0, {"wells.txt", "old.csv"}),
    ):
        choice.choose(value)
        assert found() == names
        assert ("among these kinds" in results._said.text()) == (not names)


def test_the_collection_that_is_shown_leads_back_to_its_files(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    page = the_page(person)
    page._show_gaps()
    assert page._stack.currentWidget() is page.gaps
    place = page.collections.visualRect(page.collections.currentIndex()).center()
    QTest.mouseClick(page.collections.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page._stack.currentWidget() is page.files
    person.settle()


def test_every_format_is_of_one_kind() -> None:
    kept = [name for formats in KINDS.values() for name in formats]
    assert sorted(kept) == sorted(set(OPENERS) - {"encrypted-office"})


def test_a_locked_pdf_that_was_read_is_shown_by_its_password(person: Person, files: Path) -> None:
    """The password was forgotten when it was read: it is asked for again where a page is to be drawn."""
    (files / "secret.pdf").write_bytes(Book([Leaf(text(72, 700, "A secret sentence."))]).written(password="hay"))
    page, library = the_page(person), person.paddock.library
    library.ingest.add([files / "secret.pdf"])
    assert library.ingest.wait(20)
    [document] = library.store.documents()
    library.ingest.retry([document.id], "hay")
    assert library.ingest.wait(20)
    page.show_document(document.id)
    viewer = page.viewer

    def give(password: str) -> None:
        person.until(viewer.banner.isVisible)
        [button] = [one for one in viewer.banner.findChildren(QPushButton) if one.text() == "Give the password…"]
        button.click()
        [dialog] = person.window.findChildren(QDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(password)
        QTest.keyClick(field, Qt.Key.Key_Return)
        person.settle()

    give("straw")
    assert viewer.text.toPlainText() == "A secret sentence."
    give("hay")
    person.until(viewer.picture.isVisible)
    assert not viewer.banner.isVisible()


def test_find_is_for_what_is_shown(person: Person, desk: Desk, files: Path) -> None:
    """Ctrl+F on this page left it for the conversation, and in an open document two wanted the key."""
    desk.attach(files / "wells.txt")
    page = the_page(person)
    person.until(lambda: page.files.model.total == 1)
    person.window.setFocus()
    QTest.keyClick(person.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    person.until(page.search.hasFocus)
    assert person.window.pages.currentWidget() is page
    page.show_document(next(one.id for one in person.paddock.library.store.documents()))
    person.until(page.viewer.isVisible)
    page.viewer.take_focus()
    QTest.keyClick(page.viewer, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    person.until(page.viewer.field.hasFocus)
    person.window.pages.show_page("chat")
    QTest.keyClick(person.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert person.window.pages.current == "chat"
