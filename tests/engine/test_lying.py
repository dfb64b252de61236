"""An engine that a hostile model took over cannot hold up the window, nor hand it what nobody can keep or show."""

from __future__ import annotations

import os
import sys
import sysconfig
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paddock.engine.client import CancelToken
from paddock.engine.link import EngineLink
from paddock.engine.protocol import Delta, Finished, Generate, Load, ModelInfo, Turn
from paddock.errors import Cancelled, EngineDied, UserError
from paddock.process.supervisor import WorkerCommand, worker_command
from tests.engine.lying_worker import LIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.engine.protocol import PromptProgress

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2]
ASKED = Generate(id=7, turns=(Turn("user", "Hello"),))


def link_to(lie: str) -> EngineLink:
    paths = (PROJECT / "desktop", PROJECT, sysconfig.get_path("purelib"))
    command = WorkerCommand(
        (sys.executable, "-s", "-P", "-m", "tests.engine.lying_worker", lie),
        {**worker_command("engine").env, "PYTHONPATH": os.pathsep.join(map(str, paths))},
    )
    link = EngineLink(command, 60.0, stops_within_s=0.3)
    link.load(Load(files=("/nowhere",)), ModelInfo, lambda _: None, CancelToken())
    return link


@pytest.fixture
def endless() -> Iterator[EngineLink]:
    link = link_to("endless")
    yield link
    link.end()


def test_an_engine_that_goes_on_when_told_to_stop_is_ended(endless: EngineLink) -> None:
    cancel = CancelToken()
    heard = threading.Event()

    def stop_at_the_first_word(event: PromptProgress | Delta) -> None:
        if isinstance(event, Delta) and not heard.is_set():
            heard.set()
            cancel.cancel()

    with pytest.raises(Cancelled):
        endless.ask(ASKED, Finished, stop_at_the_first_word, cancel)
    assert heard.is_set()
    assert not endless.alive


@pytest.mark.parametrize("error", [UserError("The disk is full."), ValueError("a bug")])
def test_what_the_listener_raises_stops_the_engine_whatever_it_is(endless: EngineLink, error: Exception) -> None:
    def fail(_event: PromptProgress | Delta) -> None:
        raise error

    with pytest.raises(type(error)) as raised:
        endless.ask(ASKED, Finished, fail, CancelToken())
    assert raised.value is error
    assert not endless.alive


@pytest.mark.parametrize("lie", sorted(LIES))
def test_numbers_that_nothing_can_keep_are_not_believed(lie: str) -> None:
    link = link_to(lie)
    try:
        with pytest.raises(EngineDied, match="no engine says"):
            link.ask(ASKED, Finished, lambda _: None, CancelToken())
    finally:
        link.end()


def test_the_same_numbers_within_reason_are_believed() -> None:
    link = link_to("truth")
    try:
        assert link.ask(ASKED, Finished, lambda _: None, CancelToken()).timings.answer_tokens == 1
    finally:
        link.end()
