"""Calls away from the Qt thread: order, batches, errors, stopping, ending."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread

from paddock.errors import Cancelled, UserError
from paddock.ui.tasks import Call, Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_work_runs_elsewhere_and_the_result_comes_here(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    here = threading.get_ident()
    ran: list[int] = []
    told: list[int] = []

    def take(ident: int) -> None:
        ran.append(ident)
        told.append(threading.get_ident())

    tasks.do(owner, threading.get_ident, take)
    qtbot.waitUntil(lambda: bool(told))
    assert ran[0] != here
    assert told == [here]
    assert QThread.currentThread() is tasks.thread()


def test_one_lane_keeps_order_and_others_go_beside(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    gate = threading.Event()
    order: list[str] = []

    def first() -> None:
        gate.wait(10)
        order.append("first")

    tasks.do(owner, first, lane="one")
    tasks.do(owner, lambda: order.append("second"), lane="one")
    tasks.do(owner, lambda: order.append("beside"), lambda _none: gate.set(), lane="two")
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["beside", "first", "second"]


def test_events_come_in_batches_and_before_the_end(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    got: list[Any] = []
    batches: list[int] = []

    def work(report: Any) -> str:
        for number in range(5_000):
            report(number)
        return "end"

    def take(batch: list[Any]) -> None:
        got.extend(batch)
        batches.append(len(batch))

    tasks.run(Call(work, owner, done=got.append, events=take))
    qtbot.waitUntil(lambda: bool(got) and got[-1] == "end")
    assert got == [*range(5_000), "end"]
    assert len(batches) < 100


def test_errors_go_to_who_takes_them_else_to_all(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    def fail(error: Exception) -> Any:
        def work() -> None:
            raise error

        return work

    taken: list[UserError] = []
    with qtbot.waitSignal(tasks.failed) as failed, qtbot.waitSignal(tasks.broke) as broke:
        tasks.do(owner, fail(UserError("mine")), failed=taken.append)
        tasks.do(owner, fail(UserError("nobody's")))
        tasks.do(owner, fail(ValueError("a bug")))
    qtbot.waitUntil(lambda: bool(taken))
    assert [error.what for error in taken] == ["mine"]
    assert failed.args[0].what == "nobody's"
    assert isinstance(broke.args[0], ValueError)


def test_a_cancelled_call_is_no_failure_but_ends(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    def work(_report: Any) -> None:
        raise Cancelled("Stopped.")

    ended: list[int] = []
    said: list[object] = []
    tasks.failed.connect(said.append)
    tasks.run(Call(work, owner, failed=said.append, ended=lambda: ended.append(1)))
    qtbot.waitUntil(lambda: bool(ended))
    assert not said


def test_nobody_is_called_once_the_owner_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gate = QObject(), threading.Event()
    told: list[object] = []
    tasks.do(owner, lambda: gate.wait(10), told.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(tasks.idle):
        gate.set()
    assert not told


def test_closing_stops_waits_and_runs_what_a_lane_still_holds(qtbot: QtBot, owner: QObject) -> None:
    tasks = Tasks()
    gate = threading.Event()
    order: list[str] = []

    def work(_report: Any) -> None:
        gate.wait(10)
        order.append("stopped")

    tasks.run(Call(work, owner, stop=gate.set, lane="drafts"))
    tasks.do(owner, lambda: order.append("kept"), lambda _none: order.append("told"), lane="drafts")
    assert tasks.close()
    assert order == ["stopped", "kept"]
    tasks.do(owner, lambda: order.append("late"))
    assert not tasks.busy


def test_closing_says_when_something_does_not_end(qtbot: QtBot, owner: QObject) -> None:
    tasks, gate = Tasks(), threading.Event()
    tasks.do(owner, lambda: gate.wait(10))
    assert not tasks.close(patience_s=0.05)
    gate.set()
    assert tasks.close()


def test_a_system_that_gives_no_further_thread_is_no_bug_and_loses_no_call(
    qtbot: QtBot, tasks: Tasks, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    ran: list[str] = []

    def first() -> None:
        gate.wait(10)
        ran.append("first")

    def wants_a_thread() -> None:
        threading.Thread(target=gate.wait).start()

    tasks.do(owner, first)
    monkeypatch.setattr(threading.Thread, "start", _refuse)
    said: list[UserError] = []
    broke: list[BaseException] = []
    tasks.broke.connect(broke.append)
    tasks.do(owner, lambda: ran.append("second"))
    tasks.do(owner, wants_a_thread, failed=said.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(said))
    assert ran == ["first", "second"]
    assert [error.what for error in said] == ["The system gives Paddock no further thread."]
    assert broke == []


def _refuse(_thread: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")  # as threading says it
