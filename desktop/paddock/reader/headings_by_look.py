"""Headings that are none but by their look: short lines in larger or bold letters, where nothing else is a heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from paddock.reader.sections import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paddock.reader.sections import Piece

# How much of a document is looked at before it is decided what its headings look like.
_SAMPLE_PIECES: Final = 600
_SAMPLE_CHARACTERS: Final = 60_000
HEADING_CHARACTERS: Final = 120
_OWN_HEADINGS: Final = 2  # a document with so many of its own has no others
_LARGER: Final = 1.25  # than the text: large enough without being bold
_IN_A_ROW: Final = 3  # lines of one look under each other are a list, or an address
_MOST_OF_THE_TEXT: Final = 0.35
_RANKS: Final = 6
_LETTERS: Final = 5  # fewer capitals are a short form
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_NO_END: Final = (".", ",", ";", "…", "-", "–")


def headings_by_look(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with paragraphs that only look like headings made headings, the larger above the smaller."""
    stream = iter(pieces)
    sample: list[Piece] = []
    characters = 0
    for piece in stream:
        sample.append(piece)
        characters += len(piece.text)
        if len(sample) >= _SAMPLE_PIECES or characters >= _SAMPLE_CHARACTERS:
            break
    ranks = _ranks(sample)
    yield from _ranked(chain(sample, stream), ranks) if ranks else chain(sample, stream)


def _ranks(sample: Sequence[Piece]) -> dict[Look, int]:
    """Return the rank of each look that headings have; none where there are no such headings."""
    own = sum(piece.kind == "heading" for piece in sample)
    texts = [(piece, look) for piece in sample if (look := _look(piece)) is not None]
    characters = sum(len(piece.text) for piece, _ in texts)
    if own >= _OWN_HEADINGS or not characters:
        return {}
    sizes: Counter[float] = Counter()
    for piece, look in texts:
        sizes[look.size] += len(piece.text)
    usual = max(sizes, key=lambda size: (sizes[size], -size))
    most = _MOST_OF_THE_TEXT * characters
    # What most of the text looks like tells nothing.
    bold = sum(len(piece.text) for piece, look in texts if look.bold) <= most
    capitals = sum(len(piece.text) for piece, look in texts if look.capitals) <= most
    found = Counter[Look]()
    for piece, look in texts:
        told = (bold and look.bold) or (capitals and look.capitals)
        larger = look.size > usual and look.bold
        if _may_head(piece) and ((told and look.size >= usual) or larger or look.size >= _LARGER * usual > 0):
            found[look] += len(piece.text)
    if sum(found.values()) > most + sum(_cells(piece) for piece in sample):
        return {}
    # A title that is one by its style stands above them all.
    return {look: min(number, _RANKS) for number, look in enumerate(sorted(found, reverse=True), 1 + own)}


def _ranked(pieces: Iterable[Piece], ranks: dict[Look, int]) -> Iterator[Piece]:
    waiting: list[Piece] = []  # lines of one look under each other, until it is known what follows them
    before: Look | None = None
    for piece in pieces:
        seen = _look(piece) if _may_head(piece) else None
        look = seen if seen in ranks else None
        if waiting and look != before:
            yield from waiting if len(waiting) >= _IN_A_ROW else (_heading(one, ranks) for one in waiting)
            waiting = []
        before = look
        if look is None:
            yield piece
            continue
        waiting.append(piece)
        if len(waiting) > _IN_A_ROW:
            yield waiting.pop(0)
    yield from waiting  # nothing stands below them


def _look(piece: Piece) -> Look | None:
    """Return how a piece of text looks, with what its own letters tell."""
    if piece.look is None or piece.kind not in {"paragraph", "list"}:
        return None
    return piece.look._replace(capitals=piece.text.isupper() and sum(map(str.isalpha, piece.text)) >= _LETTERS)


def _heading(piece: Piece, ranks: dict[Look, int]) -> Piece:
    label = piece.mark.removeprefix("- ") if piece.kind == "list" else ""
    look = _look(piece)
    rank = ranks[look] if look is not None else 0
    return replace(piece, kind="heading", text=f"{label} {piece.text}".strip(), level=rank, mark="-")


def _may_head(piece: Piece) -> bool:
    """Return whether a piece could be a heading, but for its look: a short line that ends as no sentence does."""
    text = piece.text
    return (
        piece.look is not None
        and (piece.kind == "paragraph" or (piece.kind == "list" and piece.mark != "-"))
        and len(text) <= HEADING_CHARACTERS
        and "\n" not in text
        and "\t" not in text
        and not text.endswith(_NO_END)
        and _WORD.search(text) is not None
    )


def _cells(piece: Piece) -> int:
    return sum(len(cell) for row in piece.rows for cell in row)
