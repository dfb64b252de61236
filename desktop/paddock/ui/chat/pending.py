"""Messages that are shown before the store has them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.types import Message

QUESTION: Final = -1
REPLY: Final = -2


def question(chat_id: int | None, text: str) -> Message:
    """Return words on their way."""
    return _message(chat_id, QUESTION, text)


def reply(chat_id: int | None) -> Message:
    """Return an answer of which there is no word yet."""
    return _message(chat_id, REPLY, "")


def before(message_id: int | None, messages: Sequence[Message]) -> list[Message]:
    """Return the messages before one of them; all where it is not there."""
    for place, message in enumerate(messages):
        if message.id == message_id:
            return list(messages[:place])
    return list(messages)


def kept(messages: Sequence[Message]) -> list[Message]:
    """Return the messages that the store has."""
    return [message for message in messages if message.id not in {QUESTION, REPLY}]


def _message(chat_id: int | None, number: int, text: str) -> Message:
    from paddock.chat.types import Message  # noqa: PLC0415 - not before the first question

    asked = number == QUESTION
    return Message(
        id=number,
        chat_id=chat_id or 0,
        parent_id=None,
        role="user" if asked else "assistant",
        text=text,
        reasoning="",
        reasoning_s=0.0,
        state="complete" if asked else "streaming",
        error="",
        finish_reason="",
        model="",
        timings=None,
        seed=None,
        left_out_turns=0,
        created_at=time.time(),
        version=1,
        versions=1,
    )
