"""Asking the operating system to forbid what a process has no business doing, and trying whether it does."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import paddock
from paddock.process.confine.probe import probe
from paddock.process.confine.terms import Allowed, Mechanism, ProbeResult

if sys.platform == "win32":
    from paddock.process.confine import windows as system
elif sys.platform == "darwin":
    from paddock.process.confine import macos as system
else:
    from paddock.process.confine import linux as system

__all__ = ["Allowed", "Mechanism", "ProbeResult", "lock_for_program", "lock_window", "lock_worker", "own_code", "probe"]


def lock_worker(allowed: Allowed) -> Mechanism:
    """Lock this worker for good: no sockets, no programs, no other processes, only the files named.

    Call it while the process has one thread and before it reads anything from a stranger. Raises RuntimeError when
    other threads exist, OSError when a wall that should stand does not; the worker must not go on then.
    """
    return system.lock_worker(allowed)


def lock_for_program(allowed: Allowed) -> Mechanism:
    """Lock this process for another program that will take its place (`os.execve`): threads, and the files allowed.

    It may run programs that lie in the folders it may read, each in the place of the one before, and write in
    `work_folder`. What the system has no wall for is left open, and said. Raises as `lock_worker` does.
    """
    return system.lock_for_program(allowed)


def lock_window() -> Mechanism:
    """Refuse the window or command line, and all that it starts, network sockets; for good. First thing at start."""
    return system.lock_window()


def own_code() -> tuple[Path, ...]:
    """Return the folders of this program's and Python's own code, which a lazy import may still need to read."""
    named = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    frozen = getattr(sys, "_MEIPASS", None)
    folders = {Path(paddock.__file__).parent, *(Path(path) for path in (*named, frozen) if path)}
    return tuple(sorted(folders))
