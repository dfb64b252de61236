"""How text is set: fonts, lengths and colours of the theme in force, worked out once per change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetricsF

if TYPE_CHECKING:
    from paddock.ui.theme import Theme

_HEADINGS = (1.45, 1.25, 1.12, 1.0, 1.0, 1.0)
_MEASURE_SAMPLE = "The measure of a line is best judged by the letters that really stand in it, not by one of them."
_MEASURE_CHARS = 78
_BODY_PX = 15

# Colours of code keep 4.5:1 on the palettes' `code`; the tests measure it.
_CODE_LIGHT = {
    "keyword": "#7A3E9D",
    "string": "#2F6B2F",
    "number": "#96500A",
    "comment": "#656A63",
    "name": "#1F5C99",
    "type": "#0F6674",
    "added": "#1F6B3A",
    "removed": "#A33A2C",
}
_CODE_DARK = {
    "keyword": "#CDA6EC",
    "string": "#A5CE8E",
    "number": "#EBB078",
    "comment": "#999E94",
    "name": "#8FBCEB",
    "type": "#7FCBD3",
    "added": "#8FD3A4",
    "removed": "#F29A8A",
}


@dataclass(frozen=True)
class Look:
    """Everything the writer needs; lengths in device-independent pixels."""

    body: QFont
    code: QFont
    citation: QFont
    headings: tuple[QFont, ...]
    em: float
    line_px: float
    code_line_px: float
    indent_px: float
    quote_px: float
    text: QColor
    muted: QColor
    link: QColor
    border: QColor
    border_strong: QColor
    code_ground: QColor
    on_code: QColor
    pill: QColor
    highlight: QColor
    on_highlight: QColor
    accent: QColor
    citation_text: QColor
    code_colours: dict[str, QColor]
    measure_px: int

    @classmethod
    def of(cls, theme: Theme) -> Look:
        """Return the look of the theme as it is now."""
        palette = theme.palette
        body = theme.font(_BODY_PX)
        em = float(body.pixelSize())
        code = theme.font(_BODY_PX * 0.88, mono=True)
        headings = []
        for factor in _HEADINGS:
            font = theme.font(_BODY_PX * factor, bold=True)
            headings.append(font)
        sample = QFontMetricsF(body).horizontalAdvance(_MEASURE_SAMPLE) / len(_MEASURE_SAMPLE)
        colours = _CODE_DARK if palette.dark else _CODE_LIGHT
        return cls(
            body=body,
            code=code,
            citation=theme.font(_BODY_PX * 1.1, bold=True),  # a superscript is set at two thirds of this
            headings=tuple(headings),
            em=em,
            line_px=round(em * 1.5),
            code_line_px=round(code.pixelSize() * 1.5),
            indent_px=round(em * 1.7),
            quote_px=round(em * 1.1),
            text=palette.color("text"),
            muted=palette.color("text_muted"),
            link=palette.color("link"),
            border=palette.color("border"),
            border_strong=palette.color("border_strong"),
            code_ground=palette.color("code"),
            on_code=palette.color("on_code"),
            pill=palette.color("hover"),
            highlight=palette.color("highlight"),
            on_highlight=palette.color("on_highlight"),
            accent=palette.color("accent"),
            citation_text=palette.color("link"),
            code_colours={name: QColor(colour) for name, colour in colours.items()},
            measure_px=round(sample * _MEASURE_CHARS),
        )
