"""Speed: a guess from size and memory, then what was measured; kept in a file that may be lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from paddock.models.gguf import read_header
from paddock.models.installed import InstalledModels
from paddock.models.speed import (
    REACHED_SHARE,
    Speedometer,
    bytes_read_per_token,
    in_words_a_second,
    memory_bytes_per_second,
)
from tests.models.building import LLAMA, build

if TYPE_CHECKING:
    from pathlib import Path

MEMORY = 10e9


@pytest.fixture
def models(tmp_path: Path) -> InstalledModels:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "Alpha.gguf").write_bytes(build().data)
    return InstalledModels(folder, tmp_path / "links.json", tmp_path / "hashes.json")


def test_a_guess_until_it_was_used_and_then_what_was_measured(models: InstalledModels, tmp_path: Path) -> None:
    asked: list[int] = []

    def measure() -> float:
        asked.append(1)
        return MEMORY

    model = models.resolve("Alpha")
    assert model.header is not None
    speeds = Speedometer(tmp_path / "speeds.json", models, measure=measure)
    assert speeds.measured(model) is None
    expected = MEMORY * REACHED_SHARE / bytes_read_per_token(model.header)
    assert speeds.guessed(model.header) == pytest.approx(expected)
    assert speeds.sentence(model).endswith("a guess until it was used")
    assert Speedometer(tmp_path / "speeds.json", models, measure=measure).guessed(model.header) == pytest.approx(
        expected
    )
    assert len(asked) == 1, "the memory is measured once"
    speeds.record(model, 15, 1000.0)
    assert speeds.measured(model) is None, "a short answer says nothing"
    assert speeds.last_used(model) is not None, "but it was used"
    speeds.record(model, 20, 2000.0)
    assert speeds.sentence(model) == "about 8 words a second, as measured here"
    models.sha256(model)
    assert speeds.measured(model) == 10.0, "known by its name until its hash is"
    speeds.record(model, 100, 1000.0)
    assert speeds.measured(model) == 100.0


def test_a_file_of_speeds_that_is_damaged_or_cannot_be_written_costs_only_a_guess(
    models: InstalledModels, tmp_path: Path
) -> None:
    file = tmp_path / "speeds.json"
    file.write_text('{"memory_bytes_per_second": "fast"}', encoding="utf-8")
    model = models.resolve("Alpha")
    assert Speedometer(file, models, measure=lambda: MEMORY).sentence(model)
    blocked = tmp_path / "file" / "speeds.json"
    blocked.parent.write_bytes(b"")
    speeds = Speedometer(blocked, models, measure=lambda: MEMORY)
    speeds.record(model, 100, 1000.0)
    assert speeds.measured(model) is None
    assert speeds.last_used(model) is None


def test_when_a_model_was_last_used_is_remembered(models: InstalledModels, tmp_path: Path) -> None:
    model = models.resolve("Alpha")
    speeds = Speedometer(tmp_path / "speeds.json", models, lambda: 1_780_000_000.0, lambda: MEMORY)
    assert speeds.last_used(model) is None
    speeds.record(model, 3, 10.0)
    assert Speedometer(tmp_path / "speeds.json", models).last_used(model) == 1_780_000_000.0


def test_experts_at_rest_are_not_read(tmp_path: Path) -> None:
    metadata = (*LLAMA, ("llama.expert_count", "u32", 8), ("llama.expert_used_count", "u32", 2))
    tensors = (("blk.0.ffn_up_exps.weight", (32, 32, 8), 1), ("blk.0.attn_q.weight", (32, 32), 1))
    path = tmp_path / "experts.gguf"
    path.write_bytes(build(metadata, tensors).data)
    header = read_header(path)
    experts, attention = 32 * 32 * 8 * 2, 32 * 32 * 2
    assert bytes_read_per_token(header) == pytest.approx(experts / 4 + attention + 512 * 2 * 16 * 2)


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (0.5, "less than one word a second"),
        (1.4, "about 1 word a second"),
        (10.7, "about 8 words a second"),
        (60, "about 45 words a second"),
    ],
)
def test_speeds_are_said_in_words(tokens: float, words: str) -> None:
    assert in_words_a_second(tokens) == words


def test_the_memory_is_measured_within_bounds() -> None:
    start = time.process_time()
    assert memory_bytes_per_second(0.02) > 1e8
    assert time.process_time() - start < 5
