"""Takes dropped, pasted and chosen files into the library and attaches them: one by one, or as one collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from paddock.library.rows import shown_name
from paddock.library.types import Scope
from paddock.ui.attachments.attached import MOST_ATTACHED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paddock.library.adding import Found
    from paddock.library.store import LibraryStore
    from paddock.library.types import Collection
    from paddock.ui.attachments.attached import Attached, Place
    from paddock.ui.desk import Desk


class TakingIn(QObject):
    """What is dropped on one chat stays meant for it, whatever is opened meanwhile."""

    def __init__(self, desk: Desk, attached: Attached) -> None:
        super().__init__(attached)
        self._desk = desk
        self._attached = attached

    def take(self, paths: Sequence[Path]) -> None:
        """Read these, and let the open chat ask them. A folder, or very many files, become one collection."""
        library = self._desk.documents.library
        if library is None or not paths:
            return
        attached, place = self._attached, self._attached.place
        room = MOST_ATTACHED - len(attached.items)
        names = [shown_name(path) for path in paths[:3]]
        attached.coming(place, names)

        def work() -> Collection | None:
            folder = next((path for path in paths if path.is_dir()), None)
            if folder is None and len(paths) <= room:
                return None
            return _collection_for(library.store, folder or paths[0].parent)

        def begin(collection: Collection | None) -> None:
            if collection is None:
                self._desk.documents.add(
                    paths, None, lambda found: self._attach_found(place, names, found), urgent=True
                )
                return
            attached.came(place, names)
            number = collection.id
            attached.attach([("collection", number, collection.name)], place)

            def collected(found: Found) -> None:
                if not found.documents and not collection.documents:
                    attached.withdraw("collection", number, place)
                    self._desk.tasks.do(self, lambda: library.store.remove_collection(number, with_documents=False))

            self._desk.documents.add(paths, number, collected, urgent=True)

        def failed(error: object) -> None:
            attached.came(place, names)
            self._desk.notices.complain(error)  # type: ignore[arg-type]  # a UserError it is

        self._desk.tasks.do(self, work, begin, failed=failed)

    def _attach_found(self, place: Place, names: Sequence[str], found: Found) -> None:
        library, attached = self._desk.documents.library, self._attached
        if library is None:
            return

        def done(documents: Sequence[tuple[int, str]]) -> None:
            attached.came(place, names)
            attached.attach([("document", number, name) for number, name in documents], place)

        self._desk.tasks.do(
            self, lambda: [(one.id, one.name) for one in library.store.documents_with(found.documents)], done
        )


def _collection_for(store: LibraryStore, folder: Path) -> Collection:
    """Return a collection named for a folder: the one made of it before, or a new one under a free name."""
    stem = folder.absolute().name or str(folder)
    taken = {one.name.casefold(): one for one in store.collections()}
    name, count = stem, 1
    while (there := taken.get(name.casefold())) is not None:
        first = store.documents(Scope(collections=(there.id,)), limit=1)
        if not first or any(folder in source.path.parents for source in store.sources(first[0].id)):
            return there
        count += 1
        name = f"{stem} ({count})"
    return store.create_collection(name)
