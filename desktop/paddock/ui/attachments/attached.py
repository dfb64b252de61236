"""What the open chat asks: attached, taken away, used otherwise, and shown as chips; also before there is a chat."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from paddock.ui.chat.drafts import LANE
from paddock.ui.notices import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint

    from paddock.chat.loading import ChatToBe
    from paddock.chat.sources import Attachment, AttachmentKind, AttachmentUse
    from paddock.chat.types import Changed
    from paddock.ui.attachments.bar import AttachmentBar
    from paddock.ui.attachments.menus import AttachmentMenus
    from paddock.ui.attachments.reading_ahead import ReadingAhead
    from paddock.ui.attachments.taking_in import TakingIn
    from paddock.ui.attachments.view import View
    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk

_SOON_MS = 150
MOST_ATTACHED = 40


@dataclass(frozen=True)
class Place:
    """The chat something was meant for when it was dropped: a number, or the chat to be of that opening of the page."""

    chat_id: int | None
    opening: int


class Attached(QObject):
    """`changed` whenever the chips show something else. `document_wanted` leads to the library's page: (kind, number).

    Only what there is to show is loaded: a chat without documents needs none of it.
    """

    changed = Signal()
    document_wanted = Signal(str, int)

    def __init__(self, desk: Desk, page: ChatPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.to_be: tuple[Attachment, ...] = ()
        self._restored = False
        self.view: View | None = None
        self.bar: AttachmentBar | None = None
        self._menus: AttachmentMenus | None = None
        self._taking_in: TakingIn | None = None
        self._ahead: ReadingAhead | None = None
        self._coming: list[tuple[Place, str]] = []
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self._timer.timeout.connect(self.refresh)
        desk.documents.changed.connect(self._on_library)
        desk.documents.opened.connect(self.refresh_soon)
        desk.changes.changed.connect(self._on_change)

    # ------------------------------------------------------------ what there is

    @property
    def place(self) -> Place:
        """Return where something attached now belongs."""
        page = self._page
        return Place(page.chat_id, page.opening if page.chat_id is None else 0)

    @property
    def chat(self) -> int | ChatToBe:
        """Return the open chat for the services: its number, or what it will be."""
        from paddock.chat.loading import ChatToBe  # noqa: PLC0415 - only where something is attached

        page = self._page
        if page.chat_id is not None:
            return page.chat_id
        options = page.asking.options_to_be
        return ChatToBe(
            self.to_be, options.system_prompt, options.sampling, options.context_tokens, page.asking.model_to_be
        )

    @property
    def items(self) -> tuple[Attachment, ...]:
        """Return what is attached to the open chat, as far as it is known."""
        if self._page.chat_id is None:
            return self.to_be
        return tuple(one.attachment for one in self.view.seen) if self.view else ()

    @property
    def may_search(self) -> bool:
        """Tell whether searching could take the place of reading whole."""
        return any(one.used != "searched" for one in self.items)

    def restore(self, kept: Sequence[Attachment]) -> None:
        """Go on with what was attached to the chat to be before the program ended, once after the store was opened."""
        if not self._restored:
            self._restored = True
            known = {(one.kind, one.target_id) for one in kept}
            self.to_be = (*kept, *(one for one in self.to_be if (one.kind, one.target_id) not in known))

    def open(self) -> None:
        """Show what the chat that was just opened asks."""
        self.view = None
        if self._ahead is not None:
            self._ahead.leave()
        self._show()
        self.refresh()

    def adopt(self) -> None:
        """Go on with the chat that was made of the chat to be: what it was to ask is attached to it by now."""
        self.to_be = ()
        self.refresh()

    def wipe(self) -> None:
        """Show and keep nothing any more: the store is locked."""
        self._timer.stop()
        self._asked += 1
        self.to_be = ()
        self._restored = False
        self._coming.clear()
        self.view = None
        if self._ahead is not None:
            self._ahead.leave()
        self._show()

    # ------------------------------------------------------------ changing it

    def attach(self, what: Sequence[tuple[AttachmentKind, int, str]], place: Place | None = None) -> None:
        """Let a chat ask these: (kind, number, name) each; the open one where no other is named."""
        from paddock.chat.sources import Attachment  # noqa: PLC0415 - only where something is attached

        place = place or self.place
        chat_id = place.chat_id
        if chat_id is None and place.opening == self._page.opening:
            chat_id = self._page.chat_id  # made meanwhile
        if chat_id is None:
            known = {(one.kind, one.target_id) for one in self.to_be}
            fresh = [Attachment(0, 0, kind, target, "auto", name) for kind, target, name in what]
            self.to_be += tuple(one for one in fresh if (one.kind, one.target_id) not in known)
            self._keep_to_be()
            self._changed_by_hand()
            return
        number, chats = chat_id, self._desk.paddock.chats

        def work() -> None:
            for kind, target, name in what:
                chats.attach(number, kind, target, name)

        self._desk.tasks.do(self, work, lambda _none: self._changed_by_hand(), lane=LANE)

    def detach(self, attachment: Attachment) -> None:
        """Take one away from the open chat, with a way back."""
        place, name = self.place, attachment.name
        back = (attachment.kind, attachment.target_id, name)

        def done(_none: object) -> None:
            self.refresh()
            undo = Action(self.tr("Undo"), lambda: self.attach([back], place), undoes=True)
            self._desk.notices.say(self.tr("“{0}” was removed from this chat.").format(name), undo)

        if attachment.id == 0:
            self.to_be = tuple(one for one in self.to_be if one != attachment)
            self._keep_to_be()
            done(None)
        else:
            chats = self._desk.paddock.chats
            self._desk.tasks.do(self, lambda: chats.detach(attachment.id), done, lane=LANE)

    def withdraw(self, kind: AttachmentKind, target_id: int, place: Place) -> None:
        """Take away what came to nothing, without a word."""
        if any((one.kind, one.target_id) == (kind, target_id) for one in self.to_be):
            self.to_be = tuple(one for one in self.to_be if (one.kind, one.target_id) != (kind, target_id))
            self._keep_to_be()
        chats = self._desk.paddock.chats
        chat_id = place.chat_id or self._page.chat_id
        if chat_id is None:
            self.refresh()
            return

        def work() -> None:
            for one in chats.attachments(chat_id):
                if (one.kind, one.target_id) == (kind, target_id):
                    chats.detach(one.id)

        self._desk.tasks.do(self, work, lambda _none: self.refresh(), lane=LANE)

    def use(
        self, attachments: Sequence[Attachment], used: AttachmentUse, then: Callable[[], object] | None = None
    ) -> None:
        """Have these read whole, searched, or used as fits best."""

        def done(_none: object) -> None:
            self._changed_by_hand()
            if then is not None:
                then()

        if self._page.chat_id is None:
            chosen = {(one.kind, one.target_id) for one in attachments}
            self.to_be = tuple(
                replace(one, used=used) if (one.kind, one.target_id) in chosen else one for one in self.to_be
            )
            self._keep_to_be()
            done(None)
            return
        chats = self._desk.paddock.chats

        def work() -> None:
            for one in attachments:
                chats.use_attachment(one.id, used)

        self._desk.tasks.do(self, work, done, lane=LANE)

    def search_instead(self, then: Callable[[], object]) -> None:
        """Have everything searched from now on, and go on."""
        self.use([one for one in self.items if one.used != "searched"], "searched", then)

    def coming(self, place: Place, names: Sequence[str]) -> None:
        """Show names of what is being looked through for a chat."""
        self._coming += [(place, name) for name in names]
        self._show()

    def came(self, place: Place, names: Sequence[str]) -> None:
        """Show them no more."""
        for name in names:
            if (place, name) in self._coming:
                self._coming.remove((place, name))
        self._show()

    @property
    def taking_in(self) -> TakingIn:
        """Return what takes files into the library and attaches them here."""
        if self._taking_in is None:
            from paddock.ui.attachments.taking_in import TakingIn  # noqa: PLC0415 - with the first file

            self._taking_in = TakingIn(self._desk, self)
        return self._taking_in

    @property
    def menus(self) -> AttachmentMenus:
        """Return the menus of the paper clip and of the chips."""
        if self._menus is None:
            from paddock.ui.attachments.menus import AttachmentMenus  # noqa: PLC0415 - with the first menu

            self._menus = AttachmentMenus(self._desk, self._page, self)
            self._menus.document_wanted.connect(self.document_wanted)
        return self._menus

    def open_menu(self) -> None:
        """Drop down the paper clip's menu."""
        if self._page.ready:
            self.menus.open_clip_menu(self._page.composer.clip)

    # ------------------------------------------------------------ showing it

    def refresh_soon(self) -> None:
        """Look again shortly, where there is anything to look at."""
        if (self.view is not None and self.view.seen) or self.to_be:
            self._timer.start()

    def refresh(self) -> None:
        """Look again how everything stands."""
        self._timer.stop()
        paddock = self._desk.paddock
        if not paddock.unlocked or not self._page.ready:
            return
        self._asked += 1  # what an earlier look finds is not shown any more
        if self._page.chat_id is None and not self.to_be:
            self._on_looked(self._asked, None)
            return
        asked, chat = self._asked, self.chat

        def work() -> View:
            from paddock.ui.attachments.view import look  # noqa: PLC0415 - only where something is attached

            return look(paddock, chat)

        self._desk.tasks.do(self, work, lambda view: self._on_looked(asked, view), failed=lambda _gone: None, lane=LANE)

    def typed(self) -> None:
        """Hear that the person writes: what fits whole may be read ahead."""
        if self._ahead is not None:
            self._ahead.typed()

    def _on_looked(self, asked: int, view: View | None) -> None:
        if asked != self._asked:
            return
        self.view = view if view is not None and view.seen else None
        if self.view is not None and self._ahead is None:
            from paddock.ui.attachments.reading_ahead import ReadingAhead  # noqa: PLC0415 - as above

            self._ahead = ReadingAhead(self._desk, self._page, self)
            self._ahead.moved.connect(self._show)
        if self._ahead is not None:
            self._ahead.look(self.view)
        self._show()

    def _keep_to_be(self) -> None:
        """Keep what the chat to be will ask, as its draft is kept."""
        chats, attached = self._desk.paddock.chats, self.to_be
        self._desk.tasks.do(self, lambda: chats.keep_attached_to_be(attached), lane=LANE)

    def _changed_by_hand(self) -> None:
        if self._ahead is not None:
            self._ahead.expect()
        self.refresh()

    def _show(self) -> None:
        from paddock.ui.attachments.view import View  # noqa: PLC0415 - as above

        place = self.place
        coming = [name for meant, name in self._coming if meant == place]
        if self.bar is None and (self.view is not None or coming):
            self.bar = self._make_bar()
        if self.bar is not None:
            ahead = self._ahead.fraction if self._ahead is not None else None
            self.bar.show_view(self.view or View(), coming, ahead)
        self.changed.emit()

    def _make_bar(self) -> AttachmentBar:
        from paddock.ui.attachments.bar import AttachmentBar  # noqa: PLC0415 - as above

        composer = self._page.composer
        bar = AttachmentBar(self._desk.theme, self._desk.icons, composer.field)
        bar.menu_wanted.connect(self._open_chip_menu)
        bar.remove_wanted.connect(self.detach)
        bar.left.connect(composer.take_focus)
        composer.put_above(bar)
        return bar

    def _open_chip_menu(self, attachment: Attachment, place: QPoint) -> None:
        self.menus.open_chip_menu(attachment, place)

    def _on_library(self, _change: object) -> None:
        self.refresh_soon()

    def _on_change(self, change: Changed) -> None:
        if change.chat_id is None or change.chat_id != self._page.chat_id:
            return
        if change.what == "attachments":
            self._timer.start()
        elif change.what == "chat":
            self.refresh_soon()
