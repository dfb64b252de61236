"""The ledger: one line for each use of the network, written before its first byte."""

from __future__ import annotations

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
    descriptor = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line)  # one write: lines of two windows never mix
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
