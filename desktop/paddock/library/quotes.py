"""Finding quoted words again in a text that breaks its lines, hyphenates, and writes its quotation marks otherwise."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_PAIRS: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›"}
_FEWEST_CHARACTERS: Final = 12
_MOST_CHARACTERS: Final = 4000
_DROPPED: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff*_`|#>\\")
_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′‹›", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def quoted_parts(text: str) -> list[str]:
    """Return what stands between quotation marks in `text`, where it is long enough to be a quotation."""
    parts: list[str] = []
    at = 0
    while at < len(text):
        closers = _PAIRS.get(text[at])
        if closers:
            ends = [end for mark in closers if (end := text.find(mark, at + 1)) > 0]
            if ends:
                end = min(ends)
                if (end - at > _FEWEST_CHARACTERS and " " in text[at:end]) or _unspaced(text[at + 1 : end]):
                    parts.append(text[at + 1 : end])
                at = end
        at += 1
    return parts


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Return (start, end) of `quote` in `text`, or None.

    White space, hyphens at line ends, case, Markdown's marks and the kinds of quotation marks and dashes do not
    count; an omission ("…", "[...]") may stand for up to 300 characters.
    """
    folded, places = _folded(text)
    pieces = [_folded(part)[0] for part in re.split(r"\[?(?:…|\.\.\.)\]?", quote[:_MOST_CHARACTERS])]
    pieces = [piece.strip(" .,;:") for piece in pieces if piece.strip(" .,;:")]
    if not pieces or sum(map(len, pieces)) < min(_FEWEST_CHARACTERS, 4):
        return None
    begin = folded.find(pieces[0])
    while begin >= 0:
        end = begin + len(pieces[0])
        for piece in pieces[1:]:
            after = folded.find(piece, end, end + 300 + len(piece))
            if after < 0:
                break
            end = after + len(piece)
        else:
            return places[begin], places[end - 1] + 1
        begin = folded.find(pieces[0], begin + 1)
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text with all that does not count taken out, and where each of its characters stood."""
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character in _DROPPED:
            continue
        if character.isspace():
            if characters and characters[-1] != " ":
                characters.append(" ")
                places.append(at)
            continue
        for one in unicodedata.normalize("NFKC", character.translate(_SAME)).casefold():
            # A hyphen that ended a line, and the break after it, were never part of the word.
            if characters[-2:] == ["-", " "] and "\n" in text[places[-1] : at]:
                del characters[-2:], places[-2:]
            characters.append(one)
            places.append(at)
    return "".join(characters), places


def _unspaced(text: str) -> bool:
    return len(text) >= _FEWEST_CHARACTERS // 2 and any("\u3040" <= one <= "\u9fff" for one in text)
