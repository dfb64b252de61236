"""The report of what was not read: each document with the reason, its pages, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from paddock.library.coverage import ranges
from paddock.ui.documents.findings import Finding, FindingModel, FindingView
from paddock.ui.documents.phrases import coverage_gaps, coverage_words, outcome_words, state_of, why_not_whole
from paddock.ui.sentences import together
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.coverage import Coverage, UnreadPage
    from paddock.library.store import LibraryStore
    from paddock.library.types import Document, Scope
    from paddock.ui.desk import Desk
    from paddock.ui.documents.actions import DocumentActions
    from paddock.ui.documents.collection_view import CollectionModel

_PAGES_NAMED_OF = 300  # documents whose unread pages are looked up for the list
_AGAIN_AFTER_MS = 700


class Gaps(QWidget):
    """`opened` carries a document and a page of it; `left` when the person goes back."""

    opened = Signal(object, int)
    left = Signal()

    def __init__(
        self, desk: Desk, actions: DocumentActions, collections: CollectionModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._collections = collections
        self._scope: Scope | None = None
        self._documents: dict[int, Document] = {}
        self._first: dict[int, int] = {}
        make = Buttons(desk.theme, desk.icons)
        self._back = make.tool(self.tr("Back to the list"), "arrow-left")
        self._back.clicked.connect(self.left)
        self._again = make.push(self.tr("Read all of these again"), "", "arrow-clockwise")
        self._again.clicked.connect(self._read_again)
        self._title = words(self.tr("What was not read"), "heading")
        self._said = words("", "muted")
        self.rows = FindingModel(self)
        self.view = FindingView(self.rows, desk.theme, desk.icons, lines=3)
        self.view.setAccessibleName(self.tr("Documents that were not read whole"))
        self.view.opened.connect(self._open)
        self.view.left.connect(self.left)
        self.view.menu_wanted.connect(self._show_menu)
        titles = QVBoxLayout()
        titles.addWidget(self._title)
        titles.addWidget(self._said)
        head = QHBoxLayout()
        head.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        head.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        spaced(desk.theme, titles, spacing=2)
        spaced(desk.theme, head, spacing=8)
        spaced(desk.theme, column, spacing=8)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_AFTER_MS)
        self._timer.timeout.connect(self._read)
        desk.documents.changed.connect(self._on_changed)

    def show_scope(self, scope: Scope) -> None:
        """Report on these documents."""
        if scope != self._scope:
            self.rows.show(())
            self._said.setText("")
        self._scope = scope
        self._read()

    def take_focus(self) -> None:
        """Put the focus on the list, or on the way back where it is empty."""
        if self.rows.rowCount():
            self.view.enter()
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, _change: object) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _read(self) -> None:
        library, scope = self._desk.documents.library, self._scope
        if library is None or scope is None:
            return

        def done(read: tuple[Coverage, list[Finding], dict[int, Document], dict[int, int]]) -> None:
            coverage, findings, self._documents, self._first = read
            had_focus = self._back.hasFocus() and not self.rows.rowCount()
            self.rows.show(findings)
            parts = [coverage_words(coverage), " · ".join(coverage_gaps(coverage))]
            self._said.setText(" ".join(part for part in parts if part))
            self._again.setEnabled(bool(findings))
            if had_focus:
                self.take_focus()

        self._desk.tasks.do(self, lambda: _report(library.store, scope), done, lane="documents gaps")

    def _open(self, document_id: object) -> None:
        document = self._documents.get(document_id) if isinstance(document_id, int) else None
        if document is None:
            return
        if document.needs_password:
            self._actions.ask_password([document])
        else:
            self.opened.emit(document, self._first.get(document.id, 1))

    def _show_menu(self, document_id: object, place: QPoint) -> None:
        document = self._documents.get(document_id) if isinstance(document_id, int) else None
        if document is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._actions.fill_menu(menu, [document], None, self._collections.collections)
            menu.popup(place)

    def _read_again(self) -> None:
        ready = [one.id for one in self._documents.values() if one.finished and not one.needs_password]
        if ready:
            self._actions.read_again(ready)


def _report(store: LibraryStore, scope: Scope) -> tuple[Coverage, list[Finding], dict[int, Document], dict[int, int]]:
    """Read what is missing and where. Runs on the pool."""
    documents = [document for document, _ in store.not_whole(scope)]
    documents.sort(key=lambda one: (not one.finished, one.name.casefold()))
    first: dict[int, int] = {}
    findings = []
    for at, document in enumerate(documents):
        pages: Sequence[UnreadPage] = ()
        if document.state == "part" and at < _PAGES_NAMED_OF:
            pages = store.unread_pages(document.id)
        if pages:
            first[document.id] = pages[0].number
        state = state_of(document)
        text = together((why_not_whole(document), _which(pages)))
        findings.append(Finding(document.id, document.name, "", text, state.icon, state.tint))
    return store.coverage(scope), findings, {one.id: one for one in documents}, first


def _which(pages: Sequence[UnreadPage]) -> str:
    """Return the pages by what is wrong with them: “Pages 3, 7–12: damaged. Page 4: no text.”."""
    by_outcome: dict[str, list[int]] = {}
    for page in pages:
        by_outcome.setdefault(outcome_words(page), []).append(page.number)
    one = QCoreApplication.translate("Documents", "Page {0}: {1}.")
    several = QCoreApplication.translate("Documents", "Pages {0}: {1}.")
    return together(
        (several if len(numbers) > 1 else one).format(ranges(numbers), words) for words, numbers in by_outcome.items()
    )
