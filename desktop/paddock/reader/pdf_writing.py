"""PDF: blocks of lines become paragraphs, headings, lists and tables, with spans back to pdfium's characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from paddock.reader.pdf_broken import broken
from paddock.reader.pdf_going_on import goes_on, is_cut, is_open
from paddock.reader.pdf_headings import LEADERS
from paddock.reader.pdf_lines import HYPHEN
from paddock.reader.pdf_parting import without
from paddock.reader.pdf_table import CAPTION
from paddock.reader.pdf_text import NO_PLACE
from paddock.reader.picture_text import between
from paddock.reader.protocol import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paddock.reader.pdf_headings import Headings
    from paddock.reader.pdf_layout import Block
    from paddock.reader.pdf_lines import Line
    from paddock.reader.protocol import BlockKind
    from paddock.reader.writing import PageWriter

_BULLET: Final = re.compile(r"(?:[•▪◦‣·●○■□♦➢►✓\uf0b7\uf0a7\uf076\uf0d8]|[-–—*](?= )|o(?= )|§(?= +[^\W\d]))\s*")
_NUMBERED: Final = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\))\s+\S")
_LEADING: Final = ("....", ". . . .", "····", "· · · ·", "____", "_ _ _ _", "------", "……", "… …", NO_PLACE)
_LEFT_OUT: Final = re.compile(f"{LEADERS.pattern}|{NO_PLACE}")
_BEGINS_CAPTION: Final = frozenset("FTACE")
_AFTER_LETTER: Final = frozenset((")", ".", " "))
_HEADING_CHARACTERS: Final = 200
_HEADING_LINES: Final = 3
_HANGING: Final = 0.4  # heights of letters by which an item's later lines stand further in than its sign
_ENDS_SENTENCE: Final = frozenset(".?!:;")
_BEGINS_UNSPACED: Final = "\u0e00"  # no script before it does without spaces


class PdfPageWriter:
    """Writes one page's blocks through a PageWriter, and keeps where each stretch of text came from."""

    def __init__(self, writer: PageWriter, flat: str, headings: Headings, body_height: float) -> None:
        self._writer = writer
        self._flat = flat
        self._headings = headings
        self._body_height = body_height
        self._open: list[Line] = []
        self._leaves_out = any(mark in flat for mark in _LEADING)
        self.spans: list[Span] = []

    def write(self, block: Block) -> None:
        """Write a block, or hold it until it is known how it goes on. Raises LimitReached: too much text for a page."""
        if block.rows:
            if not self.is_cut:
                self.finish()
            self._table(block.rows)
            return
        if block.code is not None:
            self.finish()
            self._emit("code", *block.code.written(self._flat))
            return
        parts = [block.lines] if block.lines[0].on_its_side else list(self._paragraphs(block))
        if self._open and goes_on(self._flat, self._open, parts[0]):
            parts[0], self._open = [*self._open, *parts[0]], []
        elif self._open and not (self.is_cut and self._kind(parts[0][0])[0] == "caption"):
            self.finish()
        for lines in parts[:-1]:
            self._paragraph(lines)
        if not self._open and is_open(self._flat, parts[-1]):
            self._open = list(parts[-1])
        else:
            self._paragraph(parts[-1])

    def finish(self, rest: str = "") -> None:
        """Write what is held; `rest` of a word that its hyphen parts stands on the next page. Raises LimitReached."""
        lines, self._open = self._open, []
        if lines:
            self._paragraph(lines, rest)

    @property
    def is_cut(self) -> bool:
        """Return whether what was written ends in the middle of a word."""
        return bool(self._open) and is_cut(self._flat, self._open[-1])

    def _paragraphs(self, block: Block) -> Iterator[Sequence[Line]]:
        """Part a block's lines where a paragraph, a list's item or the next line of a list of contents begins."""
        lines, flat = block.lines, self._flat
        if len(lines) == 1:
            yield lines
            return
        begins = _beginnings(block)
        start = 0
        is_item = _starts_item(flat, lines[0])
        for number in range(1, len(lines)):
            line, before = lines[number], lines[number - 1]
            leads = self._leaves_out and LEADERS.search(flat, before.start, before.end)
            hangs = is_item and min(line.left, lines[start + 1].left) > lines[start].left + _HANGING * line.height
            is_in = hangs and flat[before.end - 1] not in _ENDS_SENTENCE
            if leads or _starts_item(flat, line) or (begins(number) and not is_in):
                yield lines[start:number]
                start = number
                is_item = _starts_item(flat, line)
        yield lines[start:]

    def _paragraph(self, lines: Sequence[Line], rest: str = "") -> None:
        first = lines[0]
        kind, skipped = self._kind(first)
        level, mark = 0, ""
        if kind == "list" and skipped:
            mark = "- "
            if skipped >= first.end - first.start:
                if len(lines) == 1:
                    return  # a bullet whose text the file tells elsewhere
                lines, skipped = lines[1:], 0
        elif len(lines) <= _HEADING_LINES and kind != "caption" and not first.on_its_side:
            level = self._level(lines)
            if level:
                kind, mark = "heading", "#" * level + " "
        parts, stretches = self._joined(mark, lines, skipped)
        if self._flat[lines[-1].end : lines[-1].end + 1] == HYPHEN:
            parts.append(rest or "-")
        elif rest:
            parts[-1] = parts[-1].removesuffix("-")
            at, size, place = stretches[-1]
            stretches[-1] = (at, size - 1, place)
            parts.append(rest)
        self._emit(kind, "".join(parts), stretches, level)

    def _kind(self, first: Line) -> tuple[BlockKind, int]:
        """Return what a paragraph is by how it begins, and how many characters its bullet has."""
        flat, start = self._flat, first.start
        sign, following = flat[start], flat[start + 1 : start + 2]
        if sign.isalpha():
            if sign in _BEGINS_CAPTION and CAPTION.match(flat, start, first.end):
                return "caption", 0
            if following not in _AFTER_LETTER:
                return "paragraph", 0
        if bullet := _BULLET.match(flat[start : start + 8]):
            return "list", bullet.end()
        return "list" if _NUMBERED.match(flat, start, first.end) else "paragraph", 0

    def _level(self, lines: Sequence[Line]) -> int:
        """Return the rank of these lines as a heading, which is then in force; 0 where they are none."""
        if lines[-1].end - lines[0].start > _HEADING_CHARACTERS:
            return 0
        height = max([line.bottom - line.top for line in lines])
        bold = lines[0].bold and all(line.bold for line in lines)
        if not self._headings.may_be(height, self._body_height, bold=bold):
            return 0
        title = self._title(lines)
        level = self._headings.level_of(title, height, self._body_height, bold=bold)
        if level:
            for line in lines:
                if places := broken(self._flat, line.start, line.end):
                    self._flat, self._leaves_out = without(self._flat, places), True
                    title = self._title(lines)
            self._headings.enter(level, title.replace(NO_PLACE, ""))
        return level

    def _title(self, lines: Sequence[Line]) -> str:
        flat = self._flat
        return " ".join(
            [
                "".join([piece for piece, _ in _letters(flat, line)]) if line.words else flat[line.start : line.end]
                for line in lines
            ]
        )

    def _joined(self, mark: str, lines: Sequence[Line], skipped: int) -> tuple[list[str], list[tuple[int, int, int]]]:
        """Return the lines as one: words parted at a line's end are whole again, others are parted by a space."""
        flat = self._flat
        parts: list[str] = [mark]
        stretches: list[tuple[int, int, int]] = []
        length = len(mark)
        before = -1
        for line in lines:
            start, end = line.start + skipped, line.end
            skipped = 0
            if before >= 0:
                joint = _joint(flat, before, start)
                parts.append(joint)
                length += len(joint)
            before = end
            if not self._leaves_out and not line.words:
                stretches.append((length, end - start, start))
                parts.append(flat[start:end])
                length += end - start
                continue
            for piece, place in _letters(flat, line) if line.words else _as_told(flat, start, end):
                if place >= 0:
                    stretches.append((length, len(piece), place))
                parts.append(piece)
                length += len(piece)
        return parts, stretches

    def _table(self, rows: list[list[list[Line]]]) -> None:
        flat = self._flat
        parts: list[str] = []
        stretches: list[tuple[int, int, int]] = []
        length = 0

        def put(text: str, place: int = -1) -> None:
            nonlocal length
            if place >= 0:
                stretches.append((length, len(text), place))
            parts.append(text)
            length += len(text)

        for number, row in enumerate(rows):
            put("\n|" if number else "|")
            for cell in row:
                put(" ")
                before = -1
                for line in cell:
                    if before >= 0:
                        put(_joint(flat, before, line.start))
                    for piece, place in _letters(flat, line) if line.words else _escaped(flat, line.start, line.end):
                        put(piece, place)
                    before = line.end
                put(" |" if cell else "|")
            if number == 0:
                put("\n|" + " --- |" * len(row))
        self._emit("table", "".join(parts), stretches)

    def _emit(self, kind: BlockKind, text: str, stretches: list[tuple[int, int, int]], level: int = 0) -> None:
        if self._writer.block(kind, text, level=level):
            begin = self._writer.length - len(text)
            self.spans += [Span(begin + at, size, place) for at, size, place in stretches]


def _joint(flat: str, end: int, start: int) -> str:
    """Return what stands between two lines, given where the first ends and the next begins."""
    if flat[end : end + 1] == HYPHEN:
        # Before a capital or a digit the hyphen is the word's own.
        return "" if flat[start].islower() and not _is_compound(flat, end, start) else "-"
    if flat[end - 1] == "-" and flat[end - 2 : end - 1].isalnum():
        return ""
    return " " if flat[start] < _BEGINS_UNSPACED else between(flat[end - 1], flat[start])


def _is_compound(flat: str, end: int, start: int) -> bool:
    """Return whether the page says elsewhere, within a line, what a line's end parts here, and has a hyphen in it."""
    first, behind = end, start
    while first > 0 and flat[first - 1].isalpha():
        first -= 1
    while behind < len(flat) and flat[behind].isalpha():
        behind += 1
    # There it may begin with a capital.
    return end - first > 1 and f"{flat[first + 1 : end]}-{flat[start:behind]}" in flat


def _letters(flat: str, line: Line) -> Iterator[tuple[str, int]]:
    """Yield the letters of a line that sets them apart, and their places; a space of no place between words."""
    for number, (start, end) in enumerate(line.words):
        if number:
            yield " ", -1
        for place in range(start, end):
            if flat[place] not in (" ", NO_PLACE):
                yield flat[place], place


def _as_told(flat: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield a line's pieces and their places; dots that lead to a page number become one sign, of no place."""
    at = start
    for left_out in _LEFT_OUT.finditer(flat, start, end):
        if left_out.start() > at:
            yield flat[at : left_out.start()], at
        if left_out[0] != NO_PLACE:
            yield "… ", -1
        at = left_out.end()
    if at < end:
        yield flat[at:end], at


def _escaped(flat: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield a cell's pieces and their places; a bar in it is escaped, as Markdown asks."""
    for piece, place in _as_told(flat, start, end):
        if place < 0 or "|" not in piece:
            yield piece, place
            continue
        at = 0
        for part in piece.split("|"):
            if at:
                yield "\\", -1
                yield "|" + part, place + at - 1
            elif part:
                yield part, place
            at += len(part) + 1


# ---------------------------------------------------------------- paragraphs


def _starts_item(flat: str, line: Line) -> bool:
    first = flat[line.start]
    if first.isalpha() and first != "o":
        return flat[line.start + 1 : line.start + 2] in {")", "."} and bool(_NUMBERED.match(flat, line.start, line.end))
    return bool(_BULLET.match(flat, line.start, line.end) or _NUMBERED.match(flat, line.start, line.end))


def _beginnings(block: Block) -> Callable[[int], bool]:
    """Return what tells whether a line of this block begins a paragraph: by its indent, or after a short line."""
    lines = block.lines
    height = lines[0].bottom - lines[0].top
    margin = min(line.left for line in lines)
    indented = [line.left > margin + 0.4 * height for line in lines]
    share = sum(indented) / len(lines)
    width = block.right - block.left
    centred = share >= 0.5 and all(  # noqa: PLR2004
        abs((line.left - block.left) - (block.right - line.right)) < 0.5 * height
        for line, is_in in zip(lines, indented, strict=True)
        if is_in
    )

    def begins(number: int) -> bool:
        if not centred and len(lines) > 2:  # noqa: PLR2004 - two lines tell no first from other lines
            if share <= 0.5 and indented[number] and not indented[number - 1]:  # noqa: PLR2004
                return True
            if share > 0.5 and not indented[number]:  # noqa: PLR2004 - hanging, as in a list of references
                return True
        return (
            lines[number - 1].right < block.right - max(0.25 * width, 4 * height)
            and not centred
            and width > 10 * height
        )

    return begins
