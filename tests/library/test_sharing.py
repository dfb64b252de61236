"""The places among the hits are shared out fairly, and go to the document that was asked about where one was."""

from __future__ import annotations

from collections import Counter

from paddock.library.sharing import Candidate, shared_out


def of(document: int, *scores: float, page: int = 0) -> list[Candidate]:
    """Return passages of a document, each on a page of its own unless one is named."""
    return [
        Candidate(
            id=document * 1000 + number, document=document, page=page or number, start=number * 100,
            end=number * 100 + 96, score=score, by_words=True, by_vectors=False,
        )
        for number, score in enumerate(scores, start=1)
    ]  # fmt: skip


def shared(limit: int, *documents: list[Candidate]) -> list[list[Candidate]]:
    every = sorted((one for passages in documents for one in passages), key=lambda one: -one.score)
    return shared_out(every, limit)


def counts(groups: list[list[Candidate]]) -> dict[int, int]:
    return dict(Counter(group[0].document for group in groups))


def test_documents_that_are_about_as_good_have_their_shares() -> None:
    every = [of(number, *(0.9 - number / 50 for _ in range(9))) for number in (1, 2, 3, 4)]
    assert counts(shared(8, *every)) == {1: 2, 2: 2, 3: 2, 4: 2}
    assert counts(shared(9, *every)) == {1: 3, 2: 3, 3: 3}


def test_the_document_that_was_asked_about_has_most_places() -> None:
    asked, other = of(1, *(0.9 - n / 50 for n in range(9))), of(2, *(0.3 for _ in range(9)))
    groups = shared(8, asked, other)
    assert counts(groups) == {1: 8}
    assert [group[0].score for group in groups] == sorted((group[0].score for group in groups), reverse=True)


def test_one_that_is_a_little_better_leaves_room_for_another() -> None:
    better, other = of(1, *(0.8 for _ in range(9))), of(2, *(0.75 for _ in range(9)))
    assert counts(shared(5, better, other)) == {1: 3, 2: 2}


def test_a_document_that_is_alone_has_all_places() -> None:
    assert counts(shared(8, of(1, *(0.5 for _ in range(20))))) == {1: 8}


def test_passages_that_follow_each_other_take_one_place() -> None:
    together = of(1, 0.9, 0.8, 0.7, page=5)
    groups = shared(8, together, of(2, 0.6))
    assert [len(group) for group in groups] == [3, 1]
    assert counts(shared(1, together, of(2, 0.95))) == {2: 1}


def test_the_scores_of_a_reranker_may_be_negative() -> None:
    worse, better = of(1, *(-4.0 for _ in range(9))), of(2, *(-3.9 for _ in range(9)))
    assert counts(shared(8, worse, better)) == {2: 6, 1: 2}


def test_nothing_is_shared_out_as_nothing() -> None:
    assert shared_out([], 8) == []
