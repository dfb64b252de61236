"""Two windows on one home: each shows what the other did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paddock.ui.settings.page import SettingsPage
from paddock.ui.transcript.message import MessageWidget
from tests.ui.conftest import Person
from tests.ui.models.doubles import ScriptedDoor
from tests.ui.scripted import ScriptedPaddock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from paddock.home import Home
    from tests.vault.doubles import DictKeyring

pytestmark = pytest.mark.slow


@pytest.fixture
def other(qtbot: QtBot, person: Person, home: Home, keyring: DictKeyring) -> Iterator[Person]:
    """Return a second window on the same home, with the same chat open."""
    person.send("From the first")
    second = Person(qtbot, ScriptedPaddock(home, keyring))
    second.open()
    second.until(lambda: len(second.page.messages) == 2)
    for one in (person, second):
        one.window.elsewhere._timer.setInterval(20)
    yield second
    second.close()


def test_a_message_appears_in_both(person: Person, other: Person) -> None:
    other.send("From the second")
    person.until(lambda: len(person.page.messages) == 4)
    assert person.page.messages[2].text == "From the second"
    person.settle()


def test_a_chat_made_or_renamed_there_stands_here(person: Person, other: Person) -> None:
    chat = other.page.chat
    assert chat is not None
    other.paddock.chats.create_chat("Another")
    other.window.actions_on_chats.rename(chat.id, "Renamed there")
    rows = person.window.sidebar.rows
    person.until(lambda: {"Another", "Renamed there"} <= {row.text for row in rows._rows})
    person.until(lambda: person.page.chat is not None and person.page.chat.title == "Renamed there")
    person.settle()


def test_a_chat_trashed_there_is_left_here_and_what_was_typed_stays(person: Person, other: Person) -> None:
    person.type("Half a thought")
    chat = other.page.chat
    assert chat is not None
    other.window.actions_on_chats.trash(chat)
    person.until(lambda: person.page.chat is None and person.page.composer.text == "Half a thought")
    person.settle()
    other.settle()


def test_an_edit_in_progress_is_not_taken_away(person: Person, other: Person) -> None:
    question = person.page.messages[0].id
    person.page.transcript.edit_message(question)
    other.send("From the second")
    person.settle()
    assert any(widget.editing for widget in person.page.transcript.findChildren(MessageWidget))
    other.settle()


def test_ones_own_words_are_not_taken_for_a_strangers(person: Person) -> None:
    person.send("Hello")
    assert not person.paddock.vault.changed_elsewhere()
    person.send("Again")
    assert not person.paddock.vault.changed_elsewhere()


def test_the_network_turned_off_there_is_turned_off_here(person: Person, other: Person) -> None:
    person.paddock._door = door = ScriptedDoor()  # type: ignore[assignment]
    for one in (person, other):
        one.window.network_setting._timer.setInterval(20)
    settings = person.window.pages.show_page("settings")
    assert isinstance(settings, SettingsPage)
    other.application.desk.preferences.change(network="off")
    person.until(lambda: settings._network.value == "off" and not door.alive)
    assert person.paddock.settings.current.network == "off"
    assert person.paddock.settings.current.theme == other.paddock.settings.current.theme
    other.application.desk.preferences.change(network="on")
    person.until(lambda: settings._network.value == "on")
    person.settle()
    other.settle()
