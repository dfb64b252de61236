"""The page that is always true: what was tried, who may use the network, and every use there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from paddock.app import Paddock
from paddock.fetcher.ledger import LEDGER_NAME, enter
from paddock.ui.privacy.page import PrivacyPage
from paddock.ui.widgets.page import Words

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def told(person: Person) -> str:
    """Return all that the page says."""
    page = person.window.pages.show_page("privacy")
    person.settle()
    return "\n".join(label.plain for label in page.findChildren(Words) if label.isVisible())


def test_the_ledger_is_listed(person: Person) -> None:
    assert "The network has never been used: the ledger is empty." in told(person)
    ledger = person.paddock.home.data / LEDGER_NAME
    enter(ledger, 1_764_000_000, "fetch the model file a out of b", "pip", "asked for", 98_000_000)
    shown = told(person)
    assert "fetch the model file a out of b" in shown
    assert "98 MB" in shown
    assert str(ledger) in shown
    assert "never been used" not in shown


def test_the_doorkeeper_is_named_while_it_lives(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No process of Paddock may use the network." in told(person)
    monkeypatch.setattr("paddock.doctor.examining.living_doorkeepers", lambda _models: (4711,))
    shown = told(person)
    assert "process 4711: the one process outside the walls." in shown
    assert "opens no connection until you ask" in shown
    assert "No process of Paddock may use" not in shown


def test_no_connection_is_claimed_after_one(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    strip = person.window.strip
    assert "No connection since start." in told(person)
    strip.show_network(asked=True)
    assert strip.badge.text() == "Network used for models"
    strip.show_network(asked=False)
    assert strip.badge.text() == "No connection since start", "it was never sent out"
    monkeypatch.setattr(Paddock, "times_network_asked", 1)
    strip.show_network(asked=False)
    assert strip.badge.text() == "Network used for models"
    assert "No connection since start." not in told(person)
    assert "because you asked for it" in told(person)


def test_the_focus_stands_on_a_control_and_not_on_the_page(person: Person) -> None:
    person.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = person.window.pages.currentWidget()
    assert isinstance(page, PrivacyPage)
    person.settle()
    assert page._again.hasFocus()
    page._again.click()
    page._again.click()
    person.settle()
    assert page._again.hasFocus()
