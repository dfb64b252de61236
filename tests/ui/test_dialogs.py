"""Dialogs with large text on a small screen: all of each is on it, its buttons too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QPushButton

from paddock.models.licences import licence_named
from paddock.ui.documents.watched_dialog import WatchedDialog
from paddock.ui.models.page import ModelsPage
from paddock.ui.widgets.on_screen import sized

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def models(person: Person) -> ModelsPage:
    page = person.window.pages.show_page("models")
    assert isinstance(page, ModelsPage)
    person.until(lambda: page.show_tab("installed").rows)  # type: ignore[attr-defined]  # it has rows
    person.settle()
    return page


def licence(person: Person) -> None:
    models(person).actions_on_models.agreeing.ask(licence_named("llama3.2"), "Llama 3.2 1B Instruct", lambda: None)


def card(person: Person) -> None:
    models(person).show_tab("installed").rows[0].title.click()  # type: ignore[attr-defined]  # as above


def fit(person: Person) -> None:
    models(person).show_tab("installed").rows[0].pill.click()  # type: ignore[attr-defined]  # as above


def bring(person: Person) -> None:
    models(person).importing.offer([person.paddock.home.models])


def watched(person: Person) -> None:
    collection = person.paddock.library.store.create_collection("Wells")
    WatchedDialog(person.application.desk, collection, person.window).open()


WAYS: dict[str, Callable[[Person], object]] = {
    "shortcuts": lambda person: person.window.show_shortcuts(),
    "bug": lambda person: person.window.show_bug(ValueError("wrong")),
    "link": lambda person: person.window._show_link("https://example.org/a"),
    "options": lambda person: person.page.choice.open_options(),
    "licence": licence,
    "card": card,
    "fit": fit,
    "bring": bring,
    "watched": watched,
}


@pytest.mark.parametrize("name", WAYS)
def test_a_dialog_is_no_larger_than_the_screen(person: Person, name: str) -> None:
    person.application.desk.preferences.change(zoom_percent=200)
    WAYS[name](person)
    person.until(lambda: person.window.findChildren(QDialog))
    dialog = person.window.findChildren(QDialog)[-1]
    person.until(dialog.isVisible)
    person.settle()
    room = dialog.screen().availableGeometry().size()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for button in dialog.findChildren(QPushButton):
        outer = button.parentWidget()
        if button.isVisible() and outer is not None and outer.parentWidget() in {dialog, None}:
            assert dialog.rect().contains(button.mapTo(dialog, QPoint(button.width() - 1, button.height() - 1)))
    dialog.reject()
    person.settle()


def test_on_a_large_screen_a_dialog_has_the_size_it_wants(person: Person) -> None:
    dialog = QDialog(person.window)
    sized(person.application.desk.theme, dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    person.application.desk.preferences.change(zoom_percent=150)
    assert (dialog.width(), dialog.height()) == (450, 300)
    dialog.deleteLater()
    person.settle()
