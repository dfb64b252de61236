"""Cuts the few words around a match out of a message, with the matched words marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from paddock.chat.words import composed, fold, folded_lengths, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.chat.words import Phrase, Word

OPEN = "\ue000"
CLOSE = "\ue001"
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
_SPACE = re.compile(r"\s+")

LENGTH = 160
_BEFORE = 48
_LOOKED_AT = 40_000  # characters; a match further on gives the message's beginning instead
_STRETCH = 4_000  # looked through at a time: folding a long text whole, to show 160 characters, would be slow
_OVERLAP = 400
_TRIES = 40


def snippet(text: str, phrases: Sequence[Phrase]) -> str:
    """Return about 160 characters of `text` on one line around the first match, matched words between the marks.

    The marks (U+E000, U+E001) are taken out of the text itself first. Text without a match gives its beginning.
    """
    plain = composed(_MARKS.sub("", text[:_LOOKED_AT]))
    for base in range(0, max(1, len(plain)), _STRETCH):
        begin = max(0, base - _OVERLAP)
        shown = _around_match(plain[begin : base + _STRETCH + _OVERLAP], phrases)
        if shown is not None:
            start, end, marked = shown
            more = begin + end < len(plain) or len(text) > _LOOKED_AT
            return ("…" if begin + start > 0 else "") + _flat(marked).strip() + ("…" if more else "")
    return _flat(plain[:LENGTH]).strip() + ("…" if len(plain) > LENGTH else "")


def _around_match(plain: str, phrases: Sequence[Phrase]) -> tuple[int, int, str] | None:
    """Return where the shown stretch of `plain` starts and ends, and the stretch with its marks; None: no match."""
    folded = fold(plain)
    found = _first_match(folded, phrases)
    if found is None:
        return None
    # Places in the folded text map back through the running sum of the characters' folded lengths.
    ends = range(1, len(plain) + 1) if plain.isascii() else list(accumulate(folded_lengths(plain)))
    match = bisect_right(ends, found)
    start = _word_start(plain, max(0, match - _BEFORE), match)
    end = _word_end(plain, start + LENGTH)
    before = ends[start - 1] if start > 0 else 0
    pieces, at = [], start
    for a, b in _matches(list(words_of(folded[before : ends[end - 1]])), phrases):
        first, last = bisect_right(ends, before + a), bisect_right(ends, before + b - 1) + 1
        pieces += [plain[at:first], OPEN, plain[first:last], CLOSE]
        at = last
    return start, end, "".join((*pieces, plain[at:end]))


def _first_match(folded: str, phrases: Sequence[Phrase]) -> int | None:
    """Return where, in folded text, the longest phrase that occurs is first found."""
    for phrase in sorted(phrases, key=lambda one: -sum(map(len, one.keys))):
        reach = 2 * sum(map(len, phrase.keys)) + _BEFORE
        at = -1
        for _ in range(_TRIES):
            at = folded.find(phrase.keys[0], at + 1)
            if at < 0:
                break
            begin = max(0, at - _BEFORE)
            for a, _b in _matches(list(words_of(folded[begin : at + reach])), (phrase,)):
                if begin + a >= at:
                    return begin + a
    return None


def _matches(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[tuple[int, int]]:
    """Return the stretches the phrases cover, in order, overlapping ones joined."""
    keys = [word.key for word in words]
    spans = []
    for phrase in phrases:
        *firsts, last = phrase.keys
        count = len(firsts)
        for at in _places(keys, firsts):
            end = words[at + count]
            if end.key == last or (phrase.begins and end.key.startswith(last)):
                # A single character found as the beginning of a pair: the character alone is what was asked for.
                alone = (
                    len(last) == 1 and len(end.key) > 1 and not last.isascii() and end.end - end.start == len(end.key)
                )
                spans.append((words[at].start, end.start + 1 if alone else end.end))
    joined: list[tuple[int, int]] = []
    for a, b in sorted(spans):
        if joined and a <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(b, joined[-1][1]))
        else:
            joined.append((a, b))
    return joined


def _places(keys: list[str], firsts: list[str]) -> Iterator[int]:
    """Yield where `firsts` follow one another in `keys`, with a key after them."""
    if not firsts:
        yield from range(len(keys))
        return
    at, latest = -1, len(keys) - len(firsts)
    while True:
        try:
            at = keys.index(firsts[0], at + 1, max(0, latest))
        except ValueError:
            return
        if keys[at : at + len(firsts)] == firsts:
            yield at


def _word_start(text: str, at: int, latest: int) -> int:
    """Return where a word begins from `at` on, `at` itself where none begins before the match."""
    if at == 0:
        return 0
    space = _SPACE.search(text, at, latest)
    return space.end() if space else at


def _word_end(text: str, at: int) -> int:
    """Return where the word at `at` is cut: at the last space in the 24 characters before, else there."""
    if at >= len(text):
        return len(text)
    space = max(text.rfind(" ", at - 24, at), text.rfind("\n", at - 24, at))
    return space if space > 0 else at


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text)
