"""Has the lines of a plain text field begin on the side that its text is read from; Qt keeps them on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from paddock.ui.markdown.direction import reads_rtl
from paddock.ui.mirroring import mirrored

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit


def align_as_read(field: QPlainTextEdit) -> None:
    """Put the lines where the language of the text begins them, or that of the window while there is none."""
    block = field.document().begin()
    while block.isValid() and not block.text().strip():
        block = block.next()
    from_right = reads_rtl(block.text()) if block.isValid() else mirrored()
    side = (Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
    option = field.document().defaultTextOption()
    if option.alignment() != side:  # setting it lays the whole text out anew
        option.setAlignment(side)
        field.document().setDefaultTextOption(option)
