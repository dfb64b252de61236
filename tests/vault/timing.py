"""Kills a process after a time, more exactly than waiting for the process with a time limit would."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess


def kill_after(process: subprocess.Popen[str], delay_s: float) -> None:
    """Send SIGKILL after `delay_s`, whatever the process does then, and wait for its end."""
    threading.Event().wait(delay_s)  # nothing sets it: the moment is random by design, not awaited
    process.kill()
    process.wait(30)
