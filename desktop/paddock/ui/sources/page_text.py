"""A page's text with a passage marked, and what is quoted of it marked more strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from paddock.ui.documents.drawing import utf16
from paddock.ui.widgets.reading_side import align_as_read

if TYPE_CHECKING:
    from paddock.ui.theme import Theme

Range = tuple[int, int]


class PageText(QPlainTextEdit):
    """Read-only; it can be selected and copied from."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked: tuple[Range | None, Range | None] = (None, None)
        self.setReadOnly(True)
        self.setProperty("kind", "bare")
        self.setAccessibleName(self.tr("Text of the page"))
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._mark)

    def show_text(self, text: str, passage: Range, quote: Range | None) -> None:
        """Show a text with these marked, and scroll there."""
        self.setPlainText(text)
        align_as_read(self)
        self._marked = (passage, quote)
        self._mark()
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(text, (quote or passage)[0]))
        self.setTextCursor(cursor)
        self.centerCursor()

    def _mark(self) -> None:
        passage, quote = self._marked
        palette = self._theme.palette
        self.setExtraSelections(
            [
                self._selection(one, palette.color(ground), palette.color(ink), strong=strong)
                for one, ground, ink, strong in (
                    (passage, "accent_soft" if quote else "highlight", "text" if quote else "on_highlight", False),
                    (quote, "highlight", "on_highlight", True),
                )
                if one is not None
            ]
        )

    def _selection(self, place: Range, ground: object, ink: object, *, strong: bool) -> QTextEdit.ExtraSelection:
        text = self.toPlainText()
        style = QTextCharFormat()
        style.setBackground(ground)  # type: ignore[arg-type]  # a colour makes a brush
        style.setForeground(ink)  # type: ignore[arg-type]  # as above
        if strong:
            style.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(utf16(text, place[0]), last))
        cursor.setPosition(min(utf16(text, place[1]), last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, style
        return selection
