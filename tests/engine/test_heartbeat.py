"""A window that waits for a graphics card hears that work goes on, for as long as it does and no longer."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from paddock.engine.heartbeat import Heartbeat
from paddock.engine.stoppable import Stoppable

if TYPE_CHECKING:
    import pytest

PATIENCE_S = 30.0


def names() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def test_it_beats_while_entered() -> None:
    third = threading.Event()
    beats: list[int] = []

    def beat() -> None:
        beats.append(1)
        if len(beats) == 3:
            third.set()

    with Heartbeat(beat, 0.001):
        assert third.wait(PATIENCE_S)
    assert "heartbeat" not in names()


def test_a_window_that_is_gone_ends_it_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    asked = threading.Event()

    def beat() -> None:
        asked.set()
        raise BrokenPipeError

    with Heartbeat(beat, 0.001):
        assert asked.wait(PATIENCE_S)
    assert capfd.readouterr() == ("", "")


def test_only_a_card_needs_it() -> None:
    def made(*, on_card: bool) -> Stoppable:
        llama: Any = SimpleNamespace(ggml_abort_callback=lambda it: it, llama_set_abort_callback=lambda *_: None)
        return Stoppable(llama, None, on_card=on_card)

    with made(on_card=False).beating(lambda: None):
        assert "heartbeat" not in names()
    with made(on_card=True).beating(lambda: None):
        assert "heartbeat" in names()
    assert "heartbeat" not in names()
