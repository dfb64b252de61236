"""pytest-qt's hands with more patience: on a busy computer what is waited for comes, and comes late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.wait_signal import SignalBlocker

PATIENCE_MS: Final = 30_000


class PatientBot(QtBot):
    """Waits longer than pytest-qt's five seconds where a test does not say how long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Wait until it holds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> SignalBlocker:
        """Wait for a signal at the block's end."""
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """Return hands that are patient, in the place of pytest-qt's own."""
    del qapp  # there has to be one
    return PatientBot(request)
