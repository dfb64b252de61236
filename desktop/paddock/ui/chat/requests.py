"""What can be asked of the chat service, each way as a call that can be made once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paddock.ui.chat.answer import Asked, ChatMade, with_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.app import Paddock
    from paddock.chat.types import Message
    from paddock.engine.client import CancelToken
    from paddock.ui.chat.options import ChatOptions

    Ask = Callable[[Callable[[Any], None], CancelToken, bool], Message]


@dataclass(frozen=True)
class Request:
    """What the person wanted, and the call (for the pool) that does it: report, token, whether to leave out turns."""

    asked: Asked
    ask: Ask


def new_message(
    paddock: Paddock, chat_id: int | None, text: str, *, model: str | None, options: ChatOptions
) -> Request:
    """Send words in a chat, or (None) in one that is made for them with this model and these options."""
    store, service = paddock.chats, paddock.service
    made: list[int] = [] if chat_id is None else [chat_id]

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        if not made:
            chat = store.create_chat()
            made.append(chat.id)
            store.save_draft(chat.id, text)
            store.save_draft(None, "")
            store.set_chat_options(
                chat.id,
                system_prompt=options.system_prompt,
                sampling=options.sampling,
                context_tokens=options.context_tokens,
                model=model,
            )
            report(ChatMade(store.chat(chat.id)))
        events = with_question(store, report)
        return service.send(made[0], text, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, text), ask)


def edited_message(paddock: Paddock, chat_id: int | None, message_id: int, text: str) -> Request:
    """Put other words beside a message."""
    store, service = paddock.chats, paddock.service

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        events = with_question(store, report)
        return service.edit(message_id, text, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, text, message_id), ask)


def another_answer(paddock: Paddock, chat_id: int | None, message_id: int) -> Request:
    """Answer again."""
    store, service = paddock.chats, paddock.service

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        events = with_question(store, report)
        return service.regenerate(message_id, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, "", message_id), ask)


def longer_answer(paddock: Paddock, chat_id: int | None, message_id: int) -> Request:
    """Go on with a reply where it ends."""
    store, service = paddock.chats, paddock.service

    def ask(report: Callable[[Any], None], token: CancelToken, leave_out: bool) -> Message:  # noqa: FBT001 - an Ask
        events = with_question(store, report)
        return service.continue_reply(message_id, on_event=events, cancel=token, leave_out_oldest=leave_out)

    return Request(Asked(chat_id, "", message_id), ask)
