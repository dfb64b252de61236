"""Chips: attached by drop, paste and paper clip, also before there is a chat; used otherwise, shown, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paddock.ui.documents.page import DocumentsPage
from tests.ui.chat_documents.conftest import DAM, WELLS, Desk, action_of, data_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_dropped_file_becomes_a_chip_and_is_asked_by_the_chat_made_with_the_first_message(
    person: Person, desk: Desk, files: Path
) -> None:
    desk.attach(files / "wells.txt")
    desk.until_chips("wells.txt, read whole")
    assert person.paddock.chats.chats() == []
    person.send("How many wells were above the limit?")
    chat = person.paddock.chats.chats()[0]
    assert [(one.kind, one.name, one.used) for one in person.paddock.chats.attachments(chat.id)] == [
        ("document", "wells.txt", "auto")
    ]
    assert WELLS.strip() in person.engine.asked[0][0].content
    desk.until_chips("wells.txt, read whole")
    assert "shown all of it" in desk.chips[0].accessibleDescription()
    person.window.new_chat()
    person.settle()
    assert desk.chips == []
    person.window.open_chat(chat.id)
    desk.until_chips("wells.txt, read whole")


def test_what_is_attached_to_a_chat_to_be_stays_while_another_is_looked_at(
    person: Person, desk: Desk, files: Path
) -> None:
    person.send("Hello")
    other = person.paddock.chats.chats()[0]
    person.window.new_chat()
    person.settle()
    desk.attach(files / "dam.txt")
    person.window.open_chat(other.id)
    person.settle()
    assert desk.chips == []
    assert person.paddock.chats.attachments(other.id) == []
    person.window.new_chat()
    desk.until_chips("dam.txt")


def test_files_pasted_into_the_message_field_are_attached_and_text_is_typed(
    person: Person, desk: Desk, files: Path
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(data_of([files / "wells.txt", files / "dam.txt"]))
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_V, CTRL)
    desk.until_chips("wells.txt, read whole", "dam.txt, read whole")
    assert person.page.composer.text == ""
    clipboard.setText("words")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_V, CTRL)
    assert person.page.composer.text == "words"
    person.settle()


def test_a_folder_becomes_one_collection_named_for_it_and_is_the_same_when_dropped_again(
    person: Person, desk: Desk, files: Path
) -> None:
    desk.drop(files)
    desk.until_chips("Water reports, 2 file(s)")
    person.settle()
    library = person.paddock.library
    assert [(one.name, one.documents) for one in library.store.collections()] == [("Water reports", 2)]
    person.send("Hello")
    person.window.new_chat()
    person.settle()
    desk.drop(files)
    desk.until_chips("Water reports, 2 file(s)")
    person.settle()
    assert len(library.store.collections()) == 1


def test_a_collection_of_the_same_name_that_is_another_folder_s_is_left_alone(
    person: Person, desk: Desk, files: Path
) -> None:
    store = person.paddock.library.store
    desk.attach(files / "dam.txt")
    others = files.parent / "elsewhere" / "Water reports"
    others.mkdir(parents=True)
    (others / "pump.txt").write_text("The pump was sold.", encoding="utf-8")
    mine = store.create_collection("water REPORTS")
    store.put_into(mine.id, [store.documents()[0].id])
    desk.drop(others)
    desk.until_chips("dam.txt", "Water reports (2), 1 file(s)")
    person.settle()
    assert store.collection(mine.id).documents == 1


def test_very_many_files_become_one_collection(person: Person, desk: Desk, files: Path) -> None:
    paths = [files / f"note {number}.txt" for number in range(41)]
    for number, path in enumerate(paths):
        path.write_text(f"Note {number}.", encoding="utf-8")
    desk.drop(*paths)
    desk.until_chips("Water reports, 41 file(s)")
    person.settle()


def test_the_veil_says_what_a_drop_does_here(person: Person, desk: Desk, files: Path) -> None:
    said: list[str] = []
    documents = person.window.documents

    def look() -> None:
        assert documents._veil is not None
        assert documents._veil.isVisible()
        said.append(documents._veil._words)

    desk.drop(files / "wells.txt", shown=look)
    desk.until_chips("wells.txt, read whole")
    person.send("Hello")
    person.until(lambda: person.page.chat is not None and person.page.chat.title == "Hello")
    desk.drop(files / "dam.txt", shown=look)
    desk.until_chips("wells.txt", "dam.txt")
    person.window.pages.show_page("settings")
    person.settle()
    desk.drop(files / "dam.txt", shown=look)
    person.settle()
    assert person.window.pages.current == "documents"
    assert said[0] == "Drop files and folders to ask about them in this chat"
    assert said[1] == "Drop files and folders to ask about them in “Hello”"
    assert said[2] == "Drop files and folders to read them"


def test_an_empty_folder_leaves_a_word_and_no_file_that_is_not_there_a_chip(
    person: Person, desk: Desk, files: Path
) -> None:
    (files / "empty").mkdir()
    words: list[str] = []
    person.application.desk.notices.word_given.connect(lambda word: words.append(word.text))
    desk.drop(files / "empty")
    person.settle()
    desk.until_chips()
    assert words == ["There is no file in it."]
    assert person.paddock.library.store.collections() == []


def test_a_chip_s_menu_chooses_how_it_is_used(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    desk.chips[0].click()
    menu = desk.menu()
    best, search = action_of(menu, "As fits best"), action_of(menu, "Always search")
    assert best is not None
    assert search is not None
    assert best.isChecked()
    desk.choose("Always search")
    desk.until_chips("wells.txt, searched")
    assert "passages that speak of the question" in desk.chips[0].accessibleDescription()
    person.send("How many wells were above the limit?")
    chat = person.paddock.chats.chats()[0]
    assert [one.used for one in person.paddock.chats.attachments(chat.id)] == ["searched"]
    desk.until_chips("wells.txt, searched")
    desk.chips[0].click()
    desk.choose("Always read whole")
    desk.until_chips("wells.txt, read whole")
    assert [one.used for one in person.paddock.chats.attachments(chat.id)] == ["whole"]


def test_a_chip_is_taken_away_from_the_keyboard_and_brought_back(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt", files / "dam.txt")
    actions = []
    person.application.desk.notices.word_given.connect(lambda word: actions.append(word.action))
    person.page.composer.take_focus()
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Backtab, SHIFT)
    first, second = desk.chips
    assert QApplication.focusWidget() is second
    person.press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is first
    person.press(Qt.Key.Key_End)
    assert QApplication.focusWidget() is second
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_Delete)
    person.settle()
    assert len(desk.chips) == 2
    person.press(Qt.Key.Key_Delete, CTRL)
    desk.until_chips("dam.txt")
    assert QApplication.focusWidget() is second
    actions[-1].run()
    desk.until_chips("dam.txt", "wells.txt")
    desk.chips[1].remove.click()
    desk.until_chips("dam.txt")
    second.setFocus()
    person.press(Qt.Key.Key_Delete, CTRL)
    desk.until_chips()
    person.settle()
    assert QApplication.focusWidget() is person.page.composer.field


def test_a_chip_of_a_kept_chat_is_taken_away_and_brought_back(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    person.send("Hello")
    chat = person.paddock.chats.chats()[0]
    actions = []
    person.application.desk.notices.word_given.connect(lambda word: actions.append(word.action))
    desk.until_chips("wells.txt")
    desk.chips[0].remove.click()
    desk.until_chips()
    person.settle()
    assert person.paddock.chats.attachments(chat.id) == []
    actions[-1].run()
    desk.until_chips("wells.txt")


def test_every_part_of_a_chip_has_a_name(desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    chip = desk.chips[0]
    assert chip.remove.accessibleName() == "Remove “wells.txt” from this chat"
    assert "wells.txt" in chip.toolTip()
    assert "Read whole" in chip.toolTip()
    bar = desk.attached.bar
    assert bar is not None
    assert bar.accessibleName() == "Attached documents"
    assert desk.page.composer.clip.accessibleName() == "Attach documents"


def test_the_paper_clip_offers_collections_and_documents(person: Person, desk: Desk, files: Path) -> None:
    store = person.paddock.library.store
    desk.attach(files / "wells.txt", files / "dam.txt")
    for chip in list(desk.chips):
        chip.remove.click()
    desk.until_chips()
    made = store.create_collection("Reports & more")
    store.put_into(made.id, [one.id for one in store.documents()])
    person.press(Qt.Key.Key_A, CTRL | SHIFT)
    desk.choose("Reports && more")
    desk.until_chips("Reports & more, 2 file(s)")
    person.page.composer.clip.click()
    menu = desk.menu()
    person.until(lambda: action_of(menu, "dam.txt") is not None)
    assert action_of(menu, "Reports && more") is None
    assert action_of(menu, "Choose files…") is not None
    assert action_of(menu, "Choose a folder…") is not None
    desk.choose("dam.txt")
    desk.until_chips("Reports & more", "dam.txt")


def test_show_in_documents_opens_it_there(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "dam.txt")
    desk.chips[0].click()
    desk.choose("Show in Documents")
    assert person.window.pages.current == "documents"
    shown = person.window.pages.currentWidget()
    assert isinstance(shown, DocumentsPage)
    person.until(lambda: shown._stack.currentWidget() is shown.viewer)
    person.settle()


def test_what_is_removed_from_the_library_is_said_on_its_chip(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    store = person.paddock.library.store
    store.remove_documents([one.id for one in store.documents()])
    desk.until_chips("wells.txt, no longer in the library")
    person.settle()


def test_locking_leaves_no_chip_and_no_name(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt")
    person.window.lock()
    assert desk.chips == []
    assert desk.attached.to_be == ()
    person.settle()


def test_what_a_chat_to_be_will_ask_outlives_the_program(
    person: Person, desk: Desk, files: Path, enter: Callable[[], Person]
) -> None:
    desk.attach(files / "wells.txt")
    desk.attach(files / "dam.txt")
    desk.attached.use([desk.attached.items[1]], "whole")
    person.settle()
    again = enter()
    again.open()
    desk = Desk(again)
    desk.until_chips("wells.txt, read whole", "dam.txt, read whole")
    assert [one.used for one in desk.attached.items] == ["auto", "whole"]
    desk.attached.detach(desk.attached.items[0])
    again.settle()
    again.window.lock()
    assert desk.attached.to_be == ()
    last = enter()
    last.open()
    Desk(last).until_chips("dam.txt, read whole")
    last.send("When was the dam raised?")
    chat = last.paddock.chats.chats()[0]
    assert [(one.name, one.used) for one in last.paddock.chats.attachments(chat.id)] == [("dam.txt", "whole")]
    assert last.paddock.chats.attached_to_be() == []


def test_what_a_file_says_is_read_to_the_model_and_is_no_instruction(person: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "dam.txt")
    person.send("When was the dam raised?")
    system = person.engine.asked[0][0]
    assert f'<document name="dam.txt">\n{DAM.strip()}' in system.content


def test_what_is_passed_by_in_a_folder_is_told(person: Person, desk: Desk, files: Path) -> None:
    folder = files / "linked"
    folder.mkdir()
    (folder / "wells.txt").symlink_to(files / "wells.txt")
    (folder / ".hidden.txt").write_text("Nobody sees this.", encoding="utf-8")
    words: list[str] = []
    person.application.desk.notices.word_given.connect(lambda word: words.append(word.text))
    desk.drop(folder)
    person.settle()
    assert words == ["1 link(s) not followed: add the files themselves."]
    (folder / "wells.txt").unlink()
    desk.drop(folder)
    person.settle()
    assert words[1:] == ["There are only hidden files in it: add those yourself that you want read."]
