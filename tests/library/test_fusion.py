"""Words and vectors joined into one order."""

from __future__ import annotations

import pytest

from paddock.library.fusion import best_of, fused, trust


def test_scores_are_added_by_their_shares() -> None:
    assert fused({1: 4.0, 2: 2.0}, {1: 0.1, 2: 0.9}, 0.5) == pytest.approx({1: 0.55, 2: 0.7})


def test_what_was_not_embedded_yet_counts_as_the_middle() -> None:
    scores = fused({1: 1.0, 2: 1.0, 3: 1.0}, {2: 0.2, 3: 0.6}, 0.5)
    assert scores[2] < scores[1] < scores[3]


def test_either_side_alone_counts_alone() -> None:
    assert fused({1: 8.0, 2: 4.0}, {}) == {1: 1.0, 2: 0.5}
    assert fused({}, {1: 0.3, 2: 0.4}) == {1: 0.3, 2: 0.4}
    assert fused({}, {}) == {}


def test_an_embedder_that_knows_nothing_of_the_question_moves_nothing() -> None:
    scores = fused({1: 2.0, 2: 1.0}, {1: 0.1, 2: 0.9, 3: 1.0}, 0.0)
    assert scores == {1: 1.0, 2: 0.5, 3: 0.0}


def test_owners_come_in_the_order_of_their_best_passage() -> None:
    assert best_of([(3, 0.9), (1, 0.8), (3, 0.7), (2, 0.6)], 2) == [3, 1]
    assert best_of([], 5) == []


def test_an_embedder_is_believed_as_far_as_the_nearest_stands_out() -> None:
    assert trust(0.8, 0.1) == 1.0
    assert trust(0.9, 0.75) == 0.0
    assert trust(0.5, 0.2) == pytest.approx(0.5)
    assert trust(0.0, 0.0) == 0.0
