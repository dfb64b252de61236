"""Refusing system calls: a classic BPF program, built by hand, that the kernel runs before each call (seccomp(2)).

Each rule starts with the call's number in the accumulator and either returns a verdict or falls through with the
number still there. Arguments are judged by their low 32 bits, which is all the kernel itself looks at in those
that are judged here (ints, and flags below 2**32).
"""

from __future__ import annotations

import ctypes
import errno
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paddock.process.confine.kernel import Kernel
    from paddock.process.confine.syscalls import Calls, Machine

# linux/bpf_common.h: load a word of seccomp_data; jump if equal, greater, any of these bits; return a verdict.
_LOAD, _IF_EQUAL, _IF_GREATER, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
# offsetof(struct seccomp_data, …), little-endian as both of our processor families are.
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_ALLOW, _ERROR, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_X32_BIT = 0x40000000

_SET_MODE_FILTER = 1
_TSYNC = 1
# Without it, kernels before 5.16 slow every filtered process down against speculation within itself.
_SPEC_ALLOW = 4


class Filter:
    """A list of refusals for one processor family; what no rule refuses is allowed."""

    def __init__(self, machine: Machine, *, foreign_is_fatal: bool) -> None:
        """Begin with calls of another mode (32-bit, x32): the first kill the process or fail, the second fail."""
        self._column = machine.column
        foreign = _KILL_PROCESS if foreign_is_fatal else _ERROR | errno.EPERM
        self._program = [
            _instruction(_LOAD, _ARCH),
            _instruction(_IF_EQUAL, machine.audit_arch, then=1),
            _instruction(_RETURN, foreign),
            _instruction(_LOAD, _NUMBER),
            _instruction(_IF_ANY_BIT, _X32_BIT, otherwise=1),
            _instruction(_RETURN, _ERROR | errno.EPERM),
        ]

    def refuse(self, calls: Calls, error: int = errno.EPERM) -> None:
        """Refuse these calls whatever their arguments."""
        for number in self._known(calls):
            self._program += [
                _instruction(_IF_EQUAL, number, otherwise=1),
                _instruction(_RETURN, _ERROR | error),
            ]

    def pretend(self, calls: Calls) -> None:
        """Let these calls do nothing and say that they did it."""
        self.refuse(calls, 0)

    def refuse_above(self, number: int) -> None:
        """Let calls above this number seem not to exist, so that programs fall back to older ones."""
        self._program += [
            _instruction(_IF_GREATER, number, otherwise=1),
            _instruction(_RETURN, _ERROR | errno.ENOSYS),
        ]

    def allow_only(self, calls: Calls, argument: int, values: Iterable[int], error: int = errno.EPERM) -> None:
        """Refuse these calls unless their argument (counted from 0) is one of `values`."""
        wanted = tuple(values)
        tests = [_instruction(_IF_EQUAL, value, then=len(wanted) - position) for position, value in enumerate(wanted)]
        verdicts = [_instruction(_RETURN, _ERROR | error), _instruction(_RETURN, _ALLOW)]
        self._judge(calls, argument, tests + verdicts)

    def refuse_values(self, calls: Calls, argument: int, values: Iterable[int], error: int = errno.EPERM) -> None:
        """Refuse these calls where their argument is one of `values`."""
        wanted = tuple(values)
        tests = [_instruction(_IF_EQUAL, value, then=len(wanted) - position) for position, value in enumerate(wanted)]
        verdicts = [_instruction(_RETURN, _ALLOW), _instruction(_RETURN, _ERROR | error)]
        self._judge(calls, argument, tests + verdicts)

    def require_bits(self, calls: Calls, argument: int, *, needed: int, forbidden: int) -> None:
        """Refuse these calls unless any of the bits `needed` is set (0: none needed) and none of those `forbidden`."""
        tests = [_instruction(_IF_ANY_BIT, forbidden, then=2 if needed else 1)]
        if needed:
            tests.append(_instruction(_IF_ANY_BIT, needed, otherwise=1))
        verdicts = [_instruction(_RETURN, _ALLOW), _instruction(_RETURN, _ERROR | errno.EPERM)]
        self._judge(calls, argument, tests + verdicts)

    def refuse_bits(self, calls: Calls, argument: int, *, bits: int, unless: int) -> None:
        """Refuse these calls where any of `bits` is set and none of `unless`."""
        tests = [_instruction(_IF_ANY_BIT, bits, otherwise=1), _instruction(_IF_ANY_BIT, unless, otherwise=1)]
        verdicts = [_instruction(_RETURN, _ALLOW), _instruction(_RETURN, _ERROR | errno.EPERM)]
        self._judge(calls, argument, tests + verdicts)

    def program(self) -> bytes:
        """Return the finished program: 8 bytes an instruction (struct sock_filter)."""
        return b"".join([*self._program, _instruction(_RETURN, _ALLOW)])

    def _judge(self, calls: Calls, argument: int, body: list[bytes]) -> None:
        for number in self._known(calls):
            self._program += [
                _instruction(_IF_EQUAL, number, otherwise=len(body) + 1),
                _instruction(_LOAD, _ARGUMENTS + 8 * argument),
                *body,
            ]

    def _known(self, calls: Calls) -> list[int]:
        return [number for numbers in calls.values() if (number := numbers[self._column]) is not None]


def install(kernel: Kernel, rules: Filter) -> None:
    """Put all threads of this process, and all it starts, under the filter, for good.

    NO_NEW_PRIVS must be set before. Raises OSError: ENOSYS or EINVAL where the kernel has no seccomp filters, and
    ESRCH where another thread is already under a filter of its own.
    """
    program = rules.program()
    instructions = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("@HP", len(program) // 8, ctypes.addressof(instructions))
    try:
        stray_thread = kernel.call("seccomp", _SET_MODE_FILTER, _TSYNC | _SPEC_ALLOW, header)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        stray_thread = kernel.call("seccomp", _SET_MODE_FILTER, _TSYNC, header)
    if stray_thread:
        raise OSError(errno.ESRCH, f"thread {stray_thread} could not be put under the filter")


def _instruction(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    """Return one struct sock_filter: code, how far to jump if true, if false, and its constant."""
    return struct.pack("<HBBI", code, then, otherwise, value & 0xFFFFFFFF)
