"""What was deleted and can be taken back, until the trash is emptied for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from paddock.ui.phrases import name_of, title_or_none, when
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import Page, words
from paddock.ui.widgets.question import Question
from paddock.ui.widgets.scaled import spaced
from paddock.ui.widgets.tab_order import in_tab_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.chat.types import Chat, TrashedMessage
    from paddock.ui.chat_actions import ChatActions
    from paddock.ui.desk import Desk

_SHOWN = 200
_EXCERPT_CHARS = 160


class TrashPage(Page):
    """Chats and messages in the trash, latest first."""

    def __init__(self, desk: Desk, actions: ChatActions, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Trash"))
        self._desk = desk
        self._actions = actions
        self._make = Buttons(desk.theme, desk.icons)
        self.add(words(self.tr("Trash"), "title"))
        about = self.tr(
            "Emptying it overwrites the words in the encrypted file. Backups up to a week old still hold them."
        )
        self.add(words(about, "muted"))
        self._empty = self._make.push(self.tr("Empty the trash…"), "danger", "trash")
        self._empty.clicked.connect(self._ask_empty)
        row = QHBoxLayout()
        row.addWidget(self._empty)
        row.addStretch(1)
        spaced(desk.theme, row, (0, 8, 0, 8))
        self.add(row)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._buttons: list[QPushButton] = []
        spaced(desk.theme, self._column, spacing=8)
        self.add(self._list)
        self.fill()
        actions.restored.connect(lambda _chat: self.refresh())
        actions.message_restored.connect(lambda _chat: self.refresh())

    def refresh(self) -> None:
        """Read what is in it."""
        store = self._desk.paddock.chats
        self._desk.tasks.do(
            self, lambda: (store.trashed_chats(), store.trashed_messages()), lambda read: self._fill(*read)
        )

    def wipe(self) -> None:
        """Show nothing any more."""
        self._clear()

    def _clear(self) -> None:
        self._buttons = []
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fill(self, chats: Sequence[Chat], messages: Sequence[TrashedMessage]) -> None:
        place = next((at for at, button in enumerate(self._buttons) if button.hasFocus()), None)
        self._clear()
        self._empty.setEnabled(bool(chats or messages))
        for chat in chats[:_SHOWN]:
            about = self.tr("Chat, deleted {0}").format(when(chat.trashed_at or 0))
            self._column.addWidget(self._card(name_of(chat), about, partial(self._actions.restore, chat.id)))
        for trashed in messages[:_SHOWN]:
            text = " ".join(trashed.message.text.split())[:_EXCERPT_CHARS]
            about = self.tr("From “{0}”, %n message(s), deleted {1}", "", trashed.count).format(
                title_or_none(trashed.title), when(trashed.trashed_at)
            )
            self._column.addWidget(self._card(text, about, partial(self._actions.restore_message, trashed.message)))
        if not chats and not messages:
            self._column.addWidget(words(self.tr("The trash is empty."), "muted"))
        in_tab_order((self._empty, *self._buttons))
        if place is not None:
            self._focus_near(place)

    def _focus_near(self, place: int) -> None:
        """Give the focus to what stands where the button that was pressed stood."""
        if self._buttons:
            button = self._buttons[min(place, len(self._buttons) - 1)]
            card = button.parentWidget()
            if card is not None:
                card.show()  # the layout would do so later, and what is hidden takes no focus
            button.setFocus()
        else:
            self.setFocus()

    def _card(self, title: str, about: str, restore: Callable[[], object]) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        texts = QVBoxLayout()
        texts.addWidget(words(title, "strong"))
        texts.addWidget(words(about, "small"))
        button = self._make.push(self.tr("Put back"))
        button.setAccessibleName(self.tr("Put back: {0}").format(title))
        button.clicked.connect(lambda _on=False: restore())
        self._buttons.append(button)
        row = QHBoxLayout(card)
        row.addLayout(texts, 1)
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        spaced(self._desk.theme, texts, spacing=2)
        spaced(self._desk.theme, row, (16, 10, 12, 10), 12)
        return card

    def _ask_empty(self) -> None:
        what = self.tr("Delete everything in the trash for good?")
        box = Question(self.window(), self.tr("Empty the trash"), what, self.tr("This cannot be undone."))
        box.add_danger(self.tr("Delete for good")).clicked.connect(self.empty)
        box.ask()

    def empty(self) -> None:
        """Remove for good what is in the trash."""
        store = self._desk.paddock.chats
        self._empty.setEnabled(False)
        self._desk.tasks.do(self, store.empty_trash, lambda _count: self.refresh())
