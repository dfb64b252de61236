"""Keeps one engine process with one model loaded: started when wanted, anew after a death, ended for good."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from paddock.engine.card_trust import CardTrust
from paddock.engine.link import EngineLink
from paddock.errors import Cancelled, EngineDied, EngineFailed, EngineHung, OutOfMemory
from paddock.process.backoff import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.engine.cancelling import CancelToken
    from paddock.engine.protocol import Count, Embed, Generate, Load, LoadEmbedder, ProbeWalls, Rank, Warm
    from paddock.process.supervisor import WorkerCommand

Info = TypeVar("Info")
Answered = TypeVar("Answered")


@dataclass(frozen=True)
class Wanted:
    """What is or was loaded; a file that changed under its name is another model."""

    message: Load | LoadEmbedder
    stamps: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, message: Load | LoadEmbedder, files: tuple[Path, ...]) -> Wanted:
        """Return what to load, with its files as they are now."""
        return cls(message, tuple(_stamp(file) for file in files))


class Keeper(Generic[Info]):
    """Owns at most one engine process at a time. `info` is the message that says a model is loaded.

    `loaded`, `state`, `pid`, `waits_s`, `wanted`, `ready` and `close` may be called from any thread; the others by
    whoever has its turn, one at a time.
    """

    def __init__(self, command: WorkerCommand, info: type[Info], silence_timeout_s: float) -> None:
        self._command = command
        self._kind = info
        self._silence_timeout_s = silence_timeout_s
        self._lock = threading.Lock()
        self._closings = 0
        self._link: EngineLink | None = None
        self._wanted: Wanted | None = None
        self._info: Info | None = None
        self._answering = False
        self._backoff = Backoff()
        self._trust = CardTrust()
        self._delay_s = 0.0
        self._starts_at = 0.0  # on the clock that only grows
        self._last_id = 0

    # ---------------------------------------------------------------- what it is doing

    @property
    def loaded(self) -> Info | None:
        """Return what a living process holds, None where there is none."""
        with self._lock:
            return self._info if self._link is not None and self._link.alive else None

    @property
    def state(self) -> Literal["off", "loading", "ready", "answering"]:
        """Return what the process does just now."""
        with self._lock:
            if self._link is None or not self._link.alive:
                return "off"
            if self._info is None:
                return "loading"
            return "answering" if self._answering else "ready"

    @property
    def wanted(self) -> Wanted | None:
        """Return what is or was loaded and would be loaded again; None after `close` or before anything was."""
        with self._lock:
            return self._wanted

    @property
    def pid(self) -> int | None:
        """Return the living process's id, None where there is none."""
        with self._lock:
            return self._link.pid if self._link is not None and self._link.alive else None

    @property
    def waits_s(self) -> float:
        """Return how long, in seconds, a process that died waits until it is started again; 0 where none does."""
        with self._lock:
            return max(self._starts_at - time.monotonic(), 0.0)

    def ready(self, wanted: Wanted) -> Info | None:
        """Return what a living process holds if that is what is wanted, else None."""
        with self._lock:
            alive = self._link is not None and self._link.alive
            return self._info if alive and self._wanted == wanted else None

    # ---------------------------------------------------------------- for whoever has its turn

    def load(self, wanted: Wanted, on_progress: Callable[[float], None], cancel: CancelToken) -> Info:
        """Have this model ready, at once where it is. Raises what loading raises; then nothing is loaded."""
        return self.ready(wanted) or self._load(wanted, on_progress, cancel)

    def ask(
        self,
        request: Callable[[int], Generate | Warm | Count | Embed | Rank | ProbeWalls],
        last: type[Answered],
        on_event: Callable[[Any], None],
        cancel: CancelToken,
        *,
        on_restart: Callable[[], None] | None = None,
        working: bool = True,
    ) -> Answered:
        """Have one request answered, `request` being given its number; a model whose process died is loaded first."""
        if self.loaded is None:
            self._revive(cancel, on_restart)
        with self._lock:
            link = self._link
            self._last_id += 1
            number = self._last_id
            self._answering = working and link is not None
        if link is None:
            raise EngineDied("The engine was ended.")
        try:
            answer = link.ask(request(number), last, on_event, cancel)
        except (EngineDied, EngineHung):
            self._note_death_at_work(link)
            raise
        finally:
            with self._lock:
                self._answering = False
        self._backoff.reset()
        self._trust.worked()
        return answer

    def close(self) -> None:
        """End the process with all it holds in memory. What is going on fails; it may be loaded again later."""
        with self._lock:
            self._closings += 1
            link = self._forget()
            self._wanted = None
        if link is not None:
            link.end()

    def note_death(self) -> None:
        """Let the next start wait a little longer each time; a process that is not believed any more is ended."""
        with self._lock:
            link = self._forget()
            self._delay_s = self._backoff.next_delay_s()
        if link is not None:
            link.end()

    # ---------------------------------------------------------------- inside

    def _revive(self, cancel: CancelToken, on_restart: Callable[[], None] | None) -> None:
        with self._lock:
            wanted, died = self._wanted, self._link
        if wanted is None:
            raise EngineFailed("No model is loaded.", "", "Choose a model first.")
        if died is not None:  # while nobody was talking to it
            self._note_death_at_work(died)
        if on_restart is not None:
            on_restart()
        self._load(wanted, _ignore, cancel)

    def _note_death_at_work(self, link: EngineLink) -> None:
        if link.on_card:
            self._trust.died_at_work()
        self.note_death()

    def _load(self, wanted: Wanted, on_progress: Callable[[float], None], cancel: CancelToken) -> Info:
        with self._lock:
            before = self._forget()
            closings = self._closings
            delay_s, self._delay_s = self._delay_s, 0.0
        if before is not None:
            before.end()
        self._wait(delay_s, cancel)
        link = EngineLink(self._command, self._silence_timeout_s)
        with self._lock:
            closed = closings != self._closings
            if not closed:
                self._link, self._wanted = link, wanted
        if closed:
            link.end()
            raise Cancelled("Stopped.")
        try:
            info = link.load(self._trust.request(wanted.message), self._kind, on_progress, cancel)
        except BaseException as error:
            by_card = link.on_card and isinstance(error, EngineDied | EngineHung | OutOfMemory)
            if isinstance(error, EngineDied | EngineHung) and not by_card:
                self.note_death()
            with self._lock:
                if self._link is link:
                    self._forget()
                closed = closings != self._closings
            link.end()
            if not by_card or closed:
                raise
            self._trust.failed_to_load()
            return self._load(wanted, on_progress, cancel)
        with self._lock:
            if self._link is link:
                self._info = info
        return info

    def _wait(self, seconds: float, cancel: CancelToken) -> None:
        if seconds <= 0:
            return
        with self._lock:
            self._starts_at = time.monotonic() + seconds
        stopped = threading.Event()
        with cancel.heard_by(stopped.set):
            if stopped.wait(seconds):
                with self._lock:
                    self._starts_at = 0.0
                raise Cancelled("Stopped.")

    def _forget(self) -> EngineLink | None:
        link, self._link, self._info = self._link, None, None
        return link


def _stamp(file: Path) -> tuple[int, int]:
    """Return what tells one version of a file from another; a file that cannot be looked at fails when it is loaded."""
    try:
        status = file.stat()
    except OSError:
        return (-1, -1)
    return (status.st_size, status.st_mtime_ns)


def _ignore(_event: object) -> None:
    """Take an event nobody waits for."""
