"""A graphics card that does not do what it was asked for is told at the terminal, beside the answer."""

from __future__ import annotations

import io
import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paddock.app import Paddock
from paddock.cli.ask import load
from paddock.cli.terminal import Terminal
from paddock.engine.cancelling import CancelToken
from paddock.home import Home
from paddock.process.supervisor import WorkerCommand, worker_command
from tests.engine.card_worker import NOTE
from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def paddock(tmp_path: Path) -> Iterator[Paddock]:
    paths = (PROJECT / "desktop", PROJECT, sysconfig.get_path("purelib"))
    env = {**worker_command("engine").env, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    argv = (sys.executable, "-s", "-P", "-m", "tests.engine.card_worker", "loading")
    made = Paddock(Home.under(tmp_path), engine_command=WorkerCommand(argv, env))
    made.home.models.mkdir(parents=True, exist_ok=True)
    write_tiny_gguf(made.home.models / "tiny.gguf")
    yield made
    made.close()


def test_the_driver_that_failed_is_told(paddock: Paddock) -> None:
    out, err = io.StringIO(), io.StringIO()
    info = load(paddock, paddock.models.default("tiny"), None, Terminal(out, err), CancelToken())
    assert info.gpu_fell_short
    assert (out.getvalue(), err.getvalue()) == ("", f"paddock: {NOTE}\n")
