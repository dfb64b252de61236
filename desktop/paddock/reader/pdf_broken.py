"""PDF: words of a heading that a space parts, as some programs write them, told by what else its page says."""

from __future__ import annotations

import re
from typing import Final

# A few letters beside others in capitals, or a small one behind others.
_BROKEN: Final = re.compile(
    r"(?<![\w'’.\-])(?=([A-Z]{2,} [A-Z]{1,3}|[A-Z]{1,3} [A-Z]{2,}|[A-Za-z][a-z]{2,} [b-hj-z])(?![\w'’\-]))"
)
_WORD: Final = r"(?<![\w@./\-]){}(?![\w@\-]|\.\w)"


def broken(flat: str, start: int, end: int) -> list[int]:
    """Return the places of spaces that part a word the page knows as one, and of which it knows no such parts."""
    return [
        found.start() + found[1].index(" ")
        for found in _BROKEN.finditer(flat, start, end)
        if _is_one(flat, *found[1].split(" "))
    ]


def _is_one(flat: str, first: str, second: str) -> bool:
    if (first + second).lower() not in flat.lower() or not _count(flat, first + second):
        return False
    unknown = [_count(flat, part) == 1 for part in (first, second)]
    is_ending = len(second) == 1 and any(unknown) and _count(flat, first + second) > 1
    return is_ending or all(unknown)


def _count(flat: str, word: str) -> int:
    return len(re.findall(_WORD.format(re.escape(word)), flat, re.IGNORECASE))
