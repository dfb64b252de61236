"""Turns the store's rows into the values of `types` and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from paddock.chat.types import Chat, Message
from paddock.engine.protocol import Sampling, Timings

if TYPE_CHECKING:
    from collections.abc import Sequence

CHAT_COLUMNS = (
    "id, title, folder_id, pinned, created_at, updated_at, leaf_id, system_prompt, sampling, context_tokens, model, "
    "draft, trashed_at"
)
MESSAGE_COLUMNS = (
    "m.id, m.chat_id, m.parent_id, m.role, m.text, m.reasoning, m.reasoning_s, m.state, m.error, m.finish_reason, "
    "m.model, m.timings, m.seed, m.left_out_turns, m.created_at"
)

_sampling = msgspec.json.Decoder(Sampling)
_timings = msgspec.json.Decoder(Timings)


def as_json(value: Sampling | Timings | None) -> str | None:
    """Return how the store keeps a struct; None stays None."""
    return None if value is None else msgspec.json.encode(value).decode()


def sampling_of(text: str) -> Sampling:
    """Return the sampling parameters the store kept."""
    return _sampling.decode(text)


def chat_of(row: Sequence[Any]) -> Chat:
    """Return a chat from a row of CHAT_COLUMNS."""
    (number, title, folder, pinned, created, updated, leaf, system, sampling, context, model, draft, trashed) = row
    return Chat(
        id=number,
        title=title,
        folder_id=folder,
        pinned=bool(pinned),
        created_at=created,
        updated_at=updated,
        leaf_id=leaf,
        system_prompt=system,
        sampling=None if sampling is None else _sampling.decode(sampling),
        context_tokens=context,
        model=model,
        draft=draft,
        trashed_at=trashed,
    )


def message_of(row: Sequence[Any], version: int, versions: int) -> Message:
    """Return a message from a row of MESSAGE_COLUMNS and its place among its siblings."""
    (number, chat, parent, role, text, reasoning, reasoning_s, state, error, finish, model, timings, seed, out, at) = (
        row
    )
    return Message(
        id=number,
        chat_id=chat,
        parent_id=parent,
        role=role,
        text=text,
        reasoning=reasoning,
        reasoning_s=reasoning_s,
        state=state,
        error=error,
        finish_reason=finish,
        model=model,
        timings=_timings_of(timings),
        seed=seed,
        left_out_turns=out,
        created_at=at,
        version=version,
        versions=versions,
    )


def _timings_of(text: str | None) -> Timings | None:
    """Return the timings kept, None where there are none or none that make sense: no number may cost a message."""
    try:
        return None if text is None else _timings.decode(text)
    except msgspec.ValidationError:
        return None
