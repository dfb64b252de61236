"""Markdown: headings make sections, blocks stay word for word as they were written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from paddock.reader.encoding import detect, is_binary, lines
from paddock.reader.flowing import FlowingDocument
from paddock.reader.plain_text import not_text
from paddock.reader.sections import Layout, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import BlockKind

# So much is given to the block parser at once; it is cut before a heading, or at an empty line.
_CHUNK_CHARACTERS: Final = 200_000
_CHUNK_MOST: Final = 400_000
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING_LINE: Final = re.compile(r" {0,3}#{1,6}[ \t]")
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n((?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD: Final = re.compile(r"(title|author)[ \t]*:(.*)", re.IGNORECASE)
_FIELD_CHARACTERS: Final = 1000
_CLOSING_MARKS: Final = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_FRONT_LINES: Final = 204
_LIST_BLOCK: Final = 1200
_KINDS: Final[dict[str, BlockKind]] = {
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "fence": "code",
    "code_block": "code",
    "blockquote_open": "quote",
    "html_block": "paragraph",
}


class MarkdownDocument(FlowingDocument):
    """A Markdown file. Raises Unreadable where the bytes are no text."""

    format = "markdown"
    layout = Layout("section", "line")

    def __init__(self, source: Source) -> None:
        if is_binary(source.data):
            raise not_text()
        self._data = source.data
        self._encoding = detect(source.data)
        start: list[str] = []
        for line in lines(self._data, self._encoding):
            start.append(line)
            if len(start) > _FRONT_LINES or not start[0].startswith(("---", "\ufeff---")):
                break
        front = _FRONT_MATTER.match("".join(start).lstrip("\ufeff"))
        self._front_lines = front.group().count("\n") if front else 0
        self._front = front.group(1) if front else ""
        found = (_FIELD.match(line[:_FIELD_CHARACTERS]) for line in self._front.splitlines())
        fields = {one.group(1).lower(): one.group(2).strip(" \t\"'") for one in found if one}
        self.title, self.author = fields.get("title", ""), fields.get("author", "")

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield the blocks, the front matter first."""
        if self._front:
            yield Piece("code", self._front, first=1, last=max(1, self._front_lines))
        for first, chunk in self._chunks():
            reading.alive()
            yield from blocks("".join(chunk), first)

    def _chunks(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the text in parts that can be parsed alone, each with the number of its first line."""
        number = first = 1
        chunk: list[str] = []
        size = 0
        fence = ""
        for line in lines(self._data, self._encoding):
            number += line.endswith("\n")
            if number - 1 <= self._front_lines:
                first = number
                continue
            between = not fence and (_HEADING_LINE.match(line) or (size > _CHUNK_MOST // 2 and not line.strip()))
            if chunk and ((size > _CHUNK_CHARACTERS and between) or size > _CHUNK_MOST):
                yield first, chunk
                first, chunk, size = number - line.endswith("\n"), [], 0
            found = _FENCE.match(line)
            if found and not fence:
                fence = found.group(1)
            elif found and found.group(1).startswith(fence) and not line[found.end() :].strip():
                fence = ""
            chunk.append(line)
            size += len(line)
        if chunk:
            yield first, chunk


def blocks(text: str, first: int = 1) -> Iterator[Piece]:
    """Yield the blocks of a Markdown text word for word, after CommonMark 0.31 with GitHub's tables.

    `first` is the number of its first line. Only blocks are parsed, never what is inside them.
    """
    text = text.removeprefix("\ufeff")
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    source = text.split("\n")
    shown = 0
    tokens = parser.parse(text)
    for number, token in enumerate(tokens):
        if token.level or token.map is None or token.nesting < 0:
            continue
        start, end = token.map
        yield from _text_between(source, shown, start, first)
        shown = max(shown, end)
        if token.type == "heading_open":
            title = tokens[number + 1].content
            yield Piece("heading", _CLOSING_MARKS.sub("", title), int(token.tag[1]), first + start, first + end - 1)
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            yield from _list(source, tokens, number, first)
        elif token.type in _KINDS:
            yield _piece(source, start, end, first, _KINDS[token.type])
    yield from _text_between(source, shown, len(source), first)


def _piece(source: list[str], start: int, end: int, first: int, kind: BlockKind) -> Piece:
    while end - 1 > start and not source[end - 1].strip():
        end -= 1
    return Piece(kind, "\n".join(source[start:end]), first=first + start, last=first + end - 1)


def _text_between(source: list[str], start: int, end: int, first: int) -> Iterator[Piece]:
    """Yield lines that belong to no block, such as the targets of links, as they stand."""
    if any(line.strip(" \t\r-*_") for line in source[start:end]):
        while not source[start].strip():
            start += 1
        yield _piece(source, start, end, first, "paragraph")


def _list(source: list[str], tokens: list[Token], at: int, first: int) -> Iterator[Piece]:
    """Yield a list in blocks of a few items, so that a long one is not one long block."""
    opening = tokens[at]
    start, end = opening.map or (0, 0)
    starts = []
    for token in tokens[at + 1 :]:
        if token.level == 0:
            break
        if token.level == 1 and token.type == "list_item_open" and token.map:
            starts.append(token.map[0])
    size = 0
    for item, after in zip(starts, [*starts[1:], end], strict=True):
        size += sum(len(line) + 1 for line in source[item:after])
        if size > _LIST_BLOCK or after == end:
            yield _piece(source, start, after, first, "list")
            start, size = after, 0
