"""The JSON form of conversations, version 1: what an export holds, and the checks an import must pass.

One object: `format` "paddock-chats", `version` 1, `exported_at`, and `chats`. A chat has its title, options, times
(Unix seconds), folder by name, and `messages`: the whole tree with all versions, every message after its parent.
`parent` is the parent's place in that list, counted from 0, or null at the root; `leaf` is the place of the end of the
branch shown. `shown` orders the leaves by when they were last shown. `consulted` is what a reply rests on: documents
by name, passages, and which sentence each of them says; their numbers in the library stay behind, for in another one
they are other documents'. Drafts and the trash are not in it. Fields that
this version does not know are passed over; a higher `version` is refused.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from paddock.chat.sources import Consulted
from paddock.engine.protocol import Sampling, Timings
from paddock.errors import ImportRefused

FORMAT: Literal["paddock-chats"] = "paddock-chats"
VERSION = 1
FILE_LIMIT_BYTES = 256 << 20
CHATS_LIMIT = 100_000
MESSAGES_LIMIT = 500_000

Name = Annotated[str, Meta(max_length=1_000)]
Words = Annotated[str, Meta(max_length=16 << 20)]
Time = Annotated[float, Meta(ge=0, le=1e11)]
Place = Annotated[int, Meta(ge=0, lt=MESSAGES_LIMIT)]
Count = Annotated[int, Meta(ge=0, lt=1 << 53)]


class ArchivedMessage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One message; its fields are those of `types.Message`."""

    parent: Place | None
    role: Literal["user", "assistant"]
    text: Words
    created_at: Time
    state: Literal["complete", "stopped", "interrupted", "failed"] = "complete"
    reasoning: Words = ""
    reasoning_s: Time = 0.0
    error: Words = ""
    finish_reason: Name = ""
    model: Name = ""
    timings: Timings | None = None
    seed: Annotated[int, Meta(ge=0, lt=1 << 32)] | None = None
    left_out_turns: Count = 0
    shown: Count = 0
    consulted: Consulted | None = None


class ArchivedChat(msgspec.Struct, frozen=True, kw_only=True):
    """One conversation with its whole tree."""

    title: Name
    created_at: Time
    updated_at: Time
    messages: Annotated[tuple[ArchivedMessage, ...], Meta(max_length=MESSAGES_LIMIT)]
    leaf: Place | None = None
    folder: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    pinned: bool = False
    named: bool = False
    system_prompt: Words = ""
    sampling: Sampling | None = None
    model: Name | None = None
    context_tokens: Annotated[int, Meta(ge=64, le=1 << 24)] | None = None


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    format: Literal["paddock-chats"]
    version: Annotated[int, Meta(ge=1)]
    exported_at: Time
    chats: Annotated[tuple[ArchivedChat, ...], Meta(max_length=CHATS_LIMIT)]


class _Head(msgspec.Struct, frozen=True):
    """What is read first: whether it is for us at all."""

    format: object = None
    version: object = None


def without_library(consulted: Consulted) -> Consulted:
    """Return what a reply rests on, without the documents' numbers in this library."""
    replace = msgspec.structs.replace
    return replace(
        consulted,
        sources=tuple(replace(source, document_id=0) for source in consulted.sources),
        not_consulted=tuple(replace(one, document_id=0) for one in consulted.not_consulted),
        summary_of=0,
    )


def write_archive(chats: tuple[ArchivedChat, ...], exported_at: float) -> bytes:
    """Return the file's bytes, indented, UTF-8."""
    archive = Archive(format=FORMAT, version=VERSION, exported_at=exported_at, chats=chats)
    return msgspec.json.format(msgspec.json.encode(archive), indent=1) + b"\n"


def read_archive(untrusted: bytes) -> Archive:
    """Return a checked archive. Raises ImportRefused for anything that is not one, whatever it is."""
    if len(untrusted) > FILE_LIMIT_BYTES:
        raise _refused(f"It is larger than {FILE_LIMIT_BYTES >> 20} MB.")
    try:
        head = msgspec.json.decode(untrusted, type=_Head)
        if head.format != FORMAT:
            raise _refused("It does not say that it holds Paddock's chats.")
        if head.version != VERSION:
            raise ImportRefused(
                "This file cannot be imported.", "It was made by another version of Paddock.", "Update Paddock."
            )
        archive = msgspec.json.decode(untrusted, type=Archive)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise _refused(f"{error}.") from error
    except RecursionError:
        raise _refused("It is nested too deeply.") from None
    if sum(len(chat.messages) for chat in archive.chats) > MESSAGES_LIMIT:
        raise _refused(f"It holds more than {MESSAGES_LIMIT:,} messages.")
    for number, chat in enumerate(archive.chats, 1):
        _check_tree(chat, number)
    return archive


def _check_tree(chat: ArchivedChat, number: int) -> None:
    for at, message in enumerate(chat.messages):
        if message.parent is not None and message.parent >= at:
            raise _refused(f"In chat {number}, message {at} does not come after the one it answers.")
    if chat.leaf is not None and chat.leaf >= len(chat.messages):
        raise _refused(f"In chat {number}, the branch shown ends at a message that is not there.")


def _refused(why: str) -> ImportRefused:
    return ImportRefused(
        "This file cannot be imported.", why, "Choose a JSON file that Paddock exported; nothing was changed."
    )
