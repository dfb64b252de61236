"""Lends connections to threads, one thread each, and takes them all back when the store is locked."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paddock.errors import VaultLocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.vault.connection import Connection

_INTERRUPT_EVERY_S = 0.02


class Pool:
    """Connections made by `make`: at most `most` at a time (None: as many as are asked for), `kept` when idle."""

    def __init__(self, make: Callable[[], Connection], *, most: int | None = None, kept: int = 4) -> None:
        self._make = make
        self._most = most
        self._kept = kept
        self._idle: list[Connection] = []
        self._lent: dict[int, tuple[Connection | None, int]] = {}
        self._next_loan = 0
        self._closed = False
        self._changed = threading.Condition()

    @property
    def closed(self) -> bool:
        """Whether nothing is lent any more."""
        return self._closed

    @contextmanager
    def borrow(self) -> Iterator[Connection]:
        """Lend a connection for the block; waits where all are lent. Raises VaultLocked once closed."""
        loan, connection = self._take()
        try:
            if connection is None:
                connection = self._make()
                with self._changed:
                    self._lent[loan] = (connection, threading.get_ident())
            yield connection
        finally:
            self._give_back(loan, connection)

    def close(self, patience_s: float, *, interrupting: bool) -> None:
        """Lend no more, wait for what is lent, close all.

        Statements still running are stopped at once where `interrupting`, else after `patience_s`. What is not back
        after twice that time is closed when it comes back, and refuses every statement until then.
        """
        deadline = time.monotonic() + patience_s
        with self._changed:
            if threading.get_ident() in (thread for _, thread in self._lent.values()):
                raise RuntimeError("the store cannot be locked from inside a read or write block")
            self._closed = True
            self._changed.notify_all()
            while self._lent and (left := deadline + patience_s - time.monotonic()) > 0:
                if interrupting or time.monotonic() > deadline:
                    self._interrupt_lent()
                self._changed.wait(min(left, _INTERRUPT_EVERY_S))
            self._interrupt_lent()
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _interrupt_lent(self) -> None:
        for connection, _ in self._lent.values():
            if connection is not None:
                connection.refuse()

    def _take(self) -> tuple[int, Connection | None]:
        me = threading.get_ident()
        with self._changed:
            while not self._closed and self._most is not None and len(self._lent) >= self._most:
                if me in (thread for _, thread in self._lent.values()):
                    raise RuntimeError("a write block inside a write block of the same thread would wait for itself")
                self._changed.wait()
            if self._closed:
                raise VaultLocked("The store is locked.", "", "Unlock it and try again.")
            connection = self._idle.pop() if self._idle else None
            self._next_loan += 1
            self._lent[self._next_loan] = (connection, me)
            return self._next_loan, connection

    def _give_back(self, loan: int, connection: Connection | None) -> None:
        with self._changed:
            keep = connection is not None and not self._closed and len(self._idle) < self._kept
            if keep and connection is not None:
                self._idle.append(connection)
        if connection is not None and not keep:
            connection.close()
        with self._changed:
            del self._lent[loan]
            self._changed.notify_all()
