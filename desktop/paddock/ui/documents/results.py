"""Search over documents: the field, and the passages found, best first."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from paddock.library.kinds import KINDS
from paddock.library.types import Scope
from paddock.ui.documents.findings import Finding, FindingModel, FindingView
from paddock.ui.documents.marking import snippet
from paddock.ui.documents.phrases import page_words
from paddock.ui.sentences import in_language
from paddock.ui.widgets.choice import Choice
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.icon_field import IconField
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from paddock.errors import UserError
    from paddock.library.library import Library
    from paddock.library.search import Hit
    from paddock.ui.desk import Desk
    from paddock.ui.icons import Icons
    from paddock.ui.theme import Theme

_LIMIT = 40
_SEARCH_AFTER_MS = 120
_DAY_S = 86_400


class SearchField(IconField):
    """`sought` with every query, a moment after the last letter; the arrow down goes on to the results."""

    sought = Signal(str)
    down = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.setAccessibleName(self.tr("Search in the documents"))
        self.setPlaceholderText(self.tr("Search in the documents; “exact words” in quotes"))
        self.lead_with("magnifying-glass")
        self.end_with(self.tr("End the search"), "x").clicked.connect(self.clear)
        self.show_button(shown=False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(lambda: self.sought.emit(self.query))
        self.textChanged.connect(self._on_typed)

    @property
    def query(self) -> str:
        """Return what is looked for."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - described by Qt
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._timer.isActive():
                self._timer.stop()
                self.sought.emit(self.query)
            else:
                self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        self.show_button(shown=bool(text))
        self._timer.start(_SEARCH_AFTER_MS if text.strip() else 0)


class Results(QWidget):
    """`opened` carries a `library.search.Hit`. The kind and the age chosen above them narrow every search."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self._query, self._scope = "", Scope()
        self._said = words("", "muted")
        self.kinds = Choice(desk.theme, desk.icons, self.tr("Kinds searched"))
        self.ages = Choice(desk.theme, desk.icons, self.tr("Age of the files searched"))
        self._offer()
        self.rows = FindingModel(self)
        self.view = FindingView(self.rows, desk.theme, desk.icons, lines=3)
        self.view.setAccessibleName(self.tr("Passages found"))
        self.view.opened.connect(self.opened)
        self.view.left.connect(self.left)
        tools = QWidget()
        flow = FlowLayout(tools)
        for part in (self.kinds, self.ages, self._said):
            flow.addWidget(part)
        spaced(desk.theme, flow, (0, 0, 0, 0), 8)
        follow(desk.theme, self._said, lambda: self._said.setMinimumHeight(self.kinds.sizeHint().height()))
        column = QVBoxLayout(self)
        column.addWidget(tools)
        column.addWidget(self.view, 1)
        spaced(desk.theme, column, spacing=8)

    def seek(self, query: str, scope: Scope) -> None:
        """Search; only the latest search is shown."""
        self._asked += 1
        asked = self._asked
        self._query, self._scope = query, scope
        scope = self._narrowed(scope)
        library = self._desk.documents.library
        if not query or library is None:
            self.rows.show(())
            self._said.setText("")
            return

        def done(found: tuple[list[Finding], str]) -> None:
            if asked == self._asked:
                self._show(*found)

        def failed(error: UserError) -> None:
            if asked == self._asked:
                self._show([], in_language(str(error)))

        def work() -> tuple[list[Finding], str]:
            if asked != self._asked:
                return [], ""  # more was typed since
            return self._find(library, query, scope)

        self._desk.tasks.do(self, work, done, failed=failed, lane="documents search")

    def _offer(self) -> None:
        for kinds, value in (
            (self.tr("All kinds"), ""),
            (self.tr("PDF"), "pdf"),
            (self.tr("Text documents"), "document"),
            (self.tr("Presentations"), "presentation"),
            (self.tr("Tables"), "table"),
            (self.tr("Plain text and code"), "text"),
            (self.tr("Web pages and books"), "web"),
            (self.tr("E-mail"), "mail"),
            (self.tr("Pictures"), "picture"),
        ):
            self.kinds.add(kinds, value)
        for ages, days in (
            (self.tr("Any age"), 0),
            (self.tr("Changed in the last week"), 7),
            (self.tr("Changed in the last month"), 31),
            (self.tr("Changed in the last year"), 366),
            (self.tr("Older than a year"), -366),
        ):
            self.ages.add(ages, days)
        for choice in (self.kinds, self.ages):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
            choice.currentIndexChanged.connect(lambda _row: self.seek(self._query, self._scope))

    @property
    def _narrows(self) -> bool:
        return bool(self.kinds.value or self.ages.value)

    def _narrowed(self, scope: Scope) -> Scope:
        """Return what of a scope is searched."""
        kind, days = self.kinds.value, self.ages.value
        when = time.time() - abs(days) * _DAY_S if isinstance(days, int) else 0.0
        return replace(
            scope,
            formats=KINDS[str(kind)] if kind else None,
            since=when if isinstance(days, int) and days > 0 else None,
            until=when if isinstance(days, int) and days < 0 else None,
        )

    def enter(self) -> None:
        """Put the focus on the first passage."""
        self.view.enter()

    def _find(self, library: Library, query: str, scope: Scope) -> tuple[list[Finding], str]:
        """Find and prepare what is shown. Runs on the pool."""
        hits = library.find(query, scope, _LIMIT)
        by_meaning = any(hit.by_vectors for hit in hits)
        note = "" if by_meaning or not hits else self.tr("Found by words alone.")
        if hits and not by_meaning and library.embedding_progress() is None:
            note = self.tr("Found by words alone: no model for search by meaning has read these documents yet.")
        return [_finding(query, hit, self.tr("by meaning")) for hit in hits], note

    def _show(self, findings: list[Finding], note: str) -> None:
        self.rows.show(findings)
        self.view.scrollToTop()
        nothing = self.tr("Nothing found among these kinds and ages.") if self._narrows else self.tr("Nothing found.")
        count = self.tr("%n passage(s)", "", len(findings)) if findings else nothing
        self._said.setText(" · ".join(part for part in (count, note) if part))


def _finding(query: str, hit: Hit, by_meaning: str) -> Finding:
    text, marks = snippet(query, hit.text)
    parts = [page_words(hit.kind, hit.page, hit.label)]  # first: where room is scarce, the end is left out
    if hit.by_vectors and not hit.by_words:
        parts.append(by_meaning)
    if hit.headings and hit.headings[-1] not in {hit.document, hit.label}:
        parts.append(hit.headings[-1])
    # The file's name, as in the list of files and beside answers: what a file gives as its own title is often chance.
    return Finding(hit, hit.document, " · ".join(parts), text, marks=tuple(marks))
