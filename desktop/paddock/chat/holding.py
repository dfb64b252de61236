"""What holds in a chat: its own system prompt and parameters, or those kept for its model where it has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from paddock.chat.loading import ChatToBe, Loading
    from paddock.chat.store import ChatStore
    from paddock.chat.types import Chat

C = TypeVar("C", "Chat", "ChatToBe")


class Holding:
    """Fills in what chats leave open. `loading` tells which model would answer."""

    def __init__(self, store: ChatStore, loading: Loading) -> None:
        self._store = store
        self._loading = loading

    def chat(self, chat_id: int) -> Chat:
        """Return a chat with what holds in it. Raises Gone."""
        return self.of(self._store.chat(chat_id))

    def of(self, chat: C) -> C:
        """Return a chat, made already or not, with what holds in it."""
        if chat.system_prompt and chat.sampling is not None:
            return chat
        options = self._store.options_of_models()
        kept = options.get(self._loading.name_of(chat)) if options else None
        if kept is None:
            return chat
        return replace(
            chat, system_prompt=chat.system_prompt or kept.system_prompt, sampling=chat.sampling or kept.sampling
        )
