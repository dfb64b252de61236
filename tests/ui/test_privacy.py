"""The page that is always true: what was tried, who may use the network, and every use there was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from paddock.app import Paddock
from paddock.doctor.report import Problem, WallFacts
from paddock.fetcher.ledger import LEDGER_NAME, enter
from paddock.ui.privacy.page import PrivacyPage
from paddock.ui.privacy.page import _look as _real
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


def test_what_each_process_tried_is_folded_and_what_is_not_enforced_never_is(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    walls = (
        WallFacts("window", "socket_inet", held=True, detail="refused: Permission denied"),
        WallFacts("window", "io_uring", held=False, detail="it answered"),
    )
    problem = Problem("The disk is almost full.", "Free some space.")
    monkeypatch.setattr(
        "paddock.ui.privacy.page._look",
        lambda paddock, start_engine: replace(
            _real(paddock, start_engine=start_engine), walls=walls, problems=(problem,)
        ),
    )
    shown = told(person)
    assert "Refused: 1 of the 2 things it tried." in shown
    assert "Connecting through the kernel's ring buffers: not enforced on this system" in shown
    assert "Permission denied" not in shown
    assert shown.index("The disk is almost full.") < shown.index("Uses of the network")
    page = person.window.pages.currentWidget()
    assert isinstance(page, PrivacyPage)
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Show each")
    assert button.accessibleName() == "Show each: The window"
    button.setFocus()
    person.press(Qt.Key.Key_Space)
    assert "Connecting to the internet (IPv4): refused: Permission denied" in "\n".join(
        label.plain for label in page.findChildren(Words) if label.isVisible()
    )
    assert button.hasFocus()
    assert button.text() == "Hide"
    assert "Permission denied" in told(person), "it stays unfolded"


def test_of_many_uses_the_newest_are_seen_and_the_rest_on_demand(person: Person) -> None:
    ledger = person.paddock.home.data / LEDGER_NAME
    for number in range(9):
        enter(ledger, 1_764_000_000 + number, f"fetch the model file {number} out of b", "pip", "asked for", 98_000_000)
    shown = told(person)
    assert [f"file {number} out" in shown for number in range(9)] == [False] * 3 + [True] * 6
    page = person.window.pages.currentWidget()
    assert isinstance(page, PrivacyPage)
    buttons = [
        one for one in page.findChildren(QPushButton) if one.accessibleName() == "Show each: Uses of the network"
    ]
    buttons[-1].click()
    seen = "\n".join(label.plain for label in page.findChildren(Words) if label.isVisible())
    assert all(f"file {number} out" in seen for number in range(9))


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


def test_where_it_is_narrow_the_title_has_the_room(person: Person) -> None:
    person.application.desk.preferences.change(zoom_percent=200)
    person.window.resize(900, 600)
    page = person.window.pages.show_page("privacy")
    assert isinstance(page, PrivacyPage)
    person.settle()
    assert page._again.text() == ""
    assert page._again.accessibleName() == page._again.toolTip() == "Try again"
    person.window.resize(1500, 800)
    person.until(lambda: page._again.text() == "Try again")


def test_the_folder_of_languages_is_listed_once_there_is_one(person: Person) -> None:
    assert "Languages of text in pictures" not in told(person)
    person.paddock.home.languages.mkdir()
    (person.paddock.home.languages / "deu.traineddata").write_bytes(bytes(2000))
    shown = told(person)
    assert "Languages of text in pictures: 2 kB" in shown
    assert str(person.paddock.home.languages) in shown
