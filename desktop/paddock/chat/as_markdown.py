"""Writes conversations as Markdown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from paddock.chat.citing import cited_text
from paddock.unseen import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Chat, Message

UNTITLED = "Untitled chat"
_OBEYED = re.compile(f"[{CONTROLS}]")  # by a terminal that shows the file
STATES = {
    "stopped": "stopped",
    "interrupted": "interrupted",
    "failed": "failed",
    "streaming": "not finished",
    "complete": "",
}


def markdown_text(
    chats: Iterable[tuple[Chat, Sequence[Message]]], consulted: Mapping[int, Consulted] | None = None
) -> str:
    """Return the conversations one after another. What was said is Markdown already; control characters go.

    `consulted` is what messages rest on, by their ids: their citations are numbered, and named below.
    """
    text = "\n\n---\n\n".join(_chat(chat, branch, consulted or {}) for chat, branch in chats) + "\n"
    return _OBEYED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def date_of(time: float) -> str:
    """Return a time (Unix seconds) to the minute, in UTC."""
    return f"{datetime.fromtimestamp(time, UTC):%Y-%m-%d %H:%M} UTC"


def speaker(message: Message) -> str:
    """Return who says it: the person, or the model by name."""
    return "You" if message.role == "user" else message.model or "Assistant"


def note_of(message: Message) -> str:
    """Return what should be known about a message, in a few words, or nothing."""
    notes = [STATES[message.state]]
    if message.versions > 1:
        notes.append(f"version {message.version} of {message.versions}")
    if message.left_out_turns:
        notes.append(f"written without the {message.left_out_turns} oldest messages")
    return ", ".join(filter(None, notes))


def said_in(message: Message, consulted: Mapping[int, Consulted]) -> str:
    """Return a message's text, with its citations where it rests on documents."""
    known = consulted.get(message.id)
    return cited_text(message.text, known) if known is not None else message.text


def _chat(chat: Chat, branch: Sequence[Message], consulted: Mapping[int, Consulted]) -> str:
    parts = [f"# {_line(chat.title) or UNTITLED}", f"*{date_of(chat.created_at)}*"]
    if chat.system_prompt.strip():
        parts += ["## System prompt", chat.system_prompt.strip()]
    for message in branch:
        note = note_of(message)
        parts.append(f"## {_line(speaker(message))}" + (f" *({note})*" if note else ""))
        if message.reasoning.strip():
            thought = f"Thought for {message.reasoning_s:.0f} s:\n\n{message.reasoning.strip()}"
            parts.append("\n".join(f"> {line}".rstrip() for line in thought.splitlines()))
        parts += [
            part for part in (said_in(message, consulted).strip("\n"), message.error and f"*{message.error}*") if part
        ]
    return "\n\n".join(parts)


def _line(text: str) -> str:
    return " ".join(text.split())
