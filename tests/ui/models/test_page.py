"""The models' page: what is told of each model, what is done with it, and the ways in."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QRadioButton, QWidget

from paddock.engine.client import LoadOptions
from paddock.fetcher.protocol import Fetch, HubChoice
from paddock.models.arrivals import Origin
from paddock.ui.chat.options import ChatOptions
from paddock.ui.chat.options_dialog import OptionsDialog
from paddock.ui.models.bring_dialog import BringDialog
from paddock.ui.models.card_dialog import CardDialog
from paddock.ui.models.catalogue_view import CatalogueView
from paddock.ui.models.fit_pill import FitDialog
from paddock.ui.models.hub_view import HubView
from paddock.ui.models.installed_view import InstalledView
from paddock.ui.models.page import ModelsPage
from paddock.ui.widgets.buttons import _Push
from paddock.ui.widgets.page import Page, Words
from paddock.ui.widgets.plain import PlainBox, PlainLabel
from tests.models.vision_parts import PARTS, write_vision_part
from tests.ui.models.doubles import ScriptedDoor

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.ui.models.row import ModelRow
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow
W = TypeVar("W", bound=QWidget)
_NO_OPTIONS = LoadOptions()


def open_page(person: Person) -> ModelsPage:
    page = person.window.pages.show_page("models")
    assert isinstance(page, ModelsPage)
    person.settle()
    person.settle()  # the facts follow the list
    return page


def rows(page: ModelsPage) -> dict[str, ModelRow]:
    view = page.show_tab("installed")
    assert isinstance(view, InstalledView)
    return {row.facts.name: row for row in view.rows}


def dialog(person: Person, kind: type[W]) -> W:
    person.until(lambda: person.window.findChildren(kind))
    return person.window.findChildren(kind)[-1]


def push(parent: QWidget, words: str) -> _Push:
    """Return the visible button with these words."""
    return next(one for one in parent.findChildren(_Push) if one.text() == words and one.isVisibleTo(parent))


def choose(row: ModelRow, words: str) -> None:
    """Choose an entry of the row's menu."""
    menu = QMenu()
    row._actions.fill_menu(menu, row.facts)
    action = next(one for one in menu.actions() if one.text() == words)
    assert action.isEnabled(), words
    action.trigger()


def told(widget: QWidget) -> str:
    return " ".join(label.plain for label in widget.findChildren(Words))


def test_a_title_that_fits_in_a_line_is_not_cut_for_what_stands_beside_it(person: Person) -> None:
    view = open_page(person).show_tab("installed")
    assert isinstance(view, InstalledView)
    row = view.rows[0]
    head = row.title.parentWidget()
    assert head is not None
    needed = row.title.fontMetrics().horizontalAdvance(row.facts.title)
    for width in range(needed + 60, needed + 500, 20):
        head.resize(width, head.height())
        head.layout().activate()  # type: ignore[union-attr]  # it has one
        assert row.title.text() == row.facts.title, width


def test_without_a_model_two_buttons_lead_on(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(person)
    view = page.show_tab("installed")
    assert isinstance(view, InstalledView)
    assert not view.catalogue.isVisible()
    (person.paddock.home.models / "tiny.gguf").unlink()
    person.window.shelf.refresh()
    person.until(lambda: not view.rows)
    person.window.pages.show_page("models")
    person.settle()
    asked: list[str] = []
    monkeypatch.setattr(page.importing, "ask_file", lambda: asked.append("file"))
    view.file.click()
    assert asked == ["file"]
    view.catalogue.click()
    person.settle()
    assert isinstance(page._stack.currentWidget(), CatalogueView)


def test_tab_comes_from_the_tabs_to_what_they_show(person: Person) -> None:
    (person.paddock.home.models / "tiny.gguf").unlink()
    person.window.shelf.refresh()
    person.until(lambda: not person.window.shelf.models)
    page = open_page(person)
    view = page.show_tab("installed")
    assert isinstance(view, InstalledView)
    page._tabs["installed"].setFocus()
    for reached in (view.catalogue, view.file):
        person.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is reached
    person.press(Qt.Key.Key_Tab)
    assert person.window.strip.isAncestorOf(QApplication.focusWidget() or person.window)
    for name in ("catalogue", "hub"):
        shown = page.show_tab(name)
        person.settle()
        page._tabs[name].setFocus()
        person.press(Qt.Key.Key_Tab)
        assert shown.isAncestorOf(QApplication.focusWidget() or person.window), name


def test_a_row_tells_what_a_person_asks(person: Person) -> None:
    (row,) = rows(open_page(person)).values()
    said = told(row)
    assert row.title.text() == "tiny"
    assert "a second, a guess" in said
    assert "licence unknown" in said
    assert "not used yet" in said
    person.send("Hello")
    assert "not used yet" not in told(next(iter(rows(open_page(person)).values())))


def test_the_pill_tells_its_arithmetic(person: Person) -> None:
    (row,) = rows(open_page(person)).values()
    pill = next(one for one in row.findChildren(_Push) if one.property("kind") == "pill")
    assert pill.text() == "Fits comfortably"
    QTest.keyClick(pill, Qt.Key.Key_Return)
    shown = dialog(person, FitDialog)
    person.settle()
    said = told(shown) + " ".join(label.text() for label in shown.findChildren(PlainLabel))
    for words in ("Weights", "Cache for 2048 tokens", "One step of computing", "The process itself", "Needed in all"):
        assert words in said
    assert "The longest context of this model fits: 2048 tokens." in said
    assert not shown.findChildren(Page)[0].verticalScrollBar().maximum()
    shown.accept()


def test_a_vision_part_is_shown_with_what_it_would_take_and_never_summed(person: Person) -> None:
    part = replace(PARTS["SmolVLM 256M"], layers=1, out=64)
    write_vision_part(person.paddock.home.models / "mmproj-tiny.gguf", part)
    person.window.shelf.refresh()
    page = open_page(person)
    person.until(lambda: len(rows(page)) == 2)
    listed = rows(page)
    said = told(listed["mmproj-tiny"])
    assert "It is the vision part (mmproj) of another model" in said
    assert "Vision part: not loaded here; it would take" in said
    assert "for a picture of 512 × 512" in said
    assert "Import it again…" not in {one.text() for one in listed["mmproj-tiny"].findChildren(_Push)}
    person.until(lambda: rows(page)["tiny"].facts.vision is not None)
    pill = next(one for one in rows(page)["tiny"].findChildren(_Push) if one.property("kind") == "pill")
    pill.click()
    shown = dialog(person, FitDialog)
    person.settle()
    heard = [label.accessibleName() for label in shown.findChildren(QLabel)]
    apart = next(one for one in heard if one.startswith("Vision part, not loaded here: "))
    assert heard.index(apart) > next(place for place, one in enumerate(heard) if one.startswith("Needed in all: "))
    assert "That would be: Fits comfortably" in heard
    assert "mmproj-tiny.gguf: not loaded here; it would take" in told(shown)
    assert not shown.findChildren(Page)[0].verticalScrollBar().maximum()
    shown.accept()


def test_enter_on_a_row_shows_its_card_with_the_hash(person: Person) -> None:
    (row,) = rows(open_page(person)).values()
    QTest.keyClick(row.title, Qt.Key.Key_Return)
    shown = dialog(person, CardDialog)
    person.settle()
    (sha256,) = person.paddock.models.sha256(person.paddock.models.resolve("tiny"))
    assert sha256 in told(shown)
    push(shown, "Copy all").click()
    assert f"SHA-256: {sha256}" in QApplication.clipboard().text()
    shown.accept()


def test_models_of_one_title_are_told_apart(person: Person, licensed_gguf: Path, tmp_path: Path) -> None:
    content = licensed_gguf.read_bytes()
    for name, more in (("Heron-1B.Q4_0.gguf", b""), ("Heron-1B.Q8_0.gguf", bytes(32))):
        (tmp_path / name).write_bytes(content + more)
        person.paddock.models.import_link(tmp_path / name)
    page = open_page(person)
    person.window.shelf.refresh()
    person.settle()
    person.settle()
    titles = {name: row.facts.title for name, row in rows(page).items()}
    assert titles.pop("Heron-1B.Q4_0") == "Heron 1B (Heron-1B.Q4_0)"
    assert titles.pop("Heron-1B.Q8_0") == "Heron 1B (Heron-1B.Q8_0)"
    assert not any("(" in title for title in titles.values())


def test_renaming_keeps_the_default_and_what_was_checked(person: Person) -> None:
    page = open_page(person)
    person.window.shelf.make_default("tiny")
    choose(rows(page)["tiny"], "Check the file again")
    person.settle()
    person.settle()
    assert "checked" in told(rows(page)["tiny"])
    QTest.keyClick(rows(page)["tiny"].title, Qt.Key.Key_F2)
    shown = next(one for one in person.window.findChildren(QDialog) if one.windowTitle() == "Rename the model")
    (field,) = shown.findChildren(QLineEdit)
    field.setText("little")
    push(shown, "OK").click()
    person.settle()
    person.settle()
    assert "checked" in told(rows(page)["little"])
    assert person.paddock.settings.current.model == "little"


def test_what_a_policy_does_not_allow_is_not_taken_for_a_damaged_file(person: Person) -> None:
    page = open_page(person)
    (name,) = rows(page)
    person.paddock.verifier.verify(person.paddock.models.resolve(name))
    person.paddock.settings.change(allowed_licences=("mit",))
    page.refresh()
    person.until(lambda: "is not allowed here" in told(rows(page)[name]))
    row = rows(page)[name]
    assert [button.text() for button in row.findChildren(_Push) if button.text()] == [
        "Fits comfortably",
        "See the catalogue",
    ]
    menu = QMenu()
    row._actions.fill_menu(menu, row.facts)
    assert not any("Accept the file" in action.text() for action in menu.actions())


def test_a_changed_file_is_refused_and_can_be_accepted(person: Person) -> None:
    page = open_page(person)
    choose(rows(page)["tiny"], "Check the file again")
    person.settle()
    file = person.paddock.home.models / "tiny.gguf"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    choose(rows(page)["tiny"], "Check the file again")
    person.settle()
    person.settle()
    row = rows(page)["tiny"]
    assert "damaged or was changed" in told(row)
    choose(row, "Accept the file as it is now…")
    next(button for button in dialog_box(person).buttons() if button.text() == "Accept").click()
    person.settle()
    person.settle()
    assert "damaged" not in told(rows(page)["tiny"])


def test_a_damaged_file_is_made_good_in_one_step(
    person: Person, tiny_gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.paddock._door = door = ScriptedDoor()  # type: ignore[assignment]
    page = open_page(person)
    file = person.paddock.home.models / "tiny.gguf"
    whole = file.read_bytes()

    def spoil() -> ModelRow:
        model = person.paddock.models.resolve("tiny")
        if person.paddock.verifier.seen(model) is None:
            person.paddock.verifier.verify(model)
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        choose(rows(page)["tiny"], "Check the file again")
        person.until(lambda: "damaged or was changed" in told(rows(page)["tiny"]))
        return rows(page)["tiny"]

    row = spoil()
    assert not [one for one in row.findChildren(_Push) if one.text() == "Fetch again"], "nobody knows where it is from"
    picked = (str(tiny_gguf), "")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_args: picked)
    push(row, "Import again…").click()
    person.until(lambda: "damaged" not in told(rows(page)["tiny"]))
    assert file.read_bytes() == whole
    assert list(rows(page)) == ["tiny"]

    sha256 = hashlib.sha256(whole).hexdigest()
    person.paddock.arrivals._note(Origin("own/repo/tiny.gguf", (sha256,), vouched=True))
    push(spoil(), "Fetch again").click()
    person.until(lambda: door.asked)
    (asked,) = door.asked
    assert isinstance(asked, Fetch)
    assert (asked.choice, asked.beside) == (HubChoice("own/repo", "tiny.gguf"), True)
    assert "damaged" in told(rows(page)["tiny"]), "it stays until the new one is whole"
    fresh = person.paddock.home.models / "tiny-new.gguf"
    fresh.write_bytes(whole)
    door.arrive(fresh, sha256)
    person.until(lambda: "damaged" not in told(rows(page)["tiny"]))
    assert list(rows(page)) == ["tiny"]
    assert file.read_bytes() == whole


def test_a_file_that_is_no_model_leads_to_another(person: Person) -> None:
    person.paddock.models.import_link(person.paddock.home.models / "tiny.gguf")
    lent = person.paddock.home.data / "lent.gguf"
    shutil.copy(person.paddock.home.models / "tiny.gguf", lent)
    person.paddock.models.import_link(lent)
    lent.unlink()
    page = open_page(person)
    push(rows(page)["lent"], "See the catalogue").click()
    assert isinstance(page._stack.currentWidget(), CatalogueView)
    person.settle()


def dialog_box(person: Person) -> PlainBox:
    return dialog(person, PlainBox)


def test_removing_says_what_is_freed_and_a_link_is_only_forgotten(person: Person, tiny_gguf: Path) -> None:
    page = open_page(person)
    person.paddock.models.import_link(tiny_gguf, "lent")
    page.refresh()
    person.settle()
    person.settle()
    choose(rows(page)["lent"], "Forget…")
    person.settle()
    assert tiny_gguf.exists()
    choose(rows(page)["tiny"], "Remove…")
    box = dialog_box(person)
    assert "which frees" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Remove").click()
    person.settle()
    assert not (person.paddock.home.models / "tiny.gguf").exists()
    assert not rows(page)


# ---------------------------------------------------------------- bringing in


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


@pytest.fixture
def stick(tmp_path: Path, licensed_gguf: Path) -> Path:
    """Return a folder as on a USB stick: a model, a damaged one, and something else."""
    folder = tmp_path / "stick"
    (folder / "below").mkdir(parents=True)
    shutil.copy(licensed_gguf, folder / "below" / "New-7B.gguf")
    (folder / "broken.gguf").write_bytes(b"GGUF")
    (folder / "notes.txt").write_text("hello", encoding="utf-8")
    return folder


@pytest.mark.parametrize("how", ["copy", "move", "link"])
def test_a_dropped_folder_is_shown_and_brought_in(person: Person, stick: Path, how: Any) -> None:
    page = open_page(person)
    drop(page, stick)
    shown = dialog(person, BringDialog)
    assert [(box.text(), box.isChecked()) for box, _one in shown._boxes] == [("New 7B", True), ("broken", False)]
    shown.choose(how)
    shown.take.click()
    person.settle()
    person.settle()
    row = rows(page)["New-7B"]
    assert row.facts.linked == (how == "link")
    assert (stick / "below" / "New-7B.gguf").exists() == (how != "move")
    assert (person.paddock.home.models / "New-7B.gguf").exists() == (how != "link")


def test_enter_imports_whichever_way_is_chosen(person: Person, stick: Path) -> None:
    page = open_page(person)
    drop(page, stick)
    shown = dialog(person, BringDialog)
    shown.choose("link")
    linking = next(one for one in shown.findChildren(QRadioButton) if one.isChecked())
    QTest.keyClick(linking, Qt.Key.Key_Return)
    person.until(lambda: "New-7B" in rows(page))
    assert rows(page)["New-7B"].facts.linked


def test_the_only_model_goes_on_answering_when_another_comes(person: Person, licensed_gguf: Path) -> None:
    person.paddock.models.import_link(licensed_gguf, "another")
    person.window.shelf.refresh()
    person.until(lambda: len(person.window.shelf.writers) == 2)
    model = person.page.choice.model()
    assert model is not None
    assert model.name == "tiny"
    person.until(lambda: person.paddock.settings.current.model == "tiny")
    person.window.shelf.remove("tiny")
    person.until(lambda: len(person.window.shelf.writers) == 1)
    model = person.page.choice.model()
    assert model is not None
    assert model.name == "another", "a default that is gone stands in nobody's way"


def test_a_wish_for_a_model_is_taken_back_once_one_is_there(person: Person, tiny_gguf: Path) -> None:
    (person.paddock.home.models / "tiny.gguf").unlink()
    person.window.shelf.refresh()
    person.until(lambda: person.page.choice.has_no_model)
    person.type("Hello")
    QTest.keyClick(person.page.composer.field, Qt.Key.Key_Return)
    assert person.page.banner.what == "No model is installed yet."
    assert not person.page.banner.isHidden()
    shutil.copy(tiny_gguf, person.paddock.home.models / "tiny.gguf")
    person.window.shelf.refresh()
    person.until(person.page.banner.isHidden)
    assert person.page.composer.text == "Hello"


def test_a_folder_without_models_says_so(person: Person, tmp_path: Path) -> None:
    page = open_page(person)
    (tmp_path / "empty").mkdir()
    page.importing.offer([tmp_path / "empty"])
    person.until(person.window._banner.isVisible)
    assert "There is nothing to import." in person.window._banner.what


def test_what_is_there_already_is_said(person: Person, tiny_gguf: Path) -> None:
    page = open_page(person)
    said: list[Any] = []
    person.application.desk.notices.word_given.connect(said.append)
    drop(person.window, tiny_gguf)
    dialog(person, BringDialog).take.click()
    person.settle()
    assert any("is installed already" in word.text for word in said)
    assert len(rows(page)) == 1


def test_models_of_other_programs_are_offered_where_they_lie(
    person: Person, tmp_path: Path, licensed_gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "person" / ".lmstudio" / "models" / "maker"
    kept.mkdir(parents=True)
    shutil.copy(licensed_gguf, kept / "Theirs.gguf")
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "person"))
    monkeypatch.delenv("OLLAMA_MODELS", raising=False)
    page = open_page(person)
    page.importing.look_elsewhere()
    shown = dialog(person, BringDialog)
    assert shown.how == "link"
    shown.take.click()
    person.settle()
    person.settle()
    assert rows(page)["Theirs"].facts.linked


def test_the_folder_is_moved_and_a_model_at_work_keeps_it(person: Person, tmp_path: Path) -> None:
    page = open_page(person)
    person.engine.info, person.engine._busy = person.engine.load((), _NO_OPTIONS, lambda _share: None), True
    person.window.shelf.move_folder(tmp_path / "drive")
    person.until(person.window._banner.isVisible)
    assert "A model is at work now." in person.window._banner.what
    person.engine._busy = False
    person.window.shelf.move_folder(tmp_path / "drive")
    person.until((tmp_path / "drive" / "tiny.gguf").exists)
    person.settle()
    person.settle()
    assert str(tmp_path / "drive") in told(page.show_tab("installed"))
    person.send("Hello")
    assert person.page.messages[-1].text == "Hello there."


def test_after_a_move_it_is_said_how_to_get_more(person: Person, tmp_path: Path) -> None:
    person.paddock._door = ScriptedDoor()  # type: ignore[assignment]
    page = open_page(person)
    person.window.shelf.move_folder(tmp_path / "drive")
    person.until(lambda: "close Paddock and open it again first" in person.window._toast.accessibleName())
    person.settle()
    view = page.show_tab("hub")
    assert isinstance(view, HubView)
    assert "until Paddock is opened again" in view._banner.what
    assert not view.get.isEnabled()


def test_a_model_s_prompt_holds_where_a_chat_has_none(person: Person) -> None:
    page = open_page(person)
    choose(rows(page)["tiny"], "Parameters and system prompt…")
    shown = dialog(person, OptionsDialog)
    shown._prompt.setPlainText("Answer in verse.")
    push(shown, "Save").click()
    person.settle()
    person.window.new_chat()
    person.send("Hello")
    assert [turn.content for turn in person.engine.asked[-1]] == ["Answer in verse.", "Hello"]
    person.page.choice.keep_options(ChatOptions("Be brief.", None, None))
    person.settle()
    person.send("Again")
    assert person.engine.asked[-1][0].content == "Be brief."
    person.window.shelf.rename("tiny", "poet")
    person.settle()
    assert person.paddock.chats.model_options("poet").system_prompt == "Answer in verse."
    assert person.paddock.chats.presets() == [], "it is no preset to be chosen from"
