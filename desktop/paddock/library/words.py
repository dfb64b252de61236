"""The words by which an answer and a document are compared: folded, stemmed by length, numbers by their value."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Chinese, Japanese, Thai, Lao, Khmer and Burmese write without spaces: pairs of characters stand for words there.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Vowel signs of Indic scripts and points of Hebrew and Arabic are no letters to `re`, but belong to words.
_SIGNS: Final = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0980-\u0dff"
)
_TOKEN: Final = re.compile(
    rf"[{_UNSPACED}]+|\d+(?:[.,' \u00a0\u202f]\d+)*|(?:[^\W\d_{_UNSPACED}]|[{_SIGNS}])+(?:['’][^\W\d_]+)?"
)
_UNSPACED_LETTER: Final = re.compile(rf"[{_UNSPACED}]")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\D\d{3})+")
_STEM_LETTERS: Final = 6
_SHORT_WORD: Final = 3
_SPELLED: Final = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}


def words_of(text: str) -> list[str]:
    """Return the words of `text` for comparison, in order.

    A long word is known by its beginning, which joins its forms in most languages that inflect at the end; a number
    begins with "#" and has no separators.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    words: list[str] = []
    for match in _TOKEN.finditer(folded):
        token = match.group()
        if _UNSPACED_LETTER.match(token):
            words += [token[at : at + 2] for at in range(max(1, len(token) - 1))]
        elif token[0].isdigit():
            words.append("#" + number_value(token))
        else:
            word = _without_accents(token.partition("'")[0].partition("’")[0])
            if word:  # marks without a letter under them are no word
                words.append("#" + _SPELLED[word] if word in _SPELLED else stem(word))
    return words


def is_unspaced(text: str) -> bool:
    """Return whether some of `text` is in a script that writes no spaces between words."""
    return _UNSPACED_LETTER.search(text) is not None


def stem(word: str) -> str:
    """Return what the forms of a word share: its first six letters, without an s at the end."""
    return word.removesuffix("s")[:_STEM_LETTERS] if len(word) > _SHORT_WORD else word


def number_value(token: str) -> str:
    """Return a number without the separators of thousands, its decimals after a point: "1.234,50" is "1234.5"."""
    digits = re.split(r"[.,' \u00a0\u202f]", token)
    if len(digits) == 1:
        return token.lstrip("0") or "0"
    marks = re.findall(r"[.,' \u00a0\u202f]", token)
    one_mark = len(set(marks)) == 1
    if one_mark and _THOUSANDS.fullmatch(token) and (len(marks) > 1 or digits[0] != "0"):
        return "".join(digits).lstrip("0") or "0"
    whole = "".join(digits[:-1]).lstrip("0") or "0"
    decimals = digits[-1].rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
