"""A person turns the use of the network off and on in the settings, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from paddock.fetcher.protocol import CatalogueChoice, Fetch
from paddock.ui.models.catalogue_view import CatalogueView
from paddock.ui.models.hub_view import HubView
from paddock.ui.models.tray import DownloadTray
from paddock.ui.settings.page import SettingsPage
from paddock.ui.widgets.banner import Banner
from tests.ui.models.doubles import ScriptedDoor
from tests.ui.models.test_page import open_page, told

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
    assert "ends the one process that could use the network, at once" in choice.accessibleDescription()
    choice.setFocus()
    person.press(Qt.Key.Key_Down)
    person.settle()
    assert in_force(person) == "off"
    person.press(Qt.Key.Key_Up)
    person.settle()
    assert in_force(person) == "on"


def test_how_much_may_come_is_set_by_keyboard_and_asked_for(person: Person) -> None:
    person.paddock._door = door = ScriptedDoor()  # type: ignore[assignment]
    page = person.window.pages.show_page("settings")
    assert isinstance(page, SettingsPage)
    person.settle()
    assert page._rate.text() == "as fast as it comes"
    page._rate.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        person.press(key)
    person.settle()
    assert person.paddock.settings.current.fetch_megabytes_per_second == 3
    person.paddock.downloads.start(CatalogueChoice("qwen2.5-0.5b-instruct", "Q4_K_M"))
    (asked,) = door.asked
    assert isinstance(asked, Fetch)
    assert asked.bytes_per_second == 3_000_000
    page._rate.put(None)
    page._rate.editingFinished.emit()
    person.until(lambda: person.paddock.settings.current.fetch_megabytes_per_second is None)


def test_turned_off_it_holds_at_once(person: Person) -> None:
    person.paddock._door = door = ScriptedDoor()  # type: ignore[assignment]
    page = open_page(person)
    catalogue, hub = page.show_tab("catalogue"), page.show_tab("hub")
    assert isinstance(catalogue, CatalogueView)
    assert isinstance(hub, HubView)
    person.until(lambda: catalogue.whole)
    row = next(one for one in catalogue.rows if one.entry.offer.model.id == "qwen2.5-0.5b-instruct")
    row.get.click()
    person.until(lambda: door.asked)
    door.tell(100, 400)
    (tray,) = page.findChildren(DownloadTray)

    def turn(network: str) -> None:
        settings = person.window.pages.show_page("settings")
        assert isinstance(settings, SettingsPage)
        settings._network.setFocus()
        person.press(Qt.Key.Key_Down if network == "off" else Qt.Key.Key_Up)
        person.settle()
        person.window.pages.show_page("models")

    def says(words: str) -> bool:
        banners = [banner for view in (catalogue, hub) for banner in view.findChildren(Banner)]
        return all(words in told(banner) for banner in banners) and len(banners) > 1

    turn("off")
    assert not door.alive
    person.until(lambda: tray.cards and "paused" in tray.cards[-1].said)
    person.until(lambda: says("turned off in the settings"))
    assert not row.get.isEnabled()
    assert not hub.seek.isEnabled()
    tray.cards[-1].go.click()
    person.settle()
    assert "paused" in tray.cards[-1].said
    turn("on")
    person.until(lambda: says("until Paddock is opened again"))
    assert not row.get.isEnabled(), "nobody is there who could"
