"""A passing word with a button, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from paddock.ui.notices import Action

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_next_tab_leads_to_undo_and_pressing_it_leads_back(person: Person) -> None:
    undone: list[bool] = []
    start = person.window.sidebar.search
    start.setFocus()
    person.window._desk.notices.say("Gone.", Action("Undo", lambda: undone.append(True)))
    person.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.window._toast._button
    person.press(Qt.Key.Key_Space)
    assert undone == [True]
    assert QApplication.focusWidget() is start


def test_tab_goes_on_from_where_one_was_and_comes_to_the_word_once(person: Person) -> None:
    start = person.window.sidebar.search
    start.setFocus()
    person.window._desk.notices.say("Gone.", Action("Undo", lambda: None))
    for expected in (person.window._toast._button, person.window._toast._close, start):
        person.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    person.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.window.sidebar._places["documents"]
    person.press(Qt.Key.Key_Tab, SHIFT)
    assert QApplication.focusWidget() is start


def test_what_was_removed_last_is_taken_back_by_a_key_once_also_when_its_word_is_gone(person: Person) -> None:
    person.send("Keep me")
    chat, toast = person.page.chat, person.window._toast
    assert chat is not None
    person.window.actions_on_chats.trash(chat)
    person.until(lambda: toast.isVisible() and person.page.chat_id is None)
    assert toast._button.text() == "Undo  F8"
    assert toast._button.accessibleName() == "Undo"
    toast.hide()
    person.window._desk.notices.say("Copied.", Action("Show", lambda: None))
    person.page.composer.take_focus()
    person.press(Qt.Key.Key_F8)
    person.until(lambda: person.page.chat_id == chat.id)
    assert [one.id for one in person.paddock.chats.chats()] == [chat.id]
    person.settle()
    person.press(Qt.Key.Key_F8)
    assert toast.accessibleName() == "Nothing was removed that could be taken back."


def test_what_was_removed_before_it_was_locked_is_not_taken_back_by_the_key(person: Person) -> None:
    undone: list[bool] = []
    person.window._desk.notices.say("Gone.", Action("Undo", lambda: undone.append(True), undoes=True))
    person.window.lock()
    person.until(lambda: not person.paddock.unlocked)
    person.settle()
    assert not person.window._toast.take_back()
    assert not undone


def test_a_word_without_a_button_leaves_tab_alone(person: Person) -> None:
    person.window.sidebar.search.setFocus()
    person.window._desk.notices.say("Copied.")
    person.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.window.sidebar._places["documents"]


def test_a_word_covers_nothing_of_a_message_and_moves_nothing(person: Person) -> None:
    for number in range(6):
        person.send(f"Question {number}")
    view, toast = person.page.transcript, person.window._toast
    room = view.viewport().height()
    for first in (None, 3):
        if first is not None:
            view.scroll_to(person.page.messages[first].id)
        before = {number: row.mapTo(view, QPoint(0, 0)) for number, row in view.rows.shown.items() if row.y() > 0}
        person.window._desk.notices.say("Gone.", Action("Undo", lambda: None))
        person.settle()
        shown = QRect(view.viewport().mapToGlobal(QPoint(0, 0)), view.viewport().size())
        assert not shown.intersects(QRect(toast.mapToGlobal(QPoint(0, 0)), toast.size()))
        places = {number: row.mapTo(view, QPoint(0, 0)) for number, row in view.rows.shown.items()}
        assert {number: places[number] for number in before if number in places} == before
        last = view.rows.shown.get(view.messages[-1].id)
        assert first is not None or (last is not None and last.geometry().bottom() <= view.viewport().height())
        toast.hide()
        assert view.viewport().height() == room


def test_the_focus_does_not_go_there_by_itself_when_what_had_it_is_hidden(person: Person) -> None:
    person.send("One")
    person.send("Two")
    person.page.transcript.focus_message(person.page.messages[2].id)
    person.page.transcript.delete_requested.emit(person.page.messages[2].id)
    person.until(lambda: len(person.page.messages) == 2)
    person.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is person.window._toast._button
    person.press(Qt.Key.Key_Space)
    person.until(lambda: len(person.page.messages) == 4)
