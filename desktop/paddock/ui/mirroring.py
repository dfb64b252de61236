"""Languages read from right to left: which side comes first, boxes turned round, and names that keep their order."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate (Unicode Annex 9)


def mirrored() -> bool:
    """Tell whether the window is read from right to left."""
    return QGuiApplication.isRightToLeft()


def leading() -> Qt.AlignmentFlag:
    """Return the side where lines begin, whichever way a line's own words are read."""
    side = Qt.AlignmentFlag.AlignRight if mirrored() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def turned(box: QRect, width: int) -> QRect:
    """Return a box as it stands in a widget of this width: turned round where the window is."""
    return QRect(width - box.x() - box.width(), box.y(), box.width(), box.height()) if mirrored() else box


def isolated(text: str) -> str:
    """Return words that are painted in a line of another direction and keep their own order there."""
    return f"{_ISOLATE}{text}{_END}" if mirrored() and text else text
