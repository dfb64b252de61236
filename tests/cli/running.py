"""Runs the real command line in a process of its own, as a shell would, without a keyring in reach."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
TIMEOUT_S = 120


def environment() -> dict[str, str]:
    """Return this process's environment without a session bus, a screen, or a home of Paddock's own."""
    hidden = {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY", "PADDOCK_HOME"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "PYTHONPATH": str(DESKTOP), "PYTHONWARNINGS": "error", "PYTHONDEVMODE": "0"}


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """Return the one line on standard error; fails where there is more, less, or a traceback."""
        assert "Traceback" not in self.err, self.err
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("paddock: "), self.err
        return lines[0]


@dataclass(frozen=True)
class CommandLine:
    """The command line over one home; `options` are global ones."""

    home: Path
    options: tuple[str, ...] = ()

    @property
    def argv(self) -> list[str]:
        return [sys.executable, "-m", "paddock", "--home", str(self.home), *self.options]

    def __call__(self, *args: str | bytes, stdin: bytes = b"", stdout: int = subprocess.PIPE) -> Ran:
        done = subprocess.run(
            [*self.argv, *args],
            check=False,
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=TIMEOUT_S,
            env=environment(),
        )
        return Ran(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self.argv, *args],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )


def at_terminal(command: CommandLine, args: tuple[str, ...], typed: list[bytes]) -> Ran:
    """Run a command at a terminal of its own and type each line when it is asked for."""
    pty = pytest.importorskip("pty", reason="a terminal that a program can make for another is POSIX's")
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [*command.argv, *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(),
        start_new_session=True,
        preexec_fn=_own_terminal,  # noqa: PLW1509  no threads in this test
    )
    os.close(theirs)
    shown = b""
    waiting = list(typed)
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the terminal is gone with the last process on it
            break
        if not piece:
            break
        shown += piece
        if piece.rstrip(b" ").endswith((b":", b"[y/N]")) and waiting:
            os.write(ours, waiting.pop(0))
    os.close(ours)
    return Ran(running.wait(timeout=TIMEOUT_S), shown.decode(), "")


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
