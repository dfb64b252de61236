"""After damage: a good backup takes the store's place, the damaged file is put aside, and nothing is deleted."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paddock.errors import VaultDamaged, VaultError
from paddock.vault import durable
from paddock.vault.backup import backups, problems_of
from paddock.vault.places import Places
from paddock.vault.presence import Presence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.vault.key import Key


def restore_backup(folder: Path, backup: Path, key: Key, now: float) -> Path:
    """Put a copy of `backup` in the store's place; return the folder where the old file now lies.

    `now` is Unix seconds and names that folder. Raises VaultDamaged (the backup is not good), DiskFull, VaultError
    (another program has the store open). A crash on the way leaves either the damaged store or the restored one.
    """
    places = Places(folder)
    problems = problems_of(backup, key)
    if problems:
        raise VaultDamaged("This backup cannot be used.", f"The check says: {problems[0]}.", "Choose an older one.")
    with _alone(places), durable.told_if_full(), durable.part_of(places.store) as part:
        shutil.copyfile(backup, part)
        durable.sync_file(part)
        aside = _copy_aside(places, now, places.store, places.log, places.log_index)
        # The damaged file's log must be gone before the good file comes: SQLite would read it into that.
        places.log.unlink(missing_ok=True)
        places.log_index.unlink(missing_ok=True)
        durable.replace(part, places.store)
    return aside


def start_anew(folder: Path, now: float) -> Path:
    """Put the whole store aside (file, key custody, backups) so that the next start makes an empty one.

    Returns the folder where all of it now lies; the keyring's item is left alone, it belongs to what was put aside.
    Raises DiskFull, VaultError (another program has the store open).
    """
    places = Places(folder)
    store_files = (places.store, places.log, places.log_index, *backups(places))
    with _alone(places), durable.told_if_full():
        aside = _copy_aside(places, now, *store_files, places.custody_copy, places.custody)
        for path in (*store_files, places.custody_copy, places.custody):
            path.unlink(missing_ok=True)
        durable.sync_folder(places.folder)
    return aside


def _copy_aside(places: Places, now: float, *paths: Path) -> Path:
    """Make a second name (or copy) of the files in a dated folder, keeping those of the backups folder apart."""
    stamp = dt.datetime.fromtimestamp(now, dt.UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    durable.private_folder(places.aside)
    aside, again = places.aside / stamp, 1
    while aside.exists():
        again += 1
        aside = places.aside / f"{stamp}-{again}"
    durable.private_folder(aside)
    for path in paths:
        if path.exists():
            target = aside / path.relative_to(places.folder)
            durable.private_folder(target.parent)
            try:
                os.link(path, target)
            except OSError:  # a file system without links
                shutil.copy2(path, target)
                durable.sync_file(target)
            durable.sync_folder(target.parent)
    return aside


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    durable.private_folder(places.folder)
    presence = Presence(places.presence)
    try:
        if not presence.alone:
            raise VaultError("Another Paddock has this store open.", "", "Close it and try again.")
        yield
    finally:
        presence.leave()
