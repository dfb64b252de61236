"""Brings a store's tables up to date: numbered SQL files, each store knows the last one it had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.vault.connection import Connection


@dataclass(frozen=True)
class Migration:
    """One step: `number` counts from 1 without gaps, `sql` holds statements and no BEGIN or COMMIT."""

    number: int
    name: str
    sql: str


def read_migrations(folder: Path) -> tuple[Migration, ...]:
    """Return the files `NNNN_name.sql` of `folder` in order. Raises ValueError where a number is missing or double."""
    steps = []
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql")):
        number, name = path.stem.split("_", 1)
        steps.append(Migration(int(number), name, path.read_text(encoding="utf-8")))
    if [step.number for step in steps] != list(range(1, len(steps) + 1)):
        raise ValueError(f"the migrations in {folder} are not numbered 0001, 0002, … without gaps")
    return tuple(steps)


def migrate(connection: Connection, steps: tuple[Migration, ...], keep_old: Callable[[int], None]) -> int:
    """Bring the store up to date and return the version it had; `keep_old(version)` is told first to copy it aside.

    All steps and the check of the result are one transaction: a crash or a failed check at any point leaves the old
    store. Raises VaultError where the store is newer than this program, or the result does not pass the check.
    """
    newest = len(steps)
    had = connection.user_version()
    if had > newest:
        raise VaultError(
            "This store was made by a newer version of Paddock.",
            f"It has format {had}, this version knows up to {newest}.",
            "Update Paddock and start it again; nothing was changed.",
        )
    if had == newest:
        return had
    if had > 0:
        keep_old(had)
    connection.set_foreign_keys(
        checked=False
    )  # a rebuilt table drops rows others refer to (sqlite.org/lang_altertable)
    try:
        _apply(connection, steps)
    finally:
        connection.set_foreign_keys(checked=True)
    return had


def _apply(connection: Connection, steps: tuple[Migration, ...]) -> None:
    connection.begin(writing=True)
    try:
        had = connection.user_version()  # again: another process may have been quicker
        for step in steps[had:]:
            connection.run_script(step.sql)
        if had < len(steps):
            connection.set_user_version(len(steps))
            _check(connection)
        connection.commit()
    except BaseException:
        connection.roll_back()
        raise


def _check(connection: Connection) -> None:
    problems = connection.problems()
    if problems:
        raise VaultError(
            "The store could not be brought up to date.",
            f"The result did not pass the check: {problems[0]}.",
            "Nothing was changed. Use the version you had, and report this.",
        )
