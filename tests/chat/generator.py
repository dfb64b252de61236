"""Fills a store with many messages quickly: words by Zipf's law, a fifth of the messages in Chinese."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

from paddock.chat.index import add_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.vault.vault import Vault

COMMON = ("the", "of", "and", "to", "in", "a", "is", "that", "for", "it")


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """Yield messages of some 150 words, or 300 Chinese characters."""
    chance = random.Random(seed)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [*COMMON, *("".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(50_000))]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
    han = [chr(0x4E00 + rank) for rank in range(3_000)]
    han_weights = list(accumulate(1 / (rank + 3) for rank in range(len(han))))
    for number in range(count):
        if number % 5 == 4:
            yield "".join(chance.choices(han, cum_weights=han_weights, k=300))
        else:
            yield " ".join(chance.choices(words, cum_weights=weights, k=150))


def fill(vault: Vault, count: int, chat_length: int) -> None:
    """Put `count` messages into chats of `chat_length`, each one branch, as the store itself would have."""
    made = texts(count)
    with vault.write() as db:
        for first in range(0, count, chat_length):
            db.execute("INSERT INTO chat (title, created_at, updated_at) VALUES (?, 1, 1)", (f"Chat {first}",))
            chat = db.last_insert_rowid()
            add_words(db, "title_words", chat, f"Chat {first}")
            parent: int | None = None
            for at in range(min(chat_length, count - first)):
                text = next(made)
                db.execute(
                    "INSERT INTO message (chat_id, parent_id, role, state, text, created_at) "
                    "VALUES (?, ?, ?, 'complete', ?, ?)",
                    (chat, parent, ("user", "assistant")[at % 2], text, float(first + at)),
                )
                parent = db.last_insert_rowid()
                add_words(db, "message_words", parent, text)
            db.execute("UPDATE chat SET leaf_id = ? WHERE id = ?", (parent, chat))
