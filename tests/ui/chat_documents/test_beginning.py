"""The first minutes: the sample's question stands there to be sent, and what is attached leads on to the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from paddock.library.sample import QUESTION, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.chat_documents.conftest import Desk
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def test_a_store_made_where_a_model_is_installed_begins_with_the_sample(enter: Callable[[], Person]) -> None:
    """As for a person whose set-up brought the model along."""
    person = enter()
    person.application.open("correct horse battery staple")
    person.until(lambda: person.page.composer.text == QUESTION)
    person.settle()
    assert person.page.chat is not None
    attached = person.paddock.chats.attachments(person.page.chat.id)
    assert [one.name for one in attached] == [SAMPLE.name]
    again = enter()
    again.application.open("correct horse battery staple")
    again.until(lambda: again.page.ready and again.window.shelf.known)
    again.window.new_chat()
    again.settle()
    assert again.page.composer.text == ""
    assert len(again.paddock.chats.chats()) == 1


def test_one_who_writes_at_once_is_not_interrupted_by_the_sample(enter: Callable[[], Person]) -> None:
    person = enter()
    person.application.open("correct horse battery staple")
    person.until(lambda: person.page.ready)
    person.type("My own words")
    person.until(lambda: person.window.newcomer.welcomed)
    person.settle()
    assert person.page.composer.text == "My own words"
    assert person.page.chat is None


def test_after_attaching_one_writes_the_question(
    person: Person, desk: Desk, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(files / "wells.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    monkeypatch.setattr("paddock.ui.attachments.menus.chosen_folder", lambda *_: str(files))
    for words, chips in (("Choose files…", ["wells.txt"]), ("Choose a folder…", ["wells.txt", files.name])):
        person.page.composer.clip.setFocus()
        person.page.composer.clip.click()
        desk.choose(words)
        desk.until_chips(*chips)
        assert person.window.focusWidget() is person.page.composer.field
