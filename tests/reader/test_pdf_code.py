"""PDF: code keeps its lines and indents; prose that is typed in the same letters, tables and addresses do not."""

from __future__ import annotations

import pytest

from tests.reader.pdfs import Book, Leaf, lines, text
from tests.reader.test_pdf import COURIER, assert_places_exact, pages_of

WIDTH = 6.6  # of Courier's letters at 11 points
PROGRAM = ["def water(paddock):", "    for fence in paddock.fences:", "        if fence.leaks:", "            return 0"]


def typed(top: float, said: list[str], leading: float = 13) -> str:
    """Return lines of Courier, each of their words set by itself, where its column is."""
    content = ""
    for at, line in enumerate(said):
        column = 0
        for word in line.split(" "):
            if word:
                content += text(72 + WIDTH * column, top - leading * at, word, font="F4")
            column += len(word) + 1
    return content


def test_code_keeps_its_lines_indents_and_gaps() -> None:
    said = [*PROGRAM, "", "x = 1    # why", "long_name = 2"]
    content = text(72, 740, "This is how it is done:") + typed(700, said) + text(72, 590, "So much for that.")
    book = Book([Leaf(content, resources=COURIER)])
    (page,) = pages_of(book)
    program = "\n".join(said)
    assert page.text == f"This is how it is done:\n\n```\n{program}\n```\n\nSo much for that."
    assert [block.kind for block in page.blocks] == ["paragraph", "code", "paragraph"]
    assert_places_exact(book, [page])


def test_code_that_holds_a_fence_has_another_one() -> None:
    (page,) = pages_of(
        [
            Leaf(
                typed(700, ["```sh", "ls -l | wc", "```"]),
                resources=COURIER.replace("/Courier", "/Courier /Encoding /WinAnsiEncoding"),
            )
        ]
    )
    assert page.text == "~~~~\n```sh\nls -l | wc\n```\n~~~~"


def test_code_beside_prose_stays_in_its_column() -> None:
    left = typed(700, PROGRAM, leading=14)
    right = lines(330, 700, ["The other column says", "what all of this is for,", "and to whom it belongs."])
    (page,) = pages_of([Leaf(left + right, resources=COURIER)])
    program = "\n".join(PROGRAM)
    assert page.text == (
        f"```\n{program}\n```\n\nThe other column says what all of this is for, and to whom it belongs."
    )


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (
            ["This letter was typed on an old machine, and all", "of its letters are as wide as any other (m and i)."],
            "This letter was typed on an old machine, and all of its letters are as wide as any other (m and i).",
        ),
        (["https://paddock.example/of-the/", "long-address"], "https://paddock.example/of-the/ long-address"),
        (["ada@paddock.example", "carl@paddock.example"], "ada@paddock.example carl@paddock.example"),
    ],
    ids=["prose", "address", "mail"],
)
def test_what_is_typed_and_is_no_code_is_text(said: list[str], read: str) -> None:
    (page,) = pages_of([Leaf(typed(700, said), resources=COURIER)])
    assert page.text == read


def test_a_table_that_is_typed_is_a_table() -> None:
    said = ["Year   Sheep   Goats", "2021   1,200     340", "2022   1,300     410", "2023   1,350     290"]
    (page,) = pages_of([Leaf(typed(700, said), resources=COURIER)])
    assert page.text == (
        "| Year | Sheep | Goats |\n| --- | --- | --- |\n| 2021 | 1,200 | 340 |\n"
        "| 2022 | 1,300 | 410 |\n| 2023 | 1,350 | 290 |"
    )
