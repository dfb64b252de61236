"""What a chat may have of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.engine.protocol import Sampling


@dataclass(frozen=True)
class ChatOptions:
    """System prompt, sampling (None: the model's own) and context length (None: the default)."""

    system_prompt: str = ""
    sampling: Sampling | None = None
    context_tokens: int | None = None
