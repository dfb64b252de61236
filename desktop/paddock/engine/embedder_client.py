"""The embedder as the window sees it: texts in, vectors out; a query never waits for the passages before it."""

from __future__ import annotations

import contextlib
import math
import sys
import threading
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from paddock.engine.cancelling import CancelToken
from paddock.engine.keeper import Keeper, Wanted
from paddock.engine.protocol import (
    MAX_EMBEDDED_CHARACTERS,
    MAX_EMBEDDED_TEXTS,
    BatchesDone,
    Embed,
    EmbedderInfo,
    LoadEmbedder,
    ProbeWalls,
    Rank,
    Scores,
    Vectors,
    Walls,
)
from paddock.errors import Cancelled, EngineDied, EngineFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from paddock.engine.protocol import TextKind
    from paddock.engine.stamp import Stamp
    from paddock.process.supervisor import WorkerCommand

__all__ = ["CancelToken", "Embedded", "EmbedderClient", "EmbedderOptions"]

_FLOAT_BYTES: Final = 4
_REQUEST_CHARACTERS: Final = 4 << 20
_OFF_LENGTH: Final = 0.01
# After so many interruptions in the middle of the same batch it is done first, and the next query waits for it.
_MOST_FRUITLESS: Final = 3
# After so many queries in a row one batch of passages comes first: else those who only search would end embedding.
_MOST_OVERTAKING: Final = 8


@dataclass(frozen=True)
class EmbedderOptions:
    """How to hold an embedder; None lets the engine choose (see `protocol.LoadEmbedder`).

    `stamps` say what the files were when they were checked: others are not loaded.
    """

    context_tokens: int | None = None
    threads: int | None = None
    gpu_layers: int | None = None
    memory_limit_bytes: int | None = None
    stamps: tuple[Stamp, ...] = ()


@dataclass(frozen=True)
class Embedded:
    """What became of some texts, in their order.

    `vectors`: float32, little-endian, of length 1, `EmbedderInfo.dimensions` numbers each. `unknown`: the share of
    tokens the model does not know, 0 to 1 (a script it never saw: near 1), which says how little the vector means.
    `tokens`: how many were computed. `cut`: how many texts were longer than the model's context and lost their end.
    """

    vectors: tuple[bytes, ...]
    unknown: tuple[float, ...]
    tokens: int
    cut: int


class EmbedderClient:
    """Owns at most one engine process with an embedder in it.

    Any method may be called from any thread; all but `close`, `loaded`, `state` and `pid` wait. Requests are worked
    on one after another, save that a query (and a ranking) interrupts passages: what these have computed stands, and
    the rest goes on after it.
    """

    def __init__(self, command: WorkerCommand, *, silence_timeout_s: float = 60.0) -> None:
        self._keeper = Keeper(command, EmbedderInfo, silence_timeout_s)
        self._turns = threading.Condition()
        self._busy = False
        self._urgent = 0  # so many queries and the like are waiting
        self._patient = 0  # so many callers with passages are waiting
        self._overtaken = 0  # so many queries in a row went before them
        self._giving_way: _Stretch | None = None

    # ---------------------------------------------------------------- what it is doing

    @property
    def loaded(self) -> EmbedderInfo | None:
        """Return what a living process holds, None where there is none."""
        return self._keeper.loaded

    @property
    def state(self) -> Literal["off", "loading", "ready", "answering"]:
        """Return what the process does just now."""
        return self._keeper.state

    @property
    def pid(self) -> int | None:
        """Return the living process's id, None where there is none."""
        return self._keeper.pid

    # ---------------------------------------------------------------- what can be asked

    def load(
        self,
        files: Sequence[Path],
        options: EmbedderOptions | None = None,
        on_progress: Callable[[float], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> EmbedderInfo:
        """Have this embedder ready, at once where it is; `on_progress` gets 0 to 1.

        Raises ModelFileError (also for a model that is none), OutOfMemory, EngineDied, EngineHung, Cancelled. After a
        failure nothing is loaded.
        """
        cancel = cancel or CancelToken()
        options = options or EmbedderOptions()
        message = LoadEmbedder(
            files=tuple(str(file) for file in files),
            context_tokens=options.context_tokens,
            threads=options.threads,
            gpu_layers=options.gpu_layers,
            memory_limit_bytes=options.memory_limit_bytes,
            stamps=options.stamps,
        )
        wanted = Wanted.of(message, tuple(files))
        ready = self._keeper.ready(wanted)  # asked before every search: nobody is interrupted for it
        if ready is not None:
            return ready
        with self._my_turn(cancel, _Stretch(urgent=True)):
            return self._keeper.load(wanted, on_progress or _ignore, cancel)

    def embed(self, texts: Sequence[str], kind: TextKind, cancel: CancelToken | None = None) -> Embedded:
        """Return a vector for each text, with the prefix of its kind in front.

        A text longer than the model's context is cut to it, and counted in `Embedded.cut`; of a text of more than a
        million characters the rest is not looked at. Where the process died since it was loaded, that is done again
        first. Raises Cancelled at any moment, EngineFailed and its kin, and from loading what `load` raises.
        """
        taking = _Vectors(self._keeper, len(texts))
        self._through(texts, lambda number, some: Embed(number, some, kind), taking.take, cancel, kind == "query")
        return taking.embedded()

    def rank(self, query: str, texts: Sequence[str], cancel: CancelToken | None = None) -> list[float]:
        """Return a score for each text, higher for a better answer; for a reranker (`pooling` "rank") alone.

        Long texts are cut as by `embed`. Raises as `embed`.
        """
        scores = [0.0] * len(texts)

        def take(event: Vectors | Scores, places: Sequence[int]) -> None:
            if not isinstance(event, Scores) or len(event.values) != len(event.places):
                raise _nonsense()
            for place, score in zip(places, event.values, strict=True):
                scores[place] = score

        question = query[:MAX_EMBEDDED_CHARACTERS]
        self._through(texts, lambda number, some: Rank(number, question, some), take, cancel, urgent=True)
        return scores

    def probe(self) -> Walls:
        """Have the process try what it must not be able to do. Raises as `embed`."""
        cancel = CancelToken()
        with self._my_turn(cancel, _Stretch(urgent=True)):
            return self._keeper.ask(ProbeWalls, Walls, _ignore, cancel, working=False)

    def close(self) -> None:
        """End the process with all it holds in memory. What is going on fails; `load` may be called again later."""
        self._keeper.close()

    # ---------------------------------------------------------------- inside

    def _through(
        self,
        texts: Sequence[str],
        request: Callable[[int, tuple[str, ...]], Embed | Rank],
        take: Callable[[Vectors | Scores, Sequence[int]], None],
        cancel: CancelToken | None,
        urgent: bool,  # noqa: FBT001 - said at both calls
    ) -> None:
        """Have all texts worked on, in requests of bounded size, texts of like length together."""
        cancel = cancel or CancelToken()
        wanted = self._keeper.wanted
        for asked in _portions(texts):
            left = asked
            fruitless = 0
            while left:
                before = len(left)
                stretch = _Stretch(urgent=urgent, patient=fruitless >= _MOST_FRUITLESS)
                left = self._portion(left, texts, request, take, cancel, stretch)
                fruitless = fruitless + 1 if len(left) == before else 0
                if self._keeper.wanted != wanted:  # vectors of two models do not go together
                    raise EngineFailed("Another embedder was loaded meanwhile.", "", "Embed these texts anew.")

    def _portion(
        self,
        asked: list[int],
        texts: Sequence[str],
        request: Callable[[int, tuple[str, ...]], Embed | Rank],
        take: Callable[[Vectors | Scores, Sequence[int]], None],
        cancel: CancelToken,
        stretch: _Stretch,
    ) -> list[int]:
        """Have these texts worked on once; return those left over where something more urgent came between."""
        some = tuple(texts[place][:MAX_EMBEDDED_CHARACTERS] for place in asked)
        waiting = dict(enumerate(asked))

        def hear(event: Vectors | Scores) -> None:
            if len(set(event.places)) != len(event.places) or not waiting.keys() >= set(event.places):
                raise _nonsense()
            take(event, [waiting.pop(place) for place in event.places])
            stretch.got_on()

        whole = False
        with cancel.heard_by(stretch.token.cancel), self._my_turn(cancel, stretch):
            try:
                whole = self._keeper.ask(lambda number: request(number, some), BatchesDone, hear, stretch.token).whole
            except Cancelled:  # it had to be ended to give way; the rest is for the next one
                if cancel.cancelled:
                    raise
            if whole and waiting:
                self._keeper.note_death()
                raise _nonsense()
        if cancel.cancelled:
            raise Cancelled("Stopped.")
        return list(waiting.values())

    @contextlib.contextmanager
    def _my_turn(self, cancel: CancelToken, stretch: _Stretch) -> Iterator[None]:
        """Wait until nobody else talks to the process; what is urgent comes first. Raises Cancelled."""

        def wake() -> None:
            with self._turns:
                self._turns.notify_all()

        urgent = stretch.urgent

        def may_go() -> bool:
            passages_first = self._patient > 0 and self._overtaken >= _MOST_OVERTAKING
            in_the_way = passages_first if urgent else self._urgent > 0 and not passages_first
            return not self._busy and not in_the_way

        with cancel.heard_by(wake), self._turns:
            self._urgent += urgent
            self._patient += not urgent
            try:
                if urgent and self._giving_way is not None:
                    self._giving_way.give_way()
                self._turns.wait_for(lambda: cancel.cancelled or may_go())
                if cancel.cancelled:
                    raise Cancelled("Stopped.")
                self._busy = True
                self._giving_way = None if urgent else stretch
            finally:
                self._urgent -= urgent
                self._patient -= not urgent
                self._turns.notify_all()
            self._overtaken = self._overtaken + 1 if urgent and self._patient else 0
            if not urgent and self._urgent:
                stretch.give_way_after_a_batch()
        try:
            yield
        finally:
            with self._turns:
                self._busy = False
                self._giving_way = None
                self._turns.notify_all()


class _Stretch:
    """Work between two interruptions.

    `patient`: stretches before were interrupted before they got anywhere, so this one gives way only after a batch, or
    one query after another would keep passages from ever being done.
    """

    def __init__(self, *, urgent: bool, patient: bool = False) -> None:
        self.urgent = urgent
        self.token = CancelToken()
        self._lock = threading.Lock()
        self._patient = patient
        self._asked = False

    def give_way(self) -> None:
        """Stop for something urgent, at once or after a batch. Any thread."""
        with self._lock:
            self._asked = True
            now = not self._patient
        if now:
            self.token.cancel()

    def give_way_after_a_batch(self) -> None:
        """Do one batch and then stop for something urgent."""
        with self._lock:
            self._patient = True
        self.give_way()

    def got_on(self) -> None:
        """Note that a batch is done."""
        with self._lock:
            self._patient = False
            now = self._asked
        if now:
            self.token.cancel()


class _Vectors:
    """Collects what comes of the batches, believing nothing that cannot be."""

    def __init__(self, keeper: Keeper[EmbedderInfo], count: int) -> None:
        self._keeper = keeper
        self._vectors = [b""] * count
        self._unknown = [0.0] * count
        self._tokens = 0
        self._cut = 0

    def take(self, event: Vectors | Scores, places: Sequence[int]) -> None:
        """Put one batch's vectors in their places. Raises EngineDied where they are none."""
        info = self._keeper.loaded
        if info is None or not isinstance(event, Vectors):
            raise _nonsense()
        count, row_bytes = len(places), info.dimensions * _FLOAT_BYTES
        if not len(event.unknown) == len(event.tokens) == len(event.cut) == count:
            raise _nonsense()
        if len(event.rows) != count * row_bytes:
            raise _nonsense()
        for number, place in enumerate(places):
            untrusted_row = event.rows[number * row_bytes : (number + 1) * row_bytes]
            if not _has_length_one(untrusted_row):
                raise _nonsense()
            self._vectors[place] = untrusted_row
            self._unknown[place] = event.unknown[number]
        self._tokens += sum(event.tokens)
        self._cut += sum(event.cut)

    def embedded(self) -> Embedded:
        """Return all."""
        return Embedded(tuple(self._vectors), tuple(self._unknown), self._tokens, self._cut)


def _portions(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the texts' places, shortest texts first, as many at a time as one request may carry."""
    portion: list[int] = []
    size = 0
    for place in sorted(range(len(texts)), key=lambda place: len(texts[place])):
        length = min(len(texts[place]), MAX_EMBEDDED_CHARACTERS)
        if portion and (len(portion) == MAX_EMBEDDED_TEXTS or size + length > _REQUEST_CHARACTERS):
            yield portion
            portion, size = [], 0
        portion.append(place)
        size += length
    if portion:
        yield portion


def _has_length_one(row: bytes) -> bool:
    values = array("f", row)
    if sys.byteorder == "big":
        values.byteswap()
    return abs(math.hypot(*values) - 1) < _OFF_LENGTH


def _nonsense() -> EngineDied:
    return EngineDied("The embedder said something no embedder says.", "", "Try again, or use another embedder.")


def _ignore(_event: object) -> None:
    """Take an event nobody waits for."""
