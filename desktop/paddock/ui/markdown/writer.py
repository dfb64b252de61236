"""Writes blocks into a QTextDocument, touching only what changed since the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from paddock.ui.markdown.blocks import OBJECT, Block, Line, Run, Style, Table
from paddock.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from paddock.ui.markdown.formulas import FormulaPress
    from paddock.ui.markdown.look import Look

FORMULA_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
FORMULA_SOURCE = QTextFormat.Property.UserProperty.value + 1
FORMULA_DISPLAY = FORMULA_SOURCE + 1
INLINE_CODE = FORMULA_SOURCE + 2
BLOCK_INDEX = FORMULA_SOURCE + 3
"""Block format: which of the blocks given to the writer this paragraph shows."""

_MINIMUM = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
_ALIGNMENTS = {
    "": Qt.AlignmentFlag.AlignLeading,
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
}
CODE_PAD = 0.85
CODE_HEADER = 2.1
"""Room round code and above it for its language and Copy, in em."""
TABLE_ROOM = 0.35


class _Mark(NamedTuple):
    """Where a block begins in the document, and whether the paragraph there was empty and waiting for it.

    `room_below` is what a table keeps free for the block after it; 0 for any other block.
    """

    position: int
    fresh: bool
    key: tuple[Block, tuple[bool, ...]]
    room_below: float


class DocumentWriter:
    """Owns what a document holds. `look` may be exchanged; then everything is written anew."""

    def __init__(self, document: QTextDocument, look: Look, press: FormulaPress) -> None:
        self._document = document
        self._look = look
        self._press = press
        self._marks: list[_Mark] = []
        self._fresh = True
        self.awaits_formulas = False
        self.blocks: Sequence[Block] = ()

    def set_look(self, look: Look) -> None:
        """Use another look from the next `write` on."""
        self._look = look
        self._marks = []

    def write(self, blocks: Sequence[Block]) -> int:
        """Make the document show these blocks and return the index of the first one that changed."""
        self.blocks = blocks
        same = 0
        for index, (mark, block) in enumerate(zip(self._marks, blocks, strict=False)):
            if mark.room_below != self._room_after(blocks, index):
                break
            if mark.key[0] is not block and mark.key[0] != block:
                break
            if mark.key[1] and mark.key[1] != self._formulas_ready(block):
                break
            same += 1
        if same == len(blocks) == len(self._marks):
            return same
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        self._cut_to(cursor, same)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for index in range(same, len(blocks)):
            block = blocks[index]
            key, room = (block, self._formulas_ready(block)), self._room_after(blocks, index)
            self._marks.append(_Mark(cursor.position(), self._fresh, key, room))
            if isinstance(block, Table):
                self._table(cursor, block, index, blocks[index - 1] if index else None, room)
            else:
                self._line(cursor, block, index, blocks[index - 1] if index else None)
        cursor.endEditBlock()
        self.awaits_formulas = any(not all(mark.key[1]) for mark in self._marks)
        return same

    def paragraph(self, index: int) -> QTextBlock:
        """Return the paragraph that shows a line (not a table)."""
        mark = self._marks[index]
        return self._document.findBlock(mark.position if mark.fresh else mark.position + 1)

    def _formulas_ready(self, block: Block) -> tuple[bool, ...]:
        rows = block.rows if isinstance(block, Table) else ((block.runs,),)
        return tuple(
            self._press.formula(run.text, display=bool(run.style & Style.DISPLAY)) is not None
            for row in rows
            for cell in row
            for run in cell
            if run.style & Style.FORMULA
        )

    def _cut_to(self, cursor: QTextCursor, count: int) -> None:
        if count >= len(self._marks) and self._marks:
            return
        if count == 0:
            self._document.clear()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self._fresh = True
        else:
            mark = self._marks[count]
            cursor.setPosition(mark.position)
            form, plain = cursor.blockFormat(), cursor.blockCharFormat()
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._fresh = mark.fresh
            if not mark.fresh:  # an empty paragraph takes over the format of the one that is joined to it
                cursor.setBlockFormat(form)
                cursor.setBlockCharFormat(plain)
        del self._marks[count:]

    # ------------------------------------------------------------ lines

    def _line(self, cursor: QTextCursor, line: Line, index: int, before: Block | None) -> None:
        form = self._block_format(line, before)
        form.setProperty(BLOCK_INDEX, index)
        plain = self._plain(line)
        if self._fresh:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(plain)
            self._fresh = False
        else:
            cursor.insertBlock(form, plain)
        if line.marker:
            marker = QTextCharFormat(plain)
            marker.setForeground(self._look.muted)
            cursor.insertText(line.marker + "\t", marker)
        self._runs(cursor, line.runs, plain)

    def _plain(self, line: Line) -> QTextCharFormat:
        look = self._look
        form = QTextCharFormat()
        form.setForeground(look.text)
        if line.kind == "code":
            form.setFont(look.code)
            form.setForeground(look.on_code)
        elif line.kind == "heading":
            form.setFont(look.headings[line.level - 1])
        elif line.kind == "rule":
            tiny = QFont(look.body)
            tiny.setPixelSize(1)
            form.setFont(tiny)
        else:
            form.setFont(look.body)
        return form

    def _block_format(self, line: Line, before: Block | None) -> QTextBlockFormat:
        look = self._look
        form = QTextBlockFormat()
        start = sum(look.indent_px if step == "l" else look.quote_px for step in line.path)
        end = 0.0
        top = self._gap(line, before) + self._room_below(before)
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if line.rtl else Qt.LayoutDirection.LeftToRight)
        height = look.line_px
        if line.code is not None:
            start += look.em * CODE_PAD
            end += look.em * CODE_PAD
            height = look.code_line_px
            if line.code.first:
                top += look.em * CODE_HEADER
            if line.code.last:
                form.setBottomMargin(look.em * CODE_PAD)
        elif line.kind == "heading":
            height = round(look.headings[line.level - 1].pixelSize() * 1.35)
        elif line.kind == "rule":
            height = 2
            form.setBottomMargin(look.em * 0.6)
        form.setLineHeight(height, _MINIMUM)
        if line.kind == "formula":
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if line.marker:
            form.setTextIndent(-look.indent_px)
            wide = QFontMetricsF(look.body).horizontalAdvance(line.marker) + look.em * 0.35
            side = QTextOption.TabType.RightTab if line.rtl else QTextOption.TabType.LeftTab
            form.setTabPositions([QTextOption.Tab(max(look.indent_px, wide), side)])
        form.setTopMargin(top)
        form.setLeftMargin(end if line.rtl else start)
        form.setRightMargin(start if line.rtl else end)
        return form

    def _room_below(self, before: Block | None) -> float:
        """Return what code keeps below itself for its panel; Qt would let the next paragraph's room overlap it."""
        code = before.code if isinstance(before, Line) else None
        return self._look.em * CODE_PAD if code is not None and code.last else 0.0

    def _gap(self, line: Line, before: Block | None) -> float:
        """Return the room above a line, by what stands before it."""
        em = self._look.em
        if before is None:
            return 0.0
        if isinstance(before, Line) and before.code and not before.code.last:
            return 0.0
        if line.kind == "heading":
            return em * (1.5 if line.level < 3 else 1.1)  # noqa: PLR2004 - the two large headings
        if isinstance(before, Line) and before.kind == "heading":
            return em * 0.4
        if line.tight and not (line.marker and "l" not in before.path):
            return em * 0.25 if line.marker else 0.0
        return em * 0.75

    # ------------------------------------------------------------ runs

    def _runs(self, cursor: QTextCursor, runs: tuple[Run, ...], plain: QTextCharFormat) -> None:
        for run in runs:
            if run.style & Style.FORMULA:
                self._formula(cursor, run, plain)
            else:
                cursor.insertText(run.text, self._styled(run, plain))

    def _styled(self, run: Run, plain: QTextCharFormat) -> QTextCharFormat:
        style = run.style
        if not style and not run.href:
            return plain
        if style & Style.CITATION:
            return self._citation(run, plain)
        look = self._look
        form = QTextCharFormat(plain)
        if style & Style.UNSUPPORTED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(look.border_strong)
        if style & Style.CODE:
            size = plain.font().pixelSize()
            code = QFont(look.code)
            code.setPixelSize(round(size * 0.9))
            form.setFont(code)
            form.setProperty(INLINE_CODE, True)
        if style & Style.BOLD:
            form.setFontWeight(QFont.Weight.DemiBold)
        if style & Style.ITALIC:
            form.setFontItalic(True)
        if style & Style.STRIKE:
            form.setFontStrikeOut(True)
        if style & Style.NOTE:
            form.setForeground(look.muted)
        if run.href:
            form.setAnchor(True)
            form.setAnchorHref(run.href)
            form.setForeground(look.link)
            form.setFontUnderline(True)
            form.setToolTip(plain_tip(run.href))
        return form

    def _citation(self, run: Run, plain: QTextCharFormat) -> QTextCharFormat:
        """Set a source's number so that it can be hit and read, above the line but not higher than its letters."""
        look = self._look
        form = QTextCharFormat(plain)
        form.setFont(look.citation)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        form.setForeground(look.citation_text if run.href else look.muted)
        form.setToolTip(plain_tip(run.tip))
        if run.href:
            form.setAnchor(True)
            form.setAnchorHref(run.href)
        return form

    def _formula(self, cursor: QTextCursor, run: Run, plain: QTextCharFormat) -> None:
        display = bool(run.style & Style.DISPLAY)
        if self._press.formula(run.text, display=display) is None:
            sign = "$$" if display else "$"
            cursor.insertText(sign + run.text + sign, self._styled(Run("", Style.CODE), plain))
            return
        form = QTextCharFormat(plain)
        form.setObjectType(FORMULA_OBJECT)
        form.setProperty(FORMULA_SOURCE, run.text)
        form.setProperty(FORMULA_DISPLAY, display)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.insertText(OBJECT, form)

    # ------------------------------------------------------------ tables

    def _room_after(self, blocks: Sequence[Block], index: int) -> float:
        """Return what a table keeps free below itself: Qt passes over the room above a paragraph that follows one."""
        table = blocks[index]
        if not isinstance(table, Table) or not table.ends:
            return 0.0
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        wanted = self._block_format(after, table).topMargin() if isinstance(after, Line) else 0.0
        return max(wanted, self._look.em * TABLE_ROOM)

    def _table(self, cursor: QTextCursor, table: Table, index: int, before: Block | None, room_below: float) -> None:
        look = self._look
        if self._fresh:
            thin = QTextBlockFormat()
            cursor.setBlockFormat(thin)
        form = QTextTableFormat()
        form.setBorder(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setBorderCollapse(True)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setHeaderRowCount(0 if table.continued else 1)
        if not table.continued:
            form.setTopMargin(look.em * 0.75 + self._room_below(before) if index else 0)
        form.setBottomMargin(room_below)
        start = sum(look.indent_px if step == "l" else look.quote_px for step in table.path)
        form.setLeftMargin(start)
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if table.rtl else Qt.LayoutDirection.LeftToRight)
        columns = len(table.alignments)
        if table.shares:
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            parts = [100 * share / sum(table.shares) for share in table.shares]
            form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, part) for part in parts])
        form.setProperty(BLOCK_INDEX, index)
        made = cursor.insertTable(len(table.rows), columns, form)
        last = len(table.rows) - 1
        for number, row in enumerate(table.rows):
            for column in range(columns):
                header = number == 0 and not table.continued
                cell_form = self._cell_format(first=column == 0, header=header, last=number == last and table.ends)
                cell = made.cellAt(number, column)
                cell.setFormat(cell_form)
                runs = row[column] if column < len(row) else ()
                self._cell(cell.firstCursorPosition(), runs, table, column, index=index, header=header)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _cell_format(self, *, first: bool, header: bool, last: bool) -> QTextTableCellFormat:
        look = self._look
        form = QTextTableCellFormat()
        form.setTopPadding(look.em * 0.3)
        form.setBottomPadding(look.em * 0.4)
        form.setLeftPadding(0 if first else look.em * 0.6)
        form.setRightPadding(look.em * 0.7)
        if not last or header:
            form.setBottomBorder(1)
            form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBottomBorderBrush(QBrush(look.border_strong if header else look.border))
        return form

    def _cell(
        self, cursor: QTextCursor, runs: tuple[Run, ...], table: Table, column: int, *, index: int, header: bool
    ) -> None:
        look = self._look
        form = QTextBlockFormat()
        form.setAlignment(_ALIGNMENTS[table.alignments[column]])
        form.setLineHeight(look.line_px, _MINIMUM)
        form.setProperty(BLOCK_INDEX, index)
        plain = QTextCharFormat()
        plain.setFont(look.headings[-1] if header else look.body)
        plain.setForeground(look.text)
        cursor.setBlockFormat(form)  # no block character format: in a cell's first paragraph that is the cell's own
        self._runs(cursor, runs, plain)
