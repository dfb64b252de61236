"""HTML: what a reader of the page would see, by headings, paragraphs, lists and tables; nothing is loaded or run."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from paddock.reader.code_lines import fenced
from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.encoding import decode, is_binary
from paddock.reader.flowing import FlowingDocument
from paddock.reader.html_furniture import Furniture
from paddock.reader.html_tables import read_table
from paddock.reader.html_tags import is_too_deep, text_without_tags
from paddock.reader.html_words import (
    BLOCKS,
    SKIPPED,
    inline_text,
    is_hidden,
    numbers_lines,
    preformatted,
    tidy,
    walk,
    words,
    written_apart,
)
from paddock.reader.markup import whole_number
from paddock.reader.numbering import list_mark, written
from paddock.reader.plain_text import not_text, paragraphs
from paddock.reader.sections import Layout, Piece, cut, opening_rank
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import BlockKind, Page

# The parser needs about fifteen times the page's size in memory.
_PARSED_BYTES: Final = 32 << 20
_CHARSET: Final = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_NUMBERED: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ALT_SPACES: Final = 2  # between three words
_ALT_CHARACTERS: Final = 2000
_NODES_A_SIGN: Final = 1000


class HtmlDocument(FlowingDocument):
    """A web page. Raises Unreadable where the bytes are no text."""

    format = "html"

    def __init__(self, source: Source) -> None:
        if is_binary(source.data):
            raise not_text()
        self._cut = len(source.data) > _PARSED_BYTES
        data = source.data[:_PARSED_BYTES]
        self._text = decode(data, declared_encoding(data))
        self._tree = None if is_too_deep(self._text) else _parsed(self._text)
        if self._tree is not None:
            title = self._tree.css_first("title")
            self.title = one_line(title.text() if title is not None else "")
            author = self._tree.css_first("meta[name=author i]")
            self.author = one_line(author.attributes.get("content") or "" if author is not None else "")

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the pages from number `first` on. Raises LimitReached."""
        pieces = list(self.pieces(reading))
        yield from cut(pieces, reading, Layout("section", "paragraph", opening_rank(pieces)), first)
        if self._cut:
            raise LimitReached(f"Only the first {_PARSED_BYTES >> 20} MB of a web page are read.")

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield what the page shows."""
        if self._tree is None:
            return _without_structure(self._text)
        # A page that is nothing but navigation is a page of links, and those are then what it says.
        return iter(
            _shown(self._tree, reading, without_navigation=True)
            or _shown(self._tree, reading, without_navigation=False)
        )

    def close(self) -> None:
        """Let go of the tree."""
        self._tree = None
        self._text = ""


def html_pieces(untrusted_html: str, reading: Reading) -> Iterator[Piece]:
    """Yield what a page shows, for a message's body. Pages nested too deeply come without their structure."""
    if is_too_deep(untrusted_html):
        yield from _without_structure(untrusted_html)
    else:
        yield from _shown(_parsed(untrusted_html), reading, without_navigation=False)


def _without_structure(text: str) -> Iterator[Piece]:
    lines = text_without_tags(text).splitlines(keepends=True)
    return (replace(piece, first=number, last=number) for number, piece in enumerate(paragraphs(lines), 1))


def declared_encoding(untrusted_data: bytes) -> str:
    """Return what the first bytes of a page say its encoding is; empty where they say nothing."""
    head = untrusted_data[:4096]
    found = _CHARSET.search(head) or _XML_ENCODING.match(head.lstrip())
    return found.group(1).decode("ascii") if found else ""


def _parsed(text: str) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(text)
    except (ValueError, RuntimeError) as error:
        raise Unreadable("damaged", "This web page is damaged.", "Its parts cannot be made out.") from error


def _shown(tree: LexborHTMLParser, reading: Reading, *, without_navigation: bool) -> list[Piece]:
    root = tree.body or tree.root
    return _Page(reading, without_navigation=without_navigation).read(root) if root is not None else []


@dataclass(slots=True)
class _Counting:
    """A numbered list: the number of its next item, how it is written, and whether it counts down."""

    number: int
    style: str
    step: int = 1

    @staticmethod
    def of(node: LexborNode) -> _Counting:
        """Return how an `ol` counts (HTML, 4.4.5)."""
        attributes = node.attributes
        down = "reversed" in attributes
        begin = sum(one.tag == "li" for one in node.iter()) if down else 1
        style = _NUMBERED.get(attributes.get("type") or "", "decimal")
        return _Counting(whole_number(attributes.get("start"), begin), style, -1 if down else 1)

    def mark(self, item: LexborNode) -> str:
        """Return the mark of the next item, which may say its own number."""
        number = whole_number(item.attributes.get("value"), self.number)
        self.number = number + self.step
        return list_mark(f"{written(self.style, number) if number > 0 else number}.")


class _Page:
    """Gathers the pieces of a page while its tree is walked."""

    def __init__(self, reading: Reading, *, without_navigation: bool) -> None:
        self._reading = reading
        self._furniture = Furniture() if without_navigation else None
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._lists: list[_Counting | None] = []  # for each list that is open, how it is numbered, if it is
        self._mark = ""  # of the item whose first words are still to come
        self._pictures: list[str] = []  # what is said of pictures in the paragraph
        self._described: set[str] = set()
        self._quotes = 0
        self._nodes = 0
        self._number = 0

    def read(self, root: LexborNode) -> list[Piece]:
        walk(root, self._enter, self._leave)
        self._flush()
        return self._pieces

    def _enter(self, node: LexborNode, tag: str) -> bool:
        self._nodes += 1
        if self._nodes % _NODES_A_SIGN == 0:
            self._reading.alive()
        if tag in {"-text", "br"}:
            self._words.append("\n" if tag == "br" else words(node.text(deep=False)))
            return False
        if tag == "img":
            self._picture(node)
            return False
        if tag in SKIPPED or is_hidden(node) or self._is_furniture(node, tag) or numbers_lines(node, tag):
            return False
        if written_apart(node, tag, self._words):
            return False
        if tag in BLOCKS:
            self._flush()
            return self._enter_block(node, tag)
        return True

    def _picture(self, node: LexborNode) -> None:
        """Keep what a picture is said to show, once, where it is more than a name."""
        said = one_line(node.attributes.get("alt") or "", _ALT_CHARACTERS)
        if said.count(" ") >= _ALT_SPACES and said not in self._described and not is_hidden(node):
            self._described.add(said)
            self._pictures.append(f"[Picture: {said}]")

    def _is_furniture(self, node: LexborNode, tag: str) -> bool:
        return self._furniture is not None and self._furniture.includes(node, tag)

    def _enter_block(self, node: LexborNode, tag: str) -> bool:
        if tag in _HEADINGS:
            self._add("heading", inline_text(node), int(tag[1]))
            return False
        if tag == "pre":
            self._add("code", fenced(preformatted(node)))
            return False
        if tag == "table":
            return self._enter_table(node)
        if tag in _LISTS:
            self._lists.append(_Counting.of(node) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            counting = self._lists[-1]
            self._mark = "-" if counting is None else counting.mark(node)
        elif tag == "blockquote":
            self._quotes += 1
        return True

    def _enter_table(self, node: LexborNode) -> bool:
        table = read_table(node)
        if table is None:
            return True
        if isinstance(table, str) and node.css_first("pre") is not None:
            return True  # code beside the numbers of its lines, or in a frame
        if isinstance(table, str):
            self._add("paragraph", table)
        else:
            caption = node.css_first("caption")
            self._add("caption", inline_text(caption) if caption is not None else "")
            self._add("caption", table.title)
            self._number += 1
            self._pieces.append(Piece("table", first=self._number, rows=table.rows, header=table.header))
        return False

    def _leave(self, _node: LexborNode, tag: str) -> None:
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)

    def _flush(self) -> None:
        text, self._words = tidy(self._words) if self._words else "", []
        pictures, self._pictures = self._pictures, []
        if text:
            self._said(text)
        for picture in pictures:
            self._add("caption", picture)

    def _said(self, text: str) -> None:
        if self._mark:
            self._add("list", text, len(self._lists), self._mark)
            self._mark = ""
        elif self._quotes:
            self._add("quote", "> " + text.replace("\n", "\n> "))
        else:
            self._add("paragraph", text)

    def _add(self, kind: BlockKind, text: str, level: int = 0, mark: str = "-") -> None:
        if text:
            self._number += 1
            self._pieces.append(Piece(kind, text, level, first=self._number, mark=mark))
