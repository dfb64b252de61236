"""How fast a model will write here: guessed from its size and the memory's speed, replaced by what was measured."""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import re
import threading
import time
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from paddock.models.fit import kv_bytes_per_token
from paddock.models.notes import change_notes, read_notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.models.header import Header
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel

MEASURE_S: Final = 0.25
_BUFFER_BYTES: Final = 64 << 20
_KEPT: Final = 1000
# Writing one token reads all weights once; llama.cpp reaches about this share of what a plain copy moves.
REACHED_SHARE: Final = 0.6
# English and most of its neighbours: three words are about four tokens.
WORDS_A_TOKEN: Final = 0.75
LEAST_TOKENS: Final = 16  # an answer shorter than this says nothing of speed
_A_FEW: Final = 10
_EXPERTS: Final = re.compile(r"blk\.\d+\.ffn_\w+_exps\.")

TokensPerSecond = Annotated[float, Meta(ge=0, le=1e6)]


class Speeds(msgspec.Struct, frozen=True):
    """Bytes a second the memory moves (0: not measured yet), and by model the tokens a second and the last use."""

    memory_bytes_per_second: Annotated[float, Meta(ge=0, le=1e15)] = 0.0
    tokens_per_second: Annotated[dict[str, TokensPerSecond], Meta(max_length=100_000)] = {}
    last_used: Annotated[dict[str, float], Meta(max_length=100_000)] = {}


class Speedometer:
    """Knows how fast models write on this computer. A file that cannot be read or written only costs a new guess.

    `measure` returns the bytes a second that memory moves; it is asked once and its answer kept in `file` (cache).
    """

    def __init__(
        self,
        file: Path,
        models: InstalledModels,
        clock: Callable[[], float] = time.time,
        measure: Callable[[], float] | None = None,
    ) -> None:
        self._file = file
        self._models = models
        self._clock = clock
        self._measure = measure or memory_bytes_per_second
        self._lock = threading.Lock()

    def record(self, model: InstalledModel, tokens: int, milliseconds: float) -> None:
        """Note that a model was used, and what its answer took. The newest figure counts: it is how fast it is now."""
        keys, now = self._keys(model), self._clock()

        def with_it(noted: Speeds) -> Speeds:
            speeds = noted.tokens_per_second
            if tokens >= LEAST_TOKENS and milliseconds > 0:
                speeds = _with(speeds, keys, min(tokens / milliseconds * 1000, 1e6))
            used = _with(noted.last_used, keys, now)
            return msgspec.structs.replace(noted, tokens_per_second=speeds, last_used=used)

        self._change(with_it)

    def last_used(self, model: InstalledModel) -> float | None:
        """Return when this model last answered here (seconds since 1970), or None before its first answer."""
        noted = self._read().last_used
        return next((noted[key] for key in self._keys(model) if key in noted), None)

    def measured(self, model: InstalledModel) -> float | None:
        """Return the tokens a second of this model's last answer here, or None before its first."""
        noted = self._read().tokens_per_second
        return next((noted[key] for key in self._keys(model) if key in noted), None)

    def guessed(self, header: Header) -> float:
        """Return the tokens a second to expect. The first call measures the memory, a quarter of a second."""
        bytes_a_token = bytes_read_per_token(header)
        return self._memory() * REACHED_SHARE / bytes_a_token if bytes_a_token else 0.0

    def sentence(self, model: InstalledModel) -> str:
        """Return the speed in words, and whether it was measured or is a guess; nothing for what does not write."""
        if not model.writes or model.header is None:
            return ""
        measured = self.measured(model)
        if measured is not None:
            return f"{in_words_a_second(measured)}, as measured here"
        return f"{in_words_a_second(self.guessed(model.header))}, a guess until it was used"

    def _keys(self, model: InstalledModel) -> tuple[str, ...]:
        """Return by what a model is known: its hash, where it was worked out, and its name and size."""
        by_name = f"{model.name}:{model.size_bytes}"
        known = self._models.known_sha256(model)
        return (known[0], by_name) if known else (by_name,)

    def _memory(self) -> float:
        with self._lock:
            noted = self._read()
            if noted.memory_bytes_per_second <= 0:
                measured = self._measure()
                self._change(lambda noted: msgspec.structs.replace(noted, memory_bytes_per_second=measured))
                return measured
            return noted.memory_bytes_per_second

    def _read(self) -> Speeds:
        try:
            return read_notes(self._file, Speeds)
        except (OSError, msgspec.MsgspecError):
            return Speeds()

    def _change(self, change: Callable[[Speeds], Speeds]) -> None:
        with contextlib.suppress(OSError):  # a cache
            change_notes(self._file, Speeds, change, must_be_read=False)


def _with(noted: dict[str, float], keys: tuple[str, ...], value: float) -> dict[str, float]:
    """Return the newest notes with this one under the first of its keys, and under none of the others."""
    kept = {key: number for key, number in noted.items() if key not in keys} | {keys[0]: value}
    return dict(list(kept.items())[-_KEPT:])


def bytes_read_per_token(header: Header) -> float:
    """Return the bytes that are read to write one token: all weights but experts at rest, and some cache."""
    weights = float(header.tensor_bytes or header.file_bytes)
    experts, used = header.number("{arch}.expert_count") or 0, header.number("{arch}.expert_used_count") or 0
    if 0 < used < experts:
        at_rest = sum(tensor.size_bytes for tensor in header.tensors if _EXPERTS.match(tensor.name))
        weights -= at_rest * (1 - used / experts)
    return weights + 512 * kv_bytes_per_token(header)


def in_words_a_second(tokens_per_second: float) -> str:
    """Return “about 8 words a second”."""
    words = tokens_per_second * WORDS_A_TOKEN
    if words < 1:
        return "less than one word a second"
    shown = f"{words:.0f}" if words < _A_FEW else f"{round(words / 5) * 5:.0f}"
    return f"about {shown} {'word' if shown == '1' else 'words'} a second"


def memory_bytes_per_second(seconds: float = MEASURE_S) -> float:
    """Return how many bytes a second one thread copies in memory, reading and writing counted; takes `seconds`.

    Copied by C's own function, which lets other threads of Python work meanwhile: the window's among them.
    """
    with mmap.mmap(-1, 2 * _BUFFER_BYTES) as memory:  # its pages come into being with the first bytes, not at once
        source = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        target = source + _BUFFER_BYTES
        ctypes.memset(source, 1, 2 * _BUFFER_BYTES)
        moved, start = 0, time.perf_counter()
        while (taken := time.perf_counter() - start) < seconds:
            ctypes.memmove(target, source, _BUFFER_BYTES)
            moved += 2 * _BUFFER_BYTES
    return moved / taken if taken > 0 else 0.0
