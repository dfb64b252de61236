"""The files of a collection: its report, how far reading is, and the list with its filter."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from paddock.engine.cancelling import CancelToken
from paddock.library.types import Scope
from paddock.ui.documents.coverage_card import CoverageCard
from paddock.ui.documents.embedder_line import EmbedderLine
from paddock.ui.documents.empty import Empty
from paddock.ui.documents.file_model import FileModel, Shown
from paddock.ui.documents.file_view import FileView
from paddock.ui.documents.progress_strip import ProgressStrip
from paddock.ui.notices import Action
from paddock.ui.tasks import Call
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.choice import Choice
from paddock.ui.widgets.elided import Elided
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.icon_field import IconField
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.rest import Rest
from paddock.ui.widgets.scaled import follow, spaced
from paddock.ui.widgets.tab_order import in_tab_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from paddock.library.coverage import Coverage
    from paddock.library.progress import Progress
    from paddock.library.sources import SourceFinding
    from paddock.library.types import Changed, Collection, Document
    from paddock.ui.desk import Desk
    from paddock.ui.documents.actions import DocumentActions
    from paddock.ui.documents.collection_view import CollectionModel

_PORTION = 400  # documents fetched at a time: no pause of the window is felt
_SOON_MS, _REST = 250, 8  # after a change; and at least so many times as long as the last reading of the list took
_LANE = "documents files"
_LOW_PX = 345


class Files(QWidget):
    """`opened` carries a document; `menu_wanted` where the collection's menu is to be."""

    opened = Signal(object)
    gaps_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self, desk: Desk, actions: DocumentActions, collections: CollectionModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._collections = collections
        self._collection: Collection | None = None
        self._scope = Scope()
        self._asked = 0
        self._known = False
        self._touched: set[int] = set()
        self._whole_anew = False
        self._trouble = ""
        self._low = False
        self.model = FileModel(self)
        self.view = FileView(self.model, desk.theme, desk.icons)
        self.coverage = CoverageCard(desk.theme, desk.icons)
        self.strip = ProgressStrip(desk.theme, desk.icons)
        self.embedder = EmbedderLine(desk)
        self.banner = Banner(desk.theme, desk.icons)
        self.empty = Empty(desk.theme, desk.icons)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._catch_up)
        self._join()

    # ------------------------------------------------------------ making

    def _lay_out(self) -> None:
        theme, icons = self._desk.theme, self._desk.icons
        self._name = Elided()
        self._name.setProperty("kind", "heading")
        self._menu = Buttons(theme, icons).tool(self.tr("More"), "dots-three")
        head = self._head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._menu)
        self.filter = IconField(theme, icons)
        self.filter.setAccessibleName(self.tr("Filter by name"))
        self.filter.setPlaceholderText(self.tr("Filter by name"))
        self.filter.lead_with("funnel")
        self.states = Choice(theme, icons, self.tr("States shown"))
        for words, value in (
            (self.tr("All states"), "all"),
            (self.tr("Read whole"), "whole"),
            (self.tr("Not read whole"), "not whole"),
            (self.tr("Still to be read"), "under way"),
        ):
            self.states.add(words, value)
        self._count = PlainLabel()
        self._count.setProperty("kind", "small")
        self._tools = QWidget()
        flow = FlowLayout(self._tools)
        for part in (self.filter, self.states, self._count):
            flow.addWidget(part)
        follow(theme, self.filter, lambda: self.filter.setFixedWidth(theme.px(230)))
        follow(theme, self._count, lambda: self._count.setMinimumHeight(self.filter.sizeHint().height()))
        self._list = QWidget()
        below = QVBoxLayout(self._list)
        below.addWidget(self._tools)
        below.addWidget(self.view, 1)
        self.view.setMinimumHeight(1)  # it scrolls, and what is above it cannot
        self._stack = Rest()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.empty)
        column = self._column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.coverage)
        column.addWidget(self.banner)
        column.addWidget(self.strip)
        column.addWidget(self.embedder)
        column.addWidget(self._stack, 1)
        spaced(theme, head, spacing=8)
        spaced(theme, flow, (0, 4, 0, 2), 8)
        spaced(theme, below, spacing=4)
        spaced(theme, column, spacing=8)
        follow(theme, self, self._fit)

    def _join(self) -> None:
        feed = self._desk.documents
        self._menu.clicked.connect(
            lambda: self.menu_wanted.emit(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))
        )
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.states.currentIndexChanged.connect(lambda _row: self._filter())
        self.view.opened.connect(self._on_opened)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.delete_wanted.connect(self._on_delete)
        self.coverage.gaps_wanted.connect(self.gaps_wanted)
        self.empty.files_wanted.connect(self.files_wanted)
        self.empty.folder_wanted.connect(self.folder_wanted)
        self.strip.pause_wanted.connect(lambda: self._with_ingest("pause"))
        self.strip.resume_wanted.connect(lambda: self._with_ingest("resume"))
        self.strip.stop_wanted.connect(lambda: self._actions.stop(None))
        feed.changed.connect(self._on_changed)
        feed.progressed.connect(self._on_progress)
        feed.embedded.connect(lambda progress: self._show_embedding(progress.done, progress.total))
        self.embedder.left.connect(self.take_focus)
        self.embedder.begun.connect(lambda begun: self.strip.show_embedding(0, 0) if begun else None)
        if feed.progress is not None:
            self._on_progress(feed.progress)

    # ------------------------------------------------------------ what others ask of it

    def show_collection(self, collection: Collection | None, scope: Scope) -> None:
        """Show the files of a collection, or all."""
        self._collection = collection
        self._name.put(collection.name if collection else self.tr("All documents"))
        if scope != self._scope or not self._known:
            self._scope = scope
            self._known = False
            self.banner.dismiss()
            self.model.show(())
            self.reload()

    def reload(self) -> None:
        """Read the list and the report anew, in portions."""
        library = self._desk.documents.library
        if library is None:
            return
        self._asked += 1
        asked, scope = self._asked, self._scope
        fresh = not self._known
        store = library.store
        began = time.monotonic()

        def work(report: Callable[[Any], None]) -> list[Document]:
            read: list[Document] = []
            while asked == self._asked:
                portion = store.documents(scope, limit=_PORTION, offset=len(read))
                read += portion
                if len(portion) < _PORTION:
                    break
                if fresh:
                    report(portion)
            return read

        def events(portions: list[list[Document]]) -> None:
            if asked == self._asked:
                self.model.append([one for portion in portions for one in portion])
                self._show_rows()

        def done(read: list[Document]) -> None:
            if asked == self._asked:
                self._known = True
                self._rest(time.monotonic() - began)
                self.model.show(read)
                self._show_rows()

        self._desk.tasks.run(Call(work, self, done=done, events=events, lane=_LANE))
        self._read_coverage()

    def check_sources(self) -> None:
        """Look whether the files are still what was read."""
        library = self._desk.documents.library
        if library is None:
            return
        scope, stopping = self._scope, CancelToken()
        self._desk.tasks.run(
            Call(
                lambda _report: library.store.check_sources(scope, lambda: stopping.cancelled),
                self,
                done=self._show_findings,
                stop=stopping.cancel,
                lane="documents check",
            )
        )

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the room to the files themselves where the window is low."""
        low = self.height() < self._desk.theme.px(_LOW_PX)
        filters = bool(self.filter.text()) or self.states.currentIndex() > 0
        self.coverage.be_brief(brief=low)
        self.strip.be_brief(brief=low)
        self.coverage.make_way(away=low and not self.strip.isHidden())
        self._tools.setVisible(filters or not low)
        beside = not (self.coverage.isHidden() and self.strip.isHidden())
        self._name.setVisible(not low or not beside)  # which collection it is stands above it
        if low != self._low:
            self._low = low
            self._move_reports(beside=low)

    def _move_reports(self, *, beside: bool) -> None:
        """Put what was read, and what is being read, beside the collection's menu or below it."""
        reports: tuple[QWidget, ...] = (self.coverage, self.strip)
        for report in reports:
            (self._column if beside else self._head).removeWidget(report)
        for place, report in enumerate(reports, start=1):
            if beside:
                self._head.insertWidget(place, report, 1)
            else:
                self._column.insertWidget(place if report is self.coverage else place + 1, report)
        links = [button for report in reports for button in report.findChildren(QAbstractButton)]
        in_tab_order((*links, self._menu) if beside else (self._menu, *links))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - described by Qt
        super().showEvent(event)
        self.embedder.look()  # another model may have been installed on another page

    # ------------------------------------------------------------ keeping up

    def _on_changed(self, change: Changed) -> None:
        if change.what == "collections":
            return
        self._touched.update(change.document_ids)
        self._whole_anew = self._whole_anew or change.what == "documents" or not change.document_ids
        if not self._timer.isActive():
            self._timer.start()

    def _rest(self, took_s: float) -> None:
        self._timer.setInterval(max(_SOON_MS, round(took_s * 1000 * _REST)))

    def _catch_up(self) -> None:
        library = self._desk.documents.library
        touched, self._touched = self._touched, set()
        whole, self._whole_anew = self._whole_anew, False
        if library is None:
            return
        if whole or not self._known:
            self.reload()
            return
        ids = list(touched)
        self._desk.tasks.do(self, lambda: library.store.documents_with(ids), self.model.update, lane=_LANE)
        self._read_coverage()

    def _read_coverage(self) -> None:
        library, scope = self._desk.documents.library, self._scope
        if library is None:
            return

        def done(read: tuple[Coverage, tuple[int, int] | None]) -> None:
            if scope == self._scope:
                self.coverage.show_coverage(read[0])
                self._fit()
                if read[1] is not None:
                    self._show_embedding(*read[1])

        self._desk.tasks.do(
            self, lambda: (library.store.coverage(scope), library.embedding_progress()), done, lane=_LANE
        )

    def _show_embedding(self, done: int, total: int) -> None:
        if not self.embedder.is_begun:  # the old vectors serve all passages: the line tells the rest
            self.strip.show_embedding(done, total)
            self._fit()

    def _on_progress(self, progress: Progress) -> None:
        self.strip.show_reading(progress)
        self._fit()
        trouble = progress.trouble
        if trouble is not None and trouble.what != self._trouble:
            self.banner.show_error(
                trouble, Action(self.tr("Go on reading"), lambda: self._with_ingest("resume")), tone="warning"
            )
        elif trouble is None and self._trouble:
            self.banner.dismiss()
        self._trouble = trouble.what if trouble is not None else ""

    def _with_ingest(self, what: str) -> None:
        library = self._desk.documents.library
        if library is not None:
            self._desk.tasks.do(self, library.ingest.pause if what == "pause" else library.ingest.resume)

    # ------------------------------------------------------------ showing

    def _filter(self) -> None:
        shown: Shown = self.states.value  # type: ignore[assignment]  # one of those added
        self.model.filter(self.filter.text(), shown)
        self._show_rows()

    def _show_rows(self) -> None:
        total, rows = self.model.total, self.model.rowCount()
        self._count.setText(
            self.tr("%n file(s)", "", total) if rows == total else self.tr("{0} of %n file(s)", "", total).format(rows)
        )
        if total:
            self._stack.setCurrentWidget(self._list)
        elif self._known:
            self.empty.show_for(self._collection)
            self._stack.setCurrentWidget(self.empty)

    def _on_opened(self, document: Document) -> None:
        if document.needs_password:
            self._actions.ask_password([document])
        else:
            self.opened.emit(document)

    def _show_menu(self, place: QPoint) -> None:
        documents = self.view.selected_documents()
        if documents:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._actions.fill_menu(menu, documents, self._collection, self._collections.collections)
            menu.popup(place)

    def _on_delete(self) -> None:
        if documents := self.view.selected_documents():
            self._actions.ask_remove(documents)

    def _show_findings(self, findings: Sequence[SourceFinding]) -> None:
        changed = list(dict.fromkeys(one.document_id for one in findings if one.state == "changed"))
        gone = {one.document_id for one in findings if one.state != "changed"}
        if not changed and not gone:
            self._desk.notices.say(self.tr("All files are as they were read."))
            return
        what = self.tr("%n file(s) changed since they were read.", "", len(changed)) if changed else ""
        lost = (
            self.tr("%n file(s) are not where they were; what was read of them is kept.", "", len(gone)) if gone else ""
        )
        names = ", ".join(dict.fromkeys(one.name for one in findings if one.state == "changed"))
        actions = [Action(self.tr("Read again"), lambda: self._actions.read_again(changed))] if changed else []
        why = " ".join(part for part in (_cut(names) if changed else "", lost if what else "") if part)
        self.banner.show_words(what or lost, why, *actions, tone="warning" if changed else "info")


def _cut(names: str) -> str:
    return names if len(names) <= _NAMES else names[:_NAMES].rstrip() + "…"


_NAMES = 200
