"""Whether what a search found has anything to do with the question: else it is better said than guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.library.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paddock.library.search import Hit

# Of a question's telling words, so many must stand in the passages found by words; set from measurement
# (docs/retrieval.md). What only the vectors found counts as speaking of it: they are asked for other words.
_FEWEST_WORDS: Final = 0.34
_LOOKED_AT: Final = 3
_TELLING_LETTERS: Final = 4


def speaks_of(question: str, hits: Sequence[Hit]) -> bool:
    """Return whether the best passages share enough words with the question, or mean something like it."""
    if not hits:
        return False
    asked = {word for word in words_of(question) if len(word) >= _TELLING_LETTERS or not word.isascii()}
    if not asked:
        return True
    held = {word for hit in hits[:_LOOKED_AT] for word in words_of(" ".join((hit.title, *hit.headings, hit.text)))}
    return len(asked & held) >= _FEWEST_WORDS * len(asked) or any(hit.by_vectors for hit in hits[:_LOOKED_AT])
