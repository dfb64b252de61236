"""What is printed above and below a sheet's pages (ISO/IEC 29500-1, 18.3.1.39): words, without what lays them out."""

from __future__ import annotations

import re
from typing import Final

_CHARACTERS_MOST: Final = 1000
# A font, a size, a colour and how letters look say nothing; pages, dates, files and pictures are put in when printing.
_CODE: Final = re.compile(r"&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[PNDTFAZGBIUESXYOH])")
_PAGE: Final = re.compile(r"&[PN]")
_PAGE_CHARACTERS: Final = 20
_PART: Final = re.compile(r"&[LCR]")
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_AMPERSAND: Final = "\ue000"  # what no sheet prints


def printed_words(untrusted_code: str) -> str:
    """Return the words of a header or footer, its left, middle and right parts one after another; empty without any."""
    code = untrusted_code[:_CHARACTERS_MOST].replace("&&", _AMPERSAND)
    said = " – ".join(filter(None, map(_words, _PART.split(code))))
    return said if _WORD.search(said) else ""


def _words(part: str) -> str:
    words = _CODE.sub("", part).replace(_AMPERSAND, "&").strip()
    counts = _PAGE.search(part) is not None and len(words) < _PAGE_CHARACTERS  # as in "Page 2 of 7"
    return "" if counts else words
