"""What a conversation is made of: plain values, as the store gives them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from paddock.engine.protocol import Sampling, Timings

MessageRole = Literal["user", "assistant"]
MessageState = Literal["complete", "streaming", "stopped", "interrupted", "failed"]


@dataclass(frozen=True)
class Folder:
    """A folder of chats in the sidebar."""

    id: int
    name: str


@dataclass(frozen=True)
class Preset:
    """A named set of system prompt and sampling parameters; None leaves those to each model."""

    id: int
    name: str
    system_prompt: str
    sampling: Sampling | None


@dataclass(frozen=True)
class ModelOptions:
    """What holds for a model where a chat says nothing else; sampling None leaves it the model's own parameters."""

    system_prompt: str = ""
    sampling: Sampling | None = None


@dataclass(frozen=True)
class Chat:
    """One conversation, without its messages. Times are Unix seconds; `leaf_id` is the end of the branch shown.

    `model` is an installed model's name or None for the default; `sampling` None means the model's own defaults.
    """

    id: int
    title: str
    folder_id: int | None
    pinned: bool
    created_at: float
    updated_at: float
    leaf_id: int | None
    system_prompt: str
    sampling: Sampling | None
    context_tokens: int | None
    model: str | None
    draft: str
    trashed_at: float | None


@dataclass(frozen=True)
class Message:
    """One node of a conversation's tree, with its place among its siblings (`version` of `versions`, 1-based).

    `state`: "streaming" while it is written by a living program, "stopped" by the person, "interrupted" by a crash
    or power cut, "failed" with `error`'s sentence. `left_out_turns` is how many of the oldest turns the model did
    not see for this answer.
    """

    id: int
    chat_id: int
    parent_id: int | None
    role: MessageRole
    text: str
    reasoning: str
    reasoning_s: float
    state: MessageState
    error: str
    finish_reason: str
    model: str
    timings: Timings | None
    seed: int | None
    left_out_turns: int
    created_at: float
    version: int
    versions: int


@dataclass(frozen=True)
class MessageOutline:
    """A message without its text, for a view that lays out what is visible; `size_bytes` is the text's in UTF-8."""

    id: int
    role: MessageRole
    state: MessageState
    size_bytes: int
    version: int
    versions: int


@dataclass(frozen=True)
class Undo:
    """What `restore_message` needs to put a trashed message back as it was; `count` messages went with it."""

    chat_id: int
    message_id: int
    leaf_id: int | None
    count: int


@dataclass(frozen=True)
class TrashedMessage:
    """A message in the trash, with how many messages below it went along."""

    message: Message
    title: str
    trashed_at: float
    count: int


@dataclass(frozen=True)
class SearchHit:
    """One message found, or a chat by its title (`message_id` and `role` None).

    `snippet` has the matched words between U+E000 and U+E001 (private-use marks), on one line.
    """

    chat_id: int
    message_id: int | None
    title: str
    snippet: str
    role: MessageRole | None
    created_at: float


@dataclass(frozen=True)
class Changed:
    """What a committed change touched; pages refresh only that: "chat", "chats", "messages", "folders", "presets"."""

    what: str
    chat_id: int | None = None
    message_id: int | None = None
