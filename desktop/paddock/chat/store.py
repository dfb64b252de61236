"""The store of conversations: everything the program keeps about chats, behind one door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.chat.archiving import Archiving
from paddock.chat.attachments import Attachments
from paddock.chat.chats import Chats
from paddock.chat.folders import Folders
from paddock.chat.index import index_is_current, remake_index, scrub
from paddock.chat.messages import Messages
from paddock.chat.model_options import OptionsOfModels
from paddock.chat.presets import Presets
from paddock.chat.replies import Replies
from paddock.chat.search import Search
from paddock.chat.trash import Trash

if TYPE_CHECKING:
    from collections.abc import Callable


class ChatStore(Chats, Folders, Presets, OptionsOfModels, Messages, Replies, Trash, Search, Archiving, Attachments):
    """All parts over one vault. Any thread may call it; every call is one transaction, on the disk when it returns.

    After opening, call `mark_interrupted` (at once) and `tidy` (on a pool thread: it may take seconds).
    Methods raise Gone for what is not there, and the vault's errors.
    """

    def tidy(self, on_progress: Callable[[float], None] = lambda _fraction: None) -> None:
        """Finish what a crash or an upgrade left: removed words still in the file, an index made the old way."""
        with self._vault.read() as db:
            current = index_is_current(db)
        if not current:
            remake_index(self._vault, on_progress)
        scrub(self._vault)
