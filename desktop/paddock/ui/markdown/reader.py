"""Reads Markdown into blocks: what is there is shown, what is too deep or too large is shown as it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it.rules_block.table import escapedSplit

from paddock.ui.markdown.blocks import Alignment, Block, CodePart, Line, Run, Style, Table, runs_text
from paddock.ui.markdown.direction import reads_rtl
from paddock.ui.markdown.grammar import MAX_NESTING, make_parser
from paddock.ui.markdown.inline import FORMULA_CHARS, InlineReader
from paddock.ui.markdown.typed import MAX_PARAGRAPH, pieces, typed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from markdown_it.token import Token

_BULLETS = "•◦–"
_TASK = re.compile(r"\[([ xX])\]\s+")
_MAX_CELLS = 3_000
_MAX_COLUMNS = 40
_ROWS_AT_ONCE = 24
_WIDEST_SHARE = 40


class Reading(NamedTuple):
    """What was read: the blocks, and where (line number, count of blocks and of code blocks) to read on from.

    That is the last block at the top level, or the last item of a list there, of which a whole line is known. Nothing
    before it can change any more, save by a later definition of a link's target, and by a later item that makes its
    whole list stand wider.
    `codes` counts the code blocks; `open_fence` is the line that opened a code block not closed yet, or "".
    """

    blocks: list[Block]
    last_line: int
    last_block: int
    last_code: int
    codes: int
    open_fence: str


class MarkdownReader:
    """Reads Markdown; `image_note` is said behind the description of an image, which is never loaded."""

    def __init__(self, image_note: str) -> None:
        self._parser = make_parser()
        self._inline = InlineReader(self._parser, image_note)

    def read(self, source: str, definitions: MutableMapping[str, Any], first_code: int = 0) -> Reading:
        """Return the source's blocks. `definitions` keeps the link targets defined so far; it is added to."""
        tokens = self._parser.parse(source, definitions)
        lines = source.split("\n")
        blocks: list[Block] = []
        codes = first_code
        last = (0, 0, first_code)
        open_fence = ""
        complete = len(lines) - 1  # the last line may still be on its way, and turn into something else
        for group in _top_level(tokens):
            begin, end = group[0].map or (0, len(lines))
            if begin < complete:
                last = (begin, len(blocks), codes)
            too_much = _too_much(group) or _loses_cells(group, lines)
            reading = _Group(self._inline, definitions, codes)
            made = typed_lines("\n".join(lines[begin:end])) if too_much else reading.read(group)
            for line, before, codes_before in reading.items:
                if line < complete and not too_much:
                    last = (line, len(blocks) + before, codes + codes_before)
            codes += sum(1 for block in made if isinstance(block, Line) and block.code and block.code.first)
            blocks += made
            open_fence = lines[begin] if _is_open_fence(group[-1], lines) else ""
        return Reading(blocks, *last, codes, open_fence)


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start : index + 1]
            start = index + 1


def _too_much(group: Sequence[Token]) -> bool:
    if any(token.level >= MAX_NESTING - 2 for token in group):
        return True
    columns = cells = 0
    for token in group:
        if token.type == "tr_open":
            columns = 0
        elif token.type in {"th_open", "td_open"}:
            columns += 1
            cells += 1
            if columns > _MAX_COLUMNS or cells > _MAX_CELLS:
                return True
    return False


def _loses_cells(group: Sequence[Token], lines: Sequence[str]) -> bool:
    """Return whether a row has more cells than the header; the specification drops those, a reader may not."""
    columns = sum(token.type == "th_open" for token in group)
    rows = (token.map[0] for token in group if token.type == "tr_open" and token.map and columns)
    return any(len(escapedSplit(lines[row].strip().strip(">|").strip("|"))) > columns for row in rows)


def _is_open_fence(token: Token, lines: Sequence[str]) -> bool:
    if token.type != "fence" or token.level or token.map is None:
        return False
    begin, end = token.map
    closing = lines[min(end, len(lines)) - 1].strip() if end - begin > 1 else ""
    return not (closing and set(closing) == {token.markup[0]} and len(closing) >= len(token.markup))


class _Group:
    """Reads one top-level block's tokens."""

    def __init__(self, inline: InlineReader, definitions: MutableMapping[str, Any], first_code: int) -> None:
        self._inline = inline
        self._definitions = definitions
        self._code = self._first_code = first_code
        self._path: list[str] = []
        self._lists: list[tuple[bool, str]] = []
        self._marker = ""
        self._tight = False
        self._blocks: list[Block] = []
        self.items: list[tuple[int, int, int]] = []

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                at = self._table(tokens, at)
                continue
            self._token(token, tokens[at - 1] if at else None)
            at += 1
        return self._blocks

    def _token(self, token: Token, before: Token | None) -> None:
        kind = token.type
        if kind == "inline" and before is not None:
            self._paragraph(token, before)
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            self._empty_item()
            self._lists.append((kind == "ordered_list_open", token.markup))
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif kind == "list_item_open":
            self._open_item(token)
        elif kind in {"list_item_close", "blockquote_close"}:
            self._empty_item()
            self._path.pop()
        elif kind == "blockquote_open":
            self._empty_item()
            self._path.append("q")
        elif kind in {"fence", "code_block"}:
            self._empty_item()
            self._code_block(token)
        elif kind == "hr":
            self._empty_item()
            self._put(Line("rule", path="".join(self._path)))
        elif kind.startswith("math_block"):
            self._empty_item()
            self._formula(token.content)

    def _put(self, line: Line) -> None:
        self._blocks.append(line)

    def _open_item(self, token: Token) -> None:
        if token.level == 1 and token.map:
            self.items.append((token.map[0], len(self._blocks), self._code - self._first_code))
        ordered, markup = self._lists[-1]
        self._path.append("l")
        depth = self._path.count("l") - 1
        self._marker = f"{token.info}{markup}" if ordered else _BULLETS[min(depth, len(_BULLETS) - 1)]

    def _empty_item(self) -> None:
        """Give an item that begins with something else than text a line for its marker."""
        if self._marker:
            self._put(Line("text", (), "".join(self._path), marker=self._marker, tight=True))
            self._marker = ""

    def _paragraph(self, token: Token, opening: Token) -> None:
        marker = self._marker
        self._marker = ""
        runs = self._inline.runs(token.content, self._definitions)
        if marker and not marker[0].isdigit() and runs and not runs[0].style and (task := _TASK.match(runs[0].text)):
            marker = "☐" if task[1] == " " else "☑"
            runs = (Run(runs[0].text[task.end() :]), *runs[1:])
        path = "".join(self._path)
        rtl = reads_rtl(runs_text(runs))
        if opening.type == "heading_open":
            self._put(Line("heading", runs, path, level=int(opening.tag[1:]), marker=marker, rtl=rtl))
            return
        if len(runs) == 1 and runs[0].style & Style.DISPLAY and not marker:
            self._put(Line("formula", runs, path))
            return
        for part, piece in enumerate(_split(runs)):
            self._put(
                Line("text", piece, path, marker="" if part else marker, tight=opening.hidden or part > 0, rtl=rtl)
            )

    def _code_block(self, token: Token) -> None:
        language = token.info.strip().split(maxsplit=1)[0] if token.info.strip() else ""
        lines = token.content.removesuffix("\n").split("\n")
        path = "".join(self._path)
        for number, line in enumerate(lines):
            parts = pieces(line)
            for part, piece in enumerate(parts):
                first = number == 0 and part == 0
                last = number == len(lines) - 1 and part == len(parts) - 1
                code = CodePart(self._code, language[:40], first, last)
                self._put(Line("code", (Run(piece),) if piece else (), path, tight=part > 0, code=code))
        self._code += 1

    def _formula(self, source: str) -> None:
        source = source.strip()
        path = "".join(self._path)
        if len(source) > FORMULA_CHARS:
            self._blocks += typed_lines(f"$$\n{source}\n$$", path=path)
        else:
            self._put(Line("formula", (Run(source, Style.FORMULA | Style.DISPLAY),), path))

    def _table(self, tokens: Sequence[Token], at: int) -> int:
        self._empty_item()
        rows: list[tuple[tuple[Run, ...], ...]] = []
        cells: list[tuple[Run, ...]] = []
        alignments: list[Alignment] = []
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.type == "tr_open":
                cells = []
            elif token.type == "tr_close":
                rows.append(tuple(cells))
            elif token.type == "th_open":
                alignments.append(_alignment(str(token.attrGet("style") or "")))
            elif token.type == "inline":
                cells.append(self._inline.runs(token.content, self._definitions))
            at += 1
        rtl = any(reads_rtl(runs_text(cell)) for cell in rows[0])
        table = Table(tuple(rows), tuple(alignments), "".join(self._path), rtl)
        self._blocks += [table] if len(rows) <= _ROWS_AT_ONCE else _in_parts(table)
        return at + 1


def _in_parts(table: Table) -> list[Block]:
    """Return a long table as several that look like one, so that a new row has only the last of them laid out anew."""
    shares = tuple(
        4 + max(0, *(min(len(runs_text(row[column])), _WIDEST_SHARE) for row in table.rows[:_ROWS_AT_ONCE]))
        for column in range(len(table.alignments))
    )
    starts = range(0, len(table.rows), _ROWS_AT_ONCE)
    return [
        table._replace(
            rows=table.rows[start : start + _ROWS_AT_ONCE],
            shares=shares,
            continued=start > 0,
            ends=start + _ROWS_AT_ONCE >= len(table.rows),
        )
        for start in starts
    ]


def _alignment(style: str) -> Alignment:
    for name in ("left", "center", "right"):
        if name in style:
            return name
    return ""


def _split(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Return a paragraph in pieces short enough to lay out quickly; nearly always one."""
    if sum(len(run.text) for run in runs) <= MAX_PARAGRAPH:
        return [runs]
    made: list[tuple[Run, ...]] = []
    held: list[Run] = []
    size = 0
    for run in runs:
        parts = [run.text] if run.style & Style.FORMULA else pieces(run.text)
        for text in parts:
            if held and size + len(text) > MAX_PARAGRAPH:
                made.append(tuple(held))
                held, size = [], 0
            held.append(Run(text, run.style, run.href))
            size += len(text)
    return [*made, tuple(held)]
