"""Between the page and the service: asks, shows the answer as it comes, and what to do when it does not."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from paddock.errors import EngineFailed, LicenceNotAgreed, ModelFileError, OutOfMemory
from paddock.ui.chat import pending
from paddock.ui.chat.helping import Helping
from paddock.ui.chat.options import ChatOptions
from paddock.ui.chat.token_hint import TokenHint
from paddock.ui.sentences import in_language

if TYPE_CHECKING:
    from paddock.chat.loading import ChatToBe
    from paddock.chat.sources import Consulted
    from paddock.chat.types import Chat, Message
    from paddock.errors import UserError
    from paddock.ui.chat.answer import Answer, Asked, Begun
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.chat.requests import Ask
    from paddock.ui.desk import Desk


class Asking(QObject):
    """One answer at a time. `moved` whenever it got further, `settled` with the reply (or None) when it is over.

    `consulted` carries what the open chat's answer rests on: once before any model is asked, with 0 for the reply's
    number, and again with its marks when it is whole.
    """

    moved = Signal(object)
    settled = Signal(object)
    consulted = Signal(int, object)

    def __init__(self, desk: Desk, page: ChatPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._answer: Answer | None = None
        self._base: list[Message] = []
        self._shown_reply = pending.REPLY
        self._told_by_words = False
        self.model_to_be: str | None = None
        self.options_to_be = ChatOptions()
        self._hint = TokenHint(desk, page.composer, self)
        self._helping = Helping(desk, page, lambda: self.options, self)

    # ------------------------------------------------------------ asking

    @property
    def answering(self) -> bool:
        """Tell whether an answer is on its way, in whatever chat."""
        return self._answer is not None

    @property
    def answering_here(self) -> bool:
        """Tell whether it is the open chat's."""
        return self._answer is not None and self._is_here(self._answer)

    @property
    def answer(self) -> Answer | None:
        """Return what is on its way."""
        return self._answer

    @property
    def unkept_words(self) -> str:
        """Return the open chat's words that were sent and are no message yet."""
        answer = self._answer
        if answer is None or answer.reply is not None or answer.asked.after_id is not None or not self._is_here(answer):
            return ""
        return answer.asked.text

    @property
    def options(self) -> ChatOptions:
        """Return the open chat's options."""
        chat = self._page.chat
        if chat is None:
            return self.options_to_be
        return ChatOptions(chat.system_prompt, chat.sampling, chat.context_tokens)

    def send(self, text: str) -> None:
        """Send the person's words in the open chat, or in one made for them."""
        from paddock.ui.chat import requests  # noqa: PLC0415 - the window takes keys before a question is asked

        if self._busy():
            return
        page = self._page
        if page.choice.lacks_model:
            self._helping.ask_for_model()
            return
        request = requests.new_message(self._desk.paddock, page.chat_id, text, self._to_be)
        self._begin(request.asked, request.ask, [*page.messages, pending.question(page.chat_id, text)])
        page.composer.put_text("")

    def take_back_wish(self) -> None:
        """Say no longer that a model is wanted, where one is there now."""
        self._helping.take_back_wish()

    def summarize(self, document_id: int, name: str) -> None:
        """Have a document summarized in the open chat, or in one made for it."""
        from paddock.ui.chat import requests  # noqa: PLC0415 - as above

        if self._busy():
            return
        page = self._page
        if page.choice.lacks_model:
            self._helping.ask_for_model()
            return
        wish = self.tr("Summarise “{0}”.").format(name)
        request = requests.summary(self._desk.paddock, page.chat_id, (document_id, name), wish, self._to_be)
        self._begin(request.asked, request.ask, [*page.messages, pending.question(page.chat_id, wish)])

    def edit(self, message_id: int, text: str) -> None:
        """Put other words beside a message, and have them answered."""
        from paddock.ui.chat import requests  # noqa: PLC0415 - as above

        if not self._busy():
            page = self._page
            request = requests.edited_message(self._desk.paddock, page.chat_id, message_id, text)
            base = [*pending.before(message_id, page.messages), pending.question(page.chat_id, text)]
            self._begin(request.asked, request.ask, base)

    def regenerate(self, message_id: int) -> None:
        """Answer again."""
        from paddock.ui.chat import requests  # noqa: PLC0415 - as above

        if not self._busy():
            page = self._page
            request = requests.another_answer(self._desk.paddock, page.chat_id, message_id)
            base = pending.before(message_id, page.messages)
            message = self._shown(message_id)
            if message is not None and message.role == "user":
                base = [*base, message]
            self._begin(request.asked, request.ask, base)

    def continue_reply(self, message_id: int) -> None:
        """Let a reply go on where it ends."""
        from paddock.ui.chat import requests  # noqa: PLC0415 - as above

        if not self._busy():
            page = self._page
            request = requests.longer_answer(self._desk.paddock, page.chat_id, message_id)
            base = pending.before(message_id, page.messages)
            self._begin(request.asked, request.ask, base, self._shown(message_id))

    @property
    def _to_be(self) -> ChatToBe | None:
        """Return what a chat that is yet to be made will be."""
        chat = self._page.attached.chat
        return None if isinstance(chat, int) else chat

    def stop(self) -> None:
        """Stop the answer; what is written is kept."""
        if self._answer is not None:
            self._answer.stop()

    def count_soon(self) -> None:
        """Count the tokens of what is typed, once the typing rests."""
        self._hint.count_soon()

    def forget(self) -> None:
        """Stop, and show nothing of it any more."""
        self.stop()
        if self._answer is not None:
            self._answer.deleteLater()
        self._answer = None
        self._base = []
        self._hint.stop()
        self.model_to_be = None
        self.options_to_be = ChatOptions()
        self._page.composer.set_answering(answering=False)
        self.settled.emit(None)

    def _begin(self, asked: Asked, ask: Ask, base: list[Message], going_on: Message | None = None) -> None:
        from paddock.engine.client import CancelToken  # noqa: PLC0415 - not before the first question
        from paddock.ui.chat.answer import Answer  # noqa: PLC0415 - as above
        from paddock.ui.chat.telling import Telling  # noqa: PLC0415 - as above

        page = self._page
        page.banner.dismiss()
        token = CancelToken()
        answer = Answer(asked, token, self)
        answer.opening = page.opening
        asked.again = lambda leave_out: self._ask_again(asked, ask, leave_out=leave_out)
        self._answer, self._base = answer, base
        telling = Telling(answer, lambda: self._desk.paddock.engine.waits_s)
        telling.said.connect(self._on_said)
        answer.chat_made.connect(self._on_chat_made)
        answer.begun.connect(self._on_begun)
        answer.consulted.connect(self._on_consulted)
        answer.read.connect(self._moved)
        answer.noted.connect(self._moved)
        answer.written.connect(self._on_written)
        answer.restarted.connect(self._on_restarted)
        answer.finished.connect(self._on_finished)
        answer.failed.connect(self._on_failed)
        answer.ended.connect(self._on_ended)
        reply = going_on or pending.reply(page.chat_id)
        from_message = page.transcript.isAncestorOf(QApplication.focusWidget() or page)
        page.show_messages([*base, reply])
        page.transcript.start_stream(reply.id)
        self._shown_reply = reply.id
        page.composer.set_answering(answering=True)
        if from_message:  # the button that was pressed goes with its message; Esc in the composer stops the answer
            page.composer.take_focus()
        answer.start(self._desk.tasks, lambda report: ask(report, token, asked.leave_out))
        self.moved.emit(answer)

    def _ask_again(self, asked: Asked, ask: Ask, *, leave_out: bool) -> None:
        """Ask what failed once more; the words are in the composer again and leave it now."""
        if self._answer is not None:
            return
        asked.leave_out = leave_out
        page = self._page
        if asked.chat_id is None:
            asked.chat_id = page.chat_id
        if asked.text and page.composer.text == asked.text:
            page.composer.put_text("")
        there = pending.kept(page.messages)  # what failed may still stand there until the chat is read anew
        base = pending.before(asked.after_id, there) if asked.after_id is not None else there
        if words := asked.text or asked.wish:
            base.append(pending.question(page.chat_id, words))
        self._begin(asked, ask, base)

    # ------------------------------------------------------------ as it comes

    def show_again(self) -> None:
        """Show the answer on its way again, if it is that of the chat just read anew."""
        answer = self._answer
        here = answer is not None and self._is_here(answer)
        self._page.composer.set_answering(answering=here)
        if answer is None or not here:
            return
        reply = answer.reply_so_far()
        if reply is None:
            kept = [message for message in self._base if message.id != pending.REPLY]
            self._show_reply(kept, pending.reply(self._page.chat_id))
        else:
            kept = [message for message in self._page.messages if message.id != reply.id]
            self._show_reply(kept, reply)

    def _show_reply(self, before: list[Message], reply: Message) -> None:
        self._page.show_messages([*before, reply])
        self._page.transcript.start_stream(reply.id)
        self._shown_reply = reply.id

    def _on_chat_made(self, chat: Chat) -> None:
        answer = self._answer
        if answer is not None and answer.opening == self._page.opening:
            self._page.adopt(chat)
        self.model_to_be = None
        self.options_to_be = ChatOptions()

    def _on_begun(self, begun: Begun) -> None:
        if not self.answering_here:
            return
        question, page = begun.question, self._page
        before = pending.before(question.id, self._base)
        if len(before) == len(self._base) and before and before[-1].id == pending.QUESTION:
            before = before[:-1]
        self._base = [*before, question]
        self._show_reply(self._base, begun.reply)
        page.keep_draft()
        self._moved()

    def _on_consulted(self, message_id: int, consulted: Consulted) -> None:
        if not self.answering_here:
            return
        self.consulted.emit(message_id, consulted)
        view, held_back = self._page.attached.view, self._desk.documents.trouble
        if consulted.used != "searched" or view is None or self._told_by_words:
            return
        if view.by_words_only or isinstance(held_back, LicenceNotAgreed):
            self._told_by_words = True
            self._helping.tell_of_words_alone(None if view.by_words_only else held_back)

    def _on_written(self, text: str, reasoning: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.answering_here:
            self._page.transcript.stream_text(self._shown_reply, text, reasoning=reasoning)
        self._moved()

    def _on_restarted(self, why: str) -> None:
        self._desk.notices.say(self.tr("The engine was started again. {0}").format(in_language(why)))

    def _on_said(self, text: str, fraction: float | None) -> None:
        if self.answering_here:
            self._page.transcript.set_progress(self._shown_reply, text, fraction)

    def _moved(self) -> None:
        if self._answer is not None:
            self.moved.emit(self._answer)

    # ------------------------------------------------------------ how it ends

    def _on_finished(self, reply: Message) -> None:
        page = self._page
        if self.answering_here:
            if self._answer is not None and self._answer.reply is None:  # an edited reply: nothing was asked
                page.latest.reload()
            else:
                page.messages = [reply if message.id == reply.id else message for message in page.messages]
                page.transcript.end_stream(reply)
        self.settled.emit(reply)

    def _on_failed(self, error: UserError) -> None:
        answer = self._answer
        if answer is None:
            return
        asked, here = answer.asked, self.answering_here
        kept = answer.reply is not None or isinstance(error, EngineFailed | ModelFileError)
        self._answer = None
        if not here:
            self._desk.notices.complain(error)
        elif kept:
            so_far = answer.reply_so_far()
            if so_far is not None:
                self._page.transcript.end_stream(dataclasses.replace(so_far, state="failed", error=str(error)))
            self._page.latest.reload()
        else:
            self._put_back(asked)
        if here and kept and isinstance(error, EngineFailed) and not isinstance(error, OutOfMemory):
            self._page.announce(in_language(error.what))  # the message itself tells it, with "Try again" beside it
        elif here:
            self._helping.complain(error, asked.again or (lambda _leave_out: None))
        self.settled.emit(None)

    def _on_ended(self) -> None:
        answer = self.sender()
        stopped_early = self._answer
        self._answer = None
        if stopped_early is not None and stopped_early.reply is None and not stopped_early.is_finished:
            if self._is_here(stopped_early):
                self._put_back(stopped_early.asked)
            self.settled.emit(None)
        self._page.composer.set_answering(answering=self.answering_here)
        if answer is not None:
            answer.deleteLater()
        self._hint.count_soon()

    def _put_back(self, asked: Asked) -> None:
        """Nothing was kept: show what was there, and give the words back."""
        self._page.latest.reload()
        if self._page.chat_id is None:
            self._page.show_messages([])
        self._page.give_back(asked.text)

    def _busy(self) -> bool:
        """Tell whether an answer is on its way; say so where it is another chat's."""
        answer = self._answer
        if answer is not None and not self._is_here(answer):
            self._helping.tell_of_other_chat(answer, self.stop)
        return answer is not None

    def _is_here(self, answer: Answer) -> bool:
        if answer.chat_id is None:
            return answer.opening == self._page.opening
        return answer.chat_id == self._page.chat_id

    def _shown(self, message_id: int) -> Message | None:
        return next((one for one in self._page.messages if one.id == message_id), None)
