"""The seccomp programs, run by a small machine of our own, on both processor families and without locking anything."""

from __future__ import annotations

import errno
import re
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from paddock.process.confine import Allowed, syscalls
from paddock.process.confine.syscalls import MACHINES

if sys.platform != "win32":
    from paddock.process.confine import linux

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Linux's walls are built of what POSIX has")

ALLOW, KILL = 0x7FFF0000, 0x80000000
MARKS = [pytest.param(name, id=name) for name in MACHINES]
TABLES = {
    name: table
    for name in dir(syscalls)
    if name.isupper() and isinstance(table := getattr(syscalls, name), dict) and name != "MACHINES"
}
NUMBERS = {name: numbers for table in TABLES.values() for name, numbers in table.items()}
OTHER_ARCH = 0x40000003  # AUDIT_ARCH_I386

# What a worker at work needs: reading, memory, threads, waiting, time. Numbers by family.
ORDINARY = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62), "mmap": (9, 222),
    "mprotect": (10, 226), "munmap": (11, 215), "brk": (12, 214), "rt_sigaction": (13, 134), "pread64": (17, 67),
    "madvise": (28, 233), "dup": (32, 23), "getpid": (39, 172), "exit": (60, 93), "futex": (202, 98),
    "sched_getaffinity": (204, 123), "clock_gettime": (228, 113), "exit_group": (231, 94), "set_robust_list": (273, 99),
    "getrandom": (318, 278), "rseq": (334, 293), "newfstatat": (262, 79), "getdents64": (217, 61),
}  # fmt: skip


@dataclass
class Verdict:
    """What the kernel would do."""

    word: int

    @property
    def allowed(self) -> bool:
        return self.word == ALLOW

    @property
    def error(self) -> int:
        assert self.word >> 16 == 5, hex(self.word)
        return self.word & 0xFFFF


def run(program: bytes, arch: int, number: int, *arguments: int) -> Verdict:
    """Run a classic BPF program over one struct seccomp_data, refusing whatever the kernel's checker would refuse."""
    data = struct.pack("<iIQ6Q", number, arch, 0, *(*arguments, *[0] * (6 - len(arguments))))
    instructions = list(struct.iter_unpack("<HBBI", program))
    assert len(instructions) <= 4096
    position = accumulator = 0
    while True:
        code, then, otherwise, value = instructions[position]
        position += 1
        if code == 0x20:
            assert value % 4 == 0
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif code == 0x06:
            return Verdict(value)
        else:
            true = {0x15: accumulator == value, 0x25: accumulator > value, 0x45: bool(accumulator & value)}[code]
            position += then if true else otherwise


class Locked:
    """A filter on one processor family."""

    def __init__(self, family: str, what: str, allowed: Allowed | None = None, *, landlock: bool = True) -> None:
        self.machine = MACHINES[family]
        rules = (
            linux._window_rules(self.machine)
            if what == "window"
            else linux._program_rules(self.machine, own=1234)
            if what == "program"
            else linux._worker_rules(self.machine, allowed or Allowed(), own=1234, files_are_walled=landlock)
        )
        self.program = rules.program()

    def has(self, name: str) -> bool:
        return NUMBERS[name][self.machine.column] is not None

    def call(self, name: str, *arguments: int) -> Verdict:
        number = (ORDINARY.get(name) or NUMBERS[name])[self.machine.column]
        assert number is not None
        return run(self.program, self.machine.audit_arch, number, *arguments)


@pytest.mark.parametrize("family", MARKS)
def test_a_worker_is_refused_every_listed_call(family: str) -> None:
    locked = Locked(family, "worker")
    for table in TABLES.values():
        if table is not syscalls.JUDGED:
            for name in filter(locked.has, table):
                assert locked.call(name).error in {errno.EPERM, errno.EACCES}, name


@pytest.mark.parametrize("family", MARKS)
@pytest.mark.parametrize("what", ["worker", "window", "program"])
def test_ordinary_work_goes_on(family: str, what: str) -> None:
    locked = Locked(family, what)
    assert [name for name in ORDINARY if not locked.call(name).allowed] == []


@pytest.mark.parametrize("family", MARKS)
def test_a_worker_may_make_threads_and_nothing_else(family: str) -> None:
    locked = Locked(family, "worker")
    thread = 0x3D0F00  # what the C library's pthread_create passes
    assert locked.call("clone", thread).allowed
    assert locked.call("clone", 17).error == errno.EPERM  # SIGCHLD: fork()
    assert locked.call("clone", 0x4111).error == errno.EPERM  # CLONE_VM | CLONE_VFORK | SIGCHLD: posix_spawn()
    for bit in (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000):
        assert locked.call("clone", thread | bit).error == errno.EPERM
    assert locked.call("clone3").error == errno.ENOSYS


@pytest.mark.parametrize("family", MARKS)
def test_a_worker_signals_and_limits_itself_alone(family: str) -> None:
    locked = Locked(family, "worker")
    for name in ("kill", "tgkill"):
        assert locked.call(name, 1234).allowed
        for other in (0, 1, 1235, -1 & 0xFFFFFFFFFFFFFFFF, -1234 & 0xFFFFFFFFFFFFFFFF):
            assert locked.call(name, other).error == errno.EPERM
    assert locked.call("prlimit64", 0).allowed
    assert locked.call("prlimit64", 1234).allowed
    assert locked.call("prlimit64", 1).error == errno.EPERM
    for option, may in ((1, False), (4, False), (15, True)):  # PDEATHSIG, DUMPABLE, NAME
        assert locked.call("prctl", option).allowed is may
    for request, may in ((0x5412, False), (0x541C, False), (0x5401, True)):  # TIOCSTI, TIOCLINUX, TCGETS
        assert locked.call("ioctl", 0, request).allowed is may


@pytest.mark.parametrize("family", MARKS)
def test_sockets_by_family(family: str) -> None:
    window = Locked(family, "window")
    drawing = Locked(family, "worker", Allowed(devices=(Path("/dev/dri"),)))
    for name in ("socket", "socketpair"):
        for domain in range(64):
            assert window.call(name, domain).allowed is (domain == 1)
            assert drawing.call(name, domain).error == errno.EACCES
            assert Locked(family, "worker").call(name, domain).error == errno.EACCES
        # The kernel takes the family as an int: what stands above its 32 bits changes nothing.
        assert window.call(name, (1 << 32) + 2).error == errno.EACCES
    assert window.call("connect").allowed
    assert drawing.call("connect").error == errno.EACCES
    assert drawing.call("ptrace").error == errno.EPERM


@pytest.mark.parametrize("family", MARKS)
def test_the_window_starts_programs_but_takes_no_sockets_from_them(family: str) -> None:
    window = Locked(family, "window")
    for name in ("execve", "clone", "clone3", "unlinkat", "openat", "kill"):
        assert window.call(name, 0x4111).allowed, name
    for name in ("io_uring_setup", "io_uring_enter", "io_uring_register", "ptrace", "pidfd_getfd", "bpf"):
        assert window.call(name).error == errno.EPERM, name


@pytest.mark.parametrize("family", MARKS)
def test_another_program_works_in_its_folder_and_talks_to_nobody(family: str) -> None:
    program = Locked(family, "program")
    for name in ("execve", "unlinkat", "renameat2", "mkdirat"):  # where, Landlock decides
        assert program.call(name).allowed, name
    for name in ("bind", "listen"):  # believed, and not done
        assert program.call(name).error == 0, name
    for name in ("connect", "accept4", "sendto", "sendmsg", "recvmsg"):
        assert program.call(name).error == errno.EACCES, name
    assert program.call("socket", 1).allowed
    assert program.call("socket", 2).error == errno.EACCES
    refused = ("ptrace", "setsid", "fchmodat", "fchownat", "utimensat", "symlinkat", "linkat", "truncate", "mount",
               "io_uring_setup", "shmget", "memfd_secret")  # fmt: skip
    for name in refused:
        assert program.call(name).error == errno.EPERM, name
    assert program.call("clone", 0x3D0F00).allowed
    assert program.call("clone", 17).error == errno.EPERM
    assert program.call("kill", 1).error == errno.EPERM
    for flags, may in ((0o0, True), (0o1102, True), (0o1001, True), (0o1000, False)):
        assert program.call("openat", 0, 0, flags).allowed is may
        if program.has("open"):
            assert program.call("open", 0, flags).allowed is may


@pytest.mark.parametrize("family", MARKS)
def test_other_doors_into_the_kernel_are_shut(family: str) -> None:
    worker, window = Locked(family, "worker"), Locked(family, "window")
    for number in (0, 41, 198, 500):
        assert run(worker.program, OTHER_ARCH, number).word == KILL
        assert run(window.program, OTHER_ARCH, number).error == errno.EPERM
        for locked in (worker, window):
            assert run(locked.program, locked.machine.audit_arch, 0x40000000 | number).error == errno.EPERM
    assert run(worker.program, worker.machine.audit_arch, 463).error == errno.ENOSYS


@pytest.mark.parametrize("family", MARKS)
def test_without_landlock_a_worker_still_opens_nothing_for_writing(family: str) -> None:
    locked = Locked(family, "worker", landlock=False)
    for flags, may in ((0o0, True), (0o2000000, True), (0o1, False), (0o2, False), (0o100, False), (0o1000, False)):
        assert locked.call("openat", 0, 0, flags).allowed is may
        if locked.has("open"):
            assert locked.call("open", 0, flags).allowed is may
    assert locked.call("openat2").error == errno.ENOSYS


@pytest.mark.parametrize(
    ("header", "column"),
    [("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", 0), ("/usr/include/asm-generic/unistd.h", 1)],
    ids=["x86_64", "aarch64"],
)
def test_the_numbers_are_the_kernels(header: str, column: int) -> None:
    """Against the headers of this system's C compiler; the x86_64 ones lie only on such a machine."""
    path = Path(header)
    if not path.exists():
        assert column == 0 or not Path("/usr/include/linux/landlock.h").exists(), "the generic header should be here"
        return
    text = path.read_text(encoding="utf-8")
    kernels = {name: int(number) for name, number in re.findall(r"#define __NR_(\w+)\s+(\d+)", text)}
    here = {name: numbers[column] for name, numbers in NUMBERS.items()}
    assert len(kernels) > 250
    assert {name: number for name, number in here.items() if kernels.get(name, number) != number} == {}
    known = [name for name in here if name in kernels]
    assert len(known) > 120


@pytest.mark.parametrize("family", MARKS)
@pytest.mark.parametrize("what", ["worker", "program"])
def test_no_other_process_is_felt_by_way_of_a_file_or_its_processors(family: str, what: str) -> None:
    locked = Locked(family, what)
    for command, may in ((8, False), (15, False), (1, True), (3, True), (4, True)):  # F_SETOWN, F_SETOWN_EX; GETFD, …
        assert locked.call("fcntl", 5, command).allowed is may
    for request, may in ((0x8901, False), (0x8902, False), (0x5421, True)):  # FIOSETOWN, SIOCSPGRP; FIONBIO
        assert locked.call("ioctl", 5, request).allowed is may
    for process, may in ((0, True), (1234, True), (1, False)):
        assert locked.call("sched_setaffinity", process).allowed is may
