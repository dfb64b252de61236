"""Keeps lengths that layouts and icons need in step with the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QLayout

    from paddock.ui.theme import Theme


class _Follower(QObject):
    """Lives and dies with its owner."""

    def __init__(self, theme: Theme, owner: QObject, apply: Callable[[], object]) -> None:
        super().__init__(owner)
        self._apply = apply
        theme.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._apply()


def follow(theme: Theme, owner: QObject, apply: Callable[[], object]) -> None:
    """Call `apply` now and after every change of the theme, as long as `owner` lives."""
    apply()
    _Follower(theme, owner, apply)


def spaced(theme: Theme, layout: QLayout, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> None:
    """Give a layout margins (left, top, right, bottom) and spacing, in pixels at 100 %."""

    def apply() -> None:
        left, top, right, bottom = (theme.px(margin) for margin in margins)
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(theme.px(spacing))

    follow(theme, layout, apply)


def icon_sized(theme: Theme, button: QAbstractButton, size: int = 18, gap: int = 0) -> None:
    """Give a button's icon a size, and a gap to the words behind it, in pixels at 100 %."""
    follow(theme, button, lambda: button.setIconSize(QSize(theme.px(size) + theme.px(gap), theme.px(size))))
