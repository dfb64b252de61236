"""A graphics card's driver that ends the engine is done without: the processor computes instead, and that is told."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paddock.engine.client import EngineClient, LoadOptions
from paddock.errors import EngineDied
from paddock.process.supervisor import WorkerCommand, worker_command
from tests.engine.talking import ask, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROJECT = Path(__file__).parents[2]
MODEL = Path("/nowhere.gguf")


@pytest.fixture
def failing_at() -> Iterator[Callable[[str], EngineClient]]:
    made: list[EngineClient] = []

    def make(moment: str) -> EngineClient:
        paths = (PROJECT / "desktop", PROJECT, sysconfig.get_path("purelib"))
        env = {**worker_command("engine").env, "PYTHONPATH": os.pathsep.join(map(str, paths))}
        made.append(
            EngineClient(WorkerCommand((sys.executable, "-s", "-P", "-m", "tests.engine.card_worker", moment), env))
        )
        return made[-1]

    yield make
    for client in made:
        client.close()


def test_a_driver_that_fails_with_a_model_is_told_and_done_without(failing_at: Callable[[str], EngineClient]) -> None:
    client = failing_at("loading")
    info = load(client, MODEL)
    assert (info.gpu_layers, info.gpu_fell_short) == (0, True)
    assert client.waits_s == 0
    assert ask(client, "Hello").finished.reason == "stop"
    pid = client.pid
    assert load(client, MODEL) == info
    assert client.pid == pid, "it is the model that was asked for"


def test_another_model_is_tried_on_the_card_again(failing_at: Callable[[str], EngineClient]) -> None:
    client = failing_at("work")
    for _death in range(2):
        assert load(client, MODEL).gpu_layers == 33
        with pytest.raises(EngineDied):
            ask(client, "Hello")
    assert load(client, MODEL).gpu_fell_short
    assert load(client, MODEL.with_name("other.gguf")).gpu_layers == 33


def test_the_second_death_in_a_row_at_work_is_the_last_on_the_card(failing_at: Callable[[str], EngineClient]) -> None:
    client = failing_at("work")
    assert load(client, MODEL).gpu_layers == 33
    for _death in range(2):
        with pytest.raises(EngineDied):
            ask(client, "Hello")  # starts the engine again by itself
    assert ask(client, "Hello").finished.reason == "stop"
    assert client.loaded is not None
    assert (client.loaded.gpu_layers, client.loaded.gpu_fell_short) == (0, True)


def test_a_model_that_is_not_to_be_on_the_card_never_meets_it(failing_at: Callable[[str], EngineClient]) -> None:
    client = failing_at("loading")
    info = client.load([MODEL], LoadOptions(gpu_layers=0), lambda _: None)
    assert (info.gpu_layers, info.gpu_fell_short) == (0, False)
