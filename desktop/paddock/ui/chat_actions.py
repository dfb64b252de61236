"""What can be done with a whole chat or a folder, from the sidebar as from the chat itself."""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from paddock.errors import UserError
from paddock.ui.notices import Action
from paddock.ui.phrases import name_of, title_or_none

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from paddock.chat.types import Chat, Folder, Message
    from paddock.ui.desk import Desk

ExportForm = Literal["md", "json", "html"]
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class ChatActions(QObject):
    """Every change runs on the pool; the sidebar hears of it from the store.

    `trashed` and `restored` name a chat, `message_restored` the chat whose message came back.
    """

    trashed = Signal(int)
    restored = Signal(int)
    message_restored = Signal(int)
    imported = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    # ------------------------------------------------------------ changing

    def rename(self, chat_id: int, title: str) -> None:
        """Give a chat a title."""
        self._do(lambda: self._desk.paddock.chats.rename_chat(chat_id, title))

    def pin(self, chat_id: int, *, pinned: bool) -> None:
        """Keep a chat at the top, or no longer."""
        self._do(lambda: self._desk.paddock.chats.pin_chat(chat_id, pinned=pinned))

    def move(self, chat_id: int, folder_id: int | None) -> None:
        """Put a chat into a folder, or out of any."""
        self._do(lambda: self._desk.paddock.chats.move_chat(chat_id, folder_id))

    def move_to_new_folder(self, chat_id: int | None, name: str) -> None:
        """Make a folder, and put a chat into it."""

        def work() -> None:
            folder = self._desk.paddock.chats.create_folder(name)
            if chat_id is not None:
                self._desk.paddock.chats.move_chat(chat_id, folder.id)

        self._do(work)

    def rename_folder(self, folder_id: int, name: str) -> None:
        """Give a folder another name."""
        self._do(lambda: self._desk.paddock.chats.rename_folder(folder_id, name))

    def remove_folder(self, folder: Folder) -> None:
        """Remove a folder; its chats stay."""
        said = self.tr("The folder “{0}” is gone; its chats are still here.").format(folder.name)
        self._do(lambda: self._desk.paddock.chats.remove_folder(folder.id), lambda _none: self._desk.notices.say(said))

    def trash(self, chat: Chat) -> None:
        """Put a chat into the trash, and offer to take it back."""

        def done(_none: object) -> None:
            self.trashed.emit(chat.id)
            said = self.tr("“{0}” is in the trash.").format(name_of(chat))
            self._desk.notices.say(said, Action(self.tr("Undo"), lambda: self.restore(chat.id), undoes=True))

        self._do(lambda: self._desk.paddock.chats.trash_chat(chat.id), done)

    def restore(self, chat_id: int) -> None:
        """Take a chat out of the trash."""
        self._do(lambda: self._desk.paddock.chats.restore_chat(chat_id), lambda _none: self.restored.emit(chat_id))

    def restore_message(self, message: Message) -> None:
        """Take a message, and what went with it, out of the trash."""
        self._do(
            lambda: self._desk.paddock.chats.restore_message(message.id),
            lambda _none: self.message_restored.emit(message.chat_id),
        )

    def _do(self, work: Callable[[], object], done: Callable[[object], object] | None = None) -> None:
        self._desk.tasks.do(self, work, done, lane="shelf")

    # ------------------------------------------------------------ giving away and taking back

    def ask_export(self, form: ExportForm, chat: Chat | None, window: QWidget) -> None:
        """Ask where to, and write one chat, or all, there. The file is readable by anyone who can open it."""
        name = _UNFIT.sub(" ", title_or_none(chat.title)).strip()[:80] if chat else self.tr("All chats")
        kinds = {
            "md": self.tr("Markdown (*.md)"),
            "json": self.tr("JSON, can be imported again (*.json)"),
            "html": self.tr("Web page (*.html)"),
        }
        path, _kind = QFileDialog.getSaveFileName(window, self.tr("Export"), f"{name}.{form}", kinds[form])
        if path:
            self.export(form, None if chat is None else [chat.id], Path(path))

    def export(self, form: ExportForm, chat_ids: Sequence[int] | None, path: Path) -> None:
        """Write chats (None: all) to a file."""

        def work() -> None:
            from paddock.chat import export  # noqa: PLC0415 - seldom needed

            store = self._desk.paddock.chats
            if form == "json":
                content = export.to_json(store, time.time(), chat_ids)
            else:
                make = export.to_markdown if form == "md" else export.to_html
                content = make(store, chat_ids).encode("utf-8")
            part = path.with_name(f"{path.name}.part")
            try:
                part.write_bytes(content)
                part.replace(path)
            except OSError as error:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)
                raise UserError(
                    self.tr("“{0}” could not be written.").format(path.name),
                    f"{error.strerror}.",
                    self.tr("Choose another place."),
                ) from error

        said = self.tr("Exported to {0}. That file is not encrypted.").format(path.name)
        self._desk.tasks.do(self, work, lambda _none: self._desk.notices.say(said))

    def ask_import(self, window: QWidget) -> None:
        """Ask for an exported file and add its chats."""
        path, _kind = QFileDialog.getOpenFileName(window, self.tr("Import chats"), "", self.tr("JSON (*.json)"))
        if path:
            self.import_chats(Path(path))

    def import_chats(self, path: Path) -> None:
        """Add the chats of an exported file."""

        def work() -> list[Chat]:
            from paddock.chat import archive, export  # noqa: PLC0415 - seldom needed

            try:
                with path.open("rb") as file:
                    content = file.read(archive.FILE_LIMIT_BYTES + 1)
            except OSError as error:
                raise UserError(self.tr("“{0}” could not be read.").format(path.name), f"{error.strerror}.") from error
            return export.from_json(self._desk.paddock.chats, content)

        def done(chats: list[Chat]) -> None:
            self._desk.notices.say(self.tr("%n chat(s) imported.", "", len(chats)))
            if chats:
                self.imported.emit(chats[0].id)

        self._desk.tasks.do(self, work, done)

    # ------------------------------------------------------------ as a menu

    def fill_menu(self, menu: QMenu, chat: Chat, folders: Sequence[Folder], rename: Callable[[], object]) -> None:
        """Put all of it into a menu; `rename` begins the renaming where the menu was opened."""
        icons = self._desk.icons
        menu.addAction(icons.icon("pencil-simple"), self.tr("Rename"), rename)
        if chat.pinned:
            menu.addAction(icons.icon("push-pin-slash"), self.tr("Unpin"), lambda: self.pin(chat.id, pinned=False))
        else:
            menu.addAction(icons.icon("push-pin"), self.tr("Pin to the top"), lambda: self.pin(chat.id, pinned=True))
        move = menu.addMenu(icons.icon("folder-simple"), self.tr("Move to folder"))
        for folder in folders:
            action = move.addAction(folder.name.replace("&", "&&"))
            action.setEnabled(folder.id != chat.folder_id)
            action.triggered.connect(lambda _on=False, target=folder.id: self.move(chat.id, target))
        if folders:
            move.addSeparator()
        if chat.folder_id is not None:
            move.addAction(self.tr("Out of its folder"), lambda: self.move(chat.id, None))
        move.addAction(icons.icon("folder-simple-plus"), self.tr("New folder…"), lambda: self.ask_folder(chat.id, menu))
        export = menu.addMenu(icons.icon("export"), self.tr("Export"))
        window = menu.parentWidget() or menu
        export.addAction(self.tr("As Markdown…"), lambda: self.ask_export("md", chat, window))
        export.addAction(self.tr("As JSON…"), lambda: self.ask_export("json", chat, window))
        export.addAction(self.tr("As web page…"), lambda: self.ask_export("html", chat, window))
        menu.addSeparator()
        menu.addAction(icons.icon("trash", "danger"), self.tr("Move to trash"), lambda: self.trash(chat))

    def ask_folder(self, chat_id: int | None, near: QWidget) -> None:
        """Ask for a name and make a folder of it, for a chat."""
        from paddock.ui.widgets.name_dialog import ask_name  # noqa: PLC0415 - seldom needed

        ask_name(
            self._desk,
            near.window() if near.window() is not near else near.parentWidget(),
            self.tr("New folder"),
            self.tr("Name of the folder"),
            lambda name: self.move_to_new_folder(chat_id, name),
        )
