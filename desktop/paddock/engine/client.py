"""The engine as the window sees it: load a model, ask, stop; the process behind it may die and is started anew."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from paddock.engine.cancelling import CancelToken
from paddock.engine.link import EngineLink
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
from paddock.errors import Cancelled, EngineDied, EngineFailed, EngineHung
from paddock.process.backoff import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from paddock.engine.protocol import Delta, PromptProgress, Sampling, Turn
    from paddock.process.supervisor import WorkerCommand

__all__ = ["CancelToken", "EngineClient", "LoadOptions"]

_NOTHING_WRITTEN = Timings(
    prompt_tokens=0, reused_tokens=0, prompt_ms=0.0, answer_tokens=0, answer_ms=0.0, first_token_ms=0.0
)

Answered = TypeVar("Answered")


@dataclass(frozen=True)
class LoadOptions:
    """How to hold a model; None lets the engine choose (see `protocol.Load`)."""

    context_tokens: int | None = None
    threads: int | None = None
    gpu_layers: int | None = None
    kv_type: Literal["f16", "q8_0"] = "f16"
    prompt_cache_bytes: int = 512 << 20
    memory_limit_bytes: int | None = None


@dataclass(frozen=True)
class _Wanted:
    """What is or was loaded; a file that changed under its name is another model."""

    files: tuple[Path, ...]
    options: LoadOptions
    stamps: tuple[tuple[int, int], ...]


class EngineClient:
    """Owns at most one engine process at a time, one for each model loaded.

    Any method may be called from any thread; requests are worked on one after another. All but `close`, `loaded`
    and `state` wait, so none of the others may be called on the Qt thread.
    """

    def __init__(self, command: WorkerCommand, *, silence_timeout_s: float = 60.0) -> None:
        self._command = command
        self._silence_timeout_s = silence_timeout_s
        self._state = threading.Condition()
        self._busy = False
        self._answering = False
        self._giving_way: set[CancelToken] = set()
        self._closings = 0
        self._link: EngineLink | None = None
        self._wanted: _Wanted | None = None
        self._info: ModelInfo | None = None
        self._backoff = Backoff()
        self._delay_s = 0.0
        self._last_id = 0

    # ---------------------------------------------------------------- what it is doing

    @property
    def loaded(self) -> ModelInfo | None:
        """Return what a living engine process holds, None where there is none."""
        with self._state:
            return self._info if self._link is not None and self._link.alive else None

    @property
    def state(self) -> Literal["off", "loading", "ready", "answering"]:
        """Return what the engine does just now."""
        with self._state:
            if self._link is None or not self._link.alive:
                return "off"
            if self._info is None:
                return "loading"
            return "answering" if self._answering else "ready"

    @property
    def pid(self) -> int | None:
        """Return the living process's id, None where there is none."""
        with self._state:
            return self._link.pid if self._link is not None and self._link.alive else None

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
        wanted = _Wanted(tuple(files), options, tuple(_stamp(file) for file in files))
        with self._my_turn(cancel):
            ready = self.loaded
            return ready if ready is not None and self._wanted == wanted else self._load(wanted, on_progress, cancel)

    def generate(
        self,
        turns: Sequence[Turn],
        sampling: Sampling,
        *,
        continue_last: bool = False,
        stop: Sequence[str] = (),
        reuse: bool = True,
        on_event: Callable[[PromptProgress | Delta], None],
        cancel: CancelToken,
        on_restart: Callable[[], None] | None = None,
    ) -> Finished:
        """Answer these turns; `on_event` is called on this thread as it goes.

        A stopped answer ends with reason "cancelled". Where the engine died since the model was loaded, that is done
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
            )

        try:
            return self._ask(request, Finished, on_event, cancel, on_restart)
        except Cancelled:  # before the engine heard of it
            return _stopped_early()

    def warm(self, turns: Sequence[Turn], cancel: CancelToken | None = None) -> Finished:
        """Read these turns ahead, so that the answer to what follows begins sooner. Raises as `generate`.

        It gives way: any other request stops it, and what was read until then is kept.
        """
        cancel = cancel or CancelToken()
        with self._state:
            self._giving_way.add(cancel)
        try:
            return self._ask(lambda number: Warm(number, tuple(turns)), Finished, _ignore, cancel)
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
        with self._state:
            self._closings += 1
            link = self._forget()
            self._wanted = None
        if link is not None:
            link.end()

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
            if self.loaded is None:
                self._revive(cancel, on_restart)
            with self._state:
                link = self._link
                self._last_id += 1
                number = self._last_id
                self._answering = link is not None and last is Finished
            if link is None:
                raise EngineDied("The engine was ended.")
            try:
                answer = link.ask(request(number), last, on_event, cancel)
            except (EngineDied, EngineHung):
                self._note_death()
                raise
            finally:
                with self._state:
                    self._answering = False
            self._backoff.reset()
            return answer

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

    def _revive(self, cancel: CancelToken, on_restart: Callable[[], None] | None) -> None:
        with self._state:
            wanted, died = self._wanted, self._link is not None
        if wanted is None:
            raise EngineFailed("No model is loaded.", "", "Choose a model first.")
        if died:  # while nobody was talking to it
            self._note_death()
        if on_restart is not None:
            on_restart()
        self._load(wanted, _ignore, cancel)

    def _load(self, wanted: _Wanted, on_progress: Callable[[float], None], cancel: CancelToken) -> ModelInfo:
        with self._state:
            before = self._forget()
            closings = self._closings
            delay_s, self._delay_s = self._delay_s, 0.0
        if before is not None:
            before.end()
        _pause(delay_s, cancel)
        link = EngineLink(self._command, self._silence_timeout_s)
        with self._state:
            closed = closings != self._closings
            if not closed:
                self._link, self._wanted = link, wanted
        info = None
        try:
            if closed:
                raise Cancelled("Stopped.")
            info = link.load(_message(wanted), ModelInfo, on_progress, cancel)
        except (EngineDied, EngineHung):
            self._note_death()
            raise
        finally:
            with self._state:
                if info is None and self._link is link:
                    self._forget()
                elif self._link is link:
                    self._info = info
            if info is None:
                link.end()
        return info

    def _note_death(self) -> None:
        """Let the next start wait a little longer each time."""
        with self._state:
            self._forget()
            self._delay_s = self._backoff.next_delay_s()

    def _forget(self) -> EngineLink | None:
        link, self._link, self._info = self._link, None, None
        return link


def _message(wanted: _Wanted) -> Load:
    options = wanted.options
    return Load(
        files=tuple(str(file) for file in wanted.files),
        context_tokens=options.context_tokens,
        threads=options.threads,
        gpu_layers=options.gpu_layers,
        kv_type=options.kv_type,
        prompt_cache_bytes=options.prompt_cache_bytes,
        memory_limit_bytes=options.memory_limit_bytes,
    )


def _stamp(file: Path) -> tuple[int, int]:
    """Return what tells one version of a file from another; a file that cannot be looked at fails when it is loaded."""
    try:
        status = file.stat()
    except OSError:
        return (-1, -1)
    return (status.st_size, status.st_mtime_ns)


def _pause(seconds: float, cancel: CancelToken) -> None:
    if seconds > 0:
        stopped = threading.Event()
        with cancel.heard_by(stopped.set):
            if stopped.wait(seconds):
                raise Cancelled("Stopped.")


def _stopped_early() -> Finished:
    return Finished(id=0, reason="cancelled", timings=_NOTHING_WRITTEN, seed=0, context_used=0)


def _ignore(_event: object) -> None:
    """Take an event nobody waits for."""
