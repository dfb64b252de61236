"""Files found become documents: new ones are queued, known ones recognised, changed ones take their new content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from paddock.library.removal import remove_document
from paddock.library.rows import stored_path
from paddock.library.shelf import Shelf, one_row
from paddock.library.types import Changed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paddock.library.files import FoundFile
    from paddock.vault.connection import Connection

Filed = Literal["queued", "known", "duplicate", "refused"]


class _Known(NamedTuple):
    """The source that a path was seen as before, and what its document is."""

    source_id: int
    document_id: int
    sha256: bytes | None


class Filing(Shelf):
    """Keeps what was found on the disk."""

    def unchanged(self, found: Sequence[FoundFile], collection_id: int | None) -> dict[Path, int]:
        """Return which of the files need not be looked at again, known by path, size and time of change.

        Each with its document's number. With a collection, only those that are in it.
        """
        names = json.dumps([[stored_path(one.path).hex(), one.size_bytes, one.mtime_ns] for one in found])
        with self._vault.read() as db:
            rows: Any = db.execute(
                "SELECT wanted.key, d.id FROM json_each(:names) AS wanted "
                "JOIN source AS s ON s.path = unhex(wanted.value ->> 0) JOIN document AS d ON d.id = s.document_id "
                "WHERE s.size_bytes = wanted.value ->> 1 AND s.mtime_ns = wanted.value ->> 2 AND s.state = 'there' "
                "AND d.sha256 IS NOT NULL AND (:collection IS NULL OR EXISTS (SELECT 1 FROM membership AS m "
                "WHERE m.collection_id = :collection AND m.document_id = d.id))",
                {"names": names, "collection": collection_id},
            )
            return {found[at].path: number for at, number in rows}

    def file(
        self, found: Sequence[FoundFile], collection_id: int | None = None, priority: int = 0
    ) -> list[tuple[Filed, int]]:
        """Keep what was found, in one transaction; say of each what became of it, and its document's number.

        "queued": it will be read, for the first time or because it changed; "known": this file was here before;
        "duplicate": another file has the same content; "refused": it could not be opened. Files of higher `priority`
        are read first. Raises NotInLibrary where the collection is gone.
        """
        filed: list[tuple[Filed, int]] = []
        with self._vault.write() as db:
            now = self._clock()
            if collection_id is not None:
                one_row(db, "SELECT 1 FROM collection WHERE id = ?", collection_id, what="collection")
            for one in found:
                kind, number = self._file(db, one, now, priority)
                if collection_id is not None:
                    db.execute("INSERT OR IGNORE INTO membership VALUES (?, ?, ?)", (collection_id, number, now))
                filed.append((kind, number))
            if filed:
                self._tell(Changed("documents", collection_id, tuple(number for _, number in filed)))
        return filed

    # ---------------------------------------------------------------- one file

    def _file(self, db: Connection, one: FoundFile, now: float, priority: int) -> tuple[Filed, int]:
        rows: Any = db.execute(
            "SELECT s.id, d.id, d.sha256 FROM source AS s JOIN document AS d ON d.id = s.document_id WHERE s.path = ?",
            (stored_path(one.path),),
        )
        known = next((_Known(*row) for row in rows), None)
        if one.sha256 is None:
            return "refused", _file_unopened(db, one, known, now)
        if known is None:
            same = _with_content(db, one.sha256)
            number = same or _new_document(db, one, now)
            _new_source(db, one, number, now)
            if same is None:
                enqueue(db, number, priority)
            return ("duplicate" if same else "queued"), number
        db.execute(
            "UPDATE source SET size_bytes = ?, mtime_ns = ?, seen_at = ?, state = 'there' WHERE id = ?",
            (one.size_bytes, one.mtime_ns, now, known.source_id),
        )
        if known.sha256 == one.sha256:
            return "known", known.document_id
        return self._take_new_content(db, one, known, now, priority)

    def _take_new_content(
        self, db: Connection, one: FoundFile, known: _Known, now: float, priority: int
    ) -> tuple[Filed, int]:
        """Give a changed file's document its new content, unless another file still holds the old one."""
        old = known.document_id
        rows: Any = db.execute(
            "SELECT count(*) FROM source WHERE document_id = ? AND id <> ? AND state <> 'missing'",
            (old, known.source_id),
        )
        others = next(count for (count,) in rows)
        same = _with_content(db, one.sha256)
        if same is None and not others:
            db.execute("DELETE FROM source WHERE document_id = ? AND id <> ?", (old, known.source_id))
            db.execute(
                "UPDATE document SET sha256 = ?, size_bytes = ?, modified_at = ?, name = ?, read_with = '' "
                "WHERE id = ?",
                (one.sha256, one.size_bytes, one.mtime_ns / 1e9, one.name, old),
            )
            enqueue(db, old, priority, anew=True)
            return "queued", old
        number = same or _new_document(db, one, now)
        db.execute("UPDATE source SET document_id = ? WHERE id = ?", (number, known.source_id))
        db.execute(
            "INSERT OR IGNORE INTO membership SELECT collection_id, ?, ? FROM membership WHERE document_id = ?",
            (number, now, old),
        )
        if not others:
            remove_document(db, self._index, old)
        if same is None:
            enqueue(db, number, priority)
        return ("duplicate" if same else "queued"), number


def enqueue(db: Connection, document_id: int, priority: int = 0, *, anew: bool = False) -> None:
    """Have a document read, `anew` or from where its pages end. A reading under way finds its job gone, and ends."""
    db.execute("DELETE FROM job WHERE document_id = ?", (document_id,))
    db.execute("INSERT INTO job (document_id, priority, anew) VALUES (?, ?, ?)", (document_id, priority, int(anew)))
    db.execute(
        "UPDATE document SET state = 'waiting', reason = '', note = '', next_step = '' WHERE id = ?", (document_id,)
    )


def _with_content(db: Connection, sha256: bytes | None) -> int | None:
    rows: Any = db.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,))
    return next((number for (number,) in rows), None)


def _new_document(db: Connection, one: FoundFile, now: float) -> int:
    db.execute(
        "INSERT INTO document (sha256, state, size_bytes, added_at, modified_at, name, reason, note, next_step) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.sha256,
            "refused" if one.sha256 is None else "waiting",
            one.size_bytes,
            now,
            one.mtime_ns / 1e9,
            one.name,
            one.reason,
            one.note,
            one.next_step,
        ),
    )
    return db.last_insert_rowid()


def _new_source(db: Connection, one: FoundFile, document_id: int, now: float, state: str = "there") -> None:
    db.execute(
        "INSERT INTO source (document_id, path, size_bytes, mtime_ns, seen_at, state) VALUES (?, ?, ?, ?, ?, ?)",
        (document_id, stored_path(one.path), one.size_bytes, one.mtime_ns, now, state),
    )


def _file_unopened(db: Connection, one: FoundFile, known: _Known | None, now: float) -> int:
    """List a file that cannot be opened, with why; what was read of it earlier stays."""
    if known is None:
        number = _new_document(db, one, now)
        _new_source(db, one, number, now, "unreachable")
        return number
    db.execute("UPDATE source SET state = 'unreachable', seen_at = ? WHERE id = ?", (now, known.source_id))
    if known.sha256 is None:
        db.execute(
            "UPDATE document SET reason = ?, note = ?, next_step = ? WHERE id = ?",
            (one.reason, one.note, one.next_step, known.document_id),
        )
    return known.document_id
