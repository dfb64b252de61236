"""Where the sentences of a text begin and end, in prose and in Markdown, with or without spaces between words."""

from __future__ import annotations

import re
from typing import Final

# A sentence ends at these where white space or the line's end follows; quotes and brackets close after them.
_ENDS: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？｡]+[」』”’）]*|[۔؟।॥]+(?=\s|$)")
# A full stop after these ends no sentence. One letter before it is an initial or part of an abbreviation (e.g., z. B.).
_ABBREVIATIONS: Final = frozenset(
    "al approx art bzw ca cf co dept dr ed eds eq est etc ext fig figs ff gen gov hon inc jr lt ltd max min mr mrs ms "
    "no nos nr op pp prof ref resp rev sec sen sr st str tab u usw vgl vol vs zb".split()
)
_DAY_DIGITS: Final = 2
_LOOKED_BACK: Final = 80  # characters; else a line of a thousand full stops would be gone through a thousand times
_WORD_BEFORE: Final = re.compile(r"(\w+)\W*$")
# What begins a line of Markdown and is none of its words: list marks, quote marks, heading marks.
_LEAD: Final = re.compile(r"\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+|>+\s*|#{1,6}\s+)*")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence in `text[start:end]`, without the white space and list marks around it.

    An empty line, a list item, a table row and a heading end a sentence as well.
    """
    found: list[tuple[int, int]] = []
    stop = len(text) if end is None else end
    for line_start, line_end in _lines(text, start, stop):
        at = line_start
        for match in _ENDS.finditer(text, line_start, line_end):
            if _ends_here(text, at, match):
                found.append((at, match.end()))
                at = match.end()
        found.append((at, line_end))
    return [trimmed for one in found if (trimmed := _trimmed(text, *one))[0] < trimmed[1]]


def _lines(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the pieces no sentence crosses: paragraphs, with list items, table rows and headings by themselves."""
    pieces: list[tuple[int, int]] = []
    at = start
    running = -1
    while at < stop:
        break_at = text.find("\n", at, stop)
        line_end = stop if break_at < 0 else break_at
        line = text[at:line_end]
        lead = _LEAD.match(line)
        alone = not line.strip() or line.lstrip().startswith("|") or bool(lead and lead.group().strip())
        if alone or running < 0:
            if running >= 0:
                pieces.append((running, at))
            running = -1 if not line.strip() else at
        if line.lstrip().startswith(("|", "#")) and running >= 0:
            pieces.append((running, line_end))
            running = -1
        at = line_end + 1
    if running >= 0:
        pieces.append((running, stop))
    return pieces


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return True
    rest = text[match.end() : match.end() + 3].lstrip()
    if rest[:1].islower():
        return False
    if len(match.group()) > 1:  # closed by a quote or a bracket, or more than one mark
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - _LOOKED_BACK), match.start())
    if before is None:
        return True
    word = before[1]
    if word.isdigit():
        return len(word) > _DAY_DIGITS or not rest  # "3. Mai" is a date; "in 1950. Then" is not
    return len(word) > 1 and word.casefold() not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
