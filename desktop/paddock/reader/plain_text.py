"""Plain text: paragraphs with their line numbers, and pages where form feeds part them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.reader.document import Unreadable
from paddock.reader.encoding import detect, is_binary, lines
from paddock.reader.flowing import FlowingDocument
from paddock.reader.sections import Layout, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.reader.document import Reading, Source

# A log has no empty lines: a block this long ends with its line.
_BLOCK_CHARACTERS: Final = 1500


class PlainTextDocument(FlowingDocument):
    """A text file. Raises Unreadable where the bytes are no text."""

    format = "text"

    def __init__(self, source: Source) -> None:
        if is_binary(source.data):
            raise not_text()
        self._data = source.data
        self._encoding = detect(source.data)
        if b"\f" in source.data:
            self.layout = Layout("page", "line", numbered=True)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the paragraphs."""
        del reading
        return paragraphs(lines(self._data, self._encoding), by_pages=self.layout.numbered)


def not_text() -> Unreadable:
    """Return the refusal of bytes that are called a text and are none."""
    return Unreadable(
        "unknown_format",
        "This is not a text.",
        "Its bytes are those of a program, a picture or some other kind of file, whatever its name says.",
    )


def paragraphs(text_lines: Iterable[str], *, by_pages: bool = False) -> Iterator[Piece]:
    """Yield runs of lines between empty ones, each with the numbers of its lines; a form feed begins a page."""
    number, begun = 1, 1
    block: list[str] = []
    size = 0
    fresh = False
    for line in text_lines:
        page = by_pages and "\f" in line
        text = line.strip("\f") if page else line
        if block and (page or not text.strip() or size > _BLOCK_CHARACTERS):
            yield Piece("paragraph", "".join(block), first=begun, last=number - 1, new_page=fresh)
            block, size, fresh = [], 0, False
        fresh = fresh or page
        if text.strip():
            if not block:
                begun = number
            block.append(text)
            size += len(text)
        number += line.endswith("\n")
    if block:
        yield Piece("paragraph", "".join(block), first=begun, last=max(begun, number - 1), new_page=fresh)
