"""Which words of a query are marked in what was found."""

from __future__ import annotations

import pytest

from paddock.ui.documents.marking import snippet, word_marks

TEXT = "They have broadband at home, and most of them have it on the phone too. Wie viele haben Breitband?"


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("And how many of them have broadband at home?", ["broadband", "home"]),
        ("Wie viele haben Breitband?", ["haben", "Breitband"]),
        ("have them", ["have", "them", "have"]),
        ("phones", ["phone"]),
    ],
)
def test_words_that_say_little_are_marked_only_where_nothing_else_is_asked(query: str, marked: list[str]) -> None:
    assert [TEXT[start:end] for start, end in word_marks(query, TEXT)] == marked


def test_a_snippet_begins_before_the_first_word_that_says_something() -> None:
    shown, marks = snippet(
        "How many have a ferry?", "They have boats. " * 40 + "The ferry sails on Tuesdays. " + "They have oars. " * 40
    )
    assert shown.startswith("… ")
    assert [shown[start:end] for start, end in marks] == ["ferry"]


def test_what_is_found_at_the_end_is_shown_with_what_comes_before_it() -> None:
    shown, marks = snippet("ferry", "They have boats. " * 40 + "Now the ferry.")
    assert len(shown) > 250
    assert [shown[start:end] for start, end in marks] == ["ferry"]


def test_a_table_is_shown_without_its_rules() -> None:
    shown, _marks = snippet("nitrate", "| Well | Nitrate |\n| --- | ---: |\n| North | 41 - 57 |")
    assert shown == "Well Nitrate North 41 - 57"
