"""The model's files as the engine has them: opened once, so that what was checked is what llama.cpp gets to read."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.engine.failures import FETCH_AGAIN
from paddock.engine.protocol import Failed
from paddock.engine.stamp import stamp_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.engine.protocol import FailureKind
    from paddock.engine.stamp import Stamp

_MAGIC: Final = b"GGUF"
_TRY_AGAIN: Final = "Try again: it is looked at anew. If you did not change it, find out who did."


class LoadFailed(Exception):
    """The model could not be loaded; the argument is the message that says why."""

    def __init__(self, failure: Failed) -> None:
        super().__init__(failure)
        self.failure = failure


class ModelFiles:
    """Open files, kept for as long as the process lives. `names` is what llama.cpp is to open.

    On Linux these are the open files themselves, by way of /proc: another file that gets a model's name is never read.
    Elsewhere it has to open them by name, and `check` tells afterwards whether it was still the same file.
    """

    def __init__(self, paths: Sequence[str], stamps: Sequence[Stamp] = ()) -> None:
        """Open them, before this process is locked. `stamps`: what they were when they were checked, if they were.

        Raises LoadFailed where one is missing, cannot be read, does not begin like a GGUF, or is not what was checked.
        """
        self._paths = tuple(map(Path, paths))
        self.descriptors = tuple(_opened(path) for path in self._paths)
        self._found = tuple(map(os.fstat, self.descriptors))
        for path, found, stamp in zip(self._paths, self._found, stamps, strict=False):
            now = stamp_of(found)
            if now != stamp:
                words = ("The model file changed after it was checked.", f"{path.name} is another.", _TRY_AGAIN)
                raise LoadFailed(file_failure(*words, touched=now.is_only_touched(stamp)))
        self.names = tuple(map(_name_of, self._paths, self.descriptors))

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return how many bytes each has."""
        return tuple(found.st_size for found in self._found)

    def check(self) -> None:
        """See that nothing has been written to them since they were opened. Raises LoadFailed."""
        for path, name, descriptor, found in zip(self._paths, self.names, self.descriptors, self._found, strict=True):
            now = os.fstat(descriptor)
            same = (now.st_size, now.st_mtime_ns) == (found.st_size, found.st_mtime_ns)
            if not same or (name == str(path) and not _still_lies_at(path, descriptor)):
                raise LoadFailed(
                    file_failure("The model file changed while it was loaded.", f"{path.name} is another.", _TRY_AGAIN)
                )


def _opened(path: Path) -> int:
    """Return the open file. Raises LoadFailed where it is no model file."""
    try:
        if not path.is_file():  # before it is opened: a pipe would wait for a writer
            missing = not path.exists()
            raise LoadFailed(
                file_failure(
                    "The model file is missing." if missing else "This is not a model file.",
                    f"{path} does not exist." if missing else f"{path} is not a regular file.",
                    "Choose another model, or put the file back.",
                )
            )
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        magic = os.read(descriptor, 4) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except OSError as error:
        raise LoadFailed(
            file_failure(
                "The model file cannot be read.",
                f"{path}: {error.strerror}.",
                "Check who may read this file, and that its disk is connected.",
            )
        ) from error
    if magic != _MAGIC:
        os.close(descriptor)
        raise LoadFailed(
            file_failure("This is not a model file.", f"{path.name} does not begin like a GGUF.", FETCH_AGAIN)
        )
    return descriptor


def _name_of(path: Path, descriptor: int) -> str:
    """Return a name of the open file itself where the system gives one (Linux), else its path."""
    if sys.platform == "linux":
        name = f"/proc/self/fd/{descriptor}"
        try:
            if os.path.samestat(os.stat(name), os.fstat(descriptor)):  # noqa: PTH116 - the link is followed
                return name
        except OSError:
            return str(path)
    return str(path)


def _still_lies_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def file_failure(what: str, why: str, next_step: str, *, touched: bool = False) -> Failed:
    """Return that the file itself is the trouble; `touched`: it may hold what it held all the same."""
    kind: FailureKind = "model_touched" if touched else "model_file"
    return Failed(id=0, kind=kind, what=what, why=why[:4000], next_step=next_step)
