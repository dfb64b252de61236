"""What Linux is asked to forbid: Landlock for files, seccomp for everything else. No root, no packages."""

from __future__ import annotations

import errno
import os
import resource
from pathlib import Path
from typing import TYPE_CHECKING

from paddock.process.confine import landlock, seccomp, syscalls
from paddock.process.confine.kernel import PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, Kernel
from paddock.process.confine.terms import Mechanism

if TYPE_CHECKING:
    from paddock.process.confine.syscalls import Calls, Machine
    from paddock.process.confine.terms import Allowed

_AF_UNIX = 1
_CLONE_THREAD = 0x00010000
_CLONE_NEW_ANY = 0x7E020000  # CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_PR_SET_PDEATHSIG = 1
# Putting characters into a terminal's input (ioctl_tiocsti(2), TIOCLINUX).
_TERMINAL_TRICKS = (0x5412, 0x541C)
# Having the kernel signal another process when something can be read (F_SETOWN, F_SETOWN_EX; FIOSETOWN, SIOCSPGRP).
# Landlock refuses such signals from its sixth version on only.
_NAME_AN_OWNER, _NAME_AN_OWNER_BY_IOCTL = (8, 15), (0x8901, 0x8902)
# Any of O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, and the bit that makes O_TMPFILE; the same on both processor families.
_OPEN_FOR_WRITING = 0o3 | 0o100 | 0o1000 | 0o20000000
_O_WRITING, _O_TRUNC = 0o3, 0o1000
_WAITING_AT_A_SOCKET = frozenset({"bind", "listen"})
# Changes of files that Landlock allows below its folders alone.
_GOVERNED_BY_LANDLOCK = frozenset(
    {"creat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"}
)

_REFUSED_TO_WORKERS = (
    syscalls.RUN_PROGRAMS,
    syscalls.FORK,
    syscalls.OTHER_PROCESSES,
    syscalls.IO_URING,
    syscalls.SHARED,
    syscalls.KERNEL,
    syscalls.CHANGE_FILES,
)
# Ways to use another program's sockets, or to reach the kernel's network code with a program of one's own.
_REFUSED_TO_WINDOW = {
    **{name: syscalls.OTHER_PROCESSES[name] for name in ("ptrace", "process_vm_readv", "process_vm_writev")},
    "pidfd_getfd": syscalls.OTHER_PROCESSES["pidfd_getfd"],
    "bpf": syscalls.KERNEL["bpf"],
}


def lock_worker(allowed: Allowed) -> Mechanism:
    """Lock this process for good: no sockets, no programs, no processes, no files but those allowed.

    Raises RuntimeError when other threads exist already, for Landlock would not bind them, and OSError when a
    mechanism the kernel has refuses to work (never left half locked in silence: the worker must not go on).
    """
    if (threads := len(list(Path("/proc/self/task").iterdir()))) != 1:
        raise RuntimeError(f"{threads} threads are running: a process is locked while it has only one")
    kernel = Kernel()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if allowed.memory_bytes is not None:
        resource.setrlimit(resource.RLIMIT_AS, (allowed.memory_bytes, allowed.memory_bytes))
    kernel.prctl(PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(PR_SET_DUMPABLE, 0)
    version = landlock.abi(kernel)
    if version:
        landlock.restrict_files(kernel, version, allowed)
    filtered = kernel.machine is not None and _filtered(
        kernel, _worker_rules(kernel.machine, allowed, own=os.getpid(), files_are_walled=version > 0)
    )
    return _mechanism(version, filtered=filtered, writing_refused=not allowed.devices)


def lock_for_program(allowed: Allowed) -> Mechanism:
    """Lock this process for a program that will take its place: no sockets, no processes, no files but those allowed.

    Landlock before its second version does not let files be moved from folder to folder, which programs count on:
    there, as without it, nothing is locked and that is what is said. Raises as `lock_worker` does.
    """
    if (threads := len(list(Path("/proc/self/task").iterdir()))) != 1:
        raise RuntimeError(f"{threads} threads are running: a process is locked while it has only one")
    kernel = Kernel()
    version = landlock.abi(kernel)
    if kernel.machine is None or version < landlock.MOVING_SINCE:
        return Mechanism("none", enforced=False, note="This system cannot wall in another program.")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if allowed.memory_bytes is not None:
        resource.setrlimit(resource.RLIMIT_AS, (allowed.memory_bytes, allowed.memory_bytes))
    kernel.prctl(PR_SET_NO_NEW_PRIVS, 1)
    landlock.restrict_files(kernel, version, allowed, programs=True)
    filtered = _filtered(kernel, _program_rules(kernel.machine, own=os.getpid()))
    return _mechanism(version, filtered=filtered, writing_refused=True)


def lock_window() -> Mechanism:
    """Refuse this process and all it starts network sockets and io_uring, for good; local sockets and programs stay.

    Call it before threads exist: seccomp binds those too, Landlock's TCP rules, a second wall, do not.
    """
    kernel = Kernel()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    kernel.prctl(PR_SET_NO_NEW_PRIVS, 1)
    if kernel.machine is None or not _filtered(kernel, _window_rules(kernel.machine)):
        return Mechanism("none", enforced=False, note="This system cannot refuse network sockets to the window.")
    version = landlock.abi(kernel)
    landlock.restrict_tcp(kernel, version)
    return Mechanism(
        "seccomp and Landlock" if version >= landlock.NET_SINCE else "seccomp",
        enforced=True,
        note="Programs already running that it may ask over local sockets (the desktop's own services) are not bound.",
    )


def _filtered(kernel: Kernel, rules: seccomp.Filter) -> bool:
    try:
        seccomp.install(kernel, rules)
    except OSError as error:
        if error.errno in {errno.ENOSYS, errno.EINVAL}:
            return False
        raise
    return True


def _worker_rules(machine: Machine, allowed: Allowed, *, own: int, files_are_walled: bool) -> seccomp.Filter:
    calls = syscalls.JUDGED
    rules = seccomp.Filter(machine, foreign_is_fatal=True)
    rules.refuse_above(syscalls.NEWEST_KNOWN)
    # Local ones too, whatever a graphics driver would like: at the desktop's own services wait the keyring and the
    # means to start programs.
    rules.refuse(syscalls.MAKE_SOCKETS, errno.EACCES)
    rules.refuse(syscalls.USE_SOCKETS, errno.EACCES)
    for group in _REFUSED_TO_WORKERS:
        rules.refuse(group)
    # Threads, and only threads. clone3 hides its flags in memory; the C library falls back to clone.
    rules.refuse({"clone3": calls["clone3"]}, errno.ENOSYS)
    rules.require_bits({"clone": calls["clone"]}, 0, needed=_CLONE_THREAD, forbidden=_CLONE_NEW_ANY)
    # Signals and limits for itself (abort() needs them), not for the window.
    rules.allow_only({name: calls[name] for name in ("kill", "tgkill")}, 0, (own,))
    rules.allow_only({"prlimit64": calls["prlimit64"]}, 0, (0, own))
    rules.refuse_values({"prctl": calls["prctl"]}, 0, (_PR_SET_PDEATHSIG, PR_SET_DUMPABLE))
    _refuse_reaching_others(rules, own)
    if not files_are_walled and not allowed.devices:
        rules.refuse({"openat2": calls["openat2"]}, errno.ENOSYS)
        rules.require_bits({"open": calls["open"]}, 1, needed=0, forbidden=_OPEN_FOR_WRITING)
        rules.require_bits({"openat": calls["openat"]}, 2, needed=0, forbidden=_OPEN_FOR_WRITING)
    return rules


def _program_rules(machine: Machine, *, own: int) -> seccomp.Filter:
    calls = syscalls.JUDGED
    rules = seccomp.Filter(machine, foreign_is_fatal=True)
    rules.refuse_above(syscalls.NEWEST_KNOWN)
    # Office programs will not start unless they can wait for another of themselves at a local socket. They are let
    # believe that they wait; nothing can be connected to, taken in or sent.
    rules.allow_only(syscalls.MAKE_SOCKETS, 0, (_AF_UNIX,), errno.EACCES)
    rules.pretend(_pick(syscalls.USE_SOCKETS, _WAITING_AT_A_SOCKET))
    rules.refuse(_but(syscalls.USE_SOCKETS, _WAITING_AT_A_SOCKET), errno.EACCES)
    for group in (syscalls.FORK, syscalls.OTHER_PROCESSES, syscalls.IO_URING, syscalls.SHARED, syscalls.KERNEL):
        rules.refuse(group)
    rules.refuse(_but(syscalls.CHANGE_FILES, _GOVERNED_BY_LANDLOCK))
    rules.refuse({"clone3": calls["clone3"]}, errno.ENOSYS)
    rules.require_bits({"clone": calls["clone"]}, 0, needed=_CLONE_THREAD, forbidden=_CLONE_NEW_ANY)
    rules.allow_only({name: calls[name] for name in ("kill", "tgkill")}, 0, (own,))
    rules.allow_only({"prlimit64": calls["prlimit64"]}, 0, (0, own))
    rules.refuse_values({"prctl": calls["prctl"]}, 0, (_PR_SET_PDEATHSIG,))
    _refuse_reaching_others(rules, own)
    # Landlock knows of cutting files short from its third version on only: without a right to write, none is cut.
    rules.refuse({"openat2": calls["openat2"]}, errno.ENOSYS)
    rules.refuse_bits({"open": calls["open"]}, 1, bits=_O_TRUNC, unless=_O_WRITING)
    rules.refuse_bits({"openat": calls["openat"]}, 2, bits=_O_TRUNC, unless=_O_WRITING)
    return rules


def _refuse_reaching_others(rules: seccomp.Filter, own: int) -> None:
    """Refuse the smaller ways to be felt outside: a terminal's input, signals by way of a file, others' processors."""
    calls = syscalls.JUDGED
    rules.refuse_values({"ioctl": calls["ioctl"]}, 1, (*_TERMINAL_TRICKS, *_NAME_AN_OWNER_BY_IOCTL))
    rules.refuse_values({"fcntl": calls["fcntl"]}, 1, _NAME_AN_OWNER)
    rules.allow_only({"sched_setaffinity": calls["sched_setaffinity"]}, 0, (0, own))


def _pick(calls: Calls, names: frozenset[str]) -> Calls:
    return {name: numbers for name, numbers in calls.items() if name in names}


def _but(calls: Calls, names: frozenset[str]) -> Calls:
    return {name: numbers for name, numbers in calls.items() if name not in names}


def _window_rules(machine: Machine) -> seccomp.Filter:
    rules = seccomp.Filter(machine, foreign_is_fatal=False)
    rules.allow_only(syscalls.MAKE_SOCKETS, 0, (_AF_UNIX,), errno.EACCES)
    rules.refuse(syscalls.IO_URING)
    rules.refuse(_REFUSED_TO_WINDOW)
    return rules


def _mechanism(version: int, *, filtered: bool, writing_refused: bool) -> Mechanism:
    """Say in plain words what holds."""
    if filtered and version:
        return Mechanism(f"seccomp and Landlock (version {version})", enforced=True, note="")
    if filtered:
        what = "reading files" if writing_refused else "reading and writing files"
        return Mechanism(
            "seccomp", enforced=False, note=f"In part: this system's kernel has no Landlock, so {what} is not limited."
        )
    if version:
        return Mechanism(
            f"Landlock (version {version})",
            enforced=False,
            note="In part: files are limited, but this system cannot refuse sockets and other programs.",
        )
    return Mechanism("none", enforced=False, note="This system's kernel has neither seccomp nor Landlock.")
