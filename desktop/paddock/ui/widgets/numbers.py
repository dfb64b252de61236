"""Fields for numbers: typed or stepped by the arrow keys, never changed by a wheel in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_INSET = 8  # pixels: a style sheet's padding is not handed on to the field inside a spin box


class Decimal(QDoubleSpinBox):
    """A number with a fraction."""

    def __init__(self, name: str, least: float, most: float, step: float) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102 - described by Qt
        event.ignore()


class Whole(QSpinBox):
    """A whole number. With `special`, its least value shows these words and means "none" (see `value_or_none`)."""

    def __init__(self, name: str, least: int, most: int, step: int = 1, special: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setGroupSeparatorShown(True)
        self.setSpecialValueText(special)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)

    @property
    def value_or_none(self) -> int | None:
        """Return the number, None where the special words are shown."""
        return None if self.specialValueText() and self.value() == self.minimum() else self.value()

    def put(self, value: int | None) -> None:
        """Show a number, or the special words for None."""
        self.setValue(self.minimum() if value is None else min(max(value, self.minimum()), self.maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102 - described by Qt
        event.ignore()
