"""Old Office files turned into present ones by LibreOffice, in a locked process of its own, for the reader to read.

One file in, one file out, in a folder that is made for it and gone afterwards, with a profile that nobody used before.
See docs/decisions/0012.
"""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from typing import IO, TYPE_CHECKING, Final, Protocol

import msgspec

from paddock.errors import Cancelled, ReaderDied, ReadRefused
from paddock.process.confine import ProbeResult
from paddock.process.leftovers import clear_leftovers, unfinished_folder
from paddock.process.runtime import PARENT_VARIABLE
from paddock.reader.office_program import office_program, work_place
from paddock.reader.office_worker import NO_WALLS, PROBE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO

    from paddock.process.supervisor import WorkerCommand

TARGETS: Final = {"doc": "docx", "ppt": "pptx", "xls": "xlsx"}
MAX_RESULT_BYTES: Final = 256 << 20
_MAX_FOLDER_BYTES: Final = 1 << 30
_MAX_ENTRIES: Final = 20_000
_DEEPEST: Final = 50  # folders within folders: a profile has a dozen
_PATIENCE_S: Final = 120.0
_GLANCE_S: Final = 0.1
_STARTS_ANEW: Final = 81  # LibreOffice's way to say that it set itself up and wants to be started again
_MOST_STARTS: Final = 3
_PIECE_BYTES: Final = 1 << 20
_ENOUGH_S: Final = 5.0
_TOO_LARGE: Final = "It became larger than one document may."
_TOLD_NOTHING: Final = "The process for old Office files did not tell what it is kept from."
_NOTHING: Final = (
    "It made nothing of it: the file is damaged or locked with a password, or LibreOffice lacks the part for such "
    "files."
)
# Nothing is run, fetched or followed, whatever a document asks for.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
</oor:items>
"""


class Stops(Protocol):
    """What tells running work to stop; an `engine.cancelling.CancelToken` is one."""

    @property
    def cancelled(self) -> bool:
        """Return whether the work is no longer wanted."""

    def heard_by(self, listener: Callable[[], None]) -> AbstractContextManager[None]:
        """Have `listener` called once when it is cancelled while inside, at once if it was before."""


class OfficeConverter:
    """Converts one file at a time, whoever asks; any thread may ask, and waits. `cache`: see `work_place`.

    `find` says where the program lies; `patience_s` how long one file may take.
    """

    def __init__(
        self,
        command: WorkerCommand,
        cache: Path,
        *,
        find: Callable[[], Path | None] = office_program,
        patience_s: float = _PATIENCE_S,
    ) -> None:
        self._command = command
        self._cache = cache
        self._find = find
        self._patience_s = patience_s
        self._turn = threading.Lock()

    @contextlib.contextmanager
    def converted(self, kind: str, data: BinaryIO, cancel: Stops | None = None) -> Iterator[IO[bytes] | None]:
        """Give the file `data` (read from its place on) as one of the present kind; it is gone after the block.

        `kind` is one of TARGETS. None where there is no office program here, or none that could be walled in. Raises
        ReadRefused where it could not convert the file, Cancelled, OSError.
        """
        program = self._find()
        place = self._place() if program is not None else None
        if program is None or place is None:
            yield None
            return
        with self._my_turn(cancel), _folder_in(place) as folder:
            source = folder / f"in.{kind}"
            try:
                _copy(data, source)
                walled = self._run(program, folder, source, TARGETS[kind], cancel)
            except OSError as error:
                raise _refused(f"{error.strerror or error}.") from error
            if not walled:
                yield None
                return
            with _result(folder / f"in.{TARGETS[kind]}") as file:
                yield file

    def probe(self) -> tuple[ProbeResult, ...]:
        """Have a process locked as for the office program try what it is kept from; nothing where none would be run.

        Raises ReaderDied where it did not answer.
        """
        program, place = self._find(), self._place()
        if program is None or place is None or sys.platform == "win32":
            return ()
        try:
            with _folder_in(place) as folder:
                process = self._start((*self._command.argv, str(folder), str(program), PROBE), folder, subprocess.PIPE)
                try:
                    told, _ = process.communicate(timeout=_ENOUGH_S)
                except subprocess.TimeoutExpired:
                    told = b""
                finally:
                    _end(process)
        except OSError as error:
            raise ReaderDied(_TOLD_NOTHING, f"{error.strerror or error}.") from error
        if process.returncode == NO_WALLS:
            return ()
        try:
            tried = msgspec.json.decode(told, type=list[tuple[str, bool, str]])
        except msgspec.MsgspecError as error:
            raise ReaderDied(_TOLD_NOTHING) from error
        return tuple(ProbeResult(name, held=held, detail=detail) for name, held, detail in tried)

    def _place(self) -> Path | None:
        try:
            return work_place(self._cache)
        except OSError:
            return None  # without a place the file is refused as where there is no program

    @contextlib.contextmanager
    def _my_turn(self, cancel: Stops | None) -> Iterator[None]:
        while not self._turn.acquire(timeout=_GLANCE_S):
            _heed(cancel)
        try:
            yield
        finally:
            self._turn.release()

    def _run(self, program: Path, folder: Path, source: Path, target: str, cancel: Stops | None) -> bool:
        """Convert; return False where the program could not be walled in. Raises ReadRefused, Cancelled, OSError."""
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        arguments = (
            f"-env:UserInstallation={profile.as_uri()}", "--headless", "--invisible", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--nofirststartwizard", "--convert-to", target, "--outdir", str(folder),
            str(source),
        )  # fmt: skip
        until_s = time.monotonic() + self._patience_s
        for _ in range(_MOST_STARTS):
            status = self._once((str(program), *arguments), folder, until_s, cancel)
            if status != _STARTS_ANEW:
                break
        if status == NO_WALLS:
            return False
        if status:
            raise _refused(_why(status))
        return True

    def _once(self, program: tuple[str, ...], folder: Path, until_s: float, cancel: Stops | None) -> int:
        argv = program if sys.platform == "win32" else (*self._command.argv, str(folder), *program)
        process = self._start(argv, folder)
        try:
            while True:
                try:
                    return process.wait(_GLANCE_S)
                except subprocess.TimeoutExpired:
                    _heed(cancel)
                if time.monotonic() > until_s:
                    raise _refused(f"It took longer than {self._patience_s:,.0f} seconds.")
                if _is_outgrown(folder):
                    raise _refused(_TOO_LARGE)
        finally:
            _end(process)

    def _start(self, argv: Sequence[str], folder: Path, stdout: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own program, or the one found here
            argv,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            env={**self._command.env, PARENT_VARIABLE: str(os.getpid())},
            cwd=folder,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_ENOUGH_S)


@contextlib.contextmanager
def _folder_in(place: Path) -> Iterator[Path]:
    """Give a folder for one conversion. What a run left that was killed within one goes first."""
    clear_leftovers(place)
    with unfinished_folder(place, "office-") as folder:
        yield folder


def _copy(data: BinaryIO, target: Path) -> None:
    with target.open("xb") as file:
        while piece := data.read(_PIECE_BYTES):
            file.write(piece)


def _result(path: Path) -> IO[bytes]:
    """Open what the program made: a file of its own, and of a size that a document may have. Raises ReadRefused."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _refused(_NOTHING) from error
    about = os.fstat(descriptor)
    if stat.S_ISREG(about.st_mode) and 0 < about.st_size <= MAX_RESULT_BYTES:
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise _refused(_TOO_LARGE if about.st_size > MAX_RESULT_BYTES else _NOTHING)


def _is_outgrown(folder: Path) -> bool:
    """Return whether a folder holds more than a conversion needs, is deeper, or hides what it holds."""
    size = entries = 0
    waiting = [(str(folder), 0)]
    while waiting:
        where, depth = waiting.pop()
        try:
            with os.scandir(where) as found:
                for one in found:
                    if one.is_dir(follow_symlinks=False):
                        waiting.append((one.path, depth + 1))
                    size += one.stat(follow_symlinks=False).st_size
                    entries += 1
                    if size > _MAX_FOLDER_BYTES or entries > _MAX_ENTRIES or depth > _DEEPEST:
                        return True
        except PermissionError:
            return True
        except OSError:  # it went meanwhile
            continue
    return False


def _heed(cancel: Stops | None) -> None:
    if cancel is not None and cancel.cancelled:
        raise Cancelled("Stopped.")


def _why(status: int) -> str:
    if status == -getattr(signal, "SIGXFSZ", 0):
        return _TOO_LARGE
    return f"It was ended by signal {-status}." if status < 0 else f"It ended with the status {status}."


def _refused(why: str) -> ReadRefused:
    return ReadRefused(
        "damaged",
        "LibreOffice could not turn this old Office file into a present one.",
        why,
        "Open it in the program it comes from, save it in the present format, and add that copy.",
    )
