"""A whole program around the window whose engine says what the test tells it to, when the test tells it to."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from paddock.app import Paddock
from paddock.engine.protocol import (
    Counted,
    Delta,
    Finished,
    ModelInfo,
    PromptProgress,
    Sampling,
    Timings,
    Wall,
    Walls,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.engine.cancelling import CancelToken
    from paddock.engine.client import LoadOptions
    from paddock.engine.protocol import Turn
    from paddock.home import Home

PATIENCE_S = 20.0


class ScriptedEngine:
    """Answers with `pieces`, the first of them only after `go` was set, the rest after `end` was."""

    def __init__(self) -> None:
        self.pieces = ["Hello", " there."]
        self.error: Exception | None = None
        self.go = threading.Event()
        self.end = threading.Event()
        self.go.set()
        self.end.set()
        self.info: ModelInfo | None = None
        self.context_tokens = 2048
        self.card: tuple[int, str, bool] = (0, "", False)  # layers on it, what is said, whether that is too few
        self.waits_s = 0.0
        self.asked: list[tuple[Turn, ...]] = []
        self.samplings: list[Sampling] = []
        self.options: list[LoadOptions] = []
        self.closed = 0
        self.warmed: list[tuple[Turn, ...]] = []
        self.warm_to = threading.Event()  # what is read ahead is half read until this is set
        self.warm_to.set()
        self._busy = False

    @property
    def loaded(self) -> ModelInfo | None:
        return self.info

    @property
    def pid(self) -> int | None:
        return None

    @property
    def state(self) -> str:
        return "off" if self.info is None else "answering" if self._busy else "ready"

    def load(
        self,
        files: Sequence[Path],
        options: LoadOptions,
        on_progress: Callable[[float], None],
        cancel: CancelToken | None = None,
    ) -> ModelInfo:
        self.options.append(options)
        if self.error is not None:
            raise self.error
        on_progress(0.5)
        on_progress(1.0)
        self.info = ModelInfo(
            name="Tiny", architecture="llama", parameters=1000, size_bytes=100_000,
            context_tokens=options.context_tokens or self.context_tokens, trained_context_tokens=8192,
            kv_bytes_per_token=64.0, threads=2, gpu_layers=self.card[0], layers=33, gpu_note=self.card[1],
            gpu_fell_short=self.card[2], is_chat=True, template="own", template_note="", reasons=False,
            defaults=Sampling(), load_ms=1.0, llama_cpp="",
        )  # fmt: skip
        return self.info

    def count(self, turns: Sequence[Turn]) -> Counted:
        return Counted(0, sum(len(turn.content.split()) for turn in turns), 0)

    def warm(
        self,
        turns: Sequence[Turn],
        cancel: CancelToken | None = None,
        on_event: Callable[[PromptProgress | Delta], None] | None = None,
    ) -> Finished:
        self.warmed.append(tuple(turns))
        if on_event is not None:
            on_event(PromptProgress(1, 50, 100, 0))
        if cancel is not None:
            self._wait(self.warm_to, cancel)
        timings = Timings(
            prompt_tokens=100, reused_tokens=0, prompt_ms=1.0, answer_tokens=0, answer_ms=0.0, first_token_ms=1.0
        )
        return Finished(id=1, reason="stop", timings=timings, seed=1, context_used=100)

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
        self.asked.append(tuple(turns))
        self.samplings.append(sampling)
        self._busy = True
        try:
            total = self.count(turns).tokens
            on_event(PromptProgress(1, total // 2, total, 0))
            reason: Any = "stop"
            for place, piece in enumerate(self.pieces):
                if not self._wait(self.go if place == 0 else self.end, cancel):
                    reason = "cancelled"
                    break
                on_event(Delta(1, piece, reasoning=False, tokens=1))
            timings = Timings(
                prompt_tokens=total, reused_tokens=0, prompt_ms=1.0, answer_tokens=len(self.pieces), answer_ms=100.0,
                first_token_ms=1.0,
            )  # fmt: skip
            return Finished(id=1, reason=reason, timings=timings, seed=1, context_used=total)
        finally:
            self._busy = False

    def probe(self) -> Walls:
        return Walls(0, "test", (Wall("socket_inet", held=True, detail="refused"),))

    def close(self) -> None:
        self.closed += 1
        self.info = None
        self.go.set()
        self.end.set()

    @staticmethod
    def _wait(gate: threading.Event, cancel: CancelToken) -> bool:
        """Wait for the gate or for a cancellation, whichever comes first."""
        came = threading.Event()

        def watch() -> None:
            gate.wait(PATIENCE_S)
            came.set()

        if gate.is_set():
            return not cancel.cancelled
        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        with cancel.heard_by(came.set):
            came.wait(PATIENCE_S)
        stopped = cancel.cancelled
        if stopped:
            gate.set()
        watcher.join(PATIENCE_S)
        return not stopped


class ScriptedPaddock(Paddock):
    """The real settings, models, custody, vault and services over a scripted engine."""

    def __init__(self, home: Home, keyring: Any) -> None:
        super().__init__(home, keyring=keyring)
        self.script = ScriptedEngine()
        self.engine = self.script  # type: ignore[assignment]  # it has all that services and window use of it
