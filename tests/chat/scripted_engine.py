"""An engine that says what a test wrote down, counts words for tokens, and has a context that really fills up."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from paddock.engine.protocol import (
    Counted,
    Delta,
    Finished,
    FinishReason,
    ModelInfo,
    PromptProgress,
    Sampling,
    Timings,
    Turn,
)
from paddock.errors import Cancelled, ModelMissing
from paddock.models.installed_model import InstalledModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from paddock.engine.client import CancelToken, LoadOptions

TURN_TOKENS = 2  # what a template adds to each turn


def tokens_of(turns: Iterable[Turn]) -> int:
    """Return words and the template's additions: exact, as far as this engine goes."""
    return sum(len(turn.content.split()) + TURN_TOKENS for turn in turns)


@dataclass(frozen=True)
class Think:
    """A piece of reasoning."""

    text: str


Step = "str | Think | Repeats | Exception | Callable[[], object]"


@dataclass
class Asked:
    """One call of `generate`."""

    turns: tuple[Turn, ...]
    sampling: Sampling
    continue_last: bool
    brake: bool = True


@dataclass(frozen=True)
class Repeats:
    """Where the brake ends the answer, if there is one."""


class ScriptedEngine:
    """Each `answers` entry is one answer: pieces of text or reasoning, calls to make in between, an error to raise."""

    def __init__(self, *, context_tokens: int = 1_000, is_chat: bool = True, defaults: Sampling | None = None) -> None:
        self.info = ModelInfo(
            name="Scripted",
            architecture="none",
            parameters=0,
            size_bytes=0,
            context_tokens=context_tokens,
            trained_context_tokens=context_tokens,
            kv_bytes_per_token=1.0,
            threads=1,
            gpu_layers=0,
            layers=1,
            gpu_note="",
            is_chat=is_chat,
            template="own" if is_chat else "none",
            template_note="",
            reasons=False,
            defaults=defaults or Sampling(temperature=0.5),
            load_ms=1.0,
            llama_cpp="0",
        )
        self.answers: deque[list[object]] = deque()
        self.asked: list[Asked] = []
        self.loads: list[tuple[tuple[Path, ...], LoadOptions]] = []
        self.load_error: Exception | None = None
        self.loaded: ModelInfo | None = None
        self.warmed: list[tuple[Turn, ...]] = []
        self.counts = 0
        self.died = False

    def load(
        self, files: Sequence[Path], options: LoadOptions, on_progress: Callable[[float], None], cancel: CancelToken
    ) -> ModelInfo:
        self.loads.append((tuple(files), options))
        on_progress(0.5)
        if cancel.cancelled:
            raise Cancelled("Stopped.")
        if self.load_error is not None:
            raise self.load_error
        if options.context_tokens is not None:
            self.info = msgspec.structs.replace(self.info, context_tokens=options.context_tokens)
        self.loaded = self.info
        return self.info

    def warm(
        self,
        turns: Sequence[Turn],
        cancel: CancelToken | None = None,
        on_event: Callable[[PromptProgress | Delta], None] | None = None,
    ) -> Finished:
        self.warmed.append(tuple(turns))
        if on_event is not None:
            on_event(PromptProgress(id=1, done=1, total=2, reused=0))
        timings = Timings(
            prompt_tokens=0, reused_tokens=0, prompt_ms=0.0, answer_tokens=0, answer_ms=0.0, first_token_ms=0.0
        )
        return Finished(id=1, reason="stop", timings=timings, seed=0, context_used=tokens_of(turns))

    def count(self, turns: Sequence[Turn]) -> Counted:
        self.counts += 1
        return Counted(id=0, tokens=tokens_of(turns), warm_tokens=0)

    def generate(
        self,
        turns: Sequence[Turn],
        sampling: Sampling,
        *,
        continue_last: bool = False,
        brake: bool = True,
        on_event: Callable[[PromptProgress | Delta], None],
        cancel: CancelToken,
        on_restart: Callable[[], None] | None = None,
    ) -> Finished:
        if self.died and on_restart is not None:
            on_restart()
        self.died = False
        self.asked.append(Asked(tuple(turns), sampling, continue_last, brake))
        prompt = tokens_of(turns)
        on_event(PromptProgress(id=1, done=prompt, total=prompt, reused=0))
        script = self.answers.popleft()
        written = 0
        reason: FinishReason = "stop"
        while script:
            if cancel.cancelled:
                reason = "cancelled"
                break
            step = script[0]
            size = (
                len(step.text.split()) if isinstance(step, Think) else len(step.split()) if isinstance(step, str) else 0
            )
            if prompt + written + size > self.info.context_tokens:
                reason = "context"
                self.answers.appendleft(script)
                break
            if sampling.max_tokens is not None and written + size > sampling.max_tokens:
                reason = "length"
                break
            script.pop(0)
            if isinstance(step, Repeats):
                if brake:
                    reason = "repeats"
                    self.answers.appendleft(script)
                    break
                continue
            if isinstance(step, Exception):
                raise step
            if isinstance(step, (str, Think)):
                text = step if isinstance(step, str) else step.text
                written += size
                on_event(Delta(id=1, text=text, reasoning=isinstance(step, Think), tokens=size))
            else:
                assert callable(step)
                step()
        timings = Timings(
            prompt_tokens=prompt,
            reused_tokens=0,
            prompt_ms=10.0,
            answer_tokens=written,
            answer_ms=100.0,
            first_token_ms=12.0,
        )
        return Finished(id=1, reason=reason, timings=timings, seed=sampling.seed or 42, context_used=prompt + written)


@dataclass
class OneModel:
    """A models room that holds one model, or none."""

    missing: bool = False
    problem: str = ""
    preferred: list[str] = field(default_factory=list)

    def default(self, preferred: str = "") -> InstalledModel:
        self.preferred.append(preferred)
        if self.missing:
            raise ModelMissing("No model is installed yet.")
        return _Writing("scripted", "Scripted", (Path("/models/scripted.gguf"),), 1, None, self.problem, linked=False)


class _Writing(InstalledModel):
    @property
    def writes(self) -> bool:
        return True


def raise_cancelled() -> None:
    """End an answer as an engine does that was stopped while it read the prompt."""
    raise Cancelled("Stopped.")
