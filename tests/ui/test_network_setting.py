"""A person turns the use of the network off and on in the settings, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from paddock.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def in_force(person: Person) -> str:
    return person.paddock.settings.current.network


def test_it_is_turned_off_and_on_by_keyboard(person: Person) -> None:
    page = person.window.pages.show_page("settings")
    assert isinstance(page, SettingsPage)
    person.settle()
    choice = page._network
    assert choice.value == "on"
    assert choice.accessibleName()
    assert "Holds from the next start" in choice.accessibleDescription()
    choice.setFocus()
    person.press(Qt.Key.Key_Down)
    person.settle()
    assert in_force(person) == "off"
    person.press(Qt.Key.Key_Up)
    person.settle()
    assert in_force(person) == "on"
