"""Writes conversations: what the person says, and replies while they stream, stop, fail or end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paddock.chat.chats import new_chat, read_chat, set_title
from paddock.chat.index import add_words, remove_words
from paddock.chat.messages import read_message
from paddock.chat.rows import as_json
from paddock.chat.shelf import Shelf, check_changed, one_row, read_tree, show_leaf
from paddock.chat.titles import title_of
from paddock.process.runs import is_alive, new_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.types import Chat, Message, MessageState
    from paddock.engine.protocol import Timings
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault


@dataclass(frozen=True, kw_only=True)
class ReplyEnd:
    """How a reply ended: its whole text and reasoning, and what is known about it."""

    state: MessageState
    text: str
    reasoning: str = ""
    reasoning_s: float = 0.0
    finish_reason: str = ""
    error: str = ""
    timings: Timings | None = None
    seed: int | None = None


class Replies(Shelf):
    """Nothing is overwritten: an edit or another answer is a new sibling; a reply only ever grows."""

    def __init__(self, vault: Vault, clock: Callable[[], float]) -> None:
        super().__init__(vault, clock)
        self._run = new_run()

    def add_user_message(self, chat_id: int, parent_id: int | None, text: str) -> Message:
        """Put the person's words under `parent_id` (None: at the root) and show them; the chat's draft of the same
        words is cleared, and a chat without a title takes one from them. Raises Gone.
        """  # noqa: D205 - one sentence
        with self._vault.write() as db:
            number = self._add(db, chat_id, parent_id, role="user", state="complete", text=text)
            add_words(db, "message_words", number, text)
            db.execute("UPDATE chat SET draft = '' WHERE id = ? AND draft = ?", (chat_id, text))
            title = one_row(db, "SELECT title FROM chat WHERE id = ?", chat_id, what="chat")[0]
            if not title:
                set_title(db, chat_id, title_of(text))
            self._changed("messages", chat_id, number)
            self._changed("chats", chat_id)
            return read_message(db, number)

    def start_reply(self, chat_id: int, parent_id: int, *, model: str, left_out_turns: int = 0) -> Message:
        """Begin a reply under a message and show it, streaming and empty. Raises Gone."""
        with self._vault.write() as db:
            number = self._add(db, chat_id, parent_id, role="assistant", state="streaming", text="")
            db.execute(
                "UPDATE message SET model = ?, left_out_turns = ?, run = ? WHERE id = ?",
                (model, left_out_turns, self._run, number),
            )
            self._changed("messages", chat_id, number)
            return read_message(db, number)

    def resume_reply(self, message_id: int, *, model: str, left_out_turns: int = 0) -> Message:
        """Let a reply that nothing follows stream on from what it holds. Raises Gone."""
        with self._vault.write() as db:
            message = read_message(db, message_id)
            if message.state != "streaming":
                remove_words(db, "message_words", message_id, message.text)
            db.execute(
                "UPDATE message SET state = 'streaming', run = ?, model = ?, left_out_turns = ?, error = '' "
                "WHERE id = ?",
                (self._run, model, left_out_turns, message_id),
            )
            show_leaf(db, message.chat_id, read_tree(db, message.chat_id).last_leaf(message_id))
            self._changed("messages", message.chat_id, message_id)
            return read_message(db, message_id)

    def set_left_out(self, message_id: int, left_out_turns: int) -> None:
        """Note how many of the oldest turns the model no longer sees for this reply."""
        with self._vault.write() as db:
            db.execute("UPDATE message SET left_out_turns = ? WHERE id = ?", (left_out_turns, message_id))

    def save_reply_progress(self, message_id: int, text: str, reasoning: str, reasoning_s: float) -> None:
        """Keep what a streaming reply holds so far. Not announced: who streams it shows it. Raises Gone."""
        with self._vault.write() as db:
            db.execute(
                "UPDATE message SET text = ?, reasoning = ?, reasoning_s = ? WHERE id = ? AND state = 'streaming'",
                (text, reasoning, reasoning_s, message_id),
            )
            check_changed(db, "message")

    def finish_reply(self, message_id: int, end: ReplyEnd) -> None:
        """Keep a reply's end; from now on it is found by search. Raises Gone."""
        with self._vault.write() as db:
            chat_id = _end_reply(db, message_id, end)
            db.execute("UPDATE chat SET updated_at = ? WHERE id = ?", (self._clock(), chat_id))
            self._changed("messages", chat_id, message_id)
            self._changed("chats", chat_id)

    def add_edited_reply(self, message_id: int, text: str) -> Message:
        """Put the person's own wording of a reply beside it and show it. Raises Gone."""
        with self._vault.write() as db:
            old = read_message(db, message_id)
            number = self._add(db, old.chat_id, old.parent_id, role=old.role, state="complete", text=text)
            db.execute("UPDATE message SET model = ? WHERE id = ?", (old.model, number))
            add_words(db, "message_words", number, text)
            self._changed("messages", old.chat_id, number)
            return read_message(db, number)

    def copy_reply(self, message_id: int) -> Message:
        """Put a copy of a reply beside it and show it: it can grow without touching what follows. Raises Gone."""
        with self._vault.write() as db:
            old = read_message(db, message_id)
            number = self._add(db, old.chat_id, old.parent_id, role=old.role, state="stopped", text=old.text)
            _copy_details(db, message_id, number)
            add_words(db, "message_words", number, old.text)
            self._changed("messages", old.chat_id, number)
            return read_message(db, number)

    def copy_branch(self, message_id: int) -> Chat:
        """Make a new chat of the way from the root to a message, with the chat's options. Raises Gone."""
        with self._vault.write() as db:
            chat_id = read_message(db, message_id).chat_id
            old = read_chat(db, chat_id)
            titles = {str(row[0]) for row in db.execute("SELECT title FROM chat")}
            copy_id = new_chat(db, self._clock(), title=_free_title(old.title, titles), folder_id=old.folder_id)
            db.execute(
                "UPDATE chat SET (context_tokens, model, sampling, system_prompt, named) = "
                "(SELECT context_tokens, model, sampling, system_prompt, named FROM chat WHERE id = ?) WHERE id = ?",
                (chat_id, copy_id),
            )
            db.execute(
                "INSERT INTO attachment (chat_id, kind, target_id, used, name) "
                "SELECT ?, kind, target_id, used, name FROM attachment WHERE chat_id = ? ORDER BY id",
                (copy_id, chat_id),
            )
            parent: int | None = None
            for original in read_tree(db, chat_id).path(message_id):
                role, state, text, created = one_row(
                    db, "SELECT role, state, text, created_at FROM message WHERE id = ?", original, what="message"
                )
                state = "stopped" if state == "streaming" else state
                parent = self._add(db, copy_id, parent, role=role, state=state, text=text)
                db.execute("UPDATE message SET created_at = ? WHERE id = ?", (created, parent))
                _copy_details(db, original, parent)
                add_words(db, "message_words", parent, text)
            self._changed("chats", copy_id)
            return read_chat(db, copy_id)

    def mark_interrupted(self) -> int:
        """Call once after opening: replies still "streaming" whose program no longer lives become "interrupted".

        Returns how many. What another living program (a command line beside the window) writes is left alone.
        """
        with self._vault.write() as db:
            rows: Any = list(db.execute("SELECT id, run, text FROM message WHERE state = 'streaming'"))
            dead = [(number, text) for number, run, text in rows if run is None or not is_alive(run, self._run)]
            for number, text in dead:
                db.execute("UPDATE message SET state = 'interrupted', run = NULL WHERE id = ?", (number,))
                add_words(db, "message_words", number, text)
        return len(dead)

    def _add(self, db: Connection, chat_id: int, parent_id: int | None, *, role: str, state: str, text: str) -> int:
        """Insert a message under a visible parent of the same chat, and show it."""
        now = self._clock()
        if parent_id is not None:
            sql = "SELECT 1 FROM message WHERE id = ? AND chat_id = ? AND trashed_with IS NULL"
            one_row(db, sql, parent_id, chat_id, what="message")
        one_row(db, "SELECT 1 FROM chat WHERE id = ?", chat_id, what="chat")
        db.execute(
            "INSERT INTO message (chat_id, parent_id, role, state, text, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (chat_id, parent_id, role, state, text, now),
        )
        number = db.last_insert_rowid()
        show_leaf(db, chat_id, number)
        db.execute("UPDATE chat SET updated_at = ? WHERE id = ?", (now, chat_id))
        return number


def _end_reply(db: Connection, message_id: int, end: ReplyEnd) -> int:
    chat_id, state, text = one_row(
        db, "SELECT chat_id, state, text FROM message WHERE id = ?", message_id, what="message"
    )
    if state != "streaming":  # another program took this run for dead: its words were indexed
        remove_words(db, "message_words", message_id, text)
    db.execute(
        "UPDATE message SET state = ?, run = NULL, text = ?, reasoning = ?, reasoning_s = ?, finish_reason = ?, "
        "error = ?, timings = ?, seed = ? WHERE id = ?",
        (
            end.state,
            end.text,
            end.reasoning,
            end.reasoning_s,
            end.finish_reason,
            end.error,
            as_json(end.timings),
            end.seed,
            message_id,
        ),
    )
    add_words(db, "message_words", message_id, end.text)
    return int(chat_id)


def _copy_details(db: Connection, source: int, target: int) -> None:
    db.execute(
        "UPDATE message SET (left_out_turns, seed, finish_reason, model, timings, error, reasoning_s, reasoning) = "
        "(SELECT left_out_turns, seed, finish_reason, model, timings, error, reasoning_s, reasoning FROM message "
        "WHERE id = ?) WHERE id = ?",
        (source, target),
    )
    db.execute("INSERT INTO consulted SELECT ?, what FROM consulted WHERE message_id = ?", (target, source))


def _free_title(title: str, taken: set[str]) -> str:
    """Return the title with the first free number behind it: "Hay (2)", and from that "Hay (3)"."""
    stem, _, number = title.rpartition(" (")
    if stem and number.endswith(")") and number[:-1].isdecimal():
        title = stem
    count = 2
    while f"{title} ({count})" in taken:
        count += 1
    return f"{title} ({count})"
