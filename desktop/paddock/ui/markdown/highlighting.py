"""Colours code a few milliseconds at a time, so that no code block, however long, holds the window up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat, QTextLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QTextBlock, QTextDocument

_SLICE_S = 0.004
_MAX_CHARS = 60_000
_PLAIN = {"", "text", "plain", "plaintext", "txt", "none", "output"}
_NAMES = (
    ("Comment", "comment"),
    ("Keyword.Type", "type"),
    ("Keyword.Constant", "number"),
    ("Keyword", "keyword"),
    ("Operator.Word", "keyword"),
    ("Literal.String", "string"),
    ("Literal", "number"),
    ("Name.Function", "name"),
    ("Name.Class", "type"),
    ("Name.Builtin", "type"),
    ("Name.Exception", "type"),
    ("Name.Decorator", "name"),
    ("Name.Tag", "keyword"),
    ("Name.Attribute", "name"),
    ("Generic.Inserted", "added"),
    ("Generic.Deleted", "removed"),
    ("Generic.Heading", "keyword"),
    ("Generic.Subheading", "name"),
)


class CodeHighlighter(QObject):
    """Colours the code blocks of one document. Pygments is imported with the first block that names a language."""

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._colours: dict[str, QColor] = {}
        self._waiting: dict[int, tuple[str, int]] = {}
        self._work: Iterator[None] | None = None
        self._kinds: dict[Any, str] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def set_colours(self, colours: dict[str, QColor]) -> None:
        """Use these colours from now on."""
        self._colours = colours

    def colour(self, first: QTextBlock, language: str, count: int) -> None:
        """Colour the `count` paragraphs of a code block; asked again for the same one, only the last call counts."""
        if language.lower() not in _PLAIN:
            self._waiting[first.blockNumber()] = (language, count)
            self._timer.start()

    def stop(self) -> None:
        """Forget what is under way; the document is about to change or go."""
        self._waiting.clear()
        self._work = None
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Tell whether some code is still to be coloured."""
        return self._timer.isActive()

    def _on_timeout(self) -> None:
        until = time.perf_counter() + _SLICE_S
        while time.perf_counter() < until:
            if self._work is None:
                if not self._waiting:
                    self._timer.stop()
                    return
                number = next(iter(self._waiting))
                self._work = self._colour(number, *self._waiting.pop(number))
            if next(self._work, self) is self:
                self._work = None

    def _colour(self, number: int, language: str, count: int) -> Iterator[None]:
        """Colour one code block step by step.

        The document may change meanwhile: paragraphs are found by number and coloured only while they say the same.
        """
        from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - only when code is shown
        from pygments.util import ClassNotFound  # noqa: PLC0415 - as above

        yield
        try:
            lexer = get_lexer_by_name(language, ensurenl=False, stripnl=False)
        except ClassNotFound:
            return
        yield
        texts = list(self._texts(number, count))
        if sum(map(len, texts)) > _MAX_CHARS:
            return
        starts = [0]
        for text in texts:
            starts.append(starts[-1] + len(text) + 1)
        ranges: list[QTextLayout.FormatRange] = []
        line = 0
        for begin, kind, value in lexer.get_tokens_unprocessed("\n".join(texts)):
            yield
            colour = self._colours.get(self._kind(kind))
            at, end = begin, begin + len(value)
            while line < count and at < end:
                stop = min(end, starts[line + 1] - 1)
                if colour is not None and stop > at:
                    ranges.append(_range(at - starts[line], stop - at, colour, texts[line]))
                if end < starts[line + 1]:
                    break
                self._put(number + line, texts[line], ranges)
                ranges = []
                line += 1
                at = starts[line]
        if line < count:
            self._put(number + line, texts[line], ranges)

    def _texts(self, number: int, count: int) -> Iterator[str]:
        block = self._document.findBlockByNumber(number)
        for _ in range(count):
            yield block.text()
            block = block.next()

    def _kind(self, token: Any) -> str:
        if token not in self._kinds:
            name = str(token).removeprefix("Token.")
            self._kinds[token] = next((ours for theirs, ours in _NAMES if name.startswith(theirs)), "")
        return self._kinds[token]

    def _put(self, number: int, text: str, ranges: list[QTextLayout.FormatRange]) -> None:
        block = self._document.findBlockByNumber(number)
        if block.isValid() and block.text() == text and block.layout().formats() != ranges:
            block.layout().setFormats(ranges)
            self._document.markContentsDirty(block.position(), block.length())


def _range(start: int, length: int, colour: QColor, text: str) -> QTextLayout.FormatRange:
    if not text.isascii():  # Qt counts in UTF-16
        length = _utf16(text[start : start + length])
        start = _utf16(text[:start])
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    form = QTextCharFormat()
    form.setForeground(colour)
    made.format = form
    return made


def _utf16(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)
