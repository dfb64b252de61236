"""What the tests say to an engine, and what they hear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from paddock.engine.client import CancelToken, EngineClient, LoadOptions
from paddock.engine.protocol import Delta, PromptProgress, Sampling, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.engine.protocol import Finished, ModelInfo

GREEDY = Sampling(temperature=0, max_tokens=16)


@dataclass(frozen=True)
class Heard:
    """One answer: its text, its reasoning, how it ended, and all that was heard on the way."""

    text: str
    reasoning: str
    finished: Finished
    events: tuple[PromptProgress | Delta, ...]


def ask(
    client: EngineClient,
    turns: Sequence[Turn] | str,
    sampling: Sampling = GREEDY,
    *,
    reuse: bool = True,
    continue_last: bool = False,
    brake: bool = True,
    stop: Sequence[str] = (),
    cancel: CancelToken | None = None,
    on_event: Callable[[PromptProgress | Delta], None] = lambda _: None,
) -> Heard:
    """Have one request answered."""
    events: list[PromptProgress | Delta] = []

    def hear(event: PromptProgress | Delta) -> None:
        events.append(event)
        on_event(event)

    finished = client.generate(
        [Turn("user", turns)] if isinstance(turns, str) else turns,
        sampling,
        reuse=reuse,
        continue_last=continue_last,
        brake=brake,
        stop=stop,
        on_event=hear,
        cancel=cancel or CancelToken(),
    )
    deltas = [event for event in events if isinstance(event, Delta)]
    return Heard(
        "".join(delta.text for delta in deltas if not delta.reasoning),
        "".join(delta.text for delta in deltas if delta.reasoning),
        finished,
        tuple(events),
    )


def computed_s(pid: int | None) -> float:
    """Return how many seconds of processors a process has used: what it did, however busy the computer is."""
    used = psutil.Process(pid).cpu_times()
    return float(used.user + used.system)


def load(client: EngineClient, path: Path, options: LoadOptions | None = None) -> ModelInfo:
    """Load one file and say nothing about progress."""
    return client.load([path], options or LoadOptions(), lambda _: None)
