"""One passage on its very page: the picture with it marked, or its text; the citations before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from paddock.chat.citing import quote_of
from paddock.ui.documents.actions import DocumentActions
from paddock.ui.documents.page_picture import PageView
from paddock.ui.phrases import number
from paddock.ui.sentences import in_language, together
from paddock.ui.sources.looking_up import look_up
from paddock.ui.sources.page_text import PageText
from paddock.ui.transcript.rested import place_and_heading, place_of
from paddock.ui.widgets.buttons import Buttons, name_it
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.ui.desk import Desk
    from paddock.ui.sources.looking_up import Found
    from paddock.ui.sources.steps import Step

_LANE = "source page"
_WAIT_BEFORE_SAYING_MS = 300


class PassagePage(QWidget):
    """Its `head`, with what is shown and the way back, is placed by who shows it.

    `stepped` asks for the citation before (-1) or after (1); `left` goes back to the list.

    `document_wanted` carries a document's number, a page and ranges of its text: the library's own page shows them.
    """

    stepped = Signal(int)
    left = Signal()
    document_wanted = Signal(int, int, list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._make = Buttons(desk.theme, desk.icons)
        self._actions = DocumentActions(desk, self.window, self)
        self._step: Step | None = None
        self._found: Found | None = None
        self._asked = 0
        self._focus_wanted = False
        self._as_text = False
        self.picture = PageView(desk.theme)
        self._wait = PlainLabel()
        self._make_parts()
        self._lay_out()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_WAIT_BEFORE_SAYING_MS)
        self._patience.timeout.connect(lambda: self._wait.setText(self.tr("Opening the page…")))

    # ------------------------------------------------------------ making

    def _make_parts(self) -> None:
        theme, make = self._desk.theme, self._make
        self.back = make.tool(self.tr("All passages"), "arrow-left")
        self.back.clicked.connect(self.left)
        self.title = Elided()
        self.title.setProperty("kind", "strong")
        self.place = Elided()
        self.place.setProperty("kind", "small")
        self.previous = make.tool(self.tr("Previous citation"), "caret-left")
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next = make.tool(self.tr("Next citation"), "caret-right")
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.count = PlainLabel()
        self.count.setProperty("kind", "small")
        self.smaller = make.tool(self.tr("Smaller"), "magnifying-glass-minus")
        self.smaller.clicked.connect(lambda: self.picture.zoom_by(-1))
        self.larger = make.tool(self.tr("Larger"), "magnifying-glass-plus")
        self.larger.clicked.connect(lambda: self.picture.zoom_by(1))
        self.as_text = make.tool(self.tr("Show text"), "text-align-left")
        self.as_text.clicked.connect(self._toggle_text)
        self.outside = make.tool(self.tr("Open outside"), "arrow-square-out")
        self.outside.clicked.connect(self._open_outside)
        self.in_documents = make.tool(self.tr("Show in Documents"), "files")
        self.in_documents.clicked.connect(self._show_in_documents)
        self.note = PlainLabel()
        self.note.setProperty("kind", "warn")
        self.note.setWordWrap(True)
        self.picture.width_wanted.connect(lambda _pixels: self._load(keep_place=True))
        self.text = PageText(theme)
        self._wait.setProperty("kind", "muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        titles = QVBoxLayout()
        titles.addWidget(self.title)
        titles.addWidget(self.place)
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        tools = QWidget()
        flow = FlowLayout(tools)
        for group in (
            (self.previous, self.count, self.next),
            (self.smaller, self.larger, self.as_text),
            (self.outside, self.in_documents),
        ):
            box = QWidget()
            row = QHBoxLayout(box)
            for part in group:
                row.addWidget(part)
            spaced(theme, row, spacing=2)
            flow.addWidget(box)
        self._stack = QStackedWidget()
        for shown in (self.picture, self.text, self._wait):
            self._stack.addWidget(shown)
        column = QVBoxLayout(self)
        column.addWidget(tools)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)
        spaced(theme, titles, spacing=0)
        spaced(theme, head, spacing=6)
        spaced(theme, flow, (0, 0, 0, 0), 10)
        spaced(theme, column, (0, 0, 0, 0), 6)

    # ------------------------------------------------------------ showing

    @property
    def step(self) -> Step | None:
        """Return what is shown."""
        return self._step

    @property
    def found(self) -> Found | None:
        """Return what the library had of it, once it is shown."""
        return self._found

    def show_step(self, step: Step, at: int, of: int) -> None:
        """Show a passage, the `at`-th (from 0) `of` so many to go through; -1 where it is none of them."""
        self._step, self._found = step, None
        source = step.source
        self.title.put(f"[{source.number}] {source.document}")
        self.place.put(place_and_heading(source))
        shown = number(at + 1) if at >= 0 else "–"
        self.count.setText(self.tr("{0} of {1}").format(shown, number(of)))
        cited = step.mark is not None
        words = (
            (self.tr("Previous citation"), self.tr("Next citation"))
            if cited
            else (self.tr("Previous passage"), self.tr("Next passage"))
        )
        keys = self._desk.shortcuts
        for button, said, name in zip(
            (self.previous, self.next), words, ("previous_citation", "next_citation"), strict=True
        ):
            name_it(button, said, f"{said}  {keys.key_words(name)}")
            button.setEnabled(of > 1)
        self.note.hide()
        self._as_text = False
        self._wait.setText("")
        self._stack.setCurrentWidget(self._wait)
        self._patience.start()
        self._load()

    def wipe(self) -> None:
        """Show nothing any more."""
        self._asked += 1
        self._patience.stop()
        self._step = self._found = None
        self.picture.clear()
        self.text.clear()
        for part in (self.picture, self.text):
            part.setAccessibleDescription("")
        self.title.put("")
        self.place.put("")
        self.note.hide()

    def take_focus(self) -> None:
        """Put the focus on what is read."""
        shown = self._stack.currentWidget()
        self._focus_wanted = shown is self._wait
        (self.back if shown is self._wait or shown is None else shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self, *, keep_place: bool = False) -> None:
        step = self._step
        if step is None or not self._desk.paddock.unlocked:
            return
        self._asked += 1
        asked, library = self._asked, self._desk.paddock.library
        pixels = 0 if self._as_text else self.picture.pixels

        def work() -> Found | None:
            return look_up(library, step, pixels) if asked == self._asked else None  # else: they have gone on since

        def done(found: Found | None) -> None:
            if found is not None and asked == self._asked:
                self._patience.stop()
                self._found = found
                self._show(step, found, keep_place=keep_place)

        self._desk.tasks.do(self, work, done, lane=_LANE)

    def _show(self, step: Step, found: Found, *, keep_place: bool) -> None:
        had_focus = self.picture.hasFocus() or self.text.hasFocus() or (self._focus_wanted and self.back.hasFocus())
        self._tell(found)
        drawn = found.image is not None and found.picture is not None
        for part in (self.smaller, self.larger):
            part.setVisible(drawn)
        self.as_text.setVisible(found.may_draw and found.trouble is None)
        words = self.tr("Show text") if drawn else self.tr("Show the page")
        name_it(self.as_text, words)
        self.as_text.setIcon(self._desk.icons.icon("text-align-left" if drawn else "image"))
        self.outside.setEnabled(found.document is not None)
        self.in_documents.setEnabled(found.document is not None)
        spoken = f"{step.source.document}, {place_of(step.source)}: {self._said(step)}"
        if found.image is not None and found.picture is not None:
            passage, *quote = found.picture.rectangles
            self.picture.show_picture(found.image, [passage], quote[0] if quote else ())
            self.picture.setAccessibleDescription(spoken)
            self._stack.setCurrentWidget(self.picture)
            if not keep_place:
                self.picture.zoom_to_marks()
                QTimer.singleShot(0, self.picture, self.picture.show_marks)  # once the room is known
        else:
            self.text.show_text(found.text, found.passage, found.quote)
            self.text.setAccessibleDescription(spoken)
            self._stack.setCurrentWidget(self.text)
        if had_focus:
            self.take_focus()

    @staticmethod
    def _said(step: Step) -> str:
        return quote_of(step.source, step.mark) if step.mark is not None else step.source.text

    def _tell(self, found: Found) -> None:
        words = ""
        if found.standing == "removed":
            words = self.tr("This document is no longer in the library. This is the passage as it was read.")
        elif found.standing == "read anew":
            words = self.tr("The document was read anew since. This is the passage as it was then.")
        elif found.trouble is not None:
            told = together(in_language(part) for part in (found.trouble.what, found.trouble.why))
            words = self.tr("{0} This is the text that was read.").format(told)
        self.note.setText(words)
        self.note.setVisible(bool(words))

    # ------------------------------------------------------------ what the person does

    def _toggle_text(self) -> None:
        self._as_text = not self._as_text
        self._load()

    def _open_outside(self) -> None:
        if self._found is not None and self._found.document is not None:
            self._actions.open_outside(self._found.document)

    def _show_in_documents(self) -> None:
        found = self._found
        if found is not None and found.document is not None and self._step is not None:
            marks = [] if found.standing else [found.quote or found.passage]
            self.document_wanted.emit(found.document.id, self._step.source.page, marks)
