"""Asks the model: sends, answers again, edits, goes on, and keeps every word of it."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paddock.chat.answering import Answering
from paddock.chat.events import DocumentsConsulted, ReplyStarted
from paddock.chat.holding import Holding
from paddock.chat.marking import marked
from paddock.chat.prompt import Plan, Prompt, as_plain_text, plan_prompt, prompt_of, reserve_for
from paddock.chat.replies import ReplyEnd
from paddock.engine.protocol import Turn
from paddock.errors import ContextOverflow, EngineFailed, ModelFileError, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.chat.consulting import Consultant, Consultation
    from paddock.chat.events import Event
    from paddock.chat.loading import Loading
    from paddock.chat.needs import Engine
    from paddock.chat.store import ChatStore
    from paddock.chat.summaries import Library as SummaryLibrary
    from paddock.chat.summaries import Summaries
    from paddock.chat.types import Chat, Message
    from paddock.engine.client import CancelToken
    from paddock.engine.protocol import Timings

REPEATS = "repeats"
NOTHING_FOUND = "Nothing in the attached documents speaks of this."


@dataclass(frozen=True)
class _Asking:
    """One request to answer: who hears of it, what stops it, and whether the oldest turns may be left out."""

    on_event: Callable[[Event], None]
    cancel: CancelToken
    leave_out_oldest: bool


@dataclass(frozen=True)
class _Ready:
    """A model that is loaded and a prompt that fits it."""

    model: str
    answering: Answering
    prompt: Prompt
    plan: Plan


class ChatService:
    """Every call works until the reply is whole and returns it; call it on a pool thread. `on_event` hears of it there.

    Before anything is kept, the model is loaded and the prompt counted: ContextOverflow, Cancelled and ModelMissing
    leave the chat as it was, and the words sent as its draft. After that the reply is kept whatever happens:
    "stopped" with what there is when cancelled, "failed" with the error's sentence when the engine or the model's
    file fails, and then the error is raised as well. `leave_out_oldest` allows the oldest turns to be left out where
    the context is full; once allowed on a branch it holds for the replies after, each saying how many it left out.
    """

    def __init__(
        self,
        store: ChatStore,
        engine: Engine,
        loading: Loading,
        consultant: Consultant | None = None,
        *,
        library: SummaryLibrary | None = None,
        alone: Callable[[], AbstractContextManager[None]] = nullcontext,
        on_timings: Callable[[str, Timings], None] = lambda _model, _timings: None,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        """`on_timings` hears what each answer took, and of which model."""
        self._store = store
        self._engine = engine
        self._loading = loading
        self._holding = Holding(store, loading)
        self._on_timings = on_timings
        self._consultant = consultant
        self._alone = alone
        self._timer = timer
        self._library = library

    def send(
        self,
        chat_id: int,
        text: str,
        *,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
        leave_out_oldest: bool = False,
    ) -> Message:
        """Put the person's words at the end of the branch shown, and answer them; return the reply."""
        _check_said(text)
        chat = self._holding.chat(chat_id)
        if chat.draft != text:
            self._store.save_draft(chat_id, text)
        before = self._store.branch(chat_id)
        return self._ask(
            chat,
            before,
            _Asking(on_event, cancel, leave_out_oldest),
            question=lambda: self._store.add_user_message(chat_id, before[-1].id if before else None, text).id,
            said=(Turn("user", text),),
        )

    def edit(
        self,
        message_id: int,
        new_text: str,
        *,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
        leave_out_oldest: bool = False,
    ) -> Message:
        """Put other words beside a message. The person's are answered; a reply's are kept as they are and returned."""
        _check_said(new_text)
        message = self._store.message(message_id)
        if message.role == "assistant":
            return self._store.add_edited_reply(message_id, new_text)
        before = [] if message.parent_id is None else self._store.branch(message.chat_id, message.parent_id)
        return self._ask(
            self._holding.chat(message.chat_id),
            before,
            _Asking(on_event, cancel, leave_out_oldest),
            question=lambda: self._store.add_user_message(message.chat_id, message.parent_id, new_text).id,
            said=(Turn("user", new_text),),
        )

    def regenerate(
        self,
        message_id: int,
        *,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
        leave_out_oldest: bool = False,
    ) -> Message:
        """Answer again, beside a reply; or answer the person's message itself, beside any replies it has."""
        message = self._store.message(message_id)
        question_id = message.parent_id if message.role == "assistant" else message.id
        if question_id is None:
            raise UserError("There is nothing to answer.", "No message comes before this one.", "Write one.")
        if document_id := self._summary_of(message):
            return self._summaries().again(message, document_id, on_event=on_event, cancel=cancel)
        return self._ask(
            self._holding.chat(message.chat_id),
            self._store.branch(message.chat_id, question_id),
            _Asking(on_event, cancel, leave_out_oldest),
            question=lambda: question_id,
        )

    def continue_reply(
        self,
        message_id: int,
        *,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
        leave_out_oldest: bool = False,
    ) -> Message:
        """Let a reply go on where it ends; where something follows it, a copy of it beside it goes on instead.

        A reply that holds no text yet is answered again; so is a summary, from what was noted.
        """
        message = self._store.message(message_id)
        if message.role != "assistant":
            raise UserError("Only a reply can go on.", "This message is yours.", "Send it, or edit it.")
        if not message.text or self._summary_of(message):
            return self.regenerate(message_id, on_event=on_event, cancel=cancel, leave_out_oldest=leave_out_oldest)
        asking = _Asking(on_event, cancel, leave_out_oldest)
        chat = self._holding.chat(message.chat_id)
        branch = self._store.branch(message.chat_id, message_id)
        prompt = prompt_of(chat.system_prompt, branch)
        consulted = self._store.consulted([message_id]).get(message_id)
        consultation = None
        if consulted is not None and self._consultant is not None:
            consultation = self._consultant.again(self._store.attachments(chat.id), chat.system_prompt, consulted)
            prompt = consultation.prompt(prompt)
        ready = self._prepare(chat, prompt, asking, message.left_out_turns or None)
        target = self._store.copy_reply(message_id).id if self._store.children(message_id) else message_id
        reply = self._store.resume_reply(target, model=ready.model, left_out_turns=ready.plan.left_out_turns)
        on_event(ReplyStarted(reply))
        with self._alone():
            brake = message.finish_reason != REPEATS  # who goes on with one that was stopped for it wants it all
            reply = ready.answering.run(reply, ready.prompt, ready.plan, continue_last=True, brake=brake)
        return self._mark(reply, _question_of(branch), consultation, asking)

    def summarize(
        self, chat_id: int, document_id: int, text: str, *, on_event: Callable[[Event], None], cancel: CancelToken
    ) -> Message:
        """Put the wish for a document's summary at the end of the branch shown, and the summary under it; return that.

        The reply is kept whatever happens, as those of `send`; `regenerate` and `continue_reply` go on with what was
        noted. Raises NothingToConsult for a document without text.
        """
        return self._summaries().begin(chat_id, document_id, text, on_event=on_event, cancel=cancel)

    def branch_from(self, message_id: int) -> Chat:
        """Make a new chat of everything up to and with a message."""
        return self._store.copy_branch(message_id)

    def plan(self, chat_id: int, text: str, *, on_event: Callable[[Event], None], cancel: CancelToken) -> Plan:
        """Return what sending `text` would take, loading the model if need be. Raises ContextOverflow, EngineFailed."""
        chat = self._holding.chat(chat_id)
        before = self._store.branch(chat_id)
        prompt = prompt_of(chat.system_prompt, before, (Turn("user", text),))
        return self._prepare(chat, prompt, _Asking(on_event, cancel, leave_out_oldest=False), _left_out(before)).plan

    def _ask(
        self,
        chat: Chat,
        before: Sequence[Message],
        asking: _Asking,
        *,
        question: Callable[[], int],
        said: tuple[Turn, ...] = (),
    ) -> Message:
        """Answer what `before` and `said` hold; `question` keeps what was said and returns the message to answer."""
        plain = prompt_of(chat.system_prompt, before, said)
        asked = said[-1].content if said else _question_of(before)
        consultation: Consultation | None = None
        try:
            consultation = self._consult(chat, before, asked, asking)
            if consultation is not None and not consultation.consulted.relevant:
                return self._nothing_found(chat, question(), consultation, asking)
            try:
                prompt = consultation.prompt(plain) if consultation else plain
                ready = self._prepare(chat, prompt, asking, _left_out(before))
            except ContextOverflow:
                if consultation is None or not self._may_search(chat, consultation):
                    raise
                consultation = self._consult(chat, before, asked, asking, search=True)
                prompt = consultation.prompt(plain) if consultation else plain
                ready = self._prepare(chat, prompt, asking, _left_out(before))
        except (EngineFailed, ModelFileError) as error:
            failed = self._store.start_reply(chat.id, question(), model=chat.model or "")
            if consultation is not None:
                self._store.keep_consulted(failed.id, consultation.consulted)
            self._store.finish_reply(failed.id, ReplyEnd(state="failed", text="", error=str(error)))
            raise
        left_out = ready.plan.left_out_turns
        reply = self._store.start_reply(chat.id, question(), model=ready.model, left_out_turns=left_out)
        if consultation is not None:
            self._store.keep_consulted(reply.id, consultation.consulted)
        asking.on_event(ReplyStarted(reply))
        with self._alone():
            reply = ready.answering.run(reply, ready.prompt, ready.plan, continue_last=False)
        if reply.timings is not None:
            self._on_timings(ready.model, reply.timings)
        return self._mark(reply, asked, consultation, asking)

    # ---------------------------------------------------------------- documents

    def _consult(
        self, chat: Chat, before: Sequence[Message], asked: str, asking: _Asking, *, search: bool = False
    ) -> Consultation | None:
        attachments = self._store.attachments(chat.id)
        if self._consultant is None or not attachments:
            return None
        earlier = [message.text for message in before if message.role == "user" and message.text != asked]
        consultation = self._consultant.consult(
            attachments, chat.system_prompt, asked, earlier, self._loading.context_of(chat), search=search
        )
        asking.on_event(DocumentsConsulted(consultation.consulted))
        return consultation

    def _may_search(self, chat: Chat, consultation: Consultation) -> bool:
        whole = consultation.consulted.used == "whole"
        return whole and any(one.used == "auto" for one in self._store.attachments(chat.id))

    def _nothing_found(self, chat: Chat, question_id: int, consultation: Consultation, asking: _Asking) -> Message:
        """Say so instead of letting a model guess."""
        reply = self._store.start_reply(chat.id, question_id, model="")
        self._store.keep_consulted(reply.id, consultation.consulted)
        asking.on_event(ReplyStarted(reply))
        end = ReplyEnd(state="complete", text=NOTHING_FOUND, finish_reason="nothing_found")
        self._store.finish_reply(reply.id, end)
        return self._store.message(reply.id)

    def _mark(self, reply: Message, asked: str, consultation: Consultation | None, asking: _Asking) -> Message:
        if consultation is not None and reply.text:
            consulted = marked(consultation.consulted, reply.text, asked, consultation.material)
            self._store.keep_consulted(reply.id, consulted)
            asking.on_event(DocumentsConsulted(consulted, reply.id))
        return reply

    def _summary_of(self, message: Message) -> int:
        """Return the document that a reply, or a reply to these words, summarizes; 0 where none does."""
        replies = [message] if message.role == "assistant" else self._store.children(message.id)
        kept = self._store.consulted([reply.id for reply in replies])
        return next((consulted.summary_of for consulted in kept.values() if consulted.summary_of), 0)

    def _summaries(self) -> Summaries:
        from paddock.chat.summaries import Summaries  # noqa: PLC0415 - seldom needed

        if self._library is None:
            raise UserError("There is nothing to summarize.", "No documents are kept here.")
        return Summaries(
            self._store, self._engine, self._loading, self._library, self._timer, self._alone, self._holding.chat
        )

    # ---------------------------------------------------------------- the model

    def _prepare(self, chat: Chat, prompt: Prompt, asking: _Asking, left_out: int | None) -> _Ready:
        """Load the chat's model and fit the prompt; `left_out` is what the reply before left out, None: nothing."""
        writer = self._loading.load(chat, asking.on_event, asking.cancel)
        info, sampling = writer.info, writer.sampling
        prompt = prompt if info.is_chat else as_plain_text(prompt)
        allowed = left_out if left_out is not None else 0 if asking.leave_out_oldest else None
        holds = info.context_tokens
        plan = plan_prompt(prompt, self._count, holds, reserve_for(sampling, holds), left_out=allowed)
        answering = Answering(self._store, self._engine, sampling, asking.on_event, asking.cancel, self._timer)
        return _Ready(writer.name, answering, prompt, plan)

    def _count(self, turns: tuple[Turn, ...]) -> int:
        return self._engine.count(turns).tokens


def _check_said(text: str) -> None:
    if not text.strip():
        raise UserError("There is nothing to send.", "The message is empty.", "Type something first.")


def _question_of(branch: Sequence[Message]) -> str:
    """Return the person's last words on a branch."""
    return next((message.text for message in reversed(branch) if message.role == "user"), "")


def _left_out(before: Sequence[Message]) -> int | None:
    """Return how many turns the last reply of a branch left out; None where it left out nothing."""
    last = next((message for message in reversed(before) if message.role == "assistant"), None)
    return (last.left_out_turns or None) if last else None
