"""What each key of the window does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from paddock.ui.window.zoom import STEP, ZoomKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from paddock.ui.chat.page import ChatPage
    from paddock.ui.desk import Desk
    from paddock.ui.documents.in_window import DocumentsInWindow
    from paddock.ui.pages import Pages

_PAGES = ("chat", "models", "privacy", "settings")


def join_keys(
    desk: Desk,
    window: QWidget,
    pages: Pages,
    chat_page: ChatPage,
    documents: DocumentsInWindow,
    of_window: Mapping[str, Callable[[], object]],
) -> None:
    """Let the keys work in this window, which does itself what `of_window` names.

    Those for something in the conversation show its page first.
    """
    page = chat_page

    def in_chat(slot: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            pages.show_page("chat")
            slot()

        return run

    def in_talk(slot: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            page.sources.give_way()
            slot()

        return in_chat(run)

    def find() -> None:
        """Find in what is shown: on the page of documents there, elsewhere in the conversation."""
        if pages.current == "documents":
            documents.find()
        else:
            in_talk(page.open_find)()

    zoom = ZoomKeys(desk, window)
    desk.shortcuts.live_in(window)
    slots: dict[str, Callable[[], object]] = {
        **of_window,
        **{name: partial(pages.show_page, name) for name in _PAGES},
        "chat": in_chat(page.sources.give_way),
        "write": in_talk(page.composer.take_focus),
        "attach": in_talk(page.attached.open_menu),
        "regenerate": page.regenerate_last,
        "copy_last": page.doings.copy_last,
        "model_picker": in_talk(page.choice.open_picker),
        "chat_options": in_talk(page.choice.open_options),
        "find": find,
        "sources": in_chat(page.sources.toggle),
        "next_citation": in_chat(lambda: page.sources.step(1)),
        "previous_citation": in_chat(lambda: page.sources.step(-1)),
        "documents": documents.show,
        "search_documents": documents.search,
        "zoom_in": lambda: zoom.step(STEP),
        "zoom_out": lambda: zoom.step(-STEP),
        "zoom_reset": zoom.reset,
    }
    for name, slot in slots.items():
        desk.shortcuts.connect_to(name, slot)
