"""Engines for the tests of this room; each is ended, and looked after: no process may outlive its client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.engine.client import EngineClient
from paddock.process.supervisor import worker_command
from tests.engine.talking import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def engine(tiny_gguf: Path) -> Iterator[EngineClient]:
    """Return an engine with the tiny model loaded, shared by a file's tests."""
    client = EngineClient(worker_command("engine"))
    load(client, tiny_gguf)
    yield client
    end(client)


@pytest.fixture
def client() -> Iterator[EngineClient]:
    """Return an engine client of a test's own, with nothing loaded and little patience."""
    client = EngineClient(worker_command("engine"), silence_timeout_s=20)
    yield client
    end(client)


def end(client: EngineClient) -> None:
    pid = client.pid
    client.close()
    assert pid is None or not psutil.pid_exists(pid)
    assert client.state == "off"
