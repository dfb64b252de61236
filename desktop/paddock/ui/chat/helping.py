"""Where no answer came: the error on the page, with the buttons that lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from paddock.errors import DiskFull, EngineFailed, LicenceNotAgreed, OutOfMemory, UserError
from paddock.ui.chat.drafts import LANE
from paddock.ui.chat.options import ChatOptions
from paddock.ui.chat.troubles import Room, Ways, actions_for
from paddock.ui.notices import Action
from paddock.ui.sentences import in_language, together

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.ui.chat.answer import Answer
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk

translate = QCoreApplication.translate  # by this name lupdate finds the texts


class Helping(QObject):
    """Knows the ways out. `options` are those of the open chat."""

    def __init__(self, desk: Desk, page: ChatPage, options: Callable[[], ChatOptions], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._options = options
        self._wished = ""

    def complain(self, error: UserError, again: Callable[[bool], None]) -> None:
        """Show why no answer came; `again` asks once more, told whether to leave out the oldest turns."""
        if isinstance(error, DiskFull):
            self._desk.notices.complain(error)  # it is not this question's alone: the window tells it, once
            return
        page = self._page
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
            page.banner.show_words(translate("Asking", "What would take less memory:"), "", *actions)
        else:
            page.banner.show_error(error, *actions, tone="danger" if isinstance(error, EngineFailed) else "warning")
        page.announce(in_language(error.what))
        if isinstance(error, LicenceNotAgreed):
            ways.read_licence()

    def ask_for_model(self) -> None:
        """Say that a model is wanted, before a chat is made for words that nobody could answer."""
        page = self._page
        bring = Action(translate("Asking", "Import a file…"), page.import_wanted.emit)
        stays = translate("Asking", "What you typed stays here.")
        if page.choice.has_no_model:
            get = Action(translate("Asking", "Get the starter model"), page.first_run_wanted.emit)
            page.banner.show_words(translate("Asking", "No model is installed yet."), stays, bring, get)
        else:
            choose = Action(translate("Asking", "Choose a model"), page.choice.open_picker)
            page.banner.show_words(translate("Asking", "Which model shall answer?"), stays, choose, bring)
        self._wished = page.banner.what

    def take_back_wish(self) -> None:
        """Say no longer that a model is wanted, where one is there now."""
        banner = self._page.banner
        if self._wished and banner.what == self._wished and not self._page.choice.lacks_model:
            self._wished = ""
            banner.dismiss()

    def tell_of_other_chat(self, answer: Answer, stop: Callable[[], object]) -> None:
        """Say that another chat is being answered."""
        page = self._page
        page.banner.show_words(
            translate("Asking", "Another chat is still being answered."),
            translate("Asking", "One answer at a time; what you typed stays here."),
            Action(translate("Asking", "Stop that one"), stop),
            Action(translate("Asking", "Go there"), lambda: page.open_chat(answer.chat_id)),
        )

    def tell_of_words_alone(self, held_back: UserError | None) -> None:
        """Say that the documents are searched without a model that searches by meaning: none is there, or one waits."""
        page, documents = self._page, self._desk.documents
        what = translate("Asking", "The documents are searched by their words alone.")
        if isinstance(held_back, LicenceNotAgreed):
            missed = translate("Asking", "Until then, what is put in other words may be missed.")
            read = Action(
                translate("Asking", "Read and accept the licence…"),
                lambda: self._agree_to(held_back.model, documents.try_again),
            )
            page.banner.show_words(what, together((in_language(held_back.what), missed)), read)
            return
        page.banner.show_words(
            what,
            translate(
                "Asking", "No model that searches by meaning is installed; what is put in other words may be missed."
            ),
            Action(translate("Asking", "Import a file…"), page.import_wanted.emit),
            Action(translate("Asking", "See the models"), page.models_wanted.emit),
        )

    def _room(self) -> Room:
        """Return the model's header, and the context it is loaded with or was to be loaded with."""
        from paddock.models.fit import default_context  # noqa: PLC0415 - seldom needed

        shelf_model, loaded = self._page.choice.model(), self._desk.paddock.engine.loaded
        header = shelf_model.model.header if shelf_model else None
        if loaded is not None:
            return Room(header, loaded.context_tokens)
        wanted = self._options().context_tokens or self._desk.preferences.current.context_tokens
        return Room(header, wanted or (default_context(header) if header else 0))

    def _read_licence(self, error: UserError, again: Callable[[bool], None]) -> None:
        """Show the licence that stands in the way; once it is agreed to, ask."""
        if isinstance(error, LicenceNotAgreed):
            self._agree_to(error.model, lambda: again(False))

    def _agree_to(self, model: str, then: Callable[[], object]) -> None:
        from paddock.ui.models.agreeing import Agreeing  # noqa: PLC0415 - seldom needed

        Agreeing(self._desk, self._page.window, self).before_use(model, then)

    def _search_instead(self, again: Callable[[bool], None]) -> Callable[[], object] | None:
        """Return what has the documents searched where they were to be read whole, and asks once more."""
        attached = self._page.attached
        return (lambda: attached.search_instead(lambda: again(False))) if attached.may_search else None

    def _use_context(self, tokens: int, then: Callable[[], object]) -> None:
        options = self._options()
        self._page.choice.keep_options(ChatOptions(options.system_prompt, options.sampling, tokens))
        # The change goes through the same lane before the question is asked anew.
        self._desk.tasks.do(self, lambda: None, lambda _none: then(), lane=LANE)
