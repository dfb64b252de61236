"""Keeps the word index beside messages and titles; a message is in it unless it is still streaming."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from paddock.chat.words import WORDS_VERSION, index_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault

Table = Literal["message_words", "title_words"]

_BATCH = 500
_MERGE_PAGES = 64  # a step of the clean-up: some 30 ms, so that nobody waits long for the writer


def add_words(db: Connection, table: Table, number: int, text: str) -> None:
    """Make a message or title findable. It must not be in the index yet."""
    db.execute(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", (number, index_words(text)))  # noqa: S608 - our names


def remove_words(db: Connection, table: Table, number: int, text: str) -> None:
    """Make it unfindable; `text` must be what was added. The words leave the file with `scrub`."""
    db.execute(
        f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)",  # noqa: S608 - our names
        (number, index_words(text)),
    )


def ask_for_scrub(db: Connection) -> None:
    """Note, in the transaction that deletes, that removed words still lie in the file."""
    db.execute("UPDATE search_state SET scrub = 1")


def scrub(vault: Vault) -> None:
    """Take removed words out of the file: merge each index into one piece, then empty the log. Resumed by `tidy`.

    FTS5's own `secure-delete` took 18 ms a message at 100,000 messages of 1 kB (91 s for a chat of 5,000); plain
    deletion and one merge, in steps of some 30 ms, took 2.4 s for all and leaves as little (measured, byte search).
    """
    with vault.read() as db:
        wanted = any(row[0] for row in db.execute("SELECT scrub FROM search_state"))
    if not wanted:
        return
    tables: tuple[Table, ...] = ("message_words", "title_words")
    for table in tables:
        pages = -_MERGE_PAGES  # negative: begin a merge of everything (sqlite.org/fts5.html, the 'merge' command)
        while True:
            with vault.write() as db:
                before = _total_changes(db)
                db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))  # noqa: S608 - our names
                done = _total_changes(db) - before < 2  # noqa: PLR2004 - the documented sign that nothing is left
            pages = _MERGE_PAGES
            if done:
                break
    with vault.write() as db:
        db.execute("UPDATE search_state SET scrub = 0")
    vault.empty_log()


def index_is_current(db: Connection) -> bool:
    """Whether the index was made with this version's folding and this Python's Unicode."""
    return all(row[0] == WORDS_VERSION for row in db.execute("SELECT words_version FROM search_state"))


def remake_index(vault: Vault, on_progress: Callable[[float], None] = lambda _fraction: None) -> None:
    """Make the index anew in one transaction, so that a crash leaves the old one; 100,000 messages take some 15 s."""
    with vault.write() as db:
        db.execute("INSERT INTO message_words (message_words) VALUES ('delete-all')")
        db.execute("INSERT INTO title_words (title_words) VALUES ('delete-all')")
        for number, title in list(db.execute("SELECT id, title FROM chat")):
            add_words(db, "title_words", _number(number), str(title))
        last = max((_number(row[0] or 0) for row in db.execute("SELECT max(id) FROM message")), default=0)
        at = 0
        while True:
            batch = list(
                db.execute(
                    "SELECT id, text FROM message WHERE id > ? AND state <> 'streaming' ORDER BY id LIMIT ?",
                    (at, _BATCH),
                )
            )
            if not batch:
                break
            for number, text in batch:
                add_words(db, "message_words", _number(number), str(text))
            at = _number(batch[-1][0])
            on_progress(at / last)
        db.execute("UPDATE search_state SET words_version = ?", (WORDS_VERSION,))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a row number was {type(value).__name__}")
    return value


def _total_changes(db: Connection) -> int:
    return next(_number(row[0]) for row in db.execute("SELECT total_changes()"))
