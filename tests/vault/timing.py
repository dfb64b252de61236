"""Kills a process after a time, more exactly than waiting for the process with a time limit would."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    import subprocess


def kill_after(process: subprocess.Popen[str], delay_s: float) -> None:
    """Send SIGKILL after `delay_s`, whatever the process does then, and wait for its end."""
    threading.Event().wait(delay_s)  # nothing sets it: the moment is random by design, not awaited
    process.kill()
    process.wait(30)


def kill_in_mid_work(process: subprocess.Popen[str], chance: random.Random, most: int) -> list[int]:
    """Let it tell one to `most` pieces of work, then kill it within the time that one took; return all it told.

    However slow the computer is, the kill falls into a piece of work.
    """
    assert process.stdout is not None
    began = time.monotonic()
    told = [int(process.stdout.readline()) for _ in range(chance.randint(1, most))]
    kill_after(process, chance.random() * (time.monotonic() - began) / len(told))
    return told + [int(line) for line in process.stdout.read().splitlines()]
