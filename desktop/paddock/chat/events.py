"""What a service call tells while it works, on the thread that called it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.engine.protocol import Delta, PromptProgress

if TYPE_CHECKING:
    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message


@dataclass(frozen=True)
class ModelLoading:
    """The model is being loaded: its name and how far it is, 0 to 1."""

    model: str
    fraction: float


@dataclass(frozen=True)
class ReplyStarted:
    """The question is kept and the reply to it begun: an empty streaming message, or the one that goes on."""

    message: Message


@dataclass(frozen=True)
class DocumentsConsulted:
    """What the answer will rest on, before any model is asked; and again, with marks, when the answer is whole.

    `message_id` is the reply's, None before there is one.
    """

    consulted: Consulted
    message_id: int | None = None


@dataclass(frozen=True)
class PartsNoted:
    """A summary has `done` of its `total` steps behind it: a note on each part, then the summary of the notes.

    `within` is the share done of the step under way.
    """

    done: int
    total: int
    within: float = 0.0


@dataclass(frozen=True)
class OldestLeftOut:
    """From here on the model does not see the `turns` oldest turns, because the context is full."""

    message_id: int
    turns: int


@dataclass(frozen=True)
class EngineRestarted:
    """The engine is started again and the model loaded anew before the answer begins; `why` is a sentence."""

    why: str


Event = (
    ModelLoading
    | DocumentsConsulted
    | ReplyStarted
    | PromptProgress
    | PartsNoted
    | Delta
    | OldestLeftOut
    | EngineRestarted
)

__all__ = [
    "Delta",
    "DocumentsConsulted",
    "EngineRestarted",
    "Event",
    "ModelLoading",
    "OldestLeftOut",
    "PartsNoted",
    "PromptProgress",
    "ReplyStarted",
]
