"""The embedder at work: loads a model for vectors or scores, and answers with them batch by batch."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paddock.engine.embedding import EmbeddingContext, EmbeddingOptions, NoNumbers, Tokenizer, pooling_of
from paddock.engine.failures import context_failure, load_failure
from paddock.engine.families import prefixes_of
from paddock.engine.llama import LlamaFailed
from paddock.engine.model_files import LoadFailed, file_failure
from paddock.engine.protocol import (
    Alive,
    BatchesDone,
    Embed,
    EmbedderInfo,
    Failed,
    ProbeWalls,
    Rank,
    Scores,
    Vectors,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paddock.engine.embedding import Tokens
    from paddock.engine.inbox import Inbox
    from paddock.engine.library import LogBook
    from paddock.engine.llama import Model
    from paddock.engine.protocol import LoadEmbedder, Pooling, Walls
    from paddock.engine.weights import WeightsLoader
    from paddock.process.wire import Sender

DEFAULT_CONTEXT_TOKENS: Final = 2048
_ALIVE_S: Final = 0.5
# Where a batch takes longer than this, the window is told in between that work goes on.
_SLOW_BATCH_S: Final = 1.0
_SHORT: Final = 1000


@dataclass(frozen=True)
class LoadedEmbedder:
    """A model ready to embed."""

    context: EmbeddingContext
    tokenizer: Tokenizer
    info: EmbedderInfo


@dataclass(frozen=True)
class _Ready:
    model: Model
    pooling: Pooling
    longest: int
    context: EmbeddingContext
    tokenizer: Tokenizer


def load_embedder(
    llama: Any, log: LogBook, weights: WeightsLoader, request: LoadEmbedder, threads: int, free_bytes: int
) -> LoadedEmbedder:
    """Return the model ready to embed. Raises LoadFailed, LoadCancelled."""
    started_s = time.perf_counter()

    def make(model: Model, on_processor: bool) -> _Ready:  # noqa: FBT001 - as placed
        pooling = pooling_of(model)
        if pooling is None or model.vocab_size == 0:
            raise LoadFailed(
                file_failure(
                    "This model cannot embed.",
                    "It writes text; it was not made to turn text into vectors.",
                    "Choose an embedding model.",
                )
            )
        longest = min(request.context_tokens or DEFAULT_CONTEXT_TOKENS, model.trained_context or DEFAULT_CONTEXT_TOKENS)
        log.forget()
        options = EmbeddingOptions(longest, request.batch_tokens, threads, pooling, on_processor)
        try:
            context = EmbeddingContext(llama, model, options)
        except LlamaFailed:
            raise LoadFailed(context_failure(log, longest)) from None
        tokenizer = Tokenizer(llama, model, longest)
        _warm_up(log, context, tokenizer, weights.show_life)
        return _Ready(model, pooling, longest, context, tokenizer)

    placed = weights.load(request, free_bytes, make)
    ready = placed.made
    model, context, tokenizer = ready.model, ready.context, ready.tokenizer
    weights.done()
    stem = Path(request.files[0]).stem
    prefixes = prefixes_of(model.meta, stem)
    return LoadedEmbedder(
        context,
        tokenizer,
        EmbedderInfo(
            name=(model.meta("general.name") or stem)[:200],
            architecture=(model.meta("general.architecture") or "")[:100],
            parameters=model.parameters,
            size_bytes=model.size_bytes,
            dimensions=context.dimensions,
            context_tokens=ready.longest,
            trained_context_tokens=model.trained_context,
            batch_tokens=context.batch_tokens,
            pooling=ready.pooling,
            query_prefix=prefixes.query,
            passage_prefix=prefixes.passage,
            tells_unknown=tokenizer.tells_unknown,
            threads=threads,
            gpu_layers=placed.layers,
            gpu_note=placed.note,
            load_ms=(time.perf_counter() - started_s) * 1000,
            llama_cpp=llama.llama_print_system_info().decode("utf-8", "replace")[:_SHORT],
        ),
    )


def _warm_up(log: LogBook, context: EmbeddingContext, tokenizer: Tokenizer, show_life: Callable[[], None]) -> None:
    """Compute one text, so that all weights are at hand and a crash comes now."""
    context.watch(show_life)
    try:
        with context.beating(show_life):
            context.compute([tokenizer.text("paddock")])
    except NoNumbers:
        context.free()
        raise LoadFailed(
            file_failure("The model file is damaged.", "What it computes is no number.", "Get the file again.")
        ) from None
    except LlamaFailed:
        context.free()
        raise LoadFailed(load_failure(log)) from None
    context.watch(None)


class EmbedderAtWork:
    """Takes requests one after another and answers each, whatever becomes of it."""

    def __init__(
        self, loaded: LoadedEmbedder, log: LogBook, sender: Sender, inbox: Inbox, walls: Callable[[int], Walls]
    ) -> None:
        self._context = loaded.context
        self._tokenizer = loaded.tokenizer
        self._info = loaded.info
        self._log = log
        self._sender = sender
        self._inbox = inbox
        self._walls = walls
        self._alive_s = 0.0
        self._slow = False

    def serve(self) -> None:
        """Answer until the window wants no more."""
        while (arrived := self._inbox.next()) is not None:
            request, _ = arrived
            if isinstance(request, Embed | Rank | ProbeWalls):
                self._inbox.begin(request.id, self._context.stop)
                try:
                    self._sender.send(self._answer(request))
                finally:
                    self._inbox.finish()
                    self._context.resume()

    def _answer(self, request: Embed | Rank | ProbeWalls) -> BatchesDone | Failed | Walls:
        self._log.forget()
        try:
            if isinstance(request, ProbeWalls):
                return self._walls(request.id)
            with self._context.beating(self._show_life):
                return BatchesDone(request.id, whole=self._compute(request))
        except MemoryError:
            return Failed(
                id=request.id,
                kind="out_of_memory",
                what="There is not enough memory to go on.",
                why="The system gave no more memory.",
                next_step="Use a smaller embedder, or close other programs.",
            )
        except LlamaFailed as failure:
            return Failed(
                id=request.id,
                kind="internal",
                what="The embedder could not go on.",
                why=f"llama.cpp: {failure}.",
                next_step="Try again; if it happens again, use another embedder.",
            )

    def _compute(self, request: Embed | Rank) -> bool:
        """Send what comes out of each batch; return whether all was computed."""
        if isinstance(request, Rank) != self._context.scores:
            raise LlamaFailed("a reranker makes no vectors, and an embedder ranks nothing")
        for places, batch in self._batches(request):
            before_s = time.perf_counter()
            rows = self._context.compute(batch)
            if rows is None:
                return False
            self._watch_if_slow(time.perf_counter() - before_s)
            if isinstance(request, Rank):
                self._sender.send(Scores(request.id, places, tuple(row[0] for row in rows)))
                continue
            joined = rows[0]
            for row in rows[1:]:
                joined += row
            if sys.byteorder == "big":
                joined.byteswap()
            self._sender.send(
                Vectors(
                    id=request.id,
                    places=places,
                    rows=joined.tobytes(),
                    unknown=tuple(text.unknown for text in batch),
                    tokens=tuple(len(text.ids) for text in batch),
                    cut=tuple(text.cut for text in batch),
                )
            )
        return not self._context.stopped

    def _batches(self, request: Embed | Rank) -> Iterator[tuple[tuple[int, ...], Sequence[Tokens]]]:
        """Yield batches of texts of like length, as full as they get, and which texts of the request they are."""
        prefix = ""
        if isinstance(request, Embed):
            prefix = self._info.query_prefix if request.kind == "query" else self._info.passage_prefix
        places: list[int] = []
        batch: list[Tokens] = []
        size = 0
        for place in sorted(
            range(len(request.texts)), key=lambda place: len(request.texts[place].encode("utf-8", "replace"))
        ):
            if self._context.stopped:
                return
            text = request.texts[place]
            tokens = (
                self._tokenizer.pair(request.query, text)
                if isinstance(request, Rank)
                else self._tokenizer.text(prefix + text)
            )
            full = size + len(tokens.ids) > self._context.batch_tokens or len(batch) == self._context.most_sequences
            if batch and full:
                yield tuple(places), batch
                places, batch, size = [], [], 0
            places.append(place)
            batch.append(tokens)
            size += len(tokens.ids)
        if batch:
            yield tuple(places), batch

    def _watch_if_slow(self, batch_s: float) -> None:
        """Tell the window that work goes on: between batches, and within those that take long."""
        self._show_life()
        if (batch_s > _SLOW_BATCH_S) != self._slow:
            self._slow = not self._slow
            self._context.watch(self._show_life if self._slow else None)

    def _show_life(self) -> None:
        now_s = time.perf_counter()
        if now_s - self._alive_s >= _ALIVE_S:
            self._alive_s = now_s
            self._sender.send(Alive())
