"""From a range of text to characters of the source and to rectangles of words."""

from __future__ import annotations

import pytest

from paddock.library.places import source_ranges, word_rectangles
from paddock.reader.protocol import Box, Span

# "# Wells\n\ninspection of wells": two marks nobody wrote, then a heading, and a word joined from two lines.
SPANS = (Span(2, 5, 0), Span(9, 5, 7), Span(14, 5, 14), Span(19, 9, 19))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 9, [(0, 5)]),
        (3, 6, [(1, 3)]),
        (9, 19, [(7, 5), (14, 5)]),
        (14, 28, [(14, 14)]),  # neighbours in the source are one range
        (7, 9, []),
        (0, 2, []),
        (0, 100, [(0, 5), (7, 5), (14, 14)]),
    ],
)
def test_a_range_of_text_is_found_in_the_source(start: int, end: int, expected: list[tuple[int, int]]) -> None:
    assert source_ranges(SPANS, start, end) == expected


def test_a_page_without_spans_has_no_places() -> None:
    assert source_ranges((), 0, 10) == []


def test_words_of_one_line_become_one_rectangle_and_lines_stay_apart() -> None:
    boxes = (
        Box(0, 3, 0.10, 0.10, 0.10, 0.02),
        Box(4, 3, 0.21, 0.10, 0.10, 0.02),
        Box(8, 3, 0.10, 0.14, 0.10, 0.02),
        Box(12, 3, 0.60, 0.14, 0.10, 0.02),  # another column
    )
    whole = word_rectangles(boxes, 0, 15)
    assert [[round(side, 3) for side in rectangle] for rectangle in whole] == [
        [0.10, 0.10, 0.21, 0.02],
        [0.10, 0.14, 0.10, 0.02],
        [0.60, 0.14, 0.10, 0.02],
    ]
    assert len(word_rectangles(boxes, 4, 7)) == 1
    assert word_rectangles(boxes, 20, 30) == []
