"""Whether the processor computes attention in one flash pass or in plain steps, and how many tokens a step takes.

Measured in docs/decisions/0006: with heads of 64, plain steps read a short follow-up up to three times and write a
tenth to a fifth faster; with longer heads the flash pass is as good or better, and it needs no room for the scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

_SHORT_HEAD: Final = 64
# A plain step holds a score (f32) for each head, token of the step and token of the context.
_PLAIN_STEP_TOKENS: Final = 128
_SCORE_BYTES: Final = 4
_MOST_SCORES_BYTES: Final = 256 << 20


@dataclass(frozen=True)
class Attention:
    """How attention is computed: `flash` None leaves it to llama.cpp; `step_tokens` is its n_ubatch.

    `scores_bytes` is what the scores of one step take.
    """

    flash: bool | None
    step_tokens: int
    scores_bytes: int = 0


def attention_for(
    head_length: int,
    heads: int,
    context_tokens: int,
    batch_tokens: int,
    kv_type: Literal["f16", "q8_0"],
    *,
    on_processor: bool = True,
) -> Attention:
    """Choose for a model with `heads` query heads of `head_length` values each (0 where the file does not say)."""
    step = min(batch_tokens, context_tokens)
    if kv_type == "q8_0":
        return Attention(flash=True, step_tokens=step)  # a quantized V needs it
    plain_step = min(_PLAIN_STEP_TOKENS, step)
    scores_bytes = heads * plain_step * context_tokens * _SCORE_BYTES
    if on_processor and 0 < head_length <= _SHORT_HEAD and 0 < scores_bytes <= _MOST_SCORES_BYTES:
        return Attention(flash=False, step_tokens=plain_step, scores_bytes=scores_bytes)
    return Attention(flash=None, step_tokens=step)
