"""The menus: what the paper clip offers to attach, and what can be done with a chip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidgetAction

from paddock.ui.widgets.folder_dialog import chosen_folder
from paddock.ui.widgets.page import tag

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from paddock.chat.sources import Attachment, AttachmentKind, AttachmentUse
    from paddock.library.types import Collection, Document
    from paddock.ui.attachments.attached import Attached
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk

_MOST_OFFERED = 10


class AttachmentMenus(QObject):
    """`document_wanted` leads to the library's page: (kind, number)."""

    document_wanted = Signal(str, int)

    def __init__(self, desk: Desk, page: ChatPage, attached: Attached) -> None:
        super().__init__(attached)
        self._desk = desk
        self._page = page
        self._attached = attached

    # ------------------------------------------------------------ the paper clip

    def open_clip_menu(self, button: QWidget) -> QMenu:
        """Open it above a button; collections and documents follow as soon as they are read."""
        icons = self._desk.icons
        menu = self._menu(self.tr("Attach documents"))
        menu.addAction(icons.icon("file-plus"), self.tr("Choose files…"), self._ask_files)
        menu.addAction(icons.icon("folder-plus"), self.tr("Choose a folder…"), self._ask_folder)
        menu.addSeparator()
        reading = menu.addAction(self.tr("Reading…"))
        reading.setEnabled(False)
        library = self._desk.documents.library
        if library is None:
            reading.setText(self.tr("The documents are not open yet."))
        else:
            store = library.store
            self._desk.tasks.do(
                menu,
                lambda: (store.collections(), store.newest_documents(_MOST_OFFERED)),
                lambda read: self._offer(menu, *read),
            )
        place = button.mapToGlobal(button.rect().topLeft())
        menu.popup(QPoint(place.x(), place.y() - menu.sizeHint().height()))
        return menu

    def _offer(self, menu: QMenu, collections: list[Collection], documents: list[Document]) -> None:
        bottom = menu.geometry().bottom()
        menu.removeAction(menu.actions()[-1])
        attached = {(one.kind, one.target_id) for one in self._attached.items}
        for heading, icon, kind, offered in (
            (self.tr("Collections"), "stack", "collection", collections),
            (self.tr("Added last"), "file-text", "document", documents),
        ):
            fresh = [one for one in offered if (kind, one.id) not in attached][:_MOST_OFFERED]
            if fresh:
                menu.addAction(_heading(menu, heading))
            for one in fresh:
                self._offer_one(menu, icon, kind, one.id, one.name)  # type: ignore[arg-type]  # one of the two kinds
        if not collections and not documents:
            menu.addAction(self.tr("No documents yet.")).setEnabled(False)
        if menu.isVisible():  # it opened upwards from the button, and grows upwards
            size = menu.sizeHint()
            menu.setGeometry(
                menu.x(), max(bottom - size.height() + 1, menu.screen().geometry().top()), size.width(), size.height()
            )

    def _offer_one(self, menu: QMenu, icon: str, kind: AttachmentKind, number: int, name: str) -> None:
        words = menu.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._desk.theme.px(320))
        menu.addAction(
            self._desk.icons.icon(icon),
            words.replace("&", "&&"),
            lambda: self._attach(kind, number, name),
        )

    def _attach(self, kind: AttachmentKind, number: int, name: str) -> None:
        self._attached.attach([(kind, number, name)])
        self._page.composer.take_focus()

    def _ask_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self._page.window(), self.tr("Attach files"))
        self._attached.taking_in.take([Path(path) for path in paths])
        self._page.composer.take_focus()  # the question comes next

    def _ask_folder(self) -> None:
        folder = chosen_folder(self._page.window(), self.tr("Attach a folder"))
        if folder:
            self._attached.taking_in.take([Path(folder)])
        self._page.composer.take_focus()

    # ------------------------------------------------------------ a chip

    def open_chip_menu(self, attachment: Attachment, place: QPoint) -> QMenu:
        """Open what can be done with an attachment."""
        icons, attached = self._desk.icons, self._attached
        seen = (
            next((one for one in attached.view.seen if one.attachment == attachment), None) if attached.view else None
        )
        menu = self._menu(attachment.name)
        keys = QKeySequence("Ctrl+Del").toString(QKeySequence.SequenceFormat.NativeText)
        ways = QActionGroup(menu)
        for words, used in (
            (self.tr("As fits best"), "auto"),
            (self.tr("Always read whole"), "whole"),
            (self.tr("Always search"), "searched"),
        ):
            self._offer_way(menu, ways, words, attachment, used)  # type: ignore[arg-type]  # an AttachmentUse it is
        menu.addSeparator()
        if seen is not None and seen.is_there:
            menu.addAction(
                icons.icon("arrow-square-out"),
                self.tr("Show in Documents"),
                lambda: self.document_wanted.emit(attachment.kind, attachment.target_id),
            )
        if seen is not None and seen.document is not None:
            summarise = menu.addAction(
                icons.icon("list-bullets"),
                self.tr("Summarise"),
                lambda: self._page.asking.summarize(attachment.target_id, attachment.name),
            )
            summarise.setEnabled(seen.document.characters > 0)
        menu.addSeparator()
        menu.addAction(
            icons.icon("x"), "\t".join((self.tr("Remove from this chat"), keys)), lambda: attached.detach(attachment)
        )
        size = menu.sizeHint()
        screen = self._page.screen().availableGeometry()
        if place.y() + size.height() > screen.bottom():
            place = QPoint(place.x(), place.y() - size.height() - self._desk.theme.px(34))
        menu.popup(place)
        return menu

    def _offer_way(
        self, menu: QMenu, ways: QActionGroup, words: str, attachment: Attachment, used: AttachmentUse
    ) -> None:
        action = menu.addAction(words, lambda: self._attached.use([attachment], used))
        action.setCheckable(True)
        action.setChecked(attachment.used == used)
        ways.addAction(action)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(name)
        return menu


def _heading(menu: QMenu, words: str) -> QWidgetAction:
    """Return a line that only says what follows: a disabled entry would be too faint to read."""
    label = tag(words, "section")
    room = menu.fontMetrics().height() // 2
    label.setContentsMargins(room, room, room, room // 4)
    action = QWidgetAction(menu)
    action.setText(words)
    action.setDefaultWidget(label)
    action.setEnabled(False)
    return action
