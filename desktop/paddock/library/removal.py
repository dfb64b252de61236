"""Removes documents for good: text, passages, vectors, names, and what lies in the file's log."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Any

from paddock.library.shelf import Shelf, ask_for_scrub, check_changed
from paddock.library.types import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.library.types import PageIndex
    from paddock.vault.connection import Connection

_STEP_S = 0.05


class Removal(Shelf):
    """What removes. Freed pages of the file are overwritten by SQLite itself (`secure_delete`)."""

    def remove_documents(
        self, document_ids: Sequence[int], on_progress: Callable[[int, int], None] = lambda _done, _of: None
    ) -> int:
        """Remove documents and all that was made of them; return how many there were. Their files are not touched.

        In short transactions, so that nobody waits long for the writer; a crash between leaves each document whole or
        gone, and `tidy` ends the rest. One that is being read is dropped by its reading. Raises DiskFull, VaultError.
        """
        left = list(dict.fromkeys(document_ids))
        removed = done = 0
        while done < len(left):
            gone: list[int] = []
            with self._vault.write() as db:
                until = time.monotonic() + _STEP_S
                while done < len(left) and (not gone or time.monotonic() < until):
                    _pass_over(db, left[done])
                    if remove_document(db, self._index, left[done]):
                        gone.append(left[done])
                    done += 1
                if gone:
                    self._tell(Changed("documents", document_ids=tuple(gone)))
            removed += len(gone)
            on_progress(done, len(left))
        self.tidy()
        return removed

    def remove_collection(self, collection_id: int, *, with_documents: bool) -> int:
        """Remove a collection; `with_documents`: and those of its documents that are in no other.

        Returns how many documents went with it. Raises NotInLibrary.
        """
        with self._vault.write() as db:
            rows: Any = db.execute(
                "SELECT document_id FROM membership WHERE collection_id = ?1 AND document_id NOT IN "
                "(SELECT document_id FROM membership WHERE collection_id <> ?1)",
                (collection_id,),
            )
            doomed = [number for (number,) in rows]
            db.execute("DELETE FROM collection WHERE id = ?", (collection_id,))
            check_changed(db, "collection")
            ask_for_scrub(db)
            self._tell(Changed("collections", collection_id))
        if with_documents:
            return self.remove_documents(doomed)
        self.tidy()
        return 0

    def tidy(self) -> bool:
        """Take out of the file what was removed and may still lie in it, also after a crash; call it after opening.

        False where another program's reading kept the log from being emptied; the next call, or the last program to
        close, does it then.
        """
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT scrub FROM library_state")
            removals = next(count for (count,) in rows)
        if not removals:
            return True
        self._index.scrub(self._vault)
        with self._vault.write() as db:  # removals that came meanwhile stay to be done
            db.execute("UPDATE library_state SET scrub = 0 WHERE scrub = ?", (removals,))
        if self._vault.empty_log():
            return True
        with self._vault.write() as db:
            ask_for_scrub(db)
        return False


def path_digest(stored_path: bytes) -> bytes:
    """Return 16 bytes that tell a removed file's path again without keeping it (BLAKE2b, RFC 7693)."""
    return hashlib.blake2b(stored_path, digest_size=16).digest()


def remove_document(db: Connection, index: PageIndex, number: int) -> bool:
    """Remove one document with all that hangs from it; False where it is not there."""
    index.forget(db, number)
    db.execute("DELETE FROM document WHERE id = ?", (number,))
    there = db.changes() > 0
    if there:
        ask_for_scrub(db)
    return there


def _pass_over(db: Connection, number: int) -> None:
    """Keep watched folders from bringing back, unchanged, what a person removed."""
    rows: Any = list(db.execute("SELECT path, size_bytes, mtime_ns FROM source WHERE document_id = ?", (number,)))
    for path, size, mtime in rows:
        db.execute(
            "INSERT OR REPLACE INTO passed_over (watched_id, path_digest, size_bytes, mtime_ns) "
            "SELECT id, ?, ?, ? FROM watched WHERE substr(?, 1, length(path)) = path",
            (path_digest(path), size, mtime, path),
        )
