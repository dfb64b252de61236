"""What is known of an answer while it is being written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paddock.ui.markdown.growing import GrowingText


@dataclass
class Stream:
    """The words so far and, before the first of them, what is being done and how far it is (0 to 1, or None)."""

    text: str = ""
    reasoning: str = ""
    doing: str = ""
    fraction: float | None = None
    growing: GrowingText | None = None
    growing_reasoning: GrowingText | None = None
    _pieces: list[str] = field(default_factory=list)
    _reasoning_pieces: list[str] = field(default_factory=list)

    def add(self, piece: str, *, reasoning: bool) -> None:
        """Take a piece of the answer; it is joined to the rest when it is next shown."""
        (self._reasoning_pieces if reasoning else self._pieces).append(piece)

    def gather(self) -> bool:
        """Join what has come since the last time; return whether there was anything."""
        new = bool(self._pieces or self._reasoning_pieces)
        if self._pieces:
            self.text += "".join(self._pieces)
            self._pieces.clear()
        if self._reasoning_pieces:
            self.reasoning += "".join(self._reasoning_pieces)
            self._reasoning_pieces.clear()
        return new
