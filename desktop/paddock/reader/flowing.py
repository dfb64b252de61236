"""What documents without pages of their own have in common: a stream of pieces that is cut into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.reader.document import Unreadable
from paddock.reader.sections import Layout, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.reader.document import Drawn, Reading
    from paddock.reader.protocol import Page
    from paddock.reader.sections import Piece


class FlowingDocument:
    """A document whose pages are made by cutting; each kind says what its pieces are, and how they are counted."""

    format = ""
    title = ""
    author = ""
    page_count = 0
    draws = False
    layout = Layout("part", "line")

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield what the document consists of, in order. Raises Unreadable, LimitReached."""
        raise NotImplementedError

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the pages from number `first` on. Raises Unreadable, LimitReached."""
        return cut(self.pieces(reading), reading, self.layout, first)

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]]) -> Drawn:  # noqa: ARG002 - the protocol's
        """Raise Unreadable: a text has no picture."""
        raise Unreadable("unsupported", "This kind of document has no pictures of its pages.")

    def close(self) -> None:
        """Hold nothing outside Python."""
