"""Which model answers in the open chat, and with which options: chosen here, kept with the chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from paddock.ui.chat.drafts import LANE

if TYPE_CHECKING:
    from paddock.ui.chat.model_picker import ModelPicker
    from paddock.ui.chat.options import ChatOptions
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf, ShelfModel


class ModelChoice(QObject):
    """Knows the chat's model; drops the list of models down and opens the options."""

    def __init__(self, desk: Desk, shelf: ModelShelf, page: ChatPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._shelf = shelf
        self._page = page
        self.picker: ModelPicker | None = None
        shelf.changed.connect(self.show)
        desk.preferences.changed.connect(lambda _settings: self.show())

    @property
    def name(self) -> str | None:
        """Return the model this chat names, None for the default."""
        return self._page.chat.model if self._page.chat else self._page.asking.model_to_be

    def model(self) -> ShelfModel | None:
        """Return the model that would answer here."""
        return self._shelf.chosen(self.name)

    @property
    def lacks_model(self) -> bool:
        """Tell whether it is known that no model is chosen: several are there, or none."""
        return self._shelf.known and self.model() is None

    @property
    def has_no_model(self) -> bool:
        """Tell whether it is known that none is installed that could answer."""
        return self._shelf.known and not self._shelf.writers

    def show(self) -> None:
        """Show the model above the conversation, and on the page of a chat to be."""
        model, page = self.model(), self._page
        page.header.model.put(model.title if model else (self.name or self.tr("Choose a model")))
        page.asking.take_back_wish()
        if page.ready:
            page.welcome.show_model(model.title if model else "")

    def open_picker(self) -> None:
        """Drop down the list of models."""
        page = self._page
        if self.picker is None:
            from paddock.ui.chat.model_picker import ModelPicker  # noqa: PLC0415 - built when first dropped down

            # A child of the window and not of the page, whose Esc would stop an answer.
            self.picker = ModelPicker(self._desk, self._shelf, page.window())
            self.picker.chosen.connect(self._on_chosen)
            self.picker.import_wanted.connect(page.import_wanted)
            self.picker.models_wanted.connect(page.models_wanted)
            self.picker.closed.connect(page.composer.take_focus)
        model = self.model()
        self.picker.open_under(page.header.model, model.name if model else "")

    def _on_chosen(self, name: str) -> None:
        page = self._page
        if not self._desk.preferences.current.model:
            self._desk.preferences.change(model=name)
        if page.chat is None:
            page.asking.model_to_be = name
        else:
            page.chat = replace(page.chat, model=name)
            store, chat_id = self._desk.paddock.chats, page.chat.id
            self._desk.tasks.do(self, lambda: store.set_chat_options(chat_id, model=name), lane=LANE)
        self.show()
        page.banner.dismiss()
        page.composer.take_focus()

    def open_options(self) -> None:
        """Show the options of this chat."""
        from paddock.engine.protocol import Sampling  # noqa: PLC0415 - seldom needed
        from paddock.ui.chat.options_dialog import OptionsDialog  # noqa: PLC0415 - as above

        page = self._page
        if not page.ready:
            return
        loaded = self._desk.paddock.engine.loaded
        model = self.model()
        defaults = loaded.defaults if loaded is not None else Sampling()
        header = model.model.header if model else None
        dialog = OptionsDialog(self._desk, page.asking.options, defaults, header, page.window())
        dialog.kept.connect(self.keep_options)
        dialog.open()

    def keep_options(self, options: ChatOptions) -> None:
        """Give this chat its options; a chat to be gets them when it is made."""
        page = self._page
        page.asking.options_to_be = options
        if page.chat is None:
            return
        kept: dict[str, Any] = {
            "system_prompt": options.system_prompt,
            "sampling": options.sampling,
            "context_tokens": options.context_tokens,
        }
        page.chat = replace(page.chat, **kept)
        store, chat_id = self._desk.paddock.chats, page.chat.id
        self._desk.tasks.do(self, lambda: store.set_chat_options(chat_id, **kept), lane=LANE)
