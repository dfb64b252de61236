"""The worker's side: takes stdin and stdout for the wire, turns core dumps off, and dies with the window."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from paddock.process.wire import MAX_FRAME_BYTES, Receiver, Sender

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

PARENT_VARIABLE = "PADDOCK_WINDOW_PID"
WINDOW_GONE = 3
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_OBJECTS_BETWEEN = 70_000
_M_ARENA_MAX = -8


def run_worker(
    work: Callable[[Receiver[Any], Sender], None],
    *,
    requests: Any,
    max_frame_bytes: int = MAX_FRAME_BYTES,
) -> int:
    """Prepare this process, call `work` with both ends of the wire, and return the exit status.

    `requests` is the union of structs the window may send. `work` reads until `receive()` gives None (the window
    closed, or is gone) and returns; it locks the process itself (`confine.lock_worker`) when it has what it needs.
    Called once, in a fresh process, before any other thread exists. Exit status 0, or WINDOW_GONE when the window
    went away while an answer was being written. Other exceptions of `work` pass through: they are bugs.
    """
    receiver, sender = claim_wire(requests, max_frame_bytes)
    die_with_parent()
    forbid_core_dumps()
    # Ctrl+C in the terminal is meant for the window, which ends its workers in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work(receiver, sender)
    except BrokenPipeError:
        return WINDOW_GONE
    return 0


def claim_wire(requests: Any, max_frame_bytes: int) -> tuple[Receiver[Any], Sender]:
    """Move the wire away from file descriptors 0 and 1, so that no print, from Python or C, can enter it.

    Afterwards 0 is the null device and 1 is the same as stderr (2).
    """
    sys.stdout.flush()
    reading, writing = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    return (
        Receiver(os.fdopen(reading, "rb"), requests, max_frame_bytes),
        Sender(os.fdopen(writing, "wb"), max_frame_bytes),
    )


def die_with_parent() -> None:
    """Ask the kernel to kill this process when the thread that started it is gone (Linux, prctl(2)).

    Elsewhere the end of stdin does it: the worker's reading loop returns. Raises SystemExit where the window died
    before this could be asked.
    """
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    expected = os.environ.get(PARENT_VARIABLE, "")
    if expected and os.getppid() != int(expected):
        raise SystemExit(WINDOW_GONE)


def forbid_core_dumps() -> None:
    """No memory image of this process is ever written to disk, whatever crashes. POSIX; nothing to do elsewhere."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def collect_seldom() -> None:
    """Look for rings of objects that nobody needs a hundredth as often, and no more among those there are now.

    A worker makes many small objects and hardly a ring; looking for them took a twentieth of its time.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN)


def share_heaps() -> None:
    """Have the threads of this process share two heaps (glibc, mallopt(3)); elsewhere the system decides.

    glibc gives each of the first threads one of its own and reserves 64 MB and more of the address space for it, which
    a limit of memory counts: threads that come and go left little of it. Called before there are any.
    """
    if sys.platform.startswith("linux"):
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 2)


def forbid_peeking() -> None:
    """Keep this user's other processes out of this one's memory (Linux, prctl(2)); elsewhere the system decides."""
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl(PR_SET_DUMPABLE)")
