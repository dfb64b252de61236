"""Cuts a page's text into passages of a few hundred tokens at its structure, each with its exact place in the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from paddock.reader.protocol import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.protocol import BlockKind, Page

AIM_TOKENS = 280  # a passage is closed when the next piece would take it past this
MOST_TOKENS = 400  # no passage is larger, by the estimate below
LEAST_TOKENS = 120  # smaller ones are merged with a neighbour where one on the same page has room
_HEADER_CHARACTERS = 400
_CONTEXT_CHARACTERS = 300

# Where a sentence may end: marks of Western, Arabic, Indic, Burmese, Khmer and Ethiopic writing before a space, those
# of Chinese and Japanese anywhere; a closing quote or bracket belongs to the sentence.
# A run of marks is tried from its first one alone: tried from each of a million dots, it would take hours.
_MARK = "[.!?…\u061f\u06d4\u0964\u0965\u104b\u17d4\u1362]"
_SENTENCE_END = re.compile(f"(?:{_MARK}(?<!{_MARK}{{2}}){_MARK}*+[\"'”’»)\\]]*+\\s+|[。！？｡]+[”’」』）】]*\\s*|\n+)")
_LINE_END = re.compile("\n+")
_GAP = re.compile(r"\s+|(?<=[、，；：])")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_TABLE_RULE = re.compile(r"[\s|:\-]+")


@dataclass(frozen=True)
class Passage:
    """`Page.text[start:end]`, with what stands over it: the headings in force and, of a table's later rows, its header.

    `kind` is the kind of block most of it comes from; `place` that of the first block (see `reader.protocol.Block`).
    """

    start: int
    end: int
    kind: BlockKind
    headings: tuple[str, ...] = ()
    header: str = ""
    place: str = ""


class _Piece(NamedTuple):
    """A block, or a part of one, that no passage divides further. `opens` is 1 to 6 where a heading begins here."""

    start: int
    end: int
    tokens: int
    kind: BlockKind
    opens: int
    headings: tuple[str, ...]
    header: str
    place: str


def estimate_tokens(text: str) -> int:
    """Return about how many tokens `text` is, without a tokenizer: a quarter of its bytes in UTF-8.

    So English counts 4 characters a token, Cyrillic and Arabic 2, Chinese and Hindi 1.3: what vocabularies of many
    languages come to, within a third.
    """
    return len(text.encode("utf-8", "surrogatepass")) // 4 + 1


def context_line(title: str, passage: Passage) -> str:
    """Return "title › heading › heading", and a table's header on a line of its own: words search may find it by."""
    path = " › ".join(part for part in (title.strip(), *passage.headings) if part)
    path = path[:_CONTEXT_CHARACTERS]
    return f"{path}\n{passage.header}" if passage.header else path


def cut(page: Page) -> tuple[Passage, ...]:
    """Return the page's passages in order. They never overlap, and hold all of its text but white space."""
    if not page.text.strip():
        return ()
    groups: list[list[_Piece]] = []
    size = 0
    for piece in _pieces(page):
        if groups and size + piece.tokens <= _room(piece, size):
            groups[-1].append(piece)
            size += piece.tokens
        else:
            groups.append([piece])
            size = piece.tokens
    return tuple(_passage(group) for group in _merged(groups))


def _room(piece: _Piece, size: int) -> int:
    """Return how large the open passage may become by taking `piece` in."""
    if piece.opens and size >= LEAST_TOKENS:
        return 0  # a heading begins a new one
    return MOST_TOKENS if size < LEAST_TOKENS else AIM_TOKENS


def _merged(groups: list[list[_Piece]]) -> list[list[_Piece]]:
    """Give a small last part of a section to the passage before it, and headings left alone to the one after."""
    kept: list[list[_Piece]] = []
    for group in groups:
        before = _size(kept[-1]) if kept else 0
        alone = bool(kept) and all(piece.opens for piece in kept[-1])
        small = _size(group) < LEAST_TOKENS and not group[0].opens
        if kept and (alone or small) and before + _size(group) <= MOST_TOKENS:
            kept[-1] = kept[-1] + group
        else:
            kept.append(group)
    return kept


def _size(group: list[_Piece]) -> int:
    return sum(piece.tokens for piece in group)


def _passage(group: list[_Piece]) -> Passage:
    body = [piece for piece in group if not piece.opens] or group
    largest = max(body, key=lambda piece: piece.tokens)
    return Passage(group[0].start, group[-1].end, largest.kind, body[0].headings, body[0].header, group[0].place)


def _pieces(page: Page) -> Iterator[_Piece]:
    path: list[tuple[int, str]] = [(0, heading[:_CONTEXT_CHARACTERS]) for heading in page.headings]
    for block in page.blocks or _paragraphs(page.text):
        start, end = _trimmed(page.text, block.start, block.end)
        if start >= end:
            continue
        text = page.text[start:end]
        level = max(block.level, 1) if block.kind == "heading" else 0
        if level:
            path = [(rank, words) for rank, words in path if rank < level]
            path.append((level, text.lstrip("# ").strip()[:_CONTEXT_CHARACTERS]))
        headings = tuple(words for _, words in path)
        header = ""
        for first, last in _parts(text, block.kind):
            yield _Piece(
                start + first,
                start + last,
                estimate_tokens(text[first:last]),
                block.kind,
                level if first == 0 else 0,
                headings,
                header,
                block.place,
            )
            if block.kind == "table":
                header = header or _table_header(text)


def _paragraphs(text: str) -> Iterator[Block]:
    """Yield blocks of a text that came without any: what blank lines part."""
    at = 0
    for gap in _BLANK_LINE.finditer(text):
        yield Block("paragraph", at, gap.start())
        at = gap.end()
    yield Block("paragraph", at, len(text))


def _parts(text: str, kind: BlockKind) -> Iterator[tuple[int, int]]:
    """Yield where `text` may be cut so that no part is larger than a passage."""
    if estimate_tokens(text) <= AIM_TOKENS:
        yield 0, len(text)
        return
    ends = _LINE_END if kind in {"table", "list", "code"} else _SENTENCE_END
    at = 0
    for end in _cuts(text, ends, AIM_TOKENS):
        start, stop = _trimmed(text, at, end)
        if start < stop:
            yield start, stop
        at = end


def _cuts(text: str, ends: re.Pattern[str], most: int) -> Iterator[int]:
    """Yield ends of parts: units between two `ends`, gathered up to `most`; a unit larger than that is cut at gaps."""
    at = size = 0
    last = 0
    for unit_end in (*(match.end() for match in ends.finditer(text)), len(text)):
        if unit_end <= last:
            continue
        tokens = estimate_tokens(text[last:unit_end])
        if size and size + tokens > most:
            yield last
            at, size = last, 0
        if tokens > most:
            yield from _hard_cuts(text, last, unit_end, most)
            at, size = unit_end, 0
        else:
            size += tokens
        last = unit_end
    if at < len(text):
        yield len(text)


def _hard_cuts(text: str, start: int, end: int, most: int) -> Iterator[int]:
    """Yield ends of parts of one endless unit, at a gap where there is one in the second half of a part."""
    at = start
    while estimate_tokens(text[at:end]) > most:
        step = most * 4
        while estimate_tokens(text[at : at + step]) > most:
            step = step * 3 // 4
        gaps = [gap.end() for gap in _GAP.finditer(text, at + step // 2, min(at + step, end))]
        at = gaps[-1] if gaps and gaps[-1] > at else at + step
        yield at
    if at < end:
        yield end


def _table_header(text: str) -> str:
    """Return a Markdown table's first row (its rule left out), as far as it may serve as context."""
    rows = text.split("\n", 2)
    ruled = len(rows) > 1 and _TABLE_RULE.fullmatch(rows[1]) is not None
    return rows[0][:_HEADER_CHARACTERS].strip() if ruled or rows[0].lstrip().startswith("|") else ""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space at its ends."""
    part = text[start:end]
    bare = part.strip()
    first = start + part.find(bare) if bare else end
    return first, first + len(bare)
