"""Starting the tests' own workers and hearing what they say."""

from __future__ import annotations

import os
import queue
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from paddock.process.supervisor import WorkerCommand, WorkerExit, WorkerProcess, worker_command
from tests.process.messages import Answer, Did, Do, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
PATIENCE_S = 60.0


def module_environment() -> dict[str, str]:
    """Return a worker's environment in which the tests can be imported too."""
    paths = (PROJECT / "desktop", PROJECT, sysconfig.get_path("purelib"))
    return {**worker_command("echo").env, "PYTHONPATH": os.pathsep.join(str(path) for path in paths)}


def echo_command(**more: str) -> WorkerCommand:
    """Return how the echo worker is started, with more environment."""
    argv = (sys.executable, "-s", "-P", "-m", "tests.process.workers.echo")
    return WorkerCommand(argv, {**module_environment(), **more})


class Heard:
    """One worker and everything it says, in order."""

    def __init__(self, command: WorkerCommand, **options: Any) -> None:
        self._queue: queue.SimpleQueue[Did | Sum | WorkerExit] = queue.SimpleQueue()
        self.worker: WorkerProcess[Did | Sum] = WorkerProcess.start(
            command, Answer, self._queue.put, self._queue.put, **options
        )

    def next(self) -> Did | Sum | WorkerExit:
        """Wait for what comes next."""
        return self._queue.get(timeout=PATIENCE_S)

    def nothing_for(self, seconds: float) -> None:
        """Wait that long; fail on anything said meanwhile, the exit included."""
        with pytest.raises(queue.Empty):
            self._queue.get(timeout=seconds)

    def ask(self, what: str, text: str = "") -> Did | Sum | WorkerExit:
        """Send one order and wait for what comes next."""
        self.worker.send(Do(1, what, text))
        return self.next()

    def exit(self) -> WorkerExit:
        """Wait for the exit; fail on anything else, and on anything after it."""
        said = self.next()
        assert isinstance(said, WorkerExit), said
        assert self.worker.join(PATIENCE_S)
        assert self._queue.empty()
        return said

    def until_exit(self) -> WorkerExit:
        """Pass over what it still says and return the exit."""
        while not isinstance(said := self.next(), WorkerExit):
            pass
        assert self.worker.join(PATIENCE_S)
        return said


@contextmanager
def echo(**options: Any) -> Iterator[Heard]:
    """Start an echo worker that answers, and see that nothing of it stays behind."""
    heard = Heard(echo_command(), **options)
    try:
        assert heard.ask("say", "ready") == Did(1, "ready")
        yield heard
    finally:
        heard.worker.end()
        assert heard.worker.join(PATIENCE_S)
