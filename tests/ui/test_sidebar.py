"""The list of chats: what stands where."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

if TYPE_CHECKING:
    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow


def test_chats_dated_in_the_future_stand_last_under_a_heading_of_their_own(person: Person) -> None:
    store, rows = person.paddock.chats, person.window.sidebar.rows
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    for title, days in (("ahead", 4000), ("now", 0), ("old", -1), ("further ahead", 9000)):
        chat = store.create_chat(title)
        with person.paddock.vault.write() as db:
            db.execute(
                "UPDATE chat SET updated_at = ? WHERE id = ?", ((now + timedelta(days=days)).timestamp(), chat.id)
            )
    rows.show(store.chats(), store.folders(), now)
    shown = [row.text for row in rows._rows]
    assert shown == ["Today", "now", "Yesterday", "old", "Dated in the future", "further ahead", "ahead"]
    person.settle()


def a_chat_in_a_folder(person: Person) -> tuple[int, int]:
    """Make a folder with a chat in it, and return both ids, the chat's first."""
    store = person.paddock.chats
    folder = store.create_folder("Water")
    chat = store.create_chat("Wells", folder.id)
    person.window.sidebar.refresh()
    person.settle()
    return chat.id, folder.id


def test_a_chat_is_dragged_into_a_folder_and_out_of_it(person: Person) -> None:
    chat, folder = a_chat_in_a_folder(person)
    rows, store = person.window.sidebar.rows, person.paddock.chats
    data = rows.mimeData([rows.find("chat", chat)])
    view = person.window.sidebar.view
    assert rows.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())

    def drop(place: QPoint) -> None:
        nothing_else = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        view.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.MoveAction, data, *nothing_else))
        person.settle()

    drop(view.viewport().rect().bottomLeft() + QPoint(20, -5))
    assert store.chat(chat).folder_id is None
    drop(view.visualRect(rows.find("folder", folder)).center())
    assert store.chat(chat).folder_id == folder


def test_a_name_is_changed_where_it_stands(person: Person) -> None:
    chat, folder = a_chat_in_a_folder(person)
    side, px = person.window.sidebar, person.application.desk.theme.px
    for kind, number, before in (("chat", chat, px(30)), ("folder", folder, px(12) + px(18) + 2 * px(8))):
        side.view.rename(kind, number)
        (field,) = (one for one in side.view.viewport().findChildren(QLineEdit) if one.isVisible())
        row = side.view.visualRect(side.rows.find(kind, number))
        assert (field.x(), field.geometry().right()) == (row.x() + before, row.right())
        QTest.keyClick(field, Qt.Key.Key_Escape)
        person.settle()


def test_where_a_dragged_chat_would_go_is_framed(person: Person) -> None:
    _chat, folder = a_chat_in_a_folder(person)
    view = person.window.sidebar.view
    before = view.viewport().grab().toImage()
    view._point_at(view.visualRect(person.window.sidebar.rows.find("folder", folder)).center())
    assert view.viewport().grab().toImage() != before
    view._point_at(None)
    assert view.viewport().grab().toImage() == before


def test_a_menu_over_another_chat_does_not_leave_it_marked_as_the_open_one(person: Person) -> None:
    person.send("Open chat")
    other, _folder = a_chat_in_a_folder(person)
    side = person.window.sidebar
    row = side.rows.row(side.rows.find("chat", other))
    side.view.setCurrentIndex(side.rows.find("chat", other))
    side.view.menu_wanted.emit(row, QPoint(5, 5))
    menu = next(menu for menu in side.findChildren(QMenu) if menu.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    person.settle()
    assert person.page.chat is not None
    assert side.view.currentIndex() == side.rows.find("chat", person.page.chat.id)


def test_a_chat_that_holds_nothing_is_not_listed_and_one_with_a_draft_by_its_words(person: Person) -> None:
    store, rows = person.paddock.chats, person.window.sidebar.rows
    blank, written, pinned = (store.create_chat().id for _ in range(3))
    store.save_draft(written, "Why is\nthe sky blue?")
    store.pin_chat(pinned, pinned=True)
    person.window.sidebar.refresh()
    person.settle()
    assert not rows.find("chat", blank).isValid()
    assert rows.find("chat", written).data() == "Why is the sky blue?"
    assert rows.find("chat", pinned).data() == "New chat"
    person.window.actions_on_chats.trash(store.chat(written))
    person.until(lambda: person.window._toast.accessibleName() == "“Why is the sky blue?” is in the trash.")


def test_a_list_with_the_focus_keeps_the_row_that_shows_it(person: Person) -> None:
    person.send("Hello")
    view = person.window.sidebar.view
    person.until(lambda: view.currentIndex().isValid())
    view.setFocus()
    person.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    person.until(lambda: person.window.pages.current == "settings")
    assert view.hasFocus()
    assert view.currentIndex().isValid()
    assert not view.selectedIndexes(), "no chat is open"


def test_tab_reaches_every_place_also_after_one_was_opened(person: Person) -> None:
    side = person.window.sidebar
    person.send("Hello")
    side._places["models"].click()
    person.settle()
    side.view.setFocus()
    for button in side._places.values():
        person.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


@pytest.mark.parametrize("name", ["documents", "models", "privacy", "settings", "trash"])
def test_tab_goes_from_the_sidebar_into_the_page_and_from_there_to_the_strip(person: Person, name: str) -> None:
    person.paddock.chats.trash_chat(person.paddock.chats.create_chat("gone").id)
    page = person.window.pages.show_page(name)
    person.settle()
    person.window.sidebar._places["trash"].setFocus()
    person.press(Qt.Key.Key_Tab)
    assert page.isAncestorOf(QApplication.focusWidget() or person.window)
    for _step in range(200):
        person.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget() or person.window
        if not page.isAncestorOf(focused):
            break
    assert person.window.strip.isAncestorOf(focused)


def test_the_sidebar_is_as_wide_as_before_once_large_text_is_small_again(person: Person) -> None:
    person.window.resize(1400, 800)
    side, preferences = person.window.sidebar, person.application.desk.preferences
    person.until(lambda: side.width() == 272)
    preferences.change(zoom_percent=200)
    person.until(lambda: side.width() == 400)
    preferences.change(zoom_percent=100)
    person.until(lambda: side.width() == 272)
    person.settle()


def test_a_page_that_is_not_shown_takes_no_room_from_the_sidebar(person: Person) -> None:
    person.window.resize(1400, 800)
    person.window.documents.show()
    person.settle()
    person.window.pages.show_page("chat")
    person.window.resize(900, 600)
    person.settle()
    assert person.window.sidebar.width() == 272


def test_a_wide_sidebar_leaves_a_page_the_room_it_is_read_in(person: Person) -> None:
    person.window.resize(1400, 800)
    person.window._splitter.setSizes([700, 700])
    person.settle()
    assert person.window.sidebar.width() == 700
    for name in ("settings", "documents", "chat"):
        page = person.window.documents.show() if name == "documents" else person.window.pages.show_page(name)
        person.window.resize(660, 560)
        person.settle()
        assert page.width() >= 440, name
        person.window.resize(1400, 800)
        person.settle()


def test_the_page_that_is_shown_is_marked_and_told(person: Person) -> None:
    places = person.window.sidebar._places
    person.window.pages.show_page("privacy")
    assert [name for name, button in places.items() if button.property("shown")] == ["privacy"]
    assert [name for name, button in places.items() if button.accessibleDescription()] == ["privacy"]
    person.window.pages.show_page("chat")
    assert not any(button.property("shown") or button.accessibleDescription() for button in places.values())
