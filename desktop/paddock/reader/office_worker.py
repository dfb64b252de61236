"""The process that becomes an office program: it locks itself first, and what takes its place stays locked."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.process.confine import Allowed, lock_for_program, probe
from paddock.process.runtime import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_WALLS: Final = 77
PROBE: Final = "--probe"  # in place of the program's arguments: try the walls instead of starting it
# What an office program reads beside its own folder: the system's libraries, fonts and its own settings.
_SYSTEM_FOLDERS: Final = (
    "/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig", "/etc/libreoffice",
    "/var/lib/libreoffice", "/var/spool/libreoffice",
)  # fmt: skip
_MEMORY_BYTES: Final = 4 << 30  # of addresses: the program's own libraries take half of it
_FILE_BYTES: Final = 256 << 20
_NICENESS: Final = 10


def main(order: Sequence[str]) -> int:
    """Become the program `order[1:]`, which may write in the folder `order[0]` alone; return a status only on failure.

    NO_WALLS where this system has walls, but none that hold for another program. With PROBE it stays what it is, and
    writes what its walls held: for each door its name, whether it held, and how it was refused.
    """
    folder, program, *arguments = order
    _limit()
    if sys.platform.startswith("linux"):
        die_with_parent()
        own = (Path(program).parent.parent, *(Path(name) for name in _SYSTEM_FOLDERS))
        walls = Allowed(read_folders=own, memory_bytes=_MEMORY_BYTES, work_folder=Path(folder))
        if not lock_for_program(walls).enforced:
            return NO_WALLS
    os.chdir(folder)
    if arguments == [PROBE]:
        tried = [(one.name, one.held, one.detail) for one in probe("program")]
        os.write(1, json.dumps(tried).encode())
        return 0
    os.execve(program, [program, *arguments], _environment(folder))  # noqa: S606 - no shell is wanted
    raise AssertionError("execve returned")


def _limit() -> None:
    """Set what may be set before the lock alone."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(_NICENESS)
        for ignored_by_python in (signal.SIGPIPE, signal.SIGXFSZ):
            signal.signal(ignored_by_python, signal.SIG_DFL)


def _environment(folder: str) -> dict[str, str]:
    """Return all the program is told: nothing of who the person is, or of a screen."""
    return {
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "SAL_USE_VCLPLUGIN": "svp",
        "SAL_DISABLE_OPENCL": "1",
    }
