"""Set-up on the systems this is not tested on: what `dev.py` asks of them, and what it says where that is missing."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import dev
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def windows(monkeypatch: pytest.MonkeyPatch, *, compiler: bool, long_paths: int | None) -> None:
    """Let `dev.py` find a Windows with or without these; None: the registry lacks the value."""

    def value(_key: object, name: str) -> tuple[int, int]:
        assert name == "LongPathsEnabled"
        if long_paths is None:
            raise FileNotFoundError(name)
        return long_paths, 4

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE=0, OpenKey=lambda _root, _path: contextlib.nullcontext(), QueryValueEx=value
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(dev, "answers", lambda *command: compiler and "vswhere" in command[0])
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CMAKE_GENERATOR", raising=False)


def test_windows_without_a_compiler_is_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    windows(monkeypatch, compiler=False, long_paths=1)
    with pytest.raises(SystemExit, match=r"Missing: a C\+\+ compiler.*\n    winget install Microsoft"):
        dev.need_compiler()


@pytest.mark.parametrize("value", [0, None])
def test_windows_that_cuts_paths_is_told_how_to_allow_longer_ones(
    monkeypatch: pytest.MonkeyPatch, value: int | None
) -> None:
    """Where pip unpacks them, the longest of llama.cpp's sources lies 280 characters deep."""
    windows(monkeypatch, compiler=True, long_paths=value)
    with pytest.raises(SystemExit, match=r"260 characters.*\n    reg add HKLM.* /v LongPathsEnabled "):
        dev.need_compiler()


def test_windows_with_both_may_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    windows(monkeypatch, compiler=True, long_paths=1)
    dev.need_compiler()


@pytest.mark.parametrize("there", [True, False])
def test_a_mac_is_asked_for_apples_compiler(monkeypatch: pytest.MonkeyPatch, *, there: bool) -> None:
    """`c++` itself always exists there; without the tools behind it, it opens a dialog."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(sys, "platform", "darwin")

    def answers(*command: str) -> bool:
        asked.append(command)
        return there

    monkeypatch.setattr(dev, "answers", answers)
    if there:
        dev.need_compiler()
    else:
        with pytest.raises(SystemExit, match=r"Missing: a C\+\+ compiler.*\n    xcode-select --install"):
            dev.need_compiler()
    assert asked == [("xcode-select", "-p")]


@pytest.mark.parametrize(
    ("program", "heard"),
    [
        ((sys.executable, "-c", "print('C:/VS')"), True),
        ((sys.executable, "-c", ""), False),
        ((sys.executable, "-c", "print('C:/VS'); raise SystemExit(1)"), False),
        (("paddock-has-no-such-program",), False),
    ],
    ids=["answers", "says nothing", "fails", "is not there"],
)
def test_what_counts_as_an_answer(program: tuple[str, ...], *, heard: bool) -> None:
    """`vswhere` ends well and says nothing where no compiler is installed."""
    assert dev.answers(*program) is heard


def test_only_linux_is_told_of_its_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere a `.venv` that cannot be made is its own failure, not a missing Debian package."""

    def fail(command: list[Any], **_how: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    calls: Callable[..., int] = lambda _command: 1  # noqa: E731
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "Scripts" / "python.exe")
    monkeypatch.setattr(subprocess, "call", calls)
    monkeypatch.setattr(subprocess, "check_call", fail)
    with pytest.raises(subprocess.CalledProcessError):
        dev.set_up("")


def test_a_terminal_that_lacks_a_letter_still_gets_the_rest() -> None:
    """What a Windows writes to a file has few letters, and a compiler may say any."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    told = subprocess.run(
        [sys.executable, Path(dev.__file__), "--help"], env=environment, capture_output=True, check=False, timeout=60
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"dev.py run [ARGS?]" in told.stdout
