"""Windows that keep within their screen, also with large text and after they grew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from paddock.ui.widgets.scaled import follow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from paddock.ui.theme import Theme

_FRAME_PX: Final = 48  # what a system puts around a window at most: a title and edges


def sized(theme: Theme, dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog that scrolls a size, in pixels at 100 %, but no larger one than its screen has room for."""
    follow(theme, dialog, lambda: dialog.resize(_within(theme, dialog, width, height)))


def at_least(theme: Theme, dialog: QWidget, width: int, height: int = 0) -> None:
    """Let a dialog be no smaller than this, in pixels at 100 %, unless its screen has not so much room."""
    follow(theme, dialog, lambda: dialog.setMinimumSize(_within(theme, dialog, width, height)))


def keep_on_screen(window: QWidget) -> None:
    """Move it so far that all of it can be seen, or where it is too large, its beginning."""
    room, size = window.screen().availableGeometry(), window.sizeHint()
    left = max(room.left(), min(window.x(), room.right() + 1 - size.width()))
    top = max(room.top(), min(window.y(), room.bottom() + 1 - size.height()))
    window.move(left, top)


def _within(theme: Theme, dialog: QWidget, width: int, height: int) -> QSize:
    parent = dialog.parentWidget()
    room = (parent or dialog).screen().availableGeometry().size() - QSize(_FRAME_PX, _FRAME_PX)
    return QSize(theme.px(width), theme.px(height)).boundedTo(room)
