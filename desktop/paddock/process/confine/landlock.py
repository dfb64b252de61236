"""Refusing files: a Landlock ruleset names what may be read, and the kernel refuses all else (landlock(7)).

It binds the calling thread and what that one starts, so it is put up before there are others. It does not hide
that a file exists, its size or its times.
"""

from __future__ import annotations

import os
import stat
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from paddock.process.confine.kernel import Kernel
    from paddock.process.confine.terms import Allowed

# linux/landlock.h, LANDLOCK_ACCESS_FS_*
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE, _IOCTL_DEV = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 14, 1 << 15
# How many file rights each ABI knows: 13 from 1 on, REFER with 2, TRUNCATE with 3, IOCTL_DEV with 5.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
MOVING_SINCE, NET_SINCE, _SCOPE_SINCE = 2, 4, 6  # moves between folders from ABI 2 on, TCP from 4, scopes from 6
_BIND_TCP_AND_CONNECT_TCP, _ABSTRACT_SOCKETS_AND_SIGNALS = 3, 3
_CREATE_RULESET_VERSION, _RULE_PATH_BENEATH = 1, 1
_MEANT_FOR_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV


def abi(kernel: Kernel) -> int:
    """Return the version of Landlock in this kernel, 0 where there is none or it is switched off."""
    try:
        return kernel.call("landlock_create_ruleset", None, 0, _CREATE_RULESET_VERSION)
    except OSError:
        return 0


def restrict_files(kernel: Kernel, version: int, allowed: Allowed, *, programs: bool = False) -> None:
    """Refuse this thread, and all it starts, every file but those allowed, and what else this ABI can refuse.

    From ABI 4 on that is TCP, from ABI 6 on signals and abstract sockets of processes outside. /dev/null may be
    written and /dev/urandom read: libraries count on both. With `programs`, what lies in the folders that may be
    read may be run as well, and the work folder changed. Raises OSError.
    """
    handled = (1 << _FILE_RIGHTS[min(version, max(_FILE_RIGHTS))]) - 1
    reading = _READ_FILE | _READ_DIR | (_EXECUTE if programs else 0)
    using = _READ_FILE | _READ_DIR | _WRITE_FILE | _IOCTL_DEV
    scope = _ABSTRACT_SOCKETS_AND_SIGNALS if version >= _SCOPE_SINCE else 0
    ruleset = _ruleset(kernel, version, files=handled, scope=scope)
    try:
        _allow(kernel, ruleset, (*allowed.read_files, *allowed.read_folders, os.devnull, "/dev/urandom"), reading)
        _allow(kernel, ruleset, (*allowed.devices, os.devnull), using & handled)
        if programs and allowed.work_folder is not None:
            _allow(kernel, ruleset, (allowed.work_folder,), handled & ~_EXECUTE)
        kernel.call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def restrict_tcp(kernel: Kernel, version: int) -> None:
    """Refuse this thread, and all it starts, to bind and to connect TCP, and nothing else. Needs ABI 4."""
    if version < NET_SINCE:
        return
    ruleset = _ruleset(kernel, version, files=0, scope=0)
    try:
        kernel.call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _ruleset(kernel: Kernel, version: int, *, files: int, scope: int) -> int:
    """Return the descriptor of a ruleset; struct landlock_ruleset_attr has grown with the versions."""
    known = 1 if version < NET_SINCE else 2 if version < _SCOPE_SINCE else 3
    attributes = struct.pack("=QQQ", files, _BIND_TCP_AND_CONNECT_TCP, scope)[: 8 * known]
    return kernel.call("landlock_create_ruleset", attributes, len(attributes), 0)


def _allow(kernel: Kernel, ruleset: int, paths: Iterable[Path | str], rights: int) -> None:
    for path in paths:
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        try:
            is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
            given = rights if is_folder else rights & _MEANT_FOR_FILES
            kernel.call("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, struct.pack("=Qi", given, descriptor), 0)
        finally:
            os.close(descriptor)
