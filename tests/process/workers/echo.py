"""A worker that does what it is told, misbehaviour included: the other side of the wire in these tests."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paddock.process.confine import Allowed, lock_worker
from paddock.process.runtime import run_worker
from tests.process.messages import Did, Do

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.process.wire import Receiver, Sender


def print_everywhere(_text: str) -> None:
    """Write to stdout in each way a library may."""
    print("printed by Python")  # noqa: T201 - the point
    sys.stdout.flush()
    libc = ctypes.CDLL(None)
    libc.puts(b"printed by C")
    libc.fflush(None)
    os.write(1, b"written to descriptor 1\n")
    subprocess.run(["/bin/echo", "printed by a program"], check=True, env={})


def hang(_text: str) -> None:
    """Wait for ever."""
    threading.Event().wait()


def fall_silent(_text: str) -> None:
    """Close the wire's writing end behind everyone's back and live on."""
    for descriptor in range(3, 64):
        try:
            os.close(descriptor)
        except OSError:
            continue
    threading.Event().wait()


def leave_a_child(_text: str) -> None:
    """Die and leave a process of one's own, which holds every descriptor open."""
    subprocess.Popen(["/bin/sleep", "600"], close_fds=False, env={})
    os.kill(os.getpid(), signal.SIGKILL)


def leave(text: str) -> None:
    """End with that exit status."""
    raise SystemExit(int(text))


def kill_self(text: str) -> None:
    """Die by the signal of that name."""
    os.kill(os.getpid(), signal.Signals[text])


def write_garbage(text: str) -> None:
    """Write these bytes, in hex, where only frames belong."""
    os.write(WIRE, bytes.fromhex(text))


def complain(text: str) -> None:
    """Write to stderr."""
    sys.stderr.write(text)


def tell_descriptors(_text: str) -> None:
    """Write to stderr what this process has open."""
    for link in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # the listing's own
            sys.stderr.write(f"{link.readlink()}\n")


def lock_and_abort(_text: str) -> None:
    """Abort in C while locked: the walls must not swallow the signal."""
    lock_worker(Allowed())
    ctypes.CDLL(None).abort()


WIRE = 4  # the second descriptor `claim_wire` makes: 3 reads, 4 writes

ACTIONS: dict[str, Callable[[str], None]] = {
    "say": lambda _text: None,
    "print": print_everywhere,
    "hang": hang,
    "fall silent": fall_silent,
    "leave a child": leave_a_child,
    "leave": leave,
    "kill self": kill_self,
    "garbage": write_garbage,
    "complain": complain,
    "tell descriptors": tell_descriptors,
    "lock and abort": lock_and_abort,
}


def serve(receiver: Receiver[Do], sender: Sender) -> None:
    """Do what is asked, one thing after another, until the window closes."""
    while (request := receiver.receive()) is not None:
        if request.what == "flood":
            for number in range(int(request.text)):
                sender.send(Did(number, "x" * 1000))
        elif request.what == "hang stubbornly":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            sender.send(Did(request.id, request.text))
            hang("")
        else:
            ACTIONS[request.what](request.text)
        sender.send(Did(request.id, request.text))


def main(work: Any = serve) -> None:
    """Run as a worker."""
    sys.exit(run_worker(work, requests=Do))


if __name__ == "__main__":
    main()
