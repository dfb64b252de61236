"""Ties each sentence of an answer to the passage that says it, or finds that none does.

Small models cite badly, so nothing here needs the model's own marks: every sentence is compared with the sentences of
the passages. How well that works, and where the thresholds come from, is in docs/retrieval.md.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from paddock.library.denials import SPEAKS_OF_SOURCES, says_that_nothing_is_said
from paddock.library.quotes import find_quote, quoted_parts
from paddock.library.sentences import sentences
from paddock.library.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Verdict = Literal["supported", "unsupported", "no claim"]

# A sentence whose words weigh this much in a passage is said there; set from measurement (docs/retrieval.md).
SUPPORT_THRESHOLD: Final = 0.45
# Words of the question weigh little, an answer that repeats it proves nothing; and so do those that speak of sources.
_QUESTION_WEIGHT: Final = 0.25
# What a sentence loses for each number that the passage does not have.
_WRONG_NUMBER: Final = 0.5
_NAMED: Final = 0.05
_PAIR: Final = 0.1
# What the question's words count for that stand near a figure which is all the answer says; a figure stands in many
# places. Of 45 such answers on nine pages each, 53 % led to the right page with it, 24 % without (MMLongBench).
_ASKED_NEAR: Final = 0.5
_NEAR_SENTENCES: Final = 2
_MOST_SENTENCES: Final = 400
_FEWEST_WORDS: Final = 3
_MARK: Final = re.compile(r"\[(\d{1,3})\](?!\()")


@dataclass(frozen=True)
class Citation:
    """Passage `passage` (its place in the list) says it, at `start` to `end` in the passage's text.

    `quoted`: the words stand there as the answer quotes them.
    """

    passage: int
    start: int
    end: int
    support: float
    quoted: bool = False


@dataclass(frozen=True)
class Judged:
    """One sentence of the answer, `answer[start:end]`, and what the passages say of it."""

    start: int
    end: int
    verdict: Verdict
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class _Window:
    """One sentence of a passage, or two that follow each other."""

    passage: int
    start: int
    end: int
    words: frozenset[str]
    at: int
    pair: bool = False


class Judge:
    """Knows the passages an answer was given and says which of them says what."""

    def __init__(self, passages: Sequence[str], question: str = "") -> None:
        self._passages = passages
        self._windows = [window for at, text in enumerate(passages) for window in _windows_of(at, text)]
        self._said: dict[tuple[int, int], frozenset[str]] = {
            (one.passage, one.at): one.words for one in self._windows if not one.pair
        }
        self._asked = frozenset(words_of(question))
        seen = Counter(word for window in self._windows for word in window.words)
        total = max(1, len(self._windows))
        self._weights = {word: math.log(1 + total / count) for word, count in seen.items()}
        self._unseen = math.log(1 + 2 * total)

    def judge(self, answer: str) -> tuple[Judged, ...]:
        """Return a verdict on each of the answer's sentences, in order; beyond 400 sentences there is none."""
        return tuple(self._judge_one(answer, start, end) for start, end in sentences(answer)[:_MOST_SENTENCES])

    def _judge_one(self, answer: str, start: int, end: int) -> Judged:
        text = _MARK.sub(" ", answer[start:end])
        quoted = self._quoted(text)
        if quoted:
            return Judged(start, end, "supported", quoted)
        words = list(dict.fromkeys(words_of(text)))
        if not _is_claim(text, words) or says_that_nothing_is_said(text, words, self._asked):
            return Judged(start, end, "no claim")
        best = self._best(words, named=tuple(int(mark) - 1 for mark in _MARK.findall(answer[start:end])))
        if best is None or best.support < SUPPORT_THRESHOLD:
            return Judged(start, end, "unsupported")
        return Judged(start, end, "supported", (best,))

    def support(self, sentence: str) -> float:
        """Return how well the best passage supports a sentence, 0 to 1."""
        best = self._best(list(dict.fromkeys(words_of(sentence))), ())
        return best.support if best else 0.0

    def _best(self, words: Sequence[str], named: Sequence[int]) -> Citation | None:
        weights = [self._weight(word) for word in words]
        whole = sum(weights)
        numbers = [word for word in words if word[0] == "#" and word not in self._asked]
        figures_alone = bool(numbers) and all(word[0] == "#" or word in self._asked for word in words)
        best: Citation | None = None
        best_rank = -1.0
        for window in self._windows:
            held = sum(weight for word, weight in zip(words, weights, strict=True) if word in window.words)
            support = held / whole if whole else 0.0
            for number in numbers:
                if number not in window.words:
                    support *= _WRONG_NUMBER
            # The passage the model named wins among near equals; two sentences must say clearly more than one.
            rank = support + (_NAMED if window.passage in named else 0.0) - (_PAIR if window.pair else 0.0)
            if figures_alone and support > 0:
                rank += _ASKED_NEAR * self._asked_near(window)
            if support > 0 and rank > best_rank:
                best, best_rank = Citation(window.passage, window.start, window.end, support), rank
        return best

    def _asked_near(self, window: _Window) -> float:
        """Return which share of the question, by weight, is said in a window or next to it."""
        near = range(window.at - _NEAR_SENTENCES, window.at + _NEAR_SENTENCES + 1)
        held = window.words.union(*(self._said.get((window.passage, at), frozenset()) for at in near))
        asked = sorted(self._asked - SPEAKS_OF_SOURCES)  # so that sums are the same in every run
        weights = {word: self._weights.get(word, 0.0) for word in asked}
        whole = sum(weights.values())
        return sum(weight for word, weight in weights.items() if word in held) / whole if whole else 0.0

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word, self._unseen)
        return weight * _QUESTION_WEIGHT if word in self._asked or word in SPEAKS_OF_SOURCES else weight

    def _quoted(self, text: str) -> tuple[Citation, ...]:
        """Return where each quotation in this sentence stands; nothing where one of them stands nowhere."""
        found: list[Citation] = []
        for part in quoted_parts(text):
            places = ((at, find_quote(part, passage)) for at, passage in enumerate(self._passages))
            hit = next(((at, place) for at, place in places if place is not None), None)
            if hit is None:
                return ()
            found.append(Citation(hit[0], *hit[1], support=1.0, quoted=True))
        return tuple(found)


def _windows_of(passage: int, text: str) -> list[_Window]:
    spans = sentences(text)
    words = [frozenset(words_of(text[start:end])) for start, end in spans]
    single = [_Window(passage, *span, held, at) for at, (span, held) in enumerate(zip(spans, words, strict=True))]
    pairs = [
        _Window(passage, before.start, after.end, before.words | after.words, before.at, pair=True)
        for before, after in pairwise(single)
    ]
    return single + pairs


def _is_claim(text: str, words: Sequence[str]) -> bool:
    """Return whether a sentence says something that a document could: no question, no lead-in, no two words."""
    stripped = text.rstrip()
    if stripped.endswith(("?", ":", "？", "：", "؟")) or re.fullmatch(r"[|\s:-]+", stripped):
        return False
    return len(words) >= _FEWEST_WORDS or any(word[0] == "#" for word in words)
