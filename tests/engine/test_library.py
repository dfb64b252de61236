"""llama.cpp's interface is found in the bare environment that a worker gets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import paddock

SHOWING_PATH = """
import os
from paddock.engine.library import import_llama
import_llama()
print("PATH" in os.environ)
"""


def test_llama_is_imported_where_no_path_is_set() -> None:
    """On Windows the package puts its folder in front of PATH, and a worker's environment has none."""
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    environment["PYTHONPATH"] = str(Path(paddock.__file__).parent.parent)
    told = subprocess.run(
        [sys.executable, "-c", SHOWING_PATH], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (told.returncode, told.stdout) == (0, "True\n"), told.stderr
