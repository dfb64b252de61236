"""Keeps what is typed and not sent, a moment after each pause and whenever the chat is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.errors import UserError
    from paddock.ui.desk import Desk

LANE = "drafts"
_AFTER_MS = 500


class Drafts(QObject):
    """Belongs to one composer; `text` asks it. All reading and writing goes through one lane, so order holds.

    `kept` whenever a draft was written.
    """

    kept = Signal()

    def __init__(self, desk: Desk, text: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = text
        self._chat_id: int | None = None
        self._kept = ""
        self._loaded = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def belong_to(self, chat_id: int | None, kept: str) -> None:
        """From now on what is typed belongs to this chat (None: before there is one), which holds `kept`."""
        self._timer.stop()
        self._chat_id, self._kept, self._loaded = chat_id, kept, True

    def forget(self) -> None:
        """Keep nothing any more: the vault is closed."""
        self._timer.stop()
        self._loaded = False
        self._kept = ""

    def on_edited(self) -> None:
        """Keep it soon."""
        if self._loaded:
            self._timer.start()

    def keep(self, *, again: bool = False, failed: Callable[[], object] | None = None) -> None:
        """Keep it now if it changed, or, `again`, in any case; `failed` is called instead of telling the person."""
        self._timer.stop()
        text = self._text()
        if not self._loaded or (text == self._kept and not again) or not self._desk.paddock.unlocked:
            return
        chat_id, store, before = self._chat_id, self._desk.paddock.chats, self._kept
        self._kept = text

        def on_failed(error: UserError) -> None:
            if self._chat_id == chat_id and self._kept == text:
                self._kept = before
            if failed is None:
                self._desk.notices.complain(error)
            else:
                failed()

        self._desk.tasks.do(
            self, lambda: store.save_draft(chat_id, text), lambda _none: self.kept.emit(), failed=on_failed, lane=LANE
        )
