"""Daily copies of the store: encrypted under the same key, checked by reading them, the last seven kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from paddock.errors import VaultDamaged, VaultError
from paddock.vault import durable
from paddock.vault.connection import Connection, told_plainly

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

    from paddock.vault.key import Key
    from paddock.vault.places import Places

DAYS_KEPT = 7
_DATED = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_STALE_PART_S = 24 * 3600.0  # what a killed process left half-written


def day_of(now: float) -> str:
    """Return the day (UTC) of a time in Unix seconds, as backups are named."""
    return dt.datetime.fromtimestamp(now, dt.UTC).strftime("%Y-%m-%d")


def backups(places: Places) -> tuple[Path, ...]:
    """Return the finished backups, newest first: by day, and those of one day by when they were written."""
    written = [
        (path.name[:10], state.st_mtime_ns, path.name)
        for path in places.backups.glob(f"{_DATED}*.db")
        if (state := _state(path)) is not None
    ]
    return tuple(places.backups / name for _day, _when, name in sorted(written, reverse=True))


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None  # another program has just dropped it


def is_due(places: Places, now: float) -> bool:
    """Whether this day has no backup yet."""
    return not (places.backups / f"{day_of(now)}.db").exists()


def make_backup(
    places: Places, source: Connection, key: Key, name: str, cancelled: Callable[[], bool] = lambda: False
) -> Path | None:
    """Copy the store to `name` among the backups and check the copy; None where cancelled.

    Raises DiskFull, and VaultDamaged where the store itself cannot be read whole; older backups stay then.
    """
    target = places.backups / name
    with durable.told_if_full():
        durable.private_folder(places.backups)
        with durable.part_of(target) as part:
            with told_plainly():
                if not source.copy_to(part, key, cancelled):
                    return None
            problems = problems_of(part, key)
            if problems:
                raise VaultDamaged("The store does not pass its check.", f"The check says: {problems[0]}.")
            if cancelled():
                return None
            durable.replace(part, target)
    return target


def rotate(places: Places, now: float) -> None:
    """Remove the backups of all but the newest days, and what killed processes left half-written. Raises DiskFull."""
    found = backups(places)
    days = sorted({path.name[:10] for path in found}, reverse=True)[:DAYS_KEPT]
    with durable.told_if_full():
        for path in found:
            if path.name[:10] not in days:
                path.unlink(missing_ok=True)
        for path in places.backups.glob(f"*{durable.PART_SUFFIX}*"):
            if path.stat().st_mtime < now - _STALE_PART_S:
                path.unlink(missing_ok=True)


def drop_all(places: Places) -> None:
    """Remove every backup. Raises DiskFull."""
    with durable.told_if_full():
        for path in backups(places):
            path.unlink(missing_ok=True)


def problems_of(path: Path, key: Key) -> tuple[str, ...]:
    """Read a finished store file whole and return what is wrong with it; nothing where it is good."""
    try:
        with told_plainly():
            connection = Connection(path, key, writes=False, settled=True)
            try:
                if connection.user_version() == 0:
                    return ("it holds no store",)
                return connection.problems()
            finally:
                connection.close()
    except VaultError as error:
        return (str(error),)


def newest_good(places: Places, key: Key) -> Path | None:
    """Return the newest backup that `key` opens and that passes the whole check, or None."""
    return next((path for path in backups(places) if not problems_of(path, key)), None)
