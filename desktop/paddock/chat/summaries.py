"""Summarizes a document as a reply in a chat: kept as it is written, stopped and gone on with, each sentence placed."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Protocol

import msgspec

from paddock.chat.consulting import source_of
from paddock.chat.events import DocumentsConsulted, PartsNoted, ReplyStarted
from paddock.chat.growing import GrowingReply
from paddock.chat.replies import ReplyEnd
from paddock.chat.sources import Consulted
from paddock.chat.summarizing import Summarizer
from paddock.engine.protocol import Delta
from paddock.errors import Cancelled, EngineFailed, ModelFileError, NothingToConsult, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.chat.events import Event
    from paddock.chat.loading import Loading
    from paddock.chat.needs import Engine
    from paddock.chat.store import ChatStore
    from paddock.chat.summarizing import Progress, Summary
    from paddock.chat.types import Chat, Message
    from paddock.engine.client import CancelToken
    from paddock.library.search import Hit


class Library(Protocol):
    """The part of `library.library.Library` that summaries use."""

    def passages_of(self, document_id: int) -> Sequence[Hit]:
        """Return all passages of a document, in order."""

    def note(self, document_id: int, key: str) -> str | None:
        """Return a note kept on a part of a document."""

    def keep_note(self, document_id: int, key: str, text: str) -> None:
        """Keep a note."""

    def forget_notes(self, document_id: int) -> None:
        """Remove the notes on a document."""


class Summaries:
    """Every call works until the summary is whole, and returns it; call it on a pool thread.

    Before anything is kept, the model is loaded: ModelMissing, Cancelled and NothingToConsult leave the chat as it was.
    """

    def __init__(
        self,
        store: ChatStore,
        engine: Engine,
        loading: Loading,
        library: Library,
        timer: Callable[[], float],
        alone: Callable[[], AbstractContextManager[None]] = nullcontext,
        chat_of: Callable[[int], Chat] | None = None,
    ) -> None:
        """`chat_of` returns a chat with the options that hold in it; without it, those it has itself."""
        self._store = store
        self._engine = engine
        self._loading = loading
        self._library = library
        self._timer = timer
        self._alone = alone
        self._chat_of = chat_of or store.chat

    def begin(
        self,
        chat_id: int,
        document_id: int,
        text: str,
        *,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
    ) -> Message:
        """Put the wish, in the person's words, at the end of the branch shown, and the summary under it."""
        before = self._store.branch(chat_id)
        parent = before[-1].id if before else None
        return self._answer(
            chat_id, document_id, lambda: self._store.add_user_message(chat_id, parent, text).id, on_event, cancel
        )

    def again(
        self, message: Message, document_id: int, *, on_event: Callable[[Event], None], cancel: CancelToken
    ) -> Message:
        """Summarize beside a summary, or under a wish for one: what was noted before is not noted again."""
        asked = message.parent_id if message.role == "assistant" else message.id
        if asked is None:
            raise UserError("There is nothing to answer.", "No message comes before this one.", "Write one.")
        return self._answer(message.chat_id, document_id, lambda: asked, on_event, cancel)

    def _answer(
        self,
        chat_id: int,
        document_id: int,
        wish: Callable[[], int],
        on_event: Callable[[Event], None],
        cancel: CancelToken,
    ) -> Message:
        chat = self._chat_of(chat_id)
        hits = self._library.passages_of(document_id)
        if not hits:
            raise NothingToConsult(
                "There is nothing to summarize.",
                "The document holds no text yet, or is no longer in the library.",
                "Wait until it is read, or choose another.",
            )
        consulted = Consulted(used="whole", documents=1, summary_of=document_id)
        try:
            writer = self._loading.load(chat, on_event, cancel)
        except (EngineFailed, ModelFileError) as error:
            failed = self._store.start_reply(chat_id, wish(), model=chat.model or "")
            self._store.keep_consulted(failed.id, consulted)
            self._store.finish_reply(failed.id, ReplyEnd(state="failed", text="", error=str(error)))
            raise
        reply = self._store.start_reply(chat_id, wish(), model=writer.name)
        self._store.keep_consulted(reply.id, consulted)
        on_event(ReplyStarted(reply))
        summarizer = Summarizer(self._engine, writer.info, writer.sampling, writer.name, chat.system_prompt)
        return self._write(reply, document_id, hits, summarizer, on_event, cancel)

    def _write(
        self,
        reply: Message,
        document_id: int,
        hits: Sequence[Hit],
        summarizer: Summarizer,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
    ) -> Message:
        growing = GrowingReply(self._store, reply, timer=self._timer, on_failure=cancel.cancel)

        def on_text(text: str) -> None:
            delta = Delta(0, text, reasoning=False, tokens=1)
            growing.add(delta)
            on_event(delta)

        def on_progress(now: Progress) -> None:
            on_event(PartsNoted(now.done, now.total, now.within))

        def end(end: ReplyEnd) -> Message:
            self._store.finish_reply(reply.id, end)
            if growing.failure is not None:
                raise growing.failure
            return self._store.message(reply.id)

        passages = [source_of(number, hit) for number, hit in enumerate(hits, start=1)]
        try:
            growing.begin()
            with self._alone():
                summary: Summary = summarizer.summarize(
                    passages,
                    _NotesOn(self._library, document_id),
                    on_progress=on_progress,
                    on_text=on_text,
                    cancel=cancel,
                )
        except Cancelled:
            return end(ReplyEnd(state="stopped", text=growing.end()[0], finish_reason="cancelled"))
        except UserError as error:
            end(ReplyEnd(state="failed", text=growing.end()[0], error=str(error)))
            raise
        except BaseException:  # a bug, or the program being ended: what there is is kept
            end(ReplyEnd(state="stopped", text=growing.end()[0]))
            raise
        growing.end()
        message = end(ReplyEnd(state="complete", text=summary.text, finish_reason="stop"))
        consulted = msgspec.structs.replace(summary.consulted, summary_of=document_id)
        self._store.keep_consulted(reply.id, consulted)
        on_event(DocumentsConsulted(consulted, reply.id))
        self._library.forget_notes(document_id)
        return message


class _NotesOn:
    """The notes on one document, as the summarizer knows them."""

    def __init__(self, library: Library, document_id: int) -> None:
        self._library = library
        self._document_id = document_id

    def note(self, key: str) -> str | None:
        return self._library.note(self._document_id, key)

    def keep_note(self, key: str, text: str) -> None:
        self._library.keep_note(self._document_id, key, text)
