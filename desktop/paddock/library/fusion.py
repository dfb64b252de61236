"""Joins what words and vectors found into one order."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The share of the vectors in a passage's score. Scores are added, not ranks: an embedder that does not know a language
# finds all its passages about equally near, so that their cosines hardly move the order that the words made; ranks
# would count as much as ever (docs/retrieval.md has both).
VECTOR_SHARE = 0.6
# How far the nearest passage must stand out from the usual one for an embedder to be believed not at all, and wholly.
# It stands out by 0.2 where the embedder does not know the language, and by 0.4 or more where it does.
_STANDS_OUT = (0.2, 0.4)
# What the words say of a whole document counts for its passages, too.
DOCUMENT_SHARE = 0.2


def fused(lexical: Mapping[int, float], cosines: Mapping[int, float], share: float = VECTOR_SHARE) -> dict[int, float]:
    """Return a score for every passage that either found: (1 - share) * BM25 / best BM25 + share * cosine.

    A passage that was not embedded yet gets the middle of the others' cosines; where nothing was, words alone count.
    """
    best = max(lexical.values(), default=0.0) or 1.0
    if not cosines:
        return {passage: score / best for passage, score in lexical.items()}
    if not lexical:
        return dict(cosines)
    unknown = median(cosines.values())
    return {
        passage: (1 - share) * lexical.get(passage, 0.0) / best + share * cosines.get(passage, unknown)
        for passage in lexical.keys() | cosines.keys()
    }


def trust(nearest: float, usual: float) -> float:
    """Return how much an embedder knows of a question's language, 0 to 1, by the cosines it finds.

    Without it, a multitude of languages would lose by vectors what they do not know (docs/retrieval.md).
    """
    least, most = _STANDS_OUT
    return min(1.0, max(0.0, (nearest - usual - least) / (most - least)))


def best_of(passages: Iterable[tuple[int, float]], most: int) -> list[int]:
    """Return the owners of passages (owner, score; best first) in the order of their best passage, at most `most`."""
    found: dict[int, None] = {}
    for owner, _ in passages:
        found.setdefault(owner)
        if len(found) == most:
            break
    return list(found)
