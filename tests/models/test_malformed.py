"""Hundreds of spoilt model files through the whole program: an explained refusal or an answer each, never a crash."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from paddock.cli import main
from paddock.errors import ModelFileError
from paddock.models.modelfile import read_model, why_not_run
from tests.models.spoiling import Spoilt, absurd_numbers, absurd_values, cuts, flips, layout_of, noise

if TYPE_CHECKING:
    from pathlib import Path

LEAST_CASES = 500
ENGINE_CASES = 200
LONGEST_S = 60.0


def spoilt_files(good: bytes) -> list[Spoilt]:
    rng = random.Random(20)
    layout = layout_of(good)
    return [
        *cuts(good, layout, rng),
        *absurd_numbers(good, layout),
        *absurd_values(good, layout),
        *flips(good, layout, rng, 200),
        *noise(good, layout, rng, 60),
    ]


def passes_the_header(path: Path) -> bool:
    """Return whether our reader lets llama.cpp see the file; a refusal must come with its reason, and quickly."""
    start = time.process_time()
    try:
        _files, header = read_model(path)
        problem = why_not_run(header)
    except ModelFileError as error:
        problem = error
    assert time.process_time() - start < 5
    if problem is None:
        return True
    assert problem.what
    assert problem.why
    assert problem.next_step
    return False


@pytest.mark.slow
@pytest.mark.timeout(280)
def test_every_spoilt_file_is_refused_or_answered(
    tiny_gguf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = spoilt_files(tiny_gguf.read_bytes())
    assert len(cases) >= LEAST_CASES
    path = tmp_path / "spoilt.gguf"
    accepted = []
    for case in cases:
        path.write_bytes(case.data)
        if passes_the_header(path):
            accepted.append(case)
    assert len(accepted) < len(cases) / 2
    # Only these reach llama.cpp. Each starts an engine of its own, so a settled choice of them stands for all.
    chosen = accepted if len(accepted) <= ENGINE_CASES else random.Random(4).sample(accepted, ENGINE_CASES)
    outcomes = {}
    for case in chosen:
        path.write_bytes(case.data)
        start = time.perf_counter()
        asked = ("ask", "Hi", "--model", str(path), "--max-tokens", "2", "--context", "64", "--temperature", "0")
        code = main(["--home", str(tmp_path / "home"), *asked])
        told = capsys.readouterr()
        outcomes[case.name] = (code, told.err)
        assert time.perf_counter() - start < LONGEST_S, case.name
        assert code in {0, 1}, (case.name, told)
        if code == 1:
            assert told.err.startswith("paddock: "), (case.name, told)
            assert len(told.err.splitlines()) == 1, (case.name, told)
    assert 0 in {code for code, _ in outcomes.values()}
    assert 1 in {code for code, _ in outcomes.values()}
