"""What an encoder (an embedder or a reranker that reads a whole text at once) takes besides its weights.

It keeps no cache. A step holds a row of the feed-forward, three hidden states for each token, and the mask of
attention: checked against llama.cpp's own log for all-MiniLM-L6-v2 and nomic-embed-text-v1.5 (docs/models.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.models.architectures import EMBEDDING

if TYPE_CHECKING:
    from paddock.models.header import Header

ENCODER_CONTEXT_TOKENS: Final = 2048  # as engine/embedder.py loads one
LEAST_STEP_TOKENS: Final = 512
# Their feed-forward has a gate beside it, so that three rows are held and not one.
_GATED: Final = frozenset({"nomic-bert", "nomic-bert-moe", "jina-bert-v2", "modern-bert", "neo-bert", "eurobert"})


def is_encoder(header: Header) -> bool:
    """Return whether the model reads a text in one step and keeps no cache."""
    return header.architecture in EMBEDDING


def encoder_context(header: Header) -> int:
    """Return the longest text it is loaded for: its own length, up to 2,048 tokens."""
    return min(header.number("{arch}.context_length") or ENCODER_CONTEXT_TOKENS, ENCODER_CONTEXT_TOKENS)


def encoder_compute_bytes(header: Header, context_tokens: int) -> int:
    """Return what one step over `context_tokens` takes."""
    step = max(context_tokens, LEAST_STEP_TOKENS)
    embedding = header.number("{arch}.embedding_length") or 0
    forward = header.number("{arch}.feed_forward_length") or 0
    rows = 3 if header.architecture in _GATED else 1
    mask = step * step * 2
    return step * (rows * forward + 3 * embedding) * 4 + mask
