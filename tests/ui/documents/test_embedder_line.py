"""The line on the page of documents where another embedding model is installed than made the vectors."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paddock.errors import EngineFailed, LicenceNotAgreed
from paddock.ui.models.licence_dialog import LicenceDialog
from tests.library.shelved import Compass, shelve
from tests.library.test_library import FewModels
from tests.models.building import LLAMA, build
from tests.ui.models.conftest import licensed_gguf  # noqa: F401 - a fixture
from tests.ui.models.test_page import dialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from paddock.ui.documents.embedder_line import EmbedderLine
    from paddock.ui.documents.files import Files
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow

PAGES = 130  # more than a first portion of 16 and one of 64
OFFER = "“Bbb” is installed; the documents' vectors were made by “Aaa”."
PATIENCE_S = 20.0


class Reembedding:
    """A library whose vectors one embedder made, and another that makes each portion only when it is let."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.models = FewModels({"aaa": Compass()})
        self.let = threading.Semaphore(0)
        self.later = Compass(salt="b", at_call=self._wait)
        self.library = person.paddock.library
        self.library._models = self.models
        shelve(self.library.vault, {"Travel": [f"Page {number}." for number in range(PAGES)]})
        assert self.library.embed_all(lambda _: None)
        self.threads: set[str] = set()

    def install(self) -> None:
        self.models.installed["bbb"] = self.later

    def show(self) -> Files:
        """Show the page of documents, and wait until nothing is under way."""
        files = self.person.window.documents.show().files
        self.person.until(lambda: files.model.total)
        self.person.settle()
        return files

    def _wait(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.let.acquire(timeout=PATIENCE_S)


@pytest.fixture
def anew(person: Person) -> Iterator[Reembedding]:
    made = Reembedding(person)
    yield made
    made.let.release(1000)


def buttons(line: EmbedderLine) -> list[QPushButton]:
    return [button for button in (line.anew, line.keep, line.stop) if button.isVisible()]


def test_where_one_embedder_is_installed_there_is_no_line(anew: Reembedding) -> None:
    assert not anew.show().embedder.isVisible()


def test_vectors_are_made_anew_by_keyboard_with_progress_and_the_line_goes(anew: Reembedding) -> None:
    anew.install()
    files = anew.show()
    line = files.embedder
    anew.person.until(line.isVisible)
    assert line.said == line.accessibleName() == OFFER
    assert buttons(line) == [line.anew, line.keep]
    line.anew.setFocus()
    anew.person.press(Qt.Key.Key_Return)
    assert "0 of 130 passages" in line.said, "it answers at once"
    assert QApplication.focusWidget() is line.stop
    anew.let.release()
    anew.person.until(lambda: "16 of 130 passages" in line.said)
    assert buttons(line) == [line.stop]
    assert line._bar.isVisible()
    assert 0 < line._bar.value() < line._bar.maximum()
    assert line._bar.accessibleName()
    assert not files.strip.isVisible(), "the old vectors serve all passages"
    anew.let.release(1000)
    anew.person.until(lambda: not line.isVisible())
    anew.person.settle()
    assert not line.isVisible()
    assert QApplication.focusWidget() is files.view
    assert anew.threads == {"embedding"}
    anew.library.embed_all(lambda _: None)
    line.look()
    anew.person.settle()
    assert not line.isVisible(), "the one that was replaced is not offered"


def test_who_keeps_the_vectors_is_not_asked_again(anew: Reembedding) -> None:
    anew.install()
    line = anew.show().embedder
    anew.person.until(line.isVisible)
    line.keep.setFocus()
    anew.person.press(Qt.Key.Key_Space)
    assert not line.isVisible()
    anew.person.settle()
    line.look()
    anew.person.settle()
    assert not line.isVisible()
    assert anew.library.replacement() is None
    assert anew.later.asked == []


def test_what_is_stopped_is_offered_again(anew: Reembedding) -> None:
    anew.install()
    line = anew.show().embedder
    anew.person.until(line.isVisible)
    line.anew.click()
    anew.person.until(lambda: anew.threads)
    line.stop.click()
    anew.let.release(1000)
    anew.person.settle()
    anew.person.until(lambda: line.said == OFFER)
    assert buttons(line) == [line.anew, line.keep]
    assert [one.done for one in [anew.library.replacement()] if one] == [0]


def test_a_model_that_is_gone_by_then_is_told_and_the_line_goes(anew: Reembedding) -> None:
    anew.install()
    line = anew.show().embedder
    anew.person.until(line.isVisible)
    del anew.models.installed["bbb"]
    told: list[str] = []
    anew.person.application.desk.notices.trouble_given.connect(lambda trouble: told.append(trouble.error.what))
    line.anew.click()
    anew.person.settle()
    anew.person.until(lambda: not line.isVisible())
    assert told == ["This embedding model is not installed."]


def test_a_model_installed_meanwhile_is_seen_when_the_page_is_shown_again(anew: Reembedding) -> None:
    line = anew.show().embedder
    anew.install()
    anew.person.window.pages.show_page("settings")
    assert not line.isVisible()
    anew.show()
    anew.person.until(line.isVisible)
    assert line.said == OFFER


def test_vectors_that_cannot_be_made_are_told_with_another_try(anew: Reembedding) -> None:
    failures = [EngineFailed("There is not enough memory.", "", "Close other programs and try again.")]

    def at_call() -> None:
        if failures:
            raise failures[0]

    anew.models.installed["bbb"] = Compass(salt="b", at_call=at_call)
    files = anew.show()
    line = files.embedder
    anew.person.until(line.isVisible)
    line.anew.click()
    anew.person.until(line.retry.isVisible)
    assert "could not be made: There is not enough memory. Close other programs and try again." in line.said
    assert line.said == line.accessibleName()
    assert line.stop.isVisible(), "it can still be given up"
    line.retry.setFocus()
    anew.person.press(Qt.Key.Key_Return)
    assert not line.retry.isVisible()
    assert QApplication.focusWidget() is line.stop
    anew.person.until(line.retry.isVisible)
    failures.clear()
    line.retry.setFocus()
    anew.person.press(Qt.Key.Key_Space)
    anew.person.until(lambda: not line.isVisible())
    assert QApplication.focusWidget() is files.view


# ---------------------------------------------------------------- held back by a licence


def test_a_licence_is_agreed_to_where_it_holds_a_model_back(
    person: Person,
    licensed_gguf: Path,  # noqa: F811 - a fixture
) -> None:
    shutil.copy(licensed_gguf, person.paddock.home.models / "licensed.gguf")
    models, library = FewModels({"aaa": Compass()}), person.paddock.library
    what = "“Licensed” is under the Llama 3.2 Community License, which has not been agreed to here."
    models.held_back["aaa"] = LicenceNotAgreed(what, "", "Read it and agree to it first.", model="licensed")
    library._models = models
    shelve(library.vault, {"Travel": ["The automobile."]})
    library.keeping_up.wake()
    files = person.window.documents.show().files
    line = files.embedder
    person.until(line.agree.isVisible)
    assert line.said == f"{what} Search does without it until then."
    assert not line.retry.isVisible()
    line.agree.setFocus()
    person.press(Qt.Key.Key_Space)
    shown = dialog(person, LicenceDialog)
    models.held_back.clear()
    shown.who.setText("Ada")
    shown.accept_button.click()
    person.until(line.isHidden)
    assert library.embed_all(lambda _: None)
    assert library.embedding_progress() == (1, 1)


def test_an_embedder_that_comes_in_is_taken_at_once(person: Person) -> None:
    library, woken = person.paddock.library, threading.Event()
    person.settle()
    library._models = models = FewModels()
    shelve(library.vault, {"Travel": ["The automobile."]})
    models.installed["aaa"] = Compass(at_call=woken.set)
    metadata = (*LLAMA, ("llama.pooling_type", "u32", 1))
    (person.paddock.home.models / "embeds.gguf").write_bytes(build(metadata).data)
    person.window.shelf.refresh()
    person.until(woken.is_set)
