"""What the parts of the chat store share: the vault, the clock, and how they find and tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paddock.chat.tree import Tree
from paddock.chat.types import Changed
from paddock.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault


class Gone(UserError):
    """The chat, message, folder or preset is not there (any more)."""


class Shelf:
    """One part of the store over `vault`; `clock` gives Unix seconds. Any thread may call it."""

    def __init__(self, vault: Vault, clock: Callable[[], float]) -> None:
        self._vault = vault
        self._clock = clock

    def _changed(self, what: str, chat_id: int | None = None, message_id: int | None = None) -> None:
        """Tell the change; inside a write block the vault tells it once it is kept."""
        self._vault.announce(Changed(what, chat_id, message_id))


def one_row(db: Connection, sql: str, *values: float | str | None, what: str) -> tuple[Any, ...]:
    """Return the only row of a query. Raises Gone, naming `what` is missing."""
    for row in db.execute(sql, values):
        return row
    raise Gone(f"This {what} is no longer there.", "It was deleted, perhaps in another window.")


def check_changed(db: Connection, what: str) -> None:
    """Raise Gone where the last statement found nothing to change."""
    if db.changes() == 0:
        raise Gone(f"This {what} is no longer there.", "It was deleted, perhaps in another window.")


def read_tree(db: Connection, chat_id: int) -> Tree:
    """Return a chat's tree, read from its index alone: 5,000 messages take some 5 ms."""
    rows: Any = db.execute(
        "SELECT id, parent_id, shown, trashed_with IS NOT NULL FROM message WHERE chat_id = ? ORDER BY id", (chat_id,)
    )
    return Tree(rows)


def show_leaf(db: Connection, chat_id: int, leaf_id: int | None) -> None:
    """Make `leaf_id` the end of the branch shown, and remember that it was shown last."""
    db.execute("UPDATE chat SET leaf_id = ? WHERE id = ?", (leaf_id, chat_id))
    if leaf_id is not None:
        db.execute(
            "UPDATE message SET shown = (SELECT max(shown) + 1 FROM message WHERE chat_id = ?) WHERE id = ?",
            (chat_id, leaf_id),
        )
