"""What ended a process is told by the status it left, as each system writes it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from paddock.process.endings import signal_of


@pytest.mark.parametrize(
    ("returncode", "name"),
    [
        (0, ""),
        (1, ""),
        (127, ""),
        (-11, "SIGSEGV"),
        (-1000, ""),
        (0xC0000005, "SIGSEGV"),
        (0xC000001D, "SIGILL"),
        (0xC0000006, "SIGBUS"),
        (0xC0000409, "SIGABRT"),
    ],
)
def test_a_signal_has_a_name_and_so_has_a_crash_on_windows(returncode: int, name: str) -> None:
    assert signal_of(returncode) == name


def test_a_process_that_gave_up_is_told_as_such() -> None:
    code = "import faulthandler, os; faulthandler.enable(); os.abort()"
    ended = subprocess.run([sys.executable, "-c", code], check=False, stderr=subprocess.DEVNULL)
    assert signal_of(ended.returncode) == "SIGABRT"
