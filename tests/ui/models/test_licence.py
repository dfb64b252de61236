"""The licence is read and agreed to before a model's first answer, and what was asked is not lost meanwhile."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea

from paddock.models.licences import licence_named
from paddock.ui.chat.drafts import LANE
from paddock.ui.models.licence_dialog import LicenceDialog
from paddock.ui.widgets.page import Words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def use_licensed(person: Person, licensed: Path) -> None:
    """Have the one model be under a licence that asks."""
    models = person.paddock.home.models
    (models / "tiny.gguf").unlink()
    shutil.copy(licensed, models / "licensed.gguf")
    person.window.shelf.refresh()
    person.settle()


def ask(person: Person) -> LicenceDialog:
    person.type("Good morning")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    person.until(lambda: person.window.findChildren(LicenceDialog))
    (dialog,) = person.window.findChildren(LicenceDialog)
    return dialog


def test_the_licence_is_shown_before_the_first_answer_and_once(person: Person, licensed_gguf: Path) -> None:
    use_licensed(person, licensed_gguf)
    dialog = ask(person)
    assert not person.engine.options, "nothing was loaded"
    assert person.page.composer.text == "Good morning"
    dialog.who.setText("  Ada   Lovelace ")
    dialog.accept_button.click()
    person.until(lambda: person.page.messages and person.page.messages[-1].text == "Hello there.")
    person.settle()
    noted = person.paddock.gate.acceptance(licence_named("llama3.2"))
    assert noted is not None
    assert noted.who == "Ada Lovelace"
    person.send("And again")
    assert not person.window.findChildren(LicenceDialog)
    assert len(person.page.messages) == 4


def test_who_agrees_before_the_chat_is_read_anew_sees_the_question_once(person: Person, licensed_gguf: Path) -> None:
    use_licensed(person, licensed_gguf)
    may_read = threading.Event()
    person.engine.go.clear()
    person.application.tasks.do(person.window, lambda: may_read.wait(20), lane=LANE)
    dialog = ask(person)
    dialog.who.setText("Ada")
    dialog.accept_button.click()
    person.until(lambda: person.page.asking.answering)
    assert [message.role for message in person.page.messages] == ["user", "assistant"]
    may_read.set()
    person.engine.go.set()
    person.until(lambda: person.page.messages[-1].text == "Hello there.")
    person.settle()
    assert [message.role for message in person.page.messages] == ["user", "assistant"]


def test_not_now_runs_nothing_and_keeps_the_words(person: Person, licensed_gguf: Path) -> None:
    use_licensed(person, licensed_gguf)
    ask(person).reject()
    person.settle()
    assert not person.engine.options
    assert person.page.composer.text == "Good morning"
    assert "has not been agreed to" in person.page.banner.accessibleName()
    assert person.paddock.gate.acceptance(licence_named("llama3.2")) is None


def test_nobody_agrees_without_a_name(person: Person, licensed_gguf: Path) -> None:
    use_licensed(person, licensed_gguf)
    dialog = ask(person)
    dialog.who.setText("  ")
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_summary_and_text_stand_side_by_side_under_one_scroll_bar(person: Person, licensed_gguf: Path) -> None:
    use_licensed(person, licensed_gguf)
    dialog = ask(person)
    licence = licence_named("llama3.2")
    areas = [one for one in dialog.findChildren(QAbstractScrollArea) if one.isVisible()]
    assert [one.verticalScrollBar().maximum() > 0 for one in areas] == [True]
    whole = next(one for one in dialog.findChildren(Words) if one.plain == licence.full_text)
    point = next(one for one in dialog.findChildren(Words) if one.plain == licence.summary[0])
    person.until(lambda: whole.height() >= whole.heightForWidth(whole.width()))
    assert point.mapTo(dialog, point.rect().topRight()).x() < whole.mapTo(dialog, whole.rect().topLeft()).x()
    policy = next(one for one in dialog.findChildren(Words) if one.plain == licence.policy_text)
    assert policy.mapTo(dialog, policy.rect().topLeft()).y() > whole.mapTo(dialog, whole.rect().bottomLeft()).y()
    bar = areas[0].verticalScrollBar()
    areas[0].setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    dialog.reject()


@pytest.mark.usefixtures("qapp")
def test_a_list_in_a_text_is_set_in() -> None:
    whole = Words("1. One\n\n    a. Two\n\n        i. Three", "")
    document = QTextDocument()
    document.setHtml(whole.text())
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert [block.text().strip() for block in blocks] == ["1. One", "", "a. Two", "", "i. Three"]
    inset = [block.blockFormat().leftMargin() for block in blocks if block.text().strip()]
    assert inset[0] == 0 < inset[1] < inset[2]
    assert whole.accessibleName() == whole.plain


@pytest.mark.usefixtures("qapp")
def test_a_name_without_a_place_to_break_is_broken() -> None:
    long = "“sha256-" + "7e9b6c60" * 8 + "” cannot be used as a model."
    whole = Words(long, "bad")
    narrow = whole.fontMetrics().horizontalAdvance("7e9b6c60" * 4)
    document = QTextDocument()
    document.setDefaultFont(whole.font())
    document.setHtml(whole.text())
    document.setTextWidth(narrow)
    assert document.idealWidth() <= narrow
    assert whole.plain == long
    assert Words("7e9b6c60" * 8, "").text().count("7e9b6c60" * 8) == 1, "what is shown to be copied stays as it is"
