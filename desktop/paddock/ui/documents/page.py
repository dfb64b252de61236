"""The documents: collections beside, files with what was read of them, search over all, and one document's pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from paddock.library.types import Scope
from paddock.ui.documents.actions import DocumentActions
from paddock.ui.documents.collection_view import CollectionModel, CollectionView
from paddock.ui.documents.drop_veil import DropVeil
from paddock.ui.documents.files import Files
from paddock.ui.documents.gaps import Gaps
from paddock.ui.documents.phrases import passed_by
from paddock.ui.documents.results import Results, SearchField
from paddock.ui.documents.viewer import Viewer
from paddock.ui.dropped import local_paths
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.choice import Choice
from paddock.ui.widgets.folder_dialog import chosen_folder
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

    from paddock.library.adding import Found
    from paddock.library.search import Hit
    from paddock.library.types import Changed, Collection, Document
    from paddock.ui.desk import Desk

_NARROW_PX, _NARROWEST_PX, _LOW_PX = 720, 520, 430


class DocumentsPage(QWidget):
    """`chat_wanted` carries what a new chat is to ask: (kind, number, name) each; `summary_wanted` a document."""

    chat_wanted = Signal(list)
    summary_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Documents"))
        self.setAcceptDrops(True)
        self._desk = desk
        self._make = Buttons(desk.theme, desk.icons)
        self._collection_id: int | None = None
        self._before: QWidget | None = None
        self._narrow: bool | None = None
        self.actions_on_documents = DocumentActions(desk, self.window, self)
        self.rows = CollectionModel(self)
        self.collections = CollectionView(self.rows, desk.theme, desk.icons)
        self.files = Files(desk, self.actions_on_documents, self.rows)
        self.results = Results(desk)
        self.gaps = Gaps(desk, self.actions_on_documents, self.rows)
        self.viewer = Viewer(desk, self.actions_on_documents)
        self.search = SearchField(desk.theme, desk.icons)
        self._lay_out()
        self._veil = DropVeil(desk.theme, desk.icons, self)
        self._join()

    # ------------------------------------------------------------ making

    def _lay_out(self) -> None:
        theme, make = self._desk.theme, self._make
        self._add_files = make.push(self.tr("Add files…"), "primary", "file-plus")
        self._add_files.clicked.connect(self._ask_files)
        self._add_folder = make.push(self.tr("Add a folder…"), "", "folder-plus")
        self._add_folder.clicked.connect(self._ask_folder)
        self._head = QWidget()
        title = QHBoxLayout()
        title.addWidget(words(self.tr("Documents"), "title"), 1)
        title.addWidget(self._add_files)
        title.addWidget(self._add_folder)
        self._choice = Choice(theme, self._desk.icons, self.tr("Collection"))
        self._choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        follow(theme, self._choice, lambda: self._choice.setMaximumWidth(theme.px(180)))
        self._choice.activated.connect(lambda _row: self._choose(self._choice.value))
        find = QHBoxLayout()
        find.addWidget(self._choice)
        find.addWidget(self.search, 1)
        self._new = make.push(self.tr("New collection…"), "nav", "plus")
        self._new.clicked.connect(lambda: self.actions_on_documents.ask_new_collection(()))
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.addWidget(self.collections, 1)
        side.addWidget(self._new)
        self._stack = QStackedWidget()
        for part in (self.files, self.results, self.gaps, self.viewer):
            self._stack.addWidget(part)
        body = QHBoxLayout()
        body.addWidget(self._side)
        body.addWidget(self._stack, 1)
        follow(theme, self._side, lambda: self._side.setFixedWidth(theme.px(196)))
        head = self._head_rows = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addLayout(title)
        head.addLayout(find)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._head)
        column.addLayout(body, 1)
        spaced(theme, title, spacing=8)
        spaced(theme, find, spacing=8)
        spaced(theme, side, spacing=4)
        spaced(theme, body, spacing=16)
        self._space()
        theme.changed.connect(self._fit)

    def _join(self) -> None:
        actions, feed = self.actions_on_documents, self._desk.documents
        self.collections.chosen.connect(self._choose)
        self.collections.clicked.connect(self._on_clicked)
        self.collections.rename_wanted.connect(actions.ask_rename)
        self.collections.menu_wanted.connect(self._show_collection_menu)
        self.collections.files_dropped.connect(lambda paths, number: feed.add(paths, number, self._say_added))
        self.collections.documents_dropped.connect(lambda ids, number: actions.put_into(number, ids))
        actions.chat_wanted.connect(self.chat_wanted)
        actions.summary_wanted.connect(self.summary_wanted)
        actions.made.connect(self._on_made)
        self.files.opened.connect(lambda document: self._open(document, 1, ()))
        self.files.gaps_wanted.connect(self._show_gaps)
        self.files.files_wanted.connect(self._ask_files)
        self.files.folder_wanted.connect(self._ask_folder)
        self.files.menu_wanted.connect(self._show_own_menu)
        self.gaps.opened.connect(self._open)
        self.gaps.left.connect(self._show_files)
        self.results.opened.connect(self._open_hit)
        self.results.left.connect(self._end_search)
        self.viewer.left.connect(self._leave_viewer)
        self.search.sought.connect(self._on_sought)
        self.search.down.connect(self.results.enter)
        self._stack.currentChanged.connect(lambda _at: self._fit())
        feed.changed.connect(self._on_changed)
        feed.opened.connect(self.refresh)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)

    # ------------------------------------------------------------ what others ask of it

    def refresh(self) -> None:
        """Read everything anew."""
        if self._desk.documents.library is not None:
            self._read_collections()
            self.files.reload()

    def show_collection(self, collection_id: int | None) -> None:
        """Show a collection, None for all documents."""
        self.collections.show_chosen(collection_id)
        self._choose(collection_id)

    def show_document(self, document_id: int, page: int = 1, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Show a page of a document, with these ranges of its text marked."""
        library = self._desk.paddock.library
        self._desk.tasks.do(
            self, lambda: library.store.document(document_id), lambda document: self._open(document, page, marks)
        )

    def add(self, paths: Sequence[Path]) -> None:
        """Take files and folders into the collection that is shown."""
        self._desk.documents.add(paths, self._collection_id, self._say_added)

    def begin_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def begin_finding(self) -> None:
        """Go to the search field of the document that is open, or of them all."""
        if self._stack.currentWidget() is self.viewer:
            self.viewer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.viewer.field.selectAll()
        else:
            self.begin_search()

    # ------------------------------------------------------------ collections

    @property
    def collection(self) -> Collection | None:
        """Return the collection that is shown, None for all documents."""
        return self.rows.with_id(self._collection_id)

    @property
    def scope(self) -> Scope:
        """Return which documents are shown."""
        return Scope() if self._collection_id is None else Scope(collections=(self._collection_id,))

    def _read_collections(self) -> None:
        library = self._desk.documents.library
        if library is None:
            return
        store = library.store

        def done(read: tuple[list[Collection], int]) -> None:
            self.rows.show(*read)
            if self._collection_id is not None and self.collection is None:
                self.show_collection(None)
            self._fill_choice()
            self.files.show_collection(self.collection, self.scope)

        self._desk.tasks.do(
            self, lambda: (store.collections(), store.coverage().documents), done, lane="documents list"
        )

    def _fill_choice(self) -> None:
        self._choice.clear()
        for row in range(self.rows.rowCount()):
            collection = self.rows.collection(row)
            self._choice.add(self.rows.words(row), collection.id if collection else None)
        self._choice.setCurrentIndex(self.rows.row_of(self._collection_id))

    def _choose(self, collection_id: object) -> None:
        self._collection_id = collection_id if isinstance(collection_id, int) else None
        self._choice.setCurrentIndex(self.rows.row_of(self._collection_id))
        self.collections.show_chosen(self._collection_id)
        self.files.show_collection(self.collection, self.scope)
        self._show_files()
        self._seek()

    def _on_clicked(self) -> None:
        """Come back to the files: by the collection that was chosen before, as by another."""
        if self._stack.currentWidget() not in {self.files, self.results}:
            self._choose(self._collection_id)

    def _on_made(self, collection_id: int) -> None:
        self._collection_id = collection_id
        self._read_collections()
        self.collections.show_chosen(collection_id)
        self._show_files()

    def _on_changed(self, change: Changed) -> None:
        if change.what in {"collections", "documents"}:
            self._read_collections()

    def _show_own_menu(self, place: QPoint) -> None:
        self._show_collection_menu(self.collection, place)

    def _show_collection_menu(self, collection: Collection | None, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icons, actions = self._desk.icons, self.actions_on_documents
        if collection is not None:
            ask = [("collection", collection.id, collection.name)]
            menu.addAction(
                icons.icon("chat-text"), self.tr("Ask about this collection…"), lambda: self.chat_wanted.emit(ask)
            )
            menu.addSeparator()
            menu.addAction(icons.icon("pencil-simple"), self.tr("Rename…"), lambda: actions.ask_rename(collection))
            menu.addAction(icons.icon("eye"), self.tr("Watched folders…"), lambda: self._show_watched(collection))
        menu.addAction(icons.icon("arrows-clockwise"), self.tr("Check the files for changes"), self.files.check_sources)
        menu.addAction(icons.icon("plus"), self.tr("New collection…"), lambda: actions.ask_new_collection(()))
        if collection is not None:
            menu.addSeparator()
            menu.addAction(
                icons.icon("trash", "danger"),
                self.tr("Remove the collection…"),
                lambda: actions.ask_remove_collection(collection),
            )
        menu.popup(place)

    def _show_watched(self, collection: Collection) -> None:
        from paddock.ui.documents.watched_dialog import WatchedDialog  # noqa: PLC0415 - seldom needed

        dialog = WatchedDialog(self._desk, collection, self.window())
        dialog.changed.connect(self._desk.documents.look)
        dialog.open()

    # ------------------------------------------------------------ going somewhere

    def _show_files(self) -> None:
        self._stack.setCurrentWidget(self.files)

    def _show_gaps(self) -> None:
        self.gaps.show_scope(self.scope)
        self._stack.setCurrentWidget(self.gaps)
        self.gaps.take_focus()

    def _open(self, document: Document, page: int = 1, marks: Sequence[tuple[int, int]] = ()) -> None:
        if self._stack.currentWidget() is not self.viewer:
            self._before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.viewer)
        self.viewer.open(document, page, marks)
        self.viewer.take_focus()

    def _open_hit(self, hit: Hit) -> None:
        self.show_document(hit.document_id, hit.page, ((hit.start, hit.end),))

    def _leave_viewer(self) -> None:
        back = self._before or self.files
        self._stack.setCurrentWidget(back)
        if back is self.results:
            self.results.enter()
        elif back is self.gaps:
            self.gaps.take_focus()
        else:
            self.files.take_focus()

    def _on_sought(self, query: str) -> None:
        if query:
            self._stack.setCurrentWidget(self.results)
        elif self._stack.currentWidget() is self.results:
            self._show_files()
        self._seek()

    def _seek(self) -> None:
        query = self.search.query
        if query and self._stack.currentWidget() is not self.viewer:
            self._stack.setCurrentWidget(self.results)
        self.results.seek(query, self.scope)

    def _end_search(self) -> None:
        self.search.clear()
        self.search.setFocus()

    # ------------------------------------------------------------ adding

    def _ask_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self.window(), self.tr("Add files"))
        self.add([Path(path) for path in paths])

    def _ask_folder(self) -> None:
        folder = chosen_folder(self.window(), self.tr("Add a folder"))
        if folder:
            self.add([Path(folder)])

    def _paste(self) -> None:
        self.add(local_paths(QGuiApplication.clipboard().mimeData()))

    def _say_added(self, found: Found) -> None:
        parts = [
            words
            for count, words in (
                (found.queued, self.tr("%n file(s) to read", "", found.queued)),
                (found.known, self.tr("%n known already", "", found.known)),
                (found.duplicates, self.tr("%n with the same content", "", found.duplicates)),
            )
            if count
        ]
        self._desk.notices.say(" · ".join(filter(None, (*parts, passed_by(found)))))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102 - described by Qt
        if local_paths(event.mimeData()) and self._desk.documents.library is not None:
            event.acceptProposedAction()
            into = self.tr("Drop files and folders to read them into “{0}”")
            self._veil.show_for(into.format(self.collection.name) if self.collection else "")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: D102 - described by Qt
        del event
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102 - described by Qt
        self._veil.hide()
        event.acceptProposedAction()
        self.add(local_paths(event.mimeData()))

    # ------------------------------------------------------------ the room there is

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())
        self._fit()

    def _fit(self) -> None:
        """Where it is narrow, the collections drop down instead of standing beside; a document has all the room."""
        narrow = self.width() < self._desk.theme.px(_NARROW_PX)
        self._space()
        reads = self._stack.currentWidget() is self.viewer  # all the room is the page's
        self._head.setVisible(not reads)
        self._side.setVisible(not narrow and not reads)
        if narrow != self._narrow:
            self._narrow = narrow
            self._choice.setVisible(narrow)
            self._add_files.setText(self.tr("Add…") if narrow else self.tr("Add files…"))
            self._add_files.setAccessibleName(self.tr("Add files…"))
            self._add_folder.setText("" if narrow else self.tr("Add a folder…"))
            self._add_folder.setAccessibleName(self.tr("Add a folder…"))
            self._add_folder.setToolTip(self.tr("Add a folder…") if narrow else "")

    def _space(self) -> None:
        """Leave the room to the files where the window is low."""
        px = self._desk.theme.px
        low = self.height() < px(_LOW_PX)
        above, below, gap = (10, 4, 6) if low else (20, 12, 12)
        side = 12 if low or self.width() < px(_NARROWEST_PX) else 24
        self._column.setContentsMargins(px(side), px(above), px(side), px(below))
        for rows in (self._column, self._head_rows):
            rows.setSpacing(px(gap))
