"""The page before the chats: what it says, that all of it can be read, and that it offers nothing it cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from paddock.errors import KeyLost, UserError, VaultDamaged, VaultError, WrongPassphrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.home import Home
    from paddock.ui.unlock.page import UnlockPage
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow

LONG = "This is one long sentence of the kind that takes two lines of a banner, and often a third one as well."
TROUBLES = (
    WrongPassphrase("This passphrase does not open the store.", "", "Try again; mind capitals."),
    VaultError(LONG),
    KeyLost(LONG, LONG, "Bring the keyring back."),
    VaultDamaged("The store's file cannot be read.", LONG),
)


def trouble(person: Person, error: UserError) -> UnlockPage:
    """Show why the store cannot be opened."""
    person.window.door.show_failure(error)
    QTest.qWait(20)
    assert person.window.door.page is not None
    return person.window.door.page


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("size", [(1180, 780), (480, 420)])
def test_a_banner_shows_every_line_of_its_words(person: Person, zoom: int, size: tuple[int, int]) -> None:
    person.application.desk.preferences.change(zoom_percent=zoom)
    person.window.resize(*size)
    for error in (*TROUBLES, *reversed(TROUBLES)):
        banner = trouble(person, error).banner
        assert banner.height() >= banner.heightForWidth(banner.width())
        for label in (banner._what, banner._why):
            assert label.isHidden() or label.height() >= label.heightForWidth(label.width()), label.plain


def test_putting_aside_is_told_only_where_something_can_be_put_aside(person: Person) -> None:
    page = trouble(person, VaultError("Another Paddock keeps the store closed.", "", "Try again later."))
    assert not page._anew.isVisible()
    assert not page._put_aside.isVisible()
    page = trouble(person, KeyLost("The keyring no longer holds this store's key."))
    assert page._anew.isVisible()
    assert page._put_aside.isVisible()


def test_a_new_passphrase_is_typed_twice_without_looking(person: Person) -> None:
    """The Tab key and Enter lead from one field to the other, and past neither eye, which a space would press."""
    page = trouble(person, VaultError("Another Paddock keeps the store closed.", "", "Try again later."))
    asked: list[object] = []
    page.set_up_wanted.connect(asked.append)
    page.ask_set_up(keyring=False)
    fields = page._new
    QTest.keyClicks(fields.first, "three wet cats")
    QTest.keyClick(fields.first, Qt.Key.Key_Tab)
    assert fields.second.hasFocus()
    fields.first.setFocus()
    QTest.keyClick(fields.first, Qt.Key.Key_Return)
    assert fields.second.hasFocus()
    QTest.keyClicks(fields.second, "three wet")
    QTest.keyClick(fields.second, Qt.Key.Key_Return)
    assert fields._note.plain == "The two are not the same."
    assert not asked
    QTest.keyClicks(fields.second, " cats")
    QTest.keyClick(fields.second, Qt.Key.Key_Return)
    assert asked == ["three wet cats"]


def test_a_store_without_its_custody_file_is_not_taken_for_a_new_one(
    enter: Callable[[], Person], person: Person, home: Home
) -> None:
    person.send("Hello")
    person.close()
    for path in (home.vault / "custody.json", home.vault / "backups" / "custody.json"):
        path.unlink(missing_ok=True)
    again = enter()
    again.application.open()
    again.until(lambda: again.window.door.page is not None and again.window.door.page.banner.isVisible())
    page = again.window.door.page
    assert page is not None
    assert page._anew.isVisible()
    assert not page._new.isVisible()
    again.settle()
