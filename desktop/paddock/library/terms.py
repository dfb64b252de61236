"""Makes the words of texts and questions comparable before the full-text index sees them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# What forms of a word share in most languages that inflect at the end: their first letters. Six did as well as
# Porter's stemmer in English and far better elsewhere (docs/retrieval.md).
STEM_LETTERS = 6

# Scripts without spaces between words. Where a character is a syllable or more, a word is about two of them; in the
# alphabets of Thai, Lao, Burmese and Khmer more. Hangul has spaces, but its words carry endings that pairs see past.
_SYLLABLES = (
    "\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3040-\u30fa\u30fc-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001aff0-\U0001b16f\U00020000-\U000323af"
)
_ALPHABETS = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
_RUN = re.compile(f"(?P<syllables>[{_SYLLABLES}]+)|[{_ALPHABETS}]+")
_HAS_RUN = re.compile(f"[{_SYLLABLES}{_ALPHABETS}]")

# An s at the end, but not after another s: the plural of English, Spanish, French and Portuguese.
_PLURAL = re.compile(r"[sS]\b(?<=[A-Za-z]{2}[^\W\d_sS][sS])")  # letter first: a look back at every place is slow
_LONG_ASCII = re.compile(rf"([A-Za-z]{{{STEM_LETTERS}}})[A-Za-z]+")
# Vowel signs are no letters to `re`, but belong to words; they count as letters here.
_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u109f\u1780-\u17ff])"
_LONG = re.compile(f"({_LETTER}{{{STEM_LETTERS}}}){_LETTER}+")

# Arabic: forms of one letter that are written either way, vowel points and stretching, and the article with what is
# joined to it ("and the", "with the", "to the").
_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_LETTERS = str.maketrans("أإآٱىة", "اااايه")
_ARABIC_POINTS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]")
_ARABIC_ARTICLE = re.compile("(?<![\u0621-\u064a])و?(?:ال|بال|كال|فال|لل)(?=[\u0621-\u064a]{2})")
_CYRILLIC_YO = str.maketrans("ёЁ", "еЕ")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def comparable(text: str) -> str:
    """Return `text` with words cut to their first letters and unspaced runs as overlapping pairs or triples.

    Only for indexing and matching: the full-text index's own tokenizer folds case and accents after this.
    """
    if text.isascii():
        return _LONG_ASCII.sub(r"\1", _PLURAL.sub("", text))
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_CYRILLIC_YO)
    if _ARABIC.search(text):
        text = _ARABIC_POINTS.sub("", text).translate(_ARABIC_LETTERS)
        text = _ARABIC_ARTICLE.sub("", text)
    if _HAS_RUN.search(text):
        text = _RUN.sub(_grams, text)
    return _LONG.sub(r"\1", _PLURAL.sub("", text))


def _grams(run: re.Match[str]) -> str:
    size = 2 if run["syllables"] else 3
    characters = run[0]
    return " " + " ".join(characters[at : at + size] for at in range(max(1, len(characters) - size + 1))) + " "


_PART = re.compile(f"(?:{_LETTER}|\\d)+")


def all_terms(text: str) -> list[str]:
    """Return the terms of a text in order, lower case, as the index knows them."""
    return _PART.findall(comparable(text).lower())


def terms_of(text: str) -> list[str]:
    """Return the distinct terms of a question in order."""
    return list(dict.fromkeys(all_terms(text)))


# ---------------------------------------------------------------- exact phrases

_TYPOGRAPHY = str.maketrans("‘’‚“”„‐‑–—", "'''\"\"\"----")
_SPACE = re.compile(r"\s+")


def exact_key(text: str) -> str:
    """Return text as exact phrases are compared: without regard to case, white space and kinds of quotes and dashes."""
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY))).casefold()
    return _SPACE.sub(" ", folded).strip()


def phrase_test(phrase: str) -> Callable[[str], bool]:
    """Return a test whether a text holds `phrase` exactly, as whole words where its script has words."""
    key = exact_key(phrase)
    before = "" if not key or _HAS_RUN.match(key) else r"(?<!\w)" if key[0].isalnum() else ""
    after = "" if not key or _HAS_RUN.match(key[-1]) else r"(?!\w)" if key[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(key) + after)
    return lambda text: pattern.search(exact_key(text)) is not None
