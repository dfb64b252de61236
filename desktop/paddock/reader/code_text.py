"""Source code: blocks of lines with their numbers, cut where something begins at the left margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.reader.encoding import detect, is_binary, lines
from paddock.reader.flowing import FlowingDocument
from paddock.reader.plain_text import not_text
from paddock.reader.sections import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.reader.document import Reading, Source

# From this length on a block ends before the next definition, from that one at the next empty line or at once.
_BLOCK_CHARACTERS: Final = 600
_BLOCK_MOST: Final = 6000


class CodeDocument(FlowingDocument):
    """A file of source code, or of another notation for machines. Raises Unreadable where the bytes are no text."""

    format = "code"

    def __init__(self, source: Source) -> None:
        if is_binary(source.data):
            raise not_text()
        self._data = source.data
        self._encoding = detect(source.data)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the blocks."""
        del reading
        return code_blocks(lines(self._data, self._encoding))


def code_blocks(text_lines: Iterable[str], first: int = 1) -> Iterator[Piece]:
    """Yield the lines in blocks that keep a function whole where it is not too long. `first` is the first number."""
    number = begun = last = first
    block: list[str] = []
    size = 0
    empty = True
    for line in text_lines:
        margin = line[:1] not in " \t\r\n})]"
        if block and ((size > _BLOCK_CHARACTERS and empty and margin) or size > _BLOCK_MOST):
            yield Piece("code", "".join(block), first=begun, last=last)
            block, size = [], 0
        empty = not line.strip()
        if not empty:
            begun, last = begun if block else number, number
        if block or not empty:
            block.append(line)
            size += len(line)
        number += line.endswith("\n")
    if block:
        yield Piece("code", "".join(block), first=begun, last=last)
