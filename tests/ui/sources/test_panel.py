"""The sources panel beside a conversation: passages at once, each on its page with its words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.sources.conftest import LIMIT, TOLD, report

if TYPE_CHECKING:
    from paddock.ui.sources.panel import SourcesPanel
    from paddock.ui.transcript.message import MessageWidget
    from tests.ui.conftest import Person
    from tests.ui.sources.conftest import Reader

pytestmark = pytest.mark.slow
ANSWER = f"{LIMIT} {TOLD} The moon is made of green cheese from Holland."
QUESTION = "What is the limit for nitrate, and was the owner told?"


def asked(person: Person, reader: Reader, answer: str = ANSWER) -> SourcesPanel:
    """Read the report, ask about it, and return the panel."""
    reader.chat_about(reader.read("report.pdf", report()))
    person.engine.pieces = [answer]
    person.send(QUESTION)
    return person.page.sources.panel


def reply(person: Person) -> MessageWidget:
    """Return the widget of the last message."""
    view = person.page.transcript
    return view.rows.shown[view.messages[-1].id]


def body_text(person: Person) -> str:
    return reply(person).body.toPlainText().replace("\u2060", "")


def shows_picture(panel: SourcesPanel) -> bool:
    return panel.page.found is not None and panel.page.found.image is not None and panel.page.picture.isVisible()


def test_passages_appear_before_the_answer_and_numbers_with_it(person: Person, reader: Reader) -> None:
    reader.chat_about(reader.read("report.pdf", report()))
    person.engine.pieces = [ANSWER]
    person.engine.go.clear()
    person.type(QUESTION)
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.page.sources.room.panel_shown)
    panel = person.page.sources.panel
    assert panel.isVisible()
    assert panel.rows.rowCount() >= 2
    assert panel.rows.index(0).data() == "report.pdf"
    assert "[1]" in panel.rows.index(1).data()
    assert "page " in panel.rows.index(1).data()
    assert not body_text(person)
    person.engine.go.set()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    cited = {source.number: source for source in panel.consulted.sources} if panel.consulted else {}
    first, second = (mark.source for mark in panel.consulted.marks[:2])  # type: ignore[union-attr]
    assert body_text(person) == (f"{LIMIT}[{first}] {TOLD}[{second}] The moon is made of green cheese from Holland.[?]")
    assert cited[first].page == 1
    assert cited[second].page == 2
    line = reply(person).parts.sources
    assert line is not None
    assert line.accessibleName() == "Searched 1 document(s)"
    assert line.legend.isVisible()


def test_a_number_leads_to_the_very_words_on_the_page(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    reply(person).body.anchorClicked.emit("paddock-source:1")
    person.until(lambda: shows_picture(panel))
    found = panel.page.found
    assert found is not None
    assert found.quote is not None
    assert found.text[found.quote[0] : found.quote[1]] == TOLD
    assert panel.page.title.whole.endswith("report.pdf")
    assert panel.page.place.whole == "page 2 · Report on wells"
    view = panel.page.picture
    person.settle()
    QTest.qWait(0)
    assert view.marks
    assert view.quoted == 1
    assert found.picture is not None
    passage, (quoted,) = found.picture.rectangles
    seen = view.viewport().grab().toImage()
    ratio = seen.devicePixelRatio()

    def colours(rectangle: tuple[float, float, float, float]) -> set[str]:
        box = view.place_on_screen(rectangle)
        return {
            seen.pixelColor(QPoint(round(x * ratio), round(box.center().y() * ratio))).name()
            for x in range(round(box.left()) + 1, round(box.right()) - 1)
            if seen.rect().contains(QPoint(round(x * ratio), round(box.center().y() * ratio)))
        }

    box = view.place_on_screen(quoted)
    assert view.viewport().rect().contains(box.center().toPoint()), "the words are scrolled to"
    under = colours(quoted)
    assert "#ffb337" in under, "what is quoted is marked over its passage"
    assert any(colour < "#60" for colour in under), "its letters are under the mark"
    assert "#ffb337" not in colours(passage[0])
    assert "#ffe58a" in colours(passage[0])


def test_citations_are_gone_through_by_keys_and_buttons(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    person.application.desk.shortcuts.action("next_citation").trigger()
    person.until(lambda: shows_picture(panel))
    assert panel.page.count.text() == "1 of 2"
    assert panel.page.step is not None
    assert panel.page.step.source.page == 1
    panel.page.next.click()
    person.until(lambda: shows_picture(panel))
    assert (panel.page.count.text(), panel.page.step.source.page) == ("2 of 2", 2)
    person.application.desk.shortcuts.action("previous_citation").trigger()
    person.application.desk.shortcuts.action("previous_citation").trigger()
    person.until(lambda: shows_picture(panel))
    assert panel.page.count.text() == "2 of 2"
    panel.page.take_focus()
    QTest.keyClick(panel.page.picture, Qt.Key.Key_Escape)
    person.until(lambda: not panel.shows_page)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    person.until(lambda: panel.shows_page)


def test_the_panel_is_closed_and_comes_back_with_its_key(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    panel.close_button.click()
    assert not panel.isVisible()
    assert not person.application.desk.preferences.window.sources_shown
    person.send(QUESTION)
    assert not panel.isVisible(), "it stays away until it is asked for"
    person.application.desk.shortcuts.action("sources").trigger()
    assert panel.isVisible()
    assert person.application.desk.preferences.window.sources_shown
    assert panel.list.hasFocus()


def test_on_a_narrow_window_it_takes_turns_with_the_conversation(person: Person, reader: Reader) -> None:
    person.window.resize(560, 600)
    person.settle()
    panel = asked(person, reader)
    assert not panel.isVisible()
    reply(person).parts.sources.passages.click()  # type: ignore[union-attr]
    assert panel.isVisible()
    assert not person.page.composer.isVisible()
    panel.return_button.click()
    assert person.page.composer.isVisible()
    assert not panel.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_1])
def test_on_a_narrow_window_a_key_leads_back_to_the_conversation(person: Person, reader: Reader, key: Qt.Key) -> None:
    """What was typed after it went into a field that nobody saw."""
    person.window.resize(560, 600)
    person.settle()
    panel = asked(person, reader)
    reply(person).parts.sources.passages.click()  # type: ignore[union-attr]
    assert panel.isVisible()
    QTest.keyClick(person.window, key, Qt.KeyboardModifier.ControlModifier)
    assert not panel.isVisible()
    assert person.page.composer.isVisible()


def test_a_removed_document_says_so_and_its_passage_is_still_there(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    library = person.paddock.library
    library.store.remove_documents([library.documents()[0].id])
    panel.show_mark(0)
    person.until(lambda: panel.page.found is not None)
    assert panel.page.note.text() == ("This document is no longer in the library. This is the passage as it was read.")
    assert LIMIT in panel.page.text.toPlainText()
    assert not panel.page.outside.isEnabled()


def test_a_file_that_is_gone_leaves_its_text(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    next(iter(reader._folder.iterdir())).unlink()
    panel.show_mark(0)
    person.until(lambda: panel.page.found is not None)
    assert panel.page.text.isVisible()
    assert panel.page.note.text().endswith("This is the text that was read.")
    assert LIMIT in panel.page.text.toPlainText()
    panel.page.outside.click()
    person.settle()
    assert person.window._banner.isVisible()
    assert "report.pdf" in person.window._banner.what


def test_text_stands_in_for_a_page_that_has_no_picture(person: Person, reader: Reader) -> None:
    reader.chat_about(reader.read("notes.txt", f"Some words before. {LIMIT} And some after it.".encode()))
    person.engine.pieces = [LIMIT]
    person.send("What is the limit for nitrate?")
    panel = person.page.sources.panel
    panel.show_mark(0)
    person.until(lambda: panel.page.found is not None)
    assert panel.page.text.isVisible()
    assert not panel.page.as_text.isVisible()
    marked = [one.cursor.selectedText() for one in panel.page.text.extraSelections()]
    assert marked[-1] == LIMIT


def test_what_is_copied_keeps_its_citations(person: Person, reader: Reader) -> None:
    asked(person, reader)
    person.page.doings.copy_last()
    copied = QGuiApplication.clipboard().text()
    assert "The moon is made of green cheese from Holland.[?]" in copied
    assert f"report.pdf, page 2 “{TOLD}”" in copied


def test_another_version_and_a_chat_opened_again_have_their_own_numbers(person: Person, reader: Reader) -> None:
    asked(person, reader)
    chat_id = person.page.chat_id
    assert chat_id is not None
    person.engine.pieces = [TOLD]
    person.page.regenerate_last()
    person.until(lambda: not person.page.asking.answering)
    person.settle()
    number = body_text(person).removeprefix(TOLD)
    assert number in {"[1]", "[2]"}
    person.page.doings.change_version(person.page.messages[-1].id, -1)
    person.until(lambda: body_text(person).endswith("Holland.[?]"))
    person.page.open_chat(None)
    person.until(lambda: not person.page.sources.room.panel_shown)
    person.page.open_chat(chat_id)
    person.until(lambda: person.page.sources.room.panel_shown)
    assert body_text(person).endswith("Holland.[?]")


def test_nothing_found_is_said_and_no_model_is_asked(person: Person, reader: Reader) -> None:
    reader.chat_about(reader.read("report.pdf", report()))
    person.send("Which kangaroo won the chess tournament yesterday?")
    assert not person.engine.asked
    assert body_text(person) == "Nothing in the attached documents speaks of this."
    line = reply(person).parts.sources
    assert line is not None
    assert line.accessibleName() == "Searched 1 document(s): nothing in them speaks of this"
    assert not person.page.sources.room.panel_shown, "what is not to the point does not push itself forward"
    line.passages.click()
    assert person.page.sources.panel.list.isVisible()


def test_what_was_not_consulted_is_listed_with_why(person: Person, reader: Reader) -> None:
    empty = reader.read("empty.txt", b"\n")
    reader.chat_about(reader.read("report.pdf", report()), empty)
    person.engine.pieces = [ANSWER]
    person.send(QUESTION)
    line = reply(person).parts.sources
    assert line is not None
    assert line.left_out.text() == "1 not consulted"
    line.left_out.click()
    assert line.names.isVisible()
    assert line.names.text().startswith("empty.txt: ")


def test_locking_leaves_nothing_in_the_panel(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    panel.show_mark(0)
    person.until(lambda: shows_picture(panel))
    person.window.lock()
    assert panel.consulted is None
    assert panel.page.found is None
    assert panel.rows.rowCount() == 0
    assert not panel.page.picture.shown


def test_an_imported_chat_leads_to_no_document_of_this_library(person: Person, reader: Reader) -> None:
    from paddock.chat.export import from_json, to_json

    asked(person, reader)
    store = person.paddock.chats
    (again,) = from_json(store, to_json(store, 5.0, [person.page.chat_id or 0]))
    person.page.open_chat(again.id)
    person.until(lambda: person.page.chat_id == again.id and person.page.sources.room.panel_shown)
    panel = person.page.sources.panel
    assert panel.consulted is not None
    assert {one.document_id for one in panel.consulted.sources} == {0}
    assert msgspec.structs.astuple(panel.consulted.sources[0])
    panel.show_mark(0)
    person.until(lambda: panel.page.found is not None)
    assert panel.page.note.isVisible()


def test_a_passage_is_shown_in_the_documents_too(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    panel.show_mark(1)
    person.until(lambda: shows_picture(panel))
    panel.page.in_documents.click()
    assert person.window.pages.current == "documents"
    viewer = person.window.documents.show().viewer
    person.until(lambda: viewer.page == 2 and viewer.picture.shown)


def test_the_page_is_made_larger_and_its_text_is_shown(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    panel.show_mark(0)
    person.until(lambda: shows_picture(panel))
    before = panel.page.picture.zoom
    panel.page.larger.click()
    assert panel.page.picture.zoom > before
    person.until(lambda: panel.page.found is not None and panel.page.found.picture is not None
                 and panel.page.found.picture.width == panel.page.picture.pixels)  # fmt: skip
    panel.page.as_text.click()
    person.until(panel.page.text.isVisible)
    assert LIMIT in panel.page.text.toPlainText()
    panel.page.as_text.click()
    person.until(lambda: shows_picture(panel))


def test_the_width_is_remembered(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    room = person.page.sources.room
    room.setSizes([room.width() - 310, 310])
    room.splitterMoved.emit(room.width() - 310, 1)
    person.until(lambda: person.application.desk.preferences.window.sources_width == panel.width())
    person.application.desk.shortcuts.action("sources").trigger()
    person.application.desk.shortcuts.action("sources").trigger()
    assert panel.width() == 310


def test_whoever_goes_through_many_gets_the_last_one(person: Person, reader: Reader) -> None:
    panel = asked(person, reader)
    for _ in range(7):
        panel.step(1)
    person.until(lambda: shows_picture(panel))
    person.settle()
    assert panel.page.count.text() == "1 of 2"
    assert panel.page.found is not None
    assert panel.page.found.quote is not None
    assert panel.page.found.text[slice(*panel.page.found.quote)] == LIMIT


def test_a_panel_that_was_closed_is_closed_after_unlocking(person: Person, reader: Reader) -> None:
    asked(person, reader)
    person.page.sources.room.show_panel(shown=False)
    person.window.lock()
    person.until(lambda: not person.paddock.unlocked)
    person.settle()
    assert person.window.door.page is not None
    person.window.door.page._reopen.click()
    person.until(lambda: person.page.ready and person.page.messages)
    person.settle()
    assert not person.page.sources.room.panel_shown
    person.application.desk.shortcuts.action("sources").trigger()
    assert person.page.sources.room.panel_shown


def test_a_documents_long_name_is_cut_with_an_ellipsis(person: Person, reader: Reader) -> None:
    asked(person, reader)
    line = reply(person).parts.sources
    assert line is not None
    line._said.ensurePolished()
    whole = line._said.text()
    narrow = line._said.fontMetrics().horizontalAdvance(whole) // 2
    line.height_for(narrow)
    assert "…" in line._said.text()
    assert line._said.sizeHint().width() <= narrow
    line.height_for(narrow * 4)
    assert line._said.text() == whole
