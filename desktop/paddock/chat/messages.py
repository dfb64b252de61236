"""Reads conversations: the branch shown, its versions, and which branch that is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from paddock.chat.rows import MESSAGE_COLUMNS, message_of
from paddock.chat.shelf import Gone, Shelf, one_row, read_tree, show_leaf
from paddock.chat.types import MessageOutline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.tree import Tree
    from paddock.chat.types import Message
    from paddock.vault.connection import Connection


class Messages(Shelf):
    """The messages of a chat form a tree; a branch is a way from its root to a leaf."""

    def branch(self, chat_id: int, leaf_id: int | None = None) -> list[Message]:
        """Return the branch that ends at `leaf_id`, or the one shown, root first. Raises Gone."""
        with self._vault.read() as db:
            tree = read_tree(db, chat_id)
            return read_messages(db, tree, tree.path(_leaf(db, tree, chat_id, leaf_id)))

    def outline(self, chat_id: int, leaf_id: int | None = None) -> list[MessageOutline]:
        """Return the branch without texts, for a view that fetches what it shows with `messages`. Raises Gone."""
        with self._vault.read() as db:
            tree = read_tree(db, chat_id)
            path = tree.path(_leaf(db, tree, chat_id, leaf_id))
            rows: Any = db.execute(
                "SELECT m.id, m.role, m.state, octet_length(m.text) "
                "FROM json_each(?) AS wanted CROSS JOIN message AS m ON m.id = wanted.value",
                (json.dumps(path),),
            )
            return [
                MessageOutline(number, role, state, size, *tree.place(number)) for number, role, state, size in rows
            ]

    def messages(self, chat_id: int, ids: Sequence[int]) -> list[Message]:
        """Return those messages of a chat, in the order asked for; what is gone is left out."""
        with self._vault.read() as db:
            tree = read_tree(db, chat_id)
            return read_messages(db, tree, [number for number in ids if number in tree])

    def message(self, message_id: int) -> Message:
        """Return one message. Raises Gone, also for one in the trash."""
        with self._vault.read() as db:
            return read_message(db, message_id)

    def siblings(self, message_id: int) -> list[Message]:
        """Return all versions of a message, itself included, oldest first. Raises Gone."""
        with self._vault.read() as db:
            tree = _tree_around(db, message_id)
            return read_messages(db, tree, tree.siblings(message_id))

    def children(self, message_id: int) -> list[Message]:
        """Return what follows a message: the versions of the next one, oldest first. Raises Gone."""
        with self._vault.read() as db:
            tree = _tree_around(db, message_id)
            return read_messages(db, tree, tree.children.get(message_id, []))

    def select_version(self, message_id: int) -> int:
        """Show the branch through a message, down to the leaf last shown under it; return that leaf. Raises Gone."""
        with self._vault.write() as db:
            tree = _tree_around(db, message_id)
            leaf = tree.last_leaf(message_id)
            chat_id = one_row(db, "SELECT chat_id FROM message WHERE id = ?", message_id, what="message")[0]
            show_leaf(db, chat_id, leaf)
            self._changed("messages", chat_id, message_id)
        return message_id if leaf is None else leaf


def read_message(db: Connection, message_id: int) -> Message:
    """Return one visible message. Raises Gone."""
    return read_messages(db, _tree_around(db, message_id), [message_id])[0]


def read_messages(db: Connection, tree: Tree, ids: Sequence[int]) -> list[Message]:
    """Return messages by number, in that order, with their places in `tree`."""
    sql = f"SELECT {MESSAGE_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN message AS m ON m.id = wanted.value"  # noqa: S608 - our names
    rows: Any = db.execute(sql, (json.dumps(list(ids)),))
    return [message_of(row, *tree.place(row[0])) for row in rows]


def _tree_around(db: Connection, message_id: int) -> Tree:
    chat_id = one_row(db, "SELECT chat_id FROM message WHERE id = ?", message_id, what="message")[0]
    tree = read_tree(db, chat_id)
    if message_id not in tree:
        raise Gone("This message is in the trash.", "", "Restore it first.")
    return tree


def _leaf(db: Connection, tree: Tree, chat_id: int, leaf_id: int | None) -> int | None:
    shown = one_row(db, "SELECT leaf_id FROM chat WHERE id = ?", chat_id, what="chat")[0]
    if leaf_id is None:
        return None if shown is None else int(shown)
    if leaf_id not in tree:
        raise Gone("This message is no longer there.", "It was deleted, perhaps in another window.")
    return leaf_id
