"""Finds the words of a query again in a text, and what is searched for inside one document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from paddock.library.denials import ADDS_NOTHING
from paddock.library.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"\w+")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
# Words that stand everywhere and are marked only where nothing else was looked for.
_SAYS_LITTLE: Final = ADDS_NOTHING | frozenset(
    words_of(
        "at we us he she his her as be if "
        "what which who whom whose when where how many much more most some them they their than then you your our its "
        "also been were will would can could should may might into only such other each welche welcher welches wie "
        "viel viele wer wann wo wieviel sie ihr ihre ihnen mit auf bei als auch nach aus war waren wurde wurden kann "
        "quel quelle quels quelles combien quand où qui que quoi ont avec pour dans qué quién cuántos cuánto cuándo "
        "dónde con para por como quale quali quanto quanti quando dove chi che per come"
    )
)
_RULE: Final = re.compile(r":?-{3,}:?")  # between a table's head and its rows
_MOST_MARKS: Final = 200
_MOST_FOUND: Final = 500
_BEFORE, _LINE = 60, 280


@dataclass(frozen=True)
class Place:
    """Where something was found: a page's number, and (start, end) in its text."""

    page: int
    start: int
    end: int


def word_marks(query: str, text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the words in `text` that a search for `query` would have found."""
    every = set(words_of(query))
    wanted = every - _SAYS_LITTLE or every
    marks: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if _UNSPACED.match(match.group()):
            runs = [
                (at, at + 2) for at in range(start, end - 1) if text[at : at + 2] in wanted
            ]  # pairs stand for words in scripts without spaces
        else:
            runs = [(start, end)] if wanted & set(words_of(match.group())) else []
        for begin, stop in runs:
            if marks and begin < marks[-1][1]:
                marks[-1] = (marks[-1][0], stop)
            else:
                marks.append((begin, stop))
        if len(marks) >= _MOST_MARKS:
            break
    return marks


def snippet(query: str, text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return about three lines of a passage around the words looked for, and where these stand in it."""
    words = re.sub(r"[#*_|`>]+", " ", text).split()
    plain = " ".join(word for word in words if not _RULE.fullmatch(word))
    marks = word_marks(query, plain)
    first = marks[0][0] if marks else 0
    begin = 0
    if first > _BEFORE and len(plain) > _LINE:
        begin = plain.rfind(" ", 0, min(first - _BEFORE // 2, len(plain) - _LINE)) + 1  # the last lines, where it ends
    shown = plain[begin : begin + _LINE * 2]
    lead = "… " if begin else ""
    moved = [(start - begin + len(lead), end - begin + len(lead)) for start, end in marks]
    return lead + shown, [(start, end) for start, end in moved if start >= len(lead) and end <= len(lead) + len(shown)]


def find_inside(query: str, texts: Sequence[tuple[int, str]]) -> list[Place]:
    """Return where these very words stand in the pages (number, text); white space and case do not count."""
    words = [re.escape(word) for word in _folded(query).split()]
    if not words:
        return []
    pattern = re.compile(r"\s+".join(words))
    found: list[Place] = []
    for number, text in texts:
        for match in pattern.finditer(_folded(text)):
            found.append(Place(number, match.start(), match.end()))
            if len(found) >= _MOST_FOUND:
                return found
    return found


def _folded(text: str) -> str:
    """Return the text in one case and without accents, every character where it stood."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if lowered.isascii():
        return lowered
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in lowered)
