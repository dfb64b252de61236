"""Draws formulas within a document, on the baseline of the text around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetrics, QPainter, QPyTextObject, QTextCharFormat

from paddock.ui.markdown.formulas import EM
from paddock.ui.markdown.writer import FORMULA_DISPLAY, FORMULA_SOURCE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect, QRectF
    from PySide6.QtGui import QTextDocument, QTextFormat

    from paddock.ui.markdown.formulas import Formula, FormulaPress


class FormulaObject(QPyTextObject):
    """Tells Qt how large a formula is, and draws it.

    Qt sets an object marked AlignMiddle so that its descent is (height - x/2) / 2, x being the font's x-height
    (QTextDocumentLayout::resizeInlineObject); the height given here is chosen so that the baseline comes out right.
    """

    def __init__(self, press: FormulaPress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self.width_px = 0.0

    def intrinsicSize(self, _document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """Return the room a formula takes."""
        formula, scale, half_x = self._what(form)
        if formula is None:
            return QSizeF(1, 1)
        below, above = formula.descent * scale, formula.ascent * scale
        return QSizeF(formula.width * scale, max(2 * below + half_x, 2 * above - half_x))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, form: QTextFormat
    ) -> None:
        """Draw it in the text's colour."""
        formula, scale, half_x = self._what(form)
        if formula is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left() - formula.left * scale, rect.top() + (rect.height() + half_x) / 2)
        painter.scale(scale, scale)
        painter.fillPath(formula.path, form.foreground())
        painter.restore()

    def _what(self, form: QTextFormat) -> tuple[Formula | None, float, float]:
        text = _char_format(form)
        display = bool(text.property(FORMULA_DISPLAY))
        formula = self._press.formula(str(text.property(FORMULA_SOURCE)), display=display)
        scale = text.font().pixelSize() / EM * (1.1 if display else 1.05)
        if formula is not None and 0 < self.width_px < formula.width * scale:
            scale = self.width_px / formula.width
        return formula, scale, QFontMetrics(text.font()).xHeight() / 2


def _char_format(form: Any) -> QTextCharFormat:
    return form if isinstance(form, QTextCharFormat) else form.toCharFormat()
