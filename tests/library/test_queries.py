"""What a person typed is read: words, phrases in quotes, pages by number, and no instructions to the model."""

from __future__ import annotations

import pytest

from paddock.library.queries import read_query, without_instructions


@pytest.mark.parametrize(
    "typed",
    ['cracks "left abutment"', "cracks “left abutment”", "cracks „left abutment“", "cracks «left abutment»",
     "cracks 「left abutment」"],
)  # fmt: skip
def test_phrases_in_any_quotes_are_phrases(typed: str) -> None:
    query = read_query(typed)
    assert query.phrases == ("left abutment",)
    assert query.text == "cracks left abutment"
    assert query.terms == ("crack", "left", "abutme")


def test_an_apostrophe_an_inch_or_empty_quotes_are_no_phrase() -> None:
    assert read_query("the dam's 12\" pipe").phrases == ()
    assert read_query('"" "?!" wells').phrases == ()


@pytest.mark.parametrize(
    ("question", "pages"),
    [
        ("What stands on page 12?", (12,)),
        ("Compare slides 3 and page 4", (3, 4)),
        ("Was steht auf Seite 7?", (7,)),
        ("第 9 页写了什么？", (9,)),
        ("Who is named on the cover page?", (1,)),
        ("How many pages are there?", ()),
    ],
)
def test_pages_called_by_number_are_known(question: str, pages: tuple[int, ...]) -> None:
    assert read_query(question).pages == pages


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("What was the budget in 1999? Please answer in one sentence.", "What was the budget in 1999?"),
        ("What was the share of wells? Round your answer to two decimals.", "What was the share of wells?"),
        ("Wie hoch war der Haushalt 1999? Antworte kurz.", "Wie hoch war der Haushalt 1999?"),
        ("Answer in English.", "Answer in English."),
    ],
)
def test_instructions_to_the_model_are_not_searched_for(asked: str, left: str) -> None:
    assert without_instructions(asked).strip() == left


def test_a_very_long_question_is_cut() -> None:
    query = read_query("well " * 5000 + " ".join(f"w{number}" for number in range(500)))
    assert query.terms == ("well",)
    assert len(query.text) <= 4000
    assert len(read_query(" ".join(f"w{number}x" for number in range(500))).terms) == 64
