"""PDF: which lines are headings, of what rank, and which are in force."""

from __future__ import annotations

import re
from typing import Final

from paddock.reader.writing import one_line

_SECTION: Final = re.compile(r"((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,4})\.?\s+\S")
LEADERS: Final = re.compile(r"(?:\. ?){4,}|(?:· ?){4,}|(?:_ ?){4,}|(?:- ?){6,}|(?:… ?){2,}")
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_DEEPEST: Final = 16
# So many times as high as most of the document's text are headings of the first, second and third rank.
_RANKS: Final = (1.6, 1.3, 1.1)
_SHORT_TITLE: Final = 60
_LONG_TITLE: Final = 120  # of letters that are but slightly larger
_SENTENCE: Final = re.compile(r"[.,;] [a-z]|, \d{4}\b")
_BOLD_AT_LEAST: Final = 0.97


class Headings:
    """The headings in force, over the pages of one document; and what rank a heading has."""

    def __init__(self, ranks: dict[str, int]) -> None:
        self._ranks = ranks  # of the outline's titles
        self._path: list[tuple[int, str]] = []

    @property
    def path(self) -> tuple[str, ...]:
        """Return the headings in force now, outermost first."""
        return tuple(title for _, title in self._path)

    def enter(self, level: int, title: str) -> None:
        """Take note of a heading."""
        above = [one for one in self._path if one[0] < level]
        self._path = [*above[1 - _DEEPEST :], (level, one_line(title))]

    def may_be(self, height: float, body_height: float, *, bold: bool) -> bool:
        """Return whether letters like these may be a heading's at all."""
        return bold or bool(self._ranks) or height >= _RANKS[-1] * body_height

    def level_of(self, title: str, height: float, body_height: float, *, bold: bool) -> int:
        """Return a heading's rank, 0 where this is none. Heights are of letters; the outline knows best."""
        if self._ranks and (known := self._ranks.get(folded(title), 0)):
            return known
        # A line of a list of contents is none, nor is what only says how to understand one.
        if title[0] == "(" or not _LETTERS.search(title) or LEADERS.search(title):
            return 0
        larger = height / body_height if body_height else 1.0
        rank = next((rank for rank, at_least in enumerate(_RANKS, 1) if larger >= at_least), 0)
        section = _SECTION.match(title)
        if rank == len(_RANKS) and not bold and _is_text(title, is_numbered=section is not None):
            rank = 0
        if not rank and (not bold or larger < _BOLD_AT_LEAST):
            return 0
        if section:
            return min(6, section[1].count(".") + 1 + (not rank and "." not in section[1]))
        if title[-1] in ".,;:" and rank not in {1, 2}:
            return 0
        return rank or len(_RANKS) + 1


def _is_text(title: str, *, is_numbered: bool) -> bool:
    """Return whether slightly larger letters say what is no title: too much, or a sentence."""
    if len(title) > _LONG_TITLE or (title[-1] in ".,;:" and not (is_numbered and len(title) <= _SHORT_TITLE)):
        return True
    words = title.split()
    return _SENTENCE.search(title) is not None and 2 * sum(word[0].isupper() for word in words) < len(words)


def folded(title: str) -> str:
    """Return a title as it is compared: letters and digits alone."""
    return _NO_LETTERS.sub("", title.lower())
