"""A disk without room: one notice, nothing typed is lost, and the notice goes when saving works again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from paddock.errors import DiskFull, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


class Disk:
    """Stands between a person's store and its disk; `full` lets nothing be written."""

    def __init__(self, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._write = person.paddock.vault.write
        monkeypatch.setattr(person.paddock.vault, "write", self.write)
        person.window._full_disk._timer.setInterval(30)

    @contextmanager
    def write(self) -> Iterator[Any]:
        if self.full:
            raise DiskFull("There is no room on the disk to save.", "", "Free some space and try again.")
        with self._write() as connection:
            yield connection


@pytest.fixture
def disk(person: Person, monkeypatch: pytest.MonkeyPatch) -> Disk:
    person.send("Hello")
    return Disk(person, monkeypatch)


def test_it_is_told_once_and_no_more_when_there_is_room(person: Person, disk: Disk) -> None:
    disk.full = True
    person.send("More words")
    person.until(person.window._banner.isVisible)
    assert not person.page.banner.isVisible()
    assert person.page.composer.text == "More words"
    disk.full = False
    person.until(lambda: not person.window._banner.isVisible())
    person.settle()
    chat = person.page.chat
    assert chat is not None
    assert person.paddock.chats.chat(chat.id).draft == "More words"


def test_a_draft_that_could_not_be_kept_is_kept_later(person: Person, disk: Disk) -> None:
    disk.full = True
    person.type("Not to be lost")
    person.page.keep_draft()
    person.until(person.window._banner.isVisible)
    disk.full = False
    person.until(lambda: not person.window._banner.isVisible())
    person.settle()
    assert person.page.chat is not None
    assert person.paddock.chats.chat(person.page.chat.id).draft == "Not to be lost"


def test_a_dismissed_notice_does_not_come_back_by_itself(person: Person, disk: Disk) -> None:
    disk.full = True
    person.send("More words")
    person.until(person.window._banner.isVisible)
    person.window._banner._close.click()
    tried = person.window._full_disk._timer
    person.until(lambda: not tried.isActive())
    person.settle()
    person.until(tried.isActive)
    assert not person.window._banner.isVisible()


def test_another_notice_is_not_taken_back(person: Person, disk: Disk) -> None:
    disk.full = True
    person.send("More words")
    person.until(person.window._banner.isVisible)
    person.application.desk.notices.complain(UserError("Something else."))
    disk.full = False
    person.page.keep_draft()
    person.settle()
    assert person.window._banner.what == "Something else."
    assert person.window._banner.isVisible()


def test_an_export_that_finds_no_room_leaves_no_part(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.send("Hello")
    target = tmp_path / "out" / "chat.md"
    target.parent.mkdir()
    (target.parent / "chat.md").mkdir()
    person.window.actions_on_chats.export("md", None, target)
    person.until(person.window._banner.isVisible)
    assert [path.name for path in target.parent.iterdir()] == ["chat.md"]
