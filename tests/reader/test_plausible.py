"""What a reader says that its types allow and that cannot be true."""

from __future__ import annotations

import pytest

from paddock.reader.plausible import page_fits, picture_fits
from paddock.reader.protocol import Block, Box, Page, Picture, Span

TEXT = "Twelve wells."


@pytest.mark.parametrize(
    "places",
    [[], [(0, 13)], [(0, 6), (7, 13)], [(0, 6), (6, 13)]],
    ids=["none", "all", "a gap", "side by side"],
)
def test_places_in_order_within_the_text_are_believed(places: list[tuple[int, int]]) -> None:
    assert all(page_fits(page) for page in pages_with(places))


@pytest.mark.parametrize(
    "places",
    [[(0, 14)], [(14, 15)], [(3, 3)], [(7, 13), (0, 6)], [(0, 8), (7, 13)], [(0, 13), (0, 13)], [(5, 2)]],
    ids=["too long", "outside", "empty", "backwards", "overlapping", "twice", "end before start"],
)
def test_other_places_are_not(places: list[tuple[int, int]]) -> None:
    assert not any(page_fits(page) for page in pages_with(places))


def pages_with(places: list[tuple[int, int]]) -> list[Page]:
    """Return a page with these places as blocks, one with them as spans, and one as boxes where lengths allow."""
    blocks = tuple(Block("paragraph", start, end) for start, end in places)
    spans = tuple(Span(start, end - start, 0) for start, end in places)
    boxes = tuple(Box(start, end - start, 0.1, 0.1, 0.1, 0.1) for start, end in places)
    return [
        Page(id=1, number=1, kind="page", text=TEXT, blocks=blocks),
        Page(id=1, number=1, kind="page", text=TEXT, spans=spans),
        Page(id=1, number=1, kind="page", text=TEXT, boxes=boxes),
    ]


@pytest.mark.parametrize(
    "picture",
    [
        Picture(id=1, width=4, height=2, rgb=bytes(23)),
        Picture(id=1, width=4, height=2000, rgb=b""),
        Picture(id=1, width=4, height=2, rgb=bytes(25)),
        Picture(id=1, width=2, height=2, rgb=bytes(12)),
        Picture(id=1, width=4, height=2, rgb=bytes(24), rectangles=((), ())),
    ],
)
def test_a_picture_holds_the_bytes_it_must(picture: Picture) -> None:
    """Qt would draw what lies behind bytes that are missing: whatever else the window has in its memory."""
    assert not picture_fits(picture, width=4, marks=1)


def test_a_picture_may_have_no_rectangles() -> None:
    """Those of a picture of text are in its page's boxes."""
    for rectangles in ((), ((),)):
        assert picture_fits(Picture(id=1, width=4, height=2, rgb=bytes(24), rectangles=rectangles), width=4, marks=1)
