"""One answer on its way: what was asked, how far it is, and the words so far."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from paddock.chat.events import (
    Delta,
    DocumentsConsulted,
    EngineRestarted,
    ModelLoading,
    OldestLeftOut,
    PartsNoted,
    PromptProgress,
    ReplyStarted,
)
from paddock.ui.tasks import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.events import Event
    from paddock.chat.store import ChatStore
    from paddock.chat.types import Chat, Message
    from paddock.engine.client import CancelToken
    from paddock.errors import UserError
    from paddock.ui.tasks import Tasks


@dataclass(frozen=True)
class ChatMade:
    """The chat did not exist before its first message; here it is."""

    chat: Chat


@dataclass(frozen=True)
class Begun:
    """The question is kept and the reply to it begun."""

    question: Message
    reply: Message


@dataclass
class Asked:
    """What the person wanted: the words sent ("" for none), and the message it goes on from, if any.

    `wish` are words of the program's that stand for the person's, such as that for a summary; nobody typed them.
    """

    chat_id: int | None
    text: str = ""
    wish: str = ""
    after_id: int | None = None
    leave_out: bool = False
    again: Callable[[bool], None] | None = field(default=None, repr=False)


class Answer(QObject):
    """Follows one request from the click to the last word. Signals come on the Qt thread, in order."""

    chat_made = Signal(object)
    loading = Signal(str, float)
    begun = Signal(object)
    consulted = Signal(int, object)  # the reply's number (0 before there is one), and what it rests on
    read = Signal(object)  # PromptProgress
    noted = Signal(int, int, float)  # parts of a document, of how many, and what is done of the next
    written = Signal(str, bool)  # a piece of text, whether it is reasoning
    left_out = Signal(int)
    restarted = Signal(str)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, asked: Asked, token: CancelToken, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.chat_id = asked.chat_id
        self.reply: Message | None = None
        self.question: Message | None = None
        self.text = ""
        self.reasoning = ""
        self.prompt: PromptProgress | None = None
        self.tokens = 0
        self.opening = 0  # which showing of the page it was asked from
        self.is_finished = False
        self._token = token
        self._first_word_at = 0.0

    def start(self, tasks: Tasks, work: Callable[[Callable[[Any], None]], Message]) -> None:
        """Run it on the pool."""
        tasks.run(
            Call(
                work,
                self,
                done=self._on_done,
                failed=self._on_failed,
                ended=self.ended.emit,
                events=self._on_events,
                stop=self._token.cancel,
            )
        )

    def _on_done(self, reply: Message) -> None:
        self.is_finished = True
        self.finished.emit(reply)

    def _on_failed(self, error: UserError) -> None:
        self.is_finished = True
        self.failed.emit(error)

    def stop(self) -> None:
        """Stop it; what is written is kept."""
        self._token.cancel()

    @property
    def tokens_per_second(self) -> float:
        """Return the speed of writing so far, 0 before there is one."""
        passed = time.monotonic() - self._first_word_at
        return self.tokens / passed if self._first_word_at and self.tokens > 1 and passed > 0 else 0.0

    def reply_so_far(self) -> Message | None:
        """Return the reply with all words so far, newer than what the store holds."""
        return replace(self.reply, text=self.text, reasoning=self.reasoning) if self.reply else None

    def _on_events(self, events: list[Any]) -> None:
        pieces: list[tuple[str, bool]] = []
        for event in events:
            if isinstance(event, Delta):
                self._take(event, pieces)
            else:
                self._tell(event)
        for text, reasoning in pieces:
            self.written.emit(text, reasoning)

    def _take(self, delta: Delta, pieces: list[tuple[str, bool]]) -> None:
        self._first_word_at = self._first_word_at or time.monotonic()
        self.tokens += delta.tokens
        if delta.reasoning:
            self.reasoning += delta.text
        else:
            self.text += delta.text
        if pieces and pieces[-1][1] == delta.reasoning:
            pieces[-1] = (pieces[-1][0] + delta.text, delta.reasoning)
        else:
            pieces.append((delta.text, delta.reasoning))

    def _tell(self, event: Any) -> None:
        if isinstance(event, Begun):
            self.question, self.reply = event.question, event.reply
            self.text, self.reasoning = event.reply.text, event.reply.reasoning
            self.begun.emit(event)
        elif isinstance(event, ChatMade):
            self.chat_id = event.chat.id
            self.chat_made.emit(event.chat)
        elif isinstance(event, ModelLoading):
            self.loading.emit(event.model, event.fraction)
        elif isinstance(event, DocumentsConsulted):
            self.consulted.emit(event.message_id or 0, event.consulted)
        elif isinstance(event, PromptProgress):
            self.prompt = event
            self.read.emit(event)
        elif isinstance(event, PartsNoted):
            self.noted.emit(event.done, event.total, event.within)
        elif isinstance(event, OldestLeftOut):
            self.left_out.emit(event.turns)
        elif isinstance(event, EngineRestarted):
            self.restarted.emit(event.why)


def with_question(store: ChatStore, report: Callable[[Any], None]) -> Callable[[Event], None]:
    """Return an event sink for the service that adds the question to a reply's beginning. For the pool's threads."""

    def take(event: Event) -> None:
        if isinstance(event, ReplyStarted) and event.message.parent_id is not None:
            report(Begun(store.message(event.message.parent_id), event.message))
        else:
            report(event)

    return take
