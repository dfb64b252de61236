"""A language read from right to left turns the whole window round, and keeps the order within names and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt

from paddock.ui.mirroring import isolated, leading, turned
from paddock.ui.widgets.page import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.ui.conftest import Person


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_nothing_is_turned_where_one_reads_from_left_to_right() -> None:
    assert turned(QRect(10, 5, 20, 4), 100) == QRect(10, 5, 20, 4)
    assert isolated("Why?") == "Why?"
    assert leading() & Qt.AlignmentFlag.AlignLeft


@pytest.mark.usefixtures("right_to_left")
def test_boxes_and_names_are_turned() -> None:
    assert turned(QRect(10, 5, 20, 4), 100) == QRect(70, 5, 20, 4)
    assert isolated("Why?") == "\u2068Why?\u2069"
    assert isolated("") == ""
    assert leading() & Qt.AlignmentFlag.AlignRight


@pytest.mark.slow
@pytest.mark.usefixtures("right_to_left")
def test_the_conversation_is_turned_round(person: Person) -> None:
    person.send("Why?")
    page = person.page
    view = page.transcript
    question, reply = (view.rows.shown[message.id] for message in page.messages)
    middle = question.width() // 2
    assert question._placing.bubble.center().x() < middle, "the person's words stand at the end of the line: left"
    assert question.parts.who.geometry().center().x() < middle
    assert reply.parts.who.geometry().center().x() > middle
    assert reply.body.geometry().left() >= 0
    assert page.header.title.alignment() & Qt.AlignmentFlag.AlignRight
    assert page.header.title.x() > page.header.model.x()
    assert page.header.model.layoutDirection() == Qt.LayoutDirection.LeftToRight, "its caret stands left of its words"
    assert 'align="right"' in words("English words").text()


@pytest.mark.slow
def test_pictures_with_a_direction_are_turned(person: Person, qapp: QApplication) -> None:
    icons = person.application.desk.icons
    before = icons.path("caret-right").boundingRect()
    still = icons.path("gear").boundingRect()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        after = icons.path("caret-right").boundingRect()
        assert icons.path("gear").boundingRect() == still
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert round(before.left() + after.right()) == 64
    assert round(before.left()) != round(after.left())


@pytest.mark.slow
def test_what_is_typed_begins_where_its_language_does(person: Person) -> None:
    field = person.page.composer.field

    def side() -> Qt.AlignmentFlag:
        return field.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask

    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    assert side() == left
    field.setPlainText("\n\nكم بئرا فحص مكتب المياه؟")
    assert side() == right
    field.setPlainText("How many wells?")
    assert side() == left


@pytest.mark.slow
@pytest.mark.usefixtures("right_to_left")
def test_an_empty_field_and_a_greeting_follow_the_window(person: Person) -> None:
    assert person.page.composer.field.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight
    greeting = words("What would you like to work on?")
    greeting.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    greeting.setText(greeting.plain)
    assert 'align="center"' in greeting.text()
