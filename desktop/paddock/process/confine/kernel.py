"""Raw system calls through the C library, for what Python has no function for (Linux)."""

from __future__ import annotations

import ctypes
import os
import platform

from paddock.process.confine.syscalls import JUDGED, MACHINES

PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38


class Kernel:
    """The running kernel, spoken to by this process. Raises OSError(ENOSYS) on a processor it has no numbers for."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.syscall.restype = ctypes.c_long
        self.machine = MACHINES.get(platform.machine())

    def call(self, name: str, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
        """Make the system call `name` and return its result. Raises OSError, ENOSYS where it has no number here."""
        number = None if self.machine is None else JUDGED[name][self.machine.column]
        return self.call_number(-1 if number is None else number, *arguments)

    def call_number(self, number: int, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
        """Make a system call by number. Raises OSError."""
        ctypes.set_errno(0)
        words = [ctypes.c_long(word) if isinstance(word, int) else word for word in arguments]
        result: int = self._libc.syscall(ctypes.c_long(number), *words)
        if result < 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
        return result

    def prctl(self, option: int, value: int) -> None:
        """Set one property of this process (prctl(2)). Raises OSError."""
        none = ctypes.c_ulong(0)
        if self._libc.prctl(ctypes.c_int(option), ctypes.c_ulong(value), none, none, none) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
