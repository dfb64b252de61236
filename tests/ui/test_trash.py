"""The trash by keyboard, and that what was put back is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paddock.ui.trash.page import TrashPage

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def the_trash(person: Person) -> TrashPage:
    page = person.window.pages.show_page("trash")
    assert isinstance(page, TrashPage)
    person.settle()
    return page


def test_the_focus_stays_in_the_list_when_something_is_put_back(person: Person) -> None:
    store = person.paddock.chats
    for title in ("one", "two", "three"):
        store.trash_chat(store.create_chat(title).id)
    page = the_trash(person)
    page._buttons[1].setFocus()
    person.press(Qt.Key.Key_Space)
    person.until(lambda: len(page._buttons) == 2)
    assert QApplication.focusWidget() is page._buttons[1]
    person.press(Qt.Key.Key_Space)
    person.until(lambda: len(page._buttons) == 1)
    assert QApplication.focusWidget() is page._buttons[0]
    person.press(Qt.Key.Key_Space)
    person.until(lambda: not page._buttons)
    assert QApplication.focusWidget() is page
    assert len(store.chats()) == 3


def test_tab_goes_from_card_to_card(person: Person) -> None:
    store = person.paddock.chats
    for title in ("one", "two"):
        store.trash_chat(store.create_chat(title).id)
    page = the_trash(person)
    page._empty.setFocus()
    for button in page._buttons:
        person.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_a_message_put_back_is_seen_in_the_open_chat(person: Person) -> None:
    person.send("One")
    person.send("Two")
    person.page.transcript.delete_requested.emit(person.page.messages[2].id)
    person.until(lambda: len(person.page.messages) == 2)
    page = the_trash(person)
    page._buttons[0].click()
    person.until(lambda: [message.text for message in person.page.messages[::2]] == ["One", "Two"])


def test_a_page_shows_the_focus_to_keys_and_not_to_a_mouse_that_clicks_beside_all(person: Person) -> None:
    def edge(page: TrashPage) -> str:
        return page.grab().toImage().pixelColor(1, page.height() // 2).name()

    page = the_trash(person)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    ringed = edge(page)
    assert ringed == person.application.desk.theme.palette.color("focus").name()
    person.page.composer.field.setFocus()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, page.viewport().height() - 5))
    assert QApplication.focusWidget() is page
    assert edge(page) != ringed
