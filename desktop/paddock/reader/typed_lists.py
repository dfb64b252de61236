"""Lists that somebody typed: paragraphs that begin with a bullet, or with a number and a tab."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.reader.numbering import BULLET, list_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paddock.reader.sections import Piece

_SIGNS: Final = "•◦▪‣●○➢➤►▸·"  # and none that could be ticked or not
_BULLET: Final = re.compile(rf"(?:[{_SIGNS}]\s+|[–—-]\t\s*)(?=\S)")
_NUMBER: Final = re.compile(r"(\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\t\s*(?=\S)")


def with_typed_lists(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with the paragraphs that were typed as items of a list made items."""
    for piece in pieces:
        typed = typed_item(piece.text) if piece.kind == "paragraph" else None
        yield piece if typed is None else replace(piece, kind="list", mark=typed[0], text=typed[1], level=1)


def typed_item(text: str) -> tuple[str, str] | None:
    """Return an item's mark and what it says, None where the text was not typed as one."""
    if bullet := _BULLET.match(text):
        return BULLET, text[bullet.end() :]
    if number := _NUMBER.match(text):
        return list_mark(number[1]), text[number.end() :]
    return None
