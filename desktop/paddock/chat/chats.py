"""The list of conversations: titles, pins, options and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from paddock.chat.folders import clean_name
from paddock.chat.index import add_words, remove_words
from paddock.chat.rows import CHAT_COLUMNS, as_json, chat_of
from paddock.chat.shelf import Shelf, check_changed, one_row

if TYPE_CHECKING:
    from paddock.chat.types import Chat
    from paddock.engine.protocol import Sampling
    from paddock.vault.connection import Connection


class Chats(Shelf):
    """Chats without their messages."""

    def create_chat(self, title: str = "", folder_id: int | None = None) -> Chat:
        """Make an empty chat. Without a title it takes one from its first message."""
        with self._vault.write() as db:
            chat_id = new_chat(db, self._clock(), title=title, folder_id=folder_id)
            self._changed("chats", chat_id)
            return read_chat(db, chat_id)

    def chat(self, chat_id: int) -> Chat:
        """Return a chat, in the trash or not. Raises Gone."""
        with self._vault.read() as db:
            return read_chat(db, chat_id)

    def chats(self, *, trashed: bool = False) -> list[Chat]:
        """Return the chats, pinned ones first, then the latest used; or those in the trash, latest first."""
        which, order = ("NOT NULL", "trashed_at DESC") if trashed else ("NULL", "pinned DESC, updated_at DESC")
        with self._vault.read() as db:
            sql = f"SELECT {CHAT_COLUMNS} FROM chat WHERE trashed_at IS {which} ORDER BY {order}, id DESC"  # noqa: S608 - our names
            return [chat_of(row) for row in db.execute(sql)]

    def trashed_chats(self) -> list[Chat]:
        """Return the chats in the trash, latest first."""
        return self.chats(trashed=True)

    def rename_chat(self, chat_id: int, title: str) -> None:
        """Give a chat a title that messages no longer change. Raises UserError for an empty one, Gone."""
        with self._vault.write() as db:
            set_title(db, chat_id, clean_name(title))
            db.execute("UPDATE chat SET named = 1 WHERE id = ?", (chat_id,))
            self._changed("chat", chat_id)

    def pin_chat(self, chat_id: int, *, pinned: bool) -> None:
        """Keep a chat at the top, or no longer. Raises Gone."""
        self._update("UPDATE chat SET pinned = ? WHERE id = ?", int(pinned), chat_id)

    def move_chat(self, chat_id: int, folder_id: int | None) -> None:
        """Put a chat into a folder, or out of any. Raises Gone for the chat or the folder."""
        with self._vault.write() as db:
            if folder_id is not None:
                one_row(db, "SELECT 1 FROM folder WHERE id = ?", folder_id, what="folder")
            db.execute("UPDATE chat SET folder_id = ? WHERE id = ?", (folder_id, chat_id))
            check_changed(db, "chat")
            self._changed("chat", chat_id)

    def set_chat_options(
        self,
        chat_id: int,
        *,
        system_prompt: str | UnsetType = UNSET,
        sampling: Sampling | UnsetType | None = UNSET,
        model: str | UnsetType | None = UNSET,
        context_tokens: int | UnsetType | None = UNSET,
    ) -> None:
        """Change what is given; None means the model's own sampling, the default model or context. Raises Gone."""
        with self._vault.write() as db:
            one_row(db, "SELECT 1 FROM chat WHERE id = ?", chat_id, what="chat")
            if not isinstance(system_prompt, UnsetType):
                db.execute("UPDATE chat SET system_prompt = ? WHERE id = ?", (system_prompt, chat_id))
            if not isinstance(sampling, UnsetType):
                db.execute("UPDATE chat SET sampling = ? WHERE id = ?", (as_json(sampling), chat_id))
            if not isinstance(model, UnsetType):
                db.execute("UPDATE chat SET model = ? WHERE id = ?", (model, chat_id))
            if not isinstance(context_tokens, UnsetType):
                db.execute("UPDATE chat SET context_tokens = ? WHERE id = ?", (context_tokens, chat_id))
            self._changed("chat", chat_id)

    def draft(self, chat_id: int | None) -> str:
        """Return what is typed and not sent in a chat, or before there is one (None). Raises Gone."""
        with self._vault.read() as db:
            if chat_id is None:
                return str(one_row(db, "SELECT text FROM new_chat_draft", what="draft")[0])
            return str(one_row(db, "SELECT draft FROM chat WHERE id = ?", chat_id, what="chat")[0])

    def save_draft(self, chat_id: int | None, text: str) -> None:
        """Keep what is typed in a chat, or before there is one (None). Not announced: only one composer shows it."""
        with self._vault.write() as db:
            if chat_id is None:
                db.execute("UPDATE new_chat_draft SET text = ?", (text,))
            else:
                db.execute("UPDATE chat SET draft = ? WHERE id = ?", (text, chat_id))
                check_changed(db, "chat")

    def _update(self, sql: str, *values: float | str | None) -> None:
        with self._vault.write() as db:
            db.execute(sql, values)
            check_changed(db, "chat")
            self._changed("chat", int(values[-1] or 0))


def read_chat(db: Connection, chat_id: int) -> Chat:
    """Return a chat. Raises Gone."""
    return chat_of(one_row(db, f"SELECT {CHAT_COLUMNS} FROM chat WHERE id = ?", chat_id, what="chat"))  # noqa: S608 - our names


def new_chat(db: Connection, now: float, *, title: str = "", folder_id: int | None = None) -> int:
    """Insert an empty chat and return its number."""
    title = " ".join(title.split())
    db.execute(
        "INSERT INTO chat (folder_id, title, named, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        (folder_id, title, int(bool(title)), now, now),
    )
    number = db.last_insert_rowid()
    add_words(db, "title_words", number, title)
    return number


def set_title(db: Connection, chat_id: int, title: str) -> None:
    """Change a chat's title, in the index too. Raises Gone."""
    old = str(one_row(db, "SELECT title FROM chat WHERE id = ?", chat_id, what="chat")[0])
    remove_words(db, "title_words", chat_id, old)
    add_words(db, "title_words", chat_id, title)
    db.execute("UPDATE chat SET title = ? WHERE id = ?", (title, chat_id))
