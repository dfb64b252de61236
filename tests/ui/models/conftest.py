"""What the tests of the models' page share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def licensed_gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a tiny model under a licence that asks to be agreed to."""
    return write_tiny_gguf(tmp_path_factory.mktemp("licensed") / "licensed.gguf", seed=8, licence="llama3.2")
