"""Asking with documents: what is consulted is told first, the model reads ahead, failures offer the next step."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from paddock.errors import LicenceNotAgreed
from paddock.ui.models.licence_dialog import LicenceDialog
from tests.library.shelved import Compass
from tests.library.test_library import FewModels
from tests.ui.chat_documents.conftest import WELLS
from tests.ui.models.conftest import licensed_gguf  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.chat.sources import Consulted
    from tests.ui.chat_documents.conftest import Desk
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def searched(person: Person, desk: Desk, files: Path) -> None:
    """Attach a document and have it searched."""
    desk.attach(files / "wells.txt")
    desk.attached.use(desk.attached.items, "searched")
    desk.until_chips("wells.txt, searched")


# ---------------------------------------------------------------- consulting


def test_what_is_consulted_is_told_before_the_first_word_and_again_with_its_marks(
    person: Person, desk: Desk, files: Path
) -> None:
    told: list[tuple[int, Consulted]] = []
    person.page.asking.consulted.connect(lambda number, consulted: told.append((number, consulted)))
    searched(person, desk, files)
    person.engine.pieces = ["Nitrate was above the limit", " in four of them."]
    person.engine.go.clear()
    person.type("Where was nitrate above the limit?")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: told)
    number, consulted = told[0]
    assert number == 0
    assert [source.text for source in consulted.sources] == [WELLS.strip()]
    assert person.page.asking.answer is not None
    assert person.page.asking.answer.text == ""
    person.engine.go.set()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    reply = person.page.messages[-1]
    assert told[-1][0] == reply.id
    assert [mark.verdict for mark in told[-1][1].marks] == ["supported"]
    assert person.paddock.chats.consulted([reply.id])[reply.id] == told[-1][1]


def test_what_another_chat_consults_is_not_told_as_this_one_s(person: Person, desk: Desk, files: Path) -> None:
    person.send("Hello")
    other = person.paddock.chats.chats()[0]
    person.window.new_chat()
    person.settle()
    searched(person, desk, files)
    person.engine.end.clear()
    person.type("Where was nitrate above the limit?")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.asking.answer is not None and person.page.asking.answer.text)
    person.window.open_chat(other.id)
    person.until(lambda: person.page.chat_id == other.id)
    told: list[object] = []
    person.page.asking.consulted.connect(lambda _number, consulted: told.append(consulted))
    person.engine.end.set()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert told == []


def test_without_an_embedder_it_is_said_once_that_words_alone_are_searched(
    person: Person, desk: Desk, files: Path
) -> None:
    searched(person, desk, files)
    person.send("Where was nitrate above the limit?")
    assert person.page.banner.what == "The documents are searched by their words alone."
    assert set(desk.buttons()) == {"Import a file…", "See the models"}
    person.send("In which wells was nitrate above the limit?")
    assert not person.page.banner.isVisible()
    person.until(lambda: not person.application.tasks.busy)


def test_an_embedder_that_waits_for_its_licence_is_told_with_the_way_to_it(
    person: Person,
    desk: Desk,
    files: Path,
    licensed_gguf: Path,  # noqa: F811 - a fixture
) -> None:
    searched(person, desk, files)
    person.application.desk.preferences.change(model="tiny")
    shutil.copy(licensed_gguf, person.paddock.home.models / "licensed.gguf")
    what = "“Licensed” is under the Llama 3.2 Community License, which has not been agreed to here."
    library, held_back = person.paddock.library, LicenceNotAgreed(what, model="licensed")
    library._models = models = FewModels({"aaa": Compass()})
    models.held_back["aaa"] = held_back
    person.paddock.models.embedder = lambda: person.paddock.models.resolve("licensed")  # type: ignore[method-assign]
    library.keeping_up.wake()
    person.until(lambda: person.application.desk.documents.trouble is held_back)
    person.page.attached.refresh()
    person.settle()
    person.send("Where was nitrate above the limit?")
    banner = person.page.banner
    assert banner.what == "The documents are searched by their words alone."
    assert f"{what} Until then, what is put in other words may be missed." in banner.accessibleName()
    desk.buttons()["Read and accept the licence…"].click()
    person.until(lambda: person.window.findChildren(LicenceDialog))
    models.held_back.clear()
    (shown,) = person.window.findChildren(LicenceDialog)
    shown.who.setText("Ada")
    shown.accept_button.click()
    person.until(lambda: person.application.desk.documents.trouble is None)
    person.until(lambda: not person.application.tasks.busy)


# ---------------------------------------------------------------- reading ahead


def test_the_model_reads_what_goes_in_whole_while_the_person_types(person: Person, desk: Desk, files: Path) -> None:
    person.engine.warm_to.clear()
    desk.drop(files / "wells.txt")
    desk.until_chips("wells.txt, getting ready")
    person.until(lambda: person.engine.warmed)
    assert WELLS.strip() in person.engine.warmed[0][0].content
    desk.until_chips("wells.txt, getting ready 57 %")
    person.type("How many")
    assert person.page.composer.text == "How many"
    person.engine.warm_to.set()
    desk.until_chips("wells.txt, read whole, ready")
    person.send(" wells are there?")
    assert person.engine.asked[0][0] == person.engine.warmed[0][0]
    assert len(person.engine.warmed) == 1


def test_a_chat_that_is_only_looked_at_loads_no_model_and_typing_does(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    store = person.paddock.chats
    chat = store.create_chat("Wells")
    store.attach(chat.id, "document", desk.attached.items[0].target_id, "wells.txt")
    person.until(lambda: person.engine.warmed)
    person.settle()
    loads, warmed = len(person.engine.options), len(person.engine.warmed)
    person.window.open_chat(chat.id)
    desk.until_chips("wells.txt, read whole")
    person.settle()
    assert (len(person.engine.options), len(person.engine.warmed)) == (loads, warmed)
    person.type("H")
    person.until(lambda: len(person.engine.warmed) == warmed + 1)
    person.settle()


def test_reading_ahead_ends_when_its_document_is_taken_away(person: Person, desk: Desk, files: Path) -> None:
    person.engine.warm_to.clear()
    desk.drop(files / "wells.txt")
    desk.until_chips("wells.txt, getting ready")
    desk.chips[0].remove.click()
    desk.until_chips()
    person.settle()  # the call has returned, though the engine was never told to go on
    assert person.engine.warm_to.is_set()  # by the cancellation alone


def test_what_goes_wrong_while_reading_ahead_is_told_when_it_is_asked_and_not_before(
    person: Person, desk: Desk, files: Path
) -> None:
    from paddock.errors import EngineDied

    person.engine.error = EngineDied("The engine ended.")
    desk.attach(files / "wells.txt")
    desk.until_chips("wells.txt, read whole")
    assert not person.page.banner.isVisible()
    person.send("How many wells?")
    assert person.page.messages[-1].state == "failed"
    person.engine.error = None


def test_after_an_engine_has_died_nothing_is_ready_until_the_person_writes_again(
    person: Person, desk: Desk, files: Path
) -> None:
    from paddock.errors import EngineDied

    desk.drop(files / "wells.txt")
    desk.until_chips("wells.txt, read whole, ready")
    person.engine.error, person.engine.info = EngineDied("The engine ended."), None
    person.send("How many wells?")
    desk.until_chips("wells.txt, read whole")
    person.engine.error = None
    warmed = len(person.engine.warmed)
    person.settle()
    assert len(person.engine.warmed) == warmed
    person.type("H")
    desk.until_chips("wells.txt, read whole, ready")
    assert len(person.engine.warmed) == warmed + 1


# ---------------------------------------------------------------- failures


def test_what_does_not_fit_whole_offers_to_be_searched(person: Person, desk: Desk, files: Path) -> None:
    (files / "long.txt").write_text("Nitrate was measured in the northern well again. " * 150, encoding="utf-8")
    person.engine.context_tokens = 1024
    person.application.desk.preferences.change(context_tokens=1024)
    desk.attach(files / "long.txt")
    desk.until_chips("long.txt, searched")
    desk.attached.use(desk.attached.items, "whole")
    desk.until_chips("long.txt, read whole")
    person.send("What was measured?")
    assert person.page.banner.isVisible()
    assert person.page.composer.text == "What was measured?"
    desk.buttons()["Search instead of reading whole"].click()
    person.until(lambda: person.engine.asked)
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert person.page.composer.text == ""
    assert [message.role for message in person.page.messages] == ["user", "assistant"]
    assert "<passage" in person.engine.asked[-1][-1].content
    desk.until_chips("long.txt, searched")


def test_where_nothing_is_read_yet_one_can_ask_again_or_see_the_documents(
    person: Person, desk: Desk, files: Path
) -> None:
    (files / "empty.txt").write_text("", encoding="utf-8")
    desk.attach(files / "empty.txt")
    person.send("What does it say?")
    assert person.page.banner.what == "None of the attached documents can be consulted."
    assert person.page.composer.text == "What does it say?"
    assert set(desk.buttons()) == {"Ask again", "Show the documents"}
    desk.buttons()["Show the documents"].click()
    assert person.window.pages.current == "documents"
    person.settle()


# ---------------------------------------------------------------- summaries


def test_a_summary_is_asked_for_on_the_chip_and_stands_in_the_chat(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    person.engine.pieces = ["Nitrate was above the limit", " in four of them."]
    desk.chips[0].click()
    desk.choose("Summarise")
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert [message.text for message in person.page.messages] == [
        "Summarise “wells.txt”.",
        "Nitrate was above the limit in four of them.",
    ]
    reply = person.page.messages[-1]
    consulted = person.paddock.chats.consulted([reply.id])[reply.id]
    assert [mark.verdict for mark in consulted.marks] == ["supported"]
    desk.until_chips("wells.txt, read whole")
    assert person.page.composer.text == ""


def test_a_summary_is_stopped_and_goes_on_where_it_was(person: Person, desk: Desk, files: Path) -> None:
    (files / "long.txt").write_text("Nitrate was measured in the northern well again. " * 120, encoding="utf-8")
    person.application.desk.preferences.change(context_tokens=1024)
    desk.attach(files / "long.txt")
    person.settle()
    person.engine.end.clear()
    desk.chips[0].click()
    desk.choose_without_waiting("Summarise")
    person.until(lambda: person.page.asking.answer is not None and person.page.asking.answer.reply is not None)
    person.page.composer.take_focus()
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Escape)
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert [message.state for message in person.page.messages] == ["complete", "stopped"]
    asked = len(person.engine.asked)
    person.engine.end.set()
    (step,) = [one for one in person.page.transcript.findChildren(QPushButton, "notice_step") if one.isVisible()]
    assert step.text() == "Go on"
    step.click()
    person.until(lambda: person.page.asking.answering)
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert [message.state for message in person.page.messages] == ["complete", "complete"]
    assert len(person.engine.asked) > asked
    assert "<document>" in person.engine.asked[-1][-1].content


def test_the_documents_page_summarizes_in_a_chat_of_its_own(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    document = person.paddock.library.store.documents()[0]
    page = person.window.documents.show()
    page.actions_on_documents.summary_wanted.emit(document)
    person.until(lambda: len(person.page.messages) == 2 and not person.page.asking.answering)
    person.settle()
    assert person.window.pages.current == "chat"
    chat = person.paddock.chats.chats()[0]
    assert [one.name for one in person.paddock.chats.attachments(chat.id)] == ["wells.txt"]
    assert person.page.messages[0].text == "Summarise “wells.txt”."


def test_a_summary_without_a_model_asks_for_one(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    person.settle()
    (person.paddock.home.models / "tiny.gguf").unlink()
    person.window.shelf.refresh()
    person.until(lambda: person.page.choice.has_no_model)
    person.window.pages.show_page("chat")
    desk.chips[0].click()
    desk.choose("Summarise")
    assert person.page.banner.what == "No model is installed yet."
    assert person.page.messages == []
