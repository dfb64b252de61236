"""Makes a follow-up question searchable: what it leaves unsaid stands in the questions before it.

No second call to a model: the question is searched for as it is, and once more together with the one before it.
How much that helps, and that it does no harm where the subject changes, is measured in docs/retrieval.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def queries_for(question: str, earlier: Sequence[str]) -> list[str]:
    """Return what to search for, each as weighty as the other: the question, and it with the one before."""
    before = earlier[-1].strip() if earlier else ""
    if not before or before == question.strip():
        return [question]
    return [question, f"{before} {question}"]
