"""A window in a process of its own that tells what it shows (see `telling`), and the hand that clicks in it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from tests.e2e.screen import until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.e2e.screen import Screen


_LOOKS = 6


class ToldWindow:
    """`python -m MODULE ARGUMENTS…`, and what it last told; its log lies beside the home."""

    def __init__(
        self, screen: Screen, home: Path, module: str, *arguments: str, more: Mapping[str, str] | None = None
    ) -> None:
        self.screen = screen
        self.log = home.with_name("window.log")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                env=screen.environment(more or {}), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        self._last: dict[str, Any] = {}
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._last = json.loads(line)

    def __getitem__(self, name: str) -> Any:
        """Return what was last told under this name; None before anything was."""
        return self._last.get(name)

    def stands(self, name: str) -> bool:
        """Tell whether a thing is there and does not move."""
        return name in (self["places"] or {})

    def click(self, name: str) -> None:
        """Click a thing once it is there, stands still, and nothing is under way."""
        seen: list[object] = []

        def stands_still() -> bool:
            """Look several times: what was just told to be gone may move others a moment later."""
            seen.append(self["places"][name] if self.stands(name) and not self["busy"] else None)
            return seen[-1] is not None and seen[-_LOOKS:] == [seen[-1]] * _LOOKS

        until(f"{name!r} is there", stands_still)
        self.screen.click(*self["places"][name])

    def end(self) -> None:
        """Kill it unless it has ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        self._listener.join(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
