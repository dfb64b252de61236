"""Whether a model fits into memory, worked out from its header before anything is loaded.

The sums follow llama.cpp: llama-kv-cache.cpp (cells are reserved for the whole context at once, K and V per layer),
llama-context.cpp (context rounded up to 256, the graph reserved for one full step). Checked against its own log by
tests/models/test_fit.py.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import psutil

from paddock.engine.attention import attention_for
from paddock.models.card import size_in_words
from paddock.models.encoder_fit import encoder_compute_bytes, encoder_context, is_encoder
from paddock.models.vision_fit import vision_bytes_inside

if TYPE_CHECKING:
    from paddock.models.header import Header

DEFAULT_CONTEXT_TOKENS: Final = 8192
CONTEXT_STEP: Final = 256
MAX_LAYERS: Final = 1024  # beyond any model; a damaged file must not make the sums slow
# What one engine process takes besides the model: Python, the library, its tables and the vocabulary.
PROCESS_BYTES: Final = 150 << 20
# Below this share of the free memory there is room for the other programs to breathe.
COMFORTABLE_SHARE: Final = 0.8

KvType = Literal["f16", "q8_0"]
_KV_BYTES: Final[dict[KvType, float]] = {"f16": 2.0, "q8_0": 34 / 32}
# Where the file does not say which layers see only a window, llama.cpp's own pattern: every n-th layer sees all
# (llama-model.cpp, `set_swa_pattern`).
_FULL_LAYER_EVERY: Final = {"gemma2": 2, "gemma3": 6, "gemma3n": 5, "cohere2": 4, "gpt-oss": 2, "llama4": 4, "olmo2": 4}


@dataclass(frozen=True)
class Need:
    """How many bytes of memory a model takes at a context length, and for what.

    `vision_bytes` is 0 for what runs here, where no vision part is loaded; `vision_beside.with_vision` adds it.
    """

    context_tokens: int
    weights_bytes: int
    kv_bytes: int
    compute_bytes: int
    process_bytes: int
    vision_bytes: int = 0

    @property
    def total_bytes(self) -> int:
        """Return the sum."""
        return self.weights_bytes + self.kv_bytes + self.compute_bytes + self.process_bytes + self.vision_bytes


@dataclass(frozen=True)
class Verdict:
    """What `need` means on a machine with `free_bytes` of memory free, `given_back_bytes` of them by a loaded model."""

    level: Literal["comfortable", "tight", "does not fit"]
    need: Need
    free_bytes: int
    given_back_bytes: int = 0

    @property
    def sentence(self) -> str:
        """Return the verdict with its numbers."""
        sums = f"needs about {size_in_words(self.need.total_bytes)}, {size_in_words(self.free_bytes)} are free"
        if self.given_back_bytes:
            sums += f", {size_in_words(self.given_back_bytes)} of them once the loaded model makes room"
        lead = {"comfortable": "Fits comfortably", "tight": "A tight fit", "does not fit": "Does not fit"}[self.level]
        return f"{lead}: at {self.need.context_tokens:,} tokens of context it {sums}."


def trained_context(header: Header) -> int | None:
    """Return the context length the model was trained for, if the file says so."""
    return header.number("{arch}.context_length")


def default_context(header: Header) -> int:
    """Return the context length used when nobody asks for another: the model's own, up to 8,192 (encoders: 2,048)."""
    if is_encoder(header):
        return encoder_context(header)
    return min(trained_context(header) or DEFAULT_CONTEXT_TOKENS, DEFAULT_CONTEXT_TOKENS)


def kv_bytes_per_token(header: Header, kv_type: KvType = "f16") -> float:
    """Return how many bytes one more token of context takes, over all layers that see the whole context."""
    return sum(_layer_bytes(header, layer, kv_type) for layer in range(layer_count(header)))


def kv_bytes(header: Header, context_tokens: int, kv_type: KvType = "f16", window_batch: int | None = None) -> int:
    """Return the bytes of the KV cache for a context.

    `window_batch` None: layers that look through a sliding window keep the whole context all the same (`swa_full`,
    which going back to an earlier branch needs). A number: they keep only their window and one batch of that size.
    """
    if is_encoder(header):
        return 0
    return sum(
        kv_bytes_of_layer(header, layer, context_tokens, kv_type, window_batch) for layer in range(layer_count(header))
    )


def kv_bytes_of_layer(
    header: Header, layer: int, context_tokens: int, kv_type: KvType = "f16", window_batch: int | None = None
) -> int:
    """Return one layer's part of `kv_bytes`."""
    cells = _rounded(context_tokens)
    window = header.number("{arch}.attention.sliding_window") or 0
    if window_batch is not None and window and _sees_window(header, layer):
        cells = min(cells, _rounded(window + window_batch))
    return int(cells * _layer_bytes(header, layer, kv_type))


def compute_bytes(
    header: Header,
    context_tokens: int,
    kv_type: KvType = "f16",
    batch_tokens: int = 512,
    *,
    on_processor: bool = True,
) -> int:
    """Return the bytes llama.cpp reserves to compute one step of a batch: an upper bound of what is touched.

    For all but very long contexts that is the step's logits and last hidden states, f32, or the scores of attention
    where it takes no flash pass; beyond, the attention mask (f16, and f32 while it is made) and a feed-forward row.
    """
    embedding = header.number("{arch}.embedding_length") or 0
    heads = _per_layer(header, "{arch}.attention.head_count", 0) or 0
    length = header.number("{arch}.attention.key_length") or (embedding // heads if heads else 0)
    attention = attention_for(length, heads, _rounded(context_tokens), batch_tokens, kv_type, on_processor=on_processor)
    step = attention.step_tokens
    vocabulary = _vocabulary(header)
    forward = header.number("{arch}.feed_forward_length") or max(
        header.numbers("{arch}.feed_forward_length"), default=0
    )
    logits = step * (vocabulary + embedding) * 4
    mask_bytes = 4 if attention.flash is False else 6
    row = step * (_rounded(context_tokens) * mask_bytes + (2 * forward + 4 * embedding) * 4)
    return max(logits, attention.scores_bytes + row) + vocabulary * 4 + (1 << 20)


def need_of(header: Header, context_tokens: int | None = None, kv_type: KvType = "f16") -> Need:
    """Return what the model takes at `context_tokens` (None: as `default_context`).

    A header without tensors (a catalogue's entry) stands for a file whose bytes are all weights. A vision part inside
    a file is not loaded, so it is left out.
    """
    context = context_tokens or default_context(header)
    encoder = is_encoder(header)
    return Need(
        context_tokens=context,
        weights_bytes=(header.tensor_bytes or header.file_bytes) - vision_bytes_inside(header),
        kv_bytes=kv_bytes(header, context, kv_type),
        compute_bytes=encoder_compute_bytes(header, context) if encoder else compute_bytes(header, context, kv_type),
        process_bytes=PROCESS_BYTES,
    )


def judge(need: Need, free_bytes: int, given_back_bytes: int = 0) -> Verdict:
    """Return whether that fits into what is free and what the model loaded now will give back."""
    room = free_bytes + given_back_bytes
    if need.total_bytes > room:
        return Verdict("does not fit", need, room, given_back_bytes)
    level: Literal["comfortable", "tight"] = "comfortable" if need.total_bytes <= room * COMFORTABLE_SHARE else "tight"
    return Verdict(level, need, room, given_back_bytes)


def given_back_by(pid: int | None) -> int:
    """Return what ends with a process that holds a model: its own memory; its mapped files count as free already."""
    if pid is None:
        return 0
    try:
        memory = psutil.Process(pid).memory_info()
    except psutil.Error:
        return 0  # it has ended, and what it held is free already
    return max(0, int(memory.rss) - int(getattr(memory, "shared", 0)))


def larger_context_cost(header: Header, from_tokens: int, to_tokens: int, kv_type: KvType = "f16") -> int:
    """Return how many more bytes a larger context takes."""
    more_kv = kv_bytes(header, to_tokens, kv_type) - kv_bytes(header, from_tokens, kv_type)
    return more_kv + compute_bytes(header, to_tokens, kv_type) - compute_bytes(header, from_tokens, kv_type)


def context_that_fits(header: Header, free_bytes: int, kv_type: KvType = "f16") -> int:
    """Return the longest context, in steps of 256 up to the trained one, that fits; 0 where none does."""
    low, high = 0, -(-(trained_context(header) or DEFAULT_CONTEXT_TOKENS) // CONTEXT_STEP)
    while low < high:
        middle = (low + high + 1) // 2
        if need_of(header, middle * CONTEXT_STEP, kv_type).total_bytes <= free_bytes:
            low = middle
        else:
            high = middle - 1
    return low * CONTEXT_STEP


def free_memory() -> int:
    """Return the bytes a new process could take now without swapping; a container's own limit counts too."""
    free = psutil.virtual_memory().available
    if sys.platform == "linux":
        free = min(free, _free_in_container(Path("/sys/fs/cgroup"), free))
    return int(free)


def _free_in_container(group: Path, otherwise: int) -> int:
    """Return what a control group (version 2) leaves, its own file cache counted as free."""
    try:
        limit = (group / "memory.max").read_text(encoding="ascii").strip()
        used = int((group / "memory.current").read_text(encoding="ascii"))
        lines = (group / "memory.stat").read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return otherwise  # no control group, or one of version 1: the machine's figure stands
    cached = sum(int(line.split()[1]) for line in lines if line.startswith("inactive_file "))
    return otherwise if limit == "max" else max(0, int(limit) - used + cached)


# ---------------------------------------------------------------- shapes


def _rounded(tokens: int) -> int:
    return -(-tokens // CONTEXT_STEP) * CONTEXT_STEP


def layer_count(header: Header) -> int:
    """Return how many layers the model has, as far as any could have."""
    return max(0, min(header.number("{arch}.block_count") or 0, MAX_LAYERS))


def _per_layer(header: Header, key: str, layer: int) -> int | None:
    every = header.numbers(key)
    if every:
        return max(0, every[layer]) if layer < len(every) else 0
    number = header.number(key)
    return None if number is None else max(0, number)


def _layer_bytes(header: Header, layer: int, kv_type: KvType) -> float:
    """Return one token's K and V in one layer: heads that are kept times (key length + value length)."""
    heads = _per_layer(header, "{arch}.attention.head_count", layer) or 0
    kept = _per_layer(header, "{arch}.attention.head_count_kv", layer)
    kept = heads if kept is None else kept
    if not kept or not _attends(header, layer):
        return 0.0
    embedding = header.number("{arch}.embedding_length") or 0
    head_length = embedding // heads if heads else 0
    window = "_swa" if _sees_window(header, layer) else ""
    key = header.number("{arch}.attention.key_length" + window) or header.number("{arch}.attention.key_length")
    value = header.number("{arch}.attention.value_length" + window) or header.number("{arch}.attention.value_length")
    if header.number("{arch}.attention.key_length_mla"):
        value = 0  # multi-head latent attention: the one latent row serves as both
    lengths = (head_length if key is None else key) + (head_length if value is None else value)
    return kept * max(0, lengths) * _KV_BYTES[kv_type]


def _attends(header: Header, layer: int) -> bool:
    """Return False for the layers of hybrid models that keep a state of fixed size instead of a cache."""
    every = header.number("{arch}.full_attention_interval")
    return not every or (layer + 1) % every == 0


def _sees_window(header: Header, layer: int) -> bool:
    if not header.number("{arch}.attention.sliding_window"):
        return False
    key = "{arch}.attention.sliding_window_pattern"
    flags = header.numbers(key)
    if flags:
        return layer < len(flags) and bool(flags[layer])
    every = header.number(key) or _FULL_LAYER_EVERY.get(header.architecture, 0)
    return bool(every) and (layer + 1) % every != 0


def _vocabulary(header: Header) -> int:
    return header.count("tokenizer.ggml.tokens") or header.number("{arch}.vocab_size") or 0
