"""Cuts text into the words that search compares: folded, and pairs of characters where a script has no spaces."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Scripts written without spaces, and Hangul, whose words carry endings: Han, kana, Hangul, Thai, Lao, Tibetan,
# Myanmar, Khmer. FTS5's own tokenizers take a whole sentence of these for one word.
_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3040-\u30fa\u30fc-\u30ff"
    "\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U0001aff0-\U0001b16f\U00020000-\U000323af"
)
# Marks that belong to a word but are no letters to Python's \w: Indic vowel signs, and joiners within words.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u200c\u200d"
)
_PIECE = re.compile(
    f"(?P<unspaced>[{_UNSPACED}]+)|[^\\W_{_UNSPACED}][^\\W_{_UNSPACED}]*(?:[{_MARKS}]+[^\\W_{_UNSPACED}]*)*"
)
_ASCII_WORD = re.compile(r"[a-z0-9]+")

# Marks dropped in folding: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and stretching,
# joiners. Indic, Thai and kana marks carry the sound and stay.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u00ad\u200b-\u200f\u2060\ufeff]"
)
# Letters with a stroke or hook, which Unicode does not take apart into letter and mark.
_STROKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "æ": "ae", "œ": "oe"}
)

# Counted up when folding or cutting changes, so that an index made the old way is made anew.
WORDS_VERSION = f"1/{unicodedata.unidata_version}"


class _Folding(dict[int, str]):
    """What each character folds to, worked out when first met (for `str.translate`); a memory of a pure function."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).casefold().translate(_STROKED)
        plain = unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFD", folded)))
        self[code] = plain
        return plain


_FOLDING = _Folding()


class Word(NamedTuple):
    """One word of a folded text: where it lies and what is compared; not `whole` is a run's last character."""

    start: int
    end: int
    key: str
    whole: bool = True


def composed(text: str) -> str:
    """Return the text as search reads it: accents composed, so that one character folds by itself."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return composed text without case, accents, width and ligatures, character by character."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def folded_lengths(text: str) -> list[int]:
    """Return how long each character of composed text is once folded."""
    return [1] * len(text) if text.isascii() else [len(_FOLDING[ord(character)]) for character in text]


def words_of(folded: str) -> Iterator[Word]:
    """Yield the words of folded text in order.

    A run of "ABC" without spaces gives AB, BC and C: any two or more characters of it are then a phrase of pairs,
    and a single one is the beginning of a pair or the last.
    """
    for piece in _PIECE.finditer(folded):
        start, end = piece.span()
        if piece["unspaced"] is None:
            yield Word(start, end, piece[0])
            continue
        for at, pair in enumerate(pairwise(piece[0]), start):
            yield Word(at, at + 2, "".join(pair))
        yield Word(end - 1, end, piece[0][-1], whole=False)


def index_words(text: str) -> str:
    """Return the text's words joined by spaces, as the index holds them."""
    folded = fold(composed(text))
    if folded.isascii():
        return " ".join(_ASCII_WORD.findall(folded))
    return " ".join(word.key for word in words_of(folded))


@dataclass(frozen=True)
class Phrase:
    """Words that must follow one another; with `begins` the last one may go on."""

    keys: tuple[str, ...]
    begins: bool

    @property
    def match(self) -> str:
        """Return the phrase in FTS5's query language. Keys hold letters and digits only, so nothing needs escaping."""
        return f'"{" ".join(self.keys)}"' + (" *" if self.begins else "")


_QUERY_PART = re.compile(r'"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>[^\s"]+)(?P<space>\s?)')
_CURLY_QUOTES = str.maketrans("“”„«»「」", '"""""""')
PHRASES_LIMIT = 16


def read_query(query: str) -> tuple[Phrase, ...]:
    """Return the phrases a query asks for, at most 16: all must be found.

    Quotes make an exact phrase. What is joined by punctuation (`snake_case`, `don't`) is a phrase too. The word
    still being typed, the last without a space after it, may go on. No other character means anything.
    """
    phrases: list[Phrase] = []
    parts = list(_QUERY_PART.finditer(composed(query.translate(_CURLY_QUOTES))))
    for part in parts:
        bare = part["bare"] is not None
        typing = part is parts[-1] and (part["space"] == "" if bare else part["closed"] == "")
        words = list(words_of(fold(part["bare"] if bare else part["quoted"])))
        if len(words) > 1 and words[-1].end == words[-2].end:
            words.pop()  # the last character is the end of the pair before it
            typing = False
        elif words and not words[-1].whole:
            typing = True  # a single character of a script without spaces: any pair it begins will do
        if words:
            phrases.append(Phrase(tuple(word.key for word in words), begins=typing))
    return tuple(dict.fromkeys(phrases[:PHRASES_LIMIT]))
