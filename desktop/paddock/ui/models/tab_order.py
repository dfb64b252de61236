"""Puts what is built later where it is read: Qt sets it at the end of the tab order, behind the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_tab_order(after: QWidget, parts: Iterable[QWidget]) -> QWidget:
    """Let Tab go from `after` through the buttons of these parts; return the last of them, or `after`."""
    last = after
    for part in parts:
        for button in part.findChildren(QAbstractButton):
            QWidget.setTabOrder(last, button)
            last = button
    return last
