"""What every message is to a reader: a block of who and when, a body in its best form, then what came with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from paddock.reader.inside import inner_pages
from paddock.reader.plain_text import paragraphs
from paddock.reader.sections import Layout, Piece, cut
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paddock.reader.document import Reading, Source
    from paddock.reader.inside import Inner
    from paddock.reader.protocol import Page

# Headings inside a body begin no pages: a message is one, unless it is very long.
_LAYOUT = Layout("part", "paragraph", opening=0)


def message_pages(
    headers: Sequence[tuple[str, str]],
    body: Iterable[Piece],
    files: Iterable[Inner],
    source: Source,
    reading: Reading,
) -> Iterator[Page]:
    """Yield the message's own pages, then those of each file in it, numbered through.

    `headers` are (name, value) as they are to be shown; what is empty is left out. Raises LimitReached.
    """
    for number, page in enumerate(_pages(headers, body, files, source, reading), 1):
        yield msgspec.structs.replace(page, number=number)


def _pages(
    headers: Sequence[tuple[str, str]],
    body: Iterable[Piece],
    files: Iterable[Inner],
    source: Source,
    reading: Reading,
) -> Iterator[Page]:
    subject = next((one_line(value) for name, value in headers if name == "Subject"), "")
    for page in cut(_with_headers(headers, body), reading, _LAYOUT):
        yield msgspec.structs.replace(page, label=subject)
    for file in files:
        reading.alive()
        yield from inner_pages(file, source, reading)


def best_form(plain: str, formatted: list[Piece]) -> list[Piece]:
    """Return the formatted body, which keeps lists and tables; the plain one where that says much more."""
    letters = sum(len(piece.text) + sum(sum(map(len, row)) for row in piece.rows) for piece in formatted)
    if letters and letters * 2 >= len(plain.strip()):
        return formatted
    return list(paragraphs(plain.splitlines(keepends=True)))


def _with_headers(headers: Sequence[tuple[str, str]], body: Iterable[Piece]) -> Iterator[Piece]:
    block = "\n".join(f"{name}: {one_line(value, 2000)}" for name, value in headers if value.strip())
    yield Piece("paragraph", block, place="header")
    for number, piece in enumerate(body, 1):
        yield replace(piece, first=number, last=number)
