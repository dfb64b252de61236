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
        yield _item(piece) if piece.kind == "paragraph" else piece


def _item(piece: Piece) -> Piece:
    text = piece.text
    if bullet := _BULLET.match(text):
        return replace(piece, kind="list", text=text[bullet.end() :], level=1, mark=BULLET)
    if number := _NUMBER.match(text):
        return replace(piece, kind="list", text=text[number.end() :], level=1, mark=list_mark(number[1]))
    return piece
