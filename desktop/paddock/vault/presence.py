"""Knows whether another program has this store open: each holds a lock on one file while it does."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from paddock.errors import VaultError

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_WAIT_S = 30.0  # another start may be bringing the store up to date
_LOOK_AGAIN_S = 0.02
_SEATS = 64  # Windows has no shared lock in the C library: each program locks a byte of its own
_FIRST_SEAT = _SEATS  # of the program that came alone: held beside all others, it is kept when those are let go


class Presence:
    """This program's mark on the store. `alone` says whether it was the only one when it came.

    The lock is let go by the operating system when the process ends, however it ends.
    """

    def __init__(self, lock_file: Path) -> None:
        self._handle = os.open(lock_file, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            self.alone = self._take_all()
            if not self.alone:
                self._take_one_soon()
        except BaseException:
            os.close(self._handle)
            raise

    def let_others_in(self) -> None:
        """Keep only a mark; until then, programs that start wait."""
        if self.alone:
            self._keep_one()

    def leave(self) -> None:
        """Take the mark away; further calls do nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _take_one_soon(self) -> None:
        deadline = time.monotonic() + _WAIT_S
        while not self._take_one():
            if time.monotonic() > deadline:
                raise VaultError(
                    "Another Paddock keeps the store closed.", "It may be bringing it up to date.", "Try again later."
                )
            time.sleep(_LOOK_AGAIN_S)

    if sys.platform == "win32":

        def _take_all(self) -> bool:
            if not self._lock_bytes(0, _SEATS):
                return False
            if self._lock_bytes(_FIRST_SEAT, 1):
                return True
            self._let_go_of_seats()
            return False

        def _take_one(self) -> bool:
            return any(self._lock_bytes(seat, 1) for seat in range(_SEATS))

        def _keep_one(self) -> None:
            self._let_go_of_seats()

        def _let_go_of_seats(self) -> None:
            os.lseek(self._handle, 0, os.SEEK_SET)
            msvcrt.locking(self._handle, msvcrt.LK_UNLCK, _SEATS)

        def _lock_bytes(self, start: int, count: int) -> bool:
            os.lseek(self._handle, start, os.SEEK_SET)
            try:
                msvcrt.locking(self._handle, msvcrt.LK_NBLCK, count)
            except OSError:
                return False
            return True

    else:

        def _take_all(self) -> bool:
            return self._flock(fcntl.LOCK_EX)

        def _take_one(self) -> bool:
            return self._flock(fcntl.LOCK_SH)

        def _keep_one(self) -> None:
            self._flock(fcntl.LOCK_SH)

        def _flock(self, how: int) -> bool:
            try:
                fcntl.flock(self._handle, how | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True
