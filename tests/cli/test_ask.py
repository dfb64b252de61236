"""`paddock ask` with the real starter model: answers, figures, stopping, and what it refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import TIMEOUT_S
from tests.models.building import build

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import CommandLine

pytestmark = pytest.mark.slow

STARTER_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
SHORT = ("--temperature", "0", "--max-tokens", "12", "--context", "512")


def test_the_answer_is_all_there_is_on_standard_output(paddock: CommandLine) -> None:
    answer = paddock("ask", "Name the planet we live on.", *SHORT)
    assert (answer.code, answer.err) == (0, "")
    assert "Earth" in answer.out
    assert answer.out.endswith("\n")


def test_json_is_one_object_with_text_and_figures(paddock: CommandLine) -> None:
    answer = paddock("ask", "Name the planet we live on.", *SHORT, "--seed", "7", "--json")
    assert (answer.code, answer.err) == (0, "")
    facts = json.loads(answer.out)
    assert set(facts) == {
        "text", "reasoning", "finish_reason", "model", "model_sha256", "seed", "prompt_tokens", "answer_tokens",
        "tokens_per_second", "first_token_ms", "context_tokens",
    }  # fmt: skip
    assert "Earth" in facts["text"]
    assert facts["model_sha256"] == STARTER_SHA256
    assert facts["seed"] == 7
    assert facts["finish_reason"] in {"stop", "length"}
    assert 0 < facts["answer_tokens"] <= 12
    assert facts["prompt_tokens"] > 10
    assert facts["tokens_per_second"] > 0
    assert facts["first_token_ms"] > 0
    assert facts["context_tokens"] == 512


def test_a_seed_reproduces_the_answer(paddock: CommandLine) -> None:
    def ask(seed: int) -> str:
        asked = ("--seed", str(seed), "--temperature", "1.5", "--max-tokens", "16", "--context", "512")
        return paddock("ask", "Tell me a story.", *asked).out

    first = ask(11)
    assert first.strip()
    assert ask(11) == first
    assert ask(12) != first


def test_the_question_may_come_on_standard_input_and_the_system_prompt_counts(paddock: CommandLine) -> None:
    answer = paddock("ask", "-", *SHORT, stdin="\ufeffName the planet we live on.\n".encode())
    assert answer.code == 0
    assert "Earth" in answer.out
    asked = ("ask", "Hi", *SHORT, "--json")
    plain = json.loads(paddock(*asked).out)
    told = json.loads(paddock(*asked, "--system", "You are a very old pirate who answers in rhymes only.").out)
    assert told["prompt_tokens"] != plain["prompt_tokens"]


def test_a_models_path_may_be_given_and_nothing_is_installed_by_it(bare: CommandLine, starter_model: Path) -> None:
    answer = bare("ask", "Name the planet we live on.", *SHORT, "--model", str(starter_model))
    assert (answer.code, answer.err) == (0, "")
    assert "Earth" in answer.out
    assert bare("models", "list", "--json").out.strip() == "[]"


def test_asking_needs_no_passphrase_and_makes_no_store(bare: CommandLine, starter_model: Path) -> None:
    assert bare("ask", "Hi", *SHORT, "--model", str(starter_model)).code == 0
    assert list((bare.home / "data" / "vault").iterdir()) == []


def test_ctrl_c_stops_the_answer_and_keeps_what_was_said(paddock: CommandLine) -> None:
    asked = ("--temperature", "0", "--max-tokens", "4000", "--context", "8192", "--repeat-penalty", "1.3")
    running = paddock.start("ask", "Write a very long story about a horse.", *asked)
    assert running.stdout is not None
    first = os.read(running.stdout.fileno(), 1)
    running.send_signal(signal.SIGINT)
    rest, complaints = running.communicate(timeout=TIMEOUT_S)
    assert running.returncode == 130
    assert complaints == b""
    assert len(first + rest) > 1
    assert (first + rest).endswith(b"\n")


def test_ctrl_c_while_the_question_is_read_stops_too(paddock: CommandLine) -> None:
    question = "Sum this up: " + "The horse went over the hill and far away. " * 600
    running = paddock.start("ask", question, "--max-tokens", "5", "--context", "8192")
    engine = wait_for_child(running.pid)
    running.send_signal(signal.SIGINT)
    _, complaints = running.communicate(timeout=TIMEOUT_S)
    assert running.returncode == 130
    assert b"Traceback" not in complaints
    assert not os.path.exists(f"/proc/{engine}")  # noqa: PTH110  a process, not a file of ours


def wait_for_child(pid: int) -> int:
    """Return the first child of a process, waiting on what it does, not on the clock alone."""
    import psutil

    process = psutil.Process(pid)
    while process.is_running():
        children = process.children()
        if children:
            return children[0].pid
        os.sched_yield()
    pytest.fail("The command ended before it started its engine.")


def test_output_nobody_reads_ends_the_command_quietly(paddock: CommandLine) -> None:
    running = paddock.start("ask", "Write a very long story about a horse.", "--max-tokens", "2000")
    assert running.stdout is not None
    assert running.stderr is not None
    os.read(running.stdout.fileno(), 1)
    running.stdout.close()
    complaints = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=TIMEOUT_S) == 141
    assert complaints == b""


def test_a_full_disk_under_standard_output_is_told(paddock: CommandLine) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        answer = paddock("ask", "Hi", *SHORT, stdout=full)
    finally:
        os.close(full)
    assert answer.code == 1
    assert "No space left on device" in answer.complaint


def test_closed_standard_streams_are_no_reason_to_fall_over(paddock: CommandLine) -> None:
    command = " ".join(["exec", *paddock.argv, "ask", "Hi", *SHORT, ">&-", "2>&-", "<&-"])
    from tests.cli.running import environment

    done = subprocess.run(["sh", "-c", command], check=False, timeout=TIMEOUT_S, env=environment())
    assert done.returncode in {0, 1}


def test_a_question_too_long_for_the_context_is_told_in_numbers(paddock: CommandLine) -> None:
    answer = paddock("ask", "word " * 2000, "--context", "512", "--max-tokens", "5")
    assert (answer.code, answer.out) == (1, "")
    assert "the model holds 512" in answer.complaint


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<!DOCTYPE html>", "It is a web page"),
        (b"", "It is empty"),
        (build().data[:-5], "It is truncated"),
        (build((("general.architecture", "string", "gpt-99"),)).data, "unknown architecture, “gpt-99”"),
    ],
)
def test_a_file_that_is_no_model_is_refused_with_the_reason(
    bare: CommandLine, tmp_path: Path, data: bytes, sentence: str
) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(data)
    answer = bare("ask", "Hi", "--model", str(path))
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.complaint


def test_no_model_and_unknown_models_are_told_with_what_to_do(bare: CommandLine, paddock: CommandLine) -> None:
    assert "paddock models import" in bare("ask", "Hi").complaint
    answer = paddock("ask", "Hi", "--model", "SmolLM3")
    assert answer.code == 1
    assert "Did you mean “SmolLM2-135M-Instruct.Q4_1”?" in answer.complaint


@pytest.mark.parametrize(
    "args",
    [
        ("ask",),
        ("ask", ""),
        ("ask", " \n"),
        ("ask", "Hi", "--temperature", "hot"),
        ("ask", "Hi", "--temperature", "nan"),
        ("ask", "Hi", "--temperature", "-1"),
        ("ask", "Hi", "--seed", "-1"),
        ("ask", "Hi", "--seed", "4294967296"),
        ("ask", "Hi", "--max-tokens", "0"),
        ("ask", "Hi", "--top-p", "2"),
        ("ask", "Hi", "--nonsense"),
        ("ask", b"\xff\xfe not text"),
        ("ask", "Hi", "--model", b"\xff.gguf"),
        ("sing",),
    ],
)
def test_wrong_calls_end_with_2_and_no_traceback(paddock: CommandLine, args: tuple[str | bytes, ...]) -> None:
    answer = paddock(*args)
    assert answer.code == 2, answer
    assert answer.out == ""
    assert answer.err
    assert "Traceback" not in answer.err


def test_bytes_that_are_no_text_on_standard_input_are_told(paddock: CommandLine) -> None:
    answer = paddock("ask", "-", stdin=b"caf\xe9")
    assert answer.code == 2
    assert "not UTF-8" in answer.complaint
