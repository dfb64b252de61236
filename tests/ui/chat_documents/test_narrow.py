"""A small window with large text: what is needed most keeps its room, and nothing is cut through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paddock.library.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.chat_documents.conftest import Desk
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


@pytest.fixture
def small(person: Person) -> Person:
    """Return a person whose window is small and whose text is twice as large."""
    person.send("Hello")
    person.window.resize(900, 600)
    person.application.desk.preferences.change(zoom_percent=200)
    person.settle()
    return person


def test_the_status_strip_shows_whole_parts_or_none(small: Person) -> None:
    strip = small.window.strip
    strip._fetching.setText("A model with a long name: not fetched")
    strip._fit()
    shown = [one for one in (strip.badge, strip._model, strip._fetching) if one.isVisible()]
    assert strip.badge in shown
    small.until(lambda: all(one.width() >= one.sizeHint().width() for one in shown))


def test_the_message_field_keeps_its_line_above_attachments(small: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt", files / "dam.txt")
    small.settle()
    field = small.page.composer.field
    assert field.visibleRegion().boundingRect().height() >= field.fontMetrics().lineSpacing()


def test_the_greeting_gives_way_to_who_answers(small: Person) -> None:
    small.page.open_chat(None)
    small.until(lambda: small.page.chat_id is None and small.page.ready)
    small.settle()
    welcome = small.page.welcome
    assert not welcome._title.isVisible()
    assert welcome._who.isVisible()
    assert welcome._who.height() >= welcome._who.heightForWidth(welcome._who.width())
    small.window.resize(900, 1_200)
    small.until(welcome._title.isVisible)


def test_the_list_of_files_keeps_room_for_some(small: Person, desk: Desk, files: Path) -> None:
    desk.attach(files / "wells.txt", files / "dam.txt")
    small.window.resize(1366, 740)
    page = small.window.documents.show()
    small.until(lambda: page.files.model.rowCount() == 2)
    small.settle()
    assert not page.files._tools.isVisible()
    assert page.files.coverage.said, "all of it is told to who hears the window"
    row = page.files.view.visualRect(page.files.model.index(0, 0))
    assert page.files.view.viewport().height() >= row.height() > 0
    small.window.resize(1366, 1_400)
    small.until(page.files._tools.isVisible)


def test_in_the_smallest_window_with_large_text_files_are_seen(small: Person, desk: Desk, files: Path) -> None:
    for number in range(6):
        (files / f"well {number}.txt").write_text(f"The well {number} is dry.\n", encoding="utf-8")
    (files / "empty.txt").write_bytes(b"")
    small.window.documents.take_in([files])
    page = small.window.documents.show()
    small.until(lambda: page.files.model.rowCount() == 9 and small.application.desk.documents.progress is not None)
    small.settle()
    view, coverage = page.files.view, page.files.coverage
    small.until(lambda: view.viewport().height() >= 2 * view.visualRect(page.files.model.index(0, 0)).height() > 0)
    assert not page.files._name.isVisible()
    assert coverage._show.isVisibleTo(coverage) == (not coverage._coverage.is_whole)  # type: ignore[union-attr]  # it was read
    small.window.resize(1366, 1_400)
    small.until(page.files._name.isVisible)
    small.until(lambda: coverage.y() > page.files._name.geometry().bottom())


def test_in_the_smallest_window_with_large_text_a_conversation_with_documents_is_read(
    small: Person, desk: Desk, files: Path
) -> None:
    desk.attach(files / "wells.txt", files / "dam.txt")
    small.settle()
    page = small.page
    small.until(lambda: page.transcript.viewport().height() >= 4 * page.composer.field.fontMetrics().lineSpacing())
    beside = page.composer.field.geometry()
    assert page.composer.clip.y() < beside.bottom()
    page.composer.set_hint("27 tokens")
    small.until(lambda: page.composer._hint.isVisible() and page.composer._hint.y() >= beside.bottom())
    small.window.resize(900, 1_200)
    small.until(lambda: page.composer.clip.y() >= page.composer.field.geometry().bottom())


@pytest.mark.parametrize("zoom", [100, 200])
def test_while_documents_are_read_files_are_seen_and_no_words_are_cut(
    small: Person, desk: Desk, files: Path, zoom: int
) -> None:
    desk.attach(files / "wells.txt", files / "dam.txt")
    page = small.window.documents.show()
    small.until(lambda: page.files.model.rowCount() == 2)
    small.application.desk.preferences.change(zoom_percent=zoom)
    small.settle()
    reading = Progress("reading", 12, 55, 34, 210, 11.0, 16.0, ("Groundwater report.pdf",), looking=False, trouble=None)
    small.application.desk.documents.progressed.emit(reading)
    page.files._show_embedding(1_200, 5_200)
    strip, view = page.files.strip, page.files.view
    told, row = strip._what, view.visualRect(page.files.model.index(0, 0)).height()
    small.until(lambda: told.height() >= told.heightForWidth(told.width()) > 0)
    small.until(lambda: view.viewport().height() >= row > 0)
    assert strip._stop.accessibleName() == "Stop"
    assert page.files.coverage.isVisible() == (zoom == 100)
    small.application.desk.documents.progressed.emit(replace(reading, state="idle", files=0))
    page.files._show_embedding(0, 0)
    small.until(page.files.coverage.isVisible)


def test_what_stands_where_no_documents_are_is_whole_or_away(small: Person) -> None:
    page = small.window.documents.show()
    empty = page.files.empty
    small.until(empty.isVisible)
    small.settle()

    def whole() -> bool:
        words = all(one.isHidden() or one.height() >= one.heightForWidth(one.width()) for one in labels)
        return words and (empty._ways.isHidden() or empty._ways.height() >= empty._ways.sizeHint().height())

    labels = (empty._what, empty._why)
    for size in ((900, 600), (1280, 860), (1600, 1150)):
        small.window.resize(*size)
        small.settle()
        small.until(whole)
        assert empty._what.isVisible()
    small.until(empty._mark.isVisible)
