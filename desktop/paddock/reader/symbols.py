"""Signs of the fonts Symbol and Wingdings as characters: documents name them by their places in the font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PRIVATE: Final = 0xF000
# Adobe's Symbol encoding (Unicode's mapping table SYMBOL.TXT), from 0x20 and from 0xA0 on.
_SYMBOL_LOW: Final = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH: Final = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL: Final = {
    **{0x20 + at: sign for at, sign in enumerate(_SYMBOL_LOW)},
    **{0xA0 + at: sign for at, sign in enumerate(_SYMBOL_HIGH)},
}
# Of Wingdings what says something in a text: hands, numbers in circles, boxes, ticks, arrows, bullets.
_WINGDINGS: Final = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺",
    0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
    0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xB6: "☆", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", **{0x80 + number: chr(0x2460 + number - 1) for number in range(1, 11)}, 0x80: "⓪",
    **{0x8B + number: chr(0x2776 + number - 1) for number in range(1, 11)},
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "◆", 0xA3: "☐", 0xA2: "■",
}  # fmt: skip
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2,
}  # fmt: skip
_BULLETS: Final = {0xB7: "•", 0xA7: "▪"}  # in whatever font of signs
_SIGNS: Final = re.compile("[\uf020-\uf0ff]")


def sign(font: str, code: int) -> str:
    """Return the character at a place of a font, given with or without the private area's F000; "" for no known one."""
    place = code - _PRIVATE if code >= _PRIVATE else code
    return _FONTS.get(font.lower(), _BULLETS).get(place, "")


def with_signs(text: str, font: str) -> str:
    """Return a text of a font with its signs as characters; those of other fonts stay."""
    if text.isascii():
        return text
    return _SIGNS.sub(lambda found: sign(font, ord(found[0])) or found[0], text)
