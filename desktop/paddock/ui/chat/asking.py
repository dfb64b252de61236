"""Between the page and the service: asks, shows the answer as it comes, and what to do when it does not."""

from __future__ import annotations

import dataclasses
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from paddock.errors import DiskFull, EngineFailed, LicenceNotAgreed, ModelFileError, OutOfMemory, UserError
from paddock.ui.chat import pending
from paddock.ui.chat.drafts import LANE
from paddock.ui.chat.options import ChatOptions
from paddock.ui.chat.token_hint import TokenHint
from paddock.ui.chat.troubles import Room, Ways, actions_for
from paddock.ui.notices import Action
from paddock.ui.phrases import model_title, number
from paddock.ui.sentences import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.loading import ChatToBe
    from paddock.chat.sources import Consulted
    from paddock.chat.types import Chat, Message
    from paddock.engine.protocol import PromptProgress
    from paddock.ui.chat.answer import Answer, Asked, Begun
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.chat.requests import Ask
    from paddock.ui.desk import Desk
    from paddock.ui.widgets.banner import Tone

_WORTH_TELLING_S = 3


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
        self._since = 0.0
        self._shown_reply = pending.REPLY
        self._told_by_words = False
        self.model_to_be: str | None = None
        self.options_to_be = ChatOptions()
        self._hint = TokenHint(desk, page.composer, self)

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
            self._ask_for_model()
            return
        request = requests.new_message(self._desk.paddock, page.chat_id, text, self._to_be)
        self._begin(request.asked, request.ask, [*page.messages, pending.question(page.chat_id, text)])
        page.composer.put_text("")

    def summarize(self, document_id: int, name: str) -> None:
        """Have a document summarized in the open chat, or in one made for it."""
        from paddock.ui.chat import requests  # noqa: PLC0415 - as above

        if self._busy():
            return
        page = self._page
        if page.choice.lacks_model:
            self._ask_for_model()
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

        page = self._page
        page.banner.dismiss()
        token = CancelToken()
        answer = Answer(asked, token, self)
        answer.opening = page.opening
        asked.again = lambda leave_out: self._ask_again(asked, ask, leave_out=leave_out)
        self._answer, self._base, self._since = answer, base, time.monotonic()
        answer.chat_made.connect(self._on_chat_made)
        answer.loading.connect(self._on_loading)
        answer.begun.connect(self._on_begun)
        answer.consulted.connect(self._on_consulted)
        answer.read.connect(self._on_read)
        answer.noted.connect(self._on_noted)
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
        base = pending.before(asked.after_id, page.messages) if asked.after_id is not None else list(page.messages)
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

    def _on_loading(self, model: str, fraction: float) -> None:
        text = self.tr("Loading {0}: {1} %").format(model_title(model), round(fraction * 100))
        self._progress(text + self._time_left(fraction), fraction)

    def _on_begun(self, begun: Begun) -> None:
        self._since = time.monotonic()
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
        view = self._page.attached.view
        if consulted.used == "searched" and view is not None and view.by_words_only and not self._told_by_words:
            self._told_by_words = True
            self._page.banner.show_words(
                self.tr("The documents are searched by their words alone."),
                self.tr("No model that searches by meaning is installed; what is put in other words may be missed."),
                Action(self.tr("Import a file…"), self._page.import_wanted.emit),
                Action(self.tr("See the models"), self._page.models_wanted.emit),
            )

    def _on_read(self, progress: PromptProgress) -> None:
        fraction = progress.done / progress.total if progress.total else 1.0
        text = self.tr("Reading {0} tokens").format(number(progress.total))
        new = progress.total - progress.reused
        done_new = (progress.done - progress.reused) / new if new > 0 else 1.0
        self._progress(text + self._time_left(done_new), fraction)
        self._moved()

    def _on_noted(self, done: int, total: int) -> None:
        if done + 1 < total:
            text = self.tr("Reading part {0} of {1}").format(number(done + 1), number(total - 1))
        else:
            text = self.tr("Writing the summary")
        self._progress(text + self._time_left(done / total), done / total)
        self._moved()

    def _on_written(self, text: str, reasoning: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.answering_here:
            self._page.transcript.stream_text(self._shown_reply, text, reasoning=reasoning)
        self._moved()

    def _on_restarted(self, why: str) -> None:
        self._desk.notices.say(self.tr("The engine was started again. {0}").format(in_language(why)))

    def _progress(self, text: str, fraction: float) -> None:
        if self.answering_here:
            self._page.transcript.set_progress(self._shown_reply, text, fraction)

    def _time_left(self, fraction: float) -> str:
        passed = time.monotonic() - self._since
        if fraction <= 0 or passed < 1:
            return ""
        left = passed / fraction * (1 - fraction)
        return self.tr(", about {0} s left").format(round(left)) if left > _WORTH_TELLING_S else ""

    def _moved(self) -> None:
        if self._answer is not None:
            self.moved.emit(self._answer)

    # ------------------------------------------------------------ how it ends

    def _on_finished(self, reply: Message) -> None:
        page = self._page
        if self.answering_here:
            if self._answer is not None and self._answer.reply is None:  # an edited reply: nothing was asked
                page.reload()
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
            self._page.reload()
        else:
            self._put_back(asked)
        if here and kept and isinstance(error, EngineFailed) and not isinstance(error, OutOfMemory):
            self._page.announce(in_language(error.what))  # the message itself tells it, with "Try again" beside it
        elif here:
            self._complain(error, asked)
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
        self._page.reload()
        if self._page.chat_id is None:
            self._page.show_messages([])
        self._page.give_back(asked.text)

    def _complain(self, error: UserError, asked: Asked) -> None:
        if isinstance(error, DiskFull):
            self._desk.notices.complain(error)  # it is not this question's alone: the window tells it, once
            return
        page = self._page
        again = asked.again or (lambda _leave_out: None)
        ways = Ways(
            leave_out_oldest=lambda: again(True),
            use_context=lambda tokens: self._use_context(tokens, lambda: again(False)),
            choose_model=page.choice.open_picker,
            import_model=page.import_wanted.emit,
            try_again=page.regenerate_last,
            ask_again=lambda: again(False),
            search_instead=self._search_instead(again),
            show_documents=lambda: page.attached.document_wanted.emit("", 0),
            read_licence=lambda: self._read_licence(error, again),
        )
        actions = actions_for(error, ways, self._room())
        if isinstance(error, OutOfMemory):  # the message itself tells what happened
            page.banner.show_words(self.tr("What would take less memory:"), "", *actions)
        else:
            page.banner.show_error(error, *actions, tone=_tone_of(error))
        page.announce(in_language(error.what))
        if isinstance(error, LicenceNotAgreed):
            ways.read_licence()

    def _room(self) -> Room:
        """Return the model's header, and the context it is loaded with or was to be loaded with."""
        from paddock.models.fit import default_context  # noqa: PLC0415 - seldom needed

        shelf_model, loaded = self._page.choice.model(), self._desk.paddock.engine.loaded
        header = shelf_model.model.header if shelf_model else None
        if loaded is not None:
            return Room(header, loaded.context_tokens)
        wanted = self.options.context_tokens or self._desk.preferences.current.context_tokens
        return Room(header, wanted or (default_context(header) if header else 0))

    def _read_licence(self, error: UserError, again: Callable[[bool], None]) -> None:
        """Show the licence that stands in the way; once it is agreed to, ask."""
        from paddock.ui.models.agreeing import Agreeing  # noqa: PLC0415 - seldom needed

        if isinstance(error, LicenceNotAgreed):
            agreeing = Agreeing(self._desk, self._page.window, self)
            agreeing.before_use(error.model, lambda: again(False))

    def _search_instead(self, again: Callable[[bool], None]) -> Callable[[], object] | None:
        """Return what has the documents searched where they were to be read whole, and asks once more."""
        attached = self._page.attached
        return (lambda: attached.search_instead(lambda: again(False))) if attached.may_search else None

    def _use_context(self, tokens: int, then: Callable[[], object]) -> None:
        options = self.options
        self._page.choice.keep_options(ChatOptions(options.system_prompt, options.sampling, tokens))
        # The change goes through the same lane before the question is asked anew.
        self._desk.tasks.do(self, lambda: None, lambda _none: then(), lane=LANE)

    def _ask_for_model(self) -> None:
        """Say so before a chat is made for words that nobody could answer."""
        page = self._page
        if page.choice.has_no_model:
            page.banner.show_words(
                self.tr("No model is installed yet."),
                self.tr("What you typed stays here."),
                Action(self.tr("Import a file…"), page.import_wanted.emit),
                Action(self.tr("Get the starter model"), page.first_run_wanted.emit),
            )
            return
        page.banner.show_words(
            self.tr("Which model shall answer?"),
            self.tr("What you typed stays here."),
            Action(self.tr("Choose a model"), page.choice.open_picker),
            Action(self.tr("Import a file…"), page.import_wanted.emit),
        )

    def _busy(self) -> bool:
        """Tell whether an answer is on its way; say so where it is another chat's."""
        answer = self._answer
        if answer is not None and not self._is_here(answer):
            self._page.banner.show_words(
                self.tr("Another chat is still being answered."),
                self.tr("One answer at a time; what you typed stays here."),
                Action(self.tr("Stop that one"), self.stop),
                Action(self.tr("Go there"), lambda: self._page.open_chat(answer.chat_id)),
            )
        return answer is not None

    def _is_here(self, answer: Answer) -> bool:
        if answer.chat_id is None:
            return answer.opening == self._page.opening
        return answer.chat_id == self._page.chat_id

    def _shown(self, message_id: int) -> Message | None:
        return next((one for one in self._page.messages if one.id == message_id), None)


def _tone_of(error: UserError) -> Tone:
    return "danger" if isinstance(error, EngineFailed) else "warning"
