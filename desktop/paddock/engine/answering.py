"""Answering one request: reading the prompt, writing token by token, and saying both as it goes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from paddock.engine.protocol import Alive, Delta, Finished, PromptProgress, Timings
from paddock.engine.repeating import Repetition
from paddock.engine.sampling import Sampler, seed_for
from paddock.engine.stopping import Characters, StopStrings

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import msgspec

    from paddock.engine.llama import Context, Model
    from paddock.engine.prompt_cache import PromptCache
    from paddock.engine.prompts import Prompt, PromptMaker
    from paddock.engine.protocol import FinishReason, Generate
    from paddock.engine.reasoning import Splitter

# Text is sent at most this often: more would wake the window's process more often than anybody reads.
_DELTA_S: Final = 0.04
_ALIVE_S: Final = 0.5
# Where one token takes longer than this, the window is told in between that work goes on.
_SLOW_TOKEN_S: Final = 1.0


class Overflow(Exception):
    """The prompt and one token of answer do not fit: `needed` and `holds` tokens."""

    def __init__(self, needed: int, holds: int) -> None:
        super().__init__(needed, holds)
        self.needed = needed
        self.holds = holds


class Answerer:
    """Works on one request at a time, with one model and one context."""

    def __init__(
        self,
        llama: Any,
        model: Model,
        context: Context,
        cache: PromptCache,
        prompts: PromptMaker,
        send: Callable[[msgspec.Struct], None],
    ) -> None:
        self._llama = llama
        self._model = model
        self._context = context
        self._cache = cache
        self._prompts = prompts
        self._send = send
        self._pieces: dict[int, bytes | None] = {}
        self._alive_s = 0.0

    def warm(self, number: int, prompt: Prompt, started_s: float) -> Finished:
        """Read this prompt and write nothing. Raises Overflow, LlamaFailed."""
        self._context.reset_counters()
        with self._context.beating(self._show_life):
            reused, whole = self._read(number, prompt.tokens, reuse=True)
            counters = self._context.counters()
        took_ms = (time.perf_counter() - started_s) * 1000
        return Finished(
            id=number,
            reason="stop" if whole else "cancelled",
            timings=Timings(
                prompt_tokens=len(prompt.tokens),
                reused_tokens=reused,
                prompt_ms=counters.prompt_ms + counters.single_ms,
                answer_tokens=0,
                answer_ms=0.0,
                first_token_ms=took_ms,
            ),
            seed=0,
            context_used=len(self._cache.active),
        )

    def answer(self, request: Generate, prompt: Prompt, started_s: float) -> Finished:
        """Read the prompt, write the answer, send both as they come. Raises Overflow, LlamaFailed."""
        with self._context.beating(self._show_life):
            return self._answered(request, prompt, started_s)

    def _answered(self, request: Generate, prompt: Prompt, started_s: float) -> Finished:
        seed = seed_for(request.sampling)
        self._context.reset_counters()
        reused, whole = self._read(request.id, prompt.tokens, reuse=request.reuse)
        stream = _Stream(
            request.id,
            self._send,
            self._prompts.splitter(prompt),
            StopStrings((*request.stop, *self._prompts.stops)),
        )
        reason: FinishReason = "cancelled"
        first_ms = prompt_ms = 0.0
        if whole:
            sampler = Sampler(self._llama, self._model, self._context, request.sampling, seed)
            try:
                sampler.hear(prompt.tokens)
                token = sampler.next_token()
                first_ms = (time.perf_counter() - started_s) * 1000
                counters = self._context.counters()
                prompt_ms = counters.prompt_ms + counters.single_ms
                brake = Repetition() if request.brake else None
                reason = self._write(token, sampler, stream, request.sampling.max_tokens, brake)
            finally:
                sampler.free()
        stream.end()
        counters = self._context.counters()
        return Finished(
            id=request.id,
            reason=reason,
            timings=Timings(
                prompt_tokens=len(prompt.tokens),
                reused_tokens=reused,
                prompt_ms=prompt_ms,
                answer_tokens=stream.tokens,
                answer_ms=max(0.0, counters.prompt_ms + counters.single_ms - prompt_ms) if whole else 0.0,
                first_token_ms=first_ms,
            ),
            seed=seed,
            context_used=len(self._cache.active),
        )

    # ---------------------------------------------------------------- reading

    def _read(self, number: int, tokens: list[int], *, reuse: bool) -> tuple[int, bool]:
        """Bring the context to the end of the prompt; return how much was there already, and whether all is now."""
        context, cache = self._context, self._cache
        if len(tokens) + 1 > context.capacity:
            raise Overflow(len(tokens) + 1, context.capacity)
        done = reused = cache.prepare(tokens, reuse=reuse)
        total = len(tokens)
        self._send(PromptProgress(number, done, total, reused))
        context.watch(self._show_life)
        try:
            while done < total:
                end = _batch_end(done, total, context.batch_tokens)
                batch = tokens[done:end]
                if context.stopped or not context.decode(batch):
                    cache.settle()
                    return reused, False
                cache.read(batch)
                done = end
                if done == total - 1:
                    cache.checkpoint()
                self._send(PromptProgress(number, done, total, reused))
        finally:
            context.watch(None)
        return reused, True

    def _show_life(self) -> None:
        now_s = time.perf_counter()
        if now_s - self._alive_s >= _ALIVE_S:
            self._alive_s = now_s
            self._send(Alive())

    # ---------------------------------------------------------------- writing

    def _write(
        self, token: int, sampler: Sampler, stream: _Stream, max_tokens: int | None, brake: Repetition | None
    ) -> FinishReason:
        """Write from this first token on until something ends it, and say what did."""
        context, active, pieces = self._context, self._cache.active, self._pieces
        left = max_tokens if max_tokens is not None else context.capacity
        slow = False
        while True:
            try:
                piece = pieces[token]
            except KeyError:
                piece = pieces[token] = self._look_up(token)
            if piece is None:
                return "stop"
            stream.token(piece)
            left -= 1
            if stream.met_stop:
                return "stop"
            if left <= 0:
                return "length"
            if brake is not None and brake.feed(token, piece):
                return "repeats"
            if len(active) >= context.capacity:
                return "context"
            before_s = time.perf_counter()
            if not context.decode_one(token):
                self._cache.settle()
                return "cancelled"
            active.append(token)
            if (time.perf_counter() - before_s > _SLOW_TOKEN_S) != slow:
                slow = not slow
                context.watch(self._show_life if slow else None)
            token = sampler.next_token()

    def _look_up(self, token: int) -> bytes | None:
        """Return what a token writes, None where it ends the answer."""
        if self._model.ends(token):
            return None
        plain = self._model.piece(token, special=False)
        if plain:
            return plain
        spelled = self._model.piece(token, special=True)
        style = self._prompts.style
        # Control tokens are not part of an answer, save those that mark its reasoning.
        marks = f"{style.opens} {style.closes} {style.preface}" if style else ""
        return spelled if spelled.decode("utf-8", "replace") in marks else b""


def _batch_end(done: int, total: int, most: int) -> int:
    """Return where the batch that begins at `done` ends.

    Rounding in floating point depends on the shape of a batch. So batches end at fixed places, and the last token
    stands alone, as it does when all but it is reused: then a seed repeats an answer to the letter, read from nothing
    or not.
    """
    if done >= total - 1:
        return total
    return min(done - done % most + most, total - 1)


class _Stream:
    """What becomes of written tokens: characters, reasoning and answer, stop strings, and messages now and then."""

    def __init__(
        self,
        number: int,
        send: Callable[[msgspec.Struct], None],
        splitter: Splitter | None,
        stops: StopStrings,
    ) -> None:
        self._number = number
        self._send = send
        self._splitter = splitter
        self._stops = stops
        self._characters = Characters()
        self._text = ""
        self._reasoning = False
        self._unsent_tokens = 0
        self._due_s = 0.0
        self.tokens = 0

    @property
    def met_stop(self) -> bool:
        """Return whether a stop string ended the answer."""
        return self._stops.met

    def token(self, piece: bytes) -> None:
        """Take one token's bytes."""
        self.tokens += 1
        self._unsent_tokens += 1
        self._take(self._characters.feed(piece))
        if self._text and time.perf_counter() >= self._due_s:
            self._flush()

    def end(self) -> None:
        """Send what is left."""
        self._take(self._characters.end())
        if self._splitter is not None:
            for part in self._splitter.end():
                self._add(part.text, reasoning=part.reasoning)
        self._put(self._stops.end(), reasoning=False)
        if self._text or self._unsent_tokens:
            self._flush()

    def _take(self, text: str) -> None:
        if not text:
            return
        if self._splitter is None or self._splitter.settled:
            self._add(text, reasoning=False)
            return
        for part in self._splitter.feed(text):
            self._add(part.text, reasoning=part.reasoning)

    def _add(self, text: str, *, reasoning: bool) -> None:
        self._put(text if reasoning else self._stops.feed(text), reasoning=reasoning)

    def _put(self, text: str, *, reasoning: bool) -> None:
        if not text:
            return
        if reasoning != self._reasoning and self._text:
            self._flush()
        self._reasoning = reasoning
        self._text += text

    def _flush(self) -> None:
        self._send(Delta(self._number, self._text, self._reasoning, self._unsent_tokens))
        self._text = ""
        self._unsent_tokens = 0
        self._due_s = time.perf_counter() + _DELTA_S
