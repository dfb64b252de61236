"""What the vault's tests put in the place of slow or dangerous things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.errors import KeyringClosed
from paddock.vault.custody_file import StretchCost

if TYPE_CHECKING:
    from pathlib import Path

QUICK = StretchCost(memory_kib=8, passes=1, lanes=1)

FIRST_SCHEMA = """
CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE tag (note_id INTEGER NOT NULL REFERENCES note (id), name TEXT NOT NULL) STRICT;
"""


def make_schema(folder: Path, *later: str) -> Path:
    """Write the first migration and `later` ones into `folder`, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, sql in enumerate((FIRST_SCHEMA, *later), start=1):
        (folder / f"{number:04d}_step.sql").write_text(sql, encoding="utf-8")
    return folder


class DictKeyring:
    """A keyring in memory; `closed` makes it behave as a locked one."""

    name = "test keyring"

    def __init__(self) -> None:
        self.items: dict[str, str] = {}
        self.closed = False

    def available(self) -> bool:
        return not self.closed

    def fetch(self, account: str) -> str | None:
        self._open()
        return self.items.get(account)

    def keep(self, account: str, secret: str) -> None:
        self._open()
        self.items[account] = secret

    def forget(self, account: str) -> None:
        self._open()
        self.items.pop(account, None)

    def _open(self) -> None:
        if self.closed:
            raise KeyringClosed("The test keyring is locked.")
