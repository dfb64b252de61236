"""Gives conversations away in other forms, and takes them back: Markdown, JSON and HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.chat.archive import read_archive, write_archive
from paddock.chat.as_html import html_page
from paddock.chat.as_markdown import markdown_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.sources import Consulted
    from paddock.chat.store import ChatStore
    from paddock.chat.types import Chat, Message


def to_markdown(store: ChatStore, chat_ids: Sequence[int] | None = None) -> str:
    """Return the branches shown, of these chats or of all outside the trash, as Markdown. Raises Gone."""
    return markdown_text(*_branches(store, chat_ids))


def to_html(store: ChatStore, chat_ids: Sequence[int] | None = None) -> str:
    """Return the branches shown as one HTML page that loads nothing and runs nothing. Raises Gone."""
    return html_page(*_branches(store, chat_ids))


def to_json(store: ChatStore, exported_at: float, chat_ids: Sequence[int] | None = None) -> bytes:
    """Return these chats, or all outside the trash, whole, in the form `archive` describes. Raises Gone."""
    return write_archive(tuple(map(store.archived_chat, _which(store, chat_ids))), exported_at)


def from_json(store: ChatStore, untrusted: bytes) -> list[Chat]:
    """Add the chats of a file that `to_json` made; return them. Raises ImportRefused, and nothing is added then."""
    return store.add_archived(read_archive(untrusted).chats)


def _branches(
    store: ChatStore, chat_ids: Sequence[int] | None
) -> tuple[list[tuple[Chat, list[Message]]], dict[int, Consulted]]:
    """Return the branches shown, and what their replies rest on."""
    branches = [(store.chat(number), store.branch(number)) for number in _which(store, chat_ids)]
    return branches, store.consulted([message.id for _, branch in branches for message in branch])


def _which(store: ChatStore, chat_ids: Sequence[int] | None) -> list[int]:
    return [chat.id for chat in store.chats()] if chat_ids is None else list(chat_ids)
