"""Choosing the next token: llama.cpp's sampler chain in its own order, under the field's names."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.engine.llama import Context, Model
    from paddock.engine.protocol import Sampling

# LLAMA_DEFAULT_SEED means "take a random one"; a person who asks for just this number wants a fixed one.
_RANDOM: Final = 0xFFFFFFFF
_MIN_KEEP: Final = 1


def seed_for(sampling: Sampling) -> int:
    """Return the seed asked for, or a fresh one."""
    return secrets.randbelow(_RANDOM) if sampling.seed is None else sampling.seed


class Sampler:
    """One answer's sampler; with the same seed, parameters and prompt it makes the same choices. Free it at the end."""

    def __init__(self, llama: Any, model: Model, context: Context, sampling: Sampling, seed: int) -> None:
        self._llama = llama
        self._context = context.pointer
        params = llama.llama_sampler_chain_default_params()
        self._chain = llama.llama_sampler_chain_init(params)
        last_n = context.capacity if sampling.repeat_last_n < 0 else sampling.repeat_last_n
        self._heard = last_n if sampling.repeat_penalty != 1 else 0
        if self._heard:
            self._add(llama.llama_sampler_init_penalties(model.vocab_size, last_n, sampling.repeat_penalty, 0.0, 0.0))
        if sampling.temperature == 0:
            self._add(llama.llama_sampler_init_greedy())
        else:
            self._add(llama.llama_sampler_init_top_k(sampling.top_k))
            self._add(llama.llama_sampler_init_top_p(sampling.top_p, _MIN_KEEP))
            self._add(llama.llama_sampler_init_min_p(sampling.min_p, _MIN_KEEP))
            self._add(llama.llama_sampler_init_temp(sampling.temperature))
            self._add(llama.llama_sampler_init_dist(seed if seed != _RANDOM else _RANDOM - 1))
        self._sample = llama.llama_sampler_sample

    def hear(self, prompt: Sequence[int]) -> None:
        """Let the repeat penalty know the prompt's last tokens, however they came into the context."""
        for token in prompt[-self._heard :] if self._heard else ():
            self._llama.llama_sampler_accept(self._chain, token)

    def next_token(self) -> int:
        """Choose from the logits of the last token decoded, and remember the choice."""
        return int(self._sample(self._chain, self._context, -1))

    def free(self) -> None:
        """Give the memory back."""
        self._llama.llama_sampler_free(self._chain)

    def _add(self, sampler: Any) -> None:
        self._llama.llama_sampler_chain_add(self._chain, sampler)
