"""Which of the passages found get a place among the hits, where several documents speak of a question.

One document gets a third of the places, and two at least; what it has beyond them counts a tenth less. So each document
that speaks of the question about as well as the best has its share, and one that speaks of it better than all others,
because it is the one that was asked about, has most places (measured in docs/retrieval.md). Passages that follow each
other are one hit.
"""

from __future__ import annotations

from collections import deque
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final, NamedTuple

from paddock.library.passages import MOST_TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAIR_SHARE: Final = 3  # one place in so many
_FEWEST: Final = 2
_KEPT: Final = 0.9  # of a score, beyond the share
_MERGED_CHARACTERS: Final = 8 * MOST_TOKENS  # two passages' worth
_GAP: Final = 8  # white space between two passages that follow each other


class Candidate(NamedTuple):
    """A passage's place, and its scores. Hundreds are made for each question, so a tuple."""

    id: int
    document: int
    page: int
    start: int
    end: int
    score: float
    by_words: bool
    by_vectors: bool
    nearness: float | None = None


def shared_out(found: Sequence[Candidate], limit: int) -> list[list[Candidate]]:
    """Return at most `limit` groups of passages that follow each other, best first; `found` is in that order."""
    waiting: dict[int, deque[Candidate]] = {}
    for one in found:
        waiting.setdefault(one.document, deque()).append(one)
    share = max(_FEWEST, limit // _FAIR_SHARE)
    groups: list[list[Candidate]] = []
    on_page: dict[tuple[int, int], list[list[Candidate]]] = {}
    taken = dict.fromkeys(waiting, 0)
    line = [(-queue[0].score, number) for number, queue in waiting.items()]
    heapify(line)
    while line:
        _score, document = heappop(line)
        one = waiting[document].popleft()
        here = on_page.setdefault((document, one.page), [])
        group = next((group for group in here if _adjoins(group, one)), None)
        if group is not None:
            group.append(one)
        elif len(groups) < limit:
            groups.append([one])
            here.append(groups[-1])
            taken[document] += 1
        if waiting[document]:
            score = waiting[document][0].score
            heappush(line, (-(score if taken[document] < share else _less(score)), document))
    return sorted(groups, key=lambda group: (-group[0].score, group[0].id))


def _less(score: float) -> float:
    """Return what is kept of a score beyond the share; a reranker's may be negative."""
    return score * _KEPT if score > 0 else score / _KEPT


def _adjoins(group: list[Candidate], one: Candidate) -> bool:
    """Return whether `one`, of the same page, follows or precedes the group, and both are not too long together."""
    first, last = min(each.start for each in group), max(each.end for each in group)
    near = 0 <= one.start - last <= _GAP or 0 <= first - one.end <= _GAP
    return near and max(last, one.end) - min(first, one.start) <= _MERGED_CHARACTERS


def joined(group: list[Candidate]) -> tuple[Candidate, tuple[int, ...]]:
    """Return one passage from the first's beginning to the last's end, and the numbers of all, in their order."""
    best = group[0]
    whole = best._replace(
        start=min(one.start for one in group),
        end=max(one.end for one in group),
        by_words=any(one.by_words for one in group),
        by_vectors=any(one.by_vectors for one in group),
    )
    return whole, tuple(one.id for one in sorted(group, key=lambda one: one.start))
