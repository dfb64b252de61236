"""Trying each door that should be closed, from inside, so that what is reported was seen and not assumed.

Nothing is done where a door is open: sockets are made and closed without sending, programs that do not exist are
started, calls are made with arguments that cannot work, so that only the way they fail tells "refused" from "open".
Everything goes through the C library by ctypes, past any wall that only Python's own modules would be.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from paddock.process.confine.terms import ProbeResult

if TYPE_CHECKING:
    from collections.abc import Callable

_REFUSALS = frozenset({errno.EPERM, errno.EACCES})
_AF_UNIX, _AF_INET, _AF_NETLINK, _AF_PACKET = 1, 2, 16, 17
_AF_INET6 = 30 if sys.platform == "darwin" else 10
_STREAM, _DATAGRAM, _RAW = 1, 2, 3
_CLONE_SIGHAND = 0x800
_PTRACE_PEEKDATA = 2
_SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
_CLONE_CALL = {"x86_64": 56, "aarch64": 220}
_IO_URING_SETUP_CALL = 425
# A program is started, may make a local socket that reaches nothing, and works in a folder of its own.
_OPEN_TO_PROGRAMS = frozenset({"exec", "socket_unix", "change_file"})


def probe(what: Literal["worker", "window", "program"]) -> tuple[ProbeResult, ...]:
    """Try every door that should be closed to a worker, to the window, or to a program that is run in a worker's place.

    In this process; takes about 1 ms.
    """
    if sys.platform == "win32":
        return (ProbeResult("network", held=False, detail="not tried: nothing is forbidden on this system"),)
    doors = Doors()
    trials = doors.to_network()
    if sys.platform.startswith("linux"):
        trials |= doors.around_on_linux()
    if what != "window":
        trials |= doors.out_of_a_worker()
        if sys.platform.startswith("linux"):
            trials |= doors.to_processes_on_linux()
    if what == "program":
        trials = {name: trial for name, trial in trials.items() if name not in _OPEN_TO_PROGRAMS}
    return tuple(_tried(name, trial) for name, trial in trials.items())


def _tried(name: str, trial: Callable[[], None]) -> ProbeResult:
    """Run one trial: it raises OSError as the system answered, or returns where it was let through."""
    try:
        trial()
    except OSError as error:
        code = error.errno or 0
        if code in _REFUSALS:
            return ProbeResult(name, held=True, detail=f"refused: {os.strerror(code)}")
        if code in {errno.ENOSYS, errno.EAFNOSUPPORT}:
            return ProbeResult(name, held=True, detail=f"not in this system: {os.strerror(code)}")
        return ProbeResult(name, held=False, detail=f"open: it failed only for {os.strerror(code)}")
    return ProbeResult(name, held=False, detail="open: it was let through")


class Doors:
    """The trials by name. Each raises OSError with the system's answer, or returns where nothing stopped it."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.syscall.restype = ctypes.c_long
        self._machine = platform.machine()

    def to_network(self) -> dict[str, Callable[[], None]]:
        """Return the trials of network sockets that exist on every POSIX system."""
        return {
            "socket_inet": lambda: self._make_socket(_AF_INET, _STREAM),
            "socket_inet6": lambda: self._make_socket(_AF_INET6, _STREAM),
            "socket_udp": lambda: self._make_socket(_AF_INET, _DATAGRAM),
        }

    def around_on_linux(self) -> dict[str, Callable[[], None]]:
        """Return the trials of ways round a wall that stood only before socket(2) of the C library."""
        return {
            "socket_netlink": lambda: self._make_socket(_AF_NETLINK, _RAW),
            "socket_packet": lambda: self._make_socket(_AF_PACKET, _RAW),
            "raw_syscall": self._raw_socket,
            "io_uring": self._io_uring,
            "ptrace": self._ptrace,
        }

    def out_of_a_worker(self) -> dict[str, Callable[[], None]]:
        """Return the trials of what the window may do and a worker may not."""
        return {
            "socket_unix": lambda: self._make_socket(_AF_UNIX, _STREAM),
            "exec": _execute,
            "read_other_file": lambda: _read(Path("/etc/passwd")),
            "read_home": _read_home,
            "read_root_folder": lambda: _read(Path("/")),
            "create_file": _create_file,
            "change_file": lambda: Path("/nonexistent/paddock").chmod(0o600),
        }

    def to_processes_on_linux(self) -> dict[str, Callable[[], None]]:
        """Return the trials of making a process and of reaching the one that started this one."""
        return {
            "fork": self._fork,
            "signal_window": lambda: os.kill(os.getppid(), 0),
        }

    def _make_socket(self, family: int, kind: int) -> None:
        os.close(self._checked(self._libc.socket(family, kind, 0)))

    def _raw_socket(self) -> None:
        number = _SOCKET_CALL.get(self._machine)
        if number is None:
            raise OSError(errno.EOPNOTSUPP, "no system call numbers for this processor")
        os.close(self._syscall(number, _AF_INET, _STREAM, 0))

    def _io_uring(self) -> None:
        """Ask for a ring without saying where: EFAULT where it is open."""
        self._syscall(_IO_URING_SETUP_CALL, 0, 0)

    def _fork(self) -> None:
        """Ask for a process with flags the kernel cannot accept: EINVAL where it is open, and no process either way.

        CLONE_SIGHAND without CLONE_VM, clone(2).
        """
        number = _CLONE_CALL.get(self._machine)
        if number is None:
            raise OSError(errno.EOPNOTSUPP, "no system call numbers for this processor")
        self._syscall(number, _CLONE_SIGHAND, 0, 0, 0, 0)

    def _ptrace(self) -> None:
        """Look into the process numbered 0, which nobody has: ESRCH where it is open."""
        self._libc.ptrace.restype = ctypes.c_long
        self._checked(self._libc.ptrace(_PTRACE_PEEKDATA, 0, None, None))

    def _syscall(self, number: int, *arguments: int) -> int:
        return self._checked(self._libc.syscall(ctypes.c_long(number), *[ctypes.c_long(word) for word in arguments]))

    def _checked(self, result: int) -> int:
        if result < 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
        return result


def _execute() -> None:
    """Start a program that does not exist: ENOENT where it is open."""
    os.execve("/nonexistent/paddock", ["paddock"], {})  # noqa: S606 - no shell is wanted


def _read(path: Path) -> None:
    """Open a file or folder that this user may read as far as ordinary permissions go."""
    os.close(os.open(path, os.O_RDONLY | os.O_CLOEXEC))


def _read_home() -> None:
    """Open the first home folder that ordinary permissions would let this user read."""
    homes = [Path(os.path.expanduser("~")), Path("/home"), Path("/Users"), Path("/root")]  # noqa: PTH111 - see below
    for home in homes:
        # access(2) asks about permissions only, which is why a later refusal is the wall's.
        if home.is_absolute() and os.access(home, os.R_OK):
            _read(home)
            return
    raise OSError(errno.ENOENT, "no home folder to try")


def _create_file() -> None:
    """Make a nameless file where everyone may: it is gone when it is closed (O_TMPFILE, open(2))."""
    nameless = getattr(os, "O_TMPFILE", None)
    if nameless is not None:
        try:
            os.close(os.open("/tmp", nameless | os.O_WRONLY | os.O_CLOEXEC, 0o600))  # noqa: S108 - tried, not used
        except OSError as error:
            if error.errno not in {errno.EISDIR, errno.EOPNOTSUPP}:  # this file system has no nameless files
                raise
        else:
            return
    path = f"/tmp/paddock-probe-{os.getpid()}"  # noqa: S108 - made new or not at all, and removed
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    os.close(descriptor)
    Path(path).unlink()
