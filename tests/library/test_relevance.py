"""Whether what was found speaks of the question: by words, by meaning, in scripts without spaces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paddock.library.relevance import speaks_of
from paddock.library.search import Hit

WELLS = "The office inspected twelve wells in the valley. Nitrate was above the limit in four of them."


def hit(text: str = WELLS, nearness: float | None = None, title: str = "Report") -> Hit:
    return Hit(
        passage_id=1, document_id=1, document="r.pdf", title=title, page=1, label="", kind="page", block="paragraph",
        place="", headings=("Water",), text=text, start=0, end=len(text), score=1.0, by_words=True,
        by_vectors=nearness is not None, nearness=nearness,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "relevant"),
    [
        ("How many wells did the office inspect in the valley?", True),
        ("Where was nitrate above the limit?", True),
        ("What does the report say of water?", True),
        ("Who won the football championship in Brazil last summer?", False),
        ("Which minister resigned over the reservoir scandal, and when?", False),
    ],
)
def test_by_words_alone(question: str, *, relevant: bool) -> None:
    assert speaks_of(question, [hit()]) is relevant


@pytest.mark.parametrize(("nearness", "relevant"), [(0.1, False), (0.29, False), (0.31, True), (0.8, True)])
def test_other_words_of_the_same_meaning_count_by_their_nearness(nearness: float, *, relevant: bool) -> None:
    assert speaks_of("Which boreholes failed the examination?", [hit(nearness=nearness)]) is relevant


def test_some_words_and_some_nearness_go_together() -> None:
    question = "Which boreholes near villages exceeded the nitrate limit?"
    assert speaks_of(question, [hit(nearness=0.2)])
    assert not speaks_of(question, [hit(nearness=0.1)])


def test_nearly_all_words_are_enough_whatever_the_vectors_say() -> None:
    assert speaks_of("Which wells were inspected in the valley?", [hit(nearness=-0.2)])


def test_pairs_of_characters_count_less_strictly_than_words() -> None:
    chinese = hit("今年在山谷里检查了十二口井，其中四口的硝酸盐超标。", title="报告")
    assert speaks_of("今年山谷里检查的水井中有多少口是合格的呢？", [chinese])
    assert not speaks_of("谁赢得了足球世界杯冠军？", [chinese])


def test_only_the_best_three_are_asked() -> None:
    other = replace(hit("Nothing of the kind."), title="Else", headings=())
    assert speaks_of("Where was nitrate above the limit?", [other, other, hit()])
    assert not speaks_of("Where was nitrate above the limit?", [other, other, other, hit()])


def test_nothing_found_speaks_of_nothing_and_a_question_without_words_is_not_judged() -> None:
    assert not speaks_of("Where was nitrate above the limit?", [])
    assert not speaks_of("?", [])
    assert speaks_of("?", [hit()])
