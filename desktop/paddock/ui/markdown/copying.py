"""What of a message's text is copied: formulas as LaTeX, tables with tabs between the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from paddock.ui.markdown.blocks import LINE_BREAK, OBJECT, WORD_JOINER, Block, Line
from paddock.ui.markdown.decoration import fragments
from paddock.ui.markdown.writer import BLOCK_INDEX, FORMULA_DISPLAY, FORMULA_OBJECT, FORMULA_SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument


def copied_text(document: QTextDocument, cursor: QTextCursor, blocks: Sequence[Block]) -> str:
    """Return what a cursor has selected in a document of these blocks, as it would be copied."""
    parts: list[str] = []
    paragraph = document.findBlock(cursor.selectionStart())
    previous_row: tuple[int, int] | None = None
    while paragraph.isValid() and paragraph.position() <= cursor.selectionEnd():
        begin = max(cursor.selectionStart(), paragraph.position())
        end = min(cursor.selectionEnd(), paragraph.position() + paragraph.length() - 1)
        at = QTextCursor(paragraph)
        table = at.currentTable()
        row = None
        if table is not None:
            cell = table.cellAt(at)
            row = (table.firstPosition(), cell.row())
        text = _text_between(paragraph, begin, end, blocks)
        hidden = paragraph.length() == 1 and paragraph.blockFormat().property(BLOCK_INDEX) is None and row is None
        if not hidden:
            if parts:
                parts.append("\t" if row is not None and row == previous_row else "\n")
            parts.append(text)
            previous_row = row
        paragraph = paragraph.next()
    return "".join(parts)


def _text_between(paragraph: QTextBlock, begin: int, end: int, blocks: Sequence[Block]) -> str:
    index = paragraph.blockFormat().property(BLOCK_INDEX)
    marker = ""
    if index is not None and index < len(blocks):
        block = blocks[index]
        marker = block.marker + "\t" if isinstance(block, Line) and block.marker else ""
    parts = []
    for fragment in fragments(paragraph):
        text = fragment.text()
        start = max(begin - fragment.position(), 0)
        stop = min(end - fragment.position(), fragment.length())
        if stop <= start:
            continue
        form = fragment.charFormat()
        if form.objectType() == FORMULA_OBJECT:
            sign = "$$" if form.property(FORMULA_DISPLAY) else "$"
            parts.append((sign + str(form.property(FORMULA_SOURCE)) + sign) * text[start:stop].count(OBJECT))
        else:
            raw = text.encode("utf-16-le")
            parts.append(raw[start * 2 : stop * 2].decode("utf-16-le", "ignore"))
    joined = "".join(parts).replace(LINE_BREAK, "\n").replace(WORD_JOINER, "")
    if marker and joined.startswith(marker):
        joined = joined.replace("\t", " ", 1)
    return joined
