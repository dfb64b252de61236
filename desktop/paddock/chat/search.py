"""Finds chats by their titles and messages by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.chat.shelf import Shelf
from paddock.chat.snippet import snippet
from paddock.chat.types import SearchHit
from paddock.chat.words import index_words, read_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.words import Phrase
    from paddock.vault.connection import Connection

_TITLES_LIMIT = 20
_LOOKED_THROUGH = 2  # times the limit: so many of the newest that hold all words are sorted
_LOOKED_AT = 40_000  # characters of a message


class Search(Shelf):
    """Search over all titles and all message texts outside the trash."""

    def search(self, query: str, limit: int = 50, chat_id: int | None = None) -> list[SearchHit]:
        """Return what holds all the query's words, at most `limit`: titles, then the newest messages, and of these
        the ones with the words side by side as typed before the others. With `chat_id`, messages of that chat alone.

        Case, accents and width do not matter; quotes ask for exact words; the last word may still be typed; no
        character is special. Newest first is also what keeps very common words fast: the index is read from its end
        and no further than needed, where ranking by frequency would read all of it.
        """  # noqa: D205 - one sentence
        phrases = read_query(query)
        if not phrases:
            return []
        with self._vault.read() as db:
            hits = [] if chat_id is not None else _titles(db, phrases, min(limit, _TITLES_LIMIT))
            if len(hits) < limit:
                hits += _messages(db, phrases, limit - len(hits), chat_id)
        return hits


def _match(phrases: Sequence[Phrase]) -> str:
    return " AND ".join(phrase.match for phrase in phrases)


def _titles(db: Connection, phrases: Sequence[Phrase], limit: int) -> list[SearchHit]:
    rows: Any = db.execute(
        "SELECT c.id, c.title, c.updated_at FROM title_words JOIN chat AS c ON c.id = title_words.rowid "
        "WHERE title_words MATCH ? AND c.trashed_at IS NULL ORDER BY c.updated_at DESC LIMIT ?",
        (_match(phrases), limit),
    )
    return [SearchHit(number, None, title, snippet(title, phrases), None, at) for number, title, at in rows]


def _messages(db: Connection, phrases: Sequence[Phrase], limit: int, chat_id: int | None) -> list[SearchHit]:
    within = ""
    values: dict[str, int | str] = {"match": _match(phrases), "limit": limit}
    if len(phrases) > 1:
        values["limit"] = limit * _LOOKED_THROUGH
    if chat_id is not None:
        # The range spares the index what lies before and after the chat.
        within = (
            "AND m.chat_id = :chat AND message_words.rowid BETWEEN (SELECT min(id) FROM message WHERE chat_id = :chat) "
            "AND (SELECT max(id) FROM message WHERE chat_id = :chat)"
        )
        values["chat"] = chat_id
    # Message numbers grow with time, so the index's own order, read backwards, is newest first.
    rows: Any = list(
        db.execute(
            "SELECT m.id, m.chat_id, c.title, m.role, m.created_at, m.text FROM message_words "  # noqa: S608 - our names
            "CROSS JOIN message AS m ON m.id = message_words.rowid CROSS JOIN chat AS c ON c.id = m.chat_id "
            f"WHERE message_words MATCH :match {within} AND m.trashed_with IS NULL AND c.trashed_at IS NULL "
            "ORDER BY message_words.rowid DESC LIMIT :limit",
            values,
        )
    )
    if len(phrases) > 1:
        side_by_side = " ".join(key for phrase in phrases for key in phrase.keys)
        end = "" if phrases[-1].begins else " "
        rows.sort(key=lambda row: f" {side_by_side}{end}" not in f" {index_words(row[-1][:_LOOKED_AT])} ")
    return [
        SearchHit(chat, number, title, snippet(text, phrases), role, at)
        for number, chat, title, role, at, text in rows[:limit]
    ]
