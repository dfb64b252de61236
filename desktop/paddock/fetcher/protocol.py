"""What window, doorkeeper and fetcher say to one another. No request carries a word of the window's own."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta

MAX_FRAME_BYTES: Final = 32 << 10

Bytes = Annotated[int, Meta(ge=0, le=1 << 50)]
Sentence = Annotated[str, Meta(max_length=2000)]


class FetchStarter(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Get the starter model. Which one, from where and to where is not the window's to say."""


class Cancel(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Stop, and leave nothing half done behind."""


class Progress(msgspec.Struct, frozen=True, tag=True):
    """How many bytes of how many are here."""

    done: Bytes
    total: Bytes


class Arrived(msgspec.Struct, frozen=True, tag=True):
    """The last answer: the model lies in its place, whole and verified."""


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The last answer: what happened, why, and what to do next; or that it was stopped as asked."""

    what: Sentence
    why: Sentence = ""
    next_step: Sentence = ""
    cancelled: bool = False


Request = FetchStarter | Cancel
Answer = Progress | Arrived | Failed
