"""Locks itself as it is told in JSON on the command line, tries things, and prints what happened as JSON."""

from __future__ import annotations

import ctypes
import json
import mmap
import resource
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unittest import mock

from paddock.process.confine import Allowed, landlock, lock_window, lock_worker, probe, seccomp

PR_GET_DUMPABLE = 3

SOCKET_PROGRAM = """
import socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_UNIX):
    try:
        socket.socket(family, socket.SOCK_DGRAM).close()
        print("open")
    except OSError as error:
        print(error.errno)
"""


def outcome(action: Any) -> str:
    """Return "done", or the name of what was raised."""
    try:
        action()
    except (OSError, MemoryError, RuntimeError) as error:
        return type(error).__name__
    return "done"


def in_a_thread() -> None:
    """Start a thread and see that it is bound as well."""
    seen: list[str] = []
    thread = threading.Thread(target=lambda: seen.append(outcome(Path("/etc/passwd").read_bytes)))
    thread.start()
    thread.join()
    if seen != ["PermissionError"]:
        raise RuntimeError(seen)


def try_things(order: dict[str, Any]) -> dict[str, Any]:
    """Try each thing the order names."""

    def opening(path: str, mode: str) -> str:
        return outcome(lambda: Path(path).open(mode).close())

    modes = {"write": "r+b", "create": "xb"}
    tried: dict[str, Any] = {
        doing: {name: opening(path, mode) for name, path in order[doing].items()}
        for doing, mode in modes.items()
        if doing in order
    }
    tried["read"] = {name: outcome(Path(path).read_bytes) for name, path in order.get("read", {}).items()}
    if "thread" in order:
        tried["thread"] = outcome(in_a_thread)
    if "map_bytes" in order:
        tried["map"] = outcome(lambda: mmap.mmap(-1, order["map_bytes"]).close())
    if "program" in order:
        ran = subprocess.run(
            [sys.executable, "-I", "-c", SOCKET_PROGRAM], capture_output=True, text=True, check=True, timeout=60
        )
        tried["program"] = ran.stdout.split()
    return tried


def lock(order: dict[str, Any]) -> Any:
    """Lock this process; `without` takes a mechanism away, as an older kernel would."""
    allowed = Allowed(
        read_files=tuple(Path(path) for path in order.get("read_files", ())),
        read_folders=tuple(Path(path) for path in order.get("read_folders", ())),
        devices=tuple(Path(path) for path in order.get("devices", ())),
        memory_bytes=order.get("memory_bytes"),
    )
    without = order.get("without", ())
    with mock.patch.object(landlock, "abi", landlock.abi if "landlock" not in without else lambda _kernel: 0):
        refused = mock.Mock(side_effect=OSError(38, "Function not implemented"))
        with mock.patch.object(seccomp, "install", refused if "seccomp" in without else seccomp.install):
            return lock_window() if order["as"] == "window" else lock_worker(allowed)


def main() -> None:
    """Read the order, lock, try, and tell."""
    order = json.loads(sys.argv[1])
    if order.get("busy"):
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    try:
        mechanism = lock(order)
    except RuntimeError as error:
        print(json.dumps({"refused": str(error)}))  # noqa: T201 - its answer
        return
    answer: dict[str, Any] = {
        "mechanism": asdict(mechanism),
        "probe": [asdict(result) for result in probe(order["as"])],
    }
    answer["core_limits"] = resource.getrlimit(resource.RLIMIT_CORE)
    answer["dumpable"] = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
    answer |= try_things(order)
    print(json.dumps(answer))  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
