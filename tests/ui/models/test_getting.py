"""The catalogue, the hub's search and the tray: what is shown before, during and after a download."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from paddock.fetcher.protocol import CatalogueChoice, Fetch, HubChoice, Offered, Search, UrlChoice
from paddock.ui.first_run.page import _recommended
from paddock.ui.models.catalogue_view import CatalogueView, read_entries
from paddock.ui.models.hub_view import HubView
from paddock.ui.models.licence_dialog import LicenceDialog
from paddock.ui.models.page import ModelsPage
from paddock.ui.models.tray import DownloadCard, DownloadTray
from paddock.ui.settings.page import SettingsPage
from paddock.ui.widgets.buttons import _Push
from tests.ui.models.doubles import ScriptedDoor
from tests.ui.models.test_page import dialog, open_page, rows, told
from tests.ui.test_look import is_inner, reachable, spoken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.ui.models.catalogue_view import OfferRow
    from tests.ui.conftest import Person
    from tests.vault.doubles import DictKeyring

pytestmark = pytest.mark.slow


@pytest.fixture
def door(person: Person) -> ScriptedDoor:
    """Return the door of this person's window, which stands open."""
    door = ScriptedDoor()
    person.paddock._door = door  # type: ignore[assignment]
    return door


def catalogue(person: Person, page: ModelsPage) -> dict[str, OfferRow]:
    view = page.show_tab("catalogue")
    assert isinstance(view, CatalogueView)
    person.until(lambda: view.whole)
    return {row.entry.offer.model.id: row for row in view.rows}


def card(page: ModelsPage) -> DownloadCard:
    (tray,) = page.findChildren(DownloadTray)
    return tray.cards[-1]


def token_field(person: Person, page: ModelsPage) -> QLineEdit:
    """Ask for the dialog and return the field in it."""

    def fields() -> list[QLineEdit]:
        return [one for one in person.window.findChildren(QLineEdit) if one.accessibleName() == "Token of the hub"]

    card(page).token.click()
    person.until(fields)
    (field,) = fields()
    return field


def shows(person: Person, page: ModelsPage, words: str) -> None:
    person.until(lambda: page.findChildren(DownloadCard) and words in card(page).said)


def test_without_a_network_the_catalogue_still_tells_what_would_fit(person: Person) -> None:
    found = catalogue(person, open_page(person))
    row = found["llama-3.2-1b-instruct"]
    said = told(row)
    for words in ("Meta", "Llama 3.2 Community License", "8 language(s)", "a second", "Q4_K_M", "hash known"):
        assert words in said
    assert not row.get.isEnabled()
    assert sum(one.entry.recommended for one in found.values() if one.entry.offer.model.kind == "chat") == 1


def test_the_starter_is_not_offered_twice_on_the_first_page(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = read_entries(person.paddock)
    for name, offered in (("smollm2-135m-instruct", None), ("llama-3.2-1b-instruct", "llama-3.2-1b-instruct")):
        chosen = tuple(replace(one, recommended=one.offer.model.id == name) for one in entries)
        monkeypatch.setattr("paddock.ui.models.catalogue_view.read_entries", lambda _paddock, found=chosen: found)
        found = _recommended(person.paddock)
        assert (found.offer.model.id if found else None) == offered


def test_a_licence_is_agreed_to_before_anything_is_fetched(person: Person, door: ScriptedDoor) -> None:
    page = open_page(person)
    catalogue(person, page)["llama-3.2-1b-instruct"].get.click()
    shown = dialog(person, LicenceDialog)
    assert not door.asked
    shown.who.setText("Ada")
    shown.accept_button.click()
    person.until(lambda: door.asked)
    (asked,) = door.asked
    assert isinstance(asked, Fetch)
    assert asked.choice == CatalogueChoice("llama-3.2-1b-instruct", "Q4_K_M")


def test_a_download_is_seen_paused_gone_on_with_and_installed(
    person: Person, door: ScriptedDoor, licensed_gguf: Path
) -> None:
    page = open_page(person)
    catalogue(person, page)["qwen2.5-0.5b-instruct"].get.click()
    person.until(lambda: door.asked)
    door.tell(250_000_000, 500_000_000, 25e6)
    shows(person, page, "MB/s · less than a minute left")
    assert " of 500" in card(page).said
    (tray,) = page.findChildren(DownloadTray)
    person.until(lambda: tray.viewport().height() >= card(page).height() >= card(page).sizeHint().height())
    assert "50 %" in person.window.strip._fetching.text()
    card(page).go.click()
    shows(person, page, "paused")
    card(page).go.click()
    person.until(lambda: len(door.asked) == 2)
    file = person.paddock.home.models / "New-Q4.gguf"
    shutil.copy(licensed_gguf, file)
    door.arrive(file, hashlib.sha256(file.read_bytes()).hexdigest())
    shows(person, page, "whole and installed")
    person.until(lambda: "New-Q4" in rows(page))
    assert "qwen2.5-0.5b-instruct:Q4_K_M" in told(rows(page)["New-Q4"])
    assert person.window.strip._fetching.isHidden()
    card(page).end.click()
    person.until(tray.isHidden)


def test_in_a_small_window_with_large_text_downloads_leave_room_for_what_is_below(
    person: Person, door: ScriptedDoor
) -> None:
    page = open_page(person)
    found = catalogue(person, page)
    for model in ("qwen2.5-0.5b-instruct", "qwen2.5-1.5b-instruct"):
        found[model].get.click()
    (tray,) = page.findChildren(DownloadTray)
    person.until(lambda: len(tray.cards) == 2 and len(door.asked) == 2)
    door.tell(250_000_000, 500_000_000, 25e6)
    person.window.resize(900, 600)
    person.application.desk.preferences.change(zoom_percent=200)
    tabs = page._tabs["installed"]

    def below(one: QWidget) -> int:
        return one.mapTo(page, QPoint(0, one.height())).y()

    person.until(lambda: below(tray) <= tabs.mapTo(page, QPoint(0, 0)).y())
    person.until(lambda: page.height() - below(tabs) > 2 * tabs.height())
    shown = card(page)
    person.until(lambda: shown.end.mapTo(tray, QPoint(shown.end.width(), 0)).x() <= tray.viewport().width())
    person.until(lambda: shown.go.toolTip() == "Pause")
    assert shown.go.accessibleName().startswith("Pause: ")
    least = 2 * shown.end.minimumSizeHint().width() + person.application.desk.theme.px(60)
    assert shown.minimumSizeHint().width() <= least, "the list of chats beside it leaves both buttons on the screen"
    person.window.resize(2000, 1400)
    person.until(lambda: shown.go.text() == "Pause")


def test_trouble_says_what_and_can_be_tried_again(person: Person, door: ScriptedDoor) -> None:
    page = open_page(person)
    catalogue(person, page)["qwen2.5-0.5b-instruct"].get.click()
    person.until(lambda: door.asked)
    door.fail("The disk is full.")
    shows(person, page, "The disk is full. Try again.")
    assert card(page).go.text() == "Try again"
    card(page).go.click()
    person.until(lambda: len(door.asked) == 2)


def test_a_gated_model_asks_for_a_token(person: Person, door: ScriptedDoor) -> None:
    page = open_page(person)
    catalogue(person, page)["qwen2.5-0.5b-instruct"].get.click()
    person.until(lambda: door.asked)
    door.fail("The hub wants to know who asks.", "needs token")
    shows(person, page, "needs a token")
    person.until(lambda: person.window.strip._fetching.text().endswith(": needs a token"))
    field = token_field(person, page)
    assert "kept in the system's keyring until you have it forgotten" in told(field.window())
    QTest.keyClicks(field, "hf_secret")
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.until(lambda: len(door.asked) == 2)
    asked = door.asked[-1]
    assert isinstance(asked, Fetch)
    assert asked.token == "hf_secret"
    settings = person.window.pages.show_page("settings")
    assert isinstance(settings, SettingsPage)
    forget = settings._hub_token.forget
    person.until(forget.isVisible)
    forget.click()
    person.until(lambda: not settings._hub_token.isVisible())
    assert not person.paddock.hub_token.known


def test_without_a_keyring_it_is_said_that_a_token_is_asked_for_again(
    person: Person, door: ScriptedDoor, keyring: DictKeyring
) -> None:
    keyring.closed = True
    page = open_page(person)
    catalogue(person, page)["qwen2.5-0.5b-instruct"].get.click()
    person.until(lambda: door.asked)
    door.fail("The hub wants to know who asks.", "needs token")
    shows(person, page, "needs a token")
    field = token_field(person, page)
    assert "asked for again after that" in told(field.window())
    QTest.keyClicks(field, "hf_secret")
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.until(lambda: len(door.asked) == 2)
    assert not keyring.items.get("hub-token")


def test_the_hub_is_searched_on_enter_and_a_file_is_got(person: Person, door: ScriptedDoor) -> None:
    page = open_page(person)
    view = page.show_tab("hub")
    assert isinstance(view, HubView)
    door.found = (Offered("maker/Tiny-GGUF", "Tiny-Q4_K_M.gguf", 12_000_000, "", "apache-2.0", 4200, gated=True),)
    QTest.keyClicks(view.field, "tiny")
    assert not door.asked, "nothing leaves while it is typed"
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    person.until(lambda: "Apache License 2.0" in told(view))
    (asked,) = door.asked
    assert isinstance(asked, Search)
    assert asked.words == "tiny"
    assert "fetched 4200 times" in told(view)
    next(one for one in view._list.findChildren(_Push) if one.text() == "Get").click()
    person.until(lambda: len(door.asked) == 2)
    asked = door.asked[-1]
    assert isinstance(asked, Fetch)
    assert asked.choice == HubChoice("maker/Tiny-GGUF", "Tiny-Q4_K_M.gguf")


@pytest.mark.parametrize("address", ["http://example.org/a.gguf", "https://example.org/page.html", "nonsense"])
def test_an_address_that_is_none_is_refused_in_words(person: Person, door: ScriptedDoor, address: str) -> None:
    view = open_page(person).show_tab("hub")
    assert isinstance(view, HubView)
    view.address.setText(address)
    view.get.click()
    assert "not the address" in view._banner.what
    assert not door.asked


def test_any_https_address_is_got(person: Person, door: ScriptedDoor) -> None:
    view = open_page(person).show_tab("hub")
    assert isinstance(view, HubView)
    view.address.setText("https://example.org/models/a.gguf")
    QTest.keyClick(view.address, Qt.Key.Key_Return)
    person.until(lambda: door.asked)
    asked = door.asked[-1]
    assert isinstance(asked, Fetch)
    assert asked.choice == UrlChoice("https://example.org/models/a.gguf")


def test_the_rows_of_every_part_stand_below_the_head(person: Person, door: ScriptedDoor) -> None:
    """With a scroll bar and without one; what has nothing to scroll shows none."""
    page = open_page(person)
    catalogue(person, page)
    (head,) = [one for one in page.findChildren(QLabel) if one.accessibleName() == "Models"]
    scrolled = []
    for tab in ("installed", "catalogue", "hub"):
        view = page.show_tab(tab)
        person.settle()
        begin = QPoint(view.body.contentsRect().x(), 0)
        (inner,) = [one for one in view.findChildren(QWidget) if one.layout() is view.body]
        assert inner.mapTo(page, begin).x() == head.mapTo(page, QPoint(0, 0)).x()
        bar = view.verticalScrollBar()
        scrolled.append(bar.maximum() > 0)
        drawn = bar.grab().toImage()
        colours = {drawn.pixel(drawn.width() // 2, y) for y in range(drawn.height())}
        assert (len(colours) > 1) == (bar.maximum() > 0)
    assert scrolled == [False, True, False]


@pytest.mark.parametrize("tab", ["installed", "catalogue", "hub"])
def test_tab_goes_down_each_part_and_every_control_has_a_name(person: Person, door: ScriptedDoor, tab: str) -> None:
    page = open_page(person)
    view = page.show_tab(tab)
    if isinstance(view, CatalogueView):
        person.until(lambda: view.whole)
    if isinstance(view, HubView):
        door.found = tuple(Offered("maker/Tiny", f"Tiny-{number}.gguf") for number in range(3))
        view.field.setText("tiny")
        view.seek.click()
        person.until(lambda: "Tiny-2.gguf" in {one.accessibleName() for one in view._list.findChildren(QFrame)})
    person.settle()
    reached = []
    widget = page.nextInFocusChain()
    while widget is not page and widget is not None:
        if view.isAncestorOf(widget) and widget in list(reachable(page)) and not is_inner(widget):
            reached.append(widget)
        widget = widget.nextInFocusChain()
    assert len(reached) >= 3
    assert all(spoken(one) for one in reached)
    heights = [one.mapTo(view, QPoint(0, one.height() // 2)).y() for one in reached]
    assert all(below > above - 24 for above, below in pairwise(heights)), heights


def test_what_an_earlier_start_left_is_told_after_the_start(enter: Callable[[], Person], person: Person) -> None:
    person.paddock._door = door = ScriptedDoor()  # type: ignore[assignment]
    number = person.paddock.downloads.start(HubChoice("own/repo", "half.gguf"))
    door.tell(1, 2)
    person.paddock.downloads.pause(number)
    later = enter()
    later.open()
    strip = later.window.strip._fetching
    later.until(strip.isVisible)
    assert strip.text() == "half.gguf: paused"
    assert strip.accessibleName() == "Downloads: half.gguf: paused"
    strip.click()
    later.settle()
    page = later.window.pages.currentWidget()
    assert isinstance(page, ModelsPage)
    shows(later, page, "paused")


def test_what_is_here_already_is_not_offered_again(person: Person, door: ScriptedDoor) -> None:
    file = person.paddock.home.models / "tiny.gguf"
    sha256 = person.paddock.models.sha256(person.paddock.models.resolve("tiny"))[0]
    size, other = file.stat().st_size, "0" * 64
    page = open_page(person)
    person.window.shelf.refresh()
    person.settle()
    door.found = (
        Offered("own/a", "folder/another-name.gguf", 5, sha256),
        Offered("own/b", "tiny.gguf", size, other),
        Offered("own/c", "TINY.gguf", size),
        Offered("own/d", "tiny.gguf", size + 1),
    )
    view = page.show_tab("hub")
    assert isinstance(view, HubView)
    view.field.setText("tiny")
    view.seek.click()
    person.until(lambda: len(view._found) == 4)
    person.until(lambda: person.window.strip.badge.text() == "Network used for models")

    def offered() -> list[tuple[bool, bool]]:
        return [(not get.isHidden(), not installed.isHidden()) for _one, get, installed in view._found]

    here, to_get = (False, True), (True, False)
    assert offered() == [here, to_get, here, to_get]
    person.window.shelf.remove("tiny")
    person.until(lambda: offered() == [to_get] * 4)
