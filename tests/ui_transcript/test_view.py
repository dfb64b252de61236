"""The conversation view: long chats, growing answers, and everything a person does there."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from paddock.chat.sources import Consulted
from paddock.ui.icons import Icons
from paddock.ui.transcript.announcing import Announcer
from paddock.ui.transcript.editor import MessageEditor
from paddock.ui.transcript.message import MessageWidget
from paddock.ui.transcript.view import TranscriptView
from tests.ui_transcript.conftest import HEIGHT, WIDTH
from tests.ui_transcript.samples import ANSWER, conversation, message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from paddock.ui.theme import Theme

pytestmark = pytest.mark.slow


def widgets(view: TranscriptView) -> list[MessageWidget]:
    """Return the message widgets in sight, from the top."""
    shown = [each for each in view.viewport().findChildren(MessageWidget) if each.isVisible() and each.message]
    return sorted(shown, key=lambda each: each.y())


def widget_of(view: TranscriptView, message_id: int) -> MessageWidget:
    return next(each for each in widgets(view) if each.message and each.message.id == message_id)


def settle(qtbot: QtBot, view: TranscriptView) -> None:
    qtbot.waitUntil(lambda: not any(each.busy for each in widgets(view)))


def button(inside: QWidget, name: str) -> QPushButton | QToolButton:
    found = [each for each in inside.findChildren(QToolButton) + inside.findChildren(QPushButton) if each.isVisible()]
    return next(each for each in found if name in {each.accessibleName(), each.text()})


def bottom_of_last(view: TranscriptView) -> int:
    last = widgets(view)[-1]
    return last.y() + last.height()


def hover(widget: QWidget) -> None:
    here = QPointF(5, 5)
    QApplication.sendEvent(widget, QEnterEvent(here, here, here))


# ---------------------------------------------------------------- long chats


def test_five_thousand_messages_open_at_once_with_only_those_in_sight_laid_out(view: TranscriptView) -> None:
    messages = conversation(5_000)
    view.set_messages(conversation(2))  # what is imported with the first message is not measured here
    began = time.thread_time()  # what else the computer does is no matter here
    view.set_messages([replace(each, chat_id=2) for each in messages])
    view.grab()
    assert time.thread_time() - began < 0.3
    assert len(view.viewport().findChildren(MessageWidget)) < 30
    shown = widgets(view)[-1].message
    assert shown is not None
    assert shown.id == 5_000
    assert view.at_end


def test_scrolling_from_end_to_start_never_tears_the_text(view: TranscriptView) -> None:
    view.set_messages(conversation(120))
    bar = view.verticalScrollBar()
    while bar.value() > 0:
        before = {each.message.id: each.y() for each in widgets(view) if each.message}
        was = bar.value()
        bar.setValue(was - 160)
        for each in widgets(view):
            if each.message and each.message.id in before:
                assert each.y() - before[each.message.id] == 160 or bar.value() == 0
        edges = [(each.y(), each.y() + each.height()) for each in widgets(view)]
        assert all(one[1] == other[0] for one, other in itertools.pairwise(edges))
    first = widgets(view)[0].message
    assert first is not None
    assert first.id == 1
    assert widgets(view)[0].y() == pytest.approx(20, abs=1)
    assert len(view.viewport().findChildren(MessageWidget)) < 30


def test_dragging_the_bar_reaches_both_ends(view: TranscriptView) -> None:
    view.set_messages(conversation(400))
    bar = view.verticalScrollBar()
    for part in (0.5, 0.1, 0.9, 0.0):
        bar.setValue(round(bar.maximum() * part))
        assert widgets(view)[0].y() <= 20
        assert bottom_of_last(view) >= view.viewport().height()
    bar.setValue(bar.maximum())
    assert view.at_end
    shown = widgets(view)[-1].message
    assert shown is not None
    assert shown.id == 400


def test_a_short_chat_stands_at_the_top_and_does_not_scroll(view: TranscriptView) -> None:
    view.set_messages(conversation(1))
    assert widgets(view)[0].y() > 0
    assert view.verticalScrollBar().maximum() == 0


def test_what_was_set_before_the_window_is_seen_stands_as_it_does_after(qtbot: QtBot, theme: Theme) -> None:
    """The chat that was open last is set while the program starts; measured too early, it left a gap above itself."""
    made = TranscriptView(theme, Icons(theme))
    qtbot.addWidget(made)
    made.set_messages(conversation(20))
    made.resize(WIDTH, HEIGHT)
    made.show()
    qtbot.waitExposed(made)
    stand = [each.geometry() for each in widgets(made)]
    made.set_messages([])
    made.set_messages(conversation(20))
    assert stand == [each.geometry() for each in widgets(made)]
    made.close_down()


def test_another_chat_leaves_nothing_of_the_one_before(view: TranscriptView) -> None:
    view.set_messages(conversation(50))
    view.find_text("Question")
    view.set_messages([message(900, text="Alone.", chat_id=2)])
    assert [each.message.id for each in widgets(view) if each.message] == [900]
    view.set_messages([])
    assert widgets(view) == []


def test_the_same_place_stays_in_sight_when_the_branch_changes_elsewhere(view: TranscriptView) -> None:
    messages = conversation(60)
    view.set_messages(messages)
    view.scroll_to(21)
    top = widget_of(view, 21).y()
    view.set_messages([*messages[:40], message(500, "user", "Another branch")])
    assert widget_of(view, 21).y() == top


def test_a_long_message_comes_piece_by_piece_and_whole(qtbot: QtBot, view: TranscriptView) -> None:
    text = "\n\n".join(f"Paragraph {number} with some words." for number in range(2_000))
    view.set_messages([message(1, "user", "Go"), message(2, text=text)])
    settle(qtbot, view)
    assert widget_of(view, 2).body.toPlainText() == text.replace("\n\n", "\n")
    assert view.at_end
    assert bottom_of_last(view) <= view.viewport().height()


def test_a_new_width_and_a_new_zoom_keep_the_place(view: TranscriptView, theme: Theme) -> None:
    view.set_messages(conversation(60))
    view.scroll_to(21)
    view.resize(560, 700)
    assert widgets(view)[0].message == view.messages[19] or widget_of(view, 21).y() < 200
    before = widget_of(view, 21).height()
    theme.set_zoom(200)
    assert widget_of(view, 21).height() > before * 1.5
    theme.set_mode("dark")
    assert widget_of(view, 21).isVisible()


# ---------------------------------------------------------------- an answer that grows


def start(view: TranscriptView, text: str = "") -> None:
    view.set_messages([*conversation(20), message(21, "user", "And?"), message(22, text=text, state="streaming")])
    view.start_stream(22)


def test_before_the_first_word_it_says_what_is_being_done(qtbot: QtBot, view: TranscriptView) -> None:
    start(view)
    view.set_progress(22, "Reading the prompt", 0.43)
    doing = widget_of(view, 22).parts.doing.words
    qtbot.waitUntil(lambda: doing.text() == "Reading the prompt · 43 %")
    assert doing.isVisible()
    view.stream_text(22, "Hello")
    qtbot.waitUntil(lambda: widget_of(view, 22).body.toPlainText() == "Hello")
    assert not doing.isVisible()


def test_the_end_stays_in_sight_while_the_answer_grows(qtbot: QtBot, view: TranscriptView) -> None:
    start(view)
    for number in range(40):
        view.stream_text(22, f"Paragraph {number} of the answer.\n\n")
        view.show_written()
        assert bottom_of_last(view) <= view.viewport().height()
        assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert not button_visible(view)
    view.end_stream(replace(view.messages[-1], text="Paragraph 0 of the answer.", state="complete"))
    settle(qtbot, view)
    assert widget_of(view, 22).body.toPlainText() == "Paragraph 0 of the answer."


def button_visible(view: TranscriptView) -> bool:
    return jump(view).isVisible()


def jump(view: TranscriptView) -> QPushButton:
    return next(each for each in view.findChildren(QPushButton) if each.objectName() == "jump_to_newest")


def test_who_scrolls_up_is_left_alone_and_can_jump_back(qtbot: QtBot, view: TranscriptView) -> None:
    start(view)
    view.stream_text(22, "word " * 400)
    view.show_written()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 300)
    assert not view.at_end
    before = [(each.message.id, each.y()) for each in widgets(view) if each.message]
    for _ in range(10):
        view.stream_text(22, "More and more.\n\n")
        view.show_written()
    assert [(each.message.id, each.y()) for each in widgets(view) if each.message][: len(before)] == before
    assert button_visible(view)
    QTest.mouseClick(jump(view), Qt.MouseButton.LeftButton)
    assert view.at_end
    assert not button_visible(view)


def test_repaints_are_at_most_thirty_a_second(
    qtbot: QtBot, view: TranscriptView, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(view)
    settle(qtbot, view)
    written: list[float] = []
    body = widget_of(view, 22).body
    whole = body.set_blocks

    def set_blocks(blocks: list[object], *, growing: bool = False) -> None:
        written.append(time.perf_counter())
        whole(blocks, growing=growing)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(body, "set_blocks", set_blocks)
    for _ in range(200):
        view.stream_text(22, "word ")
        qtbot.wait(1)
    qtbot.waitUntil(lambda: body.toPlainText() == ("word " * 200).strip())
    assert all(after - before > 0.025 for before, after in itertools.pairwise(written))


def test_twenty_kilobytes_stream_without_a_stall(qtbot: QtBot, view: TranscriptView) -> None:
    text = (ANSWER * 60)[:20_000]
    took: list[list[float]] = []  # processor time; measured: 0.02 s, at the first code block 0.04 s
    for _turn in range(2):  # a stall of ours comes at the same place again, one of a busy computer does not
        start(view)
        took.append([])
        for begin in range(0, len(text), 200):
            view.stream_text(22, text[begin : begin + 200])
            began = time.process_time()
            view.show_written()
            QApplication.processEvents()
            took[-1].append(time.process_time() - began)
        view.end_stream(replace(view.messages[-1], text=text, state="complete"))
        settle(qtbot, view)
    assert max(map(min, *took)) < 0.1


def test_reasoning_is_folded_and_unfolds(qtbot: QtBot, view: TranscriptView) -> None:
    start(view)
    view.stream_text(22, "Let me think.", reasoning=True)
    qtbot.waitUntil(lambda: bool(widget_of(view, 22).findChildren(QToolButton, "reasoning_line")))
    (line,) = (each for each in widget_of(view, 22).findChildren(QToolButton) if each.objectName() == "reasoning_line")
    assert line.text() == "Thinking…"
    done = replace(view.messages[-1], text="Done.", reasoning="Let *me* think.", reasoning_s=12.3, state="complete")
    view.end_stream(done)
    assert line.text() == "Thought for 12 s"
    folded = widget_of(view, 22).height()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: widget_of(view, 22).height() > folded)
    reasoning = widget_of(view, 22).parts.reasoning
    assert reasoning is not None
    assert reasoning.body is not None
    assert reasoning.body.toPlainText() == "Let me think."
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: widget_of(view, 22).height() == folded)


def test_streamed_text_is_announced_by_sentences(qtbot: QtBot) -> None:
    said: list[str] = []
    speaker = QWidget()
    qtbot.addWidget(speaker)
    announcer = Announcer(speaker, said.append)
    announcer.begin()
    announcer.hear("One **sentence**. And the begin")
    announcer._on_timeout()
    assert said == ["One sentence."]
    announcer.end("One **sentence**. And the beginning")
    assert said == ["One sentence.", "And the beginning"]


# ---------------------------------------------------------------- notices


@pytest.mark.parametrize(
    ("changes", "words", "step", "asked"),
    [
        ({"state": "stopped"}, "stopped", "Continue", "continue_requested"),
        ({"state": "stopped", "text": ""}, "stopped", "Try again", "regenerate_requested"),
        ({"state": "interrupted"}, "cut off", "Continue", "continue_requested"),
        ({"state": "failed", "error": "Not enough memory."}, "Not enough memory.", "Try again", "regenerate_requested"),
        ({"finish_reason": "length"}, "length", "Continue", "continue_requested"),
        (
            {"state": "stopped", "finish_reason": "repeats"},
            "repeats itself",
            "Continue anyway",
            "continue_requested",
        ),
        ({"state": "stopped", "finish_reason": "context"}, "context window is full", "", ""),
        ({"finish_reason": "context"}, "context window is full", "", ""),
        ({"left_out_turns": 4}, "4 oldest", "", ""),
        ({"left_out_turns": 1}, "oldest turn ", "", ""),
    ],
)
def test_what_went_otherwise_is_told_with_the_next_step(
    qtbot: QtBot, view: TranscriptView, changes: dict[str, object], words: str, step: str, asked: str
) -> None:
    view.set_messages([message(1, "user"), message(2, **changes)])  # type: ignore[arg-type]  # the names of fields
    rows = widget_of(view, 2).parts.notices
    assert len(rows) == 1
    assert words in rows[0]._label.text()
    assert rows[0].isVisible()
    if step:
        with qtbot.waitSignal(getattr(view, asked)) as told:
            QTest.mouseClick(button(rows[0], step), Qt.MouseButton.LeftButton)
        assert told.args == [2]
    else:
        assert rows[0].button is None
    view.update_message(message(2))
    assert widget_of(view, 2).parts.notices == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": "stopped", "text": ""}, "what was noted"),
        ({"state": "stopped"}, "what was noted"),
        ({"state": "interrupted", "text": ""}, "cut off"),
    ],
)
def test_a_summary_that_ended_early_goes_on(
    qtbot: QtBot, view: TranscriptView, changes: dict[str, object], words: str
) -> None:
    view.set_messages([message(1, "user"), message(2, **changes)])  # type: ignore[arg-type]  # the names of fields
    view.show_consulted({2: Consulted(used="whole", documents=1, summary_of=7)})
    (row,) = widget_of(view, 2).parts.notices
    assert words in row._label.text()
    with qtbot.waitSignal(view.regenerate_requested) as told:
        QTest.mouseClick(button(row, "Go on"), Qt.MouseButton.LeftButton)
    assert told.args == [2]


def test_where_it_is_narrow_the_next_step_stands_below_its_sentence(qtbot: QtBot, view: TranscriptView) -> None:
    told = "The engine stopped in the middle of its work. Your conversation is safe; ask again."
    view.set_messages([message(1, "user"), message(2, state="failed", error=told)])
    (row,) = widget_of(view, 2).parts.notices
    assert row.button is not None
    assert row.button.x() > row._label.geometry().right(), "beside it where there is room"
    width = row.button.sizeHint().width() + 160
    assert row.height_for(width) >= row.button.geometry().bottom()
    assert row.button.y() > row._label.geometry().bottom()
    assert row._label.width() > width - 40


# ---------------------------------------------------------------- actions


@pytest.mark.parametrize(
    ("message_id", "name", "asked", "arguments"),
    [
        (2, "Answer again", "regenerate_requested", [2]),
        (2, "Continue this answer", "continue_requested", [2]),
        (2, "New chat from here", "branch_requested", [2]),
        (1, "New chat from here", "branch_requested", [1]),
        (2, "Delete from here", "delete_requested", [2]),
        (2, "Previous version", "version_requested", [2, -1]),
        (2, "Next version", "version_requested", [2, 1]),
    ],
)
def test_actions_appear_under_the_pointer_and_ask(
    qtbot: QtBot, view: TranscriptView, message_id: int, name: str, asked: str, arguments: list[int]
) -> None:
    view.set_messages([message(1, "user"), message(2, version=2, versions=3)])
    hover(widget_of(view, message_id))
    with qtbot.waitSignal(getattr(view, asked)) as told:
        QTest.mouseClick(button(widget_of(view, message_id), name), Qt.MouseButton.LeftButton)
    assert told.args == arguments


def names_shown(view: TranscriptView, message_id: int) -> set[str]:
    buttons = widget_of(view, message_id).parts.actions.findChildren(QToolButton)
    return {each.accessibleName() for each in buttons if each.isVisible()}


def test_actions_are_hidden_without_pointer_or_focus_but_versions_stay(view: TranscriptView) -> None:
    view.set_messages([message(1, "user"), message(2, version=2, versions=3)])
    names = {
        each.accessibleName() for each in widget_of(view, 2).parts.actions.findChildren(QToolButton) if each.isVisible()
    }
    assert names == {"Previous version", "Next version"}
    view.focus_message(2)
    names = {
        each.accessibleName() for each in widget_of(view, 2).parts.actions.findChildren(QToolButton) if each.isVisible()
    }
    assert {"Copy message", "Answer again", "Delete from here"} <= names
    assert "Edit and send again" not in names


def test_a_question_without_an_answer_can_be_answered(qtbot: QtBot, view: TranscriptView) -> None:
    def offered(message_id: int) -> list[QToolButton]:
        view.focus_message(message_id)
        buttons = widget_of(view, message_id).parts.actions.findChildren(QToolButton)
        return [one for one in buttons if one.isVisible() and one.accessibleName() == "Answer"]

    view.set_messages([message(1, "user"), message(2), message(3, "user")])
    assert not offered(1), "it has one"
    assert not offered(2)
    (button,) = offered(3)
    with qtbot.waitSignal(view.regenerate_requested) as asked:
        button.click()
    assert asked.args == [3]


def test_every_button_has_a_name(view: TranscriptView) -> None:
    view.set_messages([message(1, "user"), message(2, text=ANSWER, reasoning="Hm.", version=2, versions=3)])
    view.focus_message(2)
    for each in view.findChildren(QToolButton) + view.findChildren(QPushButton):
        assert each.accessibleName() or each.text(), each.objectName()
    for shown in widgets(view):
        assert shown.accessibleName()
        assert shown.body.accessibleName()


def test_a_message_is_copied_as_it_was_written(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages([message(1, "user"), message(2, text="**bold** $x$")])
    hover(widget_of(view, 2))
    QTest.mouseClick(button(widget_of(view, 2), "Copy message"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "**bold** $x$"
    assert button(widget_of(view, 2), "Copied").isVisible()


# ---------------------------------------------------------------- editing


def edit(qtbot: QtBot, view: TranscriptView, message_id: int) -> MessageEditor:
    hover(widget_of(view, message_id))
    QTest.mouseClick(button(widget_of(view, message_id), "Edit and send again"), Qt.MouseButton.LeftButton)
    editor = widget_of(view, message_id).findChild(MessageEditor)
    assert isinstance(editor, MessageEditor)
    return editor


def test_a_message_is_edited_in_its_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages([message(1, "user", "First"), message(2)])
    editor = edit(qtbot, view, 1)
    assert editor.field.toPlainText() == "First"
    QTest.keyClicks(editor.field, " and second")
    QTest.keyClick(editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor.field, "line")
    with qtbot.waitSignal(view.edit_requested) as told:
        QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert told.args == [1, "First and second\nline"]
    assert widget_of(view, 1).body.isVisible()


def test_an_edit_can_be_given_up_and_an_empty_one_is_not_sent(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages([message(1, "user", "First"), message(2)])
    asked: list[object] = []
    view.edit_requested.connect(lambda *told: asked.append(told))
    editor = edit(qtbot, view, 1)
    editor.field.clear()
    assert not editor.send.isEnabled()
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert asked == []
    assert widget_of(view, 1).body.toPlainText() == "First"


def test_an_edit_survives_being_scrolled_away(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages([message(1, "user", "First"), *conversation(80)[1:]])
    view.scroll_to(1)
    editor = edit(qtbot, view, 1)
    QTest.keyClicks(editor.field, " kept")
    view.scroll_to_end()
    view.scroll_to(1)
    assert editor.field.toPlainText() == "First kept"
    assert editor.isVisible()


# ---------------------------------------------------------------- keyboard


def focused_id(view: TranscriptView) -> int | None:
    return next((each.message.id for each in widgets(view) if each.message and each.hasFocusWithin()), None)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def test_arrows_home_and_end_go_from_message_to_message(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages(conversation(40))
    view.activateWindow()
    view.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    assert focused_id(view) == 40
    press(qtbot, Qt.Key.Key_Up)
    assert focused_id(view) == 39
    press(qtbot, Qt.Key.Key_Home)
    assert focused_id(view) == 1
    press(qtbot, Qt.Key.Key_Down)
    assert focused_id(view) == 2
    press(qtbot, Qt.Key.Key_End)
    assert focused_id(view) == 40
    assert view.at_end
    for _ in range(39):
        press(qtbot, Qt.Key.Key_Up)
        shown = widget_of(view, focused_id(view) or 0)
        assert shown.y() < view.viewport().height()
        assert shown.y() + shown.height() > 0
    assert focused_id(view) == 1


def test_pages_scroll_and_keep_the_focus(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages(conversation(40))
    view.activateWindow()
    view.focus_message(40)
    before = widget_of(view, 40).y()
    press(qtbot, Qt.Key.Key_PageUp)
    assert not view.at_end
    assert 40 not in {each.message.id for each in widgets(view) if each.message and each.y() < view.height()}
    press(qtbot, Qt.Key.Key_PageDown)
    assert view.at_end
    assert widget_of(view, 40).y() == before
    assert focused_id(view) == 40


def test_enter_goes_into_the_text_where_keys_select_and_escape_leaves(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages([message(1, "user"), message(2, text="Some words here")])
    view.activateWindow()
    view.focus_message(2)
    press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Some words here"
    press(qtbot, Qt.Key.Key_Return)
    body = widget_of(view, 2).body
    assert body.hasFocus()
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Some"
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert focused_id(view) == 1
    view.focus_message(2)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert widget_of(view, 2).hasFocus()


def test_the_ring_is_around_the_conversation_where_no_message_has_it(view: TranscriptView) -> None:
    view.set_messages([message(number, "user" if number % 2 else "assistant") for number in range(1, 5)])
    view.activateWindow()
    view.clearFocus()
    room = view.viewport().size()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.property("ringed")
    assert view.viewport().size() == room, "nothing is laid out anew for it"
    view.focus_message(2)
    assert not view.property("ringed")
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not view.property("ringed")


def test_tab_reaches_the_buttons_of_the_message_in_focus_only(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages([message(number, "user" if number % 2 else "assistant") for number in range(1, 5)])
    view.activateWindow()
    view.focus_message(2)
    press(qtbot, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert isinstance(first, QToolButton)
    assert first.accessibleName() == "Copy message"
    reached = set()
    for _ in range(8):
        press(qtbot, Qt.Key.Key_Tab)
        if focused_id(view) is not None:
            reached.add(focused_id(view))
    assert reached <= {2}


# ---------------------------------------------------------------- finding


def seek(qtbot: QtBot, view: TranscriptView, words: str) -> Callable[[], list[int]]:
    told: list[list[int]] = []
    view.found_changed.connect(lambda place, places: told.append([place, places]))
    view.find_text(words)
    qtbot.waitUntil(lambda: view._found.finder.complete)
    return lambda: told[-1]


def test_words_are_found_in_messages_never_shown_and_each_place_is_reached(qtbot: QtBot, view: TranscriptView) -> None:
    messages = conversation(300)
    messages[9] = message(10, text="A **need**le and `needle`.")
    messages[199] = message(200, text="- NEEDLE\n- x")
    view.set_messages(messages)
    last = seek(qtbot, view, "needle")
    assert last()[1] == 3
    seen = []
    for _ in range(3):
        view.find_step(1)
        place = view._found.finder.current
        assert place is not None
        shown = widget_of(view, view.messages[place.message].id)
        assert shown.y() + shown.height() + shown.height() >= 0
        marked = shown.body.extraSelections()
        assert marked[place.number].cursor.selectedText().lower() == "needle"
        seen.append((view.messages[place.message].id, place.number, last()[0]))
    assert sorted(seen) == [(10, 0, 1), (10, 1, 2), (200, 0, 3)]
    view.find_step(-1)
    view.find_text("")
    assert all(each.body.extraSelections() == [] for each in widgets(view))
    assert last() == [0, 0]


def test_words_that_are_nowhere_are_told_so(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_messages(conversation(100))
    assert seek(qtbot, view, "not there at all")() == [0, 0]
    view.find_step(1)
    assert view.at_end


def test_a_found_place_far_down_a_long_message_is_brought_into_sight(qtbot: QtBot, view: TranscriptView) -> None:
    text = "\n\n".join("filler words" for _ in range(150)) + "\n\nneedle\n\n" + "\n\n".join("more" for _ in range(150))
    view.set_messages([message(1, "user"), message(2, text=text), *conversation(60)[2:]])
    seek(qtbot, view, "needle")
    shown = widget_of(view, 2)
    box = shown.body.mark_found("needle", 0)
    assert box is not None
    assert 0 < shown.y() + shown.body.y() + box.top() < view.viewport().height()


# ---------------------------------------------------------------- changes


def test_messages_come_change_and_go(view: TranscriptView) -> None:
    view.set_messages(conversation(4))
    view.append_message(message(5, "user", "Fifth"))
    assert widget_of(view, 5).body.toPlainText() == "Fifth"
    view.update_message(message(5, "user", "Changed"))
    assert widget_of(view, 5).body.toPlainText() == "Changed"
    view.update_message(message(99))
    view.remove_messages([5])
    assert [each.id for each in view.messages] == [1, 2, 3, 4]


def test_a_selection_survives_being_scrolled_away(view: TranscriptView) -> None:
    view.set_messages(conversation(80))
    view.scroll_to(2)
    widget_of(view, 2).body.selectAll()
    selected = widget_of(view, 2).body.selected_text()
    view.scroll_to_end()
    view.scroll_to(2)
    assert widget_of(view, 2).body.selected_text() == selected


def test_markdown_pygments_and_ziamath_are_not_imported_before_they_are_needed(tmp_path: object) -> None:
    import subprocess
    import sys

    program = (
        "import sys, paddock.ui.transcript.view;"
        "print([name for name in ('markdown_it', 'pygments', 'ziamath', 'PySide6.QtSvg') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.strip() == "[]"
