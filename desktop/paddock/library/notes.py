"""Keeps what a model noted on parts of a document, for as long as it takes to summarize it."""

from __future__ import annotations

from typing import Any

from paddock.library.shelf import Shelf, ask_for_scrub, one_row


class Notes(Shelf):
    """Notes by document and key. They go with their document."""

    def note(self, document_id: int, key: str) -> str | None:
        """Return the note kept under this key, or None."""
        with self._vault.read() as db:
            rows: Any = db.execute("SELECT text FROM note WHERE document_id = ? AND key = ?", (document_id, key))
            return next((str(text) for (text,) in rows), None)

    def keep_note(self, document_id: int, key: str, text: str) -> None:
        """Keep a note, in place of one that was kept. Raises NotInLibrary."""
        with self._vault.write() as db:
            one_row(db, "SELECT 1 FROM document WHERE id = ?", document_id, what="document")
            db.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (document_id, key, text))

    def forget_notes(self, document_id: int) -> None:
        """Remove the notes on a document: it is summarized."""
        with self._vault.write() as db:
            db.execute("DELETE FROM note WHERE document_id = ?", (document_id,))
            if db.changes():
                ask_for_scrub(db)
