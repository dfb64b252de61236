"""What can be asked of the chat service, each way as a call that can be made once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paddock.ui.chat.answer import Asked, ChatMade, with_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.app import Paddock
    from paddock.chat.loading import ChatToBe
    from paddock.chat.store import ChatStore
    from paddock.chat.types import Message
    from paddock.engine.client import CancelToken

    Ask = Callable[[Callable[[Any], None], CancelToken, bool], Message]


@dataclass(frozen=True)
class Request:
    """What the person wanted, and the call (for the pool) that does it: report, token, whether to leave out turns."""

    asked: Asked
    ask: Ask


def new_message(paddock: Paddock, chat_id: int | None, text: str, to_be: ChatToBe | None) -> Request:
    """Send words in a chat, or (None) in one that is made for them as it was to be."""
    store, service = paddock.chats, paddock.service
    made: list[int] = [] if chat_id is None else [chat_id]

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        if not made:
            chat = store.create_chat()
            made.append(chat.id)
            store.save_draft(chat.id, text)
            store.save_draft(None, "")
            _make(store, chat.id, to_be)
            report(ChatMade(store.chat(chat.id)))
        events = with_question(store, report)
        return service.send(made[0], text, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, text), ask)


def summary(
    paddock: Paddock, chat_id: int | None, document: tuple[int, str], wish: str, to_be: ChatToBe | None
) -> Request:
    """Summarize a document (number, name) in a chat, or (None) in one that is made for it and asks the document."""
    store, service = paddock.chats, paddock.service
    made: list[int] = [] if chat_id is None else [chat_id]

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        del leave_out  # no earlier turn is read for it
        if not made:
            chat = store.create_chat()
            made.append(chat.id)
            _make(store, chat.id, to_be)
            store.attach(chat.id, "document", *document)
            report(ChatMade(store.chat(chat.id)))
        return service.summarize(made[0], document[0], wish, on_event=with_question(store, report), cancel=token)

    return Request(Asked(chat_id, wish=wish), ask)


def _make(store: ChatStore, chat_id: int, to_be: ChatToBe | None) -> None:
    """Give a new chat what it was to have."""
    if to_be is None:
        return
    store.set_chat_options(
        chat_id,
        system_prompt=to_be.system_prompt,
        sampling=to_be.sampling,
        context_tokens=to_be.context_tokens,
        model=to_be.model,
    )
    for one in to_be.attachments:
        kept = store.attach(chat_id, one.kind, one.target_id, one.name)
        if one.used != "auto":
            store.use_attachment(kept.id, one.used)
    store.keep_attached_to_be(())


def edited_message(paddock: Paddock, chat_id: int | None, message_id: int, text: str) -> Request:
    """Put other words beside a message."""
    store, service = paddock.chats, paddock.service

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        events = with_question(store, report)
        return service.edit(message_id, text, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, text, after_id=message_id), ask)


def another_answer(paddock: Paddock, chat_id: int | None, message_id: int) -> Request:
    """Answer again."""
    store, service = paddock.chats, paddock.service

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        events = with_question(store, report)
        return service.regenerate(message_id, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, after_id=message_id), ask)


def longer_answer(paddock: Paddock, chat_id: int | None, message_id: int) -> Request:
    """Go on with a reply where it ends."""
    store, service = paddock.chats, paddock.service

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        events = with_question(store, report)
        return service.continue_reply(message_id, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, after_id=message_id), ask)
