"""Paints what stands behind a document's text: code panels, quotation bars, rules and the ground of inline code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from paddock.ui.markdown.blocks import Block, Line, Style, Table
from paddock.ui.markdown.writer import BLOCK_INDEX, CODE_HEADER, CODE_PAD, INLINE_CODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

    from paddock.ui.markdown.look import Look

_RADIUS = 0.55


class Decoration:
    """Paints for one document; only what lies within the part to be repainted."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document

    def paint(self, painter: QPainter, clip: QRectF, blocks: Sequence[Block], look: Look) -> None:
        """Paint behind the text. `blocks` are those the document shows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        layout = self._document.documentLayout()
        at = layout.hitTest(QPointF(0, max(0.0, clip.top() - look.em * 4)), Qt.HitTestAccuracy.FuzzyHit)
        paragraph = self._document.findBlock(max(0, at))
        while paragraph.isValid():
            box = paragraph_box(paragraph)
            if box.top() - look.em * 4 > clip.bottom():
                return
            index = paragraph.blockFormat().property(BLOCK_INDEX)
            if index is not None and index < len(blocks):
                block = blocks[index]
                if "q" in block.path:
                    self._bars(painter, box, paragraph, block, look)
                if isinstance(block, Line):
                    self._line(painter, box, paragraph, block, look)
                else:
                    self._pills(painter, box.topLeft(), paragraph, look)
            paragraph = paragraph.next()

    def _line(self, painter: QPainter, box: QRectF, paragraph: QTextBlock, line: Line, look: Look) -> None:
        if line.code is not None:
            above = paragraph.previous()
            begin = box.top()
            if not line.code.first and above.isValid():
                begin = paragraph_box(above).bottom()
            self._panel(painter, QRectF(box.left(), begin, box.width(), box.bottom() - begin), line, look)
        elif line.kind == "rule":
            start, end = self._sides(line, look)
            painter.fillRect(QRectF(start, round(box.center().y()), end - start, 1), look.border_strong)
        elif any(run.style & Style.CODE for run in line.runs):
            self._pills(painter, box.topLeft(), paragraph, look)

    def _sides(self, block: Block, look: Look, steps: int | None = None) -> tuple[float, float]:
        path = block.path if steps is None else block.path[:steps]
        indent = sum(look.indent_px if step == "l" else look.quote_px for step in path)
        width = self._document.textWidth()
        return (0.0, width - indent) if block.rtl else (indent, width)

    def _panel(self, painter: QPainter, box: QRectF, line: Line, look: Look) -> None:
        code = line.code
        if code is None:
            return
        start, end = self._sides(line, look)
        top = round(box.top() - (look.em * CODE_HEADER if code.first else 0))
        bottom = round(box.bottom() + (look.em * CODE_PAD if code.last else 0))
        panel = QRectF(start, top, end - start, bottom - top)
        radius = look.em * _RADIUS
        path = QPainterPath()
        if code.first and code.last:
            path.addRoundedRect(panel, radius, radius)
        elif code.first or code.last:
            over = radius * 2
            path.addRoundedRect(
                panel.adjusted(0, 0 if code.first else -over, 0, 0 if code.last else over), radius, radius
            )
            painter.save()
            painter.setClipRect(panel, Qt.ClipOperation.IntersectClip)
            painter.fillPath(path, look.code_ground)
            painter.restore()
            return
        else:
            painter.fillRect(panel, look.code_ground)
            return
        painter.fillPath(path, look.code_ground)

    def _bars(self, painter: QPainter, box: QRectF, paragraph: QTextBlock, block: Block, look: Look) -> None:
        above = paragraph.previous()
        top, bottom = box.top(), box.bottom() + paragraph.blockFormat().bottomMargin()
        if isinstance(block, Table):
            top, bottom = top - look.em * 0.4, bottom + look.em * 0.4
        above_index = above.blockFormat().property(BLOCK_INDEX) if above.isValid() else None
        above_bottom = paragraph_box(above).bottom() if above.isValid() else top
        own_index = paragraph.blockFormat().property(BLOCK_INDEX)
        for steps, step in enumerate(block.path):
            if step != "q":
                continue
            joins = above_index is not None and (
                above_index == own_index or self._path_of(above_index).startswith(block.path[: steps + 1])
            )
            indent, end = self._sides(block, look, steps)
            x = end - 3 if block.rtl else indent
            begin = min(top, above_bottom) if joins else top
            painter.fillRect(QRectF(round(x), round(begin), 3, round(bottom) - round(begin)), look.border)

    def _path_of(self, index: int) -> str:
        return self._paths[index] if index < len(self._paths) else ""

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Take note of where each block stands."""
        self._paths = [block.path for block in blocks]

    _paths: Sequence[str] = ()

    @staticmethod
    def _pills(painter: QPainter, origin: QPointF, paragraph: QTextBlock, look: Look) -> None:
        layout = paragraph.layout()
        for fragment in fragments(paragraph):
            if not fragment.charFormat().property(INLINE_CODE):
                continue
            begin = fragment.position() - paragraph.position()
            end = begin + fragment.length()
            for number in range(layout.lineForTextPosition(begin).lineNumber(), layout.lineCount()):
                line = layout.lineAt(number)
                if line.textStart() >= end:
                    break
                left = _x(line, max(begin, line.textStart()))
                right = _x(line, min(end, line.textStart() + line.textLength()))
                top = origin.y() + line.y() + line.ascent() - look.em * 0.86
                pill = QRectF(min(left, right) + origin.x(), top, abs(right - left), look.em * 1.14)
                pill.adjust(-2, 0, 2, 0)
                path = QPainterPath()
                path.addRoundedRect(pill, 4, 4)
                painter.fillPath(path, look.pill)


def _x(line: object, position: int) -> float:
    found = line.cursorToX(position)  # type: ignore[attr-defined]  # QTextLine; PySide gives (x, position)
    return float(found[0] if isinstance(found, tuple) else found)


def fragments(paragraph: QTextBlock) -> Iterator[QTextFragment]:
    """Return a paragraph's stretches of one format."""
    for each in paragraph:  # type: ignore[attr-defined]  # iterable at run time, not in PySide's stubs
        yield each.fragment()


def paragraph_box(paragraph: QTextBlock) -> QRectF:
    """Return where a paragraph stands in its document, from the top of its first line's room to its last line.

    Qt's own blockBoundingRect leaves out what a line's minimum height adds above it.
    """
    layout = paragraph.document().documentLayout()
    box = layout.blockBoundingRect(paragraph)
    return QRectF(box.left(), box.top(), box.width(), paragraph.layout().boundingRect().bottom())
