"""Has the model read what goes in whole while the person still types, and gives way to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from paddock.ui.tasks import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.types import Message
    from paddock.engine.cancelling import CancelToken
    from paddock.ui.attachments.attached import Attached
    from paddock.ui.attachments.view import View
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk

_LOADED = 0.15  # of the bar: what loading the model takes of it


class ReadingAhead(QObject):
    """`moved` whenever `fraction` is another: how far it is, 1 when done, None where nothing is read ahead.

    Begins once everything attached is read and goes in whole, and the person writes or has just attached something:
    a chat that is only looked at loads no model.
    """

    moved = Signal()

    def __init__(self, desk: Desk, page: ChatPage, attached: Attached) -> None:
        super().__init__(attached)
        self._desk = desk
        self._page = page
        self._attached = attached
        self._view: View | None = None
        self._expected = bool(page.composer.text.strip()) or page.chat_id is None
        self._token: CancelToken | None = None
        self._key: object = None
        self.fraction: float | None = None
        page.asking.settled.connect(self._on_settled)

    def look(self, view: View | None) -> None:
        """Take in how everything attached stands."""
        self._view = view
        self._begin_or_end()

    def expect(self) -> None:
        """Hear that the person has just attached something, or changed how it is used."""
        self._expected = True

    def typed(self) -> None:
        """Hear that the person writes."""
        if not self._expected and self._page.composer.text.strip():
            self._expected = True
            self._begin_or_end()

    def leave(self) -> None:
        """Stop: another chat is opened."""
        self._stop()
        self._view = None
        self._expected = False

    # ------------------------------------------------------------ inside

    def _begin_or_end(self) -> None:
        view, page = self._view, self._page
        if view is None or view.outlook != "whole" or not view.is_settled:
            self._stop()
            return
        options = page.asking.options
        used = tuple((one.attachment.kind, one.attachment.target_id, one.attachment.used) for one in view.seen)
        key = (page.chat_id, used, options.system_prompt, options.context_tokens, page.choice.name)
        if key == self._key or not self._expected or page.asking.answering or page.choice.lacks_model:
            return
        self._stop()
        self._start(key)

    def _start(self, key: object) -> None:
        from paddock.engine.cancelling import CancelToken  # noqa: PLC0415 - only with documents

        self._key = key
        token = self._token = CancelToken()
        ahead, chat = self._desk.paddock.reading_ahead, self._attached.chat

        def work(report: Callable[[Any], None]) -> bool:
            return ahead.read(chat, cancel=token, load=True, on_event=report)

        def on_events(events: list[Any]) -> None:
            if token is self._token:
                self._on_event(events[-1])

        def done(read: bool) -> None:  # noqa: FBT001 - what the call returned
            if token is self._token:
                self._tell(1.0 if read and not token.cancelled else None)

        def ended() -> None:
            if token is self._token:
                self._token = None
                if self.fraction != 1.0:
                    self._tell(None)

        self._tell(0.0)
        self._desk.tasks.run(
            # What goes wrong here is met again, and told, when the question is asked.
            Call(work, self, done=done, failed=lambda _error: None, ended=ended, events=on_events, stop=token.cancel)
        )

    def _on_event(self, event: object) -> None:
        from paddock.chat.events import ModelLoading, PromptProgress  # noqa: PLC0415 - only with documents

        if isinstance(event, ModelLoading):
            self._tell(event.fraction * _LOADED)
        elif isinstance(event, PromptProgress) and event.total:
            self._tell(_LOADED + (1 - _LOADED) * event.done / event.total)

    def _on_settled(self, reply: Message | None) -> None:
        """After an answer the model has everything at hand; what another chat asked may have pushed it out.

        Where it died over the answer it has nothing: it reads ahead again once the person writes.
        """
        if self._desk.paddock.engine.loaded is None:
            self._stop()
            self._expected = False
        elif self._view is not None and self._view.outlook == "whole" and reply is not None:
            self._tell(1.0)
        self._attached.refresh_soon()

    def _stop(self) -> None:
        token, self._token, self._key = self._token, None, None
        if token is not None:
            token.cancel()
        self._tell(None)

    def _tell(self, fraction: float | None) -> None:
        if fraction != self.fraction:
            self.fraction = fraction
            self.moved.emit()
