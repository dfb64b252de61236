"""Fixtures every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import dev
import pytest

pytest_plugins = ["tests.tiny_gguf"]


@pytest.fixture(scope="session")
def starter_model() -> Path:
    """Return the real starter model's file, as `dev.py` fetched it."""
    named = os.environ.get("PADDOCK_TEST_MODEL")
    path = Path(named) if named else dev.starter_path()
    assert path.exists(), "The starter model is missing: run `python3 dev.py test`, which fetches it."
    return path
