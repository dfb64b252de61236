"""Starts `tests/vault/child.py` and reads what it tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def start(job: str, **about: object) -> subprocess.Popen[str]:
    """Start a job; its stdin and stdout are pipes."""
    about = {name: str(value) if isinstance(value, Path) else value for name, value in about.items()}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.vault.child", job, json.dumps(about)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run(job: str, **about: object) -> tuple[int, list[Any]]:
    """Run a job to its end; return its exit status and what it told."""
    with start(job, **about) as process:
        said, _ = process.communicate(timeout=120)
        return process.returncode, [json.loads(line) for line in said.splitlines()]
