"""Fixtures every test may use."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import dev
import pytest
from hypothesis import HealthCheck, settings

# A run on a submission must not fail by chance: the same cases each time, and however long each takes on a computer
# that is busy with other things. To look for new ones: HYPOTHESIS_SEEK=1.
_BUSY: dict[str, Any] = {"print_blob": True, "deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", derandomize=True, **_BUSY)
settings.register_profile("seek", **_BUSY)
settings.load_profile("seek" if os.environ.get("HYPOTHESIS_SEEK") else "steady")

# Windows of tests are drawn nowhere; what needs a screen starts one of its own (tests/e2e/screen.py).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.patient_bot", "tests.tiny_bert", "tests.tiny_gguf"]


def pytest_unconfigure() -> None:
    """Destroy Qt's application while Python still lives.

    What Qt keeps to the end of the process (copied text, say) may be a Python object; Qt's own exit handlers, which run
    after the interpreter is gone, would end the process with SIGSEGV instead of the tests' exit code.
    """
    if "PySide6.QtWidgets" in sys.modules:
        import shiboken6
        from PySide6.QtWidgets import QApplication

        application = QApplication.instance()
        if isinstance(application, QApplication):
            QApplication.clipboard().clear()
            shiboken6.delete(application)


@pytest.fixture(scope="session")
def starter_model() -> Path:
    """Return the real starter model's file, as `dev.py` fetched it."""
    named = os.environ.get("PADDOCK_TEST_MODEL")
    path = Path(named) if named else dev.starter_path()
    assert path.exists(), "The starter model is missing: run `python3 dev.py test`, which fetches it."
    return path


@pytest.fixture(scope="session")
def embedder_model() -> Path:
    """Return the real embedder's file, as `dev.py` made it."""
    path = dev.embedder_path()
    assert path.exists(), "The embedder is missing: run `python3 dev.py test`, which makes it."
    return path
