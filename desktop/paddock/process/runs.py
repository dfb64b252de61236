"""Tells whether the program run that had begun something still lives."""

from __future__ import annotations

import uuid

import psutil

# Start times are worked out from the boot time, which moves when the clock is set; a number used again this soon,
# by a process started at the same moment, does not happen.
_CLOCK_PLAY_S = 5.0


def new_run() -> str:
    """Return a name for this run: process number, its start, and a random part (a store reopened is a new run)."""
    process = psutil.Process()
    return f"{process.pid}:{process.create_time():.2f}:{uuid.uuid4().hex[:8]}"


def is_alive(run: str, own: str) -> bool:
    """Whether `run` is a living process's, other than an earlier run of this very process (that one ended)."""
    if run == own:
        return True
    number, started, _ = run.split(":")
    if number == own.split(":", maxsplit=1)[0]:
        return False
    try:
        return abs(psutil.Process(int(number)).create_time() - float(started)) < _CLOCK_PLAY_S
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:  # another user's process: ours would be readable
        return False
