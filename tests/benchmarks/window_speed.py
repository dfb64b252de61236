"""The window: how soon it takes a key, what it weighs, and how long its event loop ever stands still."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dev

from tests.benchmarks.figures import Figure
from tests.benchmarks.window_child import ADDRESS_VARIABLE
from tests.e2e.screen import Screen
from tests.fetcher.authority import make_authority
from tests.fetcher.server import serving

if TYPE_CHECKING:
    from collections.abc import Mapping

ROUNDS = 7
FETCHED_BYTES = 400_000_000
ROOT = Path(__file__).parents[2]


def figures() -> list[Figure]:
    """Measure on a virtual screen of its own, the minimal window and ours in turn."""
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        _child(screen, home, "prepare")
        ours, least = [], []
        for _ in range(ROUNDS):
            least.append(_until_ready(screen, ["tests.benchmarks.minimal_window"]))
            ours.append(_until_ready(screen, ["tests.benchmarks.window_child", str(home), "start"]))
        heavy = _child(screen, home, "memory")
        stream = _child(screen, home, "stream")
        opened = _child(screen, home, "open")
    mine, theirs = statistics.median(ours), statistics.median(least)
    return [
        Figure(
            "window takes a key ÷ minimal window", mine / theirs, "", 2.5, at_most=True,
            measured=f"{mine * 1000:.0f} ms", yardstick=f"{theirs * 1000:.0f} ms",
        ),
        Figure("window's memory with a chat of 100 messages", heavy["rss_mb"], "MB", 150, at_most=True),
        Figure(
            "longest stall while 20 kB stream", stream["stall_ms"], "ms", 50, at_most=True,
            measured=f"{stream['characters']:,} characters in {stream['seconds']:.1f} s",
        ),
        Figure("opening the chat of 5,000 messages", opened["open_ms"], "ms", 300, at_most=True),
        Figure("longest stall while scrolling through it", opened["stall_ms"], "ms", 50, at_most=True),
    ]  # fmt: skip


def dropping() -> list[Figure]:
    """Measure a drop of 2,500 files on a window of its own."""
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        _child(screen, home, "prepare")
        dropped = _child(screen, home, "drop")
    return [
        Figure(
            "longest stall while 2,500 dropped files are read", dropped["stall_ms"], "ms", 50, at_most=True,
            measured=f"all read in {dropped['seconds']:.0f} s",
        )
    ]  # fmt: skip


def models() -> list[Figure]:
    """Measure the page of models as it opens, and while a model comes from a server on this computer."""
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        _child(screen, home, "prepare")
        opened = _child(screen, home, "models")
        authority = make_authority(Path(folder))
        with serving(authority.server_context()) as shelf:
            starter = dev.starter_path().read_bytes()
            shelf.files["/fetched.gguf"] = starter + bytes(FETCHED_BYTES - len(starter))
            from_here = {"SSL_CERT_FILE": str(authority.file), ADDRESS_VARIABLE: f"{shelf.url}/fetched.gguf"}
            fetched = _child(screen, home, "fetch", from_here)
    return [
        Figure("longest stall while the page of models opens", opened["page_ms"], "ms", 50, at_most=True),
        Figure(
            "longest stall while its catalogue opens", opened["catalogue_ms"], "ms", 50, at_most=True,
            measured=f"{opened['rows']} rows",
        ),
        Figure("longest stall while its hub search opens", opened["hub_ms"], "ms", 50, at_most=True),
        Figure(
            "longest stall while a model is fetched and arrives", fetched["stall_ms"], "ms", 50, at_most=True,
            measured=f"{FETCHED_BYTES / 1e6:,.0f} MB in {fetched['seconds']:.1f} s",
        ),
    ]  # fmt: skip


def _until_ready(screen: Screen, module: list[str]) -> float:
    """Return the seconds from starting Python to the line that says a key was taken."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *module], env=screen.environment({}), cwd=ROOT, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        took = time.perf_counter() - started
        assert line.startswith(b"ready"), line
    return took


def _child(screen: Screen, home: Path, what: str, more: Mapping[str, str] | None = None) -> dict[str, Any]:
    printed = subprocess.check_output(
        [sys.executable, "-m", "tests.benchmarks.window_child", str(home), what],
        env=screen.environment(more or {}), cwd=ROOT, timeout=300,
    )  # fmt: skip
    result: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return result
