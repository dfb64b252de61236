"""Takes whole conversations out of the store and puts them in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from paddock.chat.archive import ArchivedChat, ArchivedMessage, without_library
from paddock.chat.attachments import read_consulted, write_consulted
from paddock.chat.chats import new_chat, read_chat
from paddock.chat.folders import NAME_LIMIT
from paddock.chat.index import add_words
from paddock.chat.messages import read_messages
from paddock.chat.rows import as_json
from paddock.chat.shelf import Shelf, read_tree
from paddock.unseen import CONTROLS, LINE_ENDS, PARTINGS, TURNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import Chat
    from paddock.vault.connection import Connection

_NOT_IN_NAMES = re.compile(f"[{CONTROLS}{LINE_ENDS}{PARTINGS}{TURNS}]")
_SHOWN_LIMIT = 1 << 40  # far more than anyone turns pages; above it a file's counts are made small again


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
            rests_on = read_consulted(db, list(tree.parent))
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
                    consulted=without_library(rests_on[message.id]) if message.id in rests_on else None,
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
        folder = _line(chat.folder or "")
        folder_id = self._folder(db, folder) if folder else None
        chat_id = new_chat(db, chat.created_at, title=_line(chat.title), folder_id=folder_id)
        ranks = _ranks(chat.messages)
        numbers: list[int] = []
        for message in chat.messages:
            db.execute(
                "INSERT INTO message (chat_id, parent_id, shown, role, state, created_at, left_out_turns, seed, "
                "finish_reason, model, timings, error, reasoning_s, text, reasoning) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    chat_id,
                    None if message.parent is None else numbers[message.parent],
                    ranks.get(message.shown, message.shown),
                    message.role,
                    message.state,
                    message.created_at,
                    message.left_out_turns,
                    message.seed,
                    _line(message.finish_reason),
                    _line(message.model),
                    as_json(message.timings),
                    message.error,
                    message.reasoning_s,
                    message.text,
                    message.reasoning,
                ),
            )
            numbers.append(db.last_insert_rowid())
            add_words(db, "message_words", numbers[-1], message.text)
            if message.consulted is not None:
                write_consulted(db, numbers[-1], without_library(message.consulted))
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
                _model(chat.model),
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


def _line(name: str) -> str:
    """Return a stranger's name as one line that says what it seems to say."""
    return " ".join(_NOT_IN_NAMES.sub(" ", name).split())[:NAME_LIMIT].rstrip()


def _model(name: str | None) -> str | None:
    """Return the model's name; None for a path: it is another computer's, or leads where whoever made the file likes.

    On Windows merely looking at `//server/share` goes out to the network.
    """
    return None if name is None or "/" in name or "\\" in name or name.startswith("~") else _line(name) or None


def _ranks(messages: Sequence[ArchivedMessage]) -> dict[int, int]:
    """Return what replaces each `shown` where they are so large that counting on would leave what a file may hold."""
    values = sorted({message.shown for message in messages})
    return {value: rank for rank, value in enumerate(values)} if values and values[-1] > _SHOWN_LIMIT else {}
