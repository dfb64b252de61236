"""The engine against a bare llama.cpp loop, and prompts read once against prompts read from nothing."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from paddock.engine.client import CancelToken, EngineClient, LoadOptions
from paddock.engine.protocol import Delta, PromptProgress, Sampling, Turn
from paddock.process.supervisor import worker_command
from tests.benchmarks.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 5
TOKENS = 256
HISTORY_TOKENS = 1500
STORY = "Tell a long story about a farmer, a fox and a river. Do not stop before the winter comes."
_PARAGRAPH = (
    "The quarterly report lists the inspected wells, the depth at which water was met, and the share of samples in "
    "which nitrate was above the limit. Two wells were dry; the others are sampled again in spring. "
)


def figures(model: Path) -> list[Figure]:
    """Measure with this model; one client for all."""
    client = EngineClient(worker_command("engine"))
    try:
        info = client.load([model], LoadOptions(context_tokens=4096), lambda _: None)
        return [_decode(client, model, info.threads), *_prompts(client)]
    finally:
        client.close()


def _decode(client: EngineClient, model: Path, threads: int) -> Figure:
    ours, bare = [], []
    for _ in range(ROUNDS):  # in turn, so that a drifting machine slows both alike
        bare.append(_bare(model, threads))
        ours.append(_through_client(client))
    mine, theirs = statistics.median(ours), statistics.median(bare)
    return Figure(
        "decode through client and wire ÷ bare loop", mine / theirs, "", 0.97, at_most=False,
        measured=f"{mine:.1f} tokens/s", yardstick=f"{theirs:.1f} tokens/s",
    )  # fmt: skip


def _through_client(client: EngineClient) -> float:
    """Return tokens a second by the wall clock of the window's side, from the first token to the end."""
    times: list[tuple[float, int]] = []

    def heard(event: PromptProgress | Delta) -> None:
        if isinstance(event, Delta):
            times.append((time.perf_counter(), event.tokens))

    client.generate(
        [Turn("user", STORY)],
        Sampling(temperature=0, max_tokens=TOKENS),
        brake=False,
        on_event=heard,
        cancel=CancelToken(),
    )
    done = time.perf_counter()
    written = sum(tokens for _, tokens in times) - times[0][1]
    assert written > TOKENS // 3, "the model stopped too early to be timed"
    return written / (done - times[0][0])


def _bare(model: Path, threads: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        prompt = Path(folder) / "prompt"
        prompt.write_text(f"<|im_start|>user\n{STORY}<|im_end|>\n<|im_start|>assistant\n", encoding="utf-8")
        printed = subprocess.check_output(
            [sys.executable, "-m", "tests.benchmarks.bare_decode", str(model), str(threads), str(prompt), str(TOKENS)],
            env={"OMP_WAIT_POLICY": "passive", "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    return float(json.loads(printed)["decode_tokens_per_s"])


def _prompts(client: EngineClient) -> list[Figure]:
    """Follow-up, regenerate and branch switch at about 1,500 tokens of history, each against reading from nothing."""
    history: list[Turn] = []
    while client.count([*history, Turn("user", "And then?")]).tokens < HISTORY_TOKENS:
        history += [Turn("user", _PARAGRAPH + f"What follows from part {len(history)}?"), Turn("assistant", _PARAGRAPH)]
    short = Sampling(temperature=0, max_tokens=24)

    def first_token(turns: Sequence[Turn], *, reuse: bool = True) -> float:
        done = client.generate(turns, short, reuse=reuse, on_event=lambda _: None, cancel=CancelToken())
        return done.timings.first_token_ms

    asked = [*history, Turn("user", "Which wells were dry?")]
    other = [*history, Turn("user", "When are the others sampled again?")]
    nothing, follow, again, back = [], [], [], []
    for _ in range(3):
        nothing.append(first_token(asked, reuse=False))
        first_token(asked)
        answered = [*asked, Turn("assistant", _PARAGRAPH)]
        first_token(answered + [Turn("user", "Why?")])  # noqa: RUF005 - reads as the turns do
        follow.append(first_token([*answered, Turn("user", "Why?"), Turn("assistant", "Two."), Turn("user", "Two?")]))
        again.append(first_token(asked))
        first_token(other)
        back.append(first_token(answered + [Turn("user", "Why?")]))  # noqa: RUF005
    whole = statistics.median(nothing)
    rows = (("first token of a follow-up", follow), ("regenerate", again), ("switch back to an earlier branch", back))
    return [
        Figure(
            f"{name} at 1,500 tokens ÷ from nothing", statistics.median(times) / whole, "", 0.05, at_most=True,
            measured=f"{statistics.median(times):.0f} ms", yardstick=f"{whole:.0f} ms",
        )
        for name, times in rows
    ]  # fmt: skip
