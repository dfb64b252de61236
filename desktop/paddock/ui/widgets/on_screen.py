"""A window that grew after it was shown, brought back into its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def keep_on_screen(window: QWidget) -> None:
    """Move it so far that all of it can be seen, or where it is too large, its beginning."""
    room, size = window.screen().availableGeometry(), window.sizeHint()
    left = max(room.left(), min(window.x(), room.right() + 1 - size.width()))
    top = max(room.top(), min(window.y(), room.bottom() + 1 - size.height()))
    window.move(left, top)
