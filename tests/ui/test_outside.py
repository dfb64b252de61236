"""Folders and files handed to the system's programs: where it has none for them, the person is told where they lie."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from paddock.ui.outside import open_file, open_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Person

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="another system opens them otherwise")


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Return what puts a system's opener in place that ends so; it notes what it was given in the file returned."""

    def place(code: int) -> Path:
        folder = tmp_path / "programs"
        folder.mkdir()
        asked = tmp_path / "asked"
        (folder / "xdg-open").write_text(f'#!/bin/sh\nprintf %s "$1" > {asked}\nexit {code}\n', encoding="utf-8")
        (folder / "xdg-open").chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=":")
        return asked

    return place


def test_a_folder_that_nothing_shows_is_told_with_the_way_to_it(
    person: Person, opener: Callable[[int], Path], tmp_path: Path
) -> None:
    opener(4)
    file = tmp_path / "tiny.gguf"
    open_folder(person.application.desk, person.window, tmp_path, file)
    person.until(person.window._toast.isVisible)
    assert person.window._toast.accessibleName() == f"No program on this computer shows folders. It lies here: {file}"
    person.window._toast._button.click()
    assert QGuiApplication.clipboard().text() == str(file)


def test_what_was_opened_is_not_told(person: Person, opener: Callable[[int], Path], tmp_path: Path) -> None:
    asked = opener(0)
    open_file(person.application.desk, person.window, tmp_path / "a b.pdf")
    person.until(lambda: asked.exists() and asked.read_text(encoding="utf-8"))
    person.settle()
    assert asked.read_text(encoding="utf-8") == str(tmp_path / "a b.pdf")
    assert not person.window._toast.isVisible()


def test_the_folder_of_a_model_and_that_of_the_store_are_opened_so(
    person: Person, opener: Callable[[int], Path]
) -> None:
    opener(3)
    models = person.window.pages.show_page("models")
    person.settle()
    row = models.findChildren(type(models.show_tab("installed").rows[0]))[0]  # type: ignore[attr-defined]  # it has rows
    row._actions.reveal(row.facts)
    person.until(lambda: str(row.facts.model.model.path) in person.window._toast.accessibleName())
