"""The signal that ended a process, by the status it left: Windows has none, and a number of its own for a crash."""

from __future__ import annotations

import signal
import sys
from typing import Final

# What Windows leaves where another system sends a signal (NTSTATUS); no process of another system can end with these.
_CRASHES: Final = {
    0xC0000005: "SIGSEGV",  # access violation
    0xC00000FD: "SIGSEGV",  # stack overflow
    0xC0000006: "SIGBUS",  # a page of a file could not be read
    0xC000001D: "SIGILL",  # illegal instruction
    0xC0000094: "SIGFPE",  # integer divided by zero
    0xC0000409: "SIGABRT",  # ended at once, as `abort` does
}
_ABORTED: Final = 3  # by `abort`, where something listened to it first


def signal_of(returncode: int) -> str:
    """Return the name of the signal that ended a process, or that would have elsewhere; empty where none did."""
    if returncode < 0:
        try:
            return signal.Signals(-returncode).name
        except ValueError:
            return ""
    if sys.platform == "win32" and returncode == _ABORTED:
        return "SIGABRT"
    return _CRASHES.get(returncode, "")
