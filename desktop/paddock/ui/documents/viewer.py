"""One document: its pages as pictures or as the text that was read, with what is found in it marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from paddock.errors import ReadRefused
from paddock.ui.documents.drawing import utf16
from paddock.ui.documents.marking import Place, find_inside
from paddock.ui.documents.page_picture import PageView, image_of
from paddock.ui.documents.phrases import page_words, state_of, why_not_whole
from paddock.ui.notices import Action
from paddock.ui.phrases import number
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.icon_field import IconField
from paddock.ui.widgets.numbers import Whole
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.reading_side import align_as_read
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QKeyEvent

    from paddock.errors import UserError
    from paddock.library.library import Library
    from paddock.library.pictures import PagePicture
    from paddock.library.types import Document
    from paddock.reader.protocol import Page
    from paddock.ui.desk import Desk
    from paddock.ui.documents.actions import DocumentActions

_LANE = "document page"
_FIND_AFTER_MS = 160


@dataclass(frozen=True)
class _Drawn:
    """A page as it was drawn."""

    image: QImage
    picture: PagePicture


class Viewer(QWidget):
    """`left` when the person goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, actions: DocumentActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Document"))
        self._desk = desk
        self._actions = actions
        self._make = Buttons(desk.theme, desk.icons)
        self._document: Document | None = None
        self._page = 1
        self._asked = 0
        self._marks: tuple[tuple[int, int], ...] = ()
        self._places: list[Place] = []
        self._at = -1
        self._as_text = False
        self._make_parts()
        self._lay_out()
        self._find_timer = QTimer(self)
        self._find_timer.setSingleShot(True)
        self._find_timer.setInterval(_FIND_AFTER_MS)
        self._find_timer.timeout.connect(self._find)
        desk.documents.changed.connect(self._on_changed)
        for key, slot in (
            (Qt.Key.Key_Escape, self.left.emit),
            (Qt.Key.Key_PageDown | Qt.KeyboardModifier.AltModifier, lambda: self.show_page(self._page + 1)),
            (Qt.Key.Key_PageUp | Qt.KeyboardModifier.AltModifier, lambda: self.show_page(self._page - 1)),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------ making

    def _make_parts(self) -> None:
        theme, make = self._desk.theme, self._make
        self._back = make.tool(self.tr("Back to the list"), "arrow-left")
        self._back.clicked.connect(self.left)
        self._title = Elided()
        self._title.setProperty("kind", "heading")
        self._state = Elided()
        self._state.setProperty("kind", "small")
        self._more = make.tool(self.tr("More"), "dots-three")
        self._more.clicked.connect(self._show_menu)
        self._previous = make.tool(self.tr("Previous page"), "caret-left")
        self._previous.clicked.connect(lambda: self.show_page(self._page - 1))
        self._next = make.tool(self.tr("Next page"), "caret-right")
        self._next.clicked.connect(lambda: self.show_page(self._page + 1))
        self._number = Whole(self.tr("Page"), 1, 1)
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(self.show_page)
        self._of = PlainLabel()
        self._as = make.push(self.tr("Show text"), "", "text-align-left")
        self._as.clicked.connect(self._toggle_text)
        self.picture = PageView(theme)
        self.picture.width_wanted.connect(lambda _pixels: self._draw(keep_place=True))
        self._smaller = make.tool(self.tr("Smaller"), "magnifying-glass-minus")
        self._smaller.clicked.connect(lambda: self.picture.zoom_by(-1))
        self._larger = make.tool(self.tr("Larger"), "magnifying-glass-plus")
        self._larger.clicked.connect(lambda: self.picture.zoom_by(1))
        self.field = _FindField(theme, self._desk.icons)
        self.field.setAccessibleName(self.tr("Search in this document"))
        self.field.setPlaceholderText(self.tr("Search in this document"))
        self.field.lead_with("magnifying-glass")
        self.field.textChanged.connect(lambda _text: self._find_timer.start())
        self.field.stepped.connect(self._step)
        self._count = PlainLabel()
        self._count.setProperty("kind", "small")
        self._up = make.tool(self.tr("Previous place"), "caret-up")
        self._up.clicked.connect(lambda: self._step(-1))
        self._down = make.tool(self.tr("Next place"), "caret-down")
        self._down.clicked.connect(lambda: self._step(1))
        self.banner = Banner(theme, self._desk.icons)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "bare")
        self.text.setAccessibleName(self.tr("Text of the page"))
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _lay_out(self) -> None:
        theme = self._desk.theme
        titles = QVBoxLayout()
        titles.addWidget(self._title)
        titles.addWidget(self._state)
        head = QHBoxLayout()
        head.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        head.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignTop)
        tools = QWidget()
        flow = FlowLayout(tools)
        for group in (
            (self._previous, self._number, self._of, self._next),
            (self._smaller, self._larger, self._as),
            (self.field, self._count, self._up, self._down),
        ):
            box = QWidget()
            row = QHBoxLayout(box)
            for part in group:
                row.addWidget(part)
            spaced(theme, row, spacing=4)
            flow.addWidget(box)
        follow(theme, self.field, lambda: self.field.setFixedWidth(theme.px(250)))
        follow(theme, self._number, lambda: self._number.setFixedWidth(theme.px(74)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.text)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(tools)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        spaced(theme, titles, spacing=0)
        spaced(theme, head, spacing=8)
        spaced(theme, flow, (0, 2, 0, 2), 14)
        spaced(theme, column, (0, 0, 0, 0), 6)

    # ------------------------------------------------------------ what others ask of it

    @property
    def document(self) -> Document | None:
        """Return the document that is shown."""
        return self._document

    @property
    def page(self) -> int:
        """Return the number of the page that is shown, from 1."""
        return self._page

    def open(self, document: Document, page: int = 1, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Show a page of a document, with these ranges of its text marked."""
        self.field.clear()
        self._find_timer.stop()
        self._places, self._at = [], -1
        self._count.setText("")
        self._document = document
        self._as_text = not document.draws
        self.picture.clear()
        self.text.clear()
        self.banner.dismiss()
        self._show_document()
        self._go(page, tuple(marks))

    def show_page(self, page: int) -> None:
        """Go to a page."""
        document = self._document
        if document is not None and page != self._page and 1 <= page <= self._pages(document):
            self._go(page, ())

    def take_focus(self) -> None:
        """Put the focus on what is read."""
        (self.text if self._as_text else self.picture).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ showing

    @staticmethod
    def _pages(document: Document) -> int:
        return max(1, document.pages, document.pages_kept)

    def _show_document(self) -> None:
        document = self._document
        if document is None:
            return
        title = document.title if document.title and document.title != document.name else ""
        self._title.put(title or document.name)
        state = state_of(document).words
        self._state.put(" · ".join(part for part in (document.name if title else "", document.author, state) if part))
        pages = self._pages(document)
        self._number.blockSignals(True)
        self._number.setRange(1, pages)
        self._number.blockSignals(False)
        self._of.setText(self.tr("of {0}").format(number(pages)))
        self._as.setVisible(document.draws)
        self._show_kind()

    def _show_kind(self) -> None:
        self._as.setText(self.tr("Show the page") if self._as_text else self.tr("Show text"))
        self._as.setIcon(self._desk.icons.icon("image" if self._as_text else "text-align-left"))
        for part in (self._smaller, self._larger):
            part.setVisible(not self._as_text)
        self._stack.setCurrentWidget(self.text if self._as_text else self.picture)

    def _toggle_text(self) -> None:
        self._as_text = not self._as_text
        self.banner.dismiss()
        self._show_kind()
        self._go(self._page, self._marks)

    def _go(self, page: int, marks: tuple[tuple[int, int], ...]) -> None:
        self._page, self._marks = page, marks
        self._number.blockSignals(True)
        self._number.setValue(page)
        self._number.blockSignals(False)
        document = self._document
        if document is not None:
            self._previous.setEnabled(page > 1)
            self._next.setEnabled(page < self._pages(document))
        if self._as_text:
            self._read()
        else:
            self._draw()

    def _draw(self, *, keep_place: bool = False) -> None:
        document = self._document
        if document is None:
            return
        self._asked += 1
        asked, page, marks, pixels = self._asked, self._page, self._marks, self.picture.pixels
        library = self._desk.paddock.library

        def work() -> _Drawn | None:
            if asked != self._asked:
                return None  # the person has gone on since
            drawn = library.pictures.picture(document.id, page, pixels, marks)
            return _Drawn(image_of(drawn), drawn)

        def done(drawn: _Drawn | None) -> None:
            if drawn is None or asked != self._asked:
                return
            self.picture.show_picture(drawn.image, drawn.picture.rectangles)
            self.picture.setAccessibleDescription(self._spoken(document, page))
            if not keep_place:
                self.picture.show_marks()

        def failed(error: UserError) -> None:
            if asked == self._asked:
                self._complain(document, error)
                self._as_text = True
                self._show_kind()
                self._read()

        self._desk.tasks.do(self, work, done, failed=failed, lane=_LANE)

    def _complain(self, document: Document, error: UserError) -> None:
        locked = isinstance(error, ReadRefused) and error.reason == "password"
        actions = [Action(self.tr("Give the password…"), lambda: self._ask_password(document))] if locked else []
        self.banner.show_error(error, *actions, tone="warning")

    def _ask_password(self, document: Document) -> None:
        """Ask for what opens the document, so that its pages can be drawn."""
        from paddock.ui.documents.password_dialog import ask_password  # noqa: PLC0415 - seldom needed

        pictures = self._desk.paddock.library.pictures

        def done() -> None:
            if self._document == document and self._as_text:
                self._toggle_text()

        def take(password: str) -> None:
            self._desk.tasks.do(
                self,
                lambda: pictures.unlock(document.id, password),
                lambda _none: done(),
                failed=lambda error: self._complain(document, error),
                lane=_LANE,
            )

        ask_password(self._desk, self.window(), self.tr("“{0}”").format(document.name), take)

    def _spoken(self, document: Document, page: int) -> str:
        kind = "slide" if document.format in {"pptx", "ppt", "odp"} else "page"
        return f"{document.name}, {page_words(kind, page)}"  # type: ignore[arg-type]  # both are kinds of pages

    def _read(self) -> None:
        document = self._document
        if document is None:
            return
        self._asked += 1
        asked, page, library = self._asked, self._page, self._desk.paddock.library

        def done(read: Page) -> None:
            if asked != self._asked:
                return
            empty = self.tr("No text was read of this page.")
            self.text.setPlainText(read.text or empty)
            align_as_read(self.text)
            self._mark_text(read.text)

        def failed(_error: UserError) -> None:
            if asked == self._asked:
                said = why_not_whole(document) if document.state == "refused" else ""
                self.text.setPlainText(said or self.tr("This page has not been read."))

        self._desk.tasks.do(self, lambda: library.store.page(document.id, page), done, failed=failed, lane=_LANE)

    def _mark_text(self, text: str) -> None:
        style = QTextCharFormat()
        style.setBackground(self._desk.theme.palette.color("highlight"))
        style.setForeground(self._desk.theme.palette.color("on_highlight"))
        selections = []
        for start, end in self._marks:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(utf16(text, start))
            cursor.setPosition(utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, style
            selections.append(selection)
        self.text.setExtraSelections(selections)
        if self._marks:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(utf16(text, self._marks[0][0]))
            self.text.setTextCursor(cursor)
            self.text.centerCursor()

    # ------------------------------------------------------------ searching inside

    def _find(self) -> None:
        document, query = self._document, self.field.text().strip()
        if document is None:
            return
        if not query:
            self._on_found([], "")
            return
        library = self._desk.paddock.library
        self._desk.tasks.do(
            self, lambda: _places(library, document.id, query), lambda found: self._on_found(found, query), lane=_LANE
        )

    def _on_found(self, places: list[Place], query: str) -> None:
        if query != self.field.text().strip():
            return
        self._places = places
        self._at = next((at for at, one in enumerate(places) if one.page >= self._page), 0) - 1
        if places:
            self._step(1)
        else:
            self._count.setText(self.tr("Not found") if query else "")
            if self._marks:
                self._go(self._page, ())

    def _step(self, step: int) -> None:
        if not self._places:
            return
        self._at = (self._at + step) % len(self._places)
        place = self._places[self._at]
        self._count.setText(self.tr("{0} of {1}").format(number(self._at + 1), number(len(self._places))))
        self._go(place.page, ((place.start, place.end),))

    # ------------------------------------------------------------ the rest

    def _show_menu(self) -> None:
        if self._document is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions.fill_menu(menu, [self._document], None, ())
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_changed(self, change: object) -> None:
        document = self._document
        touched: tuple[int, ...] = getattr(change, "document_ids", ())
        if document is None or document.id not in touched or not self._desk.paddock.unlocked:
            return
        library = self._desk.paddock.library

        def done(found: Sequence[Document]) -> None:
            if self._document is not None and self._document.id == document.id:
                if not found:
                    self.left.emit()  # it was removed
                    return
                before, self._document = self._document, found[0]
                self._show_document()
                if found[0].finished and not before.finished:
                    self._go(min(self._page, self._pages(found[0])), ())

        self._desk.tasks.do(self, lambda: library.store.documents_with([document.id]), done)


def _places(library: Library, document_id: int, query: str) -> list[Place]:
    """Return where these words stand; where they stand nowhere like that, the passages that speak of them."""
    from paddock.library.types import Scope  # noqa: PLC0415 - with the first search

    found = find_inside(query, library.store.texts(document_id))
    if found:
        return found
    hits = library.find(query, Scope(documents=(document_id,)), 20)
    return sorted((Place(hit.page, hit.start, hit.end) for hit in hits), key=lambda place: (place.page, place.start))


class _FindField(IconField):
    """Enter goes to the next place, Shift+Enter to the one before."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
