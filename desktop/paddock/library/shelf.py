"""What the parts of the library's store share: the vault, the clock, the index, and how they find and tell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from paddock.errors import UserError
from paddock.process.runs import new_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from paddock.library.types import Changed, PageIndex
    from paddock.vault.connection import Connection
    from paddock.vault.vault import Vault


class NotInLibrary(UserError):
    """The collection, document or page is not there (any more)."""


class Shelf:
    """One part of the store over `vault`; `clock` gives Unix seconds. Any thread may call it.

    What reads documents writes the name of its run beside what it works on; `run` is this one's.
    """

    def __init__(self, vault: Vault, clock: Callable[[], float], index: PageIndex) -> None:
        self._vault = vault
        self._clock = clock
        self._index = index
        self.run = new_run()

    def _tell(self, change: Changed) -> None:
        """Tell the change; inside a write block the vault tells it once it is kept."""
        self._vault.announce(change)


def one_row(db: Connection, sql: str, *values: float | str | bytes | None, what: str) -> tuple[Any, ...]:
    """Return the only row of a query. Raises NotInLibrary, naming `what` is missing."""
    for row in db.execute(sql, values):
        return row
    raise _gone(what)


def check_changed(db: Connection, what: str) -> None:
    """Raise NotInLibrary where the last statement found nothing to change."""
    if db.changes() == 0:
        raise _gone(what)


def as_list(numbers: Iterable[int]) -> str:
    """Return numbers as `json_each` takes them: any count of them in one value."""
    return json.dumps(list(numbers))


def ask_for_scrub(db: Connection) -> None:
    """Note, in the transaction that deletes, that what was removed may still lie in the log or the index."""
    db.execute("UPDATE library_state SET scrub = scrub + 1")


def _gone(what: str) -> NotInLibrary:
    return NotInLibrary(f"This {what} is no longer there.", "It was removed, perhaps in another window.")
