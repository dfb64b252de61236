"""The engine's process may be killed, hang, run out of memory or be given rubbish: the client tells why and goes on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.engine.client import CancelToken, EngineClient, LoadOptions
from paddock.engine.protocol import Delta, Sampling, Turn
from paddock.errors import EngineDied, EngineFailed, EngineHung, ModelFileError, OutOfMemory
from paddock.process.supervisor import worker_command
from tests.engine.conftest import end
from tests.engine.talking import ask, load

if TYPE_CHECKING:
    from paddock.engine.protocol import PromptProgress

pytestmark = pytest.mark.slow

STORY = "Tell a long story about the water and the token."
LONG = Sampling(temperature=0.9, seed=5, max_tokens=1500)
KILL = 9  # Windows has no SIGKILL, and ends a process by any number
signals = pytest.mark.skipif(
    sys.platform == "win32", reason="a process is only ended there, not told why and not stopped"
)


def kill(client: EngineClient, number: int = KILL) -> None:
    if (pid := client.pid) is not None:
        os.kill(pid, number)


def test_killed_at_any_moment_it_comes_back_and_leaves_no_process(client: EngineClient, tiny_gguf: Path) -> None:
    load(client, tiny_gguf)
    whole = ask(client, STORY).text
    chance = random.Random(2)
    died = 0
    for _ in range(50):
        pid = client.pid
        assert pid is not None
        killer = threading.Timer(chance.uniform(0, 0.1), os.kill, (pid, KILL))
        killer.start()
        while client.pid == pid:
            try:
                ask(client, STORY, LONG)
            except EngineDied as death:
                died += "killed" in death.why and bool(death.next_step)
        killer.join()
        assert ask(client, STORY).text == whole  # starts the engine again by itself
        assert not psutil.pid_exists(pid)
    assert died > 25  # the others fell between two answers


def test_killed_while_loading_it_says_so_and_loads_the_next_time(
    client: EngineClient, tiny_gguf: Path, starter_model: Path
) -> None:
    with pytest.raises(EngineDied, match="while loading"):
        client.load([starter_model], LoadOptions(), lambda _: kill(client))  # a tiny one may be there by then
    assert client.state == "off"
    assert load(client, tiny_gguf).name == "Tiny"


def test_what_was_written_before_the_end_is_kept_and_the_restart_is_told(client: EngineClient, tiny_gguf: Path) -> None:
    load(client, tiny_gguf)
    heard: list[str] = []

    def kill_on_text(event: PromptProgress | Delta) -> None:
        if isinstance(event, Delta):
            heard.append(event.text)
            if len(heard) == 1:
                kill(client)

    with pytest.raises(EngineDied):
        ask(client, STORY, LONG, on_event=kill_on_text)
    assert "".join(heard)
    assert client.state == "off"
    restarts: list[str] = []
    client.generate(
        [Turn("user", STORY)],
        Sampling(max_tokens=1),
        on_event=lambda _: None,
        cancel=CancelToken(),
        on_restart=lambda: restarts.append(client.state),
    )
    assert restarts == ["off"]
    assert client.loaded is not None


def test_how_long_it_waits_before_it_starts_again_is_known(
    client: EngineClient, tiny_gguf: Path, starter_model: Path
) -> None:
    for _death in range(2):  # after the first it starts at once
        with pytest.raises(EngineDied):
            client.load([starter_model], LoadOptions(), lambda _: kill(client))
    assert client.waits_s == 0
    seen: list[float] = []
    again = threading.Thread(target=load, args=(client, tiny_gguf))
    again.start()
    while again.is_alive():
        seen.append(client.waits_s)
    assert 0 < max(seen) <= 0.5
    assert seen[-1] == client.waits_s == 0


@signals
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (signal.SIGILL, "lacks instructions"),
        (signal.SIGABRT, "gave up"),
        (signal.SIGSEGV, "memory it does not have"),
        (signal.SIGTERM, "Another program"),
    ],
)
def test_each_signal_has_its_cause_and_next_step(
    client: EngineClient, tiny_gguf: Path, number: int, words: str
) -> None:
    load(client, tiny_gguf)
    kill(client, number)
    # Its end may be noticed before the next request, which then starts it again, or by that request.
    with pytest.raises(EngineDied, match=words) as death:
        ask(client, STORY, on_event=lambda _: kill(client, number))
    assert death.value.next_step


@signals
def test_an_engine_that_says_nothing_is_ended_and_replaced(tiny_gguf: Path) -> None:
    client = EngineClient(worker_command("engine"), silence_timeout_s=8.0)  # its start is silent too
    try:
        load(client, tiny_gguf)
        pid = client.pid
        assert pid is not None
        with pytest.raises(EngineHung, match="8 seconds"):
            ask(client, STORY, LONG, on_event=lambda _: kill(client, signal.SIGSTOP))
        assert not psutil.pid_exists(pid)
        assert ask(client, STORY).text
    finally:
        end(client)


@signals
def test_a_stopped_engine_that_owes_nothing_is_left_alone_until_it_does(tiny_gguf: Path) -> None:
    client = EngineClient(worker_command("engine"), silence_timeout_s=8.0)  # its start is silent too
    try:
        load(client, tiny_gguf)
        kill(client, signal.SIGSTOP)
        with pytest.raises(EngineHung):
            ask(client, STORY)
        assert ask(client, STORY).text
    finally:
        end(client)


def test_a_model_file_cut_off_while_in_use_is_told(client: EngineClient, tiny_gguf: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(tiny_gguf, tmp_path / "cut.gguf"))
    load(client, path)
    os.truncate(path, 8192)
    with pytest.raises(EngineDied, match="changed"):
        ask(client, STORY)
    with pytest.raises(ModelFileError):  # what is there now is another file, and a damaged one
        ask(client, STORY)


def test_too_little_memory_for_the_context_is_told_with_numbers(client: EngineClient, tiny_gguf: Path) -> None:
    with pytest.raises(OutOfMemory, match="4,194,304 tokens") as refused:
        load(client, tiny_gguf, LoadOptions(context_tokens=1 << 22, memory_limit_bytes=1 << 30))
    assert "smaller context" in refused.value.next_step
    assert client.state == "off"
    assert load(client, tiny_gguf).name == "Tiny"


@pytest.mark.parametrize("megabytes", [1, 60, 100, 140, 180, 220, 260, 1000])
def test_with_little_memory_it_answers_or_says_that_memory_is_short(
    client: EngineClient, starter_model: Path, megabytes: int
) -> None:
    limit = LoadOptions(context_tokens=512, memory_limit_bytes=megabytes << 20)
    try:
        load(client, starter_model, limit)
        ask(client, "Hello", Sampling(temperature=0, max_tokens=4))
        answered = True
    except OutOfMemory:
        answered = False
    assert answered == (megabytes >= 1000)


def test_a_missing_an_empty_and_a_wrong_file_are_each_told(client: EngineClient, tmp_path: Path) -> None:
    missing, empty, wrong, folder = (tmp_path / name for name in ("missing", "empty", "wrong", "folder"))
    empty.touch()
    wrong.write_bytes(b"%PDF-1.7" * 100)
    folder.mkdir()
    for path, words in ((missing, "missing"), (empty, "not a model"), (wrong, "not a model"), (folder, "not a model")):
        with pytest.raises(ModelFileError, match=words) as refused:
            load(client, path)
        assert refused.value.why
        assert refused.value.next_step
        assert client.state == "off"


def test_an_unknown_architecture_is_named(client: EngineClient, tiny_gguf: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.gguf"
    path.write_bytes(tiny_gguf.read_bytes().replace(b"llama", b"lzzzz"))
    with pytest.raises(ModelFileError, match="lzzzz"):
        load(client, path)


def test_a_truncated_file_is_told_as_such(client: EngineClient, tiny_gguf: Path, tmp_path: Path) -> None:
    whole = tiny_gguf.read_bytes()
    path = tmp_path / "short.gguf"
    path.write_bytes(whole[: len(whole) * 3 // 4])
    with pytest.raises(ModelFileError, match="ends before") as refused:
        load(client, path)
    assert "Get the file again" in refused.value.next_step


def test_spoilt_files_are_refused_or_run_and_never_take_the_client_along(
    client: EngineClient, tiny_gguf: Path, tmp_path: Path
) -> None:
    whole = tiny_gguf.read_bytes()
    chance = random.Random(11)
    outcomes = {"ran": 0, "refused": 0, "failed": 0}
    for _ in range(40):
        spoilt = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            spoilt[chance.randrange(16_000)] = chance.randrange(256)  # header, vocabulary and tensor table
        path = tmp_path / "spoilt.gguf"
        path.write_bytes(spoilt[: chance.choice([len(spoilt), chance.randrange(len(spoilt))])])
        try:
            load(client, path, LoadOptions(context_tokens=512, memory_limit_bytes=4 << 30))
            ask(client, STORY, Sampling(temperature=0, max_tokens=2))
            outcomes["ran"] += 1
        except ModelFileError as refused:
            outcomes["refused"] += bool(refused.why)
        except EngineFailed as failed:
            outcomes["failed"] += bool(failed.why)
            client.close()  # a person tries another file, not this one again
    assert sum(outcomes.values()) == 40
    assert outcomes["refused"] > 10
    assert load(client, tiny_gguf).name == "Tiny"
