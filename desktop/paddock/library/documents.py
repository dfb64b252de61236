"""The list of documents, their pages, and where their files lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.library.rows import DOCUMENT_COLUMNS, PAGE_COLUMNS, SOURCE_COLUMNS, document_of, page_of, source_of
from paddock.library.scope import condition
from paddock.library.shelf import Shelf, as_list, one_row
from paddock.library.types import EVERYTHING, PageOutline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.types import Document, Scope, Source
    from paddock.reader.protocol import Page
    from paddock.vault.connection import Connection


class Documents(Shelf):
    """Reads what is known of documents. Nothing here waits for the writer."""

    def documents(self, scope: Scope = EVERYTHING, *, limit: int = -1, offset: int = 0) -> list[Document]:
        """Return the documents by name, `limit` of them from `offset` on; a negative limit means all."""
        where, values = condition(scope)
        sql = (
            f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE {where} "  # noqa: S608 - our names
            "ORDER BY name COLLATE NOCASE, id LIMIT :limit OFFSET :offset"
        )
        with self._vault.read() as db:
            return [document_of(row) for row in db.execute(sql, {**values, "limit": limit, "offset": offset})]

    def newest_documents(self, limit: int) -> list[Document]:
        """Return the documents that came into the library last, the newest first."""
        sql = f"SELECT {DOCUMENT_COLUMNS} FROM document ORDER BY id DESC LIMIT ?"  # noqa: S608 - our names
        with self._vault.read() as db:
            return [document_of(row) for row in db.execute(sql, (limit,))]

    def document(self, document_id: int) -> Document:
        """Return a document. Raises NotInLibrary."""
        with self._vault.read() as db:
            return read_document(db, document_id)

    def documents_with(self, document_ids: Sequence[int]) -> list[Document]:
        """Return those of the documents that are still there, by number: what a change touched."""
        sql = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"  # noqa: S608 - our names
        with self._vault.read() as db:
            return [document_of(row) for row in db.execute(sql, (as_list(document_ids),))]

    def document_with_content(self, sha256: str) -> Document | None:
        """Return the document whose bytes have this SHA-256, None where there is none."""
        sql = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE sha256 = ?"  # noqa: S608 - our names
        with self._vault.read() as db:
            for row in db.execute(sql, (bytes.fromhex(sha256),)):
                return document_of(row)
        return None

    def outlines(self, document_id: int) -> list[PageOutline]:
        """Return a document's pages without their texts, read from an index alone."""
        sql = (
            "SELECT number, kind, outcome, recognised, characters, label, attachment FROM page INDEXED BY page_outline "
            "WHERE document_id = ? ORDER BY number"
        )
        with self._vault.read() as db:
            return [
                PageOutline(number, kind, outcome, bool(recognised), *rest)  # type: ignore[arg-type]  # a STRICT table
                for number, kind, outcome, recognised, *rest in db.execute(sql, (document_id,))
            ]

    def page(self, document_id: int, number: int) -> Page:
        """Return a page as the reader gave it; its `id` is the store's own number. Raises NotInLibrary."""
        with self._vault.read() as db:
            sql = f"SELECT id, {PAGE_COLUMNS} FROM page WHERE document_id = ? AND number = ?"  # noqa: S608 - our names
            page_id, *row = one_row(db, sql, document_id, number, what="page")
            return page_of(row, page_id)

    def pages(self, document_id: int, first: int = 1, limit: int = -1) -> list[Page]:
        """Return pages from number `first` on, `limit` of them; a negative limit means all."""
        sql = f"SELECT id, {PAGE_COLUMNS} FROM page WHERE document_id = ? AND number >= ? ORDER BY number LIMIT ?"  # noqa: S608 - our names
        with self._vault.read() as db:
            rows = db.execute(sql, (document_id, first, limit))
            return [page_of(row, page_id) for page_id, *row in rows]  # type: ignore[arg-type]  # an INTEGER

    def texts(self, document_id: int, first: int = 1) -> list[tuple[int, str]]:
        """Return the numbers and texts of a document's pages, from page `first` on: all that a model needs of them."""
        sql = "SELECT number, text FROM page WHERE document_id = ? AND number >= ? ORDER BY number"
        with self._vault.read() as db:
            rows: Any = db.execute(sql, (document_id, first))
            return [(number, text) for number, text in rows]

    def sources(self, document_id: int) -> list[Source]:
        """Return the files this document was seen in, the first seen first."""
        with self._vault.read() as db:
            return read_sources(db, document_id)


def read_document(db: Connection, document_id: int) -> Document:
    """Return a document. Raises NotInLibrary."""
    sql = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE id = ?"  # noqa: S608 - our names
    return document_of(one_row(db, sql, document_id, what="document"))


def read_sources(db: Connection, document_id: int) -> list[Source]:
    """Return the files a document was seen in."""
    sql = f"SELECT {SOURCE_COLUMNS} FROM source WHERE document_id = ? ORDER BY id"  # noqa: S608 - our names
    return [source_of(row) for row in db.execute(sql, (document_id,))]
