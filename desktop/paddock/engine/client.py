"""The engine as the window sees it: load a model, ask, stop; the process behind it may die and is started anew."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from paddock.engine.cancelling import CancelToken
from paddock.engine.keeper import Keeper, Wanted
from paddock.engine.protocol import (
    Count,
    Counted,
    Finished,
    Generate,
    Load,
    ModelInfo,
    ProbeWalls,
    Timings,
    Walls,
    Warm,
)
from paddock.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from paddock.engine.protocol import Delta, PromptProgress, Sampling, Turn
    from paddock.engine.stamp import Stamp
    from paddock.process.supervisor import WorkerCommand

__all__ = ["CancelToken", "EngineClient", "LoadOptions"]

_NOTHING_WRITTEN = Timings(
    prompt_tokens=0, reused_tokens=0, prompt_ms=0.0, answer_tokens=0, answer_ms=0.0, first_token_ms=0.0
)

Answered = TypeVar("Answered")


@dataclass(frozen=True)
class LoadOptions:
    """How to hold a model; None lets the engine choose (see `protocol.Load`).

    `stamps` say what the files were when they were checked: others are not loaded.
    """

    context_tokens: int | None = None
    threads: int | None = None
    gpu_layers: int | None = None
    kv_type: Literal["f16", "q8_0"] = "f16"
    prompt_cache_bytes: int = 512 << 20
    memory_limit_bytes: int | None = None
    stamps: tuple[Stamp, ...] = ()


class EngineClient:
    """Owns at most one engine process at a time, one for each model loaded.

    Any method may be called from any thread; requests are worked on one after another. All but `close`, `loaded`
    and `state` wait, so none of the others may be called on the Qt thread.
    """

    def __init__(self, command: WorkerCommand, *, silence_timeout_s: float = 60.0) -> None:
        self._keeper = Keeper(command, ModelInfo, silence_timeout_s)
        self._state = threading.Condition()
        self._busy = False
        self._giving_way: set[CancelToken] = set()

    # ---------------------------------------------------------------- what it is doing

    @property
    def loaded(self) -> ModelInfo | None:
        """Return what a living engine process holds, None where there is none."""
        return self._keeper.loaded

    @property
    def state(self) -> Literal["off", "loading", "ready", "answering"]:
        """Return what the engine does just now."""
        return self._keeper.state

    @property
    def pid(self) -> int | None:
        """Return the living process's id, None where there is none."""
        return self._keeper.pid

    @property
    def waits_s(self) -> float:
        """Return how long, in seconds, an engine that died waits until it is started again; 0 where none does."""
        return self._keeper.waits_s

    # ---------------------------------------------------------------- what can be asked

    def load(
        self,
        files: Sequence[Path],
        options: LoadOptions,
        on_progress: Callable[[float], None],
        cancel: CancelToken | None = None,
    ) -> ModelInfo:
        """Have this model ready, at once where it is; `on_progress` gets 0 to 1.

        Raises ModelFileError, OutOfMemory, EngineDied, EngineHung, Cancelled. After a failure nothing is loaded.
        """
        cancel = cancel or CancelToken()
        wanted = Wanted.of(_message(files, options), tuple(files))
        with self._my_turn(cancel):
            return self._keeper.load(wanted, on_progress, cancel)

    def generate(
        self,
        turns: Sequence[Turn],
        sampling: Sampling,
        *,
        continue_last: bool = False,
        stop: Sequence[str] = (),
        reuse: bool = True,
        brake: bool = True,
        on_event: Callable[[PromptProgress | Delta], None],
        cancel: CancelToken,
        on_restart: Callable[[], None] | None = None,
    ) -> Finished:
        """Answer these turns; `on_event` is called on this thread as it goes.

        A stopped answer ends with reason "cancelled", and with "repeats", unless there is no `brake`, one that goes
        round in a circle. Where the engine died since the model was loaded, that is done
        again first, after `on_restart` was called. Raises ContextOverflow, OutOfMemory, EngineDied, EngineHung,
        EngineFailed, and from loading again what `load` raises. What `on_event` raises stops the answer and is
        passed on.
        """

        def request(number: int) -> Generate:
            return Generate(
                id=number,
                turns=tuple(turns),
                sampling=sampling,
                continue_last=continue_last,
                stop=tuple(stop),
                reuse=reuse,
                brake=brake,
            )

        try:
            return self._ask(request, Finished, on_event, cancel, on_restart)
        except Cancelled:  # before the engine heard of it
            return _stopped_early()

    def warm(
        self,
        turns: Sequence[Turn],
        cancel: CancelToken | None = None,
        on_event: Callable[[PromptProgress | Delta], None] | None = None,
    ) -> Finished:
        """Read these turns ahead, so that the answer to what follows begins sooner. Raises as `generate`.

        It gives way: any other request stops it, and what was read until then is kept. `on_event` is told how far it
        is, on this thread.
        """
        cancel = cancel or CancelToken()
        with self._state:
            self._giving_way.add(cancel)
        try:
            return self._ask(lambda number: Warm(number, tuple(turns)), Finished, on_event or _ignore, cancel)
        except Cancelled:
            return _stopped_early()
        finally:
            with self._state:
                self._giving_way.discard(cancel)

    def count(self, turns: Sequence[Turn]) -> Counted:
        """Return exactly how many tokens these turns' prompt has; a last turn of the assistant's is gone on with."""
        return self._ask(lambda number: Count(number, tuple(turns)), Counted, _ignore, CancelToken())

    def probe(self) -> Walls:
        """Have the engine try what it must not be able to do. Raises as `generate`."""
        return self._ask(ProbeWalls, Walls, _ignore, CancelToken())

    def close(self) -> None:
        """End the process with all it holds in memory. What is going on fails; `load` may be called again later."""
        self._keeper.close()

    # ---------------------------------------------------------------- inside

    def _ask(
        self,
        request: Callable[[int], Generate | Warm | Count | ProbeWalls],
        last: type[Answered],
        on_event: Callable[[PromptProgress | Delta], None],
        cancel: CancelToken,
        on_restart: Callable[[], None] | None = None,
    ) -> Answered:
        with self._my_turn(cancel):
            return self._keeper.ask(request, last, on_event, cancel, on_restart=on_restart, working=last is Finished)

    @contextlib.contextmanager
    def _my_turn(self, cancel: CancelToken) -> Iterator[None]:
        """Wait until nobody else talks to the engine. Raises Cancelled."""

        def wake() -> None:
            with self._state:
                self._state.notify_all()

        with self._state:
            in_the_way = () if cancel in self._giving_way else tuple(self._giving_way)
        for other in in_the_way:
            other.cancel()
        with cancel.heard_by(wake), self._state:
            self._state.wait_for(lambda: not self._busy or cancel.cancelled)
            if cancel.cancelled:
                raise Cancelled("Stopped.")
            self._busy = True
        try:
            yield
        finally:
            with self._state:
                self._busy = False
                self._state.notify_all()


def _message(files: Sequence[Path], options: LoadOptions) -> Load:
    return Load(
        files=tuple(str(file) for file in files),
        context_tokens=options.context_tokens,
        threads=options.threads,
        gpu_layers=options.gpu_layers,
        kv_type=options.kv_type,
        prompt_cache_bytes=options.prompt_cache_bytes,
        memory_limit_bytes=options.memory_limit_bytes,
        stamps=options.stamps,
    )


def _stopped_early() -> Finished:
    return Finished(id=0, reason="cancelled", timings=_NOTHING_WRITTEN, seed=0, context_used=0)


def _ignore(_event: object) -> None:
    """Take an event nobody waits for."""
