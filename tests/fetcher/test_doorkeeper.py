"""The doorkeeper with fetchers that only act: several errands, one process each, none able to harm another."""

from __future__ import annotations

import os
import queue
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.fetcher.client import Errands
from paddock.fetcher.door import Door
from paddock.fetcher.doorkeeper import AT_ONCE, MAX_WAITING
from paddock.fetcher.environment import fetching_environment
from paddock.fetcher.protocol import (
    Arrived,
    CatalogueChoice,
    Failed,
    Fetch,
    Found,
    HubChoice,
    LookUp,
    Progress,
    Search,
    Started,
)
from paddock.process.supervisor import WorkerCommand
from tests.process.harness import PATIENCE_S, module_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.fetcher.environment import Places
    from paddock.fetcher.protocol import Answer, Order

pytestmark = pytest.mark.slow


@dataclass
class Asking:
    """A window that asks, and hears each errand's answers."""

    door: Door
    errands: Errands
    heard: dict[int, queue.SimpleQueue[Answer]] = field(default_factory=dict)

    def ask(self, order: Order) -> int:
        self.heard[order.id] = queue.SimpleQueue()
        self.errands.ask(order, self.heard[order.id].put)
        return order.id

    def fetch(self, name: str) -> int:
        return self.ask(Fetch(self.errands.new_id(), CatalogueChoice(name, "Q8_0")))

    def next(self, errand: int) -> Answer:
        return self.heard[errand].get(timeout=PATIENCE_S)

    def started(self, errand: int) -> int:
        """Wait for an errand's fetcher and return its process id."""
        answer = self.next(errand)
        assert isinstance(answer, Started), answer
        return int(answer.file_name.removesuffix(".gguf"))

    def failed(self, errand: int) -> Failed:
        answer = self.next(errand)
        assert isinstance(answer, Failed), answer
        return answer

    def is_silent(self, errand: int) -> bool:
        """Return whether nothing was said of an errand, though the doorkeeper has answered a later question."""
        number = self.ask(Search(self.errands.new_id(), "words"))
        assert isinstance(self.next(number), Found)
        return self.heard[errand].empty()


@contextmanager
def asking(places: Places) -> Iterator[Asking]:
    argv = (sys.executable, "-s", "-P", "-m", "tests.fetcher.workers.acting_doorkeeper")
    door = Door.open(WorkerCommand(argv, {**module_environment(), **fetching_environment(os.environ, places)}))
    errands = Errands(door)
    try:
        yield Asking(door, errands)
    finally:
        errands.close()


def gone(process_id: int) -> bool:
    """Return whether a process has ended, waiting for it for a while."""
    try:
        psutil.Process(process_id).wait(PATIENCE_S)
    except psutil.NoSuchProcess:
        return True
    except psutil.TimeoutExpired:
        return False
    return True


def test_two_run_at_once_and_the_third_waits_its_turn(places: Places) -> None:
    with asking(places) as window:
        first, second, third = (window.fetch("hangs") for _ in range(AT_ONCE + 1))
        window.started(first)
        window.started(second)
        assert window.is_silent(third), "a search waits for no download, and the third waits"
        window.errands.stop(first)
        assert window.failed(first).reason == "stopped"
        window.started(third)
        assert window.heard[second].empty()
        assert window.errands.times_asked == AT_ONCE + 2


def test_one_that_waits_can_be_stopped_and_is_never_begun(places: Places) -> None:
    with asking(places) as window:
        running = [window.fetch("hangs") for _ in range(AT_ONCE)]
        waiting = window.fetch("arrives")
        window.errands.stop(waiting)
        assert window.failed(waiting).reason == "stopped"
        for errand in running:
            window.started(errand)
            window.errands.stop(errand)
            assert window.failed(errand).reason == "stopped"
        assert window.is_silent(waiting)


def test_stopping_ends_the_fetcher_itself(places: Places) -> None:
    with asking(places) as window:
        errand = window.fetch("hangs")
        process_id = window.started(errand)
        window.errands.stop(errand)
        assert window.failed(errand).reason == "stopped"
        assert gone(process_id)
        window.errands.stop(errand)  # again, and too late: nothing happens
        arriving = window.fetch("arrives")
        window.started(arriving)
        assert isinstance(window.next(arriving), Arrived)


@pytest.mark.parametrize(("name", "how"), [("dies", "SIGKILL"), ("raves", "SIGTERM"), ("ends", "ended")])
def test_a_fetcher_that_fails_is_told_and_harms_no_other(name: str, how: str, places: Places) -> None:
    with asking(places) as window:
        other, errand = window.fetch("hangs"), window.fetch(name)
        window.started(other)
        window.started(errand)
        failed = window.failed(errand)
        assert failed.reason == "error"
        assert f"ended unexpectedly ({how}" in failed.why
        assert "kept" in failed.next_step
        assert window.is_silent(other)


def test_a_fetcher_speaks_for_its_own_errand_alone(places: Places) -> None:
    with asking(places) as window:
        errand, other = window.fetch("lies"), window.fetch("hangs")
        window.started(errand)
        window.started(other)
        assert window.next(errand) == Progress(errand, 7, 7)
        arrived = window.next(errand)
        assert isinstance(arrived, Arrived)
        assert arrived.id == errand
        assert window.is_silent(other)


def test_a_number_that_is_taken_and_a_queue_that_is_full_are_refused(places: Places) -> None:
    with asking(places) as window:
        running = [window.fetch("hangs") for _ in range(AT_ONCE)]
        for errand in running:
            window.started(errand)
        for _ in range(MAX_WAITING):
            window.fetch("hangs")
        assert "Too much" in window.failed(window.fetch("hangs")).what
        window.door.ask(Fetch(running[0], CatalogueChoice("arrives", "Q8_0")))
        assert "Too much" in window.failed(running[0]).what


def test_with_the_doorkeeper_all_fetchers_end_and_every_errand_is_told(places: Places) -> None:
    with asking(places) as window:
        errands = [window.fetch("hangs") for _ in range(AT_ONCE + 1)]
        fetchers = [window.started(errand) for errand in errands[:AT_ONCE]]
        window.errands.close()
        for errand in errands:
            assert "has ended" in window.failed(errand).why
        assert all(map(gone, fetchers))
        assert not window.errands.alive
        assert "Close Paddock and open it again" in window.failed(window.fetch("arrives")).next_step


def test_with_a_doorkeeper_that_is_killed_all_fetchers_end(places: Places) -> None:
    with asking(places) as window:
        errand = window.fetch("hangs")
        fetcher = window.started(errand)
        psutil.Process(window.door.pid).kill()
        assert "has ended" in window.failed(errand).why
        assert gone(fetcher)


@pytest.mark.parametrize(
    "order",
    [
        Fetch(1000, HubChoice("own/tiny", "Model (1).gguf")),
        Fetch(1000, HubChoice("own/tiny", "below/Äpfel.gguf")),
        Fetch(1000, HubChoice("own/tiny", "tiny.gguf\n")),
        Fetch(1000, HubChoice("own/tiny", "tiny.gguf"), token="two words"),
        LookUp(1000, HubChoice("own/tiny", "\ud800.gguf")),
    ],
)
def test_a_name_that_is_not_asked_for_costs_nobody_else_anything(order: Order, places: Places) -> None:
    with asking(places) as window:
        other = window.fetch("hangs")
        window.started(other)
        failed = window.failed(window.ask(order))
        assert failed.what == "This cannot be fetched by Paddock."
        assert window.is_silent(other)
        assert window.errands.times_asked == 2
