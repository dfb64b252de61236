"""The Tab key's way through parts that were not made in the order in which they are read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_tab_order(parts: Iterable[QWidget]) -> None:
    """Let the Tab key go from each of these to the next one; what followed the first follows the last."""
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
