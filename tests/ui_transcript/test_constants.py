"""The window survives more Qt calls than None has references."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
import paddock.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(3 * sys.getrefcount(None) if sys.getrefcount(None) < 100_000 else 50_000):
    thing.setObjectName("x")
print("alive")
"""


def test_calls_without_a_result_do_not_use_up_none() -> None:
    ended = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "alive"), ended.stderr[-2000:]
