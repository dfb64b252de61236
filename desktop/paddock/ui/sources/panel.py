"""The sources panel: the passages an answer rests on, and each of them on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from paddock.ui.sources.passage_page import PassagePage
from paddock.ui.sources.passages import PassageList, PassageView
from paddock.ui.sources.steps import Step, steps_of
from paddock.ui.transcript.rested import rested_on
from paddock.ui.widgets.buttons import Buttons, name_it
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.chat.sources import Consulted
    from paddock.ui.desk import Desk


class SourcesPanel(QWidget):
    """`closed` when the person closes it; `document_wanted` as in `PassagePage`."""

    closed = Signal()
    document_wanted = Signal(int, int, list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sources"))
        self._desk = desk
        self._consulted: Consulted | None = None
        self._steps: tuple[Step, ...] = ()
        self._at = -1
        make = Buttons(desk.theme, desk.icons)
        self._heading = PlainLabel(self.tr("Sources"))
        self._heading.setProperty("kind", "heading")
        self._said = Elided()
        self._said.setProperty("kind", "small")
        self.return_button = make.push(self.tr("Back to the conversation"), "link", "arrow-left", tint="accent")
        self.return_button.clicked.connect(self.closed)
        self.return_button.hide()
        self.close_button = make.tool(self.tr("Close the sources"), "x")
        self.close_button.clicked.connect(self.closed)
        self.rows = PassageList(self)
        self.list = PassageView(self.rows, desk.theme, desk.icons)
        self.list.opened.connect(self.show_source)
        self.page = PassagePage(desk)
        self.page.left.connect(self.show_list)
        self.page.stepped.connect(self.step)
        self.page.document_wanted.connect(self.document_wanted)
        self._lay_out()
        escape = QShortcut(Qt.Key.Key_Escape, self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        head = QHBoxLayout()
        self._titles = QWidget()
        titles = QVBoxLayout(self._titles)
        titles.addWidget(self._heading)
        titles.addWidget(self._said)
        head.addWidget(self._titles, 1)
        head.addWidget(self.page.head, 1)
        self.page.head.hide()
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addWidget(self.return_button, alignment=Qt.AlignmentFlag.AlignLeading)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        spaced(theme, titles, (4, 0, 0, 0), 0)
        spaced(theme, head, spacing=6)
        spaced(theme, column, (12, 12, 10, 8), 6)

    # ------------------------------------------------------------ showing

    @property
    def consulted(self) -> Consulted | None:
        """Return what is shown."""
        return self._consulted

    @property
    def shows_page(self) -> bool:
        """Tell whether a passage is shown on its page."""
        return self._stack.currentWidget() is self.page

    def show_consulted(self, consulted: Consulted, question: str) -> None:
        """List what an answer rests on; a page that is looked at stays where it is still a part of it."""
        shown = self.page.step
        self._consulted = consulted
        self._steps = steps_of(consulted)
        self._said.put(rested_on(consulted))
        self.rows.show(consulted, question)
        if shown is None or not self.shows_page:
            self.show_list()
            return
        if shown.source in consulted.sources:
            self._at = next((at for at, one in enumerate(self._steps) if one.source == shown.source), -1)
            self._show_step(self._steps[self._at] if self._at >= 0 else Step(shown.source))
        else:
            self.show_list()

    def show_source(self, number: int) -> None:
        """Show a passage on its page: what the answer cites of it first, where it cites it."""
        at = next((at for at, one in enumerate(self._steps) if one.source.number == number), -1)
        if at >= 0:
            self._go(at)
            return
        sources = self._consulted.sources if self._consulted is not None else ()
        source = next((one for one in sources if one.number == number), None)
        if source is not None:
            self._at = -1
            self._show_step(Step(source))

    def show_mark(self, which: int) -> None:
        """Show what one of the answer's citations points at."""
        at = next((at for at, one in enumerate(self._steps) if one.which == which), -1)
        if at >= 0:
            self._go(at)

    def step(self, by: int) -> None:
        """Go to the citation after (1) or before (-1), round the end."""
        if self._steps:
            at = self._at if self.shows_page else -1
            last = len(self._steps) - 1
            first = 0 if by > 0 else last
            self._go((at + by) % (last + 1) if at >= 0 else first)

    def show_list(self) -> None:
        """Go back to all passages."""
        focused = self.focusWidget() or self
        had_focus = self.page.isAncestorOf(focused) or self.page.head.isAncestorOf(focused)
        self._turn_to(self.list)
        self.page.wipe()
        if had_focus:
            self.list.enter()

    def wipe(self) -> None:
        """Show nothing any more, and keep nothing that was shown."""
        from paddock.chat.sources import Consulted  # noqa: PLC0415 - only when there was something

        self._consulted, self._steps, self._at = None, (), -1
        self.rows.show(Consulted(used="searched", documents=0), "")
        self._said.put("")
        self.page.wipe()
        self._turn_to(self.list)

    def take_focus(self) -> None:
        """Put the focus on what is shown."""
        if self.shows_page:
            self.page.take_focus()
        else:
            self.list.enter()

    def show_alone(self, *, alone: bool) -> None:
        """Stand in the conversation's place, with a way back, where there is no room beside it."""
        self.return_button.setVisible(alone)
        self.close_button.setVisible(not alone)

    def _go(self, at: int) -> None:
        self._at = at
        self._show_step(self._steps[at])

    def _show_step(self, step: Step) -> None:
        self.list.choose(step.source.number)
        self._turn_to(self.page)
        self.page.show_step(step, self._at, len(self._steps))

    def _turn_to(self, side: QWidget) -> None:
        self._stack.setCurrentWidget(side)
        self.page.head.setVisible(side is self.page)
        self._titles.setVisible(side is self.list)

    def _on_escape(self) -> None:
        if self.shows_page:
            self.show_list()
            self.list.enter()
        else:
            self.closed.emit()

    def name_keys(self) -> None:
        """Tell the key that closes it."""
        keys = self._desk.shortcuts.key_words("sources")
        name_it(self.close_button, self.tr("Close the sources"), f"{self.tr('Close the sources')}  {keys}".strip())
