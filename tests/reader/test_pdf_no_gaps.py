"""PDF: words whose letters are set apart, or that a space parts, are whole; words that stand closely are not joined."""

from __future__ import annotations

import pytest

from tests.reader.pdfs import Book, Leaf, lines, text
from tests.reader.test_pdf import assert_places_exact, pages_of


def spaced(top: float, said: list[tuple[float, str]], apart: float = 1.8, font: str = "F1") -> str:
    """Return pieces of a line, each told with where it begins, whose letters stand apart."""
    return "".join(f"BT /{font} 11 Tf {apart} Tc {left} {top} Td ({piece}) Tj ET\n" for left, piece in said)


def test_a_letter_that_stands_no_further_apart_than_others_ends_its_word() -> None:
    # Helvetica's letters at 11 points: "ocea" is 23.2 wide and "n" 6.1, and each has 1.8 behind it.
    said = [(72, "ocea"), (102.7, "n"), (116, "ships"), (156, "go"), (180, "home")]
    book = Book([Leaf(spaced(700, said))])
    (page,) = pages_of(book)
    assert page.text == "ocean ships go home"
    assert_places_exact(book, [page])


def test_letters_that_are_words_stay_words() -> None:
    said = ["Let the plan B be as good as the plan C is,", "and see what Mr. K does with x and y in it."]
    (page,) = pages_of([Leaf(lines(72, 700, said))])
    assert page.text == " ".join(said)


def test_a_capital_and_smaller_ones_behind_it_are_a_word() -> None:
    def small(left: float, first: str, rest: str) -> str:
        return text(left, 700, first, 12) + text(left + 11, 700, rest, 9)

    book = Book([Leaf(text(52, 700, "By", 12) + small(72, "R", "EED") + small(112, "H", "ASTINGS"))])
    (page,) = pages_of(book)
    assert page.text == "By REED HASTINGS"
    assert_places_exact(book, [page])
    (page,) = pages_of([Leaf(text(72, 700, "PLAN B IS AS GOOD AS PLAN C WAS"))])
    assert page.text == "PLAN B IS AS GOOD AS PLAN C WAS"


@pytest.mark.parametrize(
    ("title", "below", "read"),
    [
        ("OVERVI EW", "This overview tells it all.", "OVERVIEW"),
        ("Goodwill and other asset s", "There are assets, and other ones.", "Goodwill and other assets"),
        ("TABLE OF US", "Of all of us, the table is.", "TABLE OF US"),
        ("WEB SITE MAP", "The website has a site map.", "WEB SITE MAP"),
        ("SET UP", "The setup has been set up.", "SET UP"),
    ],
)
def test_a_word_of_a_heading_that_a_space_parts_is_whole_where_the_page_knows_it(
    title: str, below: str, read: str
) -> None:
    book = Book([Leaf(text(72, 740, title, 16, "F2") + lines(72, 700, [below] * 4))])
    (page,) = pages_of(book)
    assert page.text.splitlines()[0] == f"## {read}"
    assert_places_exact(book, [page])
