"""The one thin wrapper over llama.cpp's C interface: a model with its vocabulary, and a context that computes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from paddock.engine.attention import attention_for
from paddock.engine.stoppable import Stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ONE_SEQUENCE: Final = 0
_TEXT_BYTES: Final = 1 << 20
_FLASH_ATTENTION: Final = {None: -1, False: 0, True: 1}  # enum llama_flash_attn_type
# enum llama_token_attr: what only the tokenizer with special tokens switched on may make out of text.
_UNKNOWN, _CONTROL = 1 << 0, 1 << 3
_ABORTED: Final = 2
_NO_ROOM: Final = 1


class LlamaFailed(Exception):
    """llama.cpp refused; `LogBook` holds its reasons."""


@dataclass(frozen=True)
class Counters:
    """llama.cpp's own, since they were last set back: milliseconds and tokens, prompt (batches) and single tokens."""

    prompt_ms: float
    single_ms: float


class Model:
    """The weights and the vocabulary of loaded files."""

    def __init__(self, llama: Any, files: Sequence[str], gpu_layers: int, on_progress: Callable[[float], bool]) -> None:
        """Load. `on_progress` gets 0 to 1 and returns whether to go on. Raises LlamaFailed."""
        self._llama = llama
        params = llama.llama_model_default_params()
        params.n_gpu_layers = gpu_layers
        no_cards = (ctypes.c_void_p * 1)(None)
        if gpu_layers == 0:  # else a card is lent the long batches all the same
            params.devices = ctypes.cast(no_cards, ctypes.c_void_p)
        callback = llama.llama_progress_callback(lambda fraction, _: on_progress(fraction))
        params.progress_callback = callback
        if len(files) == 1:
            self.pointer = llama.llama_model_load_from_file(files[0].encode(), params)
        else:
            paths = (ctypes.c_char_p * len(files))(*(name.encode() for name in files))
            self.pointer = llama.llama_model_load_from_splits(paths, len(files), params)
        if not self.pointer:
            raise LlamaFailed("llama_model_load_from_file")
        self._vocab = llama.llama_model_get_vocab(self.pointer)
        self._buffer = ctypes.create_string_buffer(_TEXT_BYTES)
        self.vocab_size: int = llama.llama_vocab_n_tokens(self._vocab)
        self.bos: int = llama.llama_vocab_bos(self._vocab)
        self.eos: int = llama.llama_vocab_eos(self._vocab)
        self.adds_bos: bool = llama.llama_vocab_get_add_bos(self._vocab)

    # ---------------------------------------------------------------- what it is

    @property
    def parameters(self) -> int:
        """Return how many weights it has."""
        return int(self._llama.llama_model_n_params(self.pointer))

    @property
    def size_bytes(self) -> int:
        """Return the bytes of all its tensors."""
        return int(self._llama.llama_model_size(self.pointer))

    @property
    def trained_context(self) -> int:
        """Return the context length it was trained for, in tokens; 0 where the file says nothing that makes sense."""
        return max(0, int(self._llama.llama_model_n_ctx_train(self.pointer)))

    @property
    def layers(self) -> int:
        """Return how many layers it has."""
        return int(self._llama.llama_model_n_layer(self.pointer))

    @property
    def heads(self) -> int:
        """Return how many query heads its first layer has."""
        return max(0, int(self._llama.llama_model_n_head(self.pointer)))

    @property
    def head_length(self) -> int:
        """Return how many values a key of one head has, 0 where that cannot be known."""
        said = self.meta(f"{self.meta('general.architecture')}.attention.key_length") or ""
        if said.isascii() and said.isdigit():
            return int(said)
        return max(0, int(self._llama.llama_model_n_embd(self.pointer))) // self.heads if self.heads else 0

    @property
    def window(self) -> int:
        """Return the sliding window's length in tokens, 0 where every layer sees everything."""
        return int(self._llama.llama_model_n_swa(self.pointer))

    @property
    def keeps_state(self) -> bool:
        """Return whether it carries a running state (recurrent or in part), which cannot be cut back to a prefix."""
        return bool(
            self._llama.llama_model_is_recurrent(self.pointer) or self._llama.llama_model_is_hybrid(self.pointer)
        )

    @property
    def writes(self) -> bool:
        """Return whether it can write text at all."""
        decodes = bool(self._llama.llama_model_has_decoder(self.pointer)) and self.vocab_size > 0
        return decodes and not self.looks_ahead

    @property
    def looks_ahead(self) -> bool:
        """Return whether its attention goes both ways, as an encoder's does: such a model reads and cannot write."""
        return self.meta(f"{self.meta('general.architecture')}.attention.causal") == "false"

    def meta(self, key: str) -> str | None:
        """Return one value of the file's metadata as text, None where there is none."""
        wanted = self._llama.llama_model_meta_val_str(self.pointer, key.encode(), self._buffer, _TEXT_BYTES)
        if wanted < 0:
            return None
        if wanted >= _TEXT_BYTES:
            large = ctypes.create_string_buffer(wanted + 1)
            self._llama.llama_model_meta_val_str(self.pointer, key.encode(), large, wanted + 1)
            return bytes(large.value).decode("utf-8", "replace")
        return bytes(self._buffer.value).decode("utf-8", "replace")

    # ---------------------------------------------------------------- tokens

    def tokenize(self, text: str, *, special: bool) -> list[int]:
        """Return the tokens of `text`; with `special`, control tokens spelled in it become what they spell."""
        raw = text.encode("utf-8", "replace")
        room = len(raw) + 16  # never more tokens than bytes, save for a space put in front
        tokens = (ctypes.c_int32 * room)()
        count = self._llama.llama_tokenize(self._vocab, raw, len(raw), tokens, room, False, special)
        if count < 0:
            raise LlamaFailed("llama_tokenize")
        return list(tokens[:count])

    def piece(self, token: int, *, special: bool) -> bytes:
        """Return the bytes one token stands for; control tokens are empty unless `special`."""
        count = self._llama.llama_token_to_piece(self._vocab, token, self._buffer, _TEXT_BYTES, 0, special)
        return self._buffer.raw[:count] if count > 0 else b""

    def spelled(self, token: int) -> str:
        """Return a token's text as templates spell it, empty where there is no such token."""
        return self.piece(token, special=True).decode("utf-8", "replace") if token >= 0 else ""

    def ends(self, token: int) -> bool:
        """Return whether this token ends an answer."""
        return bool(self._llama.llama_vocab_is_eog(self._vocab, token))

    def control_tokens(self) -> dict[str, int]:
        """Return every token that no plain text may become, by its spelling."""
        attribute = self._llama.llama_vocab_get_attr
        found = (token for token in range(self.vocab_size) if attribute(self._vocab, token) & (_CONTROL | _UNKNOWN))
        return {text: token for token in found if (text := self.spelled(token))}

    def free(self) -> None:
        """Give the memory back."""
        self._llama.llama_model_free(self.pointer)


@dataclass(frozen=True)
class ContextOptions:
    """How a context is made."""

    tokens: int
    batch_tokens: int
    threads: int
    kv_type: Literal["f16", "q8_0"]
    on_processor: bool = True  # False where layers lie on a graphics card


class Context(Stoppable):
    """One sequence of tokens, what the model made of them, and the means to go on from there."""

    def __init__(self, llama: Any, model: Model, options: ContextOptions) -> None:
        """Allocate. Raises LlamaFailed."""
        params = llama.llama_context_default_params()
        params.n_ctx = options.tokens
        attention = attention_for(
            model.head_length,
            model.heads,
            options.tokens,
            options.batch_tokens,
            options.kv_type,
            on_processor=options.on_processor,
        )
        params.n_batch = min(options.batch_tokens, options.tokens)
        params.n_ubatch = attention.step_tokens
        params.n_threads = params.n_threads_batch = options.threads
        params.flash_attn_type = _FLASH_ATTENTION[attention.flash]
        params.type_k = params.type_v = llama.GGML_TYPE_F16 if options.kv_type == "f16" else llama.GGML_TYPE_Q8_0
        params.no_perf = False
        params.swa_full = True  # else a sliding window forgets what a branch switch comes back to
        self.pointer = llama.llama_init_from_model(model.pointer, params)
        if not self.pointer:
            raise LlamaFailed("llama_init_from_model")
        self._memory = llama.llama_get_memory(self.pointer)
        self.capacity: int = llama.llama_n_ctx(self.pointer)
        self.batch_tokens: int = llama.llama_n_batch(self.pointer)
        self._tokens = (ctypes.c_int32 * self.batch_tokens)()
        self._single = llama.llama_batch_get_one(self._tokens, 1)
        super().__init__(llama, self.pointer, on_card=not options.on_processor)

    # ---------------------------------------------------------------- computing

    def decode(self, tokens: Sequence[int]) -> bool:
        """Append these tokens, at most `batch_tokens`; False where it was stopped. Raises LlamaFailed.

        After False `length` tells how many tokens are held, some of these perhaps among them.
        """
        count = len(tokens)
        self._tokens[:count] = tokens
        batch = self._single if count == 1 else self._llama.llama_batch_get_one(self._tokens, count)
        return self._judge(self._llama.llama_decode(self.pointer, batch))

    def decode_one(self, token: int) -> bool:
        """Append one token; the same as `decode` and quicker."""
        self._tokens[0] = token
        result = self._llama.llama_decode(self.pointer, self._single)
        return True if result == 0 else self._judge(result)

    def _judge(self, result: int) -> bool:
        if result in {0, _ABORTED}:
            return bool(result == 0)
        raise LlamaFailed("no room in the context" if result == _NO_ROOM else f"llama_decode returned {result}")

    # ---------------------------------------------------------------- memory

    @property
    def length(self) -> int:
        """Return how many tokens are held."""
        return int(self._llama.llama_memory_seq_pos_max(self._memory, _ONE_SEQUENCE)) + 1

    @property
    def oldest(self) -> int:
        """Return the first position still held in every layer (after a restored window, not 0); 0 when empty."""
        return max(0, int(self._llama.llama_memory_seq_pos_min(self._memory, _ONE_SEQUENCE)))

    def trim(self, length: int) -> bool:
        """Forget all tokens from position `length` on; False where this model's memory cannot."""
        return bool(self._llama.llama_memory_seq_rm(self._memory, _ONE_SEQUENCE, length, -1))

    def clear(self) -> None:
        """Forget all tokens."""
        self._llama.llama_memory_clear(self._memory, False)

    @property
    def state_bytes(self) -> int:
        """Return how many bytes a `save` would take now."""
        return int(self._llama.llama_state_seq_get_size(self.pointer, _ONE_SEQUENCE))

    def save(self) -> Any:
        """Return what is held as a C array, to be given to `restore`. Raises LlamaFailed, MemoryError."""
        size = self.state_bytes
        data = (ctypes.c_uint8 * size)()
        if self._llama.llama_state_seq_get_data(self.pointer, data, size, _ONE_SEQUENCE) != size:
            raise LlamaFailed("llama_state_seq_get_data")
        return data

    def restore(self, data: Any) -> bool:
        """Hold what was saved instead of what is held; False, and nothing held, where it does not go in."""
        self.clear()
        return bool(self._llama.llama_state_seq_set_data(self.pointer, data, len(data), _ONE_SEQUENCE) > 0)

    # ---------------------------------------------------------------- counters

    def reset_counters(self) -> None:
        """Set llama.cpp's counters back."""
        self._llama.llama_synchronize(self.pointer)  # what is still queued belongs to before
        self._llama.llama_perf_context_reset(self.pointer)

    def counters(self) -> Counters:
        """Return llama.cpp's counters; exact once the last logits were fetched."""
        data = self._llama.llama_perf_context(self.pointer)
        return Counters(prompt_ms=data.t_p_eval_ms, single_ms=data.t_eval_ms)
