"""Which way a text reads, by its first letter with a direction (Unicode Bidirectional Algorithm, rules P2 and P3)."""

from __future__ import annotations

import unicodedata

_FIRST_RTL = "\u0590"
_LOOKED_AT = 400


def reads_rtl(text: str) -> bool:
    """Return whether the first strongly directed of the first 400 characters reads from right to left."""
    text = text[:_LOOKED_AT]
    if text.isascii() or all(sign < _FIRST_RTL for sign in text):
        return False
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction == "L":
            return False
        if direction in {"R", "AL"}:
            return True
    return False
