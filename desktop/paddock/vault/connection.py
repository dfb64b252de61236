"""One keyed connection to the encrypted file; the only module that knows SQLite."""

from __future__ import annotations

import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import apsw

from paddock.errors import DiskFull, VaultDamaged, VaultError, VaultLocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from paddock.vault.key import Key

    Value = None | int | float | str | bytes
    Values = Sequence[Value] | Mapping[str, Value]

_BUSY_LIMIT_MS = 10_000
_LOG_PATIENCE_MS = 200  # readers that take longer are not waited for
_CACHE_KIB = 8 * 1024
_STATEMENTS_KEPT = 200
_COPY_STEP_PAGES = 256  # 4 MiB, the most a lock waits for a backup in progress

_CANNOT_WRITE = {
    apsw.SQLITE_IOERR_WRITE,
    apsw.SQLITE_IOERR_FSYNC,
    apsw.SQLITE_IOERR_DIR_FSYNC,
    apsw.SQLITE_IOERR_TRUNCATE,
    apsw.SQLITE_IOERR_SHMOPEN,
    apsw.SQLITE_IOERR_SHMSIZE,
    apsw.SQLITE_IOERR_SHMMAP,
    apsw.SQLITE_IOERR_DELETE,
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what SQLite says about the disk, the file and other programs into errors a person can act on.

    Errors of the statements themselves (a constraint, a misspelt column) are bugs and pass through.
    """
    try:
        yield
    except apsw.FullError as error:
        raise DiskFull(
            "There is no room on the disk to save.", "", "Free some space and try again; what was saved is safe."
        ) from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise DiskFull(
            "The store cannot be written.",
            f"SQLite says: {error}.",
            "Make its folder and disk writable and try again; what was saved is safe.",
        ) from error
    except apsw.IOError as error:
        if getattr(error, "extendedresult", 0) in _CANNOT_WRITE:  # getattr: apsw's stubs lack it
            raise DiskFull(
                "The store could not be written.",
                f"SQLite says: {error}.",
                "Free some space or check the disk, and try again; what was saved is safe.",
            ) from error
        raise VaultError("The disk reported an error.", f"SQLite says: {error}.", "Check the disk.") from error
    except (apsw.NotADBError, apsw.CorruptError, apsw.FormatError) as error:
        raise VaultDamaged(
            "The store's file cannot be read.",
            "Its bytes were changed or lost, or it was made with another key.",
        ) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise VaultError(
            "Another Paddock is writing to the store and does not finish.", "", "Wait for it or end it, and try again."
        ) from error
    except apsw.InterruptError as error:
        raise VaultLocked("The store was locked.", "", "Unlock it and try again.") from error


class Connection:
    """A keyed connection. Any thread may use it, one at a time.

    Pages are encrypted and authenticated (AEGIS-256, sqlite3mc), so a changed page is refused, not returned.
    `settled` opens a finished file (a backup) that nobody writes, without making files beside it.
    """

    def __init__(self, path: Path, key: Key, *, writes: bool, settled: bool = False) -> None:
        if settled:
            flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
            name = f"{path.absolute().as_uri()}?immutable=1"
        else:
            flags = apsw.SQLITE_OPEN_READWRITE  # never create: the file is made beforehand, private
            name = str(path)
        self._refused = False
        self._cursors: weakref.WeakSet[apsw.Cursor] = weakref.WeakSet()
        self._db = _keyed(name, flags, key)
        try:
            if writes:
                self._pragma("secure_delete=ON")
                self._pragma("synchronous=FULL")
                self._pragma("foreign_keys=ON")
                if self._pragma("journal_mode") != "wal":
                    self._pragma("journal_mode=WAL")
            else:
                self._pragma("query_only=ON")
        except BaseException:
            self._db.close(True)
            raise

    def _pragma(self, text: str) -> Value:
        row = self._db.execute(f"PRAGMA {text}").fetchone()
        return None if row is None else row[0]

    def execute(self, sql: str, values: Values = ()) -> Iterator[tuple[Value, ...]]:
        """Run one statement and give its rows as they are asked for; none may be asked for after the block's end."""
        if self._refused:
            raise VaultLocked("The store was locked.", "", "Unlock it and try again.")
        cursor = self._db.execute(sql, values)
        self._cursors.add(cursor)
        return cursor

    def executemany(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement that returns nothing for each of `rows`."""
        if self._refused:
            raise VaultLocked("The store was locked.", "", "Unlock it and try again.")
        self._db.executemany(sql, rows)

    def run_script(self, sql: str) -> None:
        """Run several statements, split by semicolons, to their end."""
        for _ in self._db.execute(sql, can_cache=False):
            continue

    def words(self, text: str, tokenizer: Sequence[str]) -> tuple[str, ...]:
        """Return the words that a full-text index with this tokenizer (its name and options) makes of a question."""
        made = self._db.fts5_tokenizer(tokenizer[0], [*tokenizer[1:]])
        words: Any = made(text.encode(), apsw.FTS5_TOKENIZE_QUERY, None, include_offsets=False, include_colocated=False)
        return tuple(words)

    def changes(self) -> int:
        """Return how many rows the last statement inserted, changed or deleted."""
        return self._db.changes()

    def last_insert_rowid(self) -> int:
        """Return the row number the last INSERT made."""
        return self._db.last_insert_rowid()

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._db.in_transaction

    def begin(self, *, writing: bool) -> None:
        """Open a transaction; `writing` waits for other writers, of other processes too."""
        self._db.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

    def commit(self) -> None:
        """Keep the transaction; with `synchronous=FULL` it is on the disk when this returns."""
        self._end_statements()
        self._db.execute("COMMIT")

    def roll_back(self) -> None:
        """Drop the transaction; nothing happens where SQLite already dropped it."""
        self._end_statements()
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def user_version(self) -> int:
        """Return the number of the last migration."""
        version = self._pragma("user_version")
        return version if isinstance(version, int) else 0

    def set_user_version(self, version: int) -> None:
        """Note the number of the last migration; part of the open transaction."""
        self._pragma(f"user_version={version:d}")

    def set_foreign_keys(self, *, checked: bool) -> None:
        """Check references while writing; off only while a migration rebuilds tables (not inside a transaction)."""
        self._pragma(f"foreign_keys={'ON' if checked else 'OFF'}")

    def problems(self) -> tuple[str, ...]:
        """Read every page and index and check every reference; return what is wrong, nothing where all is well.

        Raises apsw.CorruptError only where not even the list of tables can be read.
        """
        found = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        found += [
            f"row {row[1]} of {row[0]} refers to a missing row of {row[2]}"
            for row in self._db.execute("PRAGMA foreign_key_check")
        ]
        return tuple(found[:20])

    def copy_to(self, path: Path, key: Key, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Copy the whole store, as it stands now, into the empty file `path`, under `key`. False where cancelled.

        Runs inside one read transaction: writers go on beside it and are not in the copy.
        """
        target = _keyed(str(path), apsw.SQLITE_OPEN_READWRITE, key)
        try:
            self.begin(writing=False)
            try:
                # BEGIN alone takes no snapshot; without one, every commit of others would start the copy again.
                self._db.execute("SELECT count(*) FROM sqlite_schema").fetchall()
                with target.backup("main", self._db, "main") as backup:
                    while not backup.done:
                        if cancelled():
                            return False
                        backup.step(_COPY_STEP_PAGES)
            finally:
                self.roll_back()
        finally:
            target.close(True)
        return True

    def empty_log(self) -> bool:
        """Move the write-ahead log into the file and cut it to nothing; False where a reader still needs it."""
        self._db.set_busy_timeout(_LOG_PATIENCE_MS)
        try:
            row = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            self._db.set_busy_timeout(_BUSY_LIMIT_MS)
        return row is not None and row[0] == 0

    def refuse(self) -> None:
        """From another thread: stop the running statement and every later one with VaultLocked."""
        self._refused = True
        self._db.interrupt()

    def close(self) -> None:
        """Close; an open transaction is dropped."""
        self._end_statements()
        self._db.close(True)

    def _end_statements(self) -> None:
        for cursor in list(self._cursors):
            cursor.close(True)
        self._cursors.clear()


def _keyed(name: str, flags: int, key: Key) -> apsw.Connection:
    """Open the file and prove the key. Raises apsw.NotADBError where the key or the first page is wrong."""
    db = apsw.Connection(name, flags=flags, statementcachesize=_STATEMENTS_KEPT)
    try:
        db.set_busy_timeout(_BUSY_LIMIT_MS)
        for statement in (
            "PRAGMA cipher='aegis'",
            f"PRAGMA key='raw:{key.hex()}'",
            "PRAGMA page_size=16384",  # fastest with this cipher; binds a new file only
            "PRAGMA temp_store=MEMORY",  # nothing unencrypted, ever, beside the store
            "PRAGMA mmap_size=0",
            f"PRAGMA cache_size=-{_CACHE_KIB}",
            "SELECT count(*) FROM sqlite_schema",
        ):
            # Not cached: the statement cache would keep the key's text for as long as the connection lives.
            db.execute(statement, can_cache=False).fetchall()
    except BaseException:
        db.close(True)
        raise
    return db
