"""Whether what the reader says can be true: what its types cannot tell is looked over before anyone believes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paddock.reader.protocol import Page, Picture


def page_fits(page: Page) -> bool:
    """Return whether the places a page names lie in its text, in order, and do not overlap.

    So there are never more of them than characters, and whoever goes through them goes through the text once.
    """
    length = len(page.text)
    return (
        _in_order(((block.start, block.end) for block in page.blocks), length)
        and _in_order(((span.start, span.start + span.length) for span in page.spans), length)
        and _in_order(((box.start, box.start + box.length) for box in page.boxes), length)
    )


def picture_fits(picture: Picture, width: int, marks: int) -> bool:
    """Return whether a picture is as wide as was asked, holds the bytes it must, and marks no more than `marks`."""
    return (
        picture.width == width
        and len(picture.rgb) == picture.width * picture.height * 3
        and len(picture.rectangles) <= marks
    )


def _in_order(places: Iterable[tuple[int, int]], length: int) -> bool:
    at = 0
    for start, end in places:
        if start < at or end <= start:
            return False
        at = end
    return at <= length
