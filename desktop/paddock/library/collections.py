"""The list of collections, and which documents are in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.errors import UserError
from paddock.library.rows import shown_line
from paddock.library.shelf import NotInLibrary, Shelf, as_list, check_changed, one_row
from paddock.library.types import Changed, Collection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.vault.connection import Connection

_NAME_CHARACTERS = 200
_COLUMNS = (
    "id, name, created_at, embedder, (SELECT count(*) FROM membership AS m WHERE m.collection_id = collection.id)"
)


class Collections(Shelf):
    """Named sets of documents; a document may be in several, or in none."""

    def create_collection(self, name: str) -> Collection:
        """Make an empty collection. Raises UserError where the name is empty or taken."""
        name = _clean(name)
        with self._vault.write() as db:
            _check_free(db, name)
            db.execute("INSERT INTO collection (name, created_at) VALUES (?, ?)", (name, self._clock()))
            number = db.last_insert_rowid()
            self._tell(Changed("collections", number))
            return _read(db, number)

    def collections(self) -> list[Collection]:
        """Return all collections by name."""
        with self._vault.read() as db:
            rows = db.execute(f"SELECT {_COLUMNS} FROM collection ORDER BY name COLLATE NOCASE, id")  # noqa: S608 - our names
            return [Collection(*row) for row in rows]  # type: ignore[arg-type]  # STRICT tables keep what was declared

    def collection(self, collection_id: int) -> Collection:
        """Return a collection. Raises NotInLibrary."""
        with self._vault.read() as db:
            return _read(db, collection_id)

    def collection_named(self, name: str) -> Collection:
        """Return the collection of that name, in whatever case. Raises NotInLibrary."""
        with self._vault.read() as db:
            for row in db.execute(f"SELECT {_COLUMNS} FROM collection WHERE name = ?", (_line(name),)):  # noqa: S608 - our names
                return Collection(*row)  # type: ignore[arg-type]  # STRICT tables keep what was declared
        raise NotInLibrary(f"There is no collection named “{name}”.", "", "See which there are.")

    def rename_collection(self, collection_id: int, name: str) -> None:
        """Give a collection another name. Raises UserError where the name is empty or taken, NotInLibrary."""
        name = _clean(name)
        with self._vault.write() as db:
            _check_free(db, name, but=collection_id)
            db.execute("UPDATE collection SET name = ? WHERE id = ?", (name, collection_id))
            check_changed(db, "collection")
            self._tell(Changed("collections", collection_id))

    def set_embedder(self, collection_id: int, embedder: str) -> None:
        """Remember which embedder made this collection's vectors. Raises NotInLibrary."""
        with self._vault.write() as db:
            db.execute("UPDATE collection SET embedder = ? WHERE id = ?", (embedder, collection_id))
            check_changed(db, "collection")
            self._tell(Changed("collections", collection_id))

    def put_into(self, collection_id: int, document_ids: Sequence[int]) -> None:
        """Put documents into a collection; those that are in it already stay. Raises NotInLibrary."""
        with self._vault.write() as db:
            one_row(db, "SELECT 1 FROM collection WHERE id = ?", collection_id, what="collection")
            db.execute(
                "INSERT OR IGNORE INTO membership (collection_id, document_id, added_at) "
                "SELECT ?, d.id, ? FROM json_each(?) AS wanted JOIN document AS d ON d.id = wanted.value",
                (collection_id, self._clock(), as_list(document_ids)),
            )
            self._tell(Changed("documents", collection_id, tuple(document_ids)))

    def take_out_of(self, collection_id: int, document_ids: Sequence[int]) -> None:
        """Take documents out of a collection; they stay in the library, and in the other collections."""
        with self._vault.write() as db:
            db.execute(
                "DELETE FROM membership WHERE collection_id = ? AND document_id IN (SELECT value FROM json_each(?))",
                (collection_id, as_list(document_ids)),
            )
            self._tell(Changed("documents", collection_id, tuple(document_ids)))

    def collections_of(self, document_id: int) -> tuple[int, ...]:
        """Return which collections a document is in."""
        with self._vault.read() as db:
            sql = "SELECT collection_id FROM membership WHERE document_id = ? ORDER BY collection_id"
            return tuple(row[0] for row in db.execute(sql, (document_id,)))  # type: ignore[misc]  # an INTEGER


def _read(db: Connection, number: int) -> Collection:
    return Collection(*one_row(db, f"SELECT {_COLUMNS} FROM collection WHERE id = ?", number, what="collection"))  # noqa: S608 - our names


def _clean(name: str) -> str:
    name = _line(name)[:_NAME_CHARACTERS].strip()
    if not name:
        raise UserError("A collection needs a name.")
    return name


def _line(name: str) -> str:
    """Return a name, a folder's perhaps, as one line that can be kept and shows what it is."""
    return shown_line(" ".join(name.split()))


def _check_free(db: Connection, name: str, but: int = 0) -> None:
    for _ in db.execute("SELECT 1 FROM collection WHERE name = ? AND id <> ?", (name, but)):
        raise UserError(f"There is a collection named “{name}” already.", "", "Choose another name.")
