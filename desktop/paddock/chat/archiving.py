"""Takes whole conversations out of the store and puts them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.chat.archive import ArchivedChat, ArchivedMessage
from paddock.chat.chats import new_chat, read_chat
from paddock.chat.index import add_words
from paddock.chat.messages import read_messages
from paddock.chat.rows import as_json
from paddock.chat.shelf import Shelf, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import Chat
    from paddock.vault.connection import Connection


class Archiving(Shelf):
    """What export reads and import writes."""

    def archived_chat(self, chat_id: int) -> ArchivedChat:
        """Return a chat with its whole tree, without its draft and what is in the trash. Raises Gone."""
        with self._vault.read() as db:
            chat = read_chat(db, chat_id)
            tree = read_tree(db, chat_id)
            place = {number: at for at, number in enumerate(tree.parent)}
            rows: Any = db.execute("SELECT id, shown FROM message WHERE chat_id = ?", (chat_id,))
            shown = dict(rows)
            folders: Any = db.execute("SELECT name FROM folder WHERE id = ?", (chat.folder_id,))
            folder = next((name for (name,) in folders), None)
            named: Any = list(db.execute("SELECT named FROM chat WHERE id = ?", (chat_id,)))
            messages = tuple(
                ArchivedMessage(
                    parent=None if message.parent_id is None else place[message.parent_id],
                    role=message.role,
                    text=message.text,
                    created_at=message.created_at,
                    state="interrupted" if message.state == "streaming" else message.state,
                    reasoning=message.reasoning,
                    reasoning_s=message.reasoning_s,
                    error=message.error,
                    finish_reason=message.finish_reason,
                    model=message.model,
                    timings=message.timings,
                    seed=message.seed,
                    left_out_turns=message.left_out_turns,
                    shown=shown[message.id],
                )
                for message in read_messages(db, tree, list(tree.parent))
            )
        return ArchivedChat(
            title=chat.title,
            created_at=chat.created_at,
            updated_at=chat.updated_at,
            messages=messages,
            leaf=None if chat.leaf_id is None else place[chat.leaf_id],
            folder=folder,
            pinned=chat.pinned,
            named=bool(named[0][0]),
            system_prompt=chat.system_prompt,
            sampling=chat.sampling,
            model=chat.model,
            context_tokens=chat.context_tokens,
        )

    def add_archived(self, chats: Sequence[ArchivedChat]) -> list[Chat]:
        """Put checked chats beside those there are, each in one transaction; folders are found by name or made."""
        added = []
        for chat in chats:
            with self._vault.write() as db:
                added.append(read_chat(db, self._add_chat(db, chat)))
                self._changed("chats", added[-1].id)
        return added

    def _add_chat(self, db: Connection, chat: ArchivedChat) -> int:
        folder_id = None if chat.folder is None else self._folder(db, chat.folder)
        chat_id = new_chat(db, chat.created_at, title=chat.title, folder_id=folder_id)
        numbers: list[int] = []
        for message in chat.messages:
            db.execute(
                "INSERT INTO message (chat_id, parent_id, shown, role, state, created_at, left_out_turns, seed, "
                "finish_reason, model, timings, error, reasoning_s, text, reasoning) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    chat_id,
                    None if message.parent is None else numbers[message.parent],
                    message.shown,
                    message.role,
                    message.state,
                    message.created_at,
                    message.left_out_turns,
                    message.seed,
                    message.finish_reason,
                    message.model,
                    as_json(message.timings),
                    message.error,
                    message.reasoning_s,
                    message.text,
                    message.reasoning,
                ),
            )
            numbers.append(db.last_insert_rowid())
            add_words(db, "message_words", numbers[-1], message.text)
        # The branch shown ends at a leaf, whatever the file says.
        leaf = read_tree(db, chat_id).last_leaf(None if chat.leaf is None else numbers[chat.leaf])
        db.execute(
            "UPDATE chat SET leaf_id = ?, pinned = ?, named = ?, updated_at = ?, context_tokens = ?, model = ?, "
            "sampling = ?, system_prompt = ? WHERE id = ?",
            (
                leaf,
                int(chat.pinned),
                int(chat.named),
                chat.updated_at,
                chat.context_tokens,
                chat.model,
                as_json(chat.sampling),
                chat.system_prompt,
                chat_id,
            ),
        )
        return chat_id

    def _folder(self, db: Connection, name: str) -> int:
        rows: Any = list(db.execute("SELECT id FROM folder WHERE name = ?", (name,)))
        if rows:
            return int(rows[0][0])
        db.execute("INSERT INTO folder (name) VALUES (?)", (name,))
        self._changed("folders")
        return db.last_insert_rowid()
