"""Shows one message's text: natively set Markdown that can be selected, searched and copied, and loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QToolButton, QWidget

from paddock.ui.markdown.blocks import Block, Line, code_text
from paddock.ui.markdown.citing import mark_index
from paddock.ui.markdown.code_header import CodeHeader
from paddock.ui.markdown.copying import copied_text
from paddock.ui.markdown.decoration import Decoration, paragraph_box
from paddock.ui.markdown.highlighting import CodeHighlighter
from paddock.ui.markdown.occurrences import occurrences
from paddock.ui.markdown.typesetting import FormulaObject
from paddock.ui.markdown.writer import CODE_HEADER, FORMULA_OBJECT, DocumentWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from paddock.ui.markdown.formulas import FormulaPress
    from paddock.ui.markdown.look import Look

_COLOUR_AFTER_MS = 250


class QuietDocument(QTextDocument):
    """A document that never loads anything, whatever it names."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Return nothing; neither file nor network is touched."""
        return None


class MessageBody(QTextBrowser):
    """One message's text. Its height is its document's; it never scrolls by itself.

    `link_activated` carries the address the person chose; nothing is opened here. `cited` carries which of the
    reply's marks was chosen. `relaid` says that the height may have changed otherwise than by a call (a formula became
    ready).
    """

    link_activated = Signal(str)
    cited = Signal(int)
    relaid = Signal()
    left = Signal()

    def __init__(self, look: Look, press: FormulaPress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_body")
        document = QuietDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, 0, 0)
        self._look = look
        self._press = press
        self._writer = DocumentWriter(document, look, press)
        self._formulas = FormulaObject(press, self)
        document.documentLayout().registerHandler(FORMULA_OBJECT, self._formulas)
        self._highlighter = CodeHighlighter(document, self)
        self._highlighter.set_colours(look.code_colours)
        self._decoration = Decoration(document)
        self._headers: list[CodeHeader] = []
        self._first_uncoloured = 0
        self._colour_timer = QTimer(self)
        self._colour_timer.setSingleShot(True)
        self._colour_timer.timeout.connect(self._colour_code)
        self._cursor_shown = False
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().valueChanged.connect(self._stay)
        press.pressed.connect(self._on_pressed)

    # ------------------------------------------------------------ what it shows

    @property
    def blocks(self) -> Sequence[Block]:
        """Return the blocks shown."""
        return self._writer.blocks

    def set_look(self, look: Look) -> None:
        """Set everything anew in another look."""
        self._look = look
        self._writer.set_look(look)
        self._highlighter.stop()
        self._highlighter.set_colours(look.code_colours)
        self.set_blocks(self._writer.blocks)

    def set_blocks(self, blocks: Sequence[Block], *, growing: bool = False) -> None:
        """Show these blocks; those that are as before are left alone. `growing`: more is about to come."""
        changed = self._writer.write(blocks)
        self._decoration.set_blocks(blocks)
        self._first_uncoloured = min(self._first_uncoloured, changed)
        self._make_headers()
        if not growing:
            self._colour_timer.stop()
            self._colour_code()
        elif not self._colour_timer.isActive():
            self._colour_timer.start(_COLOUR_AFTER_MS)
        self.viewport().update()

    def height_for(self, width: int) -> int:
        """Return the height the text takes at a width, and be laid out for that width."""
        document = self.document()
        self._formulas.width_px = width
        if document.textWidth() != width:
            document.setTextWidth(width)
        height = document.size().height()
        blocks = self._writer.blocks
        last = blocks[-1] if blocks else None
        if isinstance(last, Line) and last.code:
            height = max(height, self._bottom_of_last() + last_margin(self._look))
        return max(round(height), 1)

    def ideal_width(self) -> int:
        """Return the width the text would take unbroken."""
        return int(self.document().idealWidth()) + 1

    def place(self) -> None:
        """Put the code blocks' headers where their code is; to be called when width and height are final."""
        look = self._look
        for header, (index, _) in zip(self._headers, self._code_blocks(), strict=True):
            paragraph = self._writer.paragraph(index)
            box = paragraph_box(paragraph)
            form = paragraph.blockFormat()
            height = round(look.em * CODE_HEADER)
            left = round(form.leftMargin())
            width = self.width() - left - round(form.rightMargin()) + round(look.em * 0.4)
            header.setGeometry(left, round(box.top()) - height, max(width, 0), height)
            header.show()

    def show_cursor(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        """Show or hide the mark behind the last letter of an answer that is being written."""
        if shown != self._cursor_shown:
            self._cursor_shown = shown
            self.viewport().update()

    @property
    def busy(self) -> bool:
        """Tell whether code is still being coloured."""
        return self._highlighter.busy or self._colour_timer.isActive()

    def quiet(self) -> None:
        """Stop colouring; the body is put away."""
        self._highlighter.stop()
        self._colour_timer.stop()
        for header in self._headers:
            header.quiet()

    def copy_buttons(self) -> list[QToolButton]:
        """Return the code blocks' Copy buttons, in order."""
        return [header.copy for header in self._headers]

    # ------------------------------------------------------------ finding and copying

    def mark_found(self, needle: str, current: int | None) -> QRectF | None:
        """Highlight every occurrence; return the place of the `current`-th (from 0), if there is such a one."""
        selections: list[QTextEdit.ExtraSelection] = []
        place: QRectF | None = None
        found = occurrences(self.document(), needle) if needle else []
        for number, (begin, length) in enumerate(found):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            is_current = number == current
            form.setBackground(self._look.accent if is_current else self._look.highlight)
            form.setForeground(self._look.code_ground if is_current else self._look.on_highlight)
            selection.cursor = cursor
            selection.format = form
            selections.append(selection)
            if is_current:
                cursor.setPosition(begin)
                place = QRectF(self.cursorRect(cursor))
        self.setExtraSelections(selections)
        return place

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as plain text: formulas as LaTeX, tables with tabs between the cells."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """Return what is selected, as it would be copied."""
        return copied_text(self.document(), self.textCursor(), self.blocks)

    # ------------------------------------------------------------ within

    def _code_blocks(self) -> list[tuple[int, int]]:
        """Return for each code block the index of its first line and how many lines it has."""
        found: list[tuple[int, int]] = []
        for index, block in enumerate(self._writer.blocks):
            if isinstance(block, Line) and block.code:
                if block.code.first:
                    found.append((index, 1))
                elif found:
                    found[-1] = (found[-1][0], found[-1][1] + 1)
        return found

    def _make_headers(self) -> None:
        codes = self._code_blocks()
        while len(self._headers) > len(codes):
            self._headers.pop().deleteLater()
        while len(self._headers) < len(codes):
            header = CodeHeader(len(self._headers), self.viewport())
            header.copied.connect(self._on_code_copied)
            self._headers.append(header)
        for header, (index, _) in zip(self._headers, codes, strict=True):
            block = self._writer.blocks[index]
            if isinstance(block, Line) and block.code:
                header.set_language(block.code.language)

    def _colour_code(self) -> None:
        first = self._first_uncoloured
        self._first_uncoloured = len(self._writer.blocks)
        for index, count in self._code_blocks():
            block = self._writer.blocks[index]
            if index + count > first and isinstance(block, Line) and block.code:
                self._highlighter.colour(self._writer.paragraph(index), block.code.language, count)

    def _bottom_of_last(self) -> float:
        return paragraph_box(self.document().lastBlock()).bottom()

    def _on_code_copied(self, ordinal: int) -> None:
        index, count = self._code_blocks()[ordinal]
        QGuiApplication.clipboard().setText(code_text(self._writer.blocks[index : index + count]))

    def _on_pressed(self) -> None:
        if self._writer.awaits_formulas:
            self._first_uncoloured = min(self._first_uncoloured, self._writer.write(self._writer.blocks))
            self._colour_code()
            self.relaid.emit()

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        index = mark_index(address)
        if index is None:
            self.link_activated.emit(address)
        else:
            self.cited.emit(index)

    def _stay(self, value: int) -> None:
        if value:
            self.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint panels and bars, then the text over them."""
        painter = QPainter(self.viewport())
        self._decoration.paint(painter, QRectF(event.rect()), self._writer.blocks, self._look)
        if self._cursor_shown:
            self._paint_cursor(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_cursor(self, painter: QPainter) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        box = self.cursorRect(cursor)
        em = self._look.em
        mark = QRectF(box.right() + 3, box.bottom() - em * 1.12, em * 0.5, em * 0.95)
        painter.setBrush(self._look.accent)
        painter.drawRoundedRect(mark, 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let Qt lay the text out again only where the width changed; it would for every new line."""
        if event.oldSize().width() != event.size().width() and self.document().textWidth() != event.size().width():
            super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the conversation."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the text; keys that would scroll are the conversation's."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} or (
            control and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the selection; Qt's own would stay too, but its caret is not needed any more."""
        super().focusOutEvent(event)


def last_margin(look: Look) -> float:
    """Return the room below the last line of code that ends a message."""
    return look.em * 0.85
