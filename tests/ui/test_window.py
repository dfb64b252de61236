"""The window as a person uses it: write, stop, come back, undo, lock."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paddock.errors import ContextOverflow, EngineDied, OutOfMemory
from paddock.models.fit import default_context
from paddock.ui.transcript.message import MessageWidget
from paddock.ui.widgets.buttons import _Push
from tests.ui.scripted import ScriptedPaddock
from tests.vault.doubles import DictKeyring

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.home import Home
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def buttons(person: Person) -> dict[str, _Push]:
    """Return the banner's buttons by their words."""
    return {button.text(): button for button in person.page.banner.findChildren(_Push) if button.isVisible()}


# ---------------------------------------------------------------- writing and answers


def test_words_are_sent_answered_and_kept(person: Person) -> None:
    person.send("Good morning")
    assert [(message.role, message.text) for message in person.page.messages] == [
        ("user", "Good morning"),
        ("assistant", "Hello there."),
    ]
    assert person.page.composer.text == ""
    chats = person.paddock.chats.chats()
    assert [message.text for message in person.paddock.chats.branch(chats[0].id)] == ["Good morning", "Hello there."]
    person.until(lambda: person.window.sidebar.rows.find("chat", chats[0].id).isValid())
    person.until(lambda: person.page.header.title.whole == "Good morning")


def test_after_a_click_on_send_one_writes_on(person: Person) -> None:
    """The button is off once the answer is whole; what is typed then went to what came after it."""
    person.type("Good morning")
    button = person.page.composer.button
    button.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    person.until(lambda: person.page.messages and not person.page.asking.answering)
    person.settle()
    assert QApplication.focusWidget() is person.page.composer.field


def test_shift_enter_breaks_the_line_and_sends_nothing(person: Person) -> None:
    person.type("one")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return, SHIFT)
    person.type("two")
    assert person.page.composer.text == "one\ntwo"
    assert not person.engine.asked


def test_enter_on_an_empty_field_sends_nothing(person: Person) -> None:
    person.type("   ")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.settle()
    assert not person.page.asking.answering
    assert person.page.composer.text == "   "


@pytest.mark.parametrize("way", ["escape", "button"])
def test_an_answer_is_stopped_and_what_is_written_stays(person: Person, way: str) -> None:
    person.engine.end.clear()
    person.type("Tell me all")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    answer = person.page.asking.answer
    assert answer is not None
    person.until(lambda: answer.text == "Hello")
    assert person.page.composer.button.accessibleName() == "Stop"
    if way == "escape":
        QTest.keyClick(person.page.composer.field, Qt.Key.Key_Escape)
    else:
        person.page.composer.button.click()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    reply = person.page.messages[-1]
    assert (reply.state, reply.text) == ("stopped", "Hello")
    assert person.page.composer.button.accessibleName() == "Send"


def test_what_is_typed_while_an_answer_comes_is_not_sent_and_not_lost(person: Person) -> None:
    person.engine.end.clear()
    person.type("First")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.asking.answer is not None and person.page.asking.answer.text)
    person.type("Second")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    assert person.page.composer.text == "Second"
    person.engine.end.set()
    person.until(lambda: not person.page.asking.answering)
    assert person.page.composer.text == "Second"
    assert len(person.engine.asked) == 1


def test_answering_again_makes_a_version_and_one_can_go_back(person: Person) -> None:
    person.send("Question")
    person.engine.pieces = ["Another", " one."]
    person.press(Qt.Key.Key_R, CTRL)
    person.until(lambda: person.page.messages[-1].text == "Another one.")
    person.settle()
    assert (person.page.messages[-1].version, person.page.messages[-1].versions) == (2, 2)
    person.page.transcript.version_requested.emit(person.page.messages[-1].id, -1)
    person.until(lambda: person.page.messages[-1].text == "Hello there.")


def test_an_edited_question_is_answered_beside_the_old_one(person: Person) -> None:
    person.send("Old words")
    person.page.transcript.edit_requested.emit(person.page.messages[0].id, "New words")
    person.until(lambda: not person.page.asking.answering and person.page.messages[0].text == "New words")
    person.settle()
    assert person.page.messages[0].versions == 2
    assert [turn.content for turn in person.engine.asked[-1]] == ["New words"]


def test_a_branch_becomes_a_chat_of_its_own(person: Person) -> None:
    person.send("Question")
    first = person.page.chat_id
    person.page.transcript.branch_requested.emit(person.page.messages[-1].id)
    person.until(lambda: person.page.chat_id != first)
    assert [message.text for message in person.page.messages] == ["Question", "Hello there."]


def test_the_last_answer_is_copied(person: Person) -> None:
    person.send("Question")
    person.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == "Hello there."


def test_an_answer_goes_on_while_another_chat_is_looked_at(person: Person) -> None:
    person.engine.end.clear()
    person.type("Long one")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.asking.answer is not None and person.page.asking.answer.text == "Hello")
    chat_id = person.page.chat_id
    person.press(Qt.Key.Key_N, CTRL)
    person.until(lambda: person.page.chat_id is None)
    assert person.page.composer.button.accessibleName() == "Send"
    person.type("Impatient")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    assert set(buttons(person)) == {"Stop that one", "Go there"}
    assert person.page.composer.text == "Impatient"
    buttons(person)["Go there"].click()
    person.until(lambda: person.page.chat_id == chat_id)
    assert person.page.asking.answering_here
    assert person.page.messages[-1].text == "Hello"
    person.engine.end.set()
    person.until(lambda: person.page.messages[-1].text == "Hello there.")


# ---------------------------------------------------------------- what goes wrong


def test_overflow_offers_numbers_and_ways_and_keeps_the_words(person: Person) -> None:
    person.engine.context_tokens = 512
    person.send("word " * 300)
    person.send("word " * 300)
    assert "This needs" in person.page.banner.accessibleName()
    assert person.page.composer.text.count("word") == 300
    assert len(person.page.messages) == 2
    offers = buttons(person)
    assert any(words.startswith("Leave out the 2 oldest") for words in offers)
    larger = next(button for words, button in offers.items() if "more memory" in words)
    larger.click()
    person.until(lambda: len(person.page.messages) == 4 and not person.page.asking.answering)
    assert person.engine.options[-1].context_tokens == 1024
    assert person.page.composer.text == ""


def test_a_message_that_fits_no_context_leads_to_another_model(person: Person) -> None:
    """Neither leaving out nor a larger context would help, so neither is offered."""
    person.page.composer.put_text("word " * 3_000)
    person.send("")
    assert list(buttons(person)) == ["Choose another model"]
    assert "Shorten the message" in person.page.banner._why.text()
    assert person.page.composer.text.count("word") == 3_000


def test_oldest_messages_are_left_out_when_asked(person: Person) -> None:
    person.engine.context_tokens = 512
    person.send("word " * 300)
    person.send("word " * 300)
    next(button for words, button in buttons(person).items() if words.startswith("Leave out")).click()
    person.until(lambda: len(person.page.messages) == 4 and not person.page.asking.answering)
    assert person.page.messages[-1].left_out_turns == 2


def test_without_a_model_no_chat_is_made_and_the_words_stay(person: Person) -> None:
    models = person.paddock.home.models
    shutil.copy(models / "tiny.gguf", models / "second.gguf")
    person.window.shelf.refresh()
    person.settle()
    (models / "tiny.gguf").unlink()  # by another program: the one that answered is gone
    person.window.shelf.refresh()
    person.settle()
    person.type("Anybody?")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    assert set(buttons(person)) == {"Choose a model", "Import a file…"}
    assert person.page.composer.text == "Anybody?"
    person.settle()
    assert person.paddock.chats.chats() == []
    buttons(person)["Choose a model"].click()
    picker = person.page.choice.picker
    assert picker is not None
    picker.chosen.emit("second")
    picker.hide()
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.messages and person.page.messages[-1].text == "Hello there.")
    person.settle()
    assert person.paddock.chats.chats()[0].model == "second"


def test_without_any_model_the_ways_to_one_are_offered(person: Person) -> None:
    for file in person.paddock.home.models.iterdir():
        file.unlink()
    person.window.shelf.refresh()
    person.settle()
    person.window.pages.show_page("chat")
    person.type("Anybody?")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    assert set(buttons(person)) == {"Import a file…", "Get the starter model"}
    assert person.page.composer.text == "Anybody?"
    buttons(person)["Get the starter model"].click()
    assert person.window.pages.current == "first_run"
    person.settle()


def test_a_dead_engine_is_told_and_asked_again(person: Person) -> None:
    person.engine.error = EngineDied("The engine ended.", "Signal 9.", "Try again.")
    person.send("Question")
    failed = person.page.messages[-1]
    assert failed.state == "failed"
    assert not person.page.banner.isVisible(), "told once: under the message"
    (notice,) = person.page.transcript.rows.shown[failed.id].parts.notices
    assert notice._label.text() == "The engine ended. Signal 9. Try again."
    person.engine.error = None
    assert notice.button is not None
    notice.button.setFocus()
    QTest.keyClick(notice.button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is person.page.composer.field, "not lost with the button"
    person.until(lambda: person.page.messages[-1].text == "Hello there.")
    assert not person.page.banner.isVisible()
    person.settle()


def test_while_the_engine_waits_to_start_again_it_is_told_how_long(person: Person) -> None:
    person.engine.go.clear()
    person.engine.waits_s = 3.2
    person.type("Question")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)

    def told() -> str:
        rows = person.page.transcript.rows
        return rows.shown[rows.messages[-1].id].parts.doing.words.text()

    person.until(lambda: told() == "Restarting the engine, next try in 4 s")
    person.engine.waits_s = 0.0
    person.until(lambda: told() == "Thinking…")
    person.engine.go.set()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert person.page.messages[-1].text == "Hello there."


def test_who_asks_again_while_an_answer_is_written_is_told_so(person: Person) -> None:
    person.engine.end.clear()
    person.type("Question")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.asking.answering_here)
    person.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert person.window._toast.accessibleName() == "An answer is still being written. Stop it first."
    person.engine.end.set()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    assert len(person.engine.asked) == 1


def test_out_of_memory_offers_a_smaller_context(person: Person) -> None:
    person.send("Question")
    person.engine.error = OutOfMemory("Not enough memory.", "", "Use a smaller context.")
    person.send("More")
    failed = person.page.messages[-1]
    (notice,) = person.page.transcript.rows.shown[failed.id].parts.notices
    assert notice._label.text() == "Not enough memory. Use a smaller context."
    assert "Not enough memory" not in person.page.banner.accessibleName(), "told once: under the message"
    smaller = next(button for words, button in buttons(person).items() if "smaller context" in words)
    person.engine.error = None
    smaller.click()
    person.until(lambda: not person.page.asking.answering and person.page.messages[-1].state == "complete")
    assert person.engine.options[-1].context_tokens == 1024


def test_a_smaller_context_is_offered_also_where_the_model_was_never_loaded(person: Person) -> None:
    chosen = person.page.choice.model()
    assert chosen is not None
    assert chosen.model.header is not None
    person.engine.error = OutOfMemory("Not enough memory.", "", "Use a smaller context.")
    person.send("Question")
    smaller = next(button for words, button in buttons(person).items() if "smaller context" in words)
    person.engine.error = None
    smaller.click()
    person.until(lambda: not person.page.asking.answering and person.page.messages[-1].state == "complete")
    assert person.engine.options[-1].context_tokens == default_context(chosen.model.header) // 2


def test_a_bug_is_called_one_and_shows_no_content(person: Person) -> None:
    from paddock.ui.bug_dialog import BugDialog, details_of

    person.engine.error = RuntimeError("secret words of a chat")
    person.send("Question")
    dialog = person.window.findChild(BugDialog)
    assert dialog is not None
    assert isinstance(person.bugs.pop(), RuntimeError)
    assert "RuntimeError" in dialog._details
    assert "secret" not in dialog._details
    assert "/home" not in details_of(RuntimeError("x"))
    dialog.accept()


# ---------------------------------------------------------------- coming back


def test_everything_is_there_after_a_restart(enter: Callable[[], Person], person: Person) -> None:
    person.send("Remember me")
    person.type("half a thou")
    chat_id = person.page.chat_id
    person.window.resize(900, 640)
    again = enter()
    again.open()
    assert again.page.chat_id == chat_id
    assert [message.text for message in again.page.messages] == ["Remember me", "Hello there."]
    assert again.page.composer.text == "half a thou"
    assert (again.window.width(), again.window.height()) == (900, 640)


def test_drafts_belong_to_their_chats(person: Person) -> None:
    person.send("First chat")
    first = person.page.chat_id
    person.type("draft one")
    person.press(Qt.Key.Key_N, CTRL)
    person.until(lambda: person.page.chat_id is None)
    assert person.page.composer.text == ""
    person.type("draft of none yet")
    assert first is not None
    person.window.open_chat(first)
    person.until(lambda: person.page.chat_id == first)
    assert person.page.composer.text == "draft one"
    person.press(Qt.Key.Key_N, CTRL)
    person.until(lambda: person.page.chat_id is None)
    assert person.page.composer.text == "draft of none yet"


def test_a_draft_is_kept_while_one_still_types(person: Person) -> None:
    person.type("unsaved?")
    person.until(lambda: person.paddock.chats.draft(None) == "unsaved?")


def test_words_typed_before_the_vault_is_open_are_kept(enter: Callable[[], Person], person: Person) -> None:
    person.type("left over")
    again = enter()
    again.application.open()
    again.type("typed early")
    assert not again.page.ready
    again.until(lambda: again.page.ready)
    assert again.page.composer.text == "left over\ntyped early"


def test_words_sent_before_the_vault_is_open_go_out_then(enter: Callable[[], Person], person: Person) -> None:
    again = enter()
    again.application.open()
    again.type("early bird")
    QTest.keyClick(again.page.composer.field, Qt.Key.Key_Return)
    assert not again.page.ready
    again.until(lambda: again.page.messages and again.page.messages[-1].text == "Hello there.")
    assert again.page.messages[0].text == "early bird"


def test_words_on_their_way_are_a_draft_until_they_are_a_message(person: Person) -> None:
    person.engine.error = ContextOverflow(10, 5, None)
    person.send("do not lose me")
    assert person.page.composer.text == "do not lose me"
    assert person.page.chat_id is not None
    assert person.paddock.chats.draft(person.page.chat_id) == "do not lose me"


# ---------------------------------------------------------------- deleting and finding


def test_a_deleted_chat_comes_back_by_undo(person: Person) -> None:
    person.send("Keep me")
    chat = person.page.chat
    assert chat is not None
    person.window.actions_on_chats.trash(chat)
    person.until(lambda: person.page.chat_id is None and not person.paddock.chats.chats())
    person.window._toast._button.click()
    person.until(lambda: person.page.chat_id == chat.id)
    assert [one.id for one in person.paddock.chats.chats()] == [chat.id]


def test_a_deleted_message_comes_back_by_undo(person: Person) -> None:
    person.send("One")
    person.send("Two")
    person.page.transcript.delete_requested.emit(person.page.messages[2].id)
    person.until(lambda: len(person.page.messages) == 2)
    person.window._toast._button.click()
    person.until(lambda: [message.text for message in person.page.messages[::2]] == ["One", "Two"])


def test_where_a_message_was_deleted_the_focus_stays_in_the_conversation(person: Person) -> None:
    person.send("One")
    person.send("Two")
    person.page.transcript.focus_message(person.page.messages[2].id)
    person.page.transcript.delete_requested.emit(person.page.messages[2].id)
    person.until(lambda: len(person.page.messages) == 2)
    focused = QApplication.focusWidget()
    assert isinstance(focused, MessageWidget)
    assert focused.message is not None
    assert focused.message.id == person.page.messages[1].id


def test_the_strip_calls_the_model_as_it_is_called_elsewhere(person: Person) -> None:
    """A file's own name for itself may be one that nobody would recognise."""
    person.send("Hello")
    strip, header = person.window.strip, person.window.shelf.models[0].model.header
    assert header is not None
    own_name = header.text("general.name")
    assert own_name not in {"", person.window.shelf.models[0].name}
    assert strip._installed_as(own_name) == person.window.shelf.models[0].name
    assert strip._installed_as("A stranger") == "A stranger"


def test_a_card_with_too_little_room_is_told_and_stays_to_be_read(person: Person) -> None:
    note = "The graphics card holds 24 of 33 layers; it has no room for more."
    person.engine.card = (24, note, True)
    person.send("Hello")
    split = person.window.strip._split
    assert split.text() == "GPU 24 of 33 layers"
    assert (split.toolTip(), split.accessibleDescription()) == (note, note)
    assert split.accessibleName() == "Processor: GPU 24 of 33 layers"
    assert person.window._toast.accessibleName() == note


def test_a_card_that_is_used_as_wanted_is_not_worth_a_word(person: Person) -> None:
    person.engine.card = (33, "33 of 33 layers are on the graphics card.", False)
    person.send("Hello")
    assert person.window.strip._split.text() == "GPU 33 of 33 layers"
    assert "graphics card" not in person.window._toast.accessibleName()


def test_search_finds_words_in_messages_and_opens_there(person: Person) -> None:
    person.send("The heron stands in the water")
    person.press(Qt.Key.Key_N, CTRL)
    person.until(lambda: person.page.chat_id is None)
    person.press(Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is person.window.sidebar.search
    QTest.keyClicks(person.window.sidebar.search, "heron")
    person.until(person.window.sidebar.hits.rowCount)
    person.press(Qt.Key.Key_Down)
    assert person.window.sidebar.hit_view.selectionModel().selectedIndexes(), "Enter opens what is seen to be chosen"
    person.press(Qt.Key.Key_Return)
    person.until(lambda: person.page.messages and "heron" in person.page.messages[0].text)


def test_a_chat_that_is_named_by_what_was_found_is_told_once(person: Person) -> None:
    person.send("The heron stands in the water")
    side = person.window.sidebar
    spoken = Qt.ItemDataRole.AccessibleTextRole

    def said() -> list[str]:
        return [side.hits.data(side.hits.index(row), spoken) for row in range(side.hits.rowCount())]

    QTest.keyClicks(side.search, "heron")
    person.until(side.hits.rowCount)
    assert said() == ["The heron stands in the water"]
    chat_id = person.page.chat_id
    assert chat_id is not None
    person.window.actions_on_chats.rename(chat_id, "Birds: the heron")
    person.settle()
    side.search.clear()
    QTest.keyClicks(side.search, "heron")
    person.until(lambda: side.hits.rowCount() == 2)
    assert said() == ["Birds: the heron", "Birds: the heron: The heron stands in the water"]
    once, twice = (side.hit_view.sizeHintForIndex(side.hits.index(row)).height() for row in range(2))
    assert once < twice


def test_chats_are_renamed_pinned_and_moved(person: Person) -> None:
    person.send("Name me")
    chat_id = person.page.chat_id
    assert chat_id is not None
    rows, actions = person.window.sidebar.rows, person.window.actions_on_chats
    person.until(lambda: rows.find("chat", chat_id).isValid())
    rows.setData(rows.find("chat", chat_id), "A better name")
    person.until(lambda: person.page.header.title.whole == "A better name")
    actions.move_to_new_folder(chat_id, "Case files")
    person.until(lambda: rows.folders and rows.row(rows.find("chat", chat_id)).inside)  # type: ignore[union-attr]
    rows.toggle_folder(rows.folders[0].id)
    assert not rows.find("chat", chat_id).isValid()
    actions.pin(chat_id, pinned=True)
    person.until(lambda: rows.find("chat", chat_id).isValid())
    person.settle()


# ---------------------------------------------------------------- locking


def test_lock_wipes_the_view_and_unlock_brings_it_back(person: Person) -> None:
    person.send("Confidential")
    person.type("a draft")
    person.press(Qt.Key.Key_X, CTRL | SHIFT)
    assert person.page.messages == []
    assert person.page.composer.text == ""
    assert not person.page.composer.field.document().isUndoAvailable()
    assert person.window.sidebar.rows.rowCount() == 0
    person.until(lambda: not person.paddock.unlocked)
    person.settle()
    assert person.engine.closed
    unlock = person.window.door.page
    assert unlock is not None
    unlock._reopen.click()
    person.until(lambda: person.page.ready and person.page.messages)
    assert person.page.messages[0].text == "Confidential"
    assert person.page.composer.text == "a draft"


def test_locked_on_another_page_the_conversation_is_what_comes_back(person: Person) -> None:
    person.send("Hello")
    person.window.pages.show_page("settings")
    person.settle()
    person.window.lock()
    person.until(lambda: not person.paddock.unlocked)
    person.settle()
    assert person.window.door.page is not None
    person.window.door.page._reopen.click()
    person.until(lambda: person.page.ready and person.page.messages)
    assert person.window.pages.current == "chat"
    assert not any(button.property("shown") for button in person.window.sidebar._places.values())


def test_lock_in_the_middle_of_an_answer_keeps_what_is_written(person: Person) -> None:
    person.engine.end.clear()
    person.type("Question")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.asking.answer is not None and person.page.asking.answer.text == "Hello")
    chat_id = person.page.chat_id
    assert chat_id is not None
    person.press(Qt.Key.Key_X, CTRL | SHIFT)
    person.until(lambda: not person.paddock.unlocked)
    person.settle()
    assert person.window.door.page is not None
    person.window.door.page._reopen.click()
    person.until(lambda: person.page.ready and person.page.messages)
    assert (person.page.messages[-1].state, person.page.messages[-1].text) == ("stopped", "Hello")


def test_locked_means_no_way_to_the_chats(person: Person) -> None:
    person.press(Qt.Key.Key_X, CTRL | SHIFT)
    person.until(lambda: not person.paddock.unlocked)
    keys = person.application.desk.shortcuts
    assert not keys.action("new_chat").isEnabled()
    assert keys.action("zoom_in").isEnabled()


def test_minutes_without_a_touch_lock(person: Person) -> None:
    person.application.desk.preferences.change(lock_after_minutes=1)
    timer = person.application._idle._timer
    assert timer.isActive()
    assert timer.interval() == 60_000
    timer.setInterval(1)
    timer.start()
    person.until(lambda: not person.paddock.unlocked)


def test_first_set_up_with_a_passphrase_then_wrong_then_right(enter: Callable[[], Person]) -> None:
    person = enter()
    person.application.open()
    person.until(lambda: person.window.door.page is not None)
    page = person.window.door.page
    assert page is not None
    QTest.keyClicks(page._new.first, "four words of mine")
    assert not page._use_passphrase.isEnabled()
    QTest.keyClicks(page._new.second, "four words of mine")
    QTest.keyClick(page._new.second, Qt.Key.Key_Return)
    person.until(lambda: person.page.ready)
    person.send("Hello")
    again = enter()
    again.application.open()
    again.until(lambda: again.window.door.page is not None)
    page = again.window.door.page
    assert page is not None
    QTest.keyClicks(page.field, "wrong")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    again.until(page.banner.isVisible)
    assert not again.paddock.unlocked
    page.field.clear()
    QTest.keyClicks(page.field, "four words of mine")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    again.until(lambda: again.page.ready and again.page.messages)
    assert page.field.text() == ""


def test_a_lost_key_offers_an_empty_store_and_puts_the_old_one_aside(
    enter: Callable[[], Person], person: Person
) -> None:
    person.send("Hello")
    person.close()
    keyring = person.paddock.custody._keyring
    assert keyring is not None
    keyring.items.clear()  # type: ignore[attr-defined]
    again = enter()
    again.application.open()
    again.until(lambda: again.window.door.page is not None and again.window.door.page.banner.isVisible())
    page = again.window.door.page
    assert page is not None
    assert not page._restore.isVisible()
    page._anew.click()
    again.until(page._use_keyring.isVisible)
    page._use_keyring.click()
    again.until(lambda: again.page.ready)
    assert again.paddock.chats.chats() == []
    again.settle()


def _damage(home: Home) -> None:
    """Overwrite the middle of the store, as a failing disk might."""
    store = home.vault / "paddock.db"
    size = store.stat().st_size
    with store.open("r+b") as file:
        file.seek(size // 4)
        file.write(b"\xa5" * (size // 2))


@pytest.mark.parametrize("how", ["typed", "from a file"])
def test_a_damaged_store_is_restored_from_its_backup_by_one_button(
    enter: Callable[[], Person], home: Home, how: str
) -> None:
    words = "four words of mine"
    first = ScriptedPaddock(home, DictKeyring())
    first.set_up(words)
    first.chats.create_chat("Kept")
    first.vault.backup_if_due()
    first.close()
    _damage(home)
    person = enter()
    person.application.open(words if how == "from a file" else None)
    person.until(lambda: person.window.door.page is not None)
    page = person.window.door.page
    assert page is not None
    if how == "typed":
        QTest.keyClicks(page.field, words)
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    person.until(page._restore.isVisible)
    page._restore.click()
    person.until(lambda: person.page.ready)
    assert [chat.title for chat in person.paddock.chats.chats()] == ["Kept"]
    assert any(path.is_file() for path in (home.vault / "aside").rglob("*"))
    person.settle()
