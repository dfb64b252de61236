"""Puts an answer's citations into its text as numbers, and says below it what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from paddock.reader.page_name import page_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.chat.sources import Consulted, Mark, Source

UNSUPPORTED: Final = "[?]"
NOT_FOUND: Final = "not found in the documents"

_QUOTE_CHARS: Final = 400
# A number that the model wrote itself: ours stands in its place, since small models cite badly.
_OWN_NUMBER: Final = re.compile(r"[ \t]?(?<![\w\]`\\!])\[\d{1,3}\](?![\w(\[:])")
_FENCE: Final = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(```+|~~~+)")
# Lines that are no text of a sentence: rules and underlines of headings, a table's second row, where a link leads.
# Nothing is taken back (`*+`): a small model may write ten thousand dashes.
_NO_TEXT: Final = re.compile(
    r"[ \t>]*+(?:=++|(?:[-*_][ \t]*+){2,}+|(?=[|: \t]*+-)[|:\- \t]*+|\[[^\]]+\]:[ \t].*)[ \t]*"
)
# With these a name or a quotation could make a link, a picture or HTML of itself where the text is set.
_ACTIVE: Final = re.compile(r"[\\\[\]<]")


class Place(NamedTuple):
    """A mark in the text it is to be shown in: the sentence is `text[begin:end]`, and its number goes to `end`.

    `which` is the mark's place among the reply's marks.
    """

    begin: int
    end: int
    which: int
    mark: Mark


@dataclass(frozen=True)
class Prepared:
    """An answer's text without numbers of the model's own, and where ours go, in order."""

    text: str
    places: tuple[Place, ...]


def prepared(text: str, consulted: Consulted) -> Prepared:
    """Return where the citations of an answer go: never into code, and within a table's last cell.

    Marks that do not fit the text (they may come from a file) are passed over.
    """
    known = {source.number for source in consulted.sources}
    marks = [
        (index, mark)
        for index, mark in enumerate(consulted.marks)
        if 0 <= mark.start < mark.end <= len(text)
        and (mark.verdict == "unsupported" or (mark.verdict == "supported" and mark.source in known))
    ]
    if not consulted.marks:
        return Prepared(text, ())
    closed = _closed_lines(text)
    own = _OWN_NUMBER.finditer(text) if known else ()
    kept = _Shortened(text, [one.span() for one in own if _line_start(text, one.start()) not in closed])
    closed = _closed_lines(kept.text)
    places: list[Place] = []
    for index, mark in marks:
        begin = kept.moved(mark.start)
        end = _end_of_text(kept.text, begin, kept.moved(mark.end), closed)
        if begin < end and not (places and end < places[-1].end):
            places.append(Place(begin, end, index, mark))
    return Prepared(kept.text, tuple(places))


def cited_text(text: str, consulted: Consulted) -> str:
    """Return an answer as it is copied and exported: with its numbers, and below what each of them stands for."""
    ready = prepared(text, consulted)
    parts: list[str] = []
    at = 0
    for place in ready.places:
        parts += [ready.text[at : place.end], sign_of(place.mark)]
        at = place.end
    parts.append(ready.text[at:])
    below = source_lines(consulted, ready.places)
    return "".join(parts).rstrip("\n") + ("\n\n" + "  \n".join(below) if below else "")


def sign_of(mark: Mark) -> str:
    """Return what stands behind a sentence: the source's number, or the sign that there is none."""
    return f"[{mark.source}]" if mark.verdict == "supported" else UNSUPPORTED


def source_lines(consulted: Consulted, places: Sequence[Place]) -> list[str]:
    """Return a line for each source that is cited: its number, document, page and what is quoted of it."""
    quotes: dict[int, list[str]] = {}
    sources = {source.number: source for source in consulted.sources}
    for place in places:
        if place.mark.verdict == "supported":
            told = quotes.setdefault(place.mark.source, [])
            quote = quote_of(sources[place.mark.source], place.mark)
            if quote and quote not in told:
                told.append(quote)
    lines = [
        f"[{number}] {_inert(' '.join(sources[number].document.split()))}, {_inert(_page_of(sources[number]))}"
        + "".join(f" “{_inert(quote)}”" for quote in told)
        for number, told in sorted(quotes.items())
    ]
    if any(place.mark.verdict == "unsupported" for place in places):
        lines.append(f"{UNSUPPORTED} {NOT_FOUND}")
    return lines


def _page_of(source: Source) -> str:
    return page_name(source.kind, source.page, source.label)


def _inert(untrusted_text: str) -> str:
    """Return words of a document such that Markdown sets them as words."""
    return _ACTIVE.sub(r"\\\g<0>", untrusted_text)


def quote_of(source: Source, mark: Mark) -> str:
    """Return the words of a source that a mark points at, on one line; a long quotation is cut."""
    begin = max(0, mark.source_start - source.start)
    words = " ".join(source.text[begin : max(begin, mark.source_end - source.start)].split())
    return words if len(words) <= _QUOTE_CHARS else words[:_QUOTE_CHARS].rstrip() + "…"


class _Shortened:
    """A text without some of its parts, and where what is left of it stands."""

    def __init__(self, text: str, gone: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in gone]
        self._ends = [end for _, end in gone]
        self._before = [0]
        for start, end in gone:
            self._before.append(self._before[-1] + end - start)
        edges = [0, *(edge for span in gone for edge in span), len(text)]
        self.text = "".join(text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))

    def moved(self, at: int) -> int:
        """Return where a character went; one that is gone, to where it was."""
        number = bisect_right(self._starts, at)
        if number and at < self._ends[number - 1]:
            return self._starts[number - 1] - self._before[number - 1]
        return at - self._before[number]


def _closed_lines(text: str) -> set[int]:
    """Return where the lines begin that take no number: code in fences, rules, what is no text."""
    closed: set[int] = set()
    fence = ""
    at = 0
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        is_closed = bool(fence) or opening is not None or (line.strip() and _NO_TEXT.fullmatch(line) is not None)
        if fence:
            if opening and opening[1].startswith(fence) and not line[opening.end() :].strip():
                fence = ""
        elif opening:
            fence = opening[1]
        if is_closed:
            closed.add(at)
        at += len(line) + 1
    return closed


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _end_of_text(text: str, begin: int, end: int, closed: set[int]) -> int:
    """Return where a sentence's last letter stands that a number can follow; `begin` where there is none."""
    while end > begin:
        line = _line_start(text, end)
        if text[end - 1].isspace():
            end -= 1
        elif line in closed:
            end = line
        elif text[end - 1] == "|" and text[line:end].lstrip(" \t>").startswith("|"):
            end -= 1
        else:
            break
    return max(end, begin)
