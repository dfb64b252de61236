"""The ledger: one line for each use of the network, written before its first byte."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

LEDGER_NAME: Final = "network-ledger.jsonl"


class Entry(msgspec.Struct, frozen=True):
    """When, what, through what, why, and how many bytes are expected; never content."""

    time: str
    what: str
    through: str
    why: str
    bytes_expected: int


def enter(ledger: Path, now_s: float, what: str, through: str, why: str, bytes_expected: int) -> None:
    """Append one line and see it on the disk. Raises OSError: what cannot be entered must not happen."""
    when = datetime.fromtimestamp(now_s, UTC).isoformat(timespec="seconds")
    line = msgspec.json.encode(Entry(when, what, through, why, bytes_expected)) + b"\n"
    ledger.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(ledger, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if _breaks_off(descriptor):  # a full disk or a power cut ended the line before
            line = b"\n" + line
        if os.write(descriptor, line) != len(line):  # one write: lines of two windows never mix
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _breaks_off(descriptor: int) -> bool:
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if size == 0:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"
