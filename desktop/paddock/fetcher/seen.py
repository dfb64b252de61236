"""What can be seen of the network from outside: every use that was entered, and who could still use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from paddock.fetcher.environment import Places
from paddock.fetcher.ledger import Entry

if TYPE_CHECKING:
    from pathlib import Path

    import psutil

MAX_LEDGER_BYTES: Final = 1 << 20
_SIGN: Final = ["--worker", "doorkeeper"]


def ledger_entries(ledger: Path) -> tuple[Entry, ...]:
    """Return the uses of the network, oldest first; of a ledger beyond a megabyte the newest of them.

    A line that is none, such as the beginning of one that a power cut ended, is left out. Raises OSError where the
    ledger is there and cannot be read; one that is not there yet holds nothing.
    """
    try:
        with ledger.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - MAX_LEDGER_BYTES))
            untrusted_lines = file.read(MAX_LEDGER_BYTES).splitlines()
    except FileNotFoundError:
        return ()
    found = []
    for untrusted_line in untrusted_lines:
        try:
            found.append(msgspec.json.decode(untrusted_line, type=Entry))
        except msgspec.MsgspecError:
            continue
    return tuple(found)


def living_doorkeepers(models: Path) -> tuple[int, ...]:
    """Return the process ids of doorkeepers that live, for this models folder or for one that the system hides."""
    import psutil  # noqa: PLC0415 - seldom needed, and not quick to load

    found = []
    for process in psutil.process_iter():
        try:
            command = process.cmdline()
            if command[-2:] != _SIGN or process.status() == psutil.STATUS_ZOMBIE:
                continue
            if Places.of(process.environ()).models == models:
                found.append(process.pid)
        except psutil.NoSuchProcess:
            continue
        except (psutil.AccessDenied, KeyError):  # it looks like one, and shows nobody whose it is
            if not _ends(process):
                found.append(process.pid)
    return tuple(found)


def _ends(process: psutil.Process) -> bool:
    """Return whether a process has no command any more: what it was started with goes first when it ends."""
    import psutil  # noqa: PLC0415 - as above

    try:
        return not process.cmdline()
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False
