"""When the window is killed without a word, no worker of its stays behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys

import pytest

from tests.process.harness import PATIENCE_S, Heard, echo_command, module_environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="waits for a stranger's end by pidfd_open(2)"),
]


def wait_for_the_end_of(process_id: int) -> None:
    """Wait for a process that is not our child. A zombie that its new parent has yet to collect counts as ended."""
    try:
        descriptor = os.pidfd_open(process_id)
    except ProcessLookupError:
        return
    try:
        assert select.select([descriptor], [], [], PATIENCE_S)[0], "the worker outlived its window"
    finally:
        os.close(descriptor)


@pytest.mark.parametrize("occupation", ["say", "hang"])
def test_a_worker_dies_with_a_window_killed_without_a_word(occupation: str) -> None:
    """Idle, the end of its stdin tells it; hanging in C or Python, only the kernel can."""
    for _ in range(6):
        argv = [sys.executable, "-s", "-P", "-m", "tests.process.workers.window", occupation]
        with subprocess.Popen(argv, env=module_environment(), stdout=subprocess.PIPE) as window:
            assert window.stdout
            worker_id = int(window.stdout.readline())
            window.kill()
        wait_for_the_end_of(worker_id)


def test_a_worker_whose_window_died_before_it_could_ask_leaves_at_once() -> None:
    """The parent-death signal is asked for after the start; a death before that is seen by the parent's id."""
    command = echo_command()
    ran = subprocess.run(
        command.argv,
        env={**command.env, "PADDOCK_WINDOW_PID": str(os.getpid() + 1)},
        stdin=subprocess.PIPE,
        capture_output=False,
        check=False,
        timeout=PATIENCE_S,
    )
    assert ran.returncode == 3


def test_a_worker_that_is_deaf_to_sigint_leaves_ctrl_c_to_the_window() -> None:
    heard = Heard(echo_command())
    heard.ask("say")
    os.kill(heard.worker.pid, signal.SIGINT)
    heard.ask("say")
    heard.worker.end()
    assert heard.exit().reason == "closed"
