"""Whether what a search found has anything to do with the question: else it is better said than guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.library.words import is_unspaced, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.search import Hit

# Of a question's telling words, the share that one passage must hold, where words alone tell; less where pairs of
# characters stand for words. With a vector, its nearness and half the share together. All set so that about one
# question in a hundred that has its answer is turned away, on public questions: docs/retrieval.md.
_WORDS_ALONE: Final = 0.2
_PAIRS_ALONE: Final = 0.12
_BOTH: Final = 0.3
_HALF: Final = 0.5
_PLAINLY: Final = 0.35  # so many of its words in one passage are enough, whatever an embedder makes of them
_LOOKED_AT: Final = 3
_TELLING_LETTERS: Final = 4


def speaks_of(question: str, hits: Sequence[Hit]) -> bool:
    """Return whether one of the best passages holds enough of the question's words, or means something like it."""
    asked = {word for word in words_of(question) if len(word) >= _TELLING_LETTERS or not word.isascii()}
    if not asked:
        return bool(hits)
    least = _PAIRS_ALONE if is_unspaced(question) else _WORDS_ALONE
    for hit in hits[:_LOOKED_AT]:
        held = set(words_of(" ".join((hit.title, *hit.headings, hit.text))))
        share = len(asked & held) / len(asked)
        if share >= _PLAINLY:
            return True
        if hit.nearness is None:
            if share >= least:
                return True
        elif hit.nearness + _HALF * share >= _BOTH:
            return True
    return False
