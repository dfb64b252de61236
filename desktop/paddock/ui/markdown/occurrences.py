"""Where words stand in a text and in a document, counted as each of them counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


def positions(text: str, needle: str) -> list[int]:
    """Return where the needle begins in the text, without regard to case; occurrences do not overlap."""
    folded, sought = text.lower(), needle.lower()
    if len(folded) != len(text):  # a letter whose lower case is longer (İ): compare as it stands
        folded, sought = text, needle
    found = []
    at = folded.find(sought)
    while at >= 0:
        found.append(at)
        at = folded.find(sought, at + len(sought))
    return found


def utf16_length(text: str) -> int:
    """Return the length Qt gives the text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def occurrences(document: QTextDocument, needle: str) -> list[tuple[int, int]]:
    """Return where the needle stands in a document: position and length, as Qt counts."""
    found = []
    paragraph = document.begin()
    while paragraph.isValid():
        text = paragraph.text()
        for begin in positions(text, needle):
            before = utf16_length(text[:begin])
            found.append((paragraph.position() + before, utf16_length(text[begin : begin + len(needle)])))
        paragraph = paragraph.next()
    return found
