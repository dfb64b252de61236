"""The encrypted store, open: reading, writing, telling of changes, and locking."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paddock.errors import VaultDamaged, VaultError
from paddock.vault import durable
from paddock.vault.backup import backups, day_of, drop_all, is_due, make_backup, newest_good, rotate
from paddock.vault.connection import Connection, told_plainly
from paddock.vault.migrations import migrate, read_migrations
from paddock.vault.places import SCHEMA, Places
from paddock.vault.pool import Pool
from paddock.vault.presence import Presence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paddock.vault.key import Key

_READ_PATIENCE_S = 0.5
_WRITE_PATIENCE_S = 2.0


class Vault:
    """The store in `folder`, opened by `open`. Any thread may read and write; several programs may have it open.

    `was_alone`: whether no other program had the store open when this one came; only then may what looks unfinished
    in it be taken for a crash's remains.
    """

    def __init__(self, places: Places, key: Key, clock: Callable[[], float], presence: Presence) -> None:
        self._places = places
        self._key = key
        self._clock = clock
        self._presence = presence
        self._writers = Pool(lambda: Connection(places.store, key, writes=True), most=1)
        self._readers = Pool(lambda: Connection(places.store, key, writes=False))
        self._writing_thread = 0
        self._data_version: object = None
        self._untold: list[object] = []
        self._listeners: dict[int, Callable[[object], None]] = {}
        self._next_listener = 0
        self._listening = threading.Lock()
        self.was_alone = presence.alone

    @classmethod
    def open(
        cls,
        folder: Path,
        key: Key,
        clock: Callable[[], float],
        *,
        schema: Path = SCHEMA,
        keeps_copies: bool = True,
    ) -> Vault:
        """Open the store, or make it, and bring it up to date. The vault takes `key` over and wipes it when locked.

        `clock` gives Unix seconds; `schema` is the folder of migrations. Without `keeps_copies` none is made before it
        is brought up to date, and none stays: for what can be made again, and has to be gone where it was removed.
        Raises VaultDamaged (with the newest good backup), DiskFull, VaultError (made by a newer version; being brought
        up to date by another program).
        """
        places = Places(folder)
        with durable.told_if_full():
            durable.private_folder(folder)
            presence = Presence(places.presence)
        vault = cls(places, key, clock, presence)
        try:
            with vault._told():
                vault._make_file()
                vault._migrate(schema, keeps_copies=keeps_copies)
                if not keeps_copies:
                    drop_all(places)
            presence.let_others_in()
        except BaseException:
            vault.lock()
            raise
        return vault

    @property
    def is_open(self) -> bool:
        """Whether it may be read and written; False once locked."""
        return not self._writers.closed

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the store for the block.

        Raises VaultLocked, VaultDamaged, VaultError. Rows must be read before the block ends.
        """
        with self._told(), self._readers.borrow() as connection:
            connection.begin(writing=False)
            try:
                yield connection
            finally:
                connection.roll_back()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the one connection that writes; what the block did is on the disk when it ends, or undone if it raised.

        Waits for other writers. Raises DiskFull, VaultLocked, VaultDamaged, VaultError; nothing of the block is kept
        then. What was announced inside the block is told after it, and only if it was kept.
        """
        with self._told(), self._writers.borrow() as connection:
            connection.begin(writing=True)
            self._writing_thread = threading.get_ident()
            try:
                yield connection
                connection.commit()
                kept = self._untold
            except BaseException:
                connection.roll_back()
                kept = []
                raise
            finally:
                self._untold = []
                self._writing_thread = 0
        for change in kept:
            self.announce(change)

    def subscribe(self, listener: Callable[[object], None]) -> Callable[[], None]:
        """Tell `listener`, which must not raise, of each change, on the thread that made it; returns the way to end."""
        with self._listening:
            self._next_listener += 1
            number = self._next_listener
            self._listeners[number] = listener

        def end() -> None:
            with self._listening:
                self._listeners.pop(number, None)

        return end

    def announce(self, change: object) -> None:
        """Tell all listeners of `change`; inside a write block, once the block is kept."""
        if self._writing_thread == threading.get_ident():
            self._untold.append(change)
            return
        with self._listening:
            listeners = tuple(self._listeners.values())
        for listener in listeners:
            listener(change)

    def changed_elsewhere(self) -> bool:
        """Tell whether another program has changed the store since this was asked last; waits for a running write.

        The writer is asked, since to every other connection this program's own changes look like a stranger's
        (sqlite.org/pragma.html#pragma_data_version).
        """
        with self._told(), self._writers.borrow() as connection:
            ((version,),) = connection.execute("PRAGMA data_version")
        before, self._data_version = self._data_version, version
        return before is not None and before != version

    def check(self) -> tuple[str, ...]:
        """Read the whole store and return what is wrong with it, nothing where all is well. Takes seconds for GB."""
        try:
            with self.read() as connection:
                return connection.problems()
        except VaultDamaged as error:
            return (str(error),)

    def backup_if_due(self) -> Path | None:
        """Make this day's backup if there is none yet, and drop the oldest; None where none was due or it was locked.

        Writers go on beside it. Raises DiskFull, and VaultDamaged where the store cannot be read whole: then no older
        backup is dropped.
        """
        now = self._clock()
        if not is_due(self._places, now):
            return None
        with self._told(), self._readers.borrow() as connection:
            name = f"{day_of(now)}.db"
            made = make_backup(self._places, connection, self._key, name, lambda: self._readers.closed)
        if made is not None:
            rotate(self._places, now)
        return made

    def empty_log(self) -> bool:
        """After deleting for good: move all changes into the file and cut the log, so that no old page remains.

        False where another reader still needs the log; the next call, or the last program to close, does it then.
        """
        with self._told(), self._writers.borrow() as connection:
            return connection.empty_log()

    def lock(self) -> None:
        """Close everything and wipe the key; running reads and a stuck write are interrupted. May be called again."""
        self._readers.close(_READ_PATIENCE_S, interrupting=True)
        self._writers.close(_WRITE_PATIENCE_S, interrupting=False)
        self._key.wipe()
        self._presence.leave()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with told_plainly():
                yield
        except VaultDamaged as error:
            if error.backup is None and not self._key.wiped:
                error.backup = newest_good(self._places, self._key)
            error.next_step = error.next_step or _after_damage(error.backup)
            raise

    def _make_file(self) -> None:
        store = self._places.store
        if store.exists() and store.stat().st_size > 0:
            return
        if backups(self._places):  # an empty store in the place of a lost one would look like lost chats
            raise VaultDamaged("The store's file is missing or empty.", f"It should be {store}.")
        if not store.exists():
            with durable.told_if_full():
                try:
                    durable.private_file(store)
                except FileExistsError:
                    return  # another start was quicker
                durable.sync_folder(store.parent)

    def _migrate(self, schema: Path, *, keeps_copies: bool) -> None:
        with self._writers.borrow() as connection:

            def keep_old(had: int) -> None:
                self._need_alone()
                if keeps_copies:
                    name = f"{day_of(self._clock())}-before-{had + 1:04d}.db"
                    make_backup(self._places, connection, self._key, name)

            migrate(connection, read_migrations(schema), keep_old)

    def _need_alone(self) -> None:
        if not self.was_alone:
            raise VaultError(
                "The store must be brought up to date, and another Paddock has it open.", "", "Close it and try again."
            )


def _after_damage(backup: Path | None) -> str:
    if backup is None:
        return "There is no good backup. Start with an empty store: the damaged one is put aside, not deleted."
    return f"Restore the backup of {backup.name[:10]}: the damaged file is put aside, not deleted."
