"""Makes a chat's title out of its first message, without asking a model."""

from __future__ import annotations

import re
import unicodedata

WIDTH = 48  # columns; a Chinese, Japanese or Korean character takes two

_FENCE = re.compile(r"^\s*(```|~~~).*$")
_RULE = re.compile(r"^\s*([-*_=]\s*){3,}$")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|>+\s*|[-*+•]\s+|\d{1,3}[.)]\s+)+")
_LINK = re.compile(r"!?\[([^\]\n]{1,200})\]\([^)\n]{0,2000}\)")
_EMPHASIS = re.compile(r"(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1")
_SENTENCE_END = re.compile("[.!?\u2026](?=\\s)|[\u3002\uff01\uff1f\uff61\u061f\u0964]")
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn"}
_JOINERS = {"\u200c", "\u200d"}  # ZWNJ and ZWJ shape letters and join emoji
_VOWELS_BEHIND = {"\u0e33", "\u0eb3"}  # Thai and Lao sara am: letters to Unicode, part of the character to a reader
_VIRAMA = 9  # the combining class of signs that bind two consonants into one shape
_READ_AHEAD = 4_000


def title_of(text: str) -> str:
    """Return a title of at most 48 columns for a chat that begins with `text`; empty where nothing is legible.

    The first line that says something, without Markdown's signs and hidden or direction-changing characters, up to
    the first sentence's end or else cut between words, never within a character.
    """
    line = next(filter(None, map(_plain, text[:_READ_AHEAD].splitlines())), "")
    if not line:
        return ""
    sentence = next(
        (line[: end.end()] for end in _SENTENCE_END.finditer(line) if _width(line[: end.end()]) >= WIDTH // 4), line
    )
    if _width(sentence) <= WIDTH:
        whole = sentence == line
        return sentence if whole or sentence[-1] not in ".\u3002\uff61" else sentence[:-1].rstrip()
    return _cut(sentence)


def _plain(line: str) -> str:
    if _FENCE.match(line) or _RULE.match(line):
        return ""
    line = _LEAD.sub("", line)
    line = _LINK.sub(r"\1", line)
    line = _EMPHASIS.sub(r"\2", line)
    shown = "".join(c for c in line if c in _JOINERS or c == "\t" or unicodedata.category(c) not in _HIDDEN)
    spaced = " ".join(unicodedata.normalize("NFC", shown).split())
    return spaced if any(c.isalnum() or ord(c) >= 0x2190 for c in spaced) else ""  # noqa: PLR2004 - symbols begin there


def _width(text: str) -> int:
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _cut(text: str) -> str:
    """Cut to the width less the ellipsis: at a space where one is near, else between two characters as seen."""
    width, end = 0, 0
    for at, character in enumerate(text):
        width += _columns(character)
        if width > WIDTH - 1:
            break
        end = at + 1
    space = text.rfind(" ", 0, end + 1)
    if space >= end // 2:
        return text[:space].rstrip(" ,;:\u2013\u2014-(") + "…"
    while end > 1 and _joined(text, end):
        end -= 1
    return text[:end] + "…"


def _joined(text: str, at: int) -> bool:
    """Whether cutting before `at` would cut a character as seen: marks, bound consonants, emoji, flags."""
    if at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.category(after).startswith("M") or after in _JOINERS or before in _JOINERS:
        return True
    if after in _VOWELS_BEHIND or unicodedata.combining(before) == _VIRAMA:
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    if _is_flag_letter(after):
        run = 0
        while run < at and _is_flag_letter(text[at - 1 - run]):
            run += 1
        return run % 2 == 1
    return False


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
