"""Theme, zoom, shortcuts, names for those who hear the window, and contrast."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QToolButton,
    QWidget,
)

from paddock.ui.palette import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Palette
from paddock.ui.shortcuts import BINDINGS
from paddock.ui.stylesheet import build_stylesheet
from paddock.ui.theme import Theme
from paddock.ui.transcript.message import MessageWidget
from paddock.ui.unlock.fields import secret_field
from paddock.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Person

pytestmark = pytest.mark.slow

CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = ("chat", "models", "privacy", "settings", "trash", "first_run")


def show(person: Person, name: str) -> QWidget:
    """Show a page with something on it."""
    if name == "first_run":
        (person.paddock.home.models / "tiny.gguf").unlink()
        person.window.shelf.refresh()
        person.settle()
        assert person.window.pages.current == "first_run"
    if name == "trash":
        person.send("Hello")
        assert person.page.chat is not None
        person.window.actions_on_chats.trash(person.page.chat)
        person.settle()
    page = person.window.pages.show_page(name)
    person.settle()
    return page


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    ink = QColor(colour)
    red, green, blue = (_linear(channel) for channel in (ink.redF(), ink.greenF(), ink.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda each: each.name)
def test_text_and_controls_stand_out(palette: Palette) -> None:
    grounds = ("window", "surface", "sunken", "hover", "selected")
    for ground in grounds:
        for text in ("text", "text_muted"):
            assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5, (text, ground)
    for ground in ("window", "surface", "sunken"):
        for text in ("link", "danger", "warning", "info"):
            assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5, (text, ground)
        for control in ("border_strong", "focus", "accent"):
            assert contrast(getattr(palette, control), getattr(palette, ground)) >= 3, (control, ground)
    pairs = {
        "on_accent": ("accent", "accent_hover", "accent_pressed"),
        "on_selection": ("selection",),
        "on_highlight": ("highlight",),
        "on_code": ("code",),
        "on_toast": ("toast",),
        "toast_action": ("toast",),
        "text": ("danger_soft", "warning_soft", "info_soft", "accent_soft", "pressed"),
        "link": ("accent_soft",),
        "warning": ("warning_soft",),
    }
    for text, fitting in pairs.items():
        for ground in fitting:
            assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5, (text, ground)


def test_style_sheet_scales_and_leaves_nothing_open() -> None:
    small, large = build_stylesheet(LIGHT, 100), build_stylesheet(LIGHT, 200)
    assert "$" not in small
    assert "7px 15px" in small
    assert "14px 30px" in large


class Accessibility(QObject):
    """What the system says of contrast and motion."""

    contrastPreferenceChanged = Signal()  # noqa: N815 - as Qt calls it

    def __init__(self) -> None:
        super().__init__()
        self.contrast = Qt.ContrastPreference.NoPreference
        self.motion = Qt.MotionPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast

    def motionPreference(self) -> Qt.MotionPreference:
        return self.motion


class Hints(QObject):
    """What the system says of its colours; the platform used in tests has no say in it."""

    colorSchemeChanged = Signal()  # noqa: N815 - as Qt calls it

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.wishes = Accessibility()

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def accessibility(self) -> Accessibility:
        return self.wishes


def test_theme_follows_the_system_live(qtbot: QtBot) -> None:
    hints = Hints()
    theme = Theme(hints)  # type: ignore[arg-type]  # it has what the theme asks
    changes: list[str] = []
    theme.changed.connect(lambda: changes.append(theme.palette.name))
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit()
    hints.wishes.contrast = Qt.ContrastPreference.HighContrast
    hints.wishes.contrastPreferenceChanged.emit()
    theme.set_mode("light")
    hints.scheme = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit()
    assert changes == ["dark", "contrast-dark", "contrast-light"]
    assert theme.motion_ms(120) == 120
    hints.wishes.motion = Qt.MotionPreference.ReducedMotion
    assert theme.motion_ms(120) == 0


def test_theme_switches_while_the_window_is_open(person: Person) -> None:
    preferences = person.application.desk.preferences
    preferences.change(theme="light")
    before = person.window.grab().toImage().pixelColor(4, 4)
    preferences.change(theme="dark")
    after = person.window.grab().toImage().pixelColor(4, 4)
    assert (before.name().upper(), after.name().upper()) == (LIGHT.sunken, DARK.sunken)
    person.settle()
    assert person.paddock.settings.current.theme == "dark"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", [Tick, QRadioButton])
def test_boxes_and_rings_are_seen_on_their_ground(person: Person, kind: type[QAbstractButton], theme: str) -> None:
    person.application.desk.preferences.change(theme=theme)
    box = Tick(person.application.desk.icons, "Words") if kind is Tick else QRadioButton("Words")
    box.setParent(person.window)
    box.resize(box.sizeHint())
    box.show()

    def seen() -> float:
        picture = box.grab(QRect(0, 0, 30, box.height())).toImage()
        middle = picture.height() // 2
        ground = picture.pixelColor(1, middle).name()
        return max(contrast(picture.pixelColor(left, middle).name(), ground) for left in range(picture.width()))

    assert seen() >= 3
    before = box.grab().toImage()
    box.setChecked(True)
    assert seen() >= 3
    assert box.grab().toImage() != before
    box.deleteLater()
    person.settle()


def test_zoom_by_keys_is_kept(person: Person) -> None:
    theme = person.application.desk.theme
    size = person.page.composer.field.fontMetrics().height()
    dressed: list[int] = []
    theme.changed.connect(lambda: dressed.append(theme.zoom_percent))
    person.press(Qt.Key.Key_Plus, CTRL)
    person.press(Qt.Key.Key_Equal, CTRL)
    person.until(lambda: theme.zoom_percent == 120)
    assert dressed == [120]  # once for both
    assert person.page.composer.field.fontMetrics().height() > size
    person.press(Qt.Key.Key_Minus, CTRL)
    person.until(lambda: theme.zoom_percent == 110)
    person.settle()
    assert person.paddock.settings.current.zoom_percent == 110
    person.press(Qt.Key.Key_0, CTRL)
    person.until(lambda: theme.zoom_percent == 100)


class Dressings(QObject):
    """Counts how often a widget is told that its style changed."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def test_a_change_of_look_dresses_a_widget_once_and_not_for_everything_around_it(person: Person) -> None:
    """Qt polishes twice what stands in a window with a style sheet; for an application's sheet it was ten times."""
    pages = [show(person, name) for name in ("models", "privacy", "settings")]
    deep = pages[-1].findChildren(QToolButton)[-1]
    around: list[QWidget] = [deep]
    while (parent := around[-1].parentWidget()) is not None:
        around.append(parent)
    assert len(around) > 6
    dressings = Dressings(deep)
    for changes in ({"zoom_percent": 130}, {"theme": "dark"}):
        dressings.count = 0
        person.application.desk.preferences.change(**changes)
        assert 1 <= dressings.count <= 2, changes
    person.settle()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(800, 560), (1180, 780)])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_its_page(person: Person, name: str, zoom: int, size: tuple[int, int]) -> None:
    person.window.resize(*size)
    person.application.desk.preferences.change(zoom_percent=zoom)
    page = show(person, name)
    assert (person.window.width(), person.window.height()) == size
    shown = page.widget() if isinstance(page, QAbstractScrollArea) and hasattr(page, "widget") else page
    assert shown is not None
    for child in shown.findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is not None and not child.isWindow():
            right = child.mapTo(shown, QPoint(child.width(), 0)).x()
            assert right <= shown.width() + 1, f"{type(child).__name__} {child.accessibleName()!r} ends at {right}"


# ---------------------------------------------------------------- keys


def test_every_shortcut_does_something(person: Person) -> None:
    for name, place in {"models": Qt.Key.Key_2, "privacy": Qt.Key.Key_3, "settings": Qt.Key.Key_Comma}.items():
        person.press(place, CTRL)
        assert person.window.pages.current == name
    person.settle()
    person.press(Qt.Key.Key_1, CTRL)
    assert person.window.pages.current == "chat"
    person.press(Qt.Key.Key_B, CTRL)
    assert not person.window.sidebar.isVisible()
    person.press(Qt.Key.Key_B, CTRL)
    assert person.window.sidebar.isVisible()
    person.press(Qt.Key.Key_L, CTRL)
    assert QApplication.focusWidget() is person.page.composer.field
    person.press(Qt.Key.Key_F1)
    from paddock.ui.shortcut_overview import ShortcutOverview

    overview = person.window.findChild(ShortcutOverview)
    assert overview is not None
    overview.accept()
    person.press(Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert person.page.choice.picker is not None
    assert person.page.choice.picker.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert not person.page.choice.picker.isVisible()
    person.settle()


def test_no_two_actions_share_keys() -> None:
    keys = [QKeySequence(key).toString() for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))


def test_keys_are_chosen_anew_kept_and_refused_where_taken(person: Person) -> None:
    keys = person.application.desk.shortcuts
    assert keys.refusal("new_chat", "Ctrl+J") == ""
    assert "Search all chats" in keys.refusal("new_chat", "Ctrl+K")
    assert "Ctrl or Alt" in keys.refusal("new_chat", "D")
    keys.choose("new_chat", "Ctrl+J")
    person.send("Hello")
    person.press(Qt.Key.Key_N, CTRL)
    person.settle()
    assert person.page.chat_id is not None
    person.press(Qt.Key.Key_J, CTRL)
    person.until(lambda: person.page.chat_id is None)
    person.settle()
    assert person.paddock.settings.current.shortcuts == {"new_chat": "Ctrl+J"}
    keys.choose("new_chat", None)
    assert keys.keys("new_chat") == ("Ctrl+N",)


def test_delete_alone_deletes_nothing(person: Person) -> None:
    person.send("Stay")
    person.window.sidebar.view.setFocus()
    person.window.sidebar.view.setCurrentIndex(person.window.sidebar.rows.index(1))
    person.press(Qt.Key.Key_Delete)
    person.press(Qt.Key.Key_Backspace)
    person.settle()
    assert len(person.paddock.chats.chats()) == 1


# ---------------------------------------------------------------- for everyone


def reachable(root: QWidget) -> Iterator[QWidget]:
    """Walk everything a person can reach by the Tab key."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def spoken(widget: QWidget) -> str:
    """Return the name that assistive technology hears."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def is_inner(widget: QWidget) -> bool:
    """Tell whether it is a part Qt puts into a control of ours, such as a spin box's field."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or (parent is not None and parent.focusProxy() is widget)


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_a_role(person: Person, name: str) -> None:
    show(person, name)
    found = [widget for widget in reachable(person.window) if not is_inner(widget)]
    assert len(found) > 8
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert spoken(widget), f"{type(widget).__name__} in {type(widget.parentWidget()).__name__} has no name"
        assert interface.role() != QAccessible.Role.NoRole
        if interface.role() == QAccessible.Role.CheckBox:
            assert isinstance(widget, QCheckBox), f"“{spoken(widget)}” is nothing to tick"


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_as_one_reads(person: Person, name: str) -> None:
    """Within a page, the focus never jumps back up past what was reached before."""
    page = show(person, name)
    order: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not page and widget is not None:
        if page.isAncestorOf(widget) and widget in list(reachable(page)) and not is_inner(widget):
            order.append(widget)
        widget = widget.nextInFocusChain()

    def places() -> list[tuple[int, int]]:
        return [(one.mapTo(page, QPoint(0, one.height() // 2)).y(), one.mapTo(page, QPoint(0, 0)).x()) for one in order]

    def stand_still() -> bool:
        before = places()
        QTest.qWait(30)
        return before == places()

    assert len(order) >= 2
    person.until(stand_still)
    for (above, left), (below, right) in pairwise(places()):
        assert below > above - 24, f"{name}: focus goes from y={above} back to y={below}"
        if abs(below - above) < 12:
            assert right >= left, f"{name}: focus goes from x={left} back to x={right} in one line"


@pytest.mark.slow
def test_tab_goes_through_the_window_as_one_reads_it(person: Person) -> None:
    """From the sidebar over the header and the newest message to the composer, and on to the status strip."""
    person.send("Hello")
    person.until(person.window.sidebar.view.isVisible)
    person.window.sidebar.new_chat.setFocus(Qt.FocusReason.TabFocusReason)
    reached = [QApplication.focusWidget()]
    for _ in range(40):
        person.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() in reached:
            break
        reached.append(QApplication.focusWidget())
    window, page = person.window, person.page
    assert QApplication.focusWidget() is window.sidebar.new_chat
    newest = page.transcript.messages[-1].id
    shown = next(
        each for each in page.transcript.findChildren(MessageWidget) if each.message and each.message.id == newest
    )
    inside = [each for each in reached if each is not None and shown.isAncestorOf(each)]
    assert inside[0] is shown
    assert len(inside) >= 3
    as_read = [
        window.sidebar.new_chat,
        window.sidebar.search,
        window.sidebar.view,
        page.header.model,
        page.header.more,
        page.transcript,
        *inside,
        page.composer.field,
    ]
    assert [each for each in reached if each in as_read] == as_read
    assert reached[-1] is not None
    assert window.strip.isAncestorOf(reached[-1])


def test_icons_in_a_line_grow_with_the_text_and_their_buttons_are_reached_by_tab(person: Person) -> None:
    search, desk = person.window.sidebar.search, person.application.desk
    search.setText("heron")
    field = secret_field(desk, "Passphrase")
    person.bot.addWidget(field)
    field.show()
    eye = field.findChild(QToolButton)
    assert search._lead is not None
    assert eye is not None
    assert eye in list(reachable(field))
    assert spoken(eye) == "Show what is typed"
    sizes = []
    for zoom in (100, 200):
        desk.preferences.change(zoom_percent=zoom)
        QTest.qWait(10)
        sizes.append((search._lead.pixmap().height(), eye.iconSize().width(), search.textMargins().left()))
        assert eye.geometry().bottom() <= field.height()
    assert all(large == 2 * small for small, large in zip(*sizes, strict=True))
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.textMargins().left() > field.textMargins().right()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["chat", "models", "settings"])
def test_focus_can_be_seen(person: Person, name: str) -> None:
    """The picture of every control changes when it gets the focus."""
    person.window.pages.show_page(name)
    person.settle()
    for widget in list(reachable(person.window)):
        if is_inner(widget) or isinstance(widget, QAbstractItemView | QAbstractSlider | QAbstractScrollArea):
            continue  # lists and texts show it in the current row or by the cursor and their frame
        person.window.setFocus()
        QApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setCursorWidth(1) if isinstance(widget, QPlainTextEdit) else None
        assert widget.grab().toImage() != before, f"{type(widget).__name__} {spoken(widget)!r}"


@pytest.mark.parametrize(("zoom", "width"), [(100, 1180), (100, 640), (200, 1180), (200, 700)])
def test_titles_share_the_room_and_nothing_is_cut_in_the_middle(person: Person, zoom: int, width: int) -> None:
    person.application.desk.preferences.change(zoom_percent=zoom)
    person.window.resize(width, 780)
    person.send("Why")
    QTest.qWait(20)
    header = person.page.header
    shown = header.model.text()
    cut_for_want_of_room = header.title.text() != header.title.whole or header.title.width() < 40
    assert shown == "Tiny" or not shown.endswith("…") or cut_for_want_of_room
    assert header.more.geometry().right() <= header.width()
    reply = person.page.transcript.rows.shown[person.page.messages[-1].id]
    reply.set_focused(True)
    row = reply.parts.actions
    timing = row._timing
    assert timing.isHidden() or timing.fontMetrics().horizontalAdvance(timing.text()) <= timing.width()
    assert all(
        button.geometry().right() <= row.width() for button in row.findChildren(QToolButton) if button.isVisible()
    )


def test_the_find_bar_shows_its_focus(person: Person) -> None:
    person.send("Why")
    person.page.open_find()
    assert person.page.find_bar.property("active") is True
    person.page.composer.take_focus()
    assert person.page.find_bar.property("active") is False


def test_a_narrow_window_hides_the_sidebar_until_asked(person: Person) -> None:
    person.window.resize(560, 500)
    QApplication.processEvents()
    assert not person.window.sidebar.isVisible()
    assert person.page.header.sidebar.isVisible()
    person.page.header.sidebar.click()
    assert person.window.sidebar.isVisible()
    person.window.resize(1180, 780)
    QApplication.processEvents()
    assert person.window.sidebar.isVisible()


def test_composer_grows_to_a_third_and_not_further(person: Person) -> None:
    field = person.page.composer.field
    one_line = field.height()
    for _line in range(3):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.height() > one_line * 3
    field.insertPlainText("line\n" * 80)
    assert field.height() <= person.window.height() / 3 + 4
    person.page.composer.put_text("")
    assert field.height() == one_line


@pytest.mark.slow
def test_a_list_that_drops_down_shows_its_rows(person: Person) -> None:
    from paddock.ui.widgets.choice import Choice

    choice = show(person, "settings").findChildren(Choice)[0]
    choice.showPopup()
    QTest.qWait(10)
    assert choice.view().viewport().height() >= sum(choice.view().sizeHintForRow(row) for row in range(choice.count()))
    assert choice.view().verticalScrollBar().maximum() == 0
    picture = choice.view().window().grab().toImage()
    right, bottom = picture.width() - 1, picture.height() - 1
    places = ((0, bottom // 2), (right, bottom // 2), (right // 2, 0), (right // 2, bottom))
    assert all(contrast(picture.pixelColor(*place).name(), LIGHT.surface) > 2 for place in places), "a line around it"
    inside = {picture.pixelColor(right // 2, row).name().upper() for row in (*range(1, 6), *range(bottom - 5, bottom))}
    assert inside == {LIGHT.surface}, "and none in it"
    choice.hidePopup()


@pytest.mark.slow
def test_icons_in_a_menu_grow_with_the_text(person: Person) -> None:
    desk = person.application.desk
    sizes = []
    for zoom in (100, 200):
        desk.preferences.change(zoom_percent=zoom)
        QTest.qWait(10)
        menu = QMenu(person.window)
        menu.ensurePolished()
        sizes.append(menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu))
        menu.deleteLater()
    assert sizes[1] == 2 * sizes[0]


@pytest.mark.slow
def test_the_menu_of_a_chat_stays_on_the_screen_when_it_is_filled(person: Person) -> None:
    """It opens under the last button of the header, with one line in it, and grows when the folders are read."""
    person.send("Hello")
    header, screen = person.page.header, person.window.screen().availableGeometry()
    person.window.move(screen.right() - person.window.width(), screen.top())
    header.more.click()
    person.until(lambda: len(header._menu.actions()) > 3)
    person.settle()
    assert header._menu.geometry().right() <= screen.right()
    header._menu.close()
