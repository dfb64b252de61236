"""A virtual screen with a window manager, and the hands and eyes of a person before it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PATIENCE_S = 60.0
# A person's session has none of these: they would change the look, the bus, or compile every module at every start.
_NOT_OURS = ("QT_", "DBUS_", "PYTHONDONTWRITEBYTECODE")


def until(what: str, holds: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait for something to come true outside this process; it has no event to wait for, so it is looked at."""
    deadline = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < deadline, f"not within {patience_s:.0f} s: {what}"
        time.sleep(0.05)


class Screen:
    """Xvfb and a window manager on a display number of their own; use as a context manager."""

    def __init__(self, width: int = 1280, height: int = 860) -> None:
        self._size = f"{width}x{height}x24"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._programs: list[Program] = []
        self.display = ""

    def __enter__(self) -> Self:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read, "rb") as numbers:
            self.display = f":{int(numbers.readline())}"
        self._processes.append(server)
        self._processes.append(
            subprocess.Popen(
                ["openbox"], env=self.environment({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )
        until("the window manager is there", lambda: self.tool("get_num_desktops") not in {"", "0"})
        return self

    def __exit__(self, *_: object) -> None:
        for program in self._programs:  # of a test that failed; one that went well has none left
            program.kill()
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)

    def watch(self, program: Program) -> None:
        """Kill this program with the screen, if it has not ended by then."""
        self._programs.append(program)

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Return an environment in which a program shows itself here."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
        return {**inherited, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", **more}

    def tool(self, *arguments: str) -> str:
        """Run xdotool and return what it prints."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment({}), capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press keys, as `ctrl+n`."""
        self.tool("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.tool("type", "--clearmodifiers", "--delay", "15", text)

    def click(self, x: int, y: int) -> None:
        """Click the left button at a place on the screen, in pixels."""
        self.tool("mousemove", str(x), str(y), "click", "1")

    def window(self, title: str) -> str:
        """Wait for a visible window whose title holds this, focus it, and return its X id."""
        found: list[str] = []

        def seen() -> bool:
            found[:] = self.tool("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        until(f"a window called {title!r}", seen)
        self.tool("windowactivate", "--sync", found[-1])
        return found[-1]

    def picture(self, file: Path) -> Path:
        """Save what the screen shows."""
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment({}), check=True, timeout=30)
        return file


class Program:
    """The real program as a person starts it, with everything it writes under one folder."""

    def __init__(self, screen: Screen, home: Path, *arguments: str, more: Mapping[str, str] | None = None) -> None:
        self.log = home.with_name(home.name + ".log")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "paddock", "--home", str(home), *arguments],
                env=screen.environment(more or {}), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        screen.watch(self)

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def wait(self, patience_s: float = PATIENCE_S) -> int:
        """Wait for its end and return its exit code."""
        return self.process.wait(patience_s)
