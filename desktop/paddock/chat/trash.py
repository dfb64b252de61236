"""The trash: chats and messages taken out with a way back, and their removal for good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from paddock.chat.index import ask_for_scrub, remove_words, scrub
from paddock.chat.rows import MESSAGE_COLUMNS, message_of
from paddock.chat.shelf import Gone, Shelf, check_changed, one_row, read_tree, show_leaf
from paddock.chat.types import TrashedMessage, Undo

if TYPE_CHECKING:
    from paddock.vault.connection import Connection

_BATCH = 500  # messages deleted in one transaction, so that a streaming reply never waits long for the writer


class Trash(Shelf):
    """What is in the trash is nowhere else: not in lists, branches, versions or search."""

    def trash_chat(self, chat_id: int) -> None:
        """Put a chat into the trash. Raises Gone."""
        self._set_trashed(chat_id, self._clock())

    def restore_chat(self, chat_id: int) -> None:
        """Take a chat out of the trash. Raises Gone."""
        self._set_trashed(chat_id, None)

    def trash_message(self, message_id: int) -> Undo:
        """Put a message and all below it into the trash; the branch last shown beside it is shown. Raises Gone."""
        with self._vault.write() as db:
            sql = "SELECT m.chat_id, c.leaf_id FROM message AS m JOIN chat AS c ON c.id = m.chat_id WHERE m.id = ?"
            chat_id, leaf_id = one_row(db, sql, message_id, what="message")
            tree = read_tree(db, chat_id)
            if message_id not in tree:
                raise Gone("This message is in the trash already.")
            gone = tree.subtree(message_id)
            db.execute(
                "UPDATE message SET trashed_with = ?, trashed_at = ? WHERE id IN (SELECT value FROM json_each(?))",
                (message_id, self._clock(), json.dumps(gone)),
            )
            if leaf_id in gone:
                show_leaf(db, chat_id, read_tree(db, chat_id).last_leaf(tree.parent[message_id]))
            self._changed("messages", chat_id, message_id)
            return Undo(chat_id, message_id, leaf_id, len(gone))

    def restore_message(self, message_id: int, leaf_id: int | None = None) -> None:
        """Put back what `trash_message` took, and show it, down to `leaf_id` (from `Undo`) or the leaf last shown.

        Where its parent is in the trash too, that comes back with it. Raises Gone.
        """
        with self._vault.write() as db:
            chat_id, taken_by = one_row(
                db, "SELECT chat_id, trashed_with FROM message WHERE id = ?", message_id, what="message"
            )
            while taken_by is not None:
                db.execute(
                    "UPDATE message SET trashed_with = NULL, trashed_at = NULL WHERE trashed_with = ?", (taken_by,)
                )
                sql = "SELECT p.trashed_with FROM message AS m JOIN message AS p ON p.id = m.parent_id WHERE m.id = ?"
                rows: Any = list(db.execute(sql, (taken_by,)))
                taken_by = rows[0][0] if rows else None
            tree = read_tree(db, chat_id)
            known = leaf_id is not None and leaf_id in tree and leaf_id not in tree.children
            leaf = leaf_id if known else tree.last_leaf(message_id)
            show_leaf(db, chat_id, leaf)
            self._changed("messages", chat_id, message_id)

    def trashed_messages(self) -> list[TrashedMessage]:
        """Return the messages in the trash, latest first, each for all that went with it; trashed chats have theirs."""
        sql = (
            f"SELECT {MESSAGE_COLUMNS}, c.title, m.trashed_at, "  # noqa: S608 - our names
            "(SELECT count(*) FROM message AS w WHERE w.trashed_with = m.id) FROM message AS m "
            "JOIN chat AS c ON c.id = m.chat_id WHERE m.trashed_with = m.id AND m.trashed_with IS NOT NULL "
            "AND c.trashed_at IS NULL ORDER BY m.trashed_at DESC, m.id DESC"
        )
        with self._vault.read() as db:
            rows: Any = db.execute(sql)
            return [TrashedMessage(message_of(row[:-3], 1, 1), *row[-3:]) for row in rows]

    def empty_trash(self, before: float | None = None) -> int:
        """Remove for good what is in the trash (or what was put there before that time) and overwrite it in the file.

        Returns how many messages and chats were removed. Takes seconds in a large store, in short steps that let
        other work through. A crash midway leaves every message either whole or gone; `tidy` finishes the rest.
        Backups made earlier keep what they hold until they are replaced. Raises DiskFull, VaultError.
        """
        limit = float("inf") if before is None else before
        with self._vault.read() as db:
            doomed = _doomed(db, limit)
        removed = 0
        for at in range(0, len(doomed), _BATCH):
            with self._vault.write() as db:
                removed += _remove_messages(db, doomed[at : at + _BATCH])
                ask_for_scrub(db)
        with self._vault.write() as db:
            removed += _remove_chats(db, limit)
            if removed:
                ask_for_scrub(db)
                self._changed("chats")
        scrub(self._vault)
        return removed

    def _set_trashed(self, chat_id: int, at: float | None) -> None:
        with self._vault.write() as db:
            db.execute("UPDATE chat SET trashed_at = ? WHERE id = ?", (at, chat_id))
            check_changed(db, "chat")
            self._changed("chats", chat_id)


def _doomed(db: Connection, limit: float) -> list[int]:
    """Return the messages put into the trash before `limit`, last made first: what hangs from a message before it."""
    rows: Any = db.execute(
        "WITH RECURSIVE doomed (id) AS ("
        "SELECT id FROM message WHERE trashed_with = id AND trashed_with IS NOT NULL AND trashed_at < :limit "
        "UNION SELECT m.id FROM chat AS c JOIN message AS m ON m.chat_id = c.id WHERE c.trashed_at < :limit "
        "UNION SELECT m.id FROM doomed AS d JOIN message AS m ON m.parent_id = d.id) "
        "SELECT id FROM doomed ORDER BY id DESC",
        {"limit": limit},
    )
    return [number for (number,) in rows]


def _remove_messages(db: Connection, ids: list[int]) -> int:
    """Delete those messages that are still in the trash (one may have been restored meanwhile), and their words."""
    rows: Any = list(
        db.execute(
            "SELECT m.id, m.state, m.text FROM json_each(?) AS wanted CROSS JOIN message AS m ON m.id = wanted.value "
            "JOIN chat AS c ON c.id = m.chat_id WHERE m.trashed_with IS NOT NULL OR c.trashed_at IS NOT NULL",
            (json.dumps(ids),),
        )
    )
    for number, state, text in rows:
        if state != "streaming":
            remove_words(db, "message_words", number, text)
        db.execute("DELETE FROM message WHERE id = ?", (number,))
    return len(rows)


def _remove_chats(db: Connection, limit: float) -> int:
    empty = "NOT EXISTS (SELECT 1 FROM message WHERE chat_id = c.id)"
    sql = f"SELECT id, title FROM chat AS c WHERE trashed_at < ? AND {empty}"  # noqa: S608 - our names
    chats: Any = list(db.execute(sql, (limit,)))
    for number, title in chats:
        remove_words(db, "title_words", number, title)
        db.execute("DELETE FROM chat WHERE id = ?", (number,))
    return len(chats)
