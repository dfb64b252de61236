"""Brings what answers rest on to the conversation and the panel beside it: as it is found, and out of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from paddock.ui.chat import pending
from paddock.ui.sources.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from paddock.chat.sources import Consulted
    from paddock.chat.types import Message
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk
    from paddock.ui.sources.panel import SourcesPanel
    from paddock.ui.transcript.view import TranscriptView


class SourcesInChat(QObject):
    """`document_wanted` leads to the library's page: a document's number, a page, ranges of its text."""

    document_wanted = Signal(int, int, list)

    def __init__(self, desk: Desk, page: ChatPage, conversation: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.room = Beside(desk, conversation)
        self._panel: SourcesPanel | None = None
        self._known: dict[int, Consulted] = {}
        self._told: dict[int, int] = {}  # when a reply's was last told as it came: what is read earlier is older
        self._time = 0
        self._coming: Consulted | None = None
        self._shown_id: int | None = None
        self._chat_id: int | None = None
        self._closed_beside: int | None = None
        page.asking.consulted.connect(self._on_consulted)
        page.asking.settled.connect(self._on_settled)
        self.room.turned.connect(self._on_turned)

    def serve(self, view: TranscriptView) -> None:
        """Show what is chosen in this view."""
        view.cited.connect(self.show_cited)

    @property
    def panel(self) -> SourcesPanel:
        """Return the panel, made when it is first needed."""
        if self._panel is None:
            from paddock.ui.sources.panel import SourcesPanel  # noqa: PLC0415 - only where documents are asked

            panel = self._panel = SourcesPanel(self._desk)
            panel.closed.connect(self.close)
            panel.document_wanted.connect(self.document_wanted)
            panel.name_keys()
            self.room.put_panel(panel)
        return self._panel

    # ------------------------------------------------------------ what is known

    def on_messages(self, messages: Sequence[Message]) -> None:
        """Take note of the messages that are shown, and find out what they rest on."""
        chat_id = self._page.chat_id
        if chat_id != self._chat_id:
            if self._chat_id is not None or chat_id is None:
                self.wipe()
            self._chat_id = chat_id
            if chat_id != self._closed_beside:
                self._closed_beside = None
        last = messages[-1] if messages else None
        if self._coming is not None and last is not None and last.role == "assistant":
            self._learn({last.id: self._coming}, live=True)
            self._shown_id = last.id
        ids = [message.id for message in messages if message.role == "assistant" and message.id > 0]
        self._page.transcript.show_consulted({number: self._known[number] for number in ids if number in self._known})
        if not ids or not self._desk.paddock.unlocked:
            self._tidy(messages)
            return
        self._time += 1
        asked_at, store = self._time, self._desk.paddock.chats

        def done(found: dict[int, Consulted]) -> None:
            if self._page.chat_id == chat_id:
                older = {number: one for number, one in found.items() if self._told.get(number, 0) < asked_at}
                self._learn(older)
                self._show_last()

        self._desk.tasks.do(self, lambda: store.consulted(ids), done, failed=lambda _gone: None)
        self._tidy(messages)

    def wipe(self) -> None:
        """Know and show nothing any more."""
        self._known.clear()
        self._told.clear()
        self._coming = self._shown_id = self._chat_id = None
        if self._panel is not None:
            self._panel.wipe()
            self.room.show_panel(shown=False)

    def lock(self) -> None:
        """Know and show nothing any more, but that beside this chat the panel was closed."""
        closed_beside = None if self.room.panel_shown else self._chat_id
        self.wipe()
        self._closed_beside = closed_beside

    def _tidy(self, messages: Sequence[Message]) -> None:
        """Where the answer whose sources are shown is no longer there, show none, or the last one's."""
        if self._shown_id is not None and all(message.id != self._shown_id for message in messages):
            self._shown_id = None
            if self._panel is not None and self._coming is None:
                self._panel.wipe()
                self.room.show_panel(shown=False)

    def _learn(self, found: Mapping[int, Consulted], *, live: bool = False) -> None:
        self._known.update(found)
        if live:
            self._time += 1
            self._told.update(dict.fromkeys(found, self._time))
        self._page.transcript.show_consulted(found)
        shown = self._shown_id
        if shown is not None and shown in found and self._panel is not None and self._panel.consulted is not None:
            self._panel.show_consulted(found[shown], self._question_of(shown))

    def _on_consulted(self, message_id: int, consulted: Consulted) -> None:
        """Hear of it before there is a word of the answer, and again when it is whole."""
        if message_id:
            self._coming = None
            self._learn({message_id: consulted}, live=True)
            return
        self._coming = consulted
        reply = self._page.messages[-1].id if self._page.messages else pending.REPLY
        self._shown_id = reply
        self._learn({reply: consulted}, live=True)
        if consulted.sources and consulted.relevant:
            self._page.announce(self.tr("%n passage(s) found.", "", len(consulted.sources)))
        if consulted.sources and consulted.relevant and self._may_appear:
            self._open(reply)
        elif self._panel is not None and not (consulted.sources and consulted.relevant):
            self._panel.wipe()
            self.room.show_panel(shown=False)

    def _on_settled(self, _reply: object) -> None:
        self._coming = None

    # ------------------------------------------------------------ the panel

    @property
    def _may_appear(self) -> bool:
        return self._desk.preferences.window.sources_shown and not self.room.narrow

    def _show_last(self) -> None:
        """Show the last answer's passages beside a chat that was opened."""
        if self._shown_id is None and self._closed_beside is None and self._may_appear:
            last = self._last_with_sources()
            if last is not None and last == self._page.messages[-1].id:
                self._open(last)

    def _open(self, message_id: int) -> None:
        consulted = self._known.get(message_id)
        if consulted is None:
            return
        self._shown_id = message_id
        if self.panel.consulted is not consulted:
            self.panel.show_consulted(consulted, self._question_of(message_id))
        self.room.show_panel(shown=True)

    def show_cited(self, message_id: int, which: int) -> None:
        """Show what one of a message's citations points at, or with -1 all its passages."""
        consulted = self._known.get(message_id)
        if consulted is None:
            return
        self._desk.preferences.keep_window(sources_shown=True)
        self._open(message_id)
        if which >= 0:
            self.panel.show_mark(which)
        else:
            self.panel.show_list()
        self.panel.take_focus()

    def toggle(self) -> None:
        """Show the last answer's sources, or hide the panel."""
        if self.room.panel_shown:
            self.close()
            return
        last = self._shown_id if self._shown_id in self._known else self._last_with_sources()
        if last is None or not self._known[last].sources:
            self._desk.notices.say(self.tr("No answer here rests on documents yet."))
            return
        self._desk.preferences.keep_window(sources_shown=True)
        self._open(last)
        self.panel.take_focus()

    def close(self) -> None:
        """Hide the panel, and leave it hidden until it is asked for."""
        had_focus = self._panel is not None and self._panel.isAncestorOf(
            self._panel.window().focusWidget() or self._page
        )
        if not self.room.narrow:
            self._desk.preferences.keep_window(sources_shown=False)
        self.room.show_panel(shown=False)
        if had_focus:
            self._page.composer.take_focus()

    def give_way(self) -> None:
        """Let the conversation be seen where the panel stands in its place."""
        if self.room.narrow and self.room.panel_shown:
            self.close()

    def step(self, by: int) -> None:
        """Show the citation after (1) or before (-1) the one that is shown."""
        if not self.room.panel_shown:
            self.toggle()
        if self.room.panel_shown:
            self.panel.step(by)

    def _on_turned(self, alone: bool) -> None:  # noqa: FBT001 - a slot
        if self._panel is not None:
            self._panel.show_alone(alone=alone)

    def _last_with_sources(self) -> int | None:
        return next(
            (
                message.id
                for message in reversed(self._page.messages)
                if message.id in self._known and self._known[message.id].sources
            ),
            None,
        )

    def _question_of(self, message_id: int | None) -> str:
        question = ""
        for message in self._page.messages:
            if message.id == message_id:
                break
            if message.role == "user":
                question = message.text
        return question
