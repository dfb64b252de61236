"""`paddock doctor`: facts that can be checked against the machine, and problems with what to do."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock import __version__
from paddock.fetcher.ledger import LEDGER_NAME, enter
from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from tests.cli.running import CommandLine

pytestmark = pytest.mark.slow


def test_the_facts_are_those_of_this_machine(paddock: CommandLine) -> None:
    told = paddock("doctor", "--json")
    assert (told.code, told.err) == (0, "")
    report = json.loads(told.out)
    assert report["paddock"] == __version__
    assert report["python"] == platform.python_version()
    assert report["versions"]["llama-cpp-python"] == "0.3.36"
    assert report["memory"]["total_bytes"] == psutil.virtual_memory().total
    assert report["processor"]["logical_cores"] == psutil.cpu_count()
    assert report["custody"] == "none"
    assert report["keyring_available"] is False
    (model,) = report["models"]
    assert model["problem"] == ""
    assert model["fit"].startswith(("Fits comfortably", "A tight fit"))
    assert report["engine"]["problem"] == ""
    assert report["engine"]["threads"] >= 1
    assert {folder["name"] for folder in report["folders"]} == {"settings", "store", "documents", "models", "cache"}
    if platform.system() == "Linux":
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        assert ("AVX2" in report["processor"]["features"]) == (" avx2 " in flags)
        assert set(report["processor"]["used"]) <= set(report["processor"]["features"])


def test_the_walls_of_every_process_were_tried(paddock: CommandLine) -> None:
    report = json.loads(paddock("doctor", "--json").out)
    tried = {(wall["process"], wall["held"]) for wall in report["walls"]}
    if platform.system() == "Linux":
        always = {("window", True), ("engine", True), ("reader", True)}
        assert tried - {("office program", True)} == always, report["walls"]  # this computer may have one
    assert not [problem for problem in report["problems"] if "not kept from" in problem["what"]]


def test_the_text_says_the_same_in_words(paddock: CommandLine) -> None:
    told = paddock("doctor")
    assert (told.code, told.err) == (0, "")
    for words in ("Processor", "Memory", "Models", "no store has been made yet", "Folders", "refused", "problems"):
        assert words in told.out or words.capitalize() in told.out, told.out


def test_problems_come_with_what_to_do(bare: CommandLine) -> None:
    (bare.home / "models").mkdir(parents=True)
    (bare.home / "models" / "torn.gguf").write_bytes(b"GGUF\x03\0\0\0")
    report = json.loads(bare("doctor", "--json").out)
    assert "truncated" in report["models"][0]["problem"]
    assert any("truncated" in problem["what"] for problem in report["problems"])
    assert all(problem["next_step"] for problem in report["problems"])
    assert "none that can answer is installed" in report["engine"]["problem"]


def test_no_model_is_run_whose_licence_was_not_agreed_to(bare: CommandLine, tmp_path: Path) -> None:
    held = write_tiny_gguf(tmp_path / "held.gguf", licence="llama3.2")
    assert bare("models", "import", str(held)).code == 0
    report = json.loads(bare("doctor", "--json").out)
    assert "has not been agreed to here" in report["engine"]["problem"]
    (problem,) = (one for one in report["problems"] if "The engine was not tried" in one["what"])
    assert "“held”" in problem["what"] or "“Tiny”" in problem["what"]
    assert problem["next_step"] == "Read it and agree to it first."
    assert not [wall for wall in report["walls"] if wall["process"] == "engine"]
    free = write_tiny_gguf(tmp_path / "free.gguf", licence="mit", seed=8, width=128)
    assert bare("models", "import", str(free)).code == 0
    assert free.stat().st_size > held.stat().st_size
    assert json.loads(bare("doctor", "--json").out)["engine"]["model"] == "free", "one that may run is taken"


def test_the_engine_is_asked_as_it_is_set(paddock: CommandLine) -> None:
    folder = paddock.home / "config"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text('{"threads": 1}', encoding="utf-8")
    assert json.loads(paddock("doctor", "--json").out)["engine"]["threads"] == 1


def test_uses_of_the_network_are_told(paddock: CommandLine) -> None:
    assert "never used" in paddock("doctor").out
    enter(paddock.home / "data" / LEDGER_NAME, 1_764_000_000, "fetch a model", "pip", "asked for", 98_000_000)
    told = paddock("doctor").out
    assert "2025-11-24T16:00:00+00:00  fetch a model, 98.0 MB; pip; asked for" in told
    assert "no process of Paddock may use it now" in told
    (use,) = json.loads(paddock("doctor", "--json").out)["network"]["uses"]
    assert use["what"] == "fetch a model"
