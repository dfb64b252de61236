"""One worker's life: it answers, misbehaves, dies or is ended, and nothing of it stays behind."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.process.supervisor import WorkerCommand, WorkerExit, WorkerProcess, worker_command
from tests.process.harness import PATIENCE_S, Heard, echo, echo_command
from tests.process.messages import Answer, Did, Do

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow


def test_it_answers_and_is_closed() -> None:
    with echo() as heard:
        assert heard.ask("say", "Grüße, 世界") == Did(1, "Grüße, 世界")
        assert heard.worker.alive
        heard.worker.end()
        assert heard.exit().reason == "closed"
        assert not heard.worker.alive


def test_what_libraries_print_never_enters_the_wire() -> None:
    with echo() as heard:
        assert heard.ask("print", "after") == Did(1, "after")
        heard.worker.end()
        tail = heard.exit().stderr_tail
        for words in ("printed by Python", "printed by C", "written to descriptor 1", "printed by a program"):
            assert words in tail


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV", "SIGILL"])
def test_a_worker_that_is_killed_is_reported_once_with_the_signal(name: str) -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "kill self", name))
        exited = heard.exit()
        assert (exited.reason, exited.signal_name, exited.returncode) == ("signal", name, -signal.Signals[name])


def test_a_worker_that_aborts_behind_its_walls_still_dies_by_that_signal() -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "lock and abort"))
        assert heard.exit().signal_name == "SIGABRT"


def test_a_worker_that_leaves_by_itself_is_reported_with_its_status_and_complaints() -> None:
    with echo() as heard:
        heard.ask("complain", "it is too warm here")
        heard.worker.send(Do(1, "leave", "7"))
        exited = heard.exit()
        assert (exited.reason, exited.returncode, exited.signal_name) == ("ended", 7, "")
        assert exited.stderr_tail == "it is too warm here"
        assert "too warm" not in repr(exited)


def test_only_the_last_of_many_complaints_is_kept() -> None:
    with echo() as heard:
        heard.ask("complain", "x" * 1_000_000 + "the end")
        heard.worker.end()
        tail = heard.exit().stderr_tail
        assert len(tail) == 8192
        assert tail.endswith("the end")


@pytest.mark.parametrize("garbage", ["00000000", "ffffffff", "01000000c0", "050000000102", "03000000ffffff"], ids=str)
def test_a_worker_that_breaks_the_protocol_is_ended(garbage: str) -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "garbage", garbage))
        assert heard.exit().reason == "protocol"


def test_a_frame_over_the_cap_is_refused_and_its_sender_ended() -> None:
    with echo(max_frame_bytes=1000) as heard:
        assert heard.ask("say", "x" * 900) == Did(1, "x" * 900)
        heard.worker.send(Do(1, "say", "x" * 1100))
        assert heard.exit().reason == "protocol"


def test_a_worker_that_closes_the_wire_and_lives_on_is_ended() -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "fall silent"))
        assert heard.exit().reason == "protocol"


def test_a_dead_worker_is_noticed_even_while_a_child_of_its_own_holds_the_wire() -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "leave a child"))
        assert heard.exit().signal_name == "SIGKILL"


def test_silence_while_an_answer_is_owed_ends_it_as_hung() -> None:
    with echo(silence_timeout_s=0.3) as heard:
        heard.worker.expect_answers(True)
        began = time.monotonic()
        heard.worker.send(Do(1, "hang"))
        assert heard.exit().reason == "hung"
        assert 0.3 <= time.monotonic() - began < 10


def test_a_stopped_worker_is_hung_too() -> None:
    with echo(silence_timeout_s=0.2) as heard:
        os.kill(heard.worker.pid, signal.SIGSTOP)
        heard.worker.expect_answers(True)
        assert heard.exit().reason == "hung"


def test_silence_while_nothing_is_owed_is_allowed() -> None:
    with echo(silence_timeout_s=2.0) as heard:
        heard.worker.expect_answers(True)
        heard.ask("say")
        heard.worker.expect_answers(False)
        heard.nothing_for(2.5)
        assert heard.ask("say", "still here") == Did(1, "still here")


def test_any_frame_is_a_sign_of_life() -> None:
    with echo(silence_timeout_s=2.0) as heard:
        heard.worker.expect_answers(True)
        end = time.monotonic() + 3.0
        while time.monotonic() < end:
            assert heard.ask("say", "x") == Did(1, "x")
            heard.nothing_for(0.3)
        heard.worker.send(Do(1, "hang"))
        assert heard.exit().reason == "hung"


def test_a_worker_deaf_to_sigterm_is_killed_after_the_grace() -> None:
    with echo() as heard:
        assert heard.ask("hang stubbornly", "deaf now") == Did(1, "deaf now")
        began = time.monotonic()
        heard.worker.end(grace_s=0.2)
        assert time.monotonic() - began >= 0.2
        exited = heard.exit()
        assert (exited.reason, exited.signal_name) == ("closed", "SIGKILL")


def test_ending_is_idempotent_and_safe_from_many_threads() -> None:
    with echo() as heard:
        enders = [threading.Thread(target=heard.worker.end) for _ in range(8)]
        for thread in enders:
            thread.start()
        for thread in enders:
            thread.join(PATIENCE_S)
        heard.worker.end()
        assert heard.exit().reason == "closed"
        with pytest.raises(BrokenPipeError):
            heard.worker.send(Do(1, "say"))


def test_a_worker_that_does_not_read_never_makes_the_sender_wait() -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "hang"))
        began = time.monotonic()
        for _ in range(5):
            heard.worker.send(Do(1, "say", "x" * 10_000_000))
        assert time.monotonic() - began < 5
        heard.worker.end()
        assert heard.exit().reason == "closed"


def test_what_a_deaf_worker_is_sent_is_bounded() -> None:
    with echo(max_unsent_bytes=1_000_000) as heard:
        heard.worker.send(Do(1, "hang"))
        heard.worker.send(Do(1, "say", "x" * 900_000))
        with pytest.raises(BrokenPipeError, match="does not read"):
            heard.worker.send(Do(1, "say", "x" * 900_000))


def test_answers_queued_before_the_death_all_arrive_before_the_exit() -> None:
    with echo() as heard:
        heard.worker.send(Do(1, "flood", "500"))
        heard.worker.send(Do(2, "kill self", "SIGKILL"))
        for number in range(500):
            assert heard.next() == Did(number, "x" * 1000)
        assert heard.next() == Did(1, "500")
        assert heard.exit().signal_name == "SIGKILL"


def test_ending_from_inside_a_callback_does_not_lock_up() -> None:
    over = threading.Event()
    made = threading.Event()
    workers: list[WorkerProcess[Did]] = []

    def end(_message: Did) -> None:
        assert made.wait(PATIENCE_S)
        workers[0].end()

    workers.append(WorkerProcess.start(echo_command(), Answer, end, lambda _exited: over.set()))
    made.set()
    workers[0].send(Do(1, "say"))
    assert over.wait(PATIENCE_S)
    assert workers[0].join(PATIENCE_S)


@pytest.fixture
def thread_errors(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException | None]]:
    errors: list[BaseException | None] = []
    others = threading.excepthook

    def note(told: threading.ExceptHookArgs) -> None:
        if told.thread is not None and told.thread.name.startswith("worker-"):
            errors.append(told.exc_value)
        else:  # another test's
            others(told)

    monkeypatch.setattr(threading, "excepthook", note)
    yield errors
    assert errors, "the callback's mistake was swallowed"


def test_a_mistake_in_our_own_callback_ends_the_worker_and_is_not_swallowed(
    thread_errors: list[BaseException | None],
) -> None:
    exits: list[WorkerExit] = []

    def wrong(_message: Did) -> None:
        raise OSError("not the wire's fault")

    worker: WorkerProcess[Did] = WorkerProcess.start(echo_command(), Answer, wrong, exits.append)
    worker.send(Do(1, "say"))
    assert worker.join(PATIENCE_S)
    assert [exited.reason for exited in exits] == ["closed"]
    assert [type(error) for error in thread_errors] == [OSError]


def test_what_cannot_be_started_says_so() -> None:
    before = set(threading.enumerate())
    for argv in (("/nonexistent/paddock",), ("nul\0byte",)):
        with pytest.raises(OSError, match=r"nonexistent|null byte"):
            Heard(WorkerCommand(argv, {}))
    assert set(threading.enumerate()) <= before


def test_it_outlives_the_thread_that_started_it() -> None:
    """Linux tells a child that its parent died when the parent's *thread* ends; pool threads do."""
    made: list[Heard] = []

    def start() -> None:
        made.append(Heard(echo_command()))
        assert made[0].ask("say", "here") == Did(1, "here")  # by now it has asked to die with its parent

    starter = threading.Thread(target=start)
    starter.start()
    starter.join(PATIENCE_S)
    heard = made[0]
    heard.nothing_for(0.2)
    assert heard.ask("say", "still here") == Did(1, "still here")
    heard.worker.end()
    assert heard.exit().reason == "closed"


def test_fifty_starts_leave_no_descriptor_thread_or_zombie() -> None:
    gc.collect()
    children = {child.pid for child in psutil.Process().children()}
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    threads = set(threading.enumerate())
    for number in range(50):
        heard = Heard(echo_command())
        if number % 2:
            heard.worker.end()
        else:
            heard.worker.send(Do(1, "kill self", "SIGKILL"))
        heard.exit()
    # What other tests of this process left may go meanwhile; nothing may come.
    assert len(list(Path("/proc/self/fd").iterdir())) <= descriptors
    assert set(threading.enumerate()) <= threads
    assert {child.pid for child in psutil.Process().children()} <= children


def test_a_worker_inherits_no_socket() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine:
        mine.set_inheritable(True)
        with echo() as heard:
            heard.ask("tell descriptors")
            heard.worker.end()
            open_there = heard.exit().stderr_tail.splitlines()
    assert len(open_there) >= 5
    assert all(name.startswith(("pipe:", "/dev/null")) for name in open_there if not name.endswith("/fd"))


def test_a_worker_is_told_nothing_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USER", "PATH", "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK"):
        monkeypatch.setenv(name, "secret")
    command = worker_command("engine")
    assert "secret" not in command.env.values()
    assert command.argv[0] == sys.executable
    assert command.argv[-2:] == ("--worker", "engine")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command("engine").argv == (sys.executable, "--worker", "engine")


def test_where_no_thread_can_be_started_it_is_told_as_a_want_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = threading.Thread.start
    begun: list[threading.Thread] = []

    def start(thread: threading.Thread) -> None:
        if thread.name.startswith("worker-"):  # others may be another test's
            if begun:
                raise RuntimeError("can't start new thread")
            begun.append(thread)
        begin(thread)

    monkeypatch.setattr(threading.Thread, "start", start)
    with pytest.raises(OSError, match="memory"):
        WorkerProcess.start(echo_command(), Answer, print, print, max_frame_bytes=1 << 20, silence_timeout_s=5)
    begun[0].join(PATIENCE_S)
    assert not begun[0].is_alive()
