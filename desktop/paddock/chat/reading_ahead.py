"""A chat's documents before anything is asked: what will become of them, and reading them while the person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.chat.holding import Holding
from paddock.chat.loading import ChatToBe
from paddock.chat.prompt import prompt_of
from paddock.engine.protocol import Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.chat.consulting import Consultant
    from paddock.chat.events import Event
    from paddock.chat.loading import ChatOptions, Loading
    from paddock.chat.needs import Engine
    from paddock.chat.sources import Attachment, Outlook
    from paddock.chat.store import ChatStore
    from paddock.engine.client import CancelToken


class ReadingAhead:
    """Keeps nothing, and gives way to whoever asks. For chats, and for those that are made with their first message."""

    def __init__(self, store: ChatStore, engine: Engine, loading: Loading, consultant: Consultant) -> None:
        self._store = store
        self._engine = engine
        self._loading = loading
        self._holding = Holding(store, loading)
        self._consultant = consultant

    def outlook(self, chat: int | ChatToBe) -> Outlook:
        """Return what would become of a chat's documents if something were asked now: read whole, or searched."""
        options, attachments = self._options_of(chat)
        if not attachments:
            return "nothing"
        return self._consultant.outlook(attachments, self._loading.context_of(options))

    def read(
        self,
        chat: int | ChatToBe,
        *,
        cancel: CancelToken,
        load: bool = False,
        on_event: Callable[[Event], None] = lambda _event: None,
    ) -> bool:
        """Let the model read a chat's documents while the person still types, where they go in whole.

        Return whether there was anything to read. `load` has the chat's model loaded first where documents would go in
        whole; without it, nothing is done while no model is loaded: the person has not asked for one. Gives way to
        every other request. Raises what the engine raises.
        """
        options, attachments = self._options_of(chat)
        if not attachments or not (load or self._engine.loaded):
            return False
        if load and self._front(options, attachments, self._loading.context_of(options)) is None:
            return False
        loaded = self._loading.load(options, on_event, cancel).info if load else self._engine.loaded
        if loaded is None or not loaded.is_chat:
            return False
        system = self._front(options, attachments, loaded.context_tokens)
        if system is None:
            return False
        before = prompt_of(system, self._store.branch(chat) if isinstance(chat, int) else ())
        turns = (Turn("system", before.system), *before.turns, Turn("user", ""))
        self._engine.warm(turns, cancel=cancel, on_event=on_event)
        return True

    def _front(self, options: ChatOptions, attachments: Sequence[Attachment], context_tokens: int) -> str | None:
        return self._consultant.front(attachments, options.system_prompt, context_tokens)

    def _options_of(self, chat: int | ChatToBe) -> tuple[ChatOptions, Sequence[Attachment]]:
        if isinstance(chat, ChatToBe):
            return self._holding.of(chat), chat.attachments
        return self._holding.chat(chat), self._store.attachments(chat)
