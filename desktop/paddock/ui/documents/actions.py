"""What a person does with documents and collections, and the questions that are asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from paddock.engine.cancelling import CancelToken
from paddock.errors import SourceGone
from paddock.ui.documents.outside import outside
from paddock.ui.documents.unlocking import Unlocking
from paddock.ui.notices import Action
from paddock.ui.outside import open_file, open_folder
from paddock.ui.tasks import Call
from paddock.ui.widgets.name_dialog import ask_name
from paddock.ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMenu, QWidget

    from paddock.library.library import Library
    from paddock.library.types import Collection, Document
    from paddock.ui.desk import Desk

LANE = "documents"


class DocumentActions(QObject):
    """`chat_wanted` carries what a new chat is to ask: (kind, number, name) each; `summary_wanted` a document.

    `made` names a new collection.
    """

    chat_wanted = Signal(list)
    summary_wanted = Signal(object)
    made = Signal(int)

    def __init__(self, desk: Desk, window: Callable[[], QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._unlocking = Unlocking(desk, self)

    @property
    def _library(self) -> Library:
        return self._desk.paddock.library

    # ------------------------------------------------------------ menus

    def fill_menu(
        self, menu: QMenu, documents: Sequence[Document], collection: Collection | None, others: Sequence[Collection]
    ) -> None:
        """Offer what can be done with these documents; `collection` is the one that is shown."""
        icons = self._desk.icons
        ids = [one.id for one in documents]
        readable = [one for one in documents if one.characters]
        ask = menu.addAction(icons.icon("chat-text"), self.tr("Ask about this…"), lambda: self.ask_about(readable))
        ask.setEnabled(bool(readable))
        if len(documents) == 1:
            one = documents[0]
            summarise = menu.addAction(
                icons.icon("list-bullets"), self.tr("Summarise"), lambda: self.summary_wanted.emit(one)
            )
            summarise.setEnabled(one.characters > 0)
            menu.addAction(icons.icon("arrow-square-out"), self.tr("Open outside"), lambda: self.open_outside(one))
            menu.addAction(icons.icon("folder-open"), self.tr("Show in its folder"), lambda: self.show_in_folder(one))
        menu.addSeparator()
        menu.addAction(icons.icon("arrow-clockwise"), self.tr("Read again"), lambda: self.read_again(ids))
        if locked := [one for one in documents if one.needs_password or one.needs_password_again]:
            menu.addAction(icons.icon("lock-key"), self.tr("Give the password…"), lambda: self.ask_password(locked))
        if any(one.state in {"waiting", "reading"} for one in documents):
            menu.addAction(icons.icon("stop"), self.tr("Stop reading"), lambda: self.stop(ids))
        menu.addSeparator()
        into = menu.addMenu(icons.icon("stack"), self.tr("Add to a collection"))
        for other in others:
            if collection is None or other.id != collection.id:
                self._offer_collection(into, other, ids)
        into.addSeparator()
        into.addAction(icons.icon("plus"), self.tr("New collection…"), lambda: self.ask_new_collection(ids))
        if collection is not None:
            menu.addAction(
                self.tr("Take out of “{0}”").format(collection.name.replace("&", "&&")),
                lambda: self.take_out_of(collection, ids),
            )
        menu.addSeparator()
        remove = self.tr("Remove from the library…")
        menu.addAction(icons.icon("trash", "danger"), remove, lambda: self.ask_remove(documents))

    def _offer_collection(self, menu: QMenu, collection: Collection, ids: Sequence[int]) -> None:
        menu.addAction(collection.name.replace("&", "&&"), lambda: self.put_into(collection.id, ids))

    # ------------------------------------------------------------ documents

    def ask_about(self, documents: Sequence[Document]) -> None:
        """Begin a chat that asks these."""
        if documents:
            self.chat_wanted.emit([("document", one.id, one.name) for one in documents])

    def open_outside(self, document: Document) -> None:
        """Open the file with whatever the system opens such files with; show one that it might run in its folder."""
        desk = self._desk

        def use(path: Path) -> None:
            if outside(path) == path:
                open_file(desk, self, path)
            else:
                open_folder(desk, self, outside(path), path)

        self._with_path(document, use)

    def show_in_folder(self, document: Document) -> None:
        """Open the folder the file lies in."""
        self._with_path(document, lambda path: open_folder(self._desk, self, path.parent, path))

    def read_again(self, document_ids: Sequence[int]) -> None:
        """Read documents anew from their files."""
        library, stopping = self._library, CancelToken()
        self._desk.tasks.run(
            Call(
                lambda _report: library.ingest.reread(document_ids, cancel=stopping),
                self,
                done=lambda found: self._say_refused(found.refused),
                stop=stopping.cancel,
            )
        )

    def ask_password(self, documents: Sequence[Document]) -> None:
        """Ask for the password of these, once; it is forgotten as soon as they are read."""
        from paddock.ui.documents.password_dialog import ask_password  # noqa: PLC0415 - seldom needed

        ids = [one.id for one in documents]
        one = self.tr("“{0}”").format(documents[0].name)
        what = one if len(documents) == 1 else self.tr("%n file(s)", "", len(documents))
        ask_password(self._desk, self._window(), what, lambda password: self._unlocking.read_with(ids, password))

    def stop(self, document_ids: Sequence[int] | None) -> None:
        """Take documents out of the queue; without numbers, all."""
        library = self._library
        self._desk.tasks.do(self, lambda: library.ingest.stop(document_ids))

    def ask_remove(self, documents: Sequence[Document]) -> None:
        """Ask, and remove documents with all that was made of them."""
        ids = [one.id for one in documents]
        if len(documents) == 1:
            what = self.tr("Remove “{0}” from the library?").format(documents[0].name)
            why = self.tr(
                "Its text and everything made of it is overwritten for good, in all collections. The file itself stays "
                "where it lies."
            )
        else:
            what = self.tr("Remove %n document(s) from the library?", "", len(documents))
            why = self.tr(
                "Their text and everything made of it is overwritten for good, in all collections. The files "
                "themselves stay where they lie."
            )
        self._ask(self.tr("Remove from the library"), what, why, self.tr("Remove"), lambda: self._remove(ids))

    def _remove(self, ids: Sequence[int]) -> None:
        library = self._library

        def done(count: int) -> None:
            self._desk.notices.say(self.tr("%n document(s) removed; the files stay where they are.", "", count))

        self._desk.tasks.do(self, lambda: library.store.remove_documents(ids), done, lane=LANE)

    def _with_path(self, document: Document, use: Callable[[Path], object]) -> None:
        library = self._library

        def find() -> Path:
            sources = library.store.sources(document.id)
            for source in sources:
                if source.path.exists():
                    return source.path
            where = self.tr("It was {0}.").format(sources[0].path) if sources else ""
            what = self.tr("The file of “{0}” is not where it was.").format(document.name)
            raise SourceGone(what, where, self.tr("What was read of it is still here."))

        self._desk.tasks.do(self, find, use)

    def _say_refused(self, count: int) -> None:
        if count:
            self._desk.notices.say(self.tr("%n file(s) could not be opened again.", "", count))

    # ------------------------------------------------------------ collections

    def put_into(self, collection_id: int, document_ids: Sequence[int]) -> None:
        """Put documents into a collection."""
        store = self._library.store
        self._desk.tasks.do(self, lambda: store.put_into(collection_id, document_ids), lane=LANE)

    def take_out_of(self, collection: Collection, document_ids: Sequence[int]) -> None:
        """Take documents out of a collection, with a way back."""
        store = self._library.store

        def done(_none: object) -> None:
            words = self.tr("%n document(s) taken out of “{0}”.", "", len(document_ids)).format(collection.name)
            undo = Action(self.tr("Undo"), lambda: self.put_into(collection.id, document_ids), undoes=True)
            self._desk.notices.say(words, undo)

        self._desk.tasks.do(self, lambda: store.take_out_of(collection.id, document_ids), done, lane=LANE)

    def ask_new_collection(self, document_ids: Sequence[int] = ()) -> None:
        """Ask for a name and make a collection, with these documents in it."""
        store = self._library.store

        def take(name: str) -> None:
            def work() -> int:
                collection = store.create_collection(name)
                if document_ids:
                    store.put_into(collection.id, document_ids)
                return collection.id

            self._desk.tasks.do(self, work, self.made.emit, lane=LANE)

        ask_name(self._desk, self._window(), self.tr("New collection"), self.tr("Name of the collection"), take)

    def ask_rename(self, collection: Collection) -> None:
        """Ask for another name."""
        store = self._library.store

        def take(name: str) -> None:
            self._desk.tasks.do(self, lambda: store.rename_collection(collection.id, name), lane=LANE)

        title = self.tr("Rename the collection")
        ask_name(self._desk, self._window(), title, self.tr("Name of the collection"), take, collection.name)

    def ask_remove_collection(self, collection: Collection) -> None:
        """Ask, and remove a collection: alone, or with the documents that are in no other."""
        store = self._library.store

        def remove(*, with_documents: bool) -> None:
            self._desk.tasks.do(
                self, lambda: store.remove_collection(collection.id, with_documents=with_documents), lane=LANE
            )

        if not collection.documents:
            remove(with_documents=False)
            return
        what = self.tr("Remove “{0}”?").format(collection.name)
        why = self.tr("Its documents can stay in the library. Files on your disk are not touched either way.")
        box = Question(self._window(), self.tr("Remove a collection"), what, why)
        alone = box.addButton(self.tr("Remove it alone"), QMessageBox.ButtonRole.AcceptRole)
        both = box.add_danger(self.tr("Remove with its documents"))
        alone.clicked.connect(lambda: remove(with_documents=False))
        both.clicked.connect(lambda: remove(with_documents=True))
        box.ask()

    # ------------------------------------------------------------ asking

    def _ask(self, title: str, what: str, why: str, words: str, run: Callable[[], object]) -> None:
        box = Question(self._window(), title, what, why)
        box.add_danger(words).clicked.connect(run)
        box.ask()
