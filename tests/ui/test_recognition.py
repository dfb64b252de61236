"""A person has text in pictures recognised in other languages, and takes in the data of one from a file."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from paddock.reader.languages import language_folders
from paddock.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.ui.settings.recognition import RecognitionSection
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def section(person: Person) -> RecognitionSection:
    page = person.window.pages.show_page("settings")
    assert isinstance(page, SettingsPage)
    person.settle()
    return page._recognition


def used(person: Person) -> list[str]:
    """Return the languages in force, which are the same in the settings and in the library."""
    languages = person.paddock.library.ingest.languages
    assert languages == person.paddock.settings.current.ocr_languages
    return list(languages)


def test_by_keyboard(person: Person) -> None:
    shown = section(person)
    tick = shown.ticks["eng"]
    assert tick.isChecked()
    assert tick.text() == "English (eng)"
    tick.setFocus()
    person.press(Qt.Key.Key_Space)
    person.settle()
    assert used(person) == []
    person.press(Qt.Key.Key_Space)
    person.settle()
    assert used(person) == ["eng"]


def test_a_language_from_a_file(person: Person, tmp_path: Path) -> None:
    shown = section(person)
    data = next(path for folder in language_folders() for path in folder.glob("eng.traineddata"))
    shutil.copy(data, tmp_path / "deu.traineddata")
    shown.add(tmp_path / "deu.traineddata")
    person.until(lambda: "deu" in shown.ticks)
    assert shown.ticks["deu"].isChecked()
    assert shown.ticks["deu"].text() == "German (deu)"
    person.settle()
    assert used(person) == ["eng", "deu"]


def test_what_is_no_language_data_is_said(person: Person, tmp_path: Path) -> None:
    shown = section(person)
    (tmp_path / "fra.traineddata").write_bytes(b"a page that says where to get it")
    said: list[str] = []
    person.application.desk.notices.trouble_given.connect(lambda trouble: said.append(str(trouble.error)))
    shown.add(tmp_path / "fra.traineddata")
    person.settle()
    assert "“fra.traineddata” holds no language data." in said[0]
    assert "fra" not in shown.ticks
