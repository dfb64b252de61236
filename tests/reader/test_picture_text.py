"""Recognised words become text: lines and paragraphs joined, junk dropped, each word's box kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from paddock.reader.document import Recognised
from paddock.reader.picture_text import NOTHING_RECOGNISED, Word, certainty, compose, recognised_page, spoken
from paddock.reader.protocol import Box
from paddock.reader.straightening import Straight
from paddock.reader.writing import PageWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = Straight(Image.new("L", (1000, 1000), 255), 100, (1000, 1000))
NO_WORDS: list[Word] = []


def line(
    number: int,
    text: str,
    *,
    top: int | None = None,
    left: int = 100,
    width: int = 0,
    block: int = 1,
    paragraph: int = 1,
    confidences: dict[str, float] | None = None,
) -> list[Word]:
    """Return a line of words, ten pixels a letter, or stretched to `width`."""
    top = 100 + 30 * number if top is None else top
    letters = width / len(text) if width else 10.0
    words = []
    place = 0
    for word in text.split():
        at = left + place * letters
        box = round(at), top, round(at + len(word) * letters), top + 20
        words.append(Word(word, (confidences or {}).get(word, 95.0), *box, block, paragraph, number))
        place += len(word) + 1
    return words


def test_lines_that_fill_their_width_go_on() -> None:
    """And one that ends early ends there."""
    words = line(1, "The quick brown fox", width=600) + line(2, "jumps over the dog", width=600) + line(3, "and away.")
    words += line(4, "Next")
    assert compose(words, SHEET).text == "The quick brown fox jumps over the dog and away.\nNext"


def test_hyphens_at_line_ends_are_joined() -> None:
    """Where a word goes on in small letters; its two boxes stand on its two halves."""
    lines = ("We met the repre-", "sentative of Baden-", "Baden, in the north")
    words = [word for number, text in enumerate(lines) for word in line(number, text, width=600)]
    found = compose(words, SHEET)
    assert found.text == "We met the representative of Baden- Baden, in the north"
    halves = [found.text[box.start : box.start + box.length] for box in found.boxes]
    assert halves[3:5] == ["repre", "sentative"]
    assert found.boxes[3].top < found.boxes[4].top


def test_boxes_stand_on_their_words() -> None:
    """Offsets into the text, places in shares of the first picture."""
    first, second = compose(line(1, "alpha beta"), SHEET).boxes
    assert (first.start, first.length, second.start, second.length) == (0, 5, 6, 4)
    assert (second.left, second.top, second.width, second.height) == pytest.approx((0.16, 0.13, 0.04, 0.02))


def test_paragraphs_are_parted() -> None:
    """By a block, by a gap, by an indent or a list's mark that Tesseract takes for a beginning too."""
    full: Mapping[str, Any] = {"width": 600}
    words = [
        *line(1, "First block fills it", **full),
        *line(2, "Second block fills", block=2, paragraph=2, **full),
        *line(3, "its lines and goes on", block=2, paragraph=2, **full),
        *line(4, "Indented here is new", block=2, paragraph=3, left=150, width=550),
        *line(5, "and goes on to the end", block=2, paragraph=3, **full),
        *line(6, "but this is no new one", block=2, paragraph=4, **full),
        *line(7, "1. A list has items so", block=2, paragraph=5, **full),
        *line(8, "After a gap all is new", block=2, paragraph=5, top=500, **full),
    ]
    assert compose(words, SHEET).text.split("\n\n") == [
        "First block fills it",
        "Second block fills its lines and goes on",
        "Indented here is new and goes on to the end but this is no new one",
        "1. A list has items so",
        "After a gap all is new",
    ]


def test_junk_is_dropped() -> None:
    """Doubtful words alone or at the ends of a line; not those between fair ones."""
    doubts = {"~~": 20.0, "jvmps": 20.0, "|": 40.0}
    words = line(1, "~~ The fox jvmps over |", confidences=doubts) + line(
        2, "x_ w fi", confidences={"x_": 8, "w": 50, "fi": 35}
    )
    assert compose(words, SHEET).text == "The fox jvmps over"


def test_a_picture_of_nothing_has_no_text() -> None:
    """A few letters seen in grain are none."""
    assert compose(line(1, "a ~ i", confidences={"~": 10, "i": 20}), SHEET) == Recognised("", ())
    assert compose(NO_WORDS, SHEET) == Recognised("", ())
    assert certainty(NO_WORDS) == 0


def test_scripts_without_spaces_get_none() -> None:
    """Chinese and kana; words of other scripts among them keep theirs."""
    assert compose(line(1, "図書 館 の Paddock 本"), SHEET).text == "図書館の Paddock 本"


def test_words_are_cleaned() -> None:
    """What a stranger's language data makes of a word may hold anything."""
    assert spoken(" a\u0301\0\x07b\n") == "áb"


def test_recognised_text_is_written_with_its_boxes() -> None:
    """Also behind what the page says already: the boxes move along."""
    writer = PageWriter(1000)
    writer.heading(1, "Title")
    found = Recognised("One two\n\nthree", (Box(4, 3, 0, 0, 0, 0), Box(9, 5, 0, 0, 0, 0)))
    page = recognised_page(writer, found, 1, 3, "page", label="iii")
    assert page.text == "# Title\n\nOne two\n\nthree"
    assert [page.text[box.start : box.start + box.length] for box in page.boxes] == ["two", "three"]
    assert (page.outcome, page.recognised, page.label, page.number) == ("read", True, "iii", 3)


def test_each_outcome_is_said() -> None:
    """Cut for want of time, blank paper, a picture without text."""
    cut = recognised_page(PageWriter(99), Recognised("One", (), cut=True), 1, 1, "page")
    blank = recognised_page(PageWriter(99), Recognised("", (), blank=True), 1, 1, "page")
    picture = recognised_page(PageWriter(99), Recognised("", ()), 1, 1, "page")
    assert (cut.outcome, blank.outcome, picture.outcome) == ("cut", "empty", "no_text")
    assert cut.detail
    assert picture.detail == NOTHING_RECOGNISED
